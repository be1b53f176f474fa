import { decodeSegment } from "../../routes/match/segmentLikeness.ts";
import type { Known } from "../known.ts";
import { type Identifier, shapeOf } from "./identifiers.ts";
import { collectionOf } from "./landing.ts";

/** A key as a person names it: every identifier that stands directly before the last one belongs to it, such as `2026/00871`. */
export interface Key {
  /** The parameter names, such as `year/number`. */
  readonly name: string;
  readonly value: string;
  /** The path of what should hold it; `/` at the root. */
  readonly collection: string;
}

/** The key that ends with `identifier`, read from the path `segments`, which may be those of another request of the same route. */
export function readKey(
  known: Known,
  identifier: Identifier,
  segments: readonly string[] = known.target.segments,
): Key {
  const { identifiers, match } = known;
  // Without a route that takes the path, a word before the identifier is no part of its key.
  const belongs = (before: Identifier | undefined, next: Identifier | undefined) =>
    before !== undefined &&
    before.segment === (next?.segment ?? 0) - 1 &&
    (match.matched !== null || shapeOf(before.value) !== null);
  let start = identifiers.indexOf(identifier);
  while (start > 0 && belongs(identifiers[start - 1], identifiers[start])) {
    start -= 1;
  }
  const parts = start < 0 ? [identifier] : identifiers.slice(start, identifiers.indexOf(identifier) + 1);
  return {
    name: parts.map(({ name }) => name).join("/"),
    value: parts.map(({ segment }) => decodeSegment(segments[segment] ?? "")).join("/"),
    collection: `/${collectionOf(known, parts[0] ?? identifier).join("/")}`,
  };
}

/** What was looked up, in words: `order "8472"` where the path ends in its key, else the path. */
export function nameLookedUp(known: Known): string {
  const { identifiers, target } = known;
  const last = identifiers.at(-1);
  const end = target.segments.findLastIndex((segment) => segment !== "");
  return last === undefined || last.segment !== end ? target.path || "/" : nameKey(known, last);
}

/** The record behind the path in words: its last key, whatever of the record is asked for below it; the path where it holds none. */
export function nameRecord(known: Known): string {
  const last = known.identifiers.at(-1);
  return last === undefined ? known.target.path || "/" : nameKey(known, last);
}

const tellsNothing = /^(?:id|key|uuid|guid|slug|code|number|no|ref|pk|name|part\d+)$/i;

/** The key that ends with `identifier`, in words: `orderId "8472"`; where its name was guessed, or tells nothing, `"8472" of /orders`. */
export function nameKey(known: Known, identifier: Identifier): string {
  const { name, value, collection } = readKey(known, identifier);
  const route = known.match.matched ?? known.match.near[0]?.route;
  const isWritten = route?.path.includes(`{${identifier.name}}`) ?? false;
  return (isWritten && !tellsNothing.test(name)) || collection === "/"
    ? `${name} "${value}"`
    : `"${value}" of ${collection}`;
}

/** What was looked up where it begins a sentence: a name in lower case gets its article; quotes and paths stand as they are. */
export function beginWith(words: string): string {
  return /^\p{Ll}/u.test(words) ? `The ${words}` : words;
}

/** Words as a list in a sentence: `a`, `a and b`, `a, b and c`. */
export function joinWords(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
