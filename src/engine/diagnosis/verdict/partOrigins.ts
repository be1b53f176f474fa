import type { Provenance, ResolvedPart } from "../../model/request.ts";

/**
 * Where the characters from `start` to `end` of a resolved text came from, each place once and in their order; what is written names
 * the column of its first character. Empty for what no part covers.
 */
export function originsOf(parts: readonly ResolvedPart[], start: number, end: number): readonly Provenance[] {
  const origins = new Map<string, Provenance>();
  let at = 0;
  for (const { text, from } of parts) {
    if (at < end && at + text.length > start) {
      const origin = moveTo(from, Math.max(0, start - at));
      origins.set(JSON.stringify(origin), origin);
    }
    at += text.length;
  }
  return [...origins.values()];
}

function moveTo(from: Provenance, by: number): Provenance {
  if (from.kind !== "written" || from.location === null) return from;
  const { file, line, column } = from.location;
  return { kind: "written", location: { file, line, column: column + by } };
}
