import { addRouter, type Engine, placeIn } from "../graph/engine.ts";
import { createNode, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import { readExpressPath } from "./expressPath.ts";
import {
  bracketPattern,
  exportsOf,
  findRoots,
  handlerFact,
  handlerOf,
  moduleOf,
  type ProjectRoot,
  settingsOf,
} from "./fileRoutes.ts";
import type { Framework } from "./framework.ts";
import { methodsOfChain } from "./nextConnect.ts";
import { optionOf } from "./options.ts";

const CONFIGURATION = /^next\.config\.(?:[cm]?js|[cm]?ts)$/;
const VERBS = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;

/** Next.js, by https://nextjs.org/docs/app/building-your-application/routing: route handlers, API routes and pages are files. */
export const next: Framework = {
  name: "next",
  languages: ["javascript", "typescript", "tsx"],
  cue: /\bNext(?:Response|Request|ApiRequest|ApiHandler)\b|\bnext\/server\b/,
  files: /(?:^|\/)next\.config\.[cm]?[jt]s$|(?:^|\/)app\/(?:.*\/)?route\.[jt]sx?$|(?:^|\/)pages\/api\/.*\.[jt]sx?$/,
  finish,
};

function finish(engine: Engine): void {
  for (const root of findRoots(engine, CONFIGURATION, /^next$/)) registerProject(root, engine);
}

function registerProject(root: ProjectRoot, engine: Engine): void {
  const node = createNode("next", { file: root.file, line: 1, column: 1 }, { isApp: true, caseSensitive: true });
  const base = optionOf(settingsOf(root, CONFIGURATION, engine), "basePath");
  if (base?.kind === "text" && base.value !== "") node.prefix = readExpressPath(base.value)[0] ?? node.prefix;
  addRouter(engine, node, "app");
  for (const file of engine.filesBelow(root.folder)) registerFile(file, root, node, engine);
  markConflicts(node);
}

/** Next refuses to start when two routes name the parameter at one place differently (`[id]` beside `[slug]`). */
function markConflicts(node: RouterNode): void {
  const names = new Map<string, string>();
  node.entries.forEach((entry, index) => {
    if (entry.kind !== "route") return;
    const isConflict = entry.paths.some((path) => conflicts(path.template, names));
    if (isConflict) node.entries[index] = { ...entry, problems: [...entry.problems, "constraint-conflict"] };
  });
}

function conflicts(template: string, names: Map<string, string>): boolean {
  let place = "";
  let isConflict = false;
  for (const segment of template.split("/")) {
    const name = /^\{(\w[\w-]*)(\*?)\}$/.exec(segment);
    place += name === null ? `/${segment}` : `/{${name[2]}}`;
    if (name === null) continue;
    const first = names.get(place) ?? name[1] ?? "";
    names.set(place, first);
    isConflict ||= first !== name[1];
  }
  return isConflict;
}

function registerFile(file: string, root: ProjectRoot, node: RouterNode, engine: Engine): void {
  const inside = root.folder === "" ? file : file.slice(root.folder.length + 1);
  const app = /^(?:src\/)?app\/(?:(.*)\/)?(route|page)\.[jt]sx?$/.exec(inside);
  if (app !== null) {
    const segments = appSegments(app[1] ?? "");
    if (segments === null) return;
    if (app[2] === "page") registerPage(file, segments, node);
    else registerHandlers(file, segments, node, engine);
    return;
  }
  const page = /^(?:src\/)?pages\/(.*?)\.[jt]sx?$/.exec(inside)?.[1];
  if (page === undefined || /(?:^|\/)_(?:app|document|error|middleware)$|\.d$|\.(?:test|spec|stories)$/.test(page))
    return;
  const segments = page.split("/").filter((part, index, all) => !(part === "index" && index === all.length - 1));
  if (segments[0] === "api") registerApi(file, segments, node, engine);
  else if (!/^(?:404|500)$/.test(page)) registerPage(file, segments, node);
}

/** Groups and slots leave no trace in the path; private folders and intercepting routes are not routes. */
function appSegments(path: string): string[] | null {
  const parts = path === "" ? [] : path.split("/");
  if (parts.some((part) => /^_|^\(\.+\)/.test(part))) return null;
  return parts.filter((part) => !/^\(.*\)$|^@/.test(part)).map((part) => part.replace(/^%5F/i, "_"));
}

function registerPage(file: string, segments: readonly string[], node: RouterNode): void {
  const at = { file, line: 1, column: 1 };
  node.entries.push({
    ...PLAIN_ROUTE,
    methods: ["GET"],
    paths: [bracketPattern(segments)],
    at,
    handler: at,
    isPage: true,
    impliesOptions: false,
  });
}

function registerHandlers(file: string, segments: readonly string[], node: RouterNode, engine: Engine): void {
  const module = moduleOf(file, engine);
  if (module === null) return;
  for (const found of exportsOf(module, VERBS)) {
    const paths = [bracketPattern(segments)];
    node.entries.push({ ...PLAIN_ROUTE, methods: [found.name], paths, at: found.at, handler: handlerOf(found) });
  }
}

function registerApi(file: string, segments: readonly string[], node: RouterNode, engine: Engine): void {
  const module = moduleOf(file, engine);
  if (module === null) return;
  for (const found of exportsOf(module, /^default$/)) {
    const { value, at } = found;
    const fact = found.wrapped ?? handlerFact(value, module);
    const named = value.kind === "router" ? methodsOfChain(value) : (fact?.traits.methods ?? []);
    const methods = named.length === 0 ? ["ANY"] : named;
    const isBehind = value.kind !== "function" && fact !== null;
    const handler = isBehind ? placeIn(module.scope, fact.at) : handlerOf(found);
    const paths = [bracketPattern(segments)];
    // A handler that tells methods apart answers HEAD and OPTIONS only where it names them.
    const implied = { impliesHead: named.includes("HEAD"), impliesOptions: false };
    node.entries.push({ ...PLAIN_ROUTE, methods, paths, at, handler, ...implied });
  }
}
