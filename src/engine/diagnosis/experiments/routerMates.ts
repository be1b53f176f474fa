import type { Route } from "../../model/route.ts";
import { joinPath, parseTargetUri, splitPath } from "../../targetUri.ts";
import { type Experiment, type Known, type Result, resultsOf } from "../known.ts";
import { hasLivingRelative, isAlike, isFound, looksRouterMissed, sortAnswer } from "../responses/answers.ts";
import { isOpenEnded } from "../responses/upstreamMatch.ts";
import { mayAct } from "./mayAct.ts";
import { asSafe, varyMethod, varyPath } from "./vary.ts";

const mostMates = 2;

/** Another route of the router that holds the matched one, with the path to ask it by. */
interface Mate {
  readonly route: Route;
  readonly path: string;
}

/**
 * Probes of other routes of the same router, where the matched one seems not to be served: if they answer, the router is mounted, and only this
 * route is missing from the running server; if not, the server may be the right build and the mount another.
 */
export function planRouterMates(known: Known): readonly Experiment[] {
  if (!looksRouterMissed(known) || hasLivingRelative(known)) {
    return [];
  }
  const mates = listMates(known)
    .map(
      ({ route, path }): Experiment => ({
        id: `mate:${path}`,
        role: "mate",
        varies: "path",
        why: `another route of the same router (${route.file}:${route.line}): whether that is served`,
        request: varyPath(asSafe(known.request), path),
        tests: [
          "route-not-served/not-deployed",
          // What decides about the whole router lets all of its routes in, or none.
          ...(known.condition?.kind === "enclosing" ? (["lifecycle/feature-off"] as const) : []),
          ...(known.gate === null ? [] : (["access-masking/masked-endpoint"] as const)),
        ],
        value: 0.6,
      }),
    )
    .filter((experiment) => !mayAct(known, experiment))
    .slice(0, mostMates);
  return [...mates, ...planMateOptions(known)];
}

/** OPTIONS on another route of the same router that is served, where it missed on this one: a router that answers it for its routes has none here. */
function planMateOptions(known: Known): readonly Experiment[] {
  const { match, gate, condition } = known;
  const asked = resultsOf(known, "options")[0];
  const served = findMateResults(known).find(({ route, probe }) => route.method !== "ANY" && isFound(known, probe));
  const isOwn = match.matched !== null && match.matched.method !== "ANY" && gate === null && condition === null;
  return isOwn && served && asked && sortAnswer(asked.probe) === "misses"
    ? [
        {
          id: "options-mate",
          role: "options-mate",
          varies: "path",
          why: `OPTIONS on ${served.route.path}, which is served: whether this router answers OPTIONS for its routes`,
          request: varyPath(varyMethod(known.request, "OPTIONS"), parseTargetUri(served.probe.url)?.path ?? ""),
          tests: ["route-not-served/not-deployed"],
          value: 0.5,
        },
      ]
    : [];
}

/**
 * Whether OPTIONS missed here and not on another route of the same router, with no code in front that may have answered it. What answers it as it
 * answers GET is a handler that does not look at methods, and another one may miss so by itself.
 */
export function isUnroutedByMethod(known: Known): boolean {
  const mate = resultsOf(known, "options-mate")[0]?.probe;
  const read = findMateResults(known).find(({ probe }) => probe.url === mate?.url);
  const isAnswered = mate !== undefined && /^(?:refuses-method|answers)$/.test(sortAnswer(mate));
  return isAnswered && read !== undefined && !isAlike(mate, read.probe);
}

/** What was asked of other routes of the same router, for whatever reason. */
export function findMateResults(known: Known): readonly (Result & { readonly route: Route })[] {
  const mates = new Map(listMates(known).map(({ route, path }) => [path, route]));
  return known.results.flatMap((result) => {
    const target = parseTargetUri(result.probe.url);
    const route = target?.origin === known.target.origin ? mates.get(target.path) : undefined;
    return route && result.probe.method === "GET" ? [{ ...result, route }] : [];
  });
}

function listMates({ match: { matched }, routes, target }: Known): readonly Mate[] {
  if (!matched) {
    return [];
  }
  const mounts = JSON.stringify(matched.mounts);
  return routes.routes.flatMap((route) => {
    const isMate =
      route !== matched &&
      route.file === matched.file &&
      route.framework === matched.framework &&
      route.problems.length === 0 &&
      (route.method === "GET" || route.method === "ANY") &&
      JSON.stringify(route.mounts) === mounts &&
      !isOpenEnded(route);
    const path = isMate ? fillPath(route, matched, target.segments) : null;
    return path === null || path === target.path ? [] : [{ route, path }];
  });
}

/** The path of a route with the values that the URL has for the parameters of the beginning that both share; null where it takes others. */
function fillPath(route: Route, matched: Route, segments: readonly string[]): string | null {
  const [own, other] = [splitPath(route.path), splitPath(matched.path)];
  const differing = own.findIndex((word, index) => word !== other[index]);
  const shared = differing < 0 ? own.length : differing;
  const filled = own.map((word, index) => (word.startsWith("{") && index < shared ? segments[index] : word));
  return filled.some((word) => word === undefined || word.includes("{")) ? null : joinPath(filled as string[]);
}
