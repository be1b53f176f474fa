import type { Route } from "../../../model/route.ts";
import { findRoute } from "../../../routes/match/matchUrl.ts";
import { parseTargetUri } from "../../../targetUri.ts";
import type { Known, Observation } from "../../known.ts";
import { findMisser, hasLivingRelative, isFound } from "../../responses/answers.ts";
import type { Gate } from "../../workspace/handlers/gates.ts";

/** Code in front of the handler that answers 404 for some callers: where nothing behind it answers, it may be what hides the endpoint. */
export function observeGate(known: Known): readonly Observation[] {
  const { gate, match } = known;
  const route = match.matched;
  if (!route || gate?.asks !== "caller" || findMisser(known) === "router" || isPassed(known)) {
    return [];
  }
  const { location, text } = gate;
  const place = `${location.file}:${location.line}`;
  const name = `${route.method} ${route.path}`;
  return [
    {
      step: "masking",
      rule: "gate-written",
      statement: `${place} asks who is calling before ${name} is reached, and answers not found for the rest: ${text}`,
      claim: `${name} may be hidden from this identity: ${place} asks who is calling before it is reached, and answers 404 for the rest.`,
      probe: null,
      location,
    },
  ];
}

/** Whether something else that passes the same code answered this identity. */
function isPassed(known: Known): boolean {
  const { gate, match, routes, results, request } = known;
  // What answers to a GET is not behind what another method passes.
  const isOfMethod = request.method === "GET" || request.method === "HEAD";
  return (
    (isOfMethod && hasLivingRelative(known)) ||
    results.some(({ experiment, probe }) => {
      const isOwn = experiment.varies !== "credentials" && experiment.role !== "elsewhere" && isFound(known, probe);
      const route = isOwn ? findRoute(routes, "GET", parseTargetUri(probe.url)?.path ?? "") : null;
      return route !== null && route !== match.matched && gate !== null && passes(route, gate);
    })
  );
}

function passes(route: Route, { of }: Gate): boolean {
  return of.what === "mount"
    ? route.mounts.some(({ file, line }) => file === of.file && line === of.line)
    : of.what === "behind" && route.file === of.file && route.line > of.line;
}
