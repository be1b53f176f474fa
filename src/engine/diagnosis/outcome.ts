import type { Outcome } from "../model/diagnosis.ts";
import type { Exchange } from "../model/exchange.ts";
import type { Match } from "../model/route.ts";

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
