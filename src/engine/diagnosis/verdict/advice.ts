import { isSafeMethod } from "../../exchange/probes/policy.ts";
import type { Fix, Verdict } from "../../model/diagnosis.ts";
import type { Location } from "../../model/place.ts";
import { isCredentialField } from "../../secrets.ts";
import { parseTargetUri } from "../../targetUri.ts";
import { readKey } from "../identifiers/lookedUp.ts";
import { findSplitIdentifier } from "../identifiers/splitIdentifier.ts";
import type { Known } from "../known.ts";
import { findBuildersToCorrect } from "./buildersToCorrect.ts";

const keepCaches = "Do not purge caches: no stored answer is the cause, and a purge hides the trail.";
const keepKeys = "Do not change keys or grants: the miss happens before any access rule is asked.";
const keepData = "Do not create the record again: that hides the cause and may duplicate it.";
const keepIdentifier =
  "Do not put another identifier in its place only because that one answers: it is another record.";
const keepRoutes = "Do not add a second route or a catch-all for this path: the drift would stay and spread.";
const keepStatus = "Do not turn this 404 into 403 unless product and security agree: 403 tells that the thing exists.";
const keepRetries = "Do not retry every 404: true misses only become slower.";
const keepRouteTable = "Do not change the application's routes: it was never asked.";
const keepPath = "Do not change the path: it is right, and switching the endpoint on is another decision.";

const avoidances: Readonly<Record<string, readonly string[]>> = {
  "route-drift": [keepCaches, keepRoutes, keepKeys],
  "stale-identifier": [keepCaches, keepData],
  "stale-identifier/unknown-id": [keepIdentifier, keepCaches, keepData],
  "stale-identifier/stale-asset": ["Do not copy the old file back by hand: the page must name the files of its build."],
  "wrong-scope": [keepCaches, keepData],
  "rewrite-mismatch": [keepRoutes, keepCaches],
  lifecycle: [keepData, keepCaches],
  "lifecycle/not-yet-visible": [keepData, keepRetries],
  "lifecycle/feature-off": [keepPath, keepRoutes],
  "access-masking": [keepStatus, keepData],
  "access-masking/masked-endpoint": [keepStatus, keepRoutes],
  "request-built-wrong": ["Do not change the server: it never got the request that was meant."],
  "method-mismatch": ["Do not add a second route before it is clear which method the service means.", keepCaches],
  "method-mismatch/preflight": [
    'Do not send it with mode "no-cors": then no script may read the answer.',
    "Do not take the fields of the request away to avoid the preflight: the service needs them.",
  ],
  "route-not-served": ["Do not change path strings: the path is right, the route is not served.", keepCaches],
  "other-responder": [keepRouteTable, keepCaches],
  "cached-miss": ["Do not purge every cache: only this one URL holds an old answer."],
};

const purged = new Set(["route-drift", "wrong-scope", "stale-identifier"]);

/** What not to do for this verdict, and why; empty while the verdict is undecided. */
export function adviseAgainst(known: Known, { cause, kind }: Verdict): readonly string[] {
  const advice = cause === null ? [] : (avoidances[`${cause}/${kind}`] ?? avoidances[cause] ?? []);
  const { stored = "unknown" } = known.facts?.cache ?? {};
  // A wrong route, scope or identifier is what people purge caches for; for the others a cache must be on the way at all.
  const isPurged = stored === "no" || (stored === "unknown" && purged.has(cause ?? ""));
  const isKeyed = known.request.headers.some(([name]) => isCredentialField(name));
  const hasRecord = known.identifiers.length > 0;
  return advice.filter(
    (line) => (line !== keepCaches || isPurged) && (line !== keepKeys || isKeyed) && (line !== keepData || hasRecord),
  );
}

/** What to replay or look at after the fix; `stale` are the other places of the workspace that use the path that moved. */
export function adviseVerification(
  known: Known,
  verdict: Verdict,
  fixes: readonly Fix[],
  stale: readonly Location[],
): readonly string[] {
  if (verdict.cause === null) {
    return [];
  }
  const isDrift = verdict.cause === "route-drift" || verdict.kind === "renamed-slug" || verdict.kind === "merged";
  // Where a field selects the version, the path stays what it is.
  const uses = isDrift && verdict.kind !== "version-selector" ? [others, remains] : [];
  const places = [...adviseBuilders(known, verdict, fixes, stale), ...adviseHolders(known, verdict)];
  return [sayReplay(known, verdict, fixes), ...uses, ...places, ...(isRetired(verdict) ? [retired] : [])];
}

/** Whoever else asks for the path that moved, and what builds the wrong URL. */
function adviseBuilders(
  known: Known,
  verdict: Verdict,
  fixes: readonly Fix[],
  stale: readonly Location[],
): readonly string[] {
  const { written, filled, based } = findBuildersToCorrect(known, verdict, fixes);
  const isMoved = verdict.kind?.endsWith("-moved") === true;
  const own = isMoved || stale.length > 0 ? "Correct what else uses the old path" : "Correct what else builds this URL";
  return [
    ...listPlaces(own, [...stale, ...written]),
    ...listPlaces("Look at what builds this URL", filled),
    // A lost join is told with its base by its fix.
    ...(verdict.kind === "dropped-segment"
      ? []
      : listPlaces("Look at the base URL that comes before the path at", based)),
  ];
}

const others = "Look for this URL in jobs, documents and clients outside this workspace: they fail the same way.";
const remains = "Watch the access log: no request for the failing path should remain.";

