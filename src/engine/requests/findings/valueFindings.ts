import type { StaticFinding } from "./staticFinding.ts";
import type { UrlMap, UrlPiece } from "./urlMap.ts";
import { cutUrl, type UrlShape, type UrlStretch } from "./urlShape.ts";

const LARGEST_EXACT = "9007199254740991";
const IDENTIFIER_NAME = /(?:id|key|slug|name|ref|sku|code|project|branch|tag|file|package|user|email|login)s?$/i;

/** The flaws of identifiers and values: digits lost in JSON, and characters that mean something else in a URL. */
export function findValueFlaws(map: UrlMap): readonly StaticFinding[] {
  const shape = cutUrl(map.url);
  return [
    ...[...shape.segments, ...shape.values].flatMap((stretch) => findLostDigits(map, stretch)),
    ...map.pieces.flatMap((piece) => findUnencoded(map, shape, piece)),
    ...findBarePercents(map, shape),
  ];
}

function findLostDigits(map: UrlMap, stretch: UrlStretch): readonly StaticFinding[] {
  const digits = /^\d{16,40}$/.test(stretch.text) ? stretch.text.replace(/^0+/, "") : "";
  if (digits.length < LARGEST_EXACT.length || (digits.length === LARGEST_EXACT.length && digits <= LARGEST_EXACT))
    return [];
  const place = {
    range: map.rangeOf(stretch.start, stretch.end),
    location: map.locationOf(stretch.start, stretch.end),
  };
  const read = digits.length > 21 ? BigInt(Number(digits)).toString() : String(Number(digits));
  const isShortest = read === digits;
  if ((isShortest && (digits.endsWith("0") || digits.length >= 18)) || digits.endsWith("000")) {
    const message = `${stretch.text} is above 2^53-1 and looks rounded: JSON numbers keep about 16 digits, so the true identifier may differ.`;
    return [{ code: "number-rounded", message, ...place }];
  }
  if (isShortest) return [];
  const message = `${stretch.text} is above 2^53-1: read as a JSON number it becomes ${read}, so keep it as text.`;
  return [{ code: "number-loses-digits", message, ...place }];
}

/** A value that a variable brings in, with characters that end the segment, the value or the path. */
function findUnencoded(map: UrlMap, shape: UrlShape, piece: UrlPiece): readonly StaticFinding[] {
  const { from, text } = piece.part;
  if (from.kind === "written" || from.kind === "unresolved" || from.kind === "generated") return [];
  if (piece.start <= shape.pathStart || text.includes("://")) return [];
  const isQuery = piece.start > firstQuestion(map, piece, shape);
  const shapeOfReserved = isQuery ? /[&#+ ]|%(?![0-9a-f]{2})/i : reservedInPath(from.name);
  const reserved = shapeOfReserved.exec(text)?.[0];
  if (reserved === undefined || /^[?&]?[\w.~-]+=/.test(text)) return [];
  // White space at an end was never meant: encoded, it would be looked up all the same.
  if (text.trim() !== text && !shapeOfReserved.test(text.trim())) return [];
  const shown = reserved === " " ? "a space" : reserved;
  const message = `The value of ${from.name} holds ${shown}, which must be percent-encoded to stay inside its ${isQuery ? "value" : "segment"}.`;
  const finding = {
    code: "identifier-unencoded",
    message,
    range: map.rangeOf(piece.start, piece.end),
    location: map.locationOf(piece.start, piece.end),
  } as const;
  if (piece.range === null || piece.variable !== from.name) return [finding];
  return [{ ...finding, fix: { title: `Encode ${from.name}`, newText: `{{%${from.name}}}`, range: piece.range } }];
}

/** The question mark that a value brings in itself starts no query as far as the author knows. */
function firstQuestion(map: UrlMap, piece: UrlPiece, shape: UrlShape): number {
  const at = map.url.indexOf("?", shape.pathStart);
  return at >= 0 && at < piece.start ? at : Number.POSITIVE_INFINITY;
}

/** A slash is part of many a variable's value on purpose; in what is named like an identifier it is not. */
function reservedInPath(name: string): RegExp {
  return IDENTIFIER_NAME.test(name) ? /[/?# ]|%(?![0-9a-f]{2})/i : /[?# ]|%(?![0-9a-f]{2})/i;
}

function findBarePercents(map: UrlMap, shape: UrlShape): readonly StaticFinding[] {
  const found: StaticFinding[] = [];
  for (const match of map.url.slice(shape.pathStart, shape.queryEnd).matchAll(/%(?![0-9a-f]{2})/gi)) {
    const start = shape.pathStart + match.index;
    const range = map.literalRangeOf(start, start + 1);
    if (range === null || map.url.startsWith("{{", start - 2)) continue;
    const message = "A % that starts no percent-encoding must itself be written as %25.";
    const fix = { title: "Write % as %25", newText: "%25", range };
    found.push({ code: "identifier-unencoded", message, range, location: map.locationOf(start, start + 1), fix });
  }
  return found.slice(0, 20);
}
