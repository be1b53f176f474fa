import type { Range } from "../../model/place.ts";
import type { ResolvedPart, WrittenRequest } from "../../model/request.ts";
import { type FileLine, readFileLine } from "../grammar/bodyLines.ts";
import { type Expansion, expandText, joinParts } from "../variables/expandText.ts";
import { writtenOrigin } from "../variables/textOrigins.ts";
import { encodeGraphql, isGraphql } from "./graphqlBody.ts";
import type { ResolvedField } from "./resolveRequest.ts";

/** The content of a request as it will be sent, its text for those who look for secrets, and the fields it brings with it. */
export interface ResolvedBody {
  readonly body: Uint8Array | null;
  readonly text: string;
  readonly added: readonly (readonly [string, string])[];
  /** Where its text came from, before it was given its form. */
  readonly parts: readonly ResolvedPart[];
}

/** A stretch of a body: text, or the content of a file. */
type Chunk =
  | { readonly kind: "text"; readonly text: string; readonly parts: readonly ResolvedPart[] }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array };

const NO_BODY: ResolvedBody = { body: null, text: "", added: [], parts: [] };

/** Puts variables and files into the body and gives it the form that its media type asks for, encoded as UTF-8. */
export function resolveBody(
  expansion: Expansion,
  written: WrittenRequest,
  fields: readonly ResolvedField[],
): ResolvedBody {
  const chunks = written.bodyFile === null ? textChunks(expansion, written) : fileChunks(expansion, written);
  if (chunks === null) return NO_BODY;
  const parts = chunks.flatMap((chunk) => (isText(chunk) ? chunk.parts : []));
  return { ...shapeBody(expansion, written, fields, chunks), parts };
}

/** A body in the form that its media type asks for. */
type ShapedBody = Omit<ResolvedBody, "parts">;

function shapeBody(
  expansion: Expansion,
  written: WrittenRequest,
  fields: readonly ResolvedField[],
  chunks: readonly Chunk[],
): ShapedBody {
  if (isGraphql(written, fields)) return graphqlBody(expansion, written, fields, chunks);
  const type = fields.findLast((field) => field.name.toLowerCase() === "content-type")?.value.toLowerCase() ?? "";
  if (type.startsWith("multipart/")) return multipartBody(expansion, written, type, chunks);
  const shaped =
    type.startsWith("application/x-www-form-urlencoded") && chunks.every(isText) ? joinFormLines(chunks) : chunks;
  return { body: joinBytes(shaped), text: textOf(shaped), added: [] };
}

function textChunks(expansion: Expansion, written: WrittenRequest): readonly Chunk[] | null {
  if (written.body === null) return null;
  // What was recorded is content, and no line of it asks for a file.
  if (expansion.context.variables === "verbatim" || !mayNameFile(written.body))
    return [expandChunk(expansion, written.body, written.bodyRange)];
  const chunks: Chunk[] = [];
  let lines: string[] = [];
  const flush = (ending: string): void => {
    if (lines.length > 0) chunks.push(expandChunk(expansion, `${lines.join("\n")}${ending}`, written.bodyRange));
    lines = [];
  };
  for (const line of written.body.split("\n")) {
    const file = readFileLine(line);
    if (file === null) lines.push(line);
    else {
      flush("\n");
      chunks.push(readChunk(expansion, file, written.bodyRange));
      lines.push("");
    }
  }
  flush("");
  return chunks;
}

/** Whether some line may be `< file` or `<@ file`; told by its marks alone, because a body may have megabytes. */
function mayNameFile(body: string): boolean {
  for (let at = body.indexOf("<"); at >= 0; at = body.indexOf("<", at + 1)) {
    const next = body[at + 1];
    if (next === " " || next === "\t" || next === "@") return true;
  }
  return false;
}

/** Lines after a file start with the line break that ended its line; a body that ends with a file ends there. */
function expandChunk(expansion: Expansion, text: string, range: Range | null): Chunk {
  const parts = expandText(expansion, text, writtenOrigin(expansion, text, range));
  return { kind: "text", text: joinParts(parts), parts };
}

