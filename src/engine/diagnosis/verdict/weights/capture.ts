import type { WeightTable } from "./weightTable.ts";

/** The weights of observations about what the request shows by itself. */
export const captureWeights = {
  // What the request shows by itself.
  "variable-unresolved": { "request-built-wrong/unresolved-variable": 8 },
  "placeholder-in-path": { "request-built-wrong/unresolved-variable": 5, "stale-identifier/unknown-id": -5 },
  // An empty segment where an identifier belongs: nothing of its shape, and nothing of two slashes, is the cause.
  "variable-empty": {
    "request-built-wrong/unresolved-variable": 6,
    "stale-identifier/unknown-id": -6,
    "stale-identifier/id-format": -6,
    "rewrite-mismatch/proxy-joins-wrong": -6,
  },
  "placeholder-built": { "request-built-wrong/unresolved-variable": 5.5 },
  "segments-repeated": { "request-built-wrong/duplicated-segment": 2.5 },
  "segment-lost-by-join": { "request-built-wrong/dropped-segment": 2.5 },
  "stray-character": { "request-built-wrong/stray-characters": 3 },
  "number-rounded": { "stale-identifier/precision-loss": 3 },
  "identifier-unencoded": { "stale-identifier/id-encoding": 2.5 },
} as const satisfies WeightTable;
