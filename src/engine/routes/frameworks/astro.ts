import { addRouter, type Engine } from "../graph/engine.ts";
import { createNode, NO_PREFIX, type PathPattern, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import {
  bracketPattern,
  exportsOf,
  findRoots,
  handlerOf,
  moduleOf,
  type ProjectRoot,
  settingsOf,
} from "./fileRoutes.ts";
import type { Framework } from "./framework.ts";
import { optionOf } from "./options.ts";

const CONFIGURATION = /^astro\.config\.[cm]?[jt]s$/;
const VERBS = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ALL)$/;

/** Astro, by https://docs.astro.build/en/guides/routing: files below `src/pages` are pages, scripts among them are endpoints. */
export const astro: Framework = {
  name: "astro",
  languages: ["javascript", "typescript"],
  cue: /\bfrom\s+["']astro["']|\bAPIRoute\b/,
  files: /(?:^|\/)astro\.config\.[cm]?[jt]s$|(?:^|\/)src\/pages\/.*\.[jt]s$/,
  finish,
};

function finish(engine: Engine): void {
  for (const root of findRoots(engine, CONFIGURATION, /^astro$/)) registerProject(root, engine);
}

function registerProject(root: ProjectRoot, engine: Engine): void {
  const configuration = settingsOf(root, CONFIGURATION, engine);
  const text = (name: string) => {
    const value = optionOf(configuration, name);
    return value?.kind === "text" ? value.value : undefined;
  };
  const slash = text("trailingSlash") ?? "ignore";
  const node = createNode(
    "astro",
    { file: root.file, line: 1, column: 1 },
    { isApp: true, caseSensitive: true, strictSlash: slash !== "ignore" },
  );
  const base = (text("base") ?? "").split("/").filter(Boolean);
  if (base.length > 0) node.prefix = bracketPattern(base);
  addRouter(engine, node, "app");
  const source = (text("srcDir") ?? "src").replace(/^\.?\/|\/$/g, "");
  const pages = [root.folder, source, "pages"].filter((each) => each !== "").join("/");
  for (const file of engine.filesBelow(pages)) registerFile(file, file.slice(pages.length + 1), slash, node, engine);
}

function registerFile(file: string, inside: string, slash: string, node: RouterNode, engine: Engine): void {
  const found = /^(.*)\.(astro|mdx?|html|[jt]s)$/.exec(inside);
  const name = found?.[1] ?? "";
  // What starts with an underscore is no page.
  if (found === null || /(?:^|\/)_/.test(name)) return;
  const isEndpoint = /^[jt]s$/.test(found[2] ?? "");
  const paths = [pathOf(name, !isEndpoint && slash === "always")];
  if (!isEndpoint) {
    const at = { file, line: 1, column: 1 };
    node.entries.push({ ...PLAIN_ROUTE, methods: ["GET"], paths, at, handler: at, isPage: true });
    return;
  }
  const module = moduleOf(file, engine);
  for (const found of module === null ? [] : exportsOf(module, VERBS)) {
    const methods = [found.name === "ALL" ? "ANY" : found.name];
    node.entries.push({ ...PLAIN_ROUTE, methods, paths, at: found.at, handler: handlerOf(found) });
  }
}

/** `index` adds nothing; `[...rest]` takes nothing too. */
function pathOf(name: string, endsInSlash: boolean): PathPattern {
  const parts = name.split("/");
  if (parts.at(-1) === "index") parts.pop();
  if (parts.length === 0) return NO_PREFIX;
  const pattern = bracketPattern(parts.map((part) => part.replace(/^\[\.\.\.(\w+)\]$/, "[[...$1]]")));
  return endsInSlash ? { ...pattern, template: `${pattern.template}/` } : pattern;
}
