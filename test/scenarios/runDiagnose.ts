import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { projectRoot, type Stage } from "./stage.ts";
import { fillPorts } from "./startServers.ts";

/** What `diagnose --json` prints, as far as this suite reads it. */
export interface DiagnosisDocument {
  readonly outcome: string;
  readonly response: { readonly status: number; readonly hops: readonly { readonly to: string }[] } | null;
  readonly responder: { readonly layer: string; readonly name: string } | null;
  readonly verdict: {
    readonly cause: string | null;
    readonly kind: string | null;
    readonly confidence: number;
    readonly summary: string;
  };
  readonly causes: readonly { readonly kind: string; readonly confidence: number }[];
  readonly evidence: readonly { readonly statement: string }[];
  readonly probes: readonly {
    readonly method: string;
    readonly url: string;
    readonly varies: string;
    readonly status: number | null;
    /** The redirects that the probe followed. */
    readonly hops?: readonly { readonly to: string }[];
  }[];
  readonly links: readonly { readonly role: string; readonly file: string; readonly line: number }[];
  readonly fixes: readonly {
    readonly kind: string;
    readonly title: string;
    readonly verified: boolean;
    readonly request: { readonly method: string; readonly url: string } | null;
  }[];
}

/** One run of the command line: its document, or what it said instead; `ms` is the whole process. */
export interface CommandRun {
  readonly document: DiagnosisDocument | null;
  readonly complaint: string | null;
  readonly exitCode: number | null;
  readonly ms: number;
}

const RUN_LIMIT_MS = 30_000;

/** Runs `diagnose` on a stage; `cli` is the entry of the command line, relative to the project. */
export async function runDiagnose(ask: readonly string[], stage: Stage, cli: string): Promise<CommandRun> {
  const words = ask.map((word) => fillPorts(word, stage.ports));
  const started = performance.now();
  const child = spawn(process.execPath, [join(projectRoot, cli), "diagnose", ...words, "--json", "--workspace", "."], {
    cwd: stage.folders.workspace,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: RUN_LIMIT_MS,
    killSignal: "SIGKILL",
  });
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk));
  const [exitCode] = await once(child, "close");
  const ms = Math.round(performance.now() - started);
  const document = readDocument(output);
  const complaint = document === null ? (output + errors).slice(0, 1500) || `no output in ${ms} ms` : null;
  return { document, complaint, exitCode, ms };
}

function readDocument(output: string): DiagnosisDocument | null {
  try {
    const value = JSON.parse(output) as DiagnosisDocument | { error: unknown };
    return "error" in value ? null : value;
  } catch {
    return null;
  }
}
