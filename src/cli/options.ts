import { parseArgs } from "node:util";
import { type Dialect, dialects } from "../engine/requests/resolve/dialect.ts";
import { CliError } from "./cliError.ts";
import { type ExportFile, readExportFile } from "./exportFile.ts";
import { readTlsOptions, type TlsOptions } from "./tlsOptions.ts";

/** Every option of the command line. */
const optionConfig = {
  workspace: { type: "string" },
  env: { type: "string", multiple: true },
  owner: { type: "string" },
  identity: { type: "string", multiple: true },
  var: { type: "string", multiple: true },
  dialect: { type: "string" },
  json: { type: "boolean" },
  "no-color": { type: "boolean" },
  timeout: { type: "string" },
  "max-probes": { type: "string" },
  "max-body": { type: "string" },
  "no-probes": { type: "boolean" },
  recorded: { type: "boolean" },
  "send-first": { type: "boolean" },
  "allow-unsafe": { type: "boolean" },
  "allow-host": { type: "string", multiple: true },
  insecure: { type: "boolean" },
  cert: { type: "string" },
  key: { type: "string" },
  pass: { type: "string" },
  cacert: { type: "string", multiple: true },
  "unix-socket": { type: "string" },
  curl: { type: "string" },
  url: { type: "string" },
  request: { type: "string", short: "X" },
  header: { type: "string", short: "H", multiple: true },
  data: { type: "string", short: "d" },
  export: { type: "string", multiple: true },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

/** The words of a command line, split into options and operands, not yet judged. */
export interface CommandLine {
  readonly values: ReturnType<typeof parseWords>["values"];
  readonly operands: readonly string[];
}

/** What all commands share; `timeoutMs` is for one request, `environment` is null when none was named. */
export interface Options {
  readonly workspace: string;
  readonly environment: string | null;
  /** The environments that the masking check compares; without an owner there is no check. */
  readonly owner: string | null;
  readonly identities: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  /** Whose rules decide where the tools that read request files differ. */
  readonly dialect: Dialect;
  readonly timeoutMs: number;
  /** How much of the content of a response is kept. */
  readonly maxBodyBytes: number;
  readonly maxProbes: number;
  readonly sending: "allowed" | "no-probes";
  /** Whether the request is replayed, or its recorded response is diagnosed and nothing is sent. */
  readonly replay: "sent" | "recorded";
  /** Whether named requests are sent first that the request takes values from; unsafe ones need `unsafeMethods` besides. */
  readonly earlierRequests: "sent" | "ask";
  readonly unsafeMethods: "allowed" | "ask";
  /** The hosts, in lower case, that may be probed although they look like production. */
  readonly probedHosts: readonly string[];
  readonly certificates: "verified" | "any";
  readonly tls: TlsOptions;
  /** The Unix socket that the request goes to, or null. */
  readonly unixSocket: string | null;
  readonly exports: readonly ExportFile[];
}

const DEFAULT_TIMEOUT_MS = 10_000;
const DEFAULT_MAX_PROBES = 12;
const DEFAULT_MAX_BODY_BYTES = 5_000_000;

/** Splits the words of a command line; throws a `CliError` naming the word that is not understood. */
export function splitCommandLine(words: readonly string[]): CommandLine {
  try {
    const { values, positionals } = parseWords(words);
    return { values, operands: positionals };
  } catch (error) {
    throw new CliError("bad-arguments", `${firstSentence(error)} See diagnose-404 --help.`);
  }
}

/** Reads the options that all commands share; throws a `CliError` naming the one whose value is unusable. */
export function readOptions(values: CommandLine["values"]): Options {
  const environments = values.env ?? [];
  if (environments.length > 1) {
    throw new CliError("bad-arguments", "Give --env once: this command works in one environment.");
  }
  const identities = values.identity ?? [];
  if (identities.length > 0 && values.owner === undefined) {
    throw new CliError("bad-arguments", "--identity belongs to the masking check: name the owner with --owner ENV.");
  }
  return {
    workspace: values.workspace ?? ".",
    environment: environments[0] ?? identities[0] ?? null,
    owner: values.owner ?? null,
    identities,
    variables: Object.fromEntries((values.var ?? []).map(readVariable)),
    dialect: readDialect(values.dialect ?? "auto"),
    timeoutMs: readWhole("timeout", values.timeout, 1) ?? DEFAULT_TIMEOUT_MS,
    maxBodyBytes: readWhole("max-body", values["max-body"], 0) ?? DEFAULT_MAX_BODY_BYTES,
    maxProbes: readWhole("max-probes", values["max-probes"], 0) ?? DEFAULT_MAX_PROBES,
    sending: values["no-probes"] || values.recorded ? "no-probes" : "allowed",
    replay: values.recorded ? "recorded" : "sent",
    earlierRequests: values["send-first"] ? "sent" : "ask",
    unsafeMethods: values["allow-unsafe"] ? "allowed" : "ask",
    probedHosts: (values["allow-host"] ?? []).map((host) => host.toLowerCase()),
    certificates: values.insecure ? "any" : "verified",
    tls: readTlsOptions(values),
    unixSocket: values["unix-socket"] ?? null,
    exports: (values.export ?? []).map(readExportFile),
  };
}

function parseWords(words: readonly string[]) {
  return parseArgs({ args: [...words], options: optionConfig, allowPositionals: true, strict: true });
}

function readVariable(text: string): readonly [string, string] {
  const at = text.indexOf("=");
  if (at < 1) {
    throw new CliError("bad-arguments", "--var needs NAME=VALUE.");
  }
  return [text.slice(0, at).trim(), text.slice(at + 1)];
}

function readDialect(name: string): Dialect {
  const dialect = dialects.find((known) => known === name);
  if (dialect === undefined) {
    throw new CliError("bad-arguments", `--dialect needs one of ${dialects.join(", ")}, not "${name}".`);
  }
  return dialect;
}

/** Larger values overflow the timers of Node. */
const MOST = 2_147_483_647;

function readWhole(name: string, text: string | undefined, least: number): number | null {
  if (text === undefined) {
    return null;
  }
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > MOST) {
    throw new CliError("bad-arguments", `--${name} needs a whole number from ${least} to ${MOST}, not "${text}".`);
  }
  return number;
}

/** Node explains at length how to pass a value that starts with a dash; its first sentence is enough. */
function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [first = message] = message.split(/(?<=\.)\s|\n/);
  return first.endsWith(".") ? first : `${first}.`;
}
