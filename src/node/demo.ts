import { fork } from "node:child_process";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { applyEdits, modify } from "jsonc-parser";

/** A running demo service: the address it listens on, and the way to end it. */
export interface DemoService {
  readonly baseUrl: string;
  stop(): void;
}

/** Copies the demo workspace from `source` into the folder `target`, over what is there, and points its environment `dev` at `baseUrl`. */
export async function prepareDemo(options: {
  readonly source: string;
  readonly target: string;
  readonly baseUrl: string;
}): Promise<void> {
  await mkdir(options.target, { recursive: true });
  await cp(options.source, options.target, { recursive: true });
  const file = join(options.target, "http-client.env.json");
  const written = await readFile(file, "utf8");
  await writeFile(file, applyEdits(written, modify(written, ["dev", "baseUrl"], options.baseUrl, {})));
}

/** Starts the bundled demo service on a free port of this machine; rejects with what it printed when it ends before it listens. */
export async function startDemoService(program: string): Promise<DemoService> {
  const child = fork(program, [], {
    execArgv: [],
    // Inside the desktop editor the running binary is Electron, which must be told to be Node.
    env: { ...process.env, PORT: "0", ELECTRON_RUN_AS_NODE: "1" },
    silent: true,
  });
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const errors: string[] = [];
  child.stderr?.on("data", (chunk) => errors.push(String(chunk)));
  child.once("error", reject);
  child.once("close", (code) =>
    reject(new Error(`The demo service ended with exit code ${code}. ${errors.join("").trim()}`.trim())),
  );
  if (child.stdout !== null) {
    createInterface(child.stdout).on("line", (line) => {
      const address = /^listening on (\S+)$/.exec(line)?.[1];
      if (address !== undefined) {
        resolve(address);
      }
    });
  }
  return { baseUrl: await promise, stop: () => void child.kill() };
}
