import { CliError } from "./cliError.ts";
import { type CommandLine, type Options, readOptions, splitCommandLine } from "./options.ts";

/** The request that `diagnose` is about, as named on the command line. */
export type RequestSource =
  | { readonly kind: "file"; readonly target: string }
  | { readonly kind: "curl"; readonly command: string }
  | {
      readonly kind: "url";
      readonly url: string;
      readonly method: string | null;
      readonly headers: readonly (readonly [string, string])[];
      readonly body: string | null;
    };

/** What the person asks of the command line. */
export type Invocation =
  | { readonly kind: "help" }
  | { readonly kind: "version" }
  | { readonly kind: "diagnose"; readonly options: Options; readonly source: RequestSource }
  | { readonly kind: "routes"; readonly options: Options; readonly folder: string | null }
  | { readonly kind: "match"; readonly options: Options; readonly method: string; readonly url: string }
  | { readonly kind: "parse"; readonly options: Options; readonly files: readonly string[] };

/** The characters of RFC 9110 section 5.6.2. */
const token = /^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/;

/** Reads a whole command line; throws a `CliError` that says what to write instead. */
export function readInvocation(words: readonly string[]): Invocation {
  const line = splitCommandLine(words);
  if (line.values.help || line.values.version) {
    return { kind: line.values.help ? "help" : "version" };
  }
  const [command, ...operands] = line.operands;
  switch (command) {
    case "diagnose":
      return { kind: "diagnose", options: readOptions(line.values), source: readSource(line.values, operands) };
    case "routes":
      return readRoutesCommand(line, operands);
    case "match":
      return readMatchCommand(line, operands);
    case "parse":
      return readParseCommand(line, operands);
    case "check":
      throw new CliError(
        "not-in-this-version",
        "check is not in this version: diagnose one request at a time with diagnose-404 diagnose FILE:LINE.",
      );
    default:
      throw new CliError(
        "bad-arguments",
        `${command === undefined ? "No command given" : `There is no command "${command}"`}: use diagnose, routes, match or parse. See diagnose-404 --help.`,
      );
  }
}

function readSource(values: CommandLine["values"], operands: readonly string[]): RequestSource {
  const [target, ...more] = operands;
  const given = [target, values.curl, values.url].filter((source) => source !== undefined);
  if (given.length !== 1 || more.length > 0) {
    throw new CliError("bad-arguments", "diagnose needs exactly one request: FILE:LINE, FILE#NAME, --curl or --url.");
  }
  if (values.url === undefined && (values.request ?? values.header ?? values.data) !== undefined) {
    throw new CliError("bad-arguments", "-X, -H and -d belong to --url.");
  }
  if (target !== undefined) {
    return { kind: "file", target };
  }
  return values.curl === undefined
    ? {
        kind: "url",
        url: values.url ?? "",
        method: values.request === undefined ? null : readMethod(values.request),
        headers: (values.header ?? []).map(readHeader),
        body: values.data ?? null,
      }
    : { kind: "curl", command: values.curl };
}

function readRoutesCommand(line: CommandLine, operands: readonly string[]): Invocation {
  rejectRequestOptions("routes", line);
  const [folder, ...more] = operands;
  if (more.length > 0) {
    throw new CliError("bad-arguments", "routes takes one folder.");
  }
  const options = readOptions(line.values);
  return folder !== undefined && line.values.workspace === undefined
    ? { kind: "routes", options: { ...options, workspace: folder }, folder: null }
    : { kind: "routes", options, folder: folder ?? null };
}

function readMatchCommand(line: CommandLine, operands: readonly string[]): Invocation {
  rejectRequestOptions("match", line);
  const [method, url, ...more] = operands;
  if (method === undefined || url === undefined || more.length > 0) {
    throw new CliError(
      "bad-arguments",
      "match needs a method and a URL, such as: diagnose-404 match GET /api/orders/1",
    );
  }
  if (!/^(?:https?:\/\/[^/?#\s]|\/)/i.test(url)) {
    throw new CliError(
      "bad-arguments",
      `match needs an http or https URL, or a path that starts with /, not "${url}".`,
    );
  }
  return { kind: "match", options: readOptions(line.values), method: readMethod(method), url };
}

function readParseCommand(line: CommandLine, operands: readonly string[]): Invocation {
  rejectRequestOptions("parse", line);
  if (operands.length === 0) {
    throw new CliError("bad-arguments", "parse needs at least one FILE.");
  }
  return { kind: "parse", options: readOptions(line.values), files: operands };
}

function rejectRequestOptions(command: string, { values }: CommandLine): void {
  const stray = (
    ["curl", "url", "request", "header", "data", "export", "owner", "identity", "send-first", "recorded"] as const
  ).find((name) => values[name] !== undefined);
  if (stray !== undefined) {
    throw new CliError("bad-arguments", `--${stray} belongs to diagnose, not to ${command}.`);
  }
}

function readMethod(text: string): string {
  if (!token.test(text)) {
    throw new CliError("bad-arguments", `"${text}" is no HTTP method.`);
  }
  return text.toUpperCase();
}

function readHeader(text: string): readonly [string, string] {
  const at = text.indexOf(":");
  const name = text.slice(0, at).trim();
  if (at < 1 || !token.test(name)) {
    throw new CliError("bad-arguments", "-H needs 'Name: value'.");
  }
  return [name, text.slice(at + 1).trim()];
}
