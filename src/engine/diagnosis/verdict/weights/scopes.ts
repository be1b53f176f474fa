import type { WeightTable } from "./weightTable.ts";

/** The weights of observations about other scopes, shapes, selectors and identities. */
export const scopeWeights = {
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
  "parent-holds-it": { "wrong-scope/wrong-project": 6, "stale-identifier/unknown-id": -9 },
  "parent-has-such": { "wrong-scope/wrong-project": 1 },
  "parent-answers": { "wrong-scope/wrong-project": 5, "stale-identifier/unknown-id": -5 },
  // The same identifier answered: it names something.
  "selector-answers": {
    "route-drift/version-selector": 5,
    "route-not-served/not-deployed": -4,
    "stale-identifier/unknown-id": -4,
  },
  "repeated-segments-answers": { "request-built-wrong/duplicated-segment": 4.5, "route-drift/version-moved": -3 },
  "stray-characters-answers": { "request-built-wrong/stray-characters": 4.5, "stale-identifier/unknown-id": -5 },
  "slashes-merged-answers": { "rewrite-mismatch/proxy-joins-wrong": 5 },
  "sibling-prefix-answers": { "rewrite-mismatch/base-path": 4.5 },
  "index-answers": { "rewrite-mismatch/directory-index": 5 },
  "shell-answers-everything": { "rewrite-mismatch/spa-fallback": 5.5 },
  "shell-answers-asset": { "rewrite-mismatch/spa-fallback": 2.5 },
  "root-answers-shell": { "rewrite-mismatch/spa-fallback": 3 },
  "page-asked-data-answers": { "rewrite-mismatch/base-path": -7 },
  "answer-names-rounded": { "stale-identifier/precision-loss": 6, "stale-identifier/unknown-id": -5 },
  "handler-rounds-stored": {
    "stale-identifier/precision-loss": 5,
    "stale-identifier/unknown-id": -4,
    "access-masking/masked-resource": -2,
  },
  "handler-rounds": { "stale-identifier/precision-loss": 1.5 },
  "long-numbers-missed": { "stale-identifier/precision-loss": 3.4, "stale-identifier/unknown-id": -3 },
  "rounded-answers": { "stale-identifier/precision-loss": 6, "stale-identifier/unknown-id": -5 },
  "reformatted-answers": { "stale-identifier/id-format": 5, "stale-identifier/unknown-id": -5 },
  "asset-renamed": { "stale-identifier/stale-asset": 5 },
  "shape-differs": { "stale-identifier/id-format": 2 },
  "sibling-shape-differs": { "stale-identifier/id-format": 1 },
  "selector-refused-said": { "route-drift/version-selector": 4, "stale-identifier/unknown-id": -6 },
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
  "store-hides-misses": { "access-masking/masked-resource": 4.5, "route-drift/path-typo": -4 },
  "token-scope-missing": { "access-masking/masked-resource": 3, "stale-identifier/unknown-id": -1 },
  "owner-filter-written": { "access-masking/masked-resource": 3.5, "stale-identifier/unknown-id": -2 },
  "gate-written": {
    "access-masking/masked-endpoint": 3,
    "route-not-served/not-deployed": -2.5,
    "stale-identifier/unknown-id": -1,
  },
  // The service knows the path as it is, so what passes it on changes it.
  "upstream-answers": {
    "rewrite-mismatch/proxy-strips-prefix": 3,
    "route-not-served/not-deployed": -3,
    "stale-identifier/unknown-id": -5,
  },
  // It is what stands in front that answers, for another host than this one, or before it comes to the rule.
  "upstream-answers-unchanged": {
    "other-responder/host-unmatched": 1,
    "route-not-served/not-deployed": -3,
    "stale-identifier/unknown-id": -5,
  },
  "upstream-answers-unrewritten": {
    "rewrite-mismatch/rewrite-rule": 2,
    "route-not-served/not-deployed": -3,
    "stale-identifier/unknown-id": -5,
  },
  "other-service-answers": { "other-responder/wrong-entrypoint": 3, "route-not-served/not-deployed": -2 },
  "entrypoint-answers": { "other-responder/wrong-entrypoint": 4.5, "route-not-served/not-deployed": -3 },
  "substatus-said": { "other-responder/server-filter": 5 },
  "api-group-said": { "route-drift/version-moved": 4 },
  "parent-said": { "wrong-scope/wrong-project": 4, "stale-identifier/unknown-id": -3 },
  "prefix-collides": { "rewrite-mismatch/base-path": 4 },
  "hidden-segment": { "other-responder/server-filter": 2 },
  "hidden-file-written": { "other-responder/server-filter": 4 },
  "similar-slug-answers": { "stale-identifier/renamed-slug": 5, "stale-identifier/unknown-id": -5 },
  // Words alone make two slugs akin, not one thing.
  "slug-shares-words": { "stale-identifier/renamed-slug": 3, "stale-identifier/unknown-id": -3.5 },
  "credentials-answer": { "access-masking/masked-endpoint": 4.5 },
  "host-answers": {
    "other-responder/host-unmatched": 5,
    "route-not-served/not-deployed": -4,
    "route-not-served/not-registered": -6,
  },
  "fresh-answers": {
    "cached-miss/shared-cache": 5,
    "lifecycle/archived": -5,
    "lifecycle/deleted": -5,
    "stale-identifier/unknown-id": -6,
    "route-not-served/not-deployed": -4,
  },
  // Nothing in front of the application says that it stored the answer, and the application's own code does.
  "fresh-answers-kept": {
    "cached-miss/framework-cache": 5,
    "lifecycle/archived": -5,
    "lifecycle/deleted": -5,
    "stale-identifier/unknown-id": -8,
    "route-not-served/not-deployed": -4,
  },
  "fresh-misses": { "cached-miss/shared-cache": -3 },
  "stored-miss-said": { "cached-miss/shared-cache": 2 },
  "framework-stored-miss-said": {
    "cached-miss/framework-cache": 4.5,
    "stale-identifier/unknown-id": -2,
    "route-drift/trailing-slash": -3,
  },
  "platform-page": { "other-responder/platform-missing": 5, "route-not-served/not-deployed": -3 },
} as const satisfies WeightTable;
