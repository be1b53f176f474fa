import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { watch } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findPython } from "./python.ts";
import { type RequestLog, readRequestLog } from "./requestLog.ts";
import type { ServerSpec } from "./scenario.ts";

const recorder = new URL("./recordRequests.ts", import.meta.url);
const pythonRecorder = new URL("./recordRequests.py", import.meta.url);
const fronts: Readonly<Record<string, URL>> = {
  cachingProxy: new URL("./fronts/cachingProxy.ts", import.meta.url),
  devProxy: new URL("./fronts/devProxy.ts", import.meta.url),
  headerFilter: new URL("./fronts/headerFilter.ts", import.meta.url),
  hostFront: new URL("./fronts/hostFront.ts", import.meta.url),
  platformEdge: new URL("./fronts/platformEdge.ts", import.meta.url),
  redirectFront: new URL("./fronts/redirectFront.ts", import.meta.url),
  roundRobin: new URL("./fronts/roundRobin.ts", import.meta.url),
  ruleProxy: new URL("./fronts/ruleProxy.ts", import.meta.url),
  staticHost: new URL("./fronts/staticHost.ts", import.meta.url),
};
const START_LIMIT_MS = 30_000;

/** A server of a scenario that listens (or, when it is a stopped one, did). */
export interface RunningServer {
  readonly name: string;
  readonly port: number;
  readLog(): RequestLog;
  stop(): Promise<void>;
}

/** Where the parts of one scenario lie on disk. */
export interface Folders {
  readonly workspace: string;
  readonly deployed: string;
  readonly logs: string;
}

/** The ports of the servers that listen so far, by name. */
export type Ports = ReadonlyMap<string, number>;

/** Replaces every `PORT_OF_<server>` whose server listens. */
export function fillPorts(text: string, ports: Ports): string {
  return text.replace(/PORT_OF_([a-z]+)/g, (whole, name: string) => String(ports.get(name) ?? whole));
}

/** Starts the servers one after the other; throws with the output of the one that does not come up. */
export async function startServers(specs: readonly ServerSpec[], folders: Folders): Promise<readonly RunningServer[]> {
  const running: RunningServer[] = [];
  const ports = new Map<string, number>();
  try {
    for (const spec of specs) {
      const server = await startServer(spec, folders, ports);
      running.push(server);
      ports.set(spec.name, server.port);
      if (spec.stopped) {
        await server.stop();
      }
    }
  } catch (error) {
    await Promise.all(running.map((server) => server.stop()));
    throw error;
  }
  return running;
}

async function startServer(spec: ServerSpec, folders: Folders, ports: Ports): Promise<RunningServer> {
  const log = join(folders.logs, `${spec.name}.jsonl`);
  const { command, cwd } = commandOf(spec, folders);
  const env = Object.entries(spec.env ?? {}).map(([name, value]) => [name, fillPorts(value, ports)]);
  const child = spawn(command[0] ?? "", command.slice(1), {
    cwd,
    env: {
      ...process.env,
      NODE_OPTIONS: "",
      PORT: "0",
      PYTHONDONTWRITEBYTECODE: "1",
      ...Object.fromEntries(env),
      REQUEST_LOG: log,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk));
  const port = await waitForPort(child, folders.logs, log);
  if (port === null) {
    await stop(child);
    throw new Error(`Server ${spec.name} did not start:\n${output}`);
  }
  return { name: spec.name, port, readLog: () => readRequestLog(log), stop: () => stop(child) };
}

function commandOf(spec: ServerSpec, folders: Folders): { readonly command: readonly string[]; readonly cwd: string } {
  const [, place, path = spec.entry] = /^(front|deployed):(.+)$/.exec(spec.entry) ?? [];
  const cwd = place === "deployed" ? folders.deployed : folders.workspace;
  const front = place === "front" ? fronts[path] : undefined;
  const script = front === undefined ? join(cwd, path) : fileURLToPath(front);
  const command = script.endsWith(".py")
    ? [findPython(spec.needs ?? "http") ?? "python3", fileURLToPath(pythonRecorder), script]
    : [process.execPath, "--import", recorder.href, script];
  return { command, cwd };
}

/** Resolves with the port as soon as the server's log names it, with null when the server ends or takes too long. */
function waitForPort(child: ChildProcess, folder: string, log: string): Promise<number | null> {
  return new Promise((resolve) => {
    const finish = (port: number | null) => {
      watcher.close();
      clearTimeout(timer);
      resolve(port);
    };
    const look = () => {
      const { port } = readRequestLog(log);
      if (port !== null) {
        finish(port);
      }
    };
    const watcher = watch(folder, look);
    const timer = setTimeout(() => finish(null), START_LIMIT_MS);
    child.once("exit", () => finish(null));
    child.once("error", () => finish(null));
    look();
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }
}
