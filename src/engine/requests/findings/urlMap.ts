import type { Location, Range } from "../../model/place.ts";
import type { Provenance, ResolvedPart, ResolvedRequest, WrittenRequest } from "../../model/request.ts";

/**
 * A stretch of the resolved URL, and the stretch of the request file that brings it in; `isLiteral` when that reads the same, and
 * `variable` is the expression when that is one `{{variable}}`.
 */
export interface UrlPiece {
  readonly start: number;
  readonly end: number;
  readonly part: ResolvedPart;
  readonly range: Range | null;
  readonly isLiteral: boolean;
  readonly variable: string | null;
}

/** A resolved URL that knows where each of its characters was written. */
export interface UrlMap {
  readonly url: string;
  readonly pieces: readonly UrlPiece[];
  rangeOf(start: number, end: number): Range | null;
  /** The range only when the file reads there exactly as the URL does, so that it can be edited. */
  literalRangeOf(start: number, end: number): Range | null;
  locationOf(start: number, end: number): Location | null;
  pieceAt(offset: number): UrlPiece | null;
}

/** Literal text or a `{{variable}}` of a URL as written. */
interface Token {
  readonly text: string;
  readonly start: number;
  readonly isLiteral: boolean;
}

/** Maps a resolved URL to the file that its request was read from. */
export function mapUrl(written: WrittenRequest, resolved: ResolvedRequest): UrlMap {
  const pieces = placePieces(written, resolved.urlParts);
  const covering = (start: number, end: number): readonly UrlPiece[] =>
    pieces.filter((piece) => piece.start < Math.max(end, start + 1) && piece.end > start);
  return {
    url: resolved.url,
    pieces,
    rangeOf(start, end) {
      const ranges = covering(start, end).flatMap((piece) => clip(piece, start, end));
      const [first, last] = [ranges[0], ranges.at(-1)];
      return first === undefined || last === undefined
        ? null
        : { start: first.start, end: Math.max(last.end, first.end) };
    },
    literalRangeOf(start, end) {
      const [piece, ...others] = covering(start, end);
      if (piece === undefined || others.length > 0 || !piece.isLiteral || piece.range === null) return null;
      return { start: piece.range.start + start - piece.start, end: piece.range.start + end - piece.start };
    },
    locationOf(start, end) {
      const found = covering(start, end);
      const piece = found.find((candidate) => candidate.part.from.kind !== "written") ?? found[0];
      return piece === undefined ? null : locationIn(piece, start);
    },
    pieceAt: (offset) => covering(offset, offset + 1)[0] ?? null,
  };
}

/** The place that a provenance names; null for values that stand in no file. */
function placeOf(from: Provenance): Location | null {
  return "location" in from ? from.location : null;
}

function locationIn(piece: UrlPiece, start: number): Location | null {
  const location = placeOf(piece.part.from);
  if (location === null || piece.part.from.kind !== "written") return location;
  return { ...location, column: location.column + Math.max(0, start - piece.start) };
}

function clip(piece: UrlPiece, start: number, end: number): readonly Range[] {
  if (piece.range === null) return [];
  if (!piece.isLiteral) return [piece.range];
  const from = piece.range.start + Math.max(0, start - piece.start);
  return [{ start: from, end: piece.range.start + Math.min(piece.end, end) - piece.start }];
}

/**
 * Literal tokens meet the written parts in the same order; they are matched from the end, because a host may have been put before the
 * URL. What stands between two literals comes from the variables between them.
 */
function placePieces(written: WrittenRequest, parts: readonly ResolvedPart[]): readonly UrlPiece[] {
  const toFile = fileOffsets(written);
  const tokens = toFile === null ? [] : cutTokens(written, toFile);
  const pieces: UrlPiece[] = [];
  let end = parts.reduce((length, part) => length + part.text.length, 0);
  let token = tokens.length - 1;
  for (const part of parts.toReversed()) {
    const start = end - part.text.length;
    if (isOwnLiteral(part)) {
      while (token >= 0 && tokens[token]?.isLiteral === false) token--;
      const own = tokens[token]?.text === part.text ? tokens[token--] : undefined;
      const range = own === undefined ? null : { start: own.start, end: own.start + own.text.length };
      pieces.push({ start, end, part, range, isLiteral: range !== null, variable: null });
    } else pieces.push({ start, end, part, isLiteral: false, ...variablesAt(tokens, token) });
    end = start;
  }
  return pieces.toReversed();
}

function isOwnLiteral(part: ResolvedPart): boolean {
  return part.from.kind === "written" && part.from.location !== null;
}

/** The run of variables that ends at a token. */
function variablesAt(tokens: readonly Token[], at: number): Pick<UrlPiece, "range" | "variable"> {
  const last = tokens[at];
  if (last === undefined || last.isLiteral) return { range: null, variable: null };
  let first = last;
  for (let before = at - 1; before >= 0 && tokens[before]?.isLiteral === false; before--)
    first = tokens[before] as Token;
  const range = { start: first.start, end: last.start + last.text.length };
  return { range, variable: first === last ? last.text.slice(2, -2).trim() : null };
}

/** Turns an offset into the written URL into one into the file; null when the URL does not stand in a file as written. */
function fileOffsets(written: WrittenRequest): ((offset: number) => number) | null {
  const length = written.urlRanges.reduce((sum, range) => sum + range.end - range.start, 0);
  if (length !== written.url.length || length === 0) return null;
  return (offset) => {
    let rest = offset;
    for (const range of written.urlRanges) {
      if (rest < range.end - range.start) return range.start + rest;
      rest -= range.end - range.start;
    }
    return written.urlRanges.at(-1)?.end ?? 0;
  };
}

/** Literals are cut where a continuation line starts, as the parts are. */
function cutTokens(written: WrittenRequest, toFile: (offset: number) => number): readonly Token[] {
  const tokens: Token[] = [];
  let lineStart = 0;
  for (const range of written.urlRanges) {
    const text = written.url.slice(lineStart, lineStart + range.end - range.start);
    let at = 0;
    for (const piece of text.split(/(\{\{[^{}\r\n]+\}\})/)) {
      const isLiteral = !/^\{\{[^{}]+\}\}$/.test(piece);
      if (piece !== "") tokens.push({ text: piece, start: toFile(lineStart + at), isLiteral });
      at += piece.length;
    }
    lineStart += text.length;
  }
  return tokens;
}
