import type { NearMiss, Route, RouteProblem } from "../../../model/route.ts";
import { usableNearMisses } from "../../experiments/nearMisses.ts";
import type { Known, Observation } from "../../known.ts";
import { findMisser, looksRouterMissed } from "../../responses/answers.ts";
import type { RuleId } from "../../verdict/weights/index.ts";

interface Unserved {
  readonly rule: RuleId;
  readonly because: (route: Route) => string;
}

const unservedBy: Readonly<Partial<Record<RouteProblem, Unserved>>> = {
  "not-registered": {
    rule: "route-not-registered",
    because: (route) =>
      route.culprit === null
        ? "its router is never mounted, so the application does not serve it"
        : `it is added after its router was mounted at ${placeOf(route)}, which took only the routes that were there`,
  },
  shadowed: {
    rule: "route-shadowed",
    because: (route) => `the earlier, more general route at ${placeOf(route)} takes its requests`,
  },
  "after-catch-all": {
    rule: "route-after-catch-all",
    because: (route) => `the catch-all at ${placeOf(route)} is registered before it and answers first`,
  },
  "missing-handler": {
    rule: "route-without-handler",
    because: () => "the handler that it names does not exist",
  },
};

/** Routes that are written for this very path and are not served, with the reason. */
export function observeUnserved(known: Known): readonly Observation[] {
  for (const near of findWritten(known)) {
    for (const problem of near.route.problems) {
      const unserved = unservedBy[problem];
      if (unserved) {
        return [observe(known, near.route, doubt(known, problem, unserved))];
      }
    }
  }
  const over = findPassedOver(known);
  const taker = known.match.matched;
  return over && taker ? [observe(known, { ...over, culprit: taker }, passedOver)] : [];
}

/** What nothing is seen to mount may be an old copy, or be mounted where something is done with it that was not understood. */
function doubt(known: Known, problem: RouteProblem, unserved: Unserved): Unserved {
  const { usedRouter } = known.surroundings;
  if (problem === "not-registered" && usedRouter !== null) {
    const place = `${usedRouter.file}:${usedRouter.line}`;
    const because = () =>
      `no mount of its router is seen; ${place} may do it in a way that is not read, or under another path`;
    return { rule: "route-perhaps-mounted", because };
  }
  return hasServedTwin(known) ? { ...unserved, rule: "route-perhaps-copied" } : unserved;
}

const passedOver: Unserved = {
  rule: "route-passed-over",
  because: (route) =>
    `the earlier, more general route at ${placeOf(route)} takes this request, and would have to pass it on`,
};

/**
 * The route that is written with the very words of the path behind one that has a parameter in their place and came first, by what the framework asks
 * in the order of registration. Null where there is none, or no handler ran.
 */
export function findPassedOver(known: Known): Route | null {
  const { matched } = known.match;
  const countParameters = ({ path }: Route) => path.split("{").length - 1;
  const isOver = (route: Route) =>
    matched !== null &&
    route.problems.length === 0 &&
    route.framework === matched.framework &&
    route.order > matched.order &&
    countParameters(route) < countParameters(matched);
  return findMisser(known) === "handler"
    ? (findWritten(known).find(({ route }) => isOver(route))?.route ?? null)
    : null;
}

/** Whether another route takes the same path behind a prefix: then what nothing mounts may be an old copy of it. */
function hasServedTwin(known: Known): boolean {
  return usableNearMisses(known).length > 0;
}

/** A handler for this path in a file that its framework takes for no route, because of its name. */
export function observeMisnamed(known: Known): readonly Observation[] {
  const { misnamed } = known.surroundings;
  if (!misnamed || !looksRouterMissed(known)) {
    return [];
  }
  const { location, right } = misnamed;
  const place = `${location.file}:${location.line}`;
  return [
    {
      step: "routing",
      rule: "handler-in-misnamed-file",
      statement: `${place} exports a handler for this path; Next.js serves what ${right} exports, and there is no such file.`,
      claim: `The handler for this path is in ${place}, which Next.js serves nothing from: it takes the name ${right} alone for a route.`,
      probe: null,
      location,
    },
  ];
}

/** A described operation that no code is named after, where others of the same description are. */
export function observeOperation(known: Known): readonly Observation[] {
  const { operation } = known.surroundings;
  if (!operation || !looksRouterMissed(known)) {
    return [];
  }
  const place = `${operation.location.file}:${operation.location.line}`;
  return [
    {
      step: "routing",
      rule: "operation-unwritten",
      statement: `${place} names the operation ${operation.name}; no code has that name, while other operations have theirs.`,
      claim: `Nothing handles this operation: ${place} names it ${operation.name}, and no code has that name.`,
      probe: null,
      location: operation.location,
    },
  ];
}

/** The near misses that differ in nothing: the URL and method are the route's own. */
export function findWritten(known: Known): readonly NearMiss[] {
  return known.match.near.filter((near) => near.differs.length === 0);
}

function observe(known: Known, route: Route, unserved: Unserved): Observation {
  // What is mounted nowhere has only the tail of a path; the path that was asked says what was meant.
  const path = route.problems.includes("not-registered") ? known.target.path : route.path;
  const name = `${route.method === "ANY" ? known.request.method : route.method} ${path}`;
  return {
    step: "routing",
    rule: unserved.rule,
    statement: `The route for ${name} is written at ${route.file}:${route.line}, but ${unserved.because(route)}.`,
    claim: `The route for ${name} is written at ${route.file}:${route.line}, but ${unserved.because(route)}.`,
    probe: null,
    location: { file: route.file, line: route.line, column: route.column },
  };
}

function placeOf(route: Route): string {
  return route.culprit ? `${route.culprit.file}:${route.culprit.line}` : "another place";
}
