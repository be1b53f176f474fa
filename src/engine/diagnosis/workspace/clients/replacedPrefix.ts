import type { Mount, Route } from "../../../model/route.ts";
import { findRoute } from "../../../routes/match/matchUrl.ts";
import type { Known } from "../../known.ts";

/** A router's own prefix that the failing path has and the route has not, because the line that registers it gives another one instead. */
export interface ReplacedPrefix {
  readonly route: Route;
  /** The registration, with the prefix that it gives. */
  readonly mount: Mount;
  /** The prefix that is lost, at the line that sets it. */
  readonly own: NonNullable<Mount["replaces"]>;
  /** The path without that prefix, which is what is served. */
  readonly served: string;
}

/** The replaced prefix that explains the path: without it the path reaches the route that it was written for; null when none does. */
export function findReplacedPrefix({ match, routes, request, target }: Known): ReplacedPrefix | null {
  if (match.matched) {
    return null;
  }
  const prefixes = new Set(
    routes.routes.flatMap(({ mounts }) => mounts.flatMap(({ replaces }) => (replaces ? [replaces.prefix] : []))),
  );
  for (const prefix of prefixes) {
    const at = `${target.path}/`.indexOf(`${prefix}/`);
    const served = at < 0 ? null : target.path.slice(0, at) + target.path.slice(at + prefix.length);
    const route = served === null ? null : findRoute(routes, request.method, served === "" ? "/" : served);
    const mount = route?.mounts.find(({ replaces }) => replaces?.prefix === prefix);
    if (served !== null && route && mount?.replaces) {
      return { route, mount, own: mount.replaces, served };
    }
  }
  return null;
}
