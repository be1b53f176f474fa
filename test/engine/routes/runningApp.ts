import { type ChildProcess, spawn } from "node:child_process";
import { request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import type { RouteTable } from "../../../src/engine/model/route.ts";
import { matchUrl } from "../../../src/engine/routes/match/matchUrl.ts";

/** A sample app that serves in a process of its own; it says on a line of JSON where it listens and which routes it lists itself. */
export interface ServingApp {
  readonly port: number;
  readonly routes: readonly string[];
  stop(): void;
}

/** Starts a program that serves a sample app, in the folder of the app, and waits until it says where it listens. */
export function startServing(
  program: string,
  script: string,
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ServingApp> {
  const child: ChildProcess = spawn(program, [script], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "ignore"],
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`${script} in ${folder} ended with exit code ${code}`)));
    if (child.stdout === null) return;
    createInterface(child.stdout).on("line", (line) => {
      if (!line.startsWith("{")) return;
      const { port, routes }: { port: number; routes: string[] } = JSON.parse(line);
      resolve({ port, routes, stop: () => child.kill() });
    });
  });
}

/** What a running sample app answers: where the handler that answered is written, or nothing for an answer without a body. */
export interface Answer {
  readonly status: number;
  readonly where: string;
  /** Where a redirect leads on the same server. */
  readonly location: string | null;
}

/** Asks a server on loopback, or what listens on a port of it, byte for byte as written. */
export function ask(server: Server | number, method: string, path: string): Promise<Answer> {
  const port = typeof server === "number" ? server : (server.address() as AddressInfo).port;
  return new Promise((resolve, reject) => {
    // By RFC 10008 a QUERY without content is none.
    const content = method === "QUERY" ? "{}" : "";
    const headers = content === "" ? {} : { "Content-Type": "application/json", "Content-Length": content.length };
    const sent = request({ host: "127.0.0.1", port, method, path, headers, agent: false }, (response) => {
      let body = "";
      response.on("data", (chunk) => (body += chunk));
      response.on("end", () => {
        const status = response.statusCode ?? 0;
        const location = response.headers.location?.replace(/^https?:\/\/[^/]+/, "") ?? null;
        resolve({ status, where: status === 200 ? whereOf(body) : "", location });
      });
    });
    sent.on("error", reject);
    sent.end(content);
  });
}

function whereOf(body: string): string {
  try {
    const { file, line }: { file?: string; line?: number } = JSON.parse(body);
    return file === undefined ? "" : `${file}:${line}`;
  } catch {
    return "";
  }
}

/** A redirect to the same path with other slashes is how some frameworks serve both; it may take one redirect for each slash. */
async function askFollowing(server: Server | number, { method, target }: Asked, most = 3): Promise<Answer> {
  const answer = await ask(server, method, target);
  const isRedirect = answer.status > 300 && answer.status < 400 && answer.location !== null;
  return isRedirect && most > 0
    ? askFollowing(server, { method, target: answer.location ?? target }, most - 1)
    : answer;
}

/** A method and a path with its query, as they go on the wire. */
export interface Asked {
  readonly method: string;
  readonly target: string;
}

/** Asks the running app for every path with every method, and says where the table sees it otherwise. */
export function disagreements(
  table: RouteTable,
  server: Server | number,
  paths: readonly string[],
  methods: readonly string[],
): Promise<readonly string[]> {
  const asked = paths.flatMap((target) => methods.map((method) => ({ method, target })));
  return disagreementsOn(table, server, asked);
}

/**
 * Puts requests to the running app, and says where the table sees them otherwise: 404 and 405 are both "not served"; a handler of
 * several lines may answer from the line after the one it starts on.
 */
export async function disagreementsOn(
  table: RouteTable,
  server: Server | number,
  requests: readonly Asked[],
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const asked of requests) {
    const { status, where } = await askFollowing(server, asked);
    const { matched } = matchUrl(table, asked.method, asked.target);
    const at = matched?.handler ?? matched;
    const isServed = status !== 404 && status !== 405 && status !== 501;
    const lines = at === null ? [] : [0, 1].map((more) => `${at.file.replace(/^.*\//, "")}:${at.line + more}`);
    const agrees = isServed === (at !== null) && (where === "" || lines.includes(where));
    if (!agrees) wrong.push(`${asked.method} ${asked.target}: app ${status} ${where}, table ${lines[0] ?? "404"}`);
  }
  return wrong;
}
