import { readExistenceChecks } from "../engine/diagnosis/checks/readExistenceChecks.ts";
import { type ReadyChecks, resolveChecks } from "../engine/diagnosis/checks/resolveChecks.ts";
import type { Problem } from "../engine/model/place.ts";
import type { RequestFile, ResolvedRequest, WrittenRequest } from "../engine/model/request.ts";
import type { Clock } from "../engine/ports.ts";
import { noEnvironments } from "../engine/requests/environments/environmentSet.ts";
import { readEnvironments } from "../engine/requests/environments/environments.ts";
import { findRequestAtLine, findRequestByName } from "../engine/requests/grammar/findRequest.ts";
import { isOtherProtocol } from "../engine/requests/grammar/lineShape.ts";
import { unsaidProblems } from "../engine/requests/grammar/unsaidProblems.ts";
import { readBodyFiles } from "../engine/requests/resolve/bodyFiles.ts";
import { type ResolveContext, usedEnvironment } from "../engine/requests/resolve/resolveContext.ts";
import { resolveRequest } from "../engine/requests/resolve/resolveRequest.ts";
import { Session } from "../engine/session.ts";
import { type Supplier, supply } from "../engine/supply.ts";
import { chooseHarEntry } from "./chooseHarEntry.ts";
import { CliError } from "./cliError.ts";
import type { RequestSource } from "./invocation.ts";
import type { Workspace } from "./openWorkspace.ts";
import type { Options } from "./options.ts";
import { parseRequests } from "./parseRequests.ts";
import { isFile, readInput } from "./readInput.ts";
import { type RequestTarget, readTargets } from "./requestTarget.ts";
import { writeRequest } from "./writeRequest.ts";

/** The request that was asked about, resolved, with what else its file and environments offer for comparison. */
export interface AskedRequest {
  readonly request: ResolvedRequest;
  /** The other requests of the file, in the same environment. */
  readonly siblings: readonly ResolvedRequest[];
  /** The same request in each other environment. */
  readonly elsewhere: readonly ResolvedRequest[];
  readonly written: WrittenRequest;
  /** What is wrong in reading this very request, where resolving it does not say so. */
  readonly readingProblems: readonly Problem[];
  /** The configured existence checks, in the same environment. */
  readonly checks: ReadyChecks;
}

/** Where a request is looked for, and how the requests are sent that it takes values from. */
export interface Surroundings {
  readonly workspace: Workspace;
  readonly clock: Clock;
  readonly respond: Supplier["respond"];
}

/** Reads and resolves the request that a command line names; throws a `CliError` when it is not clear which one is meant. */
export async function readAskedRequest(
  source: RequestSource,
  options: Options,
  { workspace, clock, respond }: Surroundings,
): Promise<AskedRequest> {
  const found = source.kind === "file" ? await findInFile(source.target, workspace) : findInWords(source);
  const dotenvNames = [options.environment, options.owner, ...options.identities].filter((name) => name !== null);
  const environments =
    found.file === null ? noEnvironments : await readEnvironments(workspace.files, found.file, { dotenvNames });
  const base: ResolveContext = {
    file: found.file,
    text: found.text,
    parsed: found.parsed,
    environments,
    environment: chosenEnvironment(options.environment, environments.names),
    given: options.variables,
    dialect: options.dialect,
    clock,
    variables: found.variables,
  };
  const others = environments.names.filter((name) => name !== usedEnvironment(base));
  const resolve = async (written: WrittenRequest, context: ResolveContext) =>
    resolveRequest(written, { ...context, bodyFiles: await readBodyFiles(written, context, workspace.files) });
  const session = new Session(clock);
  const supplier: Supplier = {
    resolve: (written, { responses }) => resolve(written, { ...base, responses }),
    respond,
  };
  const supplied = await supply(found.written, found.parsed, supplier, session);
  const request = session.give(await resolve(found.written, { ...base, responses: supplied?.responses ?? new Map() }));
  const ofRequest = found.parsed.problems.filter(({ line }) => found.file === null || isLineOf(found.written, line));
  return {
    request,
    readingProblems: unsaidProblems(ofRequest, request.problems),
    siblings: found.parsed.requests
      .filter((other) => other !== found.written)
      .map((other) => session.give(resolveRequest(other, base))),
    elsewhere: await Promise.all(others.map((name) => resolve(found.written, { ...base, environment: name }))),
    written: found.written,
    checks: resolveChecks(await readExistenceChecks(workspace.files), base),
  };
}

