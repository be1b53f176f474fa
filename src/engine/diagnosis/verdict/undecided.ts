import { isSafeMethod, needsConsent } from "../../exchange/probes/policy.ts";
import type { Problem } from "../../model/place.ts";
import type { Known } from "../known.ts";
import { findMisser } from "../responses/answers.ts";
import { findHolding } from "../steps/existenceChecks.ts";

/** The sentence of an inconclusive verdict: what is known, and the one observation that would decide. */
export function sayUndecided(known: Known): string {
  const misser = findMisser(known);
  const [identifier] = known.identifiers;
  const blocking = findBlocking(known);
  if (blocking) {
    return `The request was not sent: ${blocking.message}`;
  }
  if (known.replay === null && needsConsent(known.request) && isSafeMethod(known.request.method)) {
    return `${known.request.method} was not sent: its # @note asks first, and nobody consented. Nothing in the workspace explains a 404.`;
  }
  if (known.replay === null && !isSafeMethod(known.request.method)) {
    return `${known.request.method} was not sent: it may change something, and nobody consented. Nothing in the workspace explains a 404.`;
  }
  if (known.replay === null) {
    return "Nothing in the workspace explains it, and nothing was sent; replaying the request would show who answers.";
  }
  const status = known.replay.exchange.response?.status;
  if (status === 406) {
    const accept = known.request.headers.find(([name]) => name.toLowerCase() === "accept")?.[1];
    return `406: the service does not offer what Accept asks for${accept === undefined ? "" : ` (${accept})`}.`;
  }
  if (misser === "router") {
    const [nearest] = known.match.near;
    const near = known.match.matched ?? nearest?.route;
    if (near) {
      return `No route took this request. The nearest of this workspace is ${near.method} ${near.path} (${near.file}:${near.line}).`;
    }
    return known.routes.routes.length === 0
      ? "No route took this request, and the service's code is not in this folder; its owner or its documentation knows the current path."
      : "No route took this request, and none of this workspace comes near it; what else serves this host would decide.";
  }
  const holding = findHolding(known);
  if (holding !== null) {
    return `It exists: the check "${holding}" finds it. The same request as its owner, or a little later, would decide whether it is hidden here or not visible yet.`;
  }
  if (misser === "handler" || known.match.matched) {
    return identifier
      ? `The application looked for ${identifier.name} "${identifier.value}" and found nothing; one that is known to work would show whether this one is stale, elsewhere or hidden.`
      : "The application took this request and found nothing; its log line for this request would show what it looked for.";
  }
  return "Missing routes and missing resources look the same at this server; a request of the same route that is known to work would decide.";
}

const blockingCodes = new Set(["body-file-missing", "relative-url", "unknown-environment", "reference-not-found"]);

/** The problem that keeps a request from being built as meant, though every variable has a value; null when there is none. */
export function findBlocking(known: Known): Problem | null {
  return known.request.problems.find(({ code }) => blockingCodes.has(code)) ?? null;
}
