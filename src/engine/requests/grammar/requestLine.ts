import type { Range } from "../../model/place.ts";
import { startsHandler } from "./handlers.ts";
import { type LineReader, reportLine, reportRange } from "./lineReader.ts";
import {
  cutMethod,
  isBlank,
  isComment,
  isCurlLine,
  isMethodLine,
  isOtherProtocol,
  isSeparator,
  looksLikeUrl,
} from "./lineShape.ts";
import type { Line } from "./lines.ts";
import { continuationDifference, methodDifference, reportDifference } from "./toolDifferences.ts";

/** The request line and its continuation lines. */
export interface RequestLine {
  readonly method: string;
  readonly methodRange: Range | null;
  readonly url: string;
  readonly urlRanges: readonly Range[];
  readonly version: string | null;
  readonly line: number;
}

/** A stretch of one line that belongs to the URL, and the version that ends it, if any. */
interface UrlPiece {
  readonly line: Line;
  readonly text: string;
  readonly range: Range;
  readonly version: string | null;
  readonly versionRange: Range;
}

const VERSION = /[ \t]HTTP\//i;
const OTHER_SCHEME = /^(?:wss?|tcp|mqtts?|amqps?|grpcs?):\/\//i;
const QUERY_LINE = /^\s*[?&]/;
const PATH_LINE = /^\s+\/(?!\*\s*$)/;
const BODY_START = /^\s*(?:\{(?!\{)|[[<"}\]])/;
const FIELD_START = /^\s*[\w{}-]+\s*:/;

/** Reads the request line at the reader's place and every line that continues its URL. */
export function readRequestLine(reader: LineReader): RequestLine {
  const line = reader.lines[reader.at] as Line;
  const { method, offset } = cutMethod(line.text);
  const first = readPiece(line, offset);
  reader.at++;
  const pieces = [first, ...readContinuation(reader, first)].filter((piece, index) => index === 0 || piece.text !== "");
  reportRequestLine(reader, line, method, first);
  reportEarlyVersions(reader, pieces);
  const methodStart = line.start + (line.text.length - line.text.trimStart().length);
  return {
    method: method ?? "GET",
    methodRange: method === null ? null : { start: methodStart, end: methodStart + method.length },
    url: pieces.map((piece) => piece.text).join(""),
    urlRanges: pieces.map((piece) => piece.range),
    version: pieces.reduce<string | null>((version, piece) => piece.version ?? version, null),
    line: line.number,
  };
}

function readPiece(line: Line, offset: number): UrlPiece {
  const from = offset + (line.text.length - offset - line.text.slice(offset).trimStart().length);
  const rest = line.text.slice(from);
  const versionAt = VERSION.exec(rest)?.index;
  const text = (versionAt === undefined ? rest : rest.slice(0, versionAt)).trimEnd();
  const version = versionAt === undefined ? null : rest.slice(versionAt).trim();
  const start = line.start + from;
  const versionStart = start + (versionAt ?? rest.length) + (version === null ? 0 : 1);
  return {
    line,
    text,
    range: { start, end: start + text.length },
    version,
    versionRange: { start: versionStart, end: versionStart + (version?.length ?? 0) },
  };
}

function readContinuation(reader: LineReader, first: UrlPiece): readonly UrlPiece[] {
  const pieces: UrlPiece[] = [];
  let last = first.text;
  for (let ahead = reader.at; ahead < reader.lines.length; ahead++) {
    const line = reader.lines[ahead] as Line;
    if (isComment(line.text) && !isSeparator(line.text)) continue;
    if (!continuesUrl(line.text, last)) break;
    const piece = readPiece(line, 0);
    pieces.push(piece);
    reportDifference(reader, line, continuationDifference(line.text));
    last = piece.text;
    reader.at = ahead + 1;
  }
  return pieces;
}

function continuesUrl(text: string, urlSoFar: string): boolean {
  if (isBlank(text) || startsHandler(text)) return false;
  if (QUERY_LINE.test(text) || PATH_LINE.test(text)) return true;
  if (!/^\s/.test(text) || !/[&?/=]$/.test(urlSoFar)) return false;
  return !FIELD_START.test(text) && !BODY_START.test(text) && !isMethodLine(text);
}

function reportRequestLine(reader: LineReader, line: Line, method: string | null, first: UrlPiece): void {
  if (first.text === "") reportLine(reader, line, "missing-url", "This request has a method and no URL.");
  if (method !== null && isOtherProtocol(method)) {
    reportLine(
      reader,
      line,
      "protocol-not-sent",
      `${method} requests are recognised and never sent; only HTTP is diagnosed.`,
    );
  } else if (method !== null) {
    const written = line.text.trimStart().slice(0, method.length);
    reportDifference(reader, line, methodDifference(written));
  }
  if (method === null && OTHER_SCHEME.test(first.text)) {
    reportLine(reader, line, "protocol-not-sent", "This is not an HTTP URL; only HTTP is diagnosed.");
  }
  if (method === null && /\s/.test(first.text) && !looksLikeUrl(first.text) && !isCurlLine(first.text)) {
    const message =
      "The first word is no method that other tools know, so they read the whole line as the URL of a GET request.";
    reportRange(reader, line, first.range, "unknown-method", message);
  }
}

function reportEarlyVersions(reader: LineReader, pieces: readonly UrlPiece[]): void {
  for (const piece of pieces.slice(0, -1)) {
    if (piece.version === null) continue;
    const message =
      "The version stands before the rest of the URL: REST Client and httpYac drop what follows it. It is kept here.";
    reportRange(reader, piece.line, piece.versionRange, "version-before-query", message);
  }
}
