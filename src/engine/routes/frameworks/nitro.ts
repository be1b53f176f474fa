import type { Location } from "../../model/place.ts";
import { addRouter, type Engine } from "../graph/engine.ts";
import { createNode, NO_PREFIX, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import type { Value } from "../graph/values.ts";
import { joinPaths } from "../reading/resolveModule.ts";
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
import { optionOf, placeWithin, textsOf, truthOf } from "./options.ts";
import { majorVersionOf } from "./packageVersion.ts";

const CONFIGURATION = /^(?:nuxt|nitro)\.config\.[cm]?[jt]s$/;

/** Nuxt and Nitro, by https://nitro.build/guide/routing and https://nuxt.com/docs/guide/directory-structure/server: routes are files. */
export const nitro: Framework = {
  name: "nitro",
  languages: ["javascript", "typescript", "tsx"],
  cue: /\b(?:define|event|lazyEvent|defineLazy)EventHandler\b|\bdefineCachedEventHandler\b|\bdefineHandler\b/,
  files: /(?:^|\/)(?:nuxt|nitro)\.config\.[cm]?[jt]s$|(?:^|\/)server\/(?:api|routes)\/.*\.[cm]?[jt]s$/,
  finish,
};

function finish(engine: Engine): void {
  for (const root of findRoots(engine, CONFIGURATION, /^(?:nuxt|nuxt3|nuxt-nightly|nitropack|nitro)$/))
    registerProject(root, engine);
}

interface Project extends ProjectRoot {
  readonly isNuxt: boolean;
  /** Where `api/` and `routes/` lie, without a slash at the end. */
  readonly server: string;
  readonly pages: readonly string[];
  /** The segments of a handler's file; Nitro 3, the package `nitro`, has another router than what went before. */
  readonly segmentsOf: (parts: readonly string[]) => string[];
}

function registerProject(root: ProjectRoot, engine: Engine): void {
  const configuration = settingsOf(root, CONFIGURATION, engine);
  const isNuxt = !/nitro\.config\.[cm]?[jt]s$/.test(root.file);
  const node = createNode("nitro", { file: root.file, line: 1, column: 1 }, { isApp: true, caseSensitive: true });
  const base = optionOf(optionOf(configuration, "app"), "baseURL") ?? optionOf(configuration, "baseURL");
  if (base?.kind === "text" && base.value !== "/") node.prefix = bracketPattern(base.value.split("/").filter(Boolean));
  addRouter(engine, node, "app");
  const isThree = (majorVersionOf("nitro", root.file, engine) ?? 0) >= 3;
  const folders = foldersOf(root, isNuxt, configuration);
  const project = { ...root, isNuxt, ...folders, segmentsOf: isThree ? segmentsOf : segmentsBeforeThree };
  for (const file of engine.filesBelow(root.folder)) registerFile(file, project, node, engine);
  const lists = [optionOf(configuration, "serverHandlers"), optionOf(configuration, "handlers")];
  const inner = optionOf(optionOf(configuration, "nitro"), "handlers");
  for (const list of [...lists, inner]) registerListed(list, root, node, engine);
}

/** Handlers that the configuration names: `{ route: "/ops/**", method: "get", handler: "~~/server/ops.ts" }`. */
function registerListed(list: Value | undefined, root: ProjectRoot, node: RouterNode, engine: Engine): void {
  for (const row of list?.kind === "list" ? list.items : []) {
    const [route] = textsOf(optionOf(row, "route"));
    const [file] = textsOf(optionOf(row, "handler"));
    if (route === undefined || file === undefined || truthOf(row, "middleware")) continue;
    const at = placeWithin(row, "route") ?? { file: root.file, line: 1, column: 1 };
    const [method = "ANY"] = textsOf(optionOf(row, "method"));
    const paths = [{ ...bracketPattern(route.split("/").filter(Boolean).map(bracketed)), strictSlash: false }];
    node.entries.push({
      ...PLAIN_ROUTE,
      methods: [method.toUpperCase()],
      paths,
      at,
      handler: handlerIn(file, root, engine),
    });
  }
}

/** `:id` and `**:rest` in the spelling of file names. */
function bracketed(part: string): string {
  const rest = /^\*\*(?::(\w+))?$/.exec(part);
  return rest === null ? part.replace(/:(\w+)/g, "[$1]") : `[[...${rest[1] ?? "rest"}]]`;
}

/** The default export of a file named from the root of its project, its ending left out or not. */
function handlerIn(name: string, root: ProjectRoot, engine: Engine): Location | null {
  const path = joinPaths(root.folder, name.replace(/^(?:~~|@@|[~@])\//, ""));
  const file = [path, `${path}.ts`, `${path}.js`, `${path}.mjs`].find((each) => engine.hasFile(each));
  const module = file === undefined ? null : moduleOf(file, engine);
  const [found] = module === null ? [] : exportsOf(module, /^default$/);
  return found === undefined ? null : handlerOf(found);
}

function foldersOf(
  root: ProjectRoot,
  isNuxt: boolean,
  configuration: Value | undefined,
): Pick<Project, "server" | "pages"> {
  const within = (folder: string) => [root.folder, folder].filter((each) => each !== "").join("/");
  const given = (name: string) => {
    const value = optionOf(configuration, name);
    return value?.kind === "text" ? value.value.replace(/^\.?\/|\/$/g, "").replace(/^\.$/, "") : undefined;
  };
  const source = given("srcDir");
  const server = given("serverDir") ?? (isNuxt ? [source, "server"].filter(Boolean).join("/") : (source ?? ""));
  return {
    server: within(server),
    pages: source === undefined ? [within("pages"), within("app/pages")] : [within(`${source}/pages`)],
  };
}

function registerFile(file: string, project: Project, node: RouterNode, engine: Engine): void {
  const page = project.isNuxt ? project.pages.find((folder) => file.startsWith(`${folder}/`)) : undefined;
  if (page !== undefined) {
    const name = /^(.*)\.(?:vue|[jt]sx?)$/.exec(file.slice(page.length + 1))?.[1];
    if (name !== undefined) registerPage(file, name.split("/"), node);
    return;
  }
  const inside =
    project.server === "" ? file : file.startsWith(`${project.server}/`) ? file.slice(project.server.length + 1) : "";
  const route = /^(api|routes)\/(.*)\.[cm]?[jt]sx?$/.exec(inside);
  if (route === null || /\.(?:d|test|spec)$/.test(route[2] ?? "")) return;
  const parts = (route[2] ?? "").split("/");
  registerHandler(file, route[1] === "api" ? ["api", ...parts] : parts, project, node, engine);
}

function registerHandler(
  file: string,
  parts: readonly string[],
  project: Project,
  node: RouterNode,
  engine: Engine,
): void {
  const module = moduleOf(file, engine);
  const [found] = module === null ? [] : exportsOf(module, /^default$/);
  if (found === undefined) return;
  const last = /^(.*?)(?:\.(get|post|put|patch|delete|head|options|connect|trace))?(?:\.(?:dev|prod|prerender))?$/.exec(
    parts.at(-1) ?? "",
  );
  const at: Location = found.at;
  // A router of h3 that a catch-all exports looks at the whole path by itself.
  if (found.value.kind === "router" && found.value.framework === "h3") {
    node.entries.push({ kind: "mount", prefixes: [NO_PREFIX], target: found.value.node, at });
    return;
  }
  node.entries.push({
    ...PLAIN_ROUTE,
    methods: [last?.[2]?.toUpperCase() ?? "ANY"],
    paths: [{ ...bracketPattern(project.segmentsOf([...parts.slice(0, -1), last?.[1] ?? ""])), strictSlash: false }],
    at,
    handler: handlerOf(found),
  });
}

function registerPage(file: string, parts: readonly string[], node: RouterNode): void {
  const at = { file, line: 1, column: 1 };
  node.entries.push({
    ...PLAIN_ROUTE,
    methods: ["GET"],
    paths: [bracketPattern(segmentsOf(parts))],
    at,
    handler: at,
    isPage: true,
    impliesHead: true,
  });
}

/** Below a folder the rest of a handler is at least one segment; at the root it takes nothing too. */
function segmentsBeforeThree(parts: readonly string[]): string[] {
  const segments = segmentsOf(parts);
  return segments.length < 2 ? segments : segments.map((part) => part.replace(/^\[\[(\.\.\.\w+)\]\]$/, "[$1]"));
}

/** `index` adds nothing, groups leave no trace, and `[...]` takes the rest without a name, nothing included. */
function segmentsOf(parts: readonly string[]): string[] {
  const whole = parts.at(-1) === "index" ? parts.slice(0, -1) : parts;
  return whole
    .filter((part) => !/^\(.*\)$/.test(part))
    .map((part) => part.replace(/^\[\.\.\.(\w*)\]$/, (_, name: string) => `[[...${name || "rest"}]]`));
}
