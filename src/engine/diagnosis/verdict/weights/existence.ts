import type { WeightTable } from "./weightTable.ts";

/** The weights of observations about who looked the thing up, and whether it exists where it was looked for. */
export const existenceWeights = {
  // Who looked it up: the router missed, or a handler ran.
  "router-missed": {
    "stale-identifier/unknown-id": -3,
    "lifecycle/deleted": -2,
    "access-masking/masked-resource": -2,
  },
  "handler-ran": {
    "stale-identifier/unknown-id": 1.5,
    "route-drift/version-moved": -2,
    "route-drift/path-typo": -2,
    "route-drift/path-moved": -2,
    "rewrite-mismatch/base-path": -2,
    "route-not-served/not-registered": -4,
    "route-not-served/not-deployed": -4,
  },

  // Where the identifier came from and what else holds it: facts to follow, which weigh nothing by themselves.
  "identifier-source": {},
  "identifier-held": {},
  "earlier-response": {},
  "like-unknown-identifier": { "stale-identifier/unknown-id": 1 },
  "unlike-unknown-identifier": { "stale-identifier/unknown-id": -1.5 },

  // Whether the thing exists where it was looked for.
  "route-takes-no-identifier": { "stale-identifier/unknown-id": -3 },
  "route-matched": { "stale-identifier/unknown-id": 1 },
  "neighbour-answers": { "stale-identifier/unknown-id": 2.5, "route-not-served/not-deployed": -4 },
  "collection-lacks-it": { "stale-identifier/unknown-id": 1.5, "route-not-served/not-deployed": -3 },
  "collection-missed-alike": { "stale-identifier/unknown-id": -2 },
  "kept-miss-written": {
    "cached-miss/framework-cache": 3.5,
    "stale-identifier/unknown-id": -6,
    "access-masking/masked-resource": -2,
  },
  "check-has-it": {
    "stale-identifier/unknown-id": -5,
    "access-masking/masked-resource": 1,
    "lifecycle/not-yet-visible": 1,
  },
  "check-lacks-it": { "stale-identifier/unknown-id": 3, "access-masking/masked-resource": -2 },
  "check-deleted": { "lifecycle/deleted": 6, "stale-identifier/unknown-id": -5 },
  "ancestor-answers": { "stale-identifier/unknown-id": -2.5 },
  "collection-has-it": { "stale-identifier/unknown-id": -6 },

  // What data and descriptions say of the very thing that misses.
  "built-asset-answers": {
    "stale-identifier/stale-asset": 6,
    "stale-identifier/unknown-id": -5,
    "rewrite-mismatch/spa-fallback": -3,
  },
  "record-archived-written": { "lifecycle/archived": 4, "stale-identifier/unknown-id": -3 },
  "archived-table-written": { "lifecycle/archived": 4.5, "stale-identifier/unknown-id": -5 },
  "deleted-table-written": { "lifecycle/deleted": 4.5, "stale-identifier/unknown-id": -5 },
  "record-deleted-written": { "lifecycle/deleted": 4, "stale-identifier/unknown-id": -3 },
  // It is in what the workspace knows to be looked up in: something keeps it from this request, or the server runs on other data.
  "record-stored-written": { "stale-identifier/unknown-id": -9 },
  // A service behind that is down, or another store, misses whatever is asked for.
  "neighbours-missed-alike": {},
  // Whose data was looked in is not known.
  "host-scope-open": {},
  "failure-perhaps-swallowed": { "stale-identifier/unknown-id": -3 },
  // The server may know other data than the workspace.
  "record-held-written": {},
  "archived-state-asked": { "lifecycle/archived": 2, "stale-identifier/unknown-id": -3 },
  "deleted-state-asked": { "lifecycle/deleted": 2, "stale-identifier/unknown-id": -3 },
  "record-to-come-written": { "lifecycle/not-yet-visible": 4, "stale-identifier/unknown-id": -3 },
  "day-to-come-asked": { "lifecycle/not-yet-visible": 2, "stale-identifier/unknown-id": -3 },
  "operation-unwritten": { "route-not-served/missing-handler": 4.5, "route-not-served/not-deployed": -2 },
} as const satisfies WeightTable;
