import type { WeightTable } from "./weightTable.ts";

/** The weights of observations about the route table, and the commits that changed it. */
export const routeWeights = {
  // The route table: a route that the URL nearly reaches.
  "version-written": { "route-drift/version-moved": 2.5 },
  "version-answers": { "route-drift/version-moved": 5.5, "stale-identifier/unknown-id": -5 },
  // Nothing is looked up behind a version that is refused.
  "version-refused-said": {
    "route-drift/version-moved": 4,
    "stale-identifier/unknown-id": -6,
    "route-drift/path-moved": -3,
  },
  "version-misses": { "route-drift/version-moved": -3 },
  "prefix-written": { "rewrite-mismatch/base-path": 2.5 },
  "prefix-answers": { "rewrite-mismatch/base-path": 4.5, "route-not-served/not-registered": -3 },
  "prefix-misses": { "rewrite-mismatch/base-path": -3 },
  "slash-written": { "route-drift/trailing-slash": 2.5 },
  "slash-answers": { "route-drift/trailing-slash": 4.5, "route-not-served/not-deployed": -4 },
  "slash-misses": { "route-drift/trailing-slash": -3 },
  "case-written": { "route-drift/case": 2.5 },
  "file-sought": { "rewrite-mismatch/rewrite-rule": -2, "route-drift/version-moved": -1 },
  "file-case-written": { "route-drift/case": 3 },
  "case-answers": { "route-drift/case": 4.5 },
  "case-misses": { "route-drift/case": -3 },
  "typo-written": { "route-drift/path-typo": 2.5 },
  "typo-answers": { "route-drift/path-typo": 4.5 },
  "typo-misses": { "route-drift/path-typo": -3 },
  "word-written": { "route-drift/path-typo": 2, "stale-identifier/unknown-id": -1 },
  "word-answers": { "route-drift/path-typo": 6, "stale-identifier/unknown-id": -6 },
  "segment-written": { "route-drift/path-moved": 2 },
  "segment-answers": { "route-drift/path-moved": 4 },
  "segment-misses": { "route-drift/path-moved": -2 },
  "swapped-written": { "route-drift/path-moved": 0.5 },
  "swapped-misses": { "route-drift/path-moved": -2 },
  "swapped-answers": { "route-drift/path-moved": 4 },
  "swapped-common-answers": { "route-drift/path-moved": 1 },
  "swapped-among-many-answers": { "route-drift/path-moved": 0.3 },
  "redirected-answers": { "route-drift/path-moved": 5 },
  "encoding-written": { "stale-identifier/id-encoding": 2 },
  "encoding-answers": {
    "stale-identifier/id-encoding": 5,
    "stale-identifier/unknown-id": -5,
    "route-drift/path-moved": -3,
  },
  // The answering application says so itself, and the workspace has the route that would have taken it whole.
  "slash-arrives-decoded": {
    "stale-identifier/id-encoding": 5.5,
    "stale-identifier/unknown-id": -5,
    "route-not-served/not-deployed": -5,
  },
  "slash-perhaps-decoded": { "stale-identifier/id-encoding": 2.5 },
  "slash-decoded-written": { "stale-identifier/id-encoding": 3.5, "stale-identifier/unknown-id": -2 },
  "slash-decoded-listed": { "stale-identifier/id-encoding": 2, "stale-identifier/unknown-id": -3 },
  "encoding-misses": { "stale-identifier/id-encoding": -3 },
  // Whatever is there, a route that refuses its shape does not look it up.
  "constraint-written": { "stale-identifier/id-format": 3, "stale-identifier/unknown-id": -2 },
  "constraint-contradicted": { "stale-identifier/id-format": 2, "stale-identifier/unknown-id": -3 },
  "method-written": { "method-mismatch/wrong-method": 3 },
  // What shows an unknown identifier shows no more than that the word of another route is none.
  "method-of-word-written": { "method-mismatch/wrong-method": 5, "stale-identifier/unknown-id": -8 },
  "method-allowed-elsewhere": { "method-mismatch/wrong-method": 3.5 },
  // Either GET finds nothing by itself in the router's words, or what Allow says is not true.
  "method-allowed-unserved": { "method-mismatch/wrong-method": 1 },
  "method-refused": { "method-mismatch/wrong-method": 4 },
  "preflight-unrouted": { "method-mismatch/preflight": 5 },
  "upgrade-unanswered": { "method-mismatch/upgrade-lost": 3 },
  "upgrade-answered-behind": { "method-mismatch/upgrade-lost": 4, "access-masking/masked-resource": -3 },
  "upgrade-unasked": { "method-mismatch/upgrade-lost": 4 },
  // A page for everything is no proof, and is weighed where it is found out.
  "read-answers": { "stale-identifier/unknown-id": -4, "lifecycle/deleted": -2, "route-not-served/not-deployed": -0.5 },
  "head-only": { "method-mismatch/head-not-routed": 6 },

  // The route table: a route that is written for this very URL and not served.
  "route-not-registered": { "route-not-served/not-registered": 4.5 },
  // Beside a route that is served behind a prefix, what nothing mounts may be a copy that was left behind.
  "route-perhaps-copied": { "route-not-served/not-registered": 2 },
  // What is done with a router that is not seen mounted may mount it.
  "route-perhaps-mounted": { "route-not-served/not-registered": 1 },
  "handler-in-misnamed-file": { "route-not-served/not-registered": 5 },
  "route-shadowed": { "route-not-served/shadowed": 5, "stale-identifier/unknown-id": -10 },
  // A release that is not known may ask in another order.
  "catch-all-comes-first": { "route-not-served/after-catch-all": 3.4, "route-not-served/not-deployed": -3 },
  "general-route-comes-first": { "route-not-served/shadowed": 3.5, "stale-identifier/unknown-id": -3 },
  // Some handler ran, and so there is a route: that is what speaks against, and is just what this explains.
  "word-named-by-later-route": { "route-not-served/not-deployed": 11, "stale-identifier/unknown-id": -4 },
  "word-named-as-identifier": { "route-not-served/shadowed": 4.5, "stale-identifier/unknown-id": -4 },
  // With a last slash the path is no longer one that the general route takes.
  "route-passed-over": {
    "route-not-served/shadowed": 5,
    "stale-identifier/unknown-id": -10,
    "route-drift/trailing-slash": -3,
  },
  "route-after-catch-all": { "route-not-served/after-catch-all": 4.5, "rewrite-mismatch/spa-fallback": -4 },
  "route-without-handler": { "route-not-served/missing-handler": 4 },
  "route-unknown-to-server": { "route-not-served/not-deployed": 2.5 },
  "module-not-loaded": {
    "route-not-served/not-registered": 5,
    "route-not-served/not-deployed": -1.5,
    "lifecycle/feature-off": -2,
    "stale-identifier/unknown-id": -2,
  },
  "route-perhaps-unknown": { "route-not-served/not-deployed": 0.8 },
  // What the server says of itself.
  "description-lists-it": { "route-not-served/not-deployed": -4, "route-not-served/not-registered": -4 },
  "description-lacks-it": {
    "route-not-served/not-deployed": 1.5,
    "lifecycle/feature-off": 1,
    "stale-identifier/unknown-id": -4,
  },
  "registered-yet-missed": { "route-not-served/after-catch-all": 3.5, "stale-identifier/unknown-id": -3 },
  "route-known-by-method": { "stale-identifier/unknown-id": 1.5, "route-not-served/not-deployed": -4 },

  // What commits did.
  "moved-written": { "route-drift/path-moved": 3 },
  "moved-answers": { "route-drift/path-moved": 5, "stale-identifier/unknown-id": -4, "route-drift/path-typo": -2 },
  "route-removed": { "lifecycle/deleted": 4.5, "route-drift/path-moved": 1 },
  "replaced-answers": { "stale-identifier/renamed-slug": 6, "stale-identifier/unknown-id": -6 },
} as const satisfies WeightTable;
