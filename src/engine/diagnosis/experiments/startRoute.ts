import type { Route } from "../../model/route.ts";
import type { Experiment, Known } from "../known.ts";
import { looksRouterMissed } from "../responses/answers.ts";
import { asSafe, varyPath } from "./vary.ts";

/** The experiment that asks for a route of the workspace where only its start page was asked for. */
export const startRouteId = "start-route";

/** Where `/` is asked of a service that routes no such path: its first route without a parameter, which shows that this is that service. */
export function planStartRoute(known: Known): readonly Experiment[] {
  const route = findStartRoute(known);
  return route === null || !looksRouterMissed(known)
    ? []
    : [
        {
          id: startRouteId,
          role: "sibling",
          varies: "path",
          why: `a route of the workspace (${route.file}:${route.line}): whether this is the service that serves it`,
          request: varyPath(asSafe(known.request), route.path),
          tests: ["other-responder/wrong-entrypoint"],
          value: 0.7,
        },
      ];
}

/** The route to ask; null where another path than `/` was asked, or `/` is a route. */
export function findStartRoute({ target, match, routes }: Known): Route | null {
  if (target.path !== "/" || match.matched !== null || match.near.some(({ differs }) => differs.length === 0)) {
    return null;
  }
  return (
    routes.routes.find(
      ({ method, path, problems, test, unresolved, framework }) =>
        method === "GET" &&
        path !== "/" &&
        !path.includes("{") &&
        problems.length === 0 &&
        !test &&
        unresolved === null &&
        framework !== "openapi",
    ) ?? null
  );
}
