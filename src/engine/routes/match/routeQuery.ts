import type { Route } from "../../model/route.ts";
import { compileRoute, splitPath } from "./pathTemplate.ts";
import { pathOfUrl } from "./urlPath.ts";

/** What a person typed to find routes: a method, when its first word is one, and either a path or words. */
export interface RouteQuery {
  readonly method: string | null;
  /** The raw path without query and fragment, which starts with a slash; null when words were typed. */
  readonly path: string | null;
  /** In lower case; all must be found in the route. */
  readonly words: readonly string[];
}

const METHOD = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE|CONNECT|ANY)(?:\s+|$)/i;
const HOST =
  /^(?:localhost|\[[\da-f:]+\]|[\w-]+(?:\.[\w-]+)*)(?::\d+)(?=[/?#]|$)|^(?:localhost|[\w-]+(?:\.[\w-]+)+)(?=\/)/i;

/** Reads what was typed: a URL with or without its scheme and host, a path, or words; a method may come first. */
export function parseRouteQuery(text: string): RouteQuery {
  const typed = text.trim();
  const named = METHOD.exec(typed);
  const method = named?.[1]?.toUpperCase() ?? null;
  const rest = typed.slice(named?.[0].length ?? 0).trim();
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(rest)) return { method, path: pathOfUrl(rest), words: [] };
  const path = rest.replace(HOST, "");
  if (path !== rest || path.startsWith("/")) return { method, path: pathOfUrl(path), words: [] };
  return { method, path: null, words: rest.toLowerCase().split(/\s+/).filter(Boolean) };
}

/** True when the query asks for nothing, so that every route fits. */
export function isEmptyQuery({ method, path, words }: RouteQuery): boolean {
  return method === null && path === null && words.length === 0;
}

/**
 * True when the route is one that the typed text may lead to: a path fits when it is how a URL of the route begins, the last
 * segment being unfinished, or when the pattern holds it as written; words fit when the route, its file, or what is said of it
 * holds all of them. A word with a slash may be a part of a URL of the route.
 */
export function fitsQuery(route: Route, query: RouteQuery): boolean {
  if (!takesMethod(route, query)) return false;
  if (query.path !== null) return runsFrom(route, query.path, 0) || holds(route.path, query.path);
  const text = [route.method, route.path, route.framework, route.file, ...remarksOn(route)].join(" ").toLowerCase();
  return query.words.every((word) => text.includes(word) || (word.includes("/") && runsAnywhere(route, word)));
}

/** True also when the typed path is a part of a URL of the route that begins with one of its fixed segments: the view is narrowed by a piece of a URL. */
export function fitsPartly(route: Route, query: RouteQuery): boolean {
  const { path } = query;
  return fitsQuery(route, query) || (path !== null && takesMethod(route, query) && runsAnywhere(route, path));
}

function takesMethod(route: Route, { method }: RouteQuery): boolean {
  return method === null || route.method === method || route.method === "ANY" || method === "ANY";
}

/** What a person may look for by name: that something is wrong with a route, and what. */
function remarksOn({ problems, deprecated }: Route): readonly string[] {
  return [...problems, ...(problems.length > 0 ? ["problem"] : []), ...(deprecated === true ? ["deprecated"] : [])];
}

function holds(path: string, typed: string): boolean {
  return path.toLowerCase().includes(typed.toLowerCase());
}

/** True when a run of segments of the route that begins with a fixed one takes the typed part of a URL. */
function runsAnywhere(route: Route, typed: string): boolean {
  return compileRoute(route).segments.some(({ kind }, at) => kind === "static" && runsFrom(route, typed, at));
}

/** True when the typed path is how a URL of the route goes on from one of its segments. */
function runsFrom(route: Route, typed: string, from: number): boolean {
  const parts = splitPath(typed);
  const isUnfinished = !typed.endsWith("/");
  const { segments } = compileRoute(route);
  for (const [at, part] of parts.entries()) {
    const segment = segments[from + at];
    if (segment === undefined) return false;
    if (segment.kind === "rest") return true;
    if (segment.kind === "parameter") continue;
    const wanted = segment.text.toLowerCase();
    const isLast = at === parts.length - 1 && isUnfinished;
    if (isLast ? !wanted.startsWith(part.toLowerCase()) : wanted !== part.toLowerCase()) return false;
  }
  return true;
}
