import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Route, RouteTable } from "../../../src/engine/model/route.ts";
import type { Files } from "../../../src/engine/ports.ts";
import { createGrammars } from "../../../src/engine/routes/reading/grammars.ts";
import { readRoutes } from "../../../src/engine/routes/reading/readRoutes.ts";

/** A workspace as an object literal: paths and texts. */
export type Workspace = Readonly<Record<string, string>>;

const require = createRequire(import.meta.url);

/** The grammars, loaded from the packages that ship them. */
export const grammars = createGrammars((name) =>
  readFile(
    require.resolve(
      name === "web-tree-sitter.wasm" ? `web-tree-sitter/${name}` : `@vscode/tree-sitter-wasm/wasm/${name}`,
    ),
  ),
);

/** Lends the files of an object literal. */
function filesOf(workspace: Workspace): Files {
  return {
    read: async (file) => {
      const text = workspace[file];
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    list: async () => Object.entries(workspace).map(([file, text]) => ({ file, size: text.length, modified: 0 })),
  };
}

/** Reads the route table of an object literal. */
export function readTable(workspace: Workspace): Promise<RouteTable> {
  return readRoutes(filesOf(workspace), grammars);
}

/** One route as a line of text: method, path, where it is, its handler when that is elsewhere, and what is wrong with it. */
function showRoute(route: Route): string {
  const handler = route.handler;
  const isElsewhere = handler !== null && (handler.file !== route.file || handler.line !== route.line);
  return [
    route.method,
    route.path,
    `${route.file}:${route.line}`,
    ...(isElsewhere ? [`-> ${handler.file}:${handler.line}`] : []),
    ...route.problems.map((problem) => `!${problem}`),
    ...(route.culprit === null ? [] : [`by ${route.culprit.file}:${route.culprit.line}`]),
    ...(route.unresolved === null ? [] : [`?${route.unresolved}`]),
    ...(route.test ? ["(test)"] : []),
    ...(route.fallback ? ["(fallback)"] : []),
  ].join(" ");
}

/** The operations of an endpoint of GraphQL, each with the place in its schema and its resolver. */
function showOperations({ path, operations = [] }: Route): readonly string[] {
  return operations.map((each) => {
    const { file, line, handler } = each;
    const resolver = handler === null ? "" : ` -> ${handler.file}:${handler.line}`;
    return `${each.path ?? path}#${each.name} ${file}:${line}${resolver}`;
  });
}

/** The table as the lines a person would read. */
export function showTable(table: RouteTable): string {
  const pages = (table.pages ?? []).map((page) => `page ${showRoute(page)}`);
  const routes = table.routes.flatMap((route) => [
    route.page ? `listed page ${showRoute(route)}` : showRoute(route),
    ...showOperations(route),
  ]);
  return [...routes, ...pages].join("\n");
}

/** A table as expected in a test, written indented. */
export function lines(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}
