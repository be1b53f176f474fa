/** A URL in a line of text: as written, the method its surroundings name (else GET), and its columns, 0-based, end excluded. */
export interface FoundUrl {
  readonly text: string;
  readonly method: string;
  readonly start: number;
  readonly end: number;
}

const absoluteUrl = /https?:\/\/[^\s"'`<>\\^|]+/gi;
const quotedPath = /(["'`])(\/[^\s"'`<>\\^|]*)\1/g;
const calledMethod = /\.(get|post|put|patch|delete|head|options)\s*(?:<[^>]*>)?\(\s*["'`]?$/i;
const namedMethod = /\b(?:method\s*:\s*["'`]|-X\s*|--request[ =])(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/i;
const leadingMethod = /\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+["'`]?$/;

/** The absolute URL, or the quoted path that starts with a slash, at a column of a line; null when there is none. */
export function findUrlAt(line: string, column: number): FoundUrl | null {
  for (const found of line.matchAll(absoluteUrl)) {
    const text = trimUrl(found[0]);
    if (isWithin(column, found.index, text)) {
      return foundUrl(line, text, found.index);
    }
  }
  for (const found of line.matchAll(quotedPath)) {
    const text = found[2] ?? "";
    if (isWithin(column, found.index + 1, text)) {
      return foundUrl(line, text, found.index + 1);
    }
  }
  return null;
}

/** The URL without what a template puts in at run time: each `${…}` becomes one segment of text, which a parameter can take. */
export function fillTemplate(url: string): string {
  return url.replace(/\$\{[^}]*\}/g, "0");
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

function isWithin(column: number, start: number, text: string): boolean {
  return column >= start && column <= start + text.length;
}

function foundUrl(line: string, text: string, start: number): FoundUrl {
  const before = line.slice(0, start);
  const named = calledMethod.exec(before) ?? leadingMethod.exec(before) ?? namedMethod.exec(line);
  return { text, method: named?.[1]?.toUpperCase() ?? "GET", start, end: start + text.length };
}
