import { fileOf, queryTextOf } from "./curlData.ts";
import { baseName } from "./curlForm.ts";
import type { CurlOption } from "./curlOptions.ts";

const TARGET = /^((?:[a-z][a-z0-9+.-]*:\/\/)?[^/?#]*)([^?#]*)(.*)$/is;

/** The URL that curl asks for: dot segments squeezed out, the name of an uploaded file put after a last slash, the query extended. */
export function curlUrl(url: string, options: readonly CurlOption[], query: readonly string[]): string {
  const added = options.filter((option) => option.meaning === "url-query" && fileOf(option) === null);
  const [, origin = "", path = "", rest = ""] = TARGET.exec(url) ?? [];
  const isAsIs = options.some((option) => option.meaning === "path-as-is");
  const target = `${origin}${withUpload(isAsIs ? path : withoutDots(path), options)}${rest}`;
  return replaceTarget(addQuery(target, [...query, ...added.map(queryTextOf)]), options);
}

/** RFC 3986 section 5.2.4; a path without dot segments stays as it is. */
function withoutDots(path: string): string {
  if (!/\/\.{1,2}(?=\/|$)/.test(path)) return path;
  const kept: string[] = [];
  const segments = path.split("/").slice(1);
  for (const [at, segment] of segments.entries()) {
    if (segment === "..") kept.pop();
    if (segment !== "." && segment !== "..") kept.push(segment);
    else if (at === segments.length - 1) kept.push("");
  }
  return `/${kept.join("/")}`;
}

function withUpload(path: string, options: readonly CurlOption[]): string {
  const file = options.findLast((option) => option.meaning === "upload")?.value.text ?? "-";
  if (file === "-" || file === "." || !(path === "" || path.endsWith("/"))) return path;
  return `${path === "" ? "/" : path}${encodeURIComponent(baseName(file).toWellFormed())}`;
}

function addQuery(url: string, pieces: readonly string[]): string {
  const query = pieces.join("&");
  if (query === "") return url;
  const fragmentAt = url.indexOf("#");
  const [base, fragment] = fragmentAt < 0 ? [url, ""] : [url.slice(0, fragmentAt), url.slice(fragmentAt)];
  return `${base}${base.includes("?") ? "&" : "?"}${query}${fragment}`;
}

function replaceTarget(url: string, options: readonly CurlOption[]): string {
  const target = options.findLast((option) => option.meaning === "request-target")?.value.text;
  return target === undefined ? url : `${TARGET.exec(url)?.[1] ?? ""}${target}`;
}
