import type { Route } from "../../model/route.ts";
import type { Experiment, Known } from "../known.ts";
import { hasLivingRelative, looksRouterMissed } from "../responses/answers.ts";
import { isOpenEnded } from "../responses/upstreamMatch.ts";
import { serviceOf } from "../workspace/services.ts";
import { asSafe, varyPath } from "./vary.ts";

const mostServices = 2;

/** The service of the workspace whose code routes a path; null where the workspace is one program. */
export function homeOf(
  { surroundings: { services } }: Known,
  { mounts, file }: Pick<Route, "mounts" | "file">,
): string | null {
  return serviceOf(services, mounts[0]?.file ?? file);
}

/**
 * Where a workspace of several services routes the path and the router missed it: one plain route of the service that has the path, and one of each
 * other service. What answers tells whose port this is.
 */
export function planServices(known: Known): readonly Experiment[] {
  const { matched } = known.match;
  const own = matched ? homeOf(known, matched) : null;
  if (!matched || own === null || isOpenEnded(matched) || !looksRouterMissed(known) || hasLivingRelative(known)) {
    return [];
  }
  const first = new Map<string, Route>();
  // What looks at no method may do something; it is asked where a service has nothing that only reads.
  const readsFirst = known.routes.routes.toSorted(
    (one, other) => Number(one.method === "ANY") - Number(other.method === "ANY"),
  );
  for (const route of readsFirst) {
    const home = homeOf(known, route);
    if (home !== null && isPlain(route) && route.path !== known.target.path && !first.has(home)) {
      first.set(home, route);
    }
  }
  const others = [...first].filter(([home]) => home !== own).slice(0, mostServices);
  const mate = first.get(own);
  return [...(mate ? [[own, mate] as const] : []), ...others].map(([home, route]) => ({
    id: `service:${home}`,
    role: "sibling",
    varies: "path",
    why: `a route of ${home} (${route.file}:${route.line}): whether that service answers here`,
    request: varyPath(asSafe(known.request), route.path),
    tests: ["other-responder/wrong-entrypoint", "route-not-served/not-deployed"],
    value: home === own ? 0.6 : 0.55,
  }));
}

/** Whether a path can be asked for as it is written, and nothing else takes it. */
function isPlain({ method, path, problems, unresolved, test, fallback, page }: Route): boolean {
  const isServed = problems.length === 0 && unresolved === null && !test && !fallback && !page;
  return isServed && (method === "GET" || method === "ANY") && path !== "/" && !path.includes("{");
}
