/** The cause to which each kind of the public vocabulary belongs. */
const kindsByCause: Readonly<Record<string, string>> = {
  "route-drift": "version-moved path-moved version-selector trailing-slash case path-typo",
  "stale-identifier": "unknown-id id-format renamed-slug precision-loss id-encoding stale-asset",
  "wrong-scope": "wrong-tenant wrong-region wrong-environment wrong-project",
  "rewrite-mismatch":
    "proxy-strips-prefix proxy-keeps-prefix proxy-joins-wrong rewrite-rule redirect-drops-path redirect-changes-method base-path spa-fallback directory-index",
  lifecycle: "deleted archived merged not-yet-visible feature-off",
  "access-masking": "masked-resource masked-endpoint",
  "request-built-wrong": "unresolved-variable duplicated-segment dropped-segment stray-characters",
  "method-mismatch": "wrong-method head-not-routed preflight upgrade-lost",
  "route-not-served": "not-registered shadowed after-catch-all missing-handler not-deployed",
  "other-responder": "host-unmatched wrong-entrypoint platform-missing server-filter",
  "cached-miss": "shared-cache framework-cache",
};

/** The cause of a kind; throws when the vocabulary has no such kind, for then the scenario is misspelt. */
export function causeOf(kind: string): string {
  const cause = Object.entries(kindsByCause).find(([, kinds]) => kinds.split(" ").includes(kind))?.[0];
  if (cause === undefined) {
    throw new Error(`No such kind: ${kind}`);
  }
  return cause;
}
