import type { WeightTable } from "./weightTable.ts";

/** The weights of observations about what changes a path on its way: rewrite rules, proxies, redirects, lines of configuration. */
export const rewriteWeights = {
  // A rewrite rule of the workspace, walked on into its route table.
  "rewrite-strips": {
    "rewrite-mismatch/proxy-strips-prefix": 6,
    "other-responder/wrong-entrypoint": -2,
    "wrong-scope/wrong-environment": -2,
    "route-not-served/not-deployed": -3,
  },
  "rewrite-keeps": { "rewrite-mismatch/proxy-keeps-prefix": 6, "rewrite-mismatch/base-path": -3 },

  "rewrite-glues": { "rewrite-mismatch/proxy-joins-wrong": 6, "route-not-served/not-deployed": -3 },
  // What is served from a folder in front never comes to the application, whatever that would serve.
  "folder-misplaced": {
    "rewrite-mismatch/rewrite-rule": 4.5,
    "stale-identifier/unknown-id": -4,
    "lifecycle/feature-off": -4,
  },
  "location-taken": {
    "rewrite-mismatch/rewrite-rule": 4.5,
    "stale-identifier/unknown-id": -4,
    "route-not-served/not-deployed": -3,
  },
  "rewrite-to-nothing": { "rewrite-mismatch/rewrite-rule": 4, "rewrite-mismatch/base-path": -4 },
  "pattern-rule-answers": {
    "rewrite-mismatch/rewrite-rule": 5,
    "stale-identifier/unknown-id": -5,
    "route-not-served/not-deployed": -3,
  },

  // The path that the answer itself names as looked up.
  "received-stripped": {
    "rewrite-mismatch/proxy-strips-prefix": 6,
    "route-not-served/not-deployed": -4,
    "rewrite-mismatch/base-path": -3,
  },
  "received-shorter": { "rewrite-mismatch/proxy-strips-prefix": 0.8 },
  "received-glued": {
    "rewrite-mismatch/proxy-joins-wrong": 6,
    "route-not-served/not-deployed": -4,
    "route-drift/path-typo": -3,
    "rewrite-mismatch/base-path": -2,
  },
  "received-elsewhere": {
    "rewrite-mismatch/rewrite-rule": 5,
    "route-not-served/not-deployed": -3,
    "rewrite-mismatch/base-path": -4,
  },
  "received-as-sent": {
    "rewrite-mismatch/proxy-strips-prefix": -3,
    "rewrite-mismatch/proxy-joins-wrong": -3,
    "rewrite-mismatch/rewrite-rule": -3,
  },
  "doubled-prefix-answers": {
    "rewrite-mismatch/proxy-strips-prefix": 5,
    "route-not-served/not-deployed": -3,
    "rewrite-mismatch/base-path": -3,
  },
  "other-join-answers": {
    "rewrite-mismatch/proxy-joins-wrong": 5,
    "route-not-served/not-deployed": -3,
    "rewrite-mismatch/base-path": -3,
  },
  "prefix-routed-elsewhere": { "rewrite-mismatch/proxy-keeps-prefix": 3.5, "rewrite-mismatch/base-path": -2 },

  // What lines of the workspace set that no route says.
  "service-without-start-page": { "other-responder/wrong-entrypoint": 3.4 },
  "configured-prefix-answers": { "rewrite-mismatch/base-path": 6, "route-not-served/not-deployed": -4 },
  "mount-set-elsewhere": { "rewrite-mismatch/base-path": 2.2, "route-not-served/not-deployed": -0.5 },
  "surplus-prefix-answers": { "rewrite-mismatch/base-path": 3.5, "route-drift/path-moved": -2 },
  "replaced-prefix-written": { "rewrite-mismatch/base-path": 3.5, "route-not-served/not-deployed": -3 },
  "replaced-prefix-answers": { "rewrite-mismatch/base-path": 3, "route-drift/path-moved": -4 },
  "replaced-prefix-misses": { "rewrite-mismatch/base-path": -3 },
  "join-drops-written": {
    "request-built-wrong/dropped-segment": 8,
    "rewrite-mismatch/base-path": -2,
    "route-drift/path-moved": -4,
  },
  "whole-join-answers": { "request-built-wrong/dropped-segment": 2, "route-drift/path-moved": -4 },
  "client-route-written": { "rewrite-mismatch/spa-fallback": 2.5 },
  "refusal-written": {
    "other-responder/server-filter": 5,
    "route-not-served/not-deployed": -3,
    "stale-identifier/unknown-id": -3,
  },

  // What the redirects on the way did to the request.
  "hop-changed-method": { "rewrite-mismatch/redirect-changes-method": 5 },
  "hops-lead-round": {
    "rewrite-mismatch/redirect-drops-path": 5,
    "stale-identifier/unknown-id": -6,
    "route-not-served/not-deployed": -4,
  },
  "sent-to-sign-in": {
    "access-masking/masked-endpoint": 6,
    "stale-identifier/unknown-id": -6,
    "route-not-served/not-deployed": -4,
  },
  "sent-to-missing-sign-in": {
    "access-masking/masked-endpoint": 3,
    "stale-identifier/unknown-id": -6,
    "route-not-served/not-deployed": -4,
  },
  "hop-added-segment": { "rewrite-mismatch/redirect-drops-path": 4, "route-not-served/not-deployed": -3 },
  // Where nothing is found under the whole path either, what was left out is not what is missing.
  "unbroken-misses": { "rewrite-mismatch/redirect-drops-path": -4 },
  "unbroken-answers": { "rewrite-mismatch/redirect-drops-path": 3, "stale-identifier/unknown-id": -5 },
  "kept-query-answers": {
    "rewrite-mismatch/redirect-drops-path": 5.5,
    "stale-identifier/unknown-id": -6,
    "route-drift/trailing-slash": -4,
  },
  "landing-miss-answers": {
    "rewrite-mismatch/redirect-drops-path": 5,
    "stale-identifier/unknown-id": -5,
    "route-not-served/not-deployed": -3,
  },
  "kept-prefix-answers": {
    "rewrite-mismatch/redirect-drops-path": 5.5,
    "access-masking/masked-endpoint": -4,
    "stale-identifier/unknown-id": -6,
    "route-not-served/not-deployed": -4,
    "rewrite-mismatch/base-path": -4,
  },
  "hop-dropped-path": {
    "rewrite-mismatch/redirect-drops-path": 5,
    "route-drift/trailing-slash": -4,
    "rewrite-mismatch/base-path": -2,
    "stale-identifier/unknown-id": -3,
  },
} as const satisfies WeightTable;
