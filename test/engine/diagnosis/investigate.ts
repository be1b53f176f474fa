import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { diagnose } from "../../../src/engine/diagnose.ts";
import type { DiagnoseWorld } from "../../../src/engine/diagnosis/world.ts";
import { createExchanger } from "../../../src/engine/exchange/exchanger.ts";
import type { Diagnosis } from "../../../src/engine/model/diagnosis.ts";
import { noEnvironments } from "../../../src/engine/requests/environments/environmentSet.ts";
import { parseHttpFile } from "../../../src/engine/requests/grammar/parseHttpFile.ts";
import { resolveRequest } from "../../../src/engine/requests/resolve/resolveRequest.ts";
import { readTable } from "../routes/workspace.ts";

/** One investigation of a small world: its files, its server, and what is asked first in its request file. */
export interface Setting {
  readonly files?: Readonly<Record<string, string>>;
  readonly server: RequestListener;
  /** The request file; ORIGIN stands for the server. The first request is investigated. */
  readonly http: string;
  readonly world?: Partial<DiagnoseWorld>;
}

const clock = { now: () => Date.now(), elapsed: () => performance.now() };

/** Starts the server, investigates, and ends it; the log holds every request that arrived, as `METHOD path`. */
export async function investigate(setting: Setting): Promise<Diagnosis & { readonly log: readonly string[] }> {
  const log: string[] = [];
  const server = createServer((request, response) => {
    log.push(`${request.method} ${request.url}`);
    setting.server(request, response);
  });
  const origin = await listen(server);
  const exchanger = createExchanger({ clock });
  try {
    const fill = (text: string) => text.replaceAll("ORIGIN", origin);
    const files = Object.fromEntries(
      Object.entries({ ...setting.files, "ask.http": setting.http }).map(([file, text]) => [file, fill(text)]),
    );
    const text = files["ask.http"] ?? "";
    const parsed = parseHttpFile(text);
    const context = {
      file: "ask.http",
      text,
      parsed,
      environments: noEnvironments,
      environment: null,
      given: {},
      clock,
    };
    const [request, ...siblings] = parsed.requests.map((written) => resolveRequest(written, context));
    if (!request) {
      throw new Error("nothing is asked");
    }
    const steps = diagnose(request, {
      files: {
        read: async (file) => (files[file] === undefined ? undefined : new TextEncoder().encode(files[file])),
        list: async () => Object.entries(files).map(([file, { length }]) => ({ file, size: length, modified: 0 })),
      },
      clock,
      exchanger,
      routes: await readTable(files),
      siblings,
      elsewhere: [],
      written: parsed.requests[0] ?? null,
      consent: { allows: async () => false },
      sending: "allowed",
      maxProbes: 12,
      signal: new AbortController().signal,
      ...setting.world,
    });
    for (;;) {
      const step = await steps.next();
      if (step.done) {
        return { ...step.value, log };
      }
    }
  } finally {
    await exchanger.close();
    server.closeAllConnections();
    server.close();
  }
}

/** The verdict in one word: `cause/kind`, or `undecided`. */
export function verdictOf({ verdict }: Diagnosis): string {
  return verdict.cause === null ? "undecided" : `${verdict.cause}/${verdict.kind}`;
}

async function listen(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
