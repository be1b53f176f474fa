import type { Route } from "../../model/route.ts";
import { joinPath, parseTargetUri, splitPath } from "../../targetUri.ts";
import type { Experiment, Known, Result } from "../known.ts";
import { hasLivingRelative, looksRouterMissed } from "../responses/answers.ts";
import { isOpenEnded } from "../responses/upstreamMatch.ts";
import { asSafe, varyPath } from "./vary.ts";

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
  return listMates(known)
    .slice(0, mostMates)
    .map(({ route, path }) => ({
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
    }));
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
