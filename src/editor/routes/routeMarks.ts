import type { Route, RouteTable } from "../../engine/model/route.ts";

/** A line of a file that stands for routes: where they are registered, or where a handler of theirs begins; the line counts from 1. */
export interface RouteMark {
  readonly line: number;
  readonly column: number;
  readonly role: "registration" | "handler";
  /** One at least: a router that is mounted twice, or a chain of methods, gives several to one line; the first speaks for them. */
  readonly routes: readonly [Route, ...Route[]];
}

/** How many lines below its registration a handler stands when both are read as one. */
const near = 8;

/**
 * The lines of a file that stand for routes, from the top. A handler has a line of its own where it stands apart from the
 * registration. Documents that only describe routes, tests, and routes that answer "not found" have none.
 */
export function markRoutes({ routes, pages = [] }: RouteTable, file: string): readonly RouteMark[] {
  const marks = new Map<string, RouteMark>();
  const add = (role: RouteMark["role"], { line, column }: { line: number; column: number }, route: Route) => {
    const key = `${role} ${line}`;
    const known = marks.get(key);
    marks.set(key, known === undefined ? { line, column, role, routes: [route] } : withRoute(known, route));
  };
  for (const route of [...routes, ...pages]) {
    if (route.framework === "openapi" || route.test || route.fallback) continue;
    if (route.file === file) add("registration", route, route);
    if (route.handler?.file === file && isApart(route, route.handler)) add("handler", route.handler, route);
  }
  const registered = new Set([...marks.values()].filter(({ role }) => role === "registration").map(({ line }) => line));
  return [...marks.values()]
    .filter(({ role, line }) => role === "registration" || !registered.has(line))
    .sort((a, b) => a.line - b.line);
}

/** The routes that a line registers, and whether it mounts any; a line that does either holds paths that are no whole URLs. */
export function routesAt(
  { routes, pages = [] }: RouteTable,
  file: string,
  line: number,
): { readonly registered: readonly Route[]; readonly isMount: boolean } {
  const isHere = (place: { readonly file: string; readonly line: number }) =>
    place.file === file && place.line === line;
  return {
    registered: [...routes, ...pages].filter(isHere),
    isMount: routes.some(({ mounts }) => mounts.some(isHere)),
  };
}

function isApart(route: Route, handler: NonNullable<Route["handler"]>): boolean {
  return handler.file !== route.file || handler.line < route.line || handler.line > route.line + near;
}

/** The first that is in order comes first. */
function withRoute(mark: RouteMark, route: Route): RouteMark {
  const [first, ...others] = mark.routes;
  const isBetter = first.problems.length > 0 && route.problems.length === 0;
  return { ...mark, routes: isBetter ? [route, first, ...others] : [first, ...others, route] };
}
