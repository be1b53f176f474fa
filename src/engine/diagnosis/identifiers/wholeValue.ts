import type { Known } from "../known.ts";
import type { Identifier } from "./identifiers.ts";
import { isOneValue } from "./oneValue.ts";

/** An identifier with all of its text, raw: one that holds slashes which were not encoded begins some segments before. */
export interface WholeValue {
  /** The 0-based index of its first segment. */
  readonly start: number;
  readonly value: string;
}

/** The whole of an identifier, as far as no route takes the path as it stands and something holds its segments as one value. */
export function readWholeValue(known: Known, { segment, value }: Identifier): WholeValue {
  const { segments } = known.target;
  let start = segment;
  const isFree = (index: number) => known.identifiers.every((other) => other.segment !== index);
  while (known.match.matched === null && start > 0 && isFree(start - 1) && isOneValue(known, start - 1)) {
    start -= 1;
  }
  return { start, value: start === segment ? value : segments.slice(start, segment + 1).join("/") };
}
