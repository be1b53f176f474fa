import type { Route } from "../../engine/model/route.ts";

/** A route as lists show it; `subject` is the route of the table to act on, where the row is none of them. */
export interface ListedRoute extends Route {
  readonly subject?: Route;
}

/**
 * The rows that lists show for the routes that are wanted, in their order: one for those that a registration gives for an optional
 * segment (`/user/{id}{/op}`) if any of them is wanted, unless something is wrong with some of them only.
 */
export function listRoutes(
  routes: readonly Route[],
  isWanted: (route: Route) => boolean = () => true,
): readonly ListedRoute[] {
  const groups = Map.groupBy(routes, (route) => (route.written === undefined ? route : keyOf(route)));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const isOne = group.length > 1 && new Set(group.map(standingOf)).size === 1;
    if (!isOne || first?.written === undefined) return group.filter(isWanted);
    return group.some(isWanted) ? [{ ...first, path: first.written, subject: first }] : [];
  });
}

function keyOf({ method, written, file, line, column, framework, mounts }: Route): string {
  const chain = mounts.map((mount) => `${mount.file}:${mount.line}`);
  return [method, written, file, line, column, framework, ...chain].join(" ");
}

function standingOf({ problems, culprit, test }: Route): string {
  return [...problems, culprit?.file, culprit?.line, test].join(" ");
}
