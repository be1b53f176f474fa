/** The pieces of a URL that a response may echo; each list is longest first. */
export interface OwnParts {
  /** The origin's host, with and without port. */
  readonly hosts: readonly string[];
  /** The path, every stretch of two or more of its segments, and its identifier-like segments and query values. */
  readonly echoes: readonly string[];
  /** True when the path is `/` alone, which a text holds for many reasons: it is the request's own only behind a method. */
  readonly isRoot?: boolean;
  /** The remaining single segments: plain words and short numbers, which a page may also use for its own reasons. */
  readonly words: readonly string[];
}

/** What stands in a masked text for a piece of the request's own URL. */
const ownToken = "{*}";

const urlParts = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?/i;
/** The root path as frameworks name it, behind a method: `Cannot GET /`, `Route GET:/ not found`. */
export const rootBehindMethod = /(?<=\b(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)[ :])\/(?=[\s"'<,.)]|$)/g;
const longestPath = 4096;
const mostSegments = 12;

/** Takes a URL apart into what a response may echo of it; an address that is no URL has no parts. */
export function readOwnParts(url: string): OwnParts {
  const found = urlParts.exec(url.slice(0, 4 * longestPath));
  if (found === null) return { hosts: [], echoes: [], words: [] };
  const [, authority = "", path = "", query = ""] = found;
  const host = authority.slice(authority.lastIndexOf("@") + 1);
  const segments = path
    .slice(0, longestPath)
    .split("/")
    .filter((segment) => segment !== "");
  const echoes = new Set<string>();
  const words = new Set<string>();
  if (path.length > 1) for (const form of writtenForms(path)) echoes.add(form);
  if (query !== "") echoes.add(`${path}?${query}`);
  for (const run of listRuns(segments.slice(-mostSegments))) for (const form of writtenForms(run)) echoes.add(form);
  for (const segment of segments) {
    const bucket = isIdentifierLike(segment) && segment.length > 3 ? echoes : words;
    for (const form of writtenForms(segment)) bucket.add(form);
  }
  for (const value of readQueryValues(query)) {
    const bucket = isIdentifierLike(value) && value.length > 3 ? echoes : words;
    if (isIdentifierLike(value)) for (const form of writtenForms(value)) bucket.add(form);
  }
  return {
    ...(path === "/" || path === "" ? { isRoot: true } : {}),
    hosts: sortByLength([host, host.replace(/:\d+$/, "")]),
    echoes: sortByLength(echoes),
    words: sortByLength(words).filter((word) => (word.length > 2 || /\d/.test(word)) && !echoes.has(word)),
  };
}

/** True for a path segment that names one thing rather than a kind of thing: it holds a digit, an @, or is very long; a version is not one. */
function isIdentifierLike(segment: string): boolean {
  if (/^v\d{1,3}(?:\.\d{1,3})?$/i.test(segment)) return false;
  return segment.length > 24 || /[\d@]/.test(segment);
}

/** A function that replaces the request's own path, identifiers and host in a text by fixed tokens. */
export function maskOwn(parts: OwnParts): (text: string) => string {
  const hosts = anyOf(parts.hosts);
  const echoes = anyOf(parts.echoes);
  return (text) => {
    let masked = text;
    if (hosts !== null) masked = masked.replace(hosts, "{host}");
    if (echoes !== null) masked = masked.replace(echoes, ownToken);
    if (parts.isRoot) masked = masked.replace(rootBehindMethod, ownToken);
    return masked.replace(/(?:https?:\/\/)?\{host\}(?=\{\*\})/g, "").replace(/\{\*\}(?:\/\{\*\})+/g, ownToken);
  };
}

/** Replaces words of requests' own paths; for texts that have been through `maskOwn`. */
export function maskWords(text: string, words: readonly string[]): string {
  const pattern = anyOf(words);
  return pattern === null ? text : text.replace(pattern, ownToken).replace(/\{\*\}(?:\/\{\*\})+/g, ownToken);
}

/** Replaces what changes from one answer to the next: times, durations, ids, hashes, addresses and long numbers; white space becomes single blanks. */
export function maskVolatile(text: string): string {
  let masked = text;
  for (const [pattern, token] of volatilePatterns) masked = masked.replace(pattern, token);
  masked = masked.replace(/[A-Za-z0-9_+=-]{12,}/g, (word) => (isRandomLooking(word) ? "{id}" : word));
  return masked
    .replace(/\d{5,}/g, "{number}")
    .replace(/\s+/g, " ")
    .trim();
}

/** True for a field name whose value differs from answer to answer: ids, times, paths, traces and the machine that answered. */
export function isVolatileName(name: string): boolean {
  if (/(?:^|[_-])(?:id|uuid|guid|at)$/i.test(name) || /[a-z](?:Id|ID|At|Uuid)$/.test(name)) return true;
  return volatileNames.has(name.toLowerCase());
}

const volatileNames = new Set(
  (
    "timestamp time date datetime ts now path url uri instance href host hostname hostid requestid traceid correlationid " +
    "stack stacktrace stack_trace trace traces backtrace duration took elapsed took_ms ip node pod server_name nonce ray " +
    "reference transaction"
  ).split(" "),
);

const volatilePatterns: readonly (readonly [RegExp, string])[] = [
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, "{id}"],
  [/\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)?(?:\[[\w/]{1,40}\])?/g, "{time}"],
  [/\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? [\w ]{5,14} \d\d:\d\d:\d\d(?: (?:GMT|UTC|[A-Z]{3,4}))?/g, "{time}"],
  [/\b\d{1,2}:\d\d:\d\d(?:[.,]\d{1,9})?\b/g, "{time}"],
  [/\b\d{1,9}(?:\.\d{1,9})? ?(?:ns|µs|us|ms|s|sec|seconds|milliseconds)\b/g, "{duration}"],
  [
    /\b((?:request|correlation|trace|reference|ray|incident|event)[ _-]?(?:id|number|#)["']?\s{0,3}[:=#]?\s{0,3}["']?)[\w.:-]{4,}/gi,
    "$1{id}",
  ],
  [/(["']\w{0,40}_?id["']\s?:\s?)\d+/gi, "$1{number}"],
  [/\b0x[0-9a-f]+\b/gi, "{id}"],
  [/\b[a-z]{2,6}_(?=[A-Za-z]{0,40}\d)[A-Za-z0-9]{8,}\b/g, "{id}"],
  [/\b(?=[a-f]{0,40}\d)(?=\d{0,40}[a-f])[0-9a-f]{8,}\b/gi, "{id}"],
  [/\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?::\d{1,5})?\b/g, "{address}"],
];

/** Words of letters, and words joined by - or _, read as text; a mix of cases and digits, or many digits, reads as a token. */
function isRandomLooking(word: string): boolean {
  const digits = word.replace(/[^0-9]/g, "").length;
  if (digits === 0) return word.length >= 32 && /[A-Z]/.test(word) && /[a-z]/.test(word) && !/[_-]/.test(word);
  if (digits >= 4) return true;
  return digits >= 2 && /[A-Z]/.test(word) && /[a-z]/.test(word);
}

/** Every stretch of at least two segments, joined as a path without its first slash. */
function listRuns(segments: readonly string[]): readonly string[] {
  const runs: string[] = [];
  for (let start = 0; start < segments.length; start++) {
    for (let end = start + 2; end <= segments.length; end++) runs.push(segments.slice(start, end).join("/"));
  }
  return runs;
}

/** A text as sent, percent-decoded, and percent-encoded: the ways in which a server writes it back. */
function writtenForms(text: string): readonly string[] {
  const forms = new Set([text]);
  try {
    const decoded = decodeURIComponent(text);
    forms.add(decoded);
    forms.add(encodeURIComponent(decoded));
  } catch {
    forms.add(encodeURIComponent(text.replace(/[\uD800-\uDFFF]/g, "")));
  }
  return [...forms].filter((form) => form !== "");
}

function readQueryValues(query: string): readonly string[] {
  const values: string[] = [];
  for (const pair of query.slice(0, longestPath).split("&").slice(0, 40)) {
    const value = pair.slice(pair.indexOf("=") + 1);
    if (value !== "") values.push(value);
  }
  return values;
}

function sortByLength(texts: Iterable<string>): readonly string[] {
  return [...new Set(texts)].filter((text) => text !== "").sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** One expression for all the literals, each only where it stands alone as a word; null when there are none. */
function anyOf(literals: readonly string[]): RegExp | null {
  if (literals.length === 0) return null;
  const escaped = literals.map((literal) => literal.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  return new RegExp(`(?<![A-Za-z0-9%_])(?:${escaped.join("|")})(?![A-Za-z0-9%_])`, "gi");
}
