import type { Route } from "../../engine/model/route.ts";

/** Routes that belong together under one title; `place` is the file that the title names, where it names one. */
export interface RouteGroup {
  readonly title: string;
  readonly place: string | null;
  readonly routes: readonly Route[];
}

/** What the groups that are no applications are called. */
const unmounted = "Not mounted anywhere";
const inTests = "In tests";

/** Where file-routed frameworks keep their routes, up to the folder that stands for the path `/`. */
const routesFolder =
  /^(?:.*?\/)?(?:app\/routes|src\/routes|server\/(?:api|routes)|(?:src\/)?(?:app|pages)|routes)(?=\/)/;

const fileRouted: ReadonlySet<string> = new Set(["next", "nitro", "sveltekit", "react-router", "astro", "tanstack"]);

/**
 * The routes by the application that serves them: the file at the top of the mount chain, the folder of a file-routed
 * framework, or the document that describes them. Documents come after applications, then what nothing mounts, then tests.
 */
export function groupByApplication(routes: readonly Route[]): readonly RouteGroup[] {
  const groups = Map.groupBy(routes, titleOf);
  return [...groups]
    .sort(([a, one], [b, other]) => rankOf(a, one) - rankOf(b, other) || compareTexts(a, b))
    .map(([title, members]) => ({ title, place: placeOf(title, members), routes: members }));
}

/** The routes by framework, in the order of their names. */
export function groupByFramework(routes: readonly Route[]): readonly RouteGroup[] {
  return [...Map.groupBy(routes, ({ framework }) => framework)]
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([title, members]) => ({ title, place: null, routes: members }));
}

/**
 * The routes by the resource they belong to, in the order of their paths: `/orders`, `/orders/{id}` and `/orders/{id}/items` are all of
 * `/orders`. A resource is a fixed path that a parameter follows in one of the routes.
 */
export function groupByResource(routes: readonly Route[]): readonly RouteGroup[] {
  const fixed = routes.map(({ path }) => fixedStart(path));
  const resources = new Set(fixed.filter((start, at) => isKeyed(routes[at]?.path ?? "", start)));
  const known = new Map<string, string>();
  const groups = new Map<string, Route[]>();
  for (const [at, route] of routes.entries()) {
    const start = fixed[at] ?? "";
    const title = known.get(start) ?? resourceOf(start, resources);
    known.set(start, title);
    const group = groups.get(title);
    group === undefined ? groups.set(title, [route]) : group.push(route);
  }
  return [...groups]
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([title, members]) => ({ title, place: null, routes: members }));
}

/** True when a parameter follows the fixed start of a path, and no catch-all. */
function isKeyed(path: string, start: string): boolean {
  return start.length > 1 && /^(?:\{\/|\/\{(?![^}]*\*\}))/.test(path.slice(start.length));
}

/** Orders routes by path, then by method as people list them. */
export function compareRoutes(a: Route, b: Route): number {
  return (
    compareTexts(a.path, b.path) || methodRank(a.method) - methodRank(b.method) || compareTexts(a.method, b.method)
  );
}

function rankOf(title: string, routes: readonly Route[]): number {
  if (title === inTests) return 3;
  if (title === unmounted) return 2;
  return routes.every(({ framework }) => framework === "openapi") ? 1 : 0;
}

function titleOf(route: Route): string {
  if (route.test) return inTests;
  if (route.problems.includes("not-registered")) return unmounted;
  const entry = route.mounts[0]?.file;
  if (entry !== undefined) return entry;
  const folder = fileRouted.has(route.framework) ? routesFolder.exec(route.file)?.[0] : undefined;
  return folder ?? route.file;
}

function placeOf(title: string, [first]: readonly Route[]): string | null {
  return title === first?.file || title === first?.mounts[0]?.file ? title : null;
}

/** The path up to its first parameter, or to the operation asked for at it. */
function fixedStart(path: string): string {
  const end = path.search(/\/[^/]*\{(?!\/)|\{\/|#/);
  const fixed = end < 0 ? path : path.slice(0, end);
  return fixed.length > 1 && fixed.endsWith("/") ? fixed.slice(0, -1) : fixed;
}

/** The shortest resource that a fixed path lies under; the root is no resource of others. */
function resourceOf(fixed: string, resources: ReadonlySet<string>): string {
  for (let end = fixed.indexOf("/", 1); end > 0; end = fixed.indexOf("/", end + 1)) {
    const lead = fixed.slice(0, end);
    if (resources.has(lead)) return lead;
  }
  return fixed === "" ? "/" : fixed;
}

const methodOrder = ["ANY", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

function methodRank(method: string): number {
  const rank = methodOrder.indexOf(method);
  return rank < 0 ? methodOrder.length : rank;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
