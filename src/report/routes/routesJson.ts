import type { Route, RouteProblem, RouteTable, SkippedFile } from "../../engine/model/route.ts";
import { type Mask, maskStrings } from "../maskStrings.ts";
import { type ListedRoute, listRoutes } from "./listRoutes.ts";

/** One route as published; `unresolved` says what of its prefix could not be known, and is null when all of it is. */
export interface RouteDocument {
  readonly method: string;
  readonly path: string;
  readonly framework: string;
  readonly file: string;
  /** What a GET must ask for to be answered (RFC 9110, 7.8); absent where it need not ask. */
  readonly upgrade?: "websocket";
  /** The operation of GraphQL, such as `Query.user`, that a POST to the path asks for; the fragment of the path is not sent. */
  readonly operation?: string;
  readonly line: number;
  readonly column: number;
  readonly handler: { readonly file: string; readonly line: number } | null;
  readonly mounts: readonly { readonly file: string; readonly line: number; readonly prefix: string }[];
  readonly problems: readonly RouteProblem[];
  readonly culprit: { readonly file: string; readonly line: number } | null;
  readonly unresolved: string | null;
  readonly test: boolean;
}

/** A document rendered for people, or a file that is served. */
export interface PageDocument extends RouteDocument {
  readonly kind: "page";
}

/** The route table as public JSON, schema `diagnose-404/routes@1`. */
export interface RoutesDocument {
  readonly schema: "diagnose-404/routes@1";
  /** Pages that their framework registers as routes like any other (route modules of Remix) are among them. */
  readonly routes: readonly (RouteDocument | PageDocument)[];
  /** What a GET of a browser is answered with and is kept apart from the routes; absent when there are none. */
  readonly pages?: readonly PageDocument[];
  readonly rewrites: RouteTable["rewrites"];
  /** What was left out although it may hold routes; absent when nothing was. */
  readonly skipped?: readonly SkippedFile[];
  readonly stats: RouteTable["stats"];
}

/** The public JSON of a route table, in the order of the table, every string masked. */
export function routesJson(table: RouteTable, mask: Mask): RoutesDocument {
  return maskStrings<RoutesDocument>(
    {
      schema: "diagnose-404/routes@1",
      routes: listRoutes(table.routes).map((route) => (route.page ? pageDocument(route) : routeDocument(route))),
      ...(table.pages === undefined ? {} : { pages: table.pages.map(pageDocument) }),
      rewrites: table.rewrites.map(({ kind, from, to, file, line }) => ({ kind, from, to, file, line })),
      ...(table.skipped === undefined ? {} : { skipped: table.skipped }),
      stats: { files: table.stats.files, parsed: table.stats.parsed, ms: Math.round(table.stats.ms * 10) / 10 },
    },
    mask,
  );
}

function pageDocument(page: Route): PageDocument {
  return { ...routeDocument(page), kind: "page" };
}

/** One route as public JSON, not masked; one for WebSocket is a GET, as its handshake is, with `"upgrade": "websocket"`. */
export function routeDocument(route: ListedRoute): RouteDocument {
  const isSocket = route.method === "WEBSOCKET";
  return {
    method: isSocket ? "GET" : route.method,
    ...(isSocket ? { upgrade: "websocket" as const } : {}),
    path: route.path,
    ...(route.operation === undefined ? {} : { operation: route.operation }),
    framework: route.framework,
    file: route.file,
    line: route.line,
    column: route.column,
    handler: route.handler && { file: route.handler.file, line: route.handler.line },
    mounts: route.mounts.map(({ file, line, prefix }) => ({ file, line, prefix })),
    problems: route.problems,
    culprit: route.culprit && { file: route.culprit.file, line: route.culprit.line },
    unresolved: route.unresolved,
    test: route.test,
  };
}
