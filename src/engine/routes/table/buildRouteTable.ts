import type { Location } from "../../model/place.ts";
import type { Route, RouteProblem, RouteTable } from "../../model/route.ts";
import type { FileFacts } from "../facts.ts";
import type { RouterNode } from "../graph/routers.ts";
import type { LinkedFacts } from "../linkFacts.ts";
import { folderOf, joinPaths } from "../reading/resolveModule.ts";
import { type FlatRoute, flattenRouter } from "./flattenRouters.ts";
import { type JudgedRoute, judgeRoutes } from "./judgeRoutes.ts";
import { isTestFile } from "./testFile.ts";

/** The routes of the applications of one table: parts of a workspace that are not linked anew keep theirs. */
type Served = ReadonlyMap<RouterNode, ServedRoutes>;

/** Builds the route tables of one workspace, each from facts that are already linked. */
export function createTableBuilder(): (linked: LinkedFacts) => RouteTable {
  let served: Served = new Map();
  return (linked) => {
    // Noted for the newest table only: with weak notes of each, every table would survive until the next full garbage collection.
    served = serveAll(linked, served);
    return buildRouteTable(linked, served);
  };
}

function buildRouteTable(linked: LinkedFacts, served: Served): RouteTable {
  const { facts } = linked;
  const reached = new Set<RouterNode>();
  const routes = [...registeredRoutes(served, reached)];
  routes.push(...withoutThoseOf(routes, unregisteredRoutes(linked, reached)));
  routes.push(...statedRoutes(facts));
  const all = withoutRepetition(routes);
  const isApart = ({ page, listed }: Route) => page === true && !listed;
  const pages = all.filter(isApart);
  return {
    routes: all.filter((route) => !isApart(route)),
    rewrites: linked.rewrites,
    ...(pages.length > 0 ? { pages } : {}),
    stats: { files: facts.length, parsed: facts.filter((each) => each.parsed).length, ms: 0 },
  };
}

/** What stands apart, but for places where a route is registered as well. */
function withoutThoseOf(routes: readonly Route[], apart: readonly Route[]): readonly Route[] {
  if (apart.length === 0) return apart;
  const sites = new Set(routes.filter((route) => !route.test).map(siteOf));
  return apart.filter((route) => !sites.has(siteOf(route)));
}

function siteOf(route: Route): string {
  return `${route.file}:${route.line}:${route.column} ${route.method}`;
}

function withoutRepetition(routes: readonly Route[]): Route[] {
  const best = new Map<string, Route>();
  for (const route of routes) {
    const key = `${siteOf(route)} ${route.path}`;
    const known = best.get(key);
    if (known === undefined || (known.test && !route.test) || isBetter(route, known)) best.set(key, route);
  }
  return [...best.values()];
}

function isBetter(route: Route, known: Route): boolean {
  return route.test === known.test && route.problems.length < known.problems.length;
}

/** The roots that serve: applications that no other router mounts, those of tests last. */
function rootsOf(nodes: readonly RouterNode[]): RouterNode[] {
  const mounted = new Set(
    nodes.flatMap((node) => node.entries.flatMap((entry) => (entry.kind === "mount" ? [entry.target] : []))),
  );
  const roots = nodes.filter((node) => node.isApp && !mounted.has(node));
  const isTest = (node: RouterNode) => isTestFile(node.at.file);
  return [...roots.filter((node) => !isTest(node)), ...roots.filter(isTest)];
}

interface ServedRoutes {
  readonly routes: readonly Route[];
  readonly reached: ReadonlySet<RouterNode>;
}

/** Nothing is added to a router once its part of the workspace is linked. */
function serveAll(linked: LinkedFacts, before: Served): Served {
  return new Map(rootsOf(linked.nodes).map((root) => [root, before.get(root) ?? serve(root)]));
}

function registeredRoutes(served: Served, reached: Set<RouterNode>): Route[] {
  return [...served].flatMap(([root, { routes, reached: nodes }]) => {
    if (!isTestFile(root.at.file)) for (const node of nodes) reached.add(node);
    return routes;
  });
}

function serve(root: RouterNode): ServedRoutes {
  const inTest = isTestFile(root.at.file);
  const reached = new Set<RouterNode>();
  const judged: JudgedRoute[] = [];
  for (const each of flattenRouter(root, reached)) {
    for (const method of each.methods) {
      const route = toRoute(each, method, judged.length, inTest, { problems: [], unresolved: null });
      const { isConditional, sides } = each;
      judged.push({ route, passesOn: each.entry.passesOn, isConditional, sides });
    }
  }
  return { routes: judgeRoutes(judged), reached };
}

interface Standing {
  readonly problems: readonly RouteProblem[];
  readonly unresolved: string | null;
}

