import type { Difference, NearMiss, Route, RouteTable } from "../../model/route.ts";
import { findRoute } from "./matchUrl.ts";
import { findNearMisses, rankMisses } from "./nearMisses.ts";
import { answers, matchesPath } from "./routeAnswers.ts";
import { partsOf } from "./routeParts.ts";
import { fitsQuery, type RouteQuery } from "./routeQuery.ts";
import { leadingRuns } from "./unmounted.ts";

/**
 * A route that a person may have meant: `reached` by the URL, `written` for it but not served, one whose URLs begin as typed or
 * that holds the words (`fits`), or one that the URL nearly reaches, with what differs.
 */
export interface RankedRoute {
  readonly kind: "reached" | "written" | "fits" | "near";
  readonly route: Route;
  readonly differs: readonly Difference[];
}

const LEAST_SCORE = 0.5;
const MOST_NEAR = 12;

/**
 * The routes and pages that fit what was typed, the likeliest first. It pauses (yields) about every hundred routes, so that a host
 * can let other work go on or give up.
 */
export function* rankRoutes(table: RouteTable, query: RouteQuery): Generator<void, readonly RankedRoute[]> {
  const routes = [...table.routes, ...(table.pages ?? [])];
  const { path } = query;
  const ranked: RankedRoute[] = [];
  if (path !== null) ranked.push(...(yield* takers(table, routes, path, query.method)));
  const found = new Set(ranked.map(({ route }) => route));
  for (const part of partsOf(routes)) {
    for (const route of part) {
      if (!found.has(route) && fitsQuery(route, query)) ranked.push({ kind: "fits", route, differs: [] });
    }
    yield;
  }
  if (path === null) return ranked;
  const known = new Set(ranked.map(({ route }) => route));
  const misses = yield* nearOf(table, query.method, path);
  const near = misses.filter(({ route, score }) => score >= LEAST_SCORE && !known.has(route)).slice(0, MOST_NEAR);
  return [...ranked, ...near.map(({ route, differs }) => ({ kind: "near", route, differs }) as const)];
}

/** The routes whose pattern takes the path; without a method, those that serve any. */
function* takers(
  table: RouteTable,
  routes: readonly Route[],
  path: string,
  method: string | null,
): Generator<void, readonly RankedRoute[]> {
  const taking: Route[] = [];
  for (const part of partsOf(routes)) {
    taking.push(...part.filter((route) => (method === null ? matchesPath(route, path) : answers(route, method, path))));
    yield;
  }
  const methods =
    method === null ? new Set(taking.map((route) => (route.method === "ANY" ? "GET" : route.method))) : [method];
  const served = new Set<Route>();
  for (const each of methods) {
    const route = findRoute(table, each, path);
    if (route !== null) served.add(route);
  }
  // What a document describes is no route beside the one that serves the URL.
  const isWritten = (route: Route) => !route.test && !route.fallback && route.framework !== "openapi";
  const written = taking.filter((route) => !served.has(route) && isWritten(route));
  return [
    ...[...served].map((route) => ({ kind: "reached", route, differs: [] }) as const),
    ...written.map((route) => ({ kind: "written", route, differs: [] }) as const),
  ];
}

/** What `findNearMisses` finds in a whole table, in the same slices; without a method none can differ. */
export function* nearOf(table: RouteTable, method: string | null, path: string): Generator<void, readonly NearMiss[]> {
  const routes = [...table.routes, ...(table.pages ?? [])];
  const runs = leadingRuns(routes);
  yield;
  const misses: NearMiss[] = [];
  for (const part of partsOf(routes)) {
    const groups = method === null ? Map.groupBy(part, (route) => route.method) : new Map([[method, part]]);
    for (const [verb, members] of groups) {
      misses.push(...findNearMisses(members, verb === "ANY" ? "GET" : verb, path, null, runs));
    }
    yield;
  }
  return rankMisses(misses);
}
