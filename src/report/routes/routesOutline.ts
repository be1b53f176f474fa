import type { Location } from "../../engine/model/place.ts";
import type { Rewrite, Route, RouteTable } from "../../engine/model/route.ts";
import { fitsPartly, isEmptyQuery, type RouteQuery } from "../../engine/routes/match/routeQuery.ts";
import type { Mask } from "../maskStrings.ts";
import { type ListedRoute, listRoutes } from "./listRoutes.ts";
import {
  compareRoutes,
  groupByApplication,
  groupByFramework,
  groupByResource,
  type RouteGroup,
} from "./routeGroups.ts";
import { problemName } from "./routeProblems.ts";
import { routeTooltip } from "./routeTooltip.ts";

/** What a node of the outline of a route table stands for. */
export type RouteNodeKind = "folder" | "application" | "framework" | "resource" | "route" | "rewrites" | "rewrite";

/**
 * One line of a route table as a tree; all texts are masked. `id` is unique among its siblings and stays when lines move, `icon`
 * names an icon of VS Code and `color` one of its colours, `location` is what opening the node opens. Children are made when
 * they are asked for, because a table can hold thousands of routes.
 */
export interface RouteNode {
  readonly id: string;
  readonly kind: RouteNodeKind;
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  /** What a screen reader says. */
  readonly spoken: string;
  readonly icon: string;
  readonly color: string | null;
  readonly isOpen: boolean;
  readonly isDeprecated: boolean;
  readonly location: Location | null;
  readonly route: Route | null;
  readonly children: () => readonly RouteNode[];
}

/** A route table as a tree, and how many of its routes and pages the query lets through. */
export interface RoutesOutline {
  readonly shown: number;
  readonly total: number;
  readonly nodes: readonly RouteNode[];
}

/** How many routes an application may have for all of them to be shown at once. */
const fewRoutes = 40;

const none = () => [];

/**
 * The routes, pages and rewrites that fit a query as a tree: application, then framework where there are several, then the
 * resource that several routes share, then the routes by path.
 */
export function routesOutline(table: RouteTable, query: RouteQuery, mask: Mask): RoutesOutline {
  const isWhole = isEmptyQuery(query);
  const all = [...table.routes, ...(table.pages ?? [])];
  const listed = listRoutes(all);
  const routes = isWhole ? listed : listRoutes(all, (route) => fitsPartly(route, query));
  const rewrites = isWhole ? table.rewrites : table.rewrites.filter((rewrite) => fitsRewrite(rewrite, query));
  const isNarrow = !isWhole && routes.length <= fewRoutes;
  const nodes = groupByApplication(routes).map((group) => applicationNode(group, { mask, isNarrow }));
  if (rewrites.length > 0) nodes.push(rewritesNode(rewrites, mask));
  return { shown: routes.length, total: listed.length, nodes };
}

/** The outline of one of several folders, under its name. */
export function folderNode(name: string, { nodes, shown }: RoutesOutline): RouteNode {
  const count = shown === 1 ? "1 route" : `${shown} routes`;
  return { ...inner("folder", name, name, count), icon: "root-folder", isOpen: true, children: () => nodes };
}

/** The outline as indented text, every node open. */
export function routesOutlineText(nodes: readonly RouteNode[], depth = 0): string {
  return nodes
    .map((node) => {
      const line = `${"  ".repeat(depth)}${node.label}${node.description === "" ? "" : `  ${node.description}`}`;
      const below = routesOutlineText(node.children(), depth + 1);
      return below === "" ? line : `${line}\n${below}`;
    })
    .join("\n");
}

interface Showing {
  readonly mask: Mask;
  /** True when so few routes are left that every group stands open. */
  readonly isNarrow: boolean;
}

function applicationNode(group: RouteGroup, showing: Showing): RouteNode {
  const frameworks = groupByFramework(group.routes);
  const [only] = frameworks;
  const isSingle = frameworks.length === 1 && only !== undefined;
  const summary = summaryOf(group.routes);
  const label = showing.mask(group.title);
  const description = isSingle ? `${only.title} · ${summary}` : summary;
  const isAside = group.place === null && group.routes.every((route) => route.test);
  return {
    ...inner("application", group.title, label, description),
    icon: group.routes.every(({ problems }) => problems.includes("not-registered")) ? "debug-disconnect" : "package",
    isOpen: !isAside,
    location: group.place === null ? null : placeIn(group.place, group.routes),
    children: () =>
      isSingle
        ? resourceNodes(group.routes, showing)
        : frameworks.map((each) => ({
            ...inner("framework", each.title, each.title, summaryOf(each.routes)),
            icon: "symbol-namespace",
            isOpen: true,
            children: () => resourceNodes(each.routes, showing),
          })),
  };
}

/** The top of the mount chain is opened where it mounts first, a single file where its first route stands. */
function placeIn(file: string, routes: readonly Route[]): Location {
  const hops = routes.flatMap(({ mounts }) => mounts.slice(0, 1)).filter((hop) => hop.file === file);
  const [first] = (hops.length > 0 ? hops : routes).toSorted((a, b) => a.line - b.line);
  return { file, line: first?.line ?? 1, column: first?.column ?? 1 };
}