function toRoute(flat: FlatRoute, method: string, order: number, inTest: boolean, standing: Standing): Route {
  const { entry, node, path, mounts } = flat;
  const { file, line, column } = entry.at;
  const test = inTest || isTestFile(file) || mounts.some((mount) => isTestFile(mount.file));
  // What a test registers is served while that test runs, in an order that its runner knows.
  const catchAll = test ? null : flat.catchAll;
  const behind: readonly RouteProblem[] = catchAll === null ? [] : ["after-catch-all"];
  // Named one by one: putting objects together costs several times as much, and there are thousands of routes.
  const route: Mutable<Route> = {
    method,
    path,
    framework: node.framework,
    file,
    line,
    column,
    handler: entry.handler,
    mounts,
    problems: test ? [] : [...flat.problems, ...behind, ...standing.problems],
    culprit: catchAll ?? entry.culprit ?? null,
    unresolved: [flat.unresolved, standing.unresolved].filter((each) => each !== null).join("; ") || null,
    test,
    caseSensitive: flat.caseSensitive,
    strictSlash: flat.strictSlash,
    order,
  };
  const used = flat.parameters.filter((each) => path.includes(`{${each.name}`));
  if (used.length > 0) route.parameters = used;
  if (flat.written !== null) route.written = flat.written;
  if (flat.impliesOptions !== undefined) route.impliesOptions = flat.impliesOptions;
  if (entry.impliesHead !== undefined) route.impliesHead = entry.impliesHead;
  if (flat.spareSlashes.length > 0) route.spareSlashes = flat.spareSlashes;
  if (entry.isFallback) route.fallback = true;
  if (entry.deprecated) route.deprecated = true;
  if (entry.isPage) route.page = true;
  if (entry.isListed) route.listed = true;
  if (entry.operations !== undefined && method === "POST") route.operations = entry.operations;
  return route;
}

type Mutable<Whole> = { -readonly [Key in keyof Whole]: Whole[Key] };

function unregisteredRoutes(linked: LinkedFacts, reached: Set<RouterNode>): Route[] {
  const left = linked.nodes.filter((node) => !reached.has(node) && node.entries.length > 0);
  const below = new Set(
    left.flatMap((node) => node.entries.flatMap((entry) => (entry.kind === "mount" ? [entry.target] : []))),
  );
  const ordered = [...left.filter((node) => !below.has(node)), ...left.filter((node) => below.has(node))];
  const routes: Route[] = [];
  for (const root of ordered) {
    if (reached.has(root)) continue;
    const standing = standingOf(root, linked);
    for (const flat of flattenRouter(root, reached)) {
      // A parameter of which neither the router nor the path is known says nothing of what is registered.
      const isOpen = flat.node.isGuess && flat.unresolved !== null;
      for (const method of flat.methods) {
        const own = isOpen ? { ...standing, problems: [] } : standing;
        routes.push(toRoute(flat, method, routes.length, isTestFile(root.at.file), own));
      }
    }
  }
  return routes.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

/** Why a router that no application reaches stands apart: certainly unregistered, or mounted where it cannot be seen. */
function standingOf(node: RouterNode, linked: LinkedFacts): Standing {
  if (node.escaped !== null) {
    return {
      problems: [],
      unresolved: `mounted where it cannot be followed (${node.escaped.file}:${node.escaped.line})`,
    };
  }
  const hasApp = linked.nodes.some(
    (each) => each.isApp && each.framework === node.framework && !isTestFile(each.at.file),
  );
  if (linked.isCutShort) return { problems: [], unresolved: "the workspace is too large to be followed to its end" };
  if (!hasApp) return { problems: [], unresolved: "no application of this workspace mounts it" };
  const doubt = linked.doubts.get(node);
  if (doubt !== undefined) return { problems: [], unresolved: doubt };
  return { problems: ["not-registered"], unresolved: null };
}

function statedRoutes(facts: readonly FileFacts[]): Route[] {
  return facts.flatMap(({ file, stated }) =>
    stated.map((each, order) => ({
      method: each.method,
      path: each.path,
      framework: each.framework,
      file,
      line: each.at[0],
      column: each.at[1],
      handler: each.handler === undefined ? null : handlerNamed(each.handler, file, facts),
      mounts: [],
      problems: [],
      culprit: null,
      unresolved: each.unresolved,
      test: isTestFile(file),
      caseSensitive: true,
      strictSlash: false,
      order,
      ...(each.deprecated ? { deprecated: true } : {}),
    })),
  );
}

/** The function that `src/users.list` names from the folder of a file, where its file was read. */
function handlerNamed(name: string, from: string, facts: readonly FileFacts[]): Location | null {
  const dot = name.lastIndexOf(".");
  const stem = joinPaths(folderOf(from), name.slice(0, dot));
  const home = facts.find(({ file, parsed }) => parsed && file.slice(0, file.lastIndexOf(".")) === stem);
  const found = home?.functions.find((each) => each.name === name.slice(dot + 1));
  return home === undefined || found === undefined ? null : { file: home.file, line: found.at[0], column: found.at[1] };
}