function fileChunks(expansion: Expansion, written: WrittenRequest): readonly Chunk[] | null {
  const { bodyFile, bodyRange } = written;
  if (bodyFile === null) return null;
  const line = bodyRange === null ? null : readFileLine(expansion.context.text.slice(bodyRange.start, bodyRange.end));
  const chunk = readChunk(expansion, line ?? { file: bodyFile, isTemplate: false, encoding: null }, bodyRange);
  return [chunk];
}

function readChunk(expansion: Expansion, line: FileLine, range: Range | null): Chunk {
  const name = joinParts(expandText(expansion, line.file, writtenOrigin(expansion, line.file, range)));
  const bytes = expansion.context.bodyFiles?.get(name);
  if (bytes === undefined) {
    report(expansion, range, "body-file-missing", `The file ${name}, from which the body is taken, cannot be read.`);
    return { kind: "text", text: "", parts: [] };
  }
  if (!line.isTemplate) return { kind: "bytes", bytes };
  return expandChunk(expansion, decode(expansion, bytes, line.encoding, range), null);
}

function decode(expansion: Expansion, bytes: Uint8Array, encoding: string | null, range: Range | null): string {
  try {
    return new TextDecoder(encoding ?? "utf-8").decode(bytes);
  } catch {
    report(expansion, range, "unknown-encoding", `The encoding ${encoding} is not known; the file is read as UTF-8.`);
    return new TextDecoder().decode(bytes);
  }
}

function report(expansion: Expansion, range: Range | null, code: string, message: string): void {
  const place = range ?? { start: 0, end: 0 };
  expansion.problems.push({ code, message, range: place, line: expansion.scope.lines.positionAt(place.start).line });
}

function graphqlBody(
  expansion: Expansion,
  written: WrittenRequest,
  fields: readonly ResolvedField[],
  chunks: readonly Chunk[],
): ShapedBody {
  const text = encodeGraphql(textOf(chunks), (message) =>
    report(expansion, written.bodyRange, "graphql-variables", message),
  );
  const isTyped = fields.some((field) => field.name.toLowerCase() === "content-type");
  return { body: new TextEncoder().encode(text), text, added: isTyped ? [] : [["Content-Type", "application/json"]] };
}

/** RFC 2046 asks for CRLF between and inside the heads of parts. */
function multipartBody(
  expansion: Expansion,
  written: WrittenRequest,
  type: string,
  chunks: readonly Chunk[],
): ShapedBody {
  if (!/;\s*boundary=/.test(type)) {
    const message = "The Content-Type of a multipart body must name its boundary, or no server can read the parts.";
    report(expansion, written.bodyRange, "missing-boundary", message);
  }
  const shaped = chunks.map((chunk) =>
    isText(chunk) ? { ...chunk, text: chunk.text.replace(/\r?\n/g, "\r\n") } : chunk,
  );
  const last = shaped.at(-1);
  const needsEnd = last !== undefined && isText(last) && !last.text.endsWith("\r\n");
  const ended: readonly Chunk[] = needsEnd ? [...shaped, { kind: "text", text: "\r\n", parts: [] }] : shaped;
  return { body: joinBytes(ended), text: textOf(ended), added: [] };
}

/** Form fields may stand on lines of their own that start or end with `&`. */
function joinFormLines(chunks: readonly Chunk[]): readonly Chunk[] {
  const lines = textOf(chunks).split("\n");
  return [{ kind: "text", text: lines.map((line) => line.trim()).join(""), parts: [] }];
}

function isText(chunk: Chunk): chunk is Extract<Chunk, { kind: "text" }> {
  return chunk.kind === "text";
}

function textOf(chunks: readonly Chunk[]): string {
  return chunks.map((chunk) => (isText(chunk) ? chunk.text : new TextDecoder().decode(chunk.bytes))).join("");
}

function joinBytes(chunks: readonly Chunk[]): Uint8Array {
  const encoder = new TextEncoder();
  const pieces = chunks.map((chunk) => (isText(chunk) ? encoder.encode(chunk.text) : chunk.bytes));
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