function isLineOf({ startLine, endLine }: WrittenRequest, line: number): boolean {
  return startLine <= line && line <= endLine;
}

/** The request before it is resolved; `file` is null for one that no line of a file can be edited for. */
interface Found {
  readonly written: WrittenRequest;
  readonly parsed: RequestFile;
  readonly file: string | null;
  readonly text: string;
  readonly variables: "resolved" | "verbatim";
}

function findInWords(source: Exclude<RequestSource, { kind: "file" }>): Found {
  const parsed = writeRequest(source);
  return {
    written: parsed.requests[0] as WrittenRequest,
    parsed,
    file: null,
    text: source.kind === "curl" ? source.command : "",
    variables: "resolved",
  };
}

async function findInFile(given: string, workspace: Workspace): Promise<Found> {
  const target = await existingTarget(given);
  const file = workspace.nameOf(target.file);
  const text = await readInput(workspace.files, file, target.file);
  if (/\.har$/i.test(file)) {
    return findInHar(text, target, file);
  }
  const parsed = parseRequests(file, text);
  const written = chooseRequest(parsed, target, file);
  if (isOtherProtocol(written.method)) {
    throw new CliError("not-http", `${written.method} requests are never sent; only HTTP is diagnosed.`);
  }
  return { written, parsed, file, text, variables: "resolved" };
}

function findInHar(text: string, target: RequestTarget, file: string): Found {
  const { request, number, response } = chooseHarEntry(text, target.kind === "line" ? target.line : null, file);
  const written = { ...request, name: `${file}:${number}`, recorded: response };
  return {
    written,
    parsed: { requests: [written], variables: [], problems: [] },
    file: null,
    text: "",
    variables: "verbatim",
  };
}

async function existingTarget(given: string): Promise<RequestTarget> {
  const targets = readTargets(given);
  for (const target of targets) {
    if (await isFile(target.file, target.file)) {
      return target;
    }
  }
  throw new CliError("unreadable-input", `There is no file ${(targets[1] ?? targets[0])?.file ?? given}.`);
}

function chooseRequest(parsed: RequestFile, target: RequestTarget, file: string): WrittenRequest {
  const [only, ...more] = parsed.requests;
  if (!only) {
    throw new CliError("no-such-request", `${file} holds no request.`);
  }
  if (target.kind === "any") {
    if (more.length === 0) {
      return only;
    }
    throw new CliError(
      "choose-a-request",
      `${file} holds ${parsed.requests.length} requests; choose one with FILE:LINE or FILE#NAME:\n${listRequests(parsed, file)}`,
    );
  }
  const found =
    target.kind === "line" ? findRequestAtLine(parsed, target.line) : findRequestByName(parsed, target.name);
  if (found) {
    return found;
  }
  const place = target.kind === "line" ? `no request at line ${target.line}` : `no request named ${target.name}`;
  throw new CliError("no-such-request", `${file} has ${place}; it has:\n${listRequests(parsed, file)}`);
}

const LISTED = 20;

function listRequests({ requests }: RequestFile, file: string): string {
  const lines = requests
    .slice(0, LISTED)
    .map(({ line, method, url, name }) => `  ${file}:${line}  ${method} ${url}${name === null ? "" : `  (${name})`}`);
  const rest = requests.length - lines.length;
  return [...lines, ...(rest > 0 ? [`  and ${rest} more`] : [])].join("\n");
}

function chosenEnvironment(name: string | null, names: readonly string[]): string | null {
  if (name === null || names.includes(name)) {
    return name;
  }
  const known = names.length === 0 ? "none is defined for this request" : `there are ${names.join(", ")}`;
  throw new CliError("unknown-environment", `There is no environment ${name}: ${known}.`);
}
