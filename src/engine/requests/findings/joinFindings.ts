import type { StaticFinding } from "./staticFinding.ts";
import type { UrlMap, UrlPiece } from "./urlMap.ts";
import { cutUrl, type UrlShape } from "./urlShape.ts";

/** The flaws that arise where a base URL and a path are joined: glued segments, dot segments, double slashes. */
export function findJoinFlaws(map: UrlMap): readonly StaticFinding[] {
  const shape = cutUrl(map.url);
  return [...findGluedSegments(map, shape), ...findDotSegments(map, shape), ...findDoubleSlashes(map, shape)];
}

/** A base without its last slash, and a path without its first one, become one segment. */
function findGluedSegments(map: UrlMap, shape: UrlShape): readonly StaticFinding[] {
  return map.pieces.flatMap((piece, index) => {
    const before = map.pieces[index - 1];
    if (before === undefined || piece.start > shape.pathEnd) return [];
    if (
      !isBase(map, before, piece.start) ||
      !/^[a-z0-9_]/i.test(piece.part.text) ||
      !/[a-z0-9_]$/i.test(before.part.text)
    )
      return [];
    const segment = /^[^/?#]*/.exec(piece.part.text)?.[0] ?? "";
    const message = `There is no slash between the base URL and ${segment}, so that they become one segment.`;
    const end = piece.start + segment.length;
    const finding = {
      code: "segment-lost-by-join",
      message,
      range: map.rangeOf(piece.start, end),
      location: map.locationOf(piece.start, end),
    } as const;
    const at = piece.isLiteral ? piece.range?.start : undefined;
    return [
      at === undefined
        ? finding
        : { ...finding, fix: { title: "Add a slash", newText: "/", range: { start: at, end: at } } },
    ];
  });
}

/** True when a variable's value ends here that starts as a URL, or is a path of its own. */
function isBase(map: UrlMap, piece: UrlPiece, end: number): boolean {
  if (piece.part.from.kind === "written" || piece.part.from.kind === "unresolved") return false;
  const value = map.pieces
    .filter((candidate) => candidate.end <= end && isSameDefinition(candidate, piece))
    .map((candidate) => candidate.part.text)
    .join("");
  return /:\/\/[^/]+\//.test(map.url.slice(0, end)) && (/:\/\//.test(value) || value.startsWith("/"));
}

function isSameDefinition(one: UrlPiece, other: UrlPiece): boolean {
  if (one === other) return true;
  return one.range !== null && one.range.start === other.range?.start && one.range.end === other.range.end;
}

/** RFC 3986 section 5.2.4: clients that normalise take a segment away for every `..`. */
function findDotSegments(map: UrlMap, shape: UrlShape): readonly StaticFinding[] {
  return shape.segments
    .filter(({ text }) => /^(?:\.|%2e){1,2}$/i.test(text))
    .map(({ text, start, end }) => ({
      code: "segment-lost-by-join" as const,
      message: `Most clients resolve ${text} before they send, so that a segment of the path is lost; here it is sent as written.`,
      range: map.rangeOf(start, end),
      location: map.locationOf(start, end),
    }));
}

function findDoubleSlashes(map: UrlMap, shape: UrlShape): readonly StaticFinding[] {
  const path = map.url.slice(shape.pathStart, shape.pathEnd);
  return [...path.matchAll(/\/{2,}/g)].slice(0, 20).map((match) => {
    const start = shape.pathStart + match.index;
    const end = start + match[0].length;
    const finding = {
      code: "double-slash",
      message: "The path holds two slashes in a row, which most servers look up as an empty segment.",
      range: map.rangeOf(start, end),
      location: map.locationOf(start, end),
    } as const;
    const surplus = map.literalRangeOf(start + 1, end);
    return surplus === null
      ? finding
      : { ...finding, fix: { title: "Remove the second slash", newText: "", range: surplus } };
  });
}
