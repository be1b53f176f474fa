import type { Outcome } from "../model/diagnosis.ts";
import type { Exchange } from "../model/exchange.ts";
import type { Match } from "../model/route.ts";
import { isAlike } from "./answers.ts";
import { type Known, resultsOf } from "./known.ts";

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

/** Whether an HTML page answers where an API should: then only a control tells a shell that answers everything from a page. */
export function isShellSuspected(known: Known): boolean {
  const response = known.replay?.exchange.response;
  const field = (name: string, fields: readonly (readonly [string, string])[]) =>
    fields.find(([other]) => other.toLowerCase() === name)?.[1] ?? "";
  if (response?.status !== 200 || !/^text\/html/i.test(field("content-type", response.headers))) {
    return false;
  }
  const wantsJson = /json/i.test(field("accept", known.request.headers));
  const isApiPath = known.target.segments.some((segment) => /^(api|graphql|rest|v\d+)$/i.test(segment));
  return wantsJson || isApiPath || known.match.matched !== null;
}

/** Whether the control got the very page that the request got. */
export function isShell(known: Known): boolean {
  const control = resultsOf(known, "control-path")[0]?.probe;
  return known.replay !== null && control !== undefined && isAlike(known.replay, control);
}
