import { decodeSegment } from "../../routes/match/segmentLikeness.ts";

/** A stretch of a URL's segments that a written pattern takes, and what its parameters hold, by name and in order. */
export interface Taken {
  readonly start: number;
  readonly length: number;
  readonly values: readonly (readonly [name: string, value: string])[];
}

const literal = /(["'`])(\^?\/?(?:[\w.~:<>{}[\]()*?+\\@=-]+\/?)+\$?)\1/g;
const longestLine = 500;

/** The texts of a source line that may be path patterns, as they are written. */
export function findPieces(line: string): readonly string[] {
  return line.length > longestLine ? [] : [...line.matchAll(literal)].map(([, , text]) => text ?? "");
}

/** The first run of segments that a pattern takes; one of its segments at least must be a word. Null when it takes none. */
export function takePiece(piece: string, segments: readonly string[]): Taken | null {
  const parts = partsOf(piece);
  if (parts.length === 0 || !parts.some((part) => nameOf(part) === null)) {
    return null;
  }
  for (let start = 0; start + parts.length <= segments.length; start += 1) {
    const values: (readonly [string, string])[] = [];
    const isTaken = parts.every((part, index) => {
      const segment = segments[start + index] ?? "";
      const name = nameOf(part);
      if (name === null) {
        return part === decodeSegment(segment);
      }
      values.push([name, segment]);
      return segment !== "";
    });
    if (isTaken) {
      return { start, length: parts.length, values };
    }
  }
  return null;
}

/** The segments of a pattern with its parameters filled: by name, else in their order; null when a value is missing. */
export function fillPiece(piece: string, values: Taken["values"]): readonly string[] | null {
  const named = new Map(values);
  const left = values.map(([, value]) => value);
  const filled = partsOf(piece).map((part, index, parts) => {
    const name = nameOf(part);
    if (name === null) {
      return part;
    }
    const order = parts.slice(0, index).filter((one) => nameOf(one) !== null).length;
    return named.get(name) ?? left[order] ?? null;
  });
  return filled.every((segment) => segment !== null) ? filled : null;
}

function partsOf(piece: string): readonly string[] {
  return piece
    .replace(/^\^|\$$/g, "")
    .split("/")
    .filter((part) => part !== "");
}

/** The name of a parameter in any framework's spelling (`:id`, `{id}`, `<int:id>`, `[id]`), or null for a word. */
function nameOf(part: string): string | null {
  const found = /^(?::(\w+)|\{(\w+)[^}]*\}|<(?:\w+:)?(\w+)>|\[+(?:\.\.\.)?(\w+)\]+|\(\?P?<(\w+)>.*\))/.exec(part);
  return found ? (found.slice(1).find((name) => name !== undefined) ?? null) : null;
}
