import manifest from "../../package.json" with { type: "json" };
import { createMask } from "../engine/secrets.ts";
import type { Answer } from "./answer.ts";
import { CliError } from "./cliError.ts";
import { type Invocation, readInvocation } from "./invocation.ts";
import { jsonText, viewOf, writeAll } from "./terminal.ts";
import { usage } from "./usage.ts";

const USAGE_STATUS = 2;
const INTERRUPTED_STATUS = 130;

/** Runs one command line from its words to its exit status; the one place that catches, and that writes results. */
async function main(words: readonly string[]): Promise<number> {
  const wantsJson = words.slice(0, endOfOptions(words)).includes("--json");
  const interruption = new AbortController();
  process.once("SIGINT", () => interruption.abort(new CliError("interrupted", "Interrupted: nothing more is sent.")));
  try {
    refuseOldNode(process.versions.node);
    const answer = await untilInterrupted(runCommand(readInvocation(words), interruption.signal), interruption.signal);
    const view = viewOf(process.stdout, words, process.env);
    await writeAll(process.stdout, wantsJson ? jsonText(answer.document) : answer.text(view));
    return answer.status;
  } catch (error) {
    const failure = asCliError(error);
    const message = createMask([]).text(failure.message);
    if (wantsJson) {
      await writeAll(process.stdout, jsonText({ error: { code: failure.code, message } }));
    } else {
      await writeAll(process.stderr, `diagnose-404: ${message}\n`);
    }
    return failure.code === "interrupted" ? INTERRUPTED_STATUS : USAGE_STATUS;
  }
}

function refuseOldNode(version: string): void {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major < 22 || (major === 22 && minor < 19)) {
    throw new CliError("old-node", `Node ${version} is too old: diagnose-404 needs Node 22.19 or newer.`);
  }
}

/** Each command is loaded when it is asked for, so that none waits for what only another one needs. */
async function runCommand(invocation: Invocation, signal: AbortSignal): Promise<Answer> {
  switch (invocation.kind) {
    case "help":
      return { status: 0, document: { usage }, text: () => usage };
    case "version":
      return { status: 0, document: { version: manifest.version }, text: () => `${manifest.version}\n` };
    case "diagnose":
      return (await import("./diagnoseCommand.ts")).diagnoseCommand(invocation, signal);
    case "routes":
      return (await import("./routesCommand.ts")).routesCommand(invocation);
    case "match":
      return (await import("./matchCommand.ts")).matchCommand(invocation);
    case "parse":
      return (await import("./parseCommand.ts")).parseCommand(invocation);
  }
}

/** Settles as the work does, or rejects at once when the person interrupts it. */
function untilInterrupted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

function asCliError(error: unknown): CliError {
  if (error instanceof CliError) {
    return error;
  }
  const message = error instanceof Error ? error.message : String(error);
  return new CliError("internal", `This is a defect of diagnose-404, please report it: ${message}`);
}

function endOfOptions(words: readonly string[]): number {
  const at = words.indexOf("--");
  return at === -1 ? words.length : at;
}

// A reader that has gone (`| head`) is told to the one who writes; unheard, it would end the process.
process.stdout.on("error", () => {});
process.exit(await main(process.argv.slice(2)));
