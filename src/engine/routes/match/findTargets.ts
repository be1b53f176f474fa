import type { Route, RouteTable } from "../../model/route.ts";
import { findRoute } from "./matchUrl.ts";
import { findNearMisses } from "./nearMisses.ts";
import { compileRoute, splitPath, type TemplateSegment } from "./pathTemplate.ts";
import { acceptsMethod, matchesPath } from "./routeAnswers.ts";
import { partsOf } from "./routeParts.ts";
import { pathOfUrl } from "./urlPath.ts";

/** A URL as code holds it: `fill` puts a sample in place of what is only known at run time; `method` is null when nothing names it. */
export interface UrlTemplate {
  readonly method: string | null;
  readonly fill: (sample: string) => string;
  /** True when what comes before the path may be added elsewhere, such as the base URL of a client. */
  readonly mayLackPrefix: boolean;
}

// One of these fits most constraints: numbers, words, UUIDs (RFC 9562), dates.
const samples = ["0", "a", "00000000-0000-4000-8000-000000000000", "2024-01-01"];
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/**
 * The routes that a URL in code leads to: the one that serves it, else those that are written for it and not served, else those
 * that end as it does under another prefix. Without a method, the one for GET speaks for the others where it exists. It pauses
 * (yields) about every hundred routes.
 */
export function* findTargets(table: RouteTable, template: UrlTemplate): Generator<void, readonly Route[]> {
  const urls = [...new Set(samples.map(template.fill))];
  const wanted = template.method === null ? methods : [template.method];
  for (const url of urls) {
    const taking = yield* findTaking(table, pathOfUrl(url));
    const routes = wanted.map((method) => findRoute(taking, method, url)).filter((route) => route !== null);
    const served = new Set(routes);
    if (served.size > 0) return template.method === null ? firstOf(served) : [...served];
  }
  for (const url of urls) {
    const written = findWritten(table, template.method, pathOfUrl(url));
    if (written.length > 0) return written;
  }
  return template.mayLackPrefix ? findByTail(table, template.method, splitPath(pathOfUrl(urls[0] ?? ""))) : [];
}

/** The part of a table whose patterns take a path; what is only described counts only where nothing else does. */
function* findTaking(table: RouteTable, path: string): Generator<void, RouteTable> {
  const all = [...table.routes, ...(table.pages ?? [])];
  const isOnlyDescribed = all.every(({ framework }) => framework === "openapi");
  const routes: Route[] = [];
  for (const part of partsOf(all)) {
    const taking = part.filter((route) => matchesPath(route, path));
    routes.push(...taking.filter(({ framework }) => isOnlyDescribed || framework !== "openapi"));
    yield;
  }
  return { ...table, routes, pages: [] };
}

function firstOf(served: ReadonlySet<Route>): readonly Route[] {
  const [first] = served;
  return first !== undefined && acceptsMethod(first, "GET") ? [first] : [...served];
}

function findWritten({ routes }: RouteTable, method: string | null, path: string): readonly Route[] {
  if (path === "/") return [];
  const broken = routes.filter((route) => route.problems.length > 0);
  const near = broken.length === 0 ? [] : findNearMisses(broken, method ?? "GET", path, null);
  return near.filter(({ route, differs }) => differs.length === 0 && isTelling(route, path)).map(({ route }) => route);
}

/** Without its prefix, the path of a route that nothing mounts tells something only by its fixed segments, or by what comes before it. */
function isTelling(route: Route, path: string): boolean {
  if (!route.problems.includes("not-registered")) return true;
  const { segments } = compileRoute(route);
  return splitPath(path).length > segments.length || segments.some(({ kind }) => kind === "static");
}

/** A path in code that names one fixed segment at least, first of all, is the tail of what serves it. */
function findByTail({ routes }: RouteTable, method: string | null, actual: readonly string[]): readonly Route[] {
  const found = routes.filter((route) => {
    if (route.test || route.fallback || route.framework === "openapi" || route.problems.length > 0) return false;
    if (method !== null && !acceptsMethod(route, method)) return false;
    const { segments } = compileRoute(route);
    const tail = segments.slice(segments.length - actual.length);
    return (
      actual.length > 0 &&
      segments.length > actual.length &&
      tail[0]?.kind === "static" &&
      tail.every((segment, at) => takes(segment, actual[at] ?? ""))
    );
  });
  const reading = found.filter((route) => acceptsMethod(route, "GET"));
  return method === null && reading.length > 0 ? reading : found;
}

function takes(segment: TemplateSegment, text: string): boolean {
  return segment.kind === "static" ? segment.text === text : segment.kind === "parameter" && text !== "";
}
