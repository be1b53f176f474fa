/** A URL in a line of text: as written, and its columns, 0-based, end excluded. */
export interface FoundUrl {
  readonly text: string;
  /** The method that its surroundings name, else GET. */
  readonly method: string;
  /** False when the method is only a guess. */
  readonly isMethodNamed: boolean;
  /** True when something that sends requests is called with it. */
  readonly isSent: boolean;
  /** How many lines above the call begins that it is given to; 0 when on its own line, or when there is none. */
  readonly callsAbove: number;
  readonly start: number;
  readonly end: number;
}

/** The lines around one, in their order: a call over several lines names its method above or below its URL. */
export interface LinesAround {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const alone: LinesAround = { before: [], after: [] };

/** How many lines above and below are looked at, and how much of them, in characters. */
const linesBefore = 3;
const linesAfter = 12;
const longestCall = 600;

const absoluteUrl = /https?:\/\/[^\s"'`<>\\^|]+/gi;
/** A quoted path that starts with a slash, or with a value that stands for the origin and whatever comes before the slash. */
const quotedPath = /(["'`])((?:\$?\{[^{}"'`]*\}|#\{[^{}"'`]*\})?)(\/(?:\$\{[^{}]*\}|[^\s"'`<>\\^|])*)\1(\s*[+%])?/g;
const methodAndPath = /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+(\/[^\s"'`<>\\^|]*)/g;

const calledMethod = /\.(get|post|put|patch|delete|head|options)\s*(?:<[^>]*>)?\(\s*f?["'`]?$/i;
const namedMethod =
  /(?:\bmethod["']?\s*[:=]\s*["'`]|(?<!\S)-X\s*|(?<!\S)--request[ =])(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/i;
/** What stands before a URL that is given with its options, in a call or among them. */
const openCall = /\(\s*(?:\{[^{}();]*\b(?:url|path)["']?\s*:\s*)?f?["'`]?$/;
const urlOption = /\burl["']?\s*[:=]\s*f?["'`]?$/i;
/** A path that is a value of its own, as data may write it: `path: /orders`, `- /orders`, `PATH=/orders`. */
const plainValue = /^\s*(?:-\s+)?(?:(?<=-\s+)|["']?[\w.-]+["']?(?::\s+|=))(\/[\w.~%{}:/-]*[\w}~%-])\s*(?:#.*)?$/;
const leadingMethod = /\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+["'`]?$/;

/** A call of what sends requests, up to the URL that it is given. */
const sendingCall =
  /\b(?:\$?fetch|axios|ky|got|request|url_for|useFetch|useSWR|useQuery|\w*(?:client|http|api)\w*(?:\.\w+)*)\s*(?:<[^>]*>)?\(\s*(?:\{[^{}();]*\burl\s*:\s*)?f?["'`]?$/i;

/** What stands in the place of a value in a URL: `${…}`, `{…}`, `{{…}}`, `#{…}`, `$name`, `%s`, `:name`, `<…>`. */
const values = /\$\{[^{}]*\}|#\{[^{}]*\}|\{\{[^{}]*\}\}|\{[^{}]*\}|\$\w+|%[sd](?![\da-f])|(?<=\/):\w+|<[^<>]*>/gi;

/** How much of a line is read, in characters; what is longer was not written by a person. */
const longest = 10_000;

/** The lines around one of a text that is given line by line; both counts are 0-based. */
export function linesAround(lineAt: (line: number) => string, count: number, at: number): LinesAround {
  const linesOf = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from) }, (_, each) => lineAt(from + each).slice(0, longestCall));
  return {
    before: linesOf(Math.max(0, at - linesBefore), at),
    after: linesOf(at + 1, Math.min(count, at + 1 + linesAfter)),
  };
}

/** Every absolute URL, quoted path, path after a method, and path that is the value of a line, from left to right; none overlap. */
export function findUrls(wholeLine: string, around: LinesAround = alone): readonly FoundUrl[] {
  const line = wholeLine.slice(0, longest);
  const found: FoundUrl[] = [];
  const add = (text: string, start: number) => {
    const isFree = text !== "" && !found.some((other) => start < other.end && other.start < start + text.length);
    if (isFree) {
      found.push(foundUrl({ line, around }, text, start));
    }
  };
  for (const { 0: text, index } of line.matchAll(absoluteUrl)) {
    add(trimUrl(text), index);
  }
  for (const { 1: quote = "", 2: origin = "", 3: path = "", 4: joined, index } of line.matchAll(quotedPath)) {
    // What is joined to the end of a path is its last segment.
    const isCut = joined?.trim() === "+" && path.endsWith("/");
    add(isCut ? `${path}{}` : path, index + quote.length + origin.length);
  }
  for (const { 0: whole, 1: path = "", index } of line.matchAll(methodAndPath)) {
    add(trimUrl(path), index + whole.length - path.length);
  }
  const value = plainValue.exec(line)?.[1];
  if (value !== undefined) {
    add(value, line.indexOf(value));
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The URL at a column of a line, both its ends included; null when there is none. */
export function findUrlAt(line: string, column: number, around: LinesAround = alone): FoundUrl | null {
  return findUrls(line, around).find(({ start, end }) => column >= start && column <= end) ?? null;
}

/** The URL with a sample in place of each value that is put in at run time, so that a parameter can take it. */
export function fillTemplate(url: string, sample = "0"): string {
  return url.replace(values, sample);
}

/** Full stops, commas and closing brackets after a URL belong to the sentence around it, a bracket only when none was opened. */
function trimUrl(text: string): string {
  let url = text;
  for (;;) {
    const last = url.at(-1) ?? "";
    if (!/[.,;:!?*]/.test(last) && !isUnpaired(url, last)) {
      return url;
    }
    url = url.slice(0, -1);
  }
}

function isUnpaired(url: string, last: string): boolean {
  const opening = last === ")" ? "(" : last === "]" ? "[" : null;
  return opening !== null && url.split(opening).length < url.split(last).length;
}

interface Surroundings {
  readonly line: string;
  readonly around: LinesAround;
}

function foundUrl({ line, around }: Surroundings, text: string, start: number): FoundUrl {
  const own = withoutOrigin(line.slice(Math.max(0, start - 200), start));
  const before = [...around.before, own].join("\n").slice(-longestCall);
  const isSent = sendingCall.test(before);
  const opened = openCall.exec(before)?.[0] ?? "";
  const behind = [line.slice(start + text.length), ...around.after].join("\n");
  const isOption = isSent || urlOption.test(before);
  const named =
    calledMethod.exec(before) ??
    leadingMethod.exec(own) ??
    namedMethod.exec(commandOf(line, around)) ??
    (isOption ? namedMethod.exec(opened + restOfCall(behind)) : null);
  return {
    text,
    method: named?.[1]?.toUpperCase() ?? "GET",
    isMethodNamed: named !== null,
    isSent: named !== null || isSent,
    callsAbove: opened.split("\n").length - 1,
    start,
    end: start + text.replace(/\{\}$/, "").length,
  };
}

function withoutOrigin(text: string): string {
  return text.replace(/(?:\$?\{[^{}]*\}|#\{[^{}]*\})$/, "");
}

/** The line with those that a backslash joins to it, as commands of a shell are written. */
function commandOf(line: string, { before, after }: LinesAround): string {
  const isJoined = (each: string) => each.endsWith("\\");
  const lead = before.slice(before.findLastIndex((each) => !isJoined(each)) + 1);
  const last = after.findIndex((each) => !isJoined(each));
  const rest = isJoined(line) ? after.slice(0, last < 0 ? after.length : last + 1) : [];
  return [...lead, line, ...rest].join("\n");
}

/** The text up to the bracket that closes the call or the object in which it begins. */
function restOfCall(text: string): string {
  let depth = 0;
  for (const [at, letter] of [...text.slice(0, longestCall)].entries()) {
    depth += "([{".includes(letter) ? 1 : ")]}".includes(letter) ? -1 : 0;
    if (depth < 0) {
      return text.slice(0, at);
    }
  }
  return text.slice(0, longestCall);
}
