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
  reportUnclosed(expansion, written, parts);
  const url = joinParts(parts);
  if (SCHEME.test(url) || url === "" || parts[0]?.from.kind === "unresolved") return parts;
  if (url.startsWith("//")) return [added("http:"), ...parts];
  return url.startsWith("/") || url.startsWith("?")
    ? withHost(expansion, written, fields, parts)
    : [added("http://"), ...parts];
}

/** Braces that are never closed are no variable, and would be sent as they stand. */
function reportUnclosed(expansion: Expansion, written: WrittenRequest, parts: readonly ResolvedPart[]): void {
  if (expansion.context.variables === "verbatim") return;
  const open = parts.find(({ from, text }) => from.kind === "written" && text.includes("{{"));
  if (open === undefined) return;
  const name = open.text.slice(open.text.lastIndexOf("{{"), open.text.lastIndexOf("{{") + 80);
  const range = written.urlRanges.at(-1) ?? { start: 0, end: 0 };
  const { line } = expansion.scope.lines.positionAt(range.start);
  const message = `${name} is never closed by }}, so that it names no variable.`;
  expansion.problems.push({ code: "unclosed-variable", message, range, line });
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
