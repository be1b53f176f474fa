import type { Verdict } from "../../model/diagnosis.ts";
import type { Location } from "../../model/place.ts";
import type { Known } from "../known.ts";

const keepCaches = "Do not purge caches: the answer is fresh, a purge changes nothing and hides the trail.";
const keepKeys = "Do not change keys or grants: the miss happens before any access rule is asked.";
const keepData = "Do not create the record again: that hides the cause and may duplicate it.";
const keepRoutes = "Do not add a second route or a catch-all for this path: the drift would stay and spread.";
const keepStatus = "Do not turn this 404 into 403 unless product and security agree: 403 tells that the thing exists.";
const keepRetries = "Do not retry every 404: true misses only become slower.";

const avoidances: Readonly<Record<string, readonly string[]>> = {
  "route-drift": [keepCaches, keepRoutes, keepKeys],
  "stale-identifier": [keepCaches, keepData],
  "wrong-scope": [keepCaches, keepData],
  "rewrite-mismatch": [keepRoutes, keepCaches],
  lifecycle: [keepData, keepRetries],
  "access-masking": [keepStatus, keepData],
  "request-built-wrong": ["Do not change the server: it never got the request that was meant.", keepRoutes],
  "method-mismatch": ["Do not add a second route before it is clear which method the service means.", keepCaches],
  "route-not-served": ["Do not change path strings: the path is right, the route is not served.", keepCaches],
  "other-responder": ["Do not change the application's routes: it was never asked.", keepCaches],
  "cached-miss": ["Do not purge every cache: only this one URL holds an old answer."],
};

/** What not to do for this verdict, and why; empty while the verdict is undecided. */
export function adviseAgainst(verdict: Verdict): readonly string[] {
  return verdict.cause === null ? [] : (avoidances[verdict.cause] ?? []);
}

/** What to replay or look at after the fix; `stale` are the other places of the workspace that use the path that moved. */
export function adviseVerification(known: Known, verdict: Verdict, stale: readonly Location[]): readonly string[] {
  if (verdict.cause === null) {
    return [];
  }
  const environment = known.request.environment === null ? "" : ` in environment ${known.request.environment}`;
  const replay = `Replay ${known.request.method} ${known.target.path}, corrected, on ${known.target.host}${environment}: it must not answer 404.`;
  const clients = "Search the workspace, documents and jobs for the old URL: every other use fails the same way.";
  const isDrift = verdict.cause === "route-drift" || verdict.kind === "renamed-slug" || verdict.kind === "merged";
  const uses = isDrift ? [clients, "Watch the access log: no request for the old path should remain."] : [];
  const places = [...listPlaces("uses the old path", stale), ...adviseHolders(known, verdict)];
  return [replay, ...uses, ...places, ...(isRetired(verdict) ? [retired] : [])];
}

const retired =
  "If it is gone for good, say so alike everywhere: 410, or one redirect to its successor, for every alias, version and method.";

function isRetired({ cause, kind }: Verdict): boolean {
  return cause === "lifecycle" && (kind === "deleted" || kind === "archived" || kind === "merged");
}

/** What else of the workspace asks for the identifier that is no longer the right one. */
function adviseHolders({ holders }: Known, { cause, kind }: Verdict): readonly string[] {
  const isOld = cause === "lifecycle" || (cause === "stale-identifier" && kind !== "unknown-id");
  return isOld
    ? listPlaces(
        "holds the old identifier",
        holders.map(({ location }) => location),
      )
    : [];
}

function listPlaces(what: string, places: readonly Location[]): readonly string[] {
  const [first, ...others] = places;
  const more = others.length > 0 ? ` and ${others.length} more` : "";
  return first === undefined ? [] : [`Correct what else ${what}: ${first.file}:${first.line}${more}.`];
}
