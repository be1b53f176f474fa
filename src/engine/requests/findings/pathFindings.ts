import type { StaticCode, StaticFinding } from "./staticFinding.ts";
import type { UrlMap } from "./urlMap.ts";
import { cutUrl, type UrlShape, type UrlStretch } from "./urlShape.ts";

const PLACEHOLDER =
  /^(?:undefined|null|nan|none|nil|\[object(?: |%20|\+)object\]|%5bobject(?: |%20|\+)object%5d|(?::|%3a)[a-z_]\w*|\{[^{}/]*\}|(?:<|%3c)[a-z_][\w -]*(?:>|%3e)|(?:\$|%24)?%7b.*%7d|\$\{.*\})$/i;
/** What a shell, a build or a template was to fill in; `$metadata` and `$LATEST` are words of interfaces. */
const UNFILLED = /^(?:(?:\$|%24)(?!LATEST$)[A-Z_][A-Z\d_]*|\$\([^()]*\)|%[A-Z_][A-Z\d_]*%|__[A-Z][A-Z\d_]*__)$/;
const QUERY_PLACEHOLDER =
  /^(?:undefined|nan|\[object(?: |%20|\+)object\]|%5bobject(?: |%20|\+)object%5d|\$\{.*\}|%7b%7b.*%7d%7d)$/i;
/** A character that no screen shows, or shows as a space, raw or percent-encoded; the space itself is none. */
export const INVISIBLE =
  /[\u00a0\u00ad\u2000-\u200f\u2028-\u202e\u205f-\u2064\u3000\ufeff]|%(?:0[09ad]|c2%(?:a0|ad)|e2%80%(?:8[0-9a-f]|a[89a-e])|e2%81%a0|ef%bb%bf)/gi;
const WHITE_SPACE = /^(?:\s|%20|\+(?=$))+|(?:\s|%20)+$/gi;
const RAW_SPACE = /[ \t\r\n]+/g;
const VERSION = /^v\d{1,3}(?:[._]\d{1,3}|(?:alpha|beta)\d{0,2})?$/i;

/** The flaws of a path and its query that can be seen without knowing the server. */
export function findPathFlaws(map: UrlMap): readonly StaticFinding[] {
  const shape = cutUrl(map.url);
  return [
    ...findPlaceholders(map, shape),
    ...findRepetition(map, shape.segments),
    ...findStrayCharacters(map, shape),
    ...findFragment(map, shape),
  ];
}

function finding(map: UrlMap, code: StaticCode, message: string, start: number, end: number): StaticFinding {
  return { code, message, range: map.rangeOf(start, end), location: map.locationOf(start, end) };
}

/** A finding that is cured by writing something else in its place, where the file reads as the URL does. */
function editable(
  map: UrlMap,
  code: StaticCode,
  message: string,
  stretch: { readonly start: number; readonly end: number },
  fix: { readonly title: string; readonly newText: string },
): StaticFinding {
  const range = map.literalRangeOf(stretch.start, stretch.end);
  const plain = finding(map, code, message, stretch.start, stretch.end);
  return range === null ? plain : { ...plain, fix: { ...fix, range } };
}

function findPlaceholders(map: UrlMap, shape: UrlShape): readonly StaticFinding[] {
  const isPlaceholder = (text: string) => PLACEHOLDER.test(text) || UNFILLED.test(text);
  const inPath = shape.segments.filter(({ text }) => isPlaceholder(text) && !isVariable(text));
  const inQuery = shape.values.filter(({ text }) => QUERY_PLACEHOLDER.test(text));
  return [
    ...inPath.map(({ text, start, end }) => finding(map, "placeholder-in-path", sayPlaceholder(text), start, end)),
    ...inQuery.map(({ text, start, end }) =>
      finding(map, "placeholder-in-query", `The query holds "${decode(text)}" where a value belongs.`, start, end),
    ),
  ];
}

