import { findStartRoute, startRouteId } from "../../experiments/startRoute.ts";
import type { Known, Observation } from "../../known.ts";
import { isFound } from "../../responses/answers.ts";

/** A service that answers its routes and has none at `/`: what was asked for is a page that something else serves, or nothing. */
export function observeStartPage(known: Known): readonly Observation[] {
  const route = findStartRoute(known);
  const asked = known.results.find(({ experiment }) => experiment.id === startRouteId);
  if (!route || !asked || !isFound(known, asked.probe)) {
    return [];
  }
  const place = `${route.method} ${route.path} (${route.file}:${route.line})`;
  const status = asked.probe.exchange.response?.status;
  return [
    {
      step: "routing",
      rule: "service-without-start-page",
      statement: `${place} answers ${status}: the service runs, and no route of it is at /.`,
      claim: `The service runs and serves no page at /: ${place} answers ${status}. A start page is served elsewhere, if there is one.`,
      probe: asked.probe.id,
      location: { file: route.file, line: route.line, column: route.column },
    },
  ];
}
