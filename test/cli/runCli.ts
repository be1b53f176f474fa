import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

/** How one run of the command line ended. */
export interface CliRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const main = join(import.meta.dirname, "../../src/cli/main.ts");

const { NODE_COMPILE_CACHE } = process.env;
const compiled = NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE };

/** Starts the real command line in a folder, with no environment of the tester's that could change what it prints. */
export function startCli(
  folder: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = { NO_PROXY: "*" },
): { child: ChildProcess; ended: Promise<CliRun> } {
  const child = spawn(process.execPath, [main, ...words], {
    cwd: folder,
    env: { PATH: process.env["PATH"], HOME: folder, ...compiled, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => stderr.push(chunk));
  const ended = new Promise<CliRun>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) =>
      resolve({ status, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
    );
  });
  return { child, ended };
}

/** Runs the real command line in a folder and waits for its end. */
export function runCli(folder: string, ...words: readonly string[]): Promise<CliRun> {
  return startCli(folder, words).ended;
}