function sayPlaceholder(text: string): string {
  const why = /^(?:\$|%24)[A-Z_(]/.test(text)
    ? ", which the shell did not fill in: single quotes keep it from that"
    : "";
  return `The path holds "${decode(text)}" where an identifier belongs${why}.`;
}

/** A placeholder as it was written before a client encoded it: `%7Bid%7D` is `{id}`. */
function decode(text: string): string {
  return text.replace(/%(?:[57][bd]|3[ace]|20|24)/gi, (octet) => decodeURIComponent(octet));
}

function isVariable(text: string): boolean {
  return /^\{\{.*\}\}$/.test(text);
}

/** The first run of segments that is repeated at once, longest first, or two versions side by side. */
function findRepetition(map: UrlMap, segments: readonly UrlStretch[]): readonly StaticFinding[] {
  const longest = Math.min(6, Math.floor(segments.length / 2));
  for (let length = longest; length >= 1; length--) {
    for (let at = 0; at + 2 * length <= segments.length; at++) {
      if (isRepeated(segments, at, length)) return [repetition(map, segments, at, length)];
    }
  }
  const version = segments.findIndex(
    ({ text }, at) => VERSION.test(text) && VERSION.test(segments[at + 1]?.text ?? ""),
  );
  if (version < 0) return [];
  const [first, second] = [segments[version] as UrlStretch, segments[version + 1] as UrlStretch];
  const message = `The path names two versions in a row, ${first.text} and ${second.text}.`;
  return [finding(map, "segments-repeated", message, first.start, second.end)];
}

function isRepeated(segments: readonly UrlStretch[], at: number, length: number): boolean {
  for (let offset = 0; offset < length; offset++) {
    if (segments[at + offset]?.text !== segments[at + length + offset]?.text) return false;
  }
  const run = segments.slice(at, at + length).map(({ text }) => text);
  return run.every((text) => text !== "") && run.some((text) => /[a-z]/i.test(text) && !isVariable(text));
}

function repetition(map: UrlMap, segments: readonly UrlStretch[], at: number, length: number): StaticFinding {
  const first = segments[at + length] as UrlStretch;
  const last = segments[at + 2 * length - 1] as UrlStretch;
  const run = segments
    .slice(at, at + length)
    .map(({ text }) => text)
    .join("/");
  const stretch = { start: first.start - 1, end: last.end };
  const message = `The path repeats /${run}: a base URL that ends in it may be joined with a path that starts with it.`;
  return editable(map, "segments-repeated", message, stretch, { title: `Remove the second /${run}`, newText: "" });
}

function findStrayCharacters(map: UrlMap, shape: UrlShape): readonly StaticFinding[] {
  const found: UrlStretch[] = [];
  for (const match of map.url.slice(0, shape.queryEnd).matchAll(INVISIBLE)) found.push(stretchOf(match, 0));
  for (const match of map.url.slice(0, shape.pathEnd).matchAll(RAW_SPACE)) found.push(stretchOf(match, 0));
  for (const { text, start } of shape.segments) {
    for (const match of text.matchAll(WHITE_SPACE)) found.push(stretchOf(match, start));
  }
  const distinct = found.filter(
    (one, index) =>
      !isVariable(one.text) && found.findIndex((other) => other.start <= one.start && other.end >= one.end) === index,
  );
  return distinct
    .filter((one) => !isInVariable(map.url, one.start))
    .slice(0, 20)
    .map((stretch) => stray(map, stretch));
}

/** White space inside a variable that was left unresolved is the variable's matter. */
function isInVariable(url: string, offset: number): boolean {
  const open = url.lastIndexOf("{{", offset);
  const close = url.indexOf("}}", open);
  return open >= 0 && close > offset;
}

function stretchOf(match: RegExpExecArray, offset: number): UrlStretch {
  const start = offset + match.index;
  return { text: match[0], start, end: start + match[0].length };
}

function stray(map: UrlMap, stretch: UrlStretch): StaticFinding {
  const shown = stretch.text.startsWith("%")
    ? stretch.text
    : [...stretch.text]
        .map((char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`)
        .join(" ");
  const message = `The URL holds white space or an invisible character (${shown}), which is sent and looked up too.`;
  return editable(map, "stray-character", message, stretch, { title: `Remove ${shown}`, newText: "" });
}

function findFragment(map: UrlMap, shape: UrlShape): readonly StaticFinding[] {
  if (shape.queryEnd >= map.url.length) return [];
  const message = "What follows # is never sent to a server; write %23 when it belongs to the path or the query.";
  const mark = map.literalRangeOf(shape.queryEnd, shape.queryEnd + 1);
  const plain = finding(map, "fragment-in-url", message, shape.queryEnd, map.url.length);
  return [mark === null ? plain : { ...plain, fix: { title: "Write # as %23", newText: "%23", range: mark } }];
}
