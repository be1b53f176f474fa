import type { Operation, Route } from "../../engine/model/route.ts";

/** A route as lists show it. */
export interface ListedRoute extends Route {
  /** The operation of GraphQL that the row stands for, such as `Query.user`. */
  readonly operation?: string;
  /** The route of the table to act on, where the row is none of them. */
  readonly subject?: Route;
}

/**
 * The rows that lists show for the routes that are wanted, in their order: one for those that a registration gives for an optional
 * segment (`/user/{id}{/op}`) if any of them is wanted, unless something is wrong with some of them only; behind an endpoint of GraphQL one
 * for each operation (`/graphql#Query.user`), its endpoint being the last of its mounts.
 */
export function listRoutes(
  routes: readonly Route[],
  isWanted: (route: Route) => boolean = () => true,
): readonly ListedRoute[] {
  const groups = Map.groupBy(routes, (route) => (route.written === undefined ? route : keyOf(route)));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const isOne = group.length > 1 && new Set(group.map(standingOf)).size === 1;
    if (!isOne || first?.written === undefined) return group.flatMap(withOperations).filter(isWanted);
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

function withOperations(route: Route): readonly ListedRoute[] {
  return [route, ...(route.operations ?? []).map((each) => operationRow(each, route))];
}

/** Nothing takes requests from an operation: what is asked for stands in the content, and its endpoint alone is looked up. */
function operationRow({ name, path, handler, file, line, column }: Operation, endpoint: Route): ListedRoute {
  const { operations: _, ...whole } = endpoint;
  const place = { file: endpoint.file, line: endpoint.line, column: endpoint.column };
  return {
    ...whole,
    path: `${path ?? endpoint.path}#${name}`,
    operation: name,
    file,
    line,
    column,
    handler,
    mounts: [...endpoint.mounts, { ...place, prefix: endpoint.mounts.length === 0 ? endpoint.path : "/" }],
    problems: endpoint.problems.filter((problem) => problem === "not-registered"),
    culprit: null,
    subject: { ...endpoint, handler },
  };
}
