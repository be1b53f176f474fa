import type { Route } from "../../../model/route.ts";
import { answers } from "../../../routes/match/routeAnswers.ts";
import type { Known, Observation } from "../../known.ts";
import { looksRouterMissed } from "../../responses/answers.ts";

/**
 * A route that comes before the matched one and takes its path as well, where an older release of the framework asks in the order of registration:
 * aiohttp before 3.9 (https://docs.aiohttp.org/en/stable/changes.html), which no route table can tell from a newer one.
 */
export function observeEarlierRoute(known: Known): readonly Observation[] {
  const { matched } = known.match;
  const earlier = findEarlier(known);
  if (!matched || !earlier) {
    return [];
  }
  const own = `${matched.method} ${matched.path} (${matched.file}:${matched.line})`;
  const other = `${earlier.method} ${earlier.path} (${earlier.file}:${earlier.line})`;
  return [
    {
      step: "routing",
      rule: isCatchAll(earlier) ? "catch-all-comes-first" : "general-route-comes-first",
      statement: `${other} is registered before ${own}, and aiohttp before 3.9 asks in that order.`,
      claim: `${other} is registered before ${own} and takes its requests: aiohttp before 3.9 asks in that order.`,
      probe: null,
      location: { file: earlier.file, line: earlier.line, column: earlier.column },
    },
  ];
}

/** The first such route: a catch-all where no route seems to have taken the request, a general one where the matched one has nothing to look up. */
export function findEarlier(known: Known): Route | undefined {
  const { routes, target, request } = known;
  const { matched } = known.match;
  if (matched?.framework !== "aiohttp") {
    return undefined;
  }
  const isMissed = looksRouterMissed(known);
  return routes.routes.find(
    (route) =>
      route !== matched &&
      route.framework === matched.framework &&
      !route.test &&
      route.order < matched.order &&
      answers(route, request.method, target.path) &&
      (isCatchAll(route) ? isMissed : !isMissed && !matched.path.includes("{")),
  );
}

function isCatchAll({ path }: Route): boolean {
  return /\{\w+\*\}$/.test(path);
}
