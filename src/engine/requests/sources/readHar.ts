import type { Problem } from "../../model/place.ts";
import type { RecordedResponse, RequestFile, WrittenField, WrittenRequest } from "../../model/request.ts";

/** One entry of a HAR file: its 1-based number, the request, and the response, null when none came. */
export interface HarEntry {
  readonly number: number;
  readonly request: WrittenRequest;
  readonly response: RecordedResponse | null;
  /** When it was sent, in ms since 1970, and how long it took in ms; null where the file does not say. */
  readonly startedAt: number | null;
  readonly ms: number | null;
}

/** The requests recorded in a HAR file. */
export interface Har {
  readonly entries: readonly HarEntry[];
  readonly problems: readonly Problem[];
}

const NOWHERE = { start: 0, end: 0 };
const MOST_ENTRIES = 100_000;

/**
 * Reads a HAR 1.1 or 1.2 file as browsers and proxies write it; never throws. Entries without a usable URL are left out. The requests
 * hold no variables: resolve them with `variables: "verbatim"`.
 */
export function readHar(text: string): Har {
  const parsed = parse(text);
  const entries = listOf(field(field(parsed, "log"), "entries"));
  if (entries === null)
    return { entries: [], problems: [problem("not-har", "This file is not a HAR file: it has no log.entries.")] };
  const read = entries.slice(0, MOST_ENTRIES).map(readEntry);
  const missing = read.filter((entry) => entry === null).length;
  const problems =
    missing === 0 ? [] : [problem("har-entry-unreadable", `${missing} entries hold no request and are left out.`)];
  return { entries: read.filter((entry) => entry !== null), problems };
}

/** The entries over HTTP that ended in 404 or 410. */
export function findMisses(har: Har): readonly HarEntry[] {
  return har.entries.filter(
    ({ request, response }) => (response?.status === 404 || response?.status === 410) && /^https?:/i.test(request.url),
  );
}

/** The requests of a HAR file, each with the number of its entry as its line. */
export function harRequests({ entries, problems }: Har): RequestFile {
  const requests = entries.map(({ number, request, response }) => {
    return { ...request, startLine: number, line: number, endLine: number, recorded: response };
  });
  return { requests, variables: [], problems };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    return null;
  }
}

function problem(code: string, message: string): Problem {
  return { code, message, range: NOWHERE, line: 1 };
}

function field(value: unknown, name: string): unknown {
  const isObject = typeof value === "object" && value !== null && Object.hasOwn(value, name);
  return isObject ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

function listOf(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? value : null;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

function readEntry(entry: unknown, index: number): HarEntry | null {
  const request = field(entry, "request");
  const url = textOf(field(request, "url"));
  if (url === null || url === "") return null;
  const startedAt = Date.parse(textOf(field(entry, "startedDateTime")) ?? "");
  return {
    number: index + 1,
    request: readRequest(request, url),
    response: readResponse(field(entry, "response")),
    startedAt: Number.isNaN(startedAt) ? null : startedAt,
    ms: numberOf(field(entry, "time")),
  };
}

function readRequest(request: unknown, url: string): WrittenRequest {
  const headers = pairsOf(field(request, "headers")).filter(([name]) => !/^(?::.*|content-length)$/i.test(name));
  const cookies = pairsOf(field(request, "cookies")).map(([name, value]) => `${name}=${value}`);
  const isListed = cookies.length > 0 && !headers.some(([name]) => name.toLowerCase() === "cookie");
  return {
    name: null,
    method: (textOf(field(request, "method")) ?? "GET").toUpperCase(),
    url: withQuery(url, pairsOf(field(request, "queryString"))),
    version: null,
    headers: [...headers, ...(isListed ? [["Cookie", cookies.join("; ")] as const] : [])].map(writtenField),
    body: readContent(field(request, "postData")),
    bodyFile: null,
    bodyRange: null,
    directives: {},
    recorded: null,
    startLine: 1,
    line: 1,
    endLine: 1,
    range: NOWHERE,
    methodRange: null,
    urlRanges: [],
  };
}

/** Some tools list the query beside a URL that lacks it. */
function withQuery(url: string, query: readonly (readonly [string, string])[]): string {
  if (query.length === 0 || url.includes("?")) return url;
  const [base, fragment] = url.includes("#")
    ? [url.slice(0, url.indexOf("#")), url.slice(url.indexOf("#"))]
    : [url, ""];
  return `${base}?${encodePairs(query)}${fragment}`;
}

function writtenField([name, value]: readonly [string, string]): WrittenField {
  return { name, value, nameRange: NOWHERE, valueRange: NOWHERE };
}

function pairsOf(value: unknown): readonly (readonly [string, string])[] {
  return (listOf(value) ?? []).flatMap((pair) => {
    const [name, content] = [textOf(field(pair, "name")), textOf(field(pair, "value"))];
    return name === null ? [] : [[name, content ?? ""] as const];
  });
}

function readContent(content: unknown): string | null {
  const text = textOf(field(content, "text"));
  if (text !== null) return textOf(field(content, "encoding")) === "base64" ? decodeBase64(text) : text;
  const params = pairsOf(field(content, "params"));
  // The files of a form are not recorded.
  const isForm = !/^multipart\//i.test(textOf(field(content, "mimeType")) ?? "");
  return params.length > 0 && isForm ? encodePairs(params) : null;
}

function encodePairs(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map((pair) => pair.map(encodePart).join("=")).join("&");
}

function encodePart(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

function decodeBase64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (char) => char.charCodeAt(0)));
  } catch {
    return text;
  }
}

/** Browsers write status 0 where no response came. */
function readResponse(response: unknown): RecordedResponse | null {
  const status = numberOf(field(response, "status")) ?? 0;
  if (status < 100) return null;
  const body = readContent(field(response, "content")) ?? "";
  return { status, headers: pairsOf(field(response, "headers")), body, range: NOWHERE };
}
