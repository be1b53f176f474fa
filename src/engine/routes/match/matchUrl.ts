import type { Match, Route, RouteTable } from "../../model/route.ts";
import { inTurns } from "../../turns.ts";
import { rulesOf } from "./matchRules.ts";
import { createNearSearch, findNearMisses } from "./nearMisses.ts";
import { type CompiledRoute, compileRoute, leadOf, type TemplateSegment } from "./pathTemplate.ts";
import { answers, matchesPath, subjectOf, takenText } from "./routeAnswers.ts";
import { partsOf } from "./routeParts.ts";
import { decodeSegment } from "./segmentLikeness.ts";
import { leadingRuns } from "./unmounted.ts";
import { pathOfUrl } from "./urlPath.ts";

const UNSERVED: ReadonlySet<string> = new Set([
  "not-registered",
  "shadowed",
  "after-catch-all",
  "duplicate",
  "missing-handler",
  "missing-slash",
  "constraint-conflict",
]);

/** True when requests can reach the route: nothing is known that keeps them away, and it is not a test's own. */
function isServed(route: Route, verb?: string): boolean {
  // What says "not found" to its own method says nothing where the framework answers for it.
  const isFallback = route.fallback && !(verb === "OPTIONS" && /^(?:GET|POST|PUT|PATCH|DELETE)$/.test(route.method));
  return !route.test && !isFallback && !route.problems.some((problem) => UNSERVED.has(problem));
}

/**
 * Says how one URL (absolute, or a path) fares against a route table, by the rules of each route's framework. `matched` is a
 * route that is really served, never one that answers "not found"; a HEAD is served by a GET route. `near` are the routes
 * the URL nearly reaches, best first. Nothing is sent.
 */
export function matchUrl(table: RouteTable, method: string, url: string): Match {
  const verb = method.toUpperCase();
  const path = pathOfUrl(url);
  const routes = [...table.routes, ...(table.pages ?? [])];
  const matched = findServed(routes, verb, path);
  const params = matched === null ? [] : paramsOf(compileRoute(matched), path);
  const near = findNearMisses(routes, verb, path, matched);
  return { url, method: verb, matched, params, near };
}

/** What `matchUrl` says, found in turns that leave the thread free for other work between them. */
export async function matchUrlInTurns(table: RouteTable, method: string, url: string): Promise<Match> {
  const verb = method.toUpperCase();
  const path = pathOfUrl(url);
  const routes = [...table.routes, ...(table.pages ?? [])];
  const matched = findServed(routes, verb, path);
  const params = matched === null ? [] : paramsOf(compileRoute(matched), path);
  const search = createNearSearch(verb, path, matched, () => leadingRuns(routes));
  for await (const part of inTurns(partsOf(routes))) {
    search.add(part);
  }
  return { url, method: verb, matched, params, near: search.best() };
}

const MOST_FOUND = 500;
const found = new WeakMap<RouteTable, Map<string, Route | null>>();

/**
 * The route that `matchUrl` names as matched, without the search for near ones, which takes far longer. A diagnosis asks for the same few
 * paths after each answer, so what was found in a table is kept with it.
 */
export function findRoute(table: RouteTable, method: string, url: string): Route | null {
  const verb = method.toUpperCase();
  const path = pathOfUrl(url);
  const key = `${verb} ${path}`;
  const kept = found.get(table) ?? new Map<string, Route | null>();
  const known = kept.get(key);
  if (known !== undefined) return known;
  const route = findServed([...table.routes, ...(table.pages ?? [])], verb, path);
  if (kept.size >= MOST_FOUND) kept.clear();
  found.set(table, kept.set(key, route));
  return route;
}

function findServed(routes: readonly Route[], verb: string, path: string): Route | null {
  const isOnlyDocumented = !routes.some((route) => isServed(route) && route.framework !== "openapi");
  const hits = routes.filter(
    (route) =>
      isServed(route, verb) && (isOnlyDocumented || route.framework !== "openapi") && answers(route, verb, path),
  );
  return choose(hits.filter((route) => !yields(route, routes, path))) ?? null;
}

/** True when another route has the path first, even if it turns the method away. */
function yields(route: Route, routes: readonly Route[], path: string): boolean {
  if (yieldsToOwnSlash(route, routes, path)) return true;
  if (!rulesOf(route.framework).choosesByPath) return false;
  const first = choose(
    routes.filter((each) => each.framework === route.framework && isServed(each) && matchesPath(each, path)),
  );
  return first !== undefined && first.path !== route.path;
}

/** True when the route is reached by a redirect to another last slash, which its framework sends only where no route has this one. */
function yieldsToOwnSlash(route: Route, routes: readonly Route[], path: string): boolean {
  if (!rulesOf(route.framework).prefersOwnSlash || hasSlashOf(route, path)) return false;
  return routes.some((each) => {
    return each.framework === route.framework && isServed(each) && hasSlashOf(each, path) && matchesPath(each, path);
  });
}

function hasSlashOf(route: Route, path: string): boolean {
  return (
    compileRoute(route).segments.at(-1)?.kind === "rest" ||
    route.path.endsWith("/") === subjectOf(route, path).endsWith("/")
  );
}

function choose(hits: readonly Route[]): Route | undefined {
  const [first] = hits;
  if (first === undefined) return first;
  const { priority } = rulesOf(first.framework);
  if (priority === "order") return first;
  const compare = priority === "specificity" ? compareSpecificity : compareLeads;
  return hits
    .filter((route) => route.framework === first.framework)
    .reduce((best, route) => (compare(route, best) < 0 ? route : best));
}

function compareLeads(a: Route, b: Route): number {
  return leadOf(compileRoute(b)) - leadOf(compileRoute(a));
}

const RANK: Readonly<Record<TemplateSegment["kind"], number>> = { static: 0, parameter: 2, rest: 4 };

function rankOf(segment: TemplateSegment | undefined): number {
  if (segment === undefined) return 5;
  return RANK[segment.kind] - (segment.kind === "parameter" && segment.constraint !== null ? 1 : 0);
}

function compareSpecificity(a: Route, b: Route): number {
  const left = compileRoute(a).segments;
  const right = compileRoute(b).segments;
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = rankOf(left[at]) - rankOf(right[at]);
    if (difference !== 0) return difference;
  }
  return 0;
}

function paramsOf(compiled: CompiledRoute, path: string): { name: string; value: string }[] {
  const groups = compiled.test.exec(takenText(compiled, path) ?? "")?.groups ?? {};
  return compiled.names.flatMap((name, index) => {
    const value = groups[`p${index}`];
    return value === undefined ? [] : [{ name, value: decodeSegment(value) }];
  });
}
