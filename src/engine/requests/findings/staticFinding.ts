import type { Location, Range, TextFix } from "../../model/place.ts";

/** What can be wrong with a request before it is sent. */
export type StaticCode =
  | "unresolved-variable"
  | "quoted-variable"
  | "empty-variable"
  | "spaced-variable"
  | "variable-shadowed"
  | "version-before-query"
  | "placeholder-in-path"
  | "placeholder-in-query"
  | "segments-repeated"
  | "segment-lost-by-join"
  | "double-slash"
  | "stray-character"
  | "fragment-in-url"
  | "number-rounded"
  | "number-loses-digits"
  | "identifier-unencoded"
  | "host-lookalike";

/**
 * One thing that is wrong, or looks wrong, with a request before it is sent. `range` is where the request file shows it, null for a
 * request of no file; `location` is the place that brings it in: the definition of a variable, else the request itself.
 */
export interface StaticFinding {
  readonly code: StaticCode;
  readonly message: string;
  readonly range: Range | null;
  readonly location: Location | null;
  readonly fix?: TextFix;
  /** The edit that defines the variable without which the request cannot be sent. */
  readonly define?: TextFix;
}
