/** The closed vocabulary of verdicts: every cause with its title and its kinds, each with the proof that it asks for. Public API. */
export const causes = {
  "route-drift": {
    title: "The path or API version moved",
    kinds: {
      "version-moved": "the same suffix is routed under another version",
      "path-moved": "a route was renamed or moved; history, an alias, a redirect or the nearest route shows it",
      "version-selector": "the version travels in a header, media type or query parameter that is missing or wrong",
      "trailing-slash": "toggling the last slash reaches the route",
      case: "only letter case differs from a route or file",
      "path-typo": "one segment is a small edit (typo, singular/plural) away from a route",
    },
  },
  "stale-identifier": {
    title: "The identifier is old or malformed",
    kinds: {
      "unknown-id": "the handler ran; a sibling id of the same route answers, this one does not",
      "id-format": "the id breaks the shape that every working id or the route constraint has",
      "renamed-slug": "the resource answers under another slug (list, search, redirect or history)",
      "precision-loss": "a number above 2^53-1 was rounded on its way",
      "id-encoding": "a slash or reserved character in the id must be (or was wrongly) percent-encoded",
      "stale-asset": "a hashed asset name belongs to an earlier build",
    },
  },
  "wrong-scope": {
    title: "Right resource, wrong tenant, region or environment",
    kinds: {
      "wrong-tenant": "the same id answers under another configured tenant",
      "wrong-region": "the same id answers at another configured region",
      "wrong-environment": "the same request answers in another environment of the file",
      "wrong-project": "the parent collection in the path (project, shop, deployment) is not the one that holds it",
    },
  },
  "rewrite-mismatch": {
    title: "A rewrite, redirect or mount sends it elsewhere",
    kinds: {
      "proxy-strips-prefix": "the proxy removes a prefix the app expects",
      "proxy-keeps-prefix": "the proxy forwards a prefix the app does not know",
      "proxy-joins-wrong": "location and upstream path are glued without or with two slashes",
      "rewrite-rule": "a rewrite or ingress rule maps the path to nothing",
      "redirect-drops-path": "a redirect hop loses a prefix, segment or query",
      "redirect-changes-method": "a 301/302/303 hop turned the method into GET",
      "base-path":
        "a configured base path, context path, global prefix or stage is missing from, or doubled in, the request",
      "spa-fallback": "the static host has no fallback for a client-side route, or the fallback swallows an API path",
      "directory-index": "index.html answers where the directory does not",
    },
  },
  lifecycle: {
    title: "Deleted, archived, merged or not there yet",
    kinds: {
      deleted: "a tombstone, 410, Sunset or deleted_at says it is gone",
      archived: "an archived/inactive state or an include-archived read shows it",
      merged: "a successor is named (Link, body field, redirect from a sibling)",
      "not-yet-visible": "the same request answers after a short wait, or only some replays answer",
      "feature-off": "the endpoint is conditional on a flag, plan, exposure list or static parameter set",
    },
  },
  "access-masking": {
    title: "404 stands in for 403 or 401",
    kinds: {
      "masked-resource":
        "owner identity answers; this identity gets the same 404 as for a random id; or the handler filters by owner",
      "masked-endpoint": "without or with weaker credentials the whole endpoint answers 404",
    },
  },
  "request-built-wrong": {
    title: "The request sent is not the one intended",
    kinds: {
      "unresolved-variable": "a placeholder, undefined or null is still in the URL",
      "duplicated-segment": "a run of segments is repeated",
      "dropped-segment": "joining base and path by RFC 3986 lost a segment",
      "stray-characters": "white space or invisible characters are in the path",
    },
  },
  "method-mismatch": {
    title: "The path exists, not for this method",
    kinds: {
      "wrong-method": "the route table or Allow lists the path under another method",
      "head-not-routed": "GET answers where HEAD does not",
      preflight: "OPTIONS with a preflight answers 404 while the route exists",
      "upgrade-lost": "the WebSocket upgrade headers do not reach the app",
    },
  },
  "route-not-served": {
    title: "The route is written but not served",
    kinds: {
      "not-registered": "the router, module or controller is never mounted",
      shadowed: "an earlier, more general route takes the request",
      "after-catch-all": "a catch-all or 404 handler is registered before it",
      "missing-handler": "the route names an action, view or function that does not exist",
      "not-deployed":
        "the route is in the workspace, the running server does not know it (route cache, stage, old build)",
    },
  },
  "other-responder": {
    title: "Something other than the app answered",
    kinds: {
      "host-unmatched": "the Host is not one the edge, ingress, vhost or framework serves",
      "wrong-entrypoint": "another scheme or port of the same host has the route",
      "platform-missing": "the platform's own page says that no deployment, app or output exists",
      "server-filter": "a server rule (reserved path, extension, hidden segment, verb filter) refused it",
    },
  },
  "cached-miss": {
    title: "An old 404 is served from a cache",
    kinds: {
      "shared-cache": "Age, Cache-Status or X-Cache shows a stored 404 and a fresh read differs",
      "framework-cache": "the framework's page cache holds the 404",
    },
  },
} as const satisfies Readonly<Record<string, { title: string; kinds: Readonly<Record<string, string>> }>>;

/** `cause/kind`, such as `route-drift/version-moved`. */
export type CauseKind = {
  [Cause in keyof typeof causes]: `${Cause}/${Extract<keyof (typeof causes)[Cause]["kinds"], string>}`;
}[keyof typeof causes];

/** The two halves of a `cause/kind`. */
export function splitCauseKind(id: CauseKind): { readonly cause: string; readonly kind: string } {
  const [cause = "", kind = ""] = id.split("/");
  return { cause, kind };
}
