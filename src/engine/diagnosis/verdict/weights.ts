import type { CauseKind } from "./causes.ts";

/**
 * What each rule's observation weighs for (above 0) or against (below 0) the kinds it concerns, as log-odds: the odds
 * of a kind are e to the sum of its weights. 2 makes a kind likely on its own, 4 nearly sure, -3 nearly rules it out.
 * Rules end in `-written` (read in the workspace), `-answers` and `-misses` (a probe showed it).
 */
export const weights = {
  // What the request shows by itself.
  "variable-unresolved": { "request-built-wrong/unresolved-variable": 8 },
  "placeholder-in-path": { "request-built-wrong/unresolved-variable": 5, "stale-identifier/unknown-id": -5 },
  "segments-repeated": { "request-built-wrong/duplicated-segment": 2.5 },
  "segment-lost-by-join": { "request-built-wrong/dropped-segment": 2.5 },
  "stray-character": { "request-built-wrong/stray-characters": 3 },
  "number-rounded": { "stale-identifier/precision-loss": 3 },
  "identifier-unencoded": { "stale-identifier/id-encoding": 2.5 },

  // The route table: a route that the URL nearly reaches.
  "version-written": { "route-drift/version-moved": 2.5 },
  "version-answers": { "route-drift/version-moved": 4.5 },
  "version-misses": { "route-drift/version-moved": -3 },
  "prefix-written": { "rewrite-mismatch/base-path": 2.5 },
  "prefix-answers": { "rewrite-mismatch/base-path": 4.5 },
  "prefix-misses": { "rewrite-mismatch/base-path": -3 },
  "slash-written": { "route-drift/trailing-slash": 2.5 },
  "slash-answers": { "route-drift/trailing-slash": 4.5 },
  "slash-misses": { "route-drift/trailing-slash": -3 },
  "case-written": { "route-drift/case": 2.5 },
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
  "redirected-answers": { "route-drift/path-moved": 5 },
  "encoding-written": { "stale-identifier/id-encoding": 2 },
  "encoding-answers": {
    "stale-identifier/id-encoding": 5,
    "stale-identifier/unknown-id": -5,
    "route-drift/path-moved": -3,
  },
  "encoding-misses": { "stale-identifier/id-encoding": -3 },
  "constraint-written": { "stale-identifier/id-format": 3 },
  "method-written": { "method-mismatch/wrong-method": 3 },
  "method-allowed-elsewhere": { "method-mismatch/wrong-method": 3.5 },
  "method-refused": { "method-mismatch/wrong-method": 4 },
  "preflight-unrouted": { "method-mismatch/preflight": 5 },
  "upgrade-unanswered": { "method-mismatch/upgrade-lost": 3 },
  "head-only": { "method-mismatch/head-not-routed": 6 },

  // The route table: a route that is written for this very URL and not served.
  "route-not-registered": { "route-not-served/not-registered": 4.5 },
  "route-shadowed": { "route-not-served/shadowed": 4, "stale-identifier/unknown-id": -5 },
  "route-after-catch-all": { "route-not-served/after-catch-all": 4 },
  "route-without-handler": { "route-not-served/missing-handler": 4 },
  "route-unknown-to-server": { "route-not-served/not-deployed": 2.5 },
  "route-perhaps-unknown": { "route-not-served/not-deployed": 0.8 },
  "route-known-by-method": { "stale-identifier/unknown-id": 1.5, "route-not-served/not-deployed": -4 },

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
  "route-matched": { "stale-identifier/unknown-id": 1 },
  "neighbour-answers": { "stale-identifier/unknown-id": 2.5, "route-not-served/not-deployed": -4 },
  "collection-lacks-it": { "stale-identifier/unknown-id": 1.5, "route-not-served/not-deployed": -3 },
  "check-has-it": {
    "stale-identifier/unknown-id": -5,
    "access-masking/masked-resource": 1,
    "lifecycle/not-yet-visible": 1,
  },
  "check-lacks-it": { "stale-identifier/unknown-id": 3, "access-masking/masked-resource": -2 },
  "check-deleted": { "lifecycle/deleted": 6, "stale-identifier/unknown-id": -5 },
  "collection-has-it": { "stale-identifier/unknown-id": -3 },

  // Whether it is there under another scope, shape or selector; each answered by a probe of that one coordinate.
  "endpoint-identity-answers": { "access-masking/masked-endpoint": 5, "route-not-served/not-deployed": -3 },
  "environment-answers": {
    "wrong-scope/wrong-environment": 5,
    "stale-identifier/unknown-id": -5,
    "route-not-served/not-deployed": -3,
    "route-not-served/not-registered": -5,
  },
  "region-answers": {
    "wrong-scope/wrong-region": 5,
    "stale-identifier/unknown-id": -5,
    "route-not-served/not-deployed": -3,
    "route-not-served/not-registered": -5,
  },
  "tenant-answers": {
    "wrong-scope/wrong-tenant": 5,
    "stale-identifier/unknown-id": -5,
    "route-not-served/not-deployed": -3,
    "route-not-served/not-registered": -5,
  },
  "parent-answers": { "wrong-scope/wrong-project": 5, "stale-identifier/unknown-id": -5 },
  "selector-answers": { "route-drift/version-selector": 5, "route-not-served/not-deployed": -4 },
  "repeated-segments-answers": { "request-built-wrong/duplicated-segment": 4.5, "route-drift/version-moved": -3 },
  "stray-characters-answers": { "request-built-wrong/stray-characters": 4.5, "stale-identifier/unknown-id": -5 },
  "slashes-merged-answers": { "rewrite-mismatch/proxy-joins-wrong": 4 },
  "sibling-prefix-answers": { "rewrite-mismatch/base-path": 4.5 },
  "index-answers": { "rewrite-mismatch/directory-index": 5 },
  "shell-answers-everything": { "rewrite-mismatch/spa-fallback": 5.5 },
  "shell-answers-asset": { "rewrite-mismatch/spa-fallback": 2.5 },
  "root-answers-shell": { "rewrite-mismatch/spa-fallback": 3 },
  "rounded-answers": { "stale-identifier/precision-loss": 6, "stale-identifier/unknown-id": -5 },
  "reformatted-answers": { "stale-identifier/id-format": 5, "stale-identifier/unknown-id": -5 },
  "asset-renamed": { "stale-identifier/stale-asset": 5 },
  "shape-differs": { "stale-identifier/id-format": 2 },
  "sibling-shape-differs": { "stale-identifier/id-format": 1 },
  "selector-said": { "route-drift/version-selector": 3.5, "stale-identifier/unknown-id": -4 },
  "identity-answers": { "access-masking/masked-resource": 5, "stale-identifier/unknown-id": -5 },
  // The masking check: the owner, somebody else, and what surely does not exist, compared.
  "masking-proven": { "access-masking/masked-resource": 7, "stale-identifier/unknown-id": -6 },
  "endpoint-masking-proven": {
    "access-masking/masked-endpoint": 7,
    "stale-identifier/unknown-id": -6,
    "route-not-served/not-deployed": -4,
  },
  "masking-shows": {},
  "owner-misses": {
    "access-masking/masked-resource": -6,
    "access-masking/masked-endpoint": -5,
    "stale-identifier/unknown-id": 1,
  },
  "refused-openly": { "access-masking/masked-resource": -4, "access-masking/masked-endpoint": -4 },
  "other-identity-answers": { "access-masking/masked-resource": -2, "access-masking/masked-endpoint": -2 },
  "token-scope-missing": { "access-masking/masked-resource": 3, "stale-identifier/unknown-id": -1 },
  "owner-filter-written": { "access-masking/masked-resource": 3.5, "stale-identifier/unknown-id": -2 },
  "entrypoint-answers": { "other-responder/wrong-entrypoint": 4.5, "route-not-served/not-deployed": -3 },
  "substatus-said": { "other-responder/server-filter": 5 },
  "api-group-said": { "route-drift/version-moved": 4 },
  "parent-said": { "wrong-scope/wrong-project": 4, "stale-identifier/unknown-id": -3 },
  "prefix-collides": { "rewrite-mismatch/base-path": 4 },
  "hidden-segment": { "other-responder/server-filter": 2 },
  "hidden-file-written": { "other-responder/server-filter": 4 },
  "similar-slug-answers": { "stale-identifier/renamed-slug": 5, "stale-identifier/unknown-id": -5 },
  "credentials-answer": { "access-masking/masked-endpoint": 4.5 },
  "host-answers": {
    "other-responder/host-unmatched": 5,
    "route-not-served/not-deployed": -4,
    "route-not-served/not-registered": -6,
  },
  "fresh-answers": { "cached-miss/shared-cache": 5 },
  "fresh-misses": { "cached-miss/shared-cache": -3 },
  "stored-miss-said": { "cached-miss/shared-cache": 2 },
  "framework-stored-miss-said": {
    "cached-miss/framework-cache": 4.5,
    "stale-identifier/unknown-id": -2,
    "route-drift/trailing-slash": -3,
  },
  "platform-page": { "other-responder/platform-missing": 5, "route-not-served/not-deployed": -3 },

  // A rewrite rule of the workspace, walked on into its route table.
  "rewrite-strips": {
    "rewrite-mismatch/proxy-strips-prefix": 6,
    "other-responder/wrong-entrypoint": -2,
    "wrong-scope/wrong-environment": -2,
    "route-not-served/not-deployed": -3,
  },
  "rewrite-keeps": { "rewrite-mismatch/proxy-keeps-prefix": 6, "rewrite-mismatch/base-path": -3 },

  "rewrite-glues": { "rewrite-mismatch/proxy-joins-wrong": 6, "route-not-served/not-deployed": -3 },
  "rewrite-to-nothing": { "rewrite-mismatch/rewrite-rule": 4 },

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
  "configured-prefix-answers": { "rewrite-mismatch/base-path": 6, "route-not-served/not-deployed": -4 },
  "join-drops-written": { "request-built-wrong/dropped-segment": 8, "rewrite-mismatch/base-path": -2 },
  "client-route-written": { "rewrite-mismatch/spa-fallback": 2.5 },
  "refusal-written": {
    "other-responder/server-filter": 5,
    "route-not-served/not-deployed": -3,
    "stale-identifier/unknown-id": -3,
  },

  // What data and descriptions say of the very thing that misses.
  "built-asset-answers": {
    "stale-identifier/stale-asset": 6,
    "stale-identifier/unknown-id": -5,
    "rewrite-mismatch/spa-fallback": -3,
  },
  "record-archived-written": { "lifecycle/archived": 4, "stale-identifier/unknown-id": -3 },
  "record-deleted-written": { "lifecycle/deleted": 4, "stale-identifier/unknown-id": -3 },
  "operation-unwritten": { "route-not-served/missing-handler": 4.5, "route-not-served/not-deployed": -2 },

  // What commits did.
  "moved-written": { "route-drift/path-moved": 3 },
  "moved-answers": { "route-drift/path-moved": 5, "stale-identifier/unknown-id": -4, "route-drift/path-typo": -2 },
  "route-removed": { "lifecycle/deleted": 4.5, "route-drift/path-moved": 1 },
  "replaced-answers": { "stale-identifier/renamed-slug": 6, "stale-identifier/unknown-id": -6 },

  // What the redirects on the way did to the request.
  "hop-changed-method": { "rewrite-mismatch/redirect-changes-method": 5 },
  "hops-lead-round": {
    "rewrite-mismatch/redirect-drops-path": 5,
    "stale-identifier/unknown-id": -6,
    "route-not-served/not-deployed": -4,
  },
  "hop-added-segment": { "rewrite-mismatch/redirect-drops-path": 4, "route-not-served/not-deployed": -3 },
  "unbroken-answers": { "rewrite-mismatch/redirect-drops-path": 3, "stale-identifier/unknown-id": -5 },
  "hop-dropped-path": {
    "rewrite-mismatch/redirect-drops-path": 5,
    "route-drift/trailing-slash": -4,
    "rewrite-mismatch/base-path": -2,
    "stale-identifier/unknown-id": -3,
  },

  // The life of the resource, and of the service.
  "successor-answers": { "lifecycle/merged": 4.5, "stale-identifier/unknown-id": -5 },
  "archived-answers": { "lifecycle/archived": 5.5, "stale-identifier/unknown-id": -5 },
  "sunset-said": { "lifecycle/deleted": 4, "stale-identifier/unknown-id": -2 },
  "condition-written": {
    "lifecycle/feature-off": 4.5,
    "route-not-served/not-deployed": -2.5,
    "stale-identifier/unknown-id": -2,
  },
  "gone-said": { "lifecycle/deleted": 5, "stale-identifier/unknown-id": -3 },
  "tombstone-said": { "lifecycle/deleted": 5, "stale-identifier/unknown-id": -4 },
  "tombstone-hinted": { "lifecycle/deleted": 1.5 },
  "archived-said": { "lifecycle/archived": 5, "stale-identifier/unknown-id": -4 },
  "successor-said": { "lifecycle/merged": 5, "stale-identifier/unknown-id": -4 },
  "answers-later": {
    "lifecycle/not-yet-visible": 6,
    "stale-identifier/unknown-id": -6,
    "route-not-served/not-deployed": -6,
    "route-drift/path-moved": -4,
    "route-drift/trailing-slash": -6,
  },
} as const satisfies Readonly<Record<string, Readonly<Partial<Record<CauseKind, number>>>>>;

/** The name of a rule in the weights table. */
export type RuleId = keyof typeof weights;

/** Whether observations of a rule speak for or against anything; the others are only facts to follow. */
export function weighsAnything(rule: RuleId): boolean {
  return Object.keys(weights[rule]).length > 0;
}
