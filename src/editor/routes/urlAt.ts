/** A URL in a line of text: as written, and its columns, 0-based, end excluded. */
export interface FoundUrl {
  readonly text: string;
  /** The method that its surroundings name, else GET. */
  readonly method: string;
  /** False when the method is only a guess. */
  readonly isMethodNamed: boolean;
  /** True when something that sends requests is called with it. */
  readonly isSent: boolean;
  readonly start: number;
  readonly end: number;
}

const absoluteUrl = /https?:\/\/[^\s"'`<>\\^|]+/gi;
/** A quoted path that starts with a slash, or with a value that stands for the origin and whatever comes before the slash. */
const quotedPath = /(["'`])((?:\$?\{[^{}"'`]*\}|#\{[^{}"'`]*\})?)(\/(?:\$\{[^{}]*\}|[^\s"'`<>\\^|])*)\1(\s*[+%])?/g;
const methodAndPath = /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+(\/[^\s"'`<>\\^|]*)/g;

const calledMethod = /\.(get|post|put|patch|delete|head|options)\s*(?:<[^>]*>)?\(\s*f?["'`]?$/i;
const namedMethod = /\b(?:method\s*[:=]\s*["'`]|-X\s*|--request[ =])(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/i;
const leadingMethod = /\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+["'`]?$/;

/** A call of what sends requests, up to the URL that it is given. */
const sendingCall =
  /\b(?:\$?fetch|axios|ky|got|request|url_for|useFetch|useSWR|useQuery|\w*(?:client|http|api)\w*(?:\.\w+)*)\s*(?:<[^>]*>)?\(\s*(?:\{\s*url\s*:\s*)?f?["'`]?$/i;

/** What stands in the place of a value in a URL: `${…}`, `{…}`, `{{…}}`, `#{…}`, `$name`, `%s`, `:name`, `<…>`. */
const values = /\$\{[^{}]*\}|#\{[^{}]*\}|\{\{[^{}]*\}\}|\{[^{}]*\}|\$\w+|%[sd](?![\da-f])|(?<=\/):\w+|<[^<>]*>/gi;

/** How much of a line is read, in characters; what is longer was not written by a person. */
const longest = 10_000;

/** Every absolute URL, quoted path, and path after a method of a line, from left to right; none overlap. */
export function findUrls(wholeLine: string): readonly FoundUrl[] {
  const line = wholeLine.slice(0, longest);
  const found: FoundUrl[] = [];
  const add = (text: string, start: number) => {
    const isFree = text !== "" && !found.some((other) => start < other.end && other.start < start + text.length);
    if (isFree) {
      found.push(foundUrl(line, text, start));
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
  return found.sort((a, b) => a.start - b.start);
}

/** The URL at a column of a line, both its ends included; null when there is none. */
export function findUrlAt(line: string, column: number): FoundUrl | null {
  return findUrls(line).find(({ start, end }) => column >= start && column <= end) ?? null;
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

function foundUrl(line: string, text: string, start: number): FoundUrl {
  const before = line.slice(Math.max(0, start - 200), start).replace(/(?:\$?\{[^{}]*\}|#\{[^{}]*\})$/, "");
  const named = calledMethod.exec(before) ?? leadingMethod.exec(before) ?? namedMethod.exec(line);
  const end = start + text.replace(/\{\}$/, "").length;
  const isSent = named !== null || sendingCall.test(before);
  return { text, method: named?.[1]?.toUpperCase() ?? "GET", isMethodNamed: named !== null, isSent, start, end };
}
