import type { Outcome } from "../../model/diagnosis.ts";
import type { Exchange } from "../../model/exchange.ts";
import type { Match } from "../../model/route.ts";
import { type Known, resultsOf } from "../known.ts";
import { isAlike } from "../responses/answers.ts";
import { isGatewayMiss } from "../responses/gatewayMiss.ts";
import { isOpenEnded } from "../responses/upstreamMatch.ts";
import { findClientRoute } from "../steps/routing/clues.ts";

/**
 * How an exchange counts: 404 and 410 are not found; 405, 406, a redirect loop, and 400 or 403 on a path that no route
 * serves while one is near, are the same problem under another status; a failure is unreachable; all else answered.
 */
export function classifyExchange(exchange: Exchange, match: Match): Outcome {
  const status = exchange.response?.status;
  if (status === undefined) {
    return exchange.failure?.code === "too-many-redirects" ? "soft-not-found" : "unreachable";
  }
  if (status === 404 || status === 410) {
    return "not-found";
  }
  if (status === 405 || status === 406) {
    return "soft-not-found";
  }
  const isNear = match.matched === null && (match.near[0]?.score ?? 0) >= 0.8;
  return (status === 400 || status === 403) && isNear ? "soft-not-found" : "answered";
}

/** Whether an answer that is no 404 may be a miss all the same: then only a control can tell. */
export function isMissSuspected(known: Known): boolean {
  return isShellSuspected(known) || isRefusalSuspected(known);
}

/** Whether the control shows that it is one: the same page, or the same refusal, for a path that surely does not exist. */
export function isMissAfterAll(known: Known): boolean {
  const control = resultsOf(known, "control-path")[0]?.probe;
  const isSame = known.replay !== null && control !== undefined && isAlike(known.replay, control);
  return isVersionRefused(known) || (isSame && (!isRefusalSuspected(known) || isRefusalExplicable(known)));
}

const assetPath = /\.(?:[cm]?js|css|json|map|wasm|svg|png|jpe?g|gif|webp|ico|woff2?)$/i;

/** An HTML page where an API or a file should answer; a page that was asked for is none. */
function isShellSuspected(known: Known): boolean {
  const response = known.replay?.exchange.response;
  if (response?.status !== 200 || !/^text\/html/i.test(fieldOf(response.headers, "content-type"))) {
    return false;
  }
  const accept = fieldOf(known.request.headers, "accept");
  const wantsJson = /json/i.test(accept);
  const isApiPath = known.target.segments.some((segment) => /^(api|graphql|rest|v\d+)$/i.test(segment));
  const isPage = (/text\/html/i.test(accept) && !wantsJson) || findClientRoute(known) !== null;
  const route = known.match.matched;
  const isOwnRoute = route !== null && !route.page && !isOpenEnded(route);
  return isApiPath || wantsJson || assetPath.test(known.target.path) || (isOwnRoute && !isPage);
}

/** A refusal that may have nothing to do with the path: 400 and 421 may concern the host, 403 is how object stores say 404. */
function isRefusalSuspected(known: Known): boolean {
  const status = known.replay?.exchange.response?.status;
  return status === 400 || status === 421 || (status === 403 && (isStoreRefusal(known) || isGatewayMiss(known)));
}

/** ASP.NET API Versioning and its like answer 400 for a version that they do not serve, and name those that they do. */
function isVersionRefused({ replay, facts }: Known): boolean {
  const response = replay?.exchange.response;
  const said = [facts?.message ?? "", ...(facts?.errorCodes ?? []).map(({ value }) => value)].join(" ");
  const isNamed = fieldOf(response?.headers ?? [], "api-supported-versions") !== "";
  return response?.status === 400 && (isNamed || /api[-_ ]?version/i.test(said));
}

/** S3 answers 403 AccessDenied for a missing key to whoever may not list the bucket. */
function isStoreRefusal(known: Known): boolean {
  return /<Code>AccessDenied<\/Code>/.test(known.replay?.exchange.response?.text.slice(0, 2048) ?? "");
}

/** A refusal of everything is only worth a search where something says which host would be served, or a store is asked for a folder. */
function isRefusalExplicable(known: Known): boolean {
  const text = known.replay?.exchange.response?.text.slice(0, 8192) ?? "";
  const isHostSaid = /\bhost\b/i.test(text) || known.clues.some(({ kind }) => kind === "host");
  const isHostLent = known.siblings.some(({ headers }) => fieldOf(headers, "host") !== "");
  // Whoever sends no key is told "Forbidden" as well: without a stage to try, that is no miss.
  const isStaged = known.facts?.message !== "Forbidden" || known.clues.some(({ kind }) => kind === "stage");
  return isStoreRefusal(known) || (isGatewayMiss(known) && isStaged) || isHostSaid || isHostLent;
}

function fieldOf(fields: readonly (readonly [string, string])[], name: string): string {
  return fields.find(([other]) => other.toLowerCase() === name)?.[1] ?? "";
}
