import type { Range } from "../../model/place.ts";
import type { ResolvedPart, WrittenRequest } from "../../model/request.ts";
import { type Expansion, expandText, joinParts } from "../variables/expandText.ts";
import { writtenOrigin } from "../variables/textOrigins.ts";
import type { ResolvedField } from "./resolveRequest.ts";

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

/** The URL of a request with its variables put in, made absolute by its `Host` field, a `host` variable, or `http://`. */
export function resolveUrl(
  expansion: Expansion,
  written: WrittenRequest,
  fields: readonly ResolvedField[],
): readonly ResolvedPart[] {
  const parts = urlPieces(expansion, written).flatMap(({ text, range }) =>
    expandText(expansion, text, writtenOrigin(expansion, text, range)),
  );
  const url = joinParts(parts);
  if (SCHEME.test(url) || url === "" || parts[0]?.from.kind === "unresolved") return parts;
  if (url.startsWith("//")) return [added("http:"), ...parts];
  return url.startsWith("/") || url.startsWith("?")
    ? withHost(expansion, written, fields, parts)
    : [added("http://"), ...parts];
}

/** The stretches of the URL in the file, when they join to it; else the URL as one piece. */
function urlPieces(
  expansion: Expansion,
  written: WrittenRequest,
): readonly { readonly text: string; readonly range: Range | null }[] {
  const { text } = expansion.context;
  const pieces = written.urlRanges.map((range) => ({ text: text.slice(range.start, range.end), range }));
  if (pieces.map((piece) => piece.text).join("") === written.url) return pieces;
  return [{ text: written.url, range: written.urlRanges[0] ?? null }];
}

function added(text: string): ResolvedPart {
  return { text, from: { kind: "written", location: null }, secret: false };
}

/** An origin-form URL goes to the `Host` field; where there is none httpYac puts the variable `host` before it. */
function withHost(
  expansion: Expansion,
  written: WrittenRequest,
  fields: readonly ResolvedField[],
  parts: readonly ResolvedPart[],
): readonly ResolvedPart[] {
  const host = fields.find((field) => field.name.toLowerCase() === "host");
  if (host !== undefined && host.value !== "") {
    const scheme = SCHEME.test(host.value) ? "" : /:(?:443|8443)$/.test(host.value) ? "https://" : "http://";
    return [...(scheme === "" ? [] : [added(scheme)]), ...host.parts, ...parts];
  }
  const dialect = expansion.context.dialect ?? "auto";
  const range = written.urlRanges[0] ?? { start: 0, end: 0 };
  const { line } = expansion.scope.lines.positionAt(range.start);
  if (expansion.scope.find("host").length === 0 || (dialect !== "auto" && dialect !== "httpyac")) {
    const message = "This URL has no host: write one, or add a Host header.";
    expansion.problems.push({ code: "relative-url", message, range, line });
    return parts;
  }
  if (dialect === "auto") {
    const message = "The variable host is put before this URL, as httpYac does; REST Client would not do so.";
    expansion.problems.push({ code: "host-variable-prepended", message, range, line });
  }
  const prefix = expandText(expansion, "{{host}}", writtenOrigin(expansion, "", range));
  return [...(SCHEME.test(joinParts(prefix)) ? [] : [added("http://")]), ...prefix, ...parts];
}