/** The replay that shows the cause gone: of the corrected request where the request is wrong, else of the same one once the server is mended. */
function sayReplay(known: Known, { kind }: Verdict, fixes: readonly Fix[]): string {
  const { request } = known;
  const own = sayRequest(request.method, request.url, request.environment);
  const fixed = fixes.find((fix) => fix.kind === "edit-request" || fix.kind === "edit-variable");
  const after = afterwards[kind ?? ""] ?? (fixed ? undefined : unedited[kind ?? ""]);
  if (after !== undefined) {
    return after(own, known);
  }
  const status = known.replay?.exchange.response?.status ?? 404;
  const sign = saySign(status);
  if (fixed?.request && !isSafeMethod(fixed.request.method) && fixed.request.method !== request.method) {
    return `Replay it as ${sayRequest(fixed.request.method, fixed.request.url, request.environment)}, where a change does no harm: ${sign}.`;
  }
  if (fixed?.request) {
    const { method, url } = fixed.request;
    const isSame = url === request.url && method === request.method && fixed.environment === undefined;
    const change = isSame ? " with that change" : "";
    return `Replay ${sayRequest(method, url, fixed.environment ?? request.environment)}${change}: ${sign}.`;
  }
  return `Replay ${own} once that is done: ${sign}.`;
}

/** What the answer must be no more: a page in the place of an API's answer keeps its status. */
function saySign(status: number): string {
  if (status === 404) {
    return "it must not answer 404";
  }
  return status < 300
    ? "it must answer what was asked for, not the page that answers now"
    : `it must answer neither 404 nor ${status}`;
}

/** What must be seen for the kinds that are not over when the same or a corrected URL answers. */
const afterwards: Readonly<Record<string, (own: string, known: Known) => string>> = {
  "unknown-id": (own, known) => {
    const last = known.identifiers.at(-1);
    const value = last ? readKey(known, last).value : known.target.path;
    return `Replay ${own} with the identifier that was meant in the place of "${value}": it must not answer 404.`;
  },
  "masked-resource": (own) =>
    `Replay ${own} once access is given: it must answer; whoever has no access goes on getting 404.`,
  "feature-off": (own) => `Replay ${own} unchanged once it is switched on: it must not answer 404.`,
  "not-deployed": (own) => `Replay ${own} unchanged once that build runs: it must not answer 404.`,
  "not-yet-visible": (own) => `Replay ${own} several times, a while later: every answer must be the same, and no 404.`,
  deleted: (own) => `Replay ${own}: it may go on answering 404 or 410, but no caller should ask any more.`,
  "shared-cache": (own) =>
    `Replay ${own} once the stored answer is gone: it must not answer 404, nor name a cache hit of one.`,
  "framework-cache": (own) => `Replay ${own} once the stored page is gone: it must not answer 404.`,
  preflight: (own) => `Replay ${own}: it must answer 2xx and name the method in Access-Control-Allow-Methods.`,
  "upgrade-lost": (own) => `Replay ${own}: it must answer 101 Switching Protocols.`,
  "spa-fallback": (own, { replay }) =>
    replay?.exchange.response?.status === 404
      ? `Replay ${own}: it must answer 200 with the application's page.`
      : `Replay ${own}: it must answer what the API says, not the application's page.`,
  "unresolved-variable": (_own, known) =>
    known.request.unresolved.length > 0
      ? "Replay the request once nothing of {{…}} is left in its URL."
      : "Replay the request with the real identifier in the place of the placeholder: it must not answer 404.",
};

/** The same, where no edit of the request is offered. */
const unedited: typeof afterwards = {
  archived: (own) =>
    `Replay ${own}: while it is archived it may go on answering 404, but no caller should ask any more.`,
  "masked-endpoint": (own) =>
    `Replay ${own} once access is given: it must answer; whoever has no access goes on getting 404.`,
};

/** Method, path with query, host and environment. */
function sayRequest(method: string, url: string, environment: string | null): string {
  const target = parseTargetUri(url);
  const where = environment === null ? "" : ` in environment ${environment}`;
  return target === null
    ? `${method} ${url}${where}`
    : `${method} ${target.path || "/"}${target.query} on ${target.host}${where}`;
}

const retired =
  "If it is gone for good, say so alike everywhere: 410, or one redirect to its successor, for every alias, version and method.";

function isRetired({ cause, kind }: Verdict): boolean {
  return cause === "lifecycle" && (kind === "deleted" || kind === "archived" || kind === "merged");
}

/** What else of the workspace asks for the identifier that is no longer the right one. What records it, or proves what became of it, is to stay as it is. */
function adviseHolders(known: Known, { cause, kind }: Verdict): readonly string[] {
  const { holders, surroundings } = known;
  const isOld =
    (cause === "lifecycle" && kind !== "feature-off") ||
    (cause === "stale-identifier" && kind !== "unknown-id" && findSplitIdentifier(known) === null);
  const { record, stored, alias } = surroundings;
  const proofs = [record, stored, alias].flatMap((one) => (one === null ? [] : [one.location.file]));
  const isKept = kind === "deleted" || kind === "archived";
  const users = holders.filter(
    (holder) => !holder.isRecord && !proofs.includes(holder.location.file) && !(isKept && holder.kind === "fixture"),
  );
  return isOld
    ? listPlaces(
        "Correct what else holds the old identifier",
        users.map(({ location }) => location),
      )
    : [];
}

function listPlaces(say: string, places: readonly Location[]): readonly string[] {
  const [first, ...others] = new Set(places.map(({ file, line }) => `${file}:${line}`));
  const more = others.length > 0 ? ` and ${others.length} more` : "";
  return first === undefined ? [] : [`${say}${say.endsWith(" at") ? " " : ": "}${first}${more}.`];
}