function resourceNodes(routes: readonly Route[], showing: Showing): readonly RouteNode[] {
  const isOpen = showing.isNarrow || routes.length <= fewRoutes;
  return groupByResource(routes).flatMap((group) => {
    if (group.routes.length === 1 || group.title === "/") return routeNodes(group.routes, showing.mask);
    const label = showing.mask(group.title);
    const children = () => routeNodes(group.routes, showing.mask);
    return [
      { ...inner("resource", group.title, label, summaryOf(group.routes)), icon: "symbol-folder", isOpen, children },
    ];
  });
}

function routeNodes(routes: readonly Route[], mask: Mask): readonly RouteNode[] {
  const seen = new Map<string, number>();
  return routes.toSorted(compareRoutes).map((route) => {
    // A route that is registered twice, or stands in two files, has the same name twice.
    const name = `${route.method} ${route.path} ${route.file}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return routeNode(route, count === 1 ? name : `${name} ${count}`, mask);
  });
}

function routeNode(route: ListedRoute, id: string, mask: Mask): RouteNode {
  const { problems } = route;
  // Of an operation, what answers it says more than the schema.
  const { file, line, column } = (route.operation === undefined ? null : route.handler) ?? route;
  const label = mask(`${route.method} ${route.path}`);
  const [problem] = problems;
  const remarks = [
    ...(problem === undefined ? [] : [problemName(problem)]),
    ...(route.deprecated ? ["deprecated"] : []),
    ...(route.page ? ["page"] : []),
    ...(route.unresolved === null ? [] : ["prefix not known"]),
  ];
  const place = `${file.slice(file.lastIndexOf("/") + 1)}:${line}`;
  return {
    id,
    kind: "route",
    label,
    description: mask([...remarks, place].join(" · ")),
    tooltip: mask(routeTooltip(route)),
    spoken: mask([`${route.method} ${route.path}`, ...remarks, `${file}, line ${line}`].join(", ")),
    ...routeIcon(route),
    isOpen: false,
    isDeprecated: route.deprecated === true,
    location: { file, line, column },
    route: route.subject ?? route,
    children: none,
  };
}

const icons: Readonly<Record<string, readonly [icon: string, color: string]>> = {
  GET: ["arrow-down", "charts.blue"],
  POST: ["add", "charts.green"],
  PUT: ["arrow-swap", "charts.purple"],
  PATCH: ["edit", "charts.yellow"],
  DELETE: ["trash", "charts.red"],
};

/** The icon of VS Code that stands for a route, and its colour: its method's, or a warning where something is wrong with it. */
export function routeIcon(route: Route): { readonly icon: string; readonly color: string | null } {
  if (route.problems.length > 0) {
    return { icon: "warning", color: "problemsWarningIcon.foreground" };
  }
  const [icon, color] = route.page ? ["browser", "charts.blue"] : (icons[route.method] ?? ["globe", null]);
  return { icon: icon ?? "globe", color: color ?? null };
}

function rewritesNode(rewrites: readonly Rewrite[], mask: Mask): RouteNode {
  const count = rewrites.length === 1 ? "1 rule" : `${rewrites.length} rules`;
  const children = () => rewrites.map((rewrite, position) => rewriteNode(rewrite, position, mask));
  return { ...inner("rewrites", "rewrites", "Rewrites", count), icon: "arrow-swap", isOpen: true, children };
}

function rewriteNode({ kind, from, to, file, line }: Rewrite, position: number, mask: Mask): RouteNode {
  const label = mask(`${from} → ${to}`);
  const description = `${kind} · ${file.slice(file.lastIndexOf("/") + 1)}:${line}`;
  return {
    ...inner("rewrite", `${kind} ${from} ${position}`, label, description),
    tooltip: mask(`${kind} hands ${from} on to ${to}\n\n${file}:${line}`),
    spoken: mask(`Rewrite of ${from} to ${to}, ${kind}, ${file}, line ${line}`),
    icon: "arrow-right",
    location: { file, line, column: 1 },
  };
}

function fitsRewrite({ kind, from, to }: Rewrite, { path, words }: RouteQuery): boolean {
  const text = `${kind} ${from} ${to}`.toLowerCase();
  const lead = from.split("*")[0] ?? "";
  return path === null ? words.length > 0 && words.every((word) => text.includes(word)) : path.startsWith(lead);
}

function inner(kind: RouteNodeKind, id: string, label: string, description: string): RouteNode {
  return {
    id: `${kind} ${id}`,
    kind,
    label,
    description,
    tooltip: `${label}\n\n${description}`,
    spoken: `${label}, ${description}`,
    icon: "",
    color: null,
    isOpen: false,
    isDeprecated: false,
    location: null,
    route: null,
    children: none,
  };
}

function summaryOf(routes: readonly Route[]): string {
  const count = routes.length === 1 ? "1 route" : `${routes.length} routes`;
  const broken = routes.filter(({ problems }) => problems.length > 0).length;
  return broken === 0 ? count : `${count} · ${broken === 1 ? "1 problem" : `${broken} problems`}`;
}
