import type { Location } from "../../../model/place.ts";

/** A segment of a URL in a text: what is written, between the expressions that a program puts a value for; one literal more than expressions. */
export interface WrittenSegment {
  readonly literals: readonly string[];
  readonly expressions: readonly string[];
}

/** A URL as code, a page or a mail writes it; its path without what is only known when the program runs before its first slash. */
export interface WrittenUrl {
  readonly text: string;
  readonly location: Location;
  readonly segments: readonly WrittenSegment[];
  /** True when host and path are written out, so that nothing can stand before the path. */
  readonly isWhole: boolean;
  /** The method that the line names; null when it names none. */
  readonly method: string | null;
}

/** A longer line was written by a program, and is not read: in characters. */
export const longestLine = 2000;
const quoted = /(["'`])((?:\\.|(?!\1)[^\\])*)\1/g;
const asking =
  /\b(?:fetch|ask|axios|ky|got|request\w*|get|head|post|put|patch|delete|ur[li]\w*|href|src|open|load)\b|URL\(|urljoin|["']ur[li]["']/i;
const absolute = /\bhttps?:\/\/[^\s"'`<>]+[^\s"'`<>.,;:!?)\]}]\/?/g;
const prose = /\.(?:txt|eml|md|html?|mjml|hbs|ejs|liquid|njk|pug|erb|jinja2?|j2)$/i;

/**
 * The URLs of one line, from left to right: what stands in quotes, strings that `+` joins as one, and in prose every absolute URL. `${…}`, `{…}`,
 * `{{…}}`, `#{…}`, `<%= … %>`, `$name`, `%s` and `:name` (RFC 6570 and the template languages that look like them) stand for a value.
 */
export function readWrittenUrls(file: string, line: string, number: number): readonly WrittenUrl[] {
  if (line.length > longestLine || !line.includes("/")) {
    return [];
  }
  const strings = joinStrings(line);
  const free = prose.test(file)
    ? [...line.matchAll(absolute)].map(({ 0: text, index }) => ({ text, start: index }))
    : [];
  const apart = free.filter(({ start }) => !strings.some((one) => one.start <= start && start <= one.end));
  return [...strings, ...apart].flatMap(({ text, start }) => {
    const url = readUrl(text);
    // Without a slash in front, two words and a slash are anything, unless something asks for them, or a call is handed a value behind the slash.
    const isHanded = /[\w>]\(\s*[fr]?$/.test(line.slice(0, start - 1)) && /\/\$?\{/.test(text);
    const isMeant =
      /[/{%]/.test(text[0] ?? "") || text.includes("//") || text.startsWith("$") || isHanded || asking.test(line);
    return url === null || !isMeant
      ? []
      : [{ ...url, text, location: { file, line: number, column: start + 1 }, method: readMethod(line) }];
  });
}

interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The strings of a line; what `+` puts between two of them, or behind the last one, becomes an expression. */
function joinStrings(line: string): readonly Stretch[] {
  const joined: Stretch[] = [];
  for (const { 0: whole, 2: text = "", index } of line.matchAll(quoted)) {
    const end = index + whole.length;
    const last = joined.at(-1);
    const between =
      last === undefined ? null : /^\s*\+(?:\s*([^+"'`,;]+?)\s*\+)?\s*$/.exec(line.slice(last.end, index));
    if (last !== undefined && between !== null) {
      const value = between[1] === undefined ? "" : `\${${between[1]}}`;
      joined.splice(-1, 1, { text: last.text + value + text, start: last.start, end });
    } else {
      joined.push({ text, start: index + 1, end });
    }
  }
  return joined.map((one) => {
    const behind = /^\s*\+\s*([\w.$[\]?!]+(?:\([^()]*\))?)/.exec(line.slice(one.end))?.[1];
    return behind === undefined ? one : { ...one, text: `${one.text}\${${behind}}` };
  });
}

const value =
  /\$\{((?:[^{}]|\{[^{}]*\})*)\}|\{\{\s*([^{}]*?)\s*\}\}|#\{([^{}]*)\}|<%[=-]?\s*([^%]*?)\s*-?%>|\{([^{}]*)\}|%\((\w+)\)[sd]|%([sdv@])(?![\da-f])|(?<=\/):([a-z_]\w*)|\$([a-z_]\w*)/gi;
// Private use: no URL holds it.
const mark = "\uE404";
const allowed = new RegExp(`^[\\w.~%!$&'()*+,;=:@/${mark}-]+$`);

function readUrl(text: string): Pick<WrittenUrl, "segments" | "isWhole"> | null {
  const expressions: string[] = [];
  const marked = text.replace(value, (_whole, ...groups: (string | undefined)[]) => {
    expressions.push(groups.slice(0, 9).find((group) => group !== undefined) ?? "");
    return mark;
  });
  const [address = ""] = marked.split(/[?#]/, 1);
  const origin =
    /^(?:https?:)?\/\/[^/]*/i.exec(address)?.[0] ?? new RegExp(`^${mark}+(?=[/\\w])`).exec(address)?.[0] ?? "";
  const path = address.slice(origin.length);
  if (!allowed.test(path) || !/^\/?[^/.]/.test(path) || (origin === "" && !path.includes("/"))) {
    return null;
  }
  let next = origin.split(mark).length - 1;
  const segments = path
    .replace(/^\//, "")
    .split("/")
    .map((segment) => {
      const literals = segment.split(mark);
      const first = next;
      next += literals.length - 1;
      return { literals, expressions: expressions.slice(first, next) };
    });
  return { segments, isWhole: origin.includes("//") && !origin.includes(mark) };
}

function readMethod(line: string): string | null {
  const named =
    /\.(get|post|put|patch|delete|head|options)\s*(?:<[^>]*>)?\(/i.exec(line)?.[1] ??
    /\b(?:method\s*[:=]\s*["'`]?|-X\s*|--request[ =])(get|post|put|patch|delete|head|options)\b/i.exec(line)?.[1];
  return named?.toUpperCase() ?? null;
}
