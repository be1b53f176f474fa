import type { CurlMeaning, CurlOption } from "./curlOptions.ts";

const DATA: ReadonlySet<CurlMeaning> = new Set<CurlMeaning>(["data", "data-raw", "data-urlencode", "json"]);

/** True for the options whose values join to a body, or with `-G` to a query. */
export function isData({ meaning }: CurlOption): boolean {
  return DATA.has(meaning);
}

/** The file that curl would read for an option's value (`-` for its input), or null when the value stands in the command. */
export function fileOf({ meaning, value: { text } }: CurlOption): string | null {
  if (meaning === "data" || meaning === "json" || meaning === "header") return /^@(.+)/s.exec(text)?.[1] ?? null;
  if (meaning === "data-urlencode" || meaning === "url-query")
    return text.startsWith("+") || text.includes("=") ? null : (/@(.+)/s.exec(text)?.[1] ?? null);
  return meaning === "cookie" && !text.includes("=") && text !== "" ? text : null;
}

/** What one option adds to a body, without files: its value, percent-encoded for `--data-urlencode`. */
export function dataTextOf({ meaning, value: { text } }: CurlOption): string {
  return meaning === "data-urlencode" ? encodeData(text) : text;
}

/** What `--url-query` adds to a query: as `--data-urlencode` would, or unchanged after a `+`. */
export function queryTextOf({ value: { text } }: CurlOption): string {
  return text.startsWith("+") ? text.slice(1) : encodeData(text);
}

/** Encodes what stands after the `=`, else the whole. */
function encodeData(text: string): string {
  const equals = text.indexOf("=");
  const name = equals < 0 ? "" : text.slice(0, equals);
  return `${name}${name === "" ? "" : "="}${encode(text.slice(equals + 1))}`;
}

/** Percent-encodes as curl does, spaces as `+`; a variable is encoded when it has a value. */
function encode(text: string): string {
  return text
    .split(/(\{\{[^{}]*\}\})/)
    .map((piece) => (piece.startsWith("{{") ? piece.replace(/^\{\{%?/, "{{%") : encodePlain(piece)))
    .join("");
}

function encodePlain(text: string): string {
  const encoded = encodeURIComponent(text.toWellFormed()).replaceAll("%20", "+");
  return encoded.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
