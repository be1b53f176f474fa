import { addRouter, type Call, type Engine } from "../graph/engine.ts";
import { createNode, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import { ABSENT, type ExternalValue, type MadeValue, textOf, type Value } from "../graph/values.ts";
import { joinPaths } from "../reading/resolveModule.ts";
import {
  bracketPattern,
  configurationOf,
  exportsOf,
  findRoots,
  handlerOf,
  moduleOf,
  settingsOf,
} from "./fileRoutes.ts";
import { withLayoutsLeftOut, withOptionalParts } from "./flatRoutes.ts";
import type { Framework } from "./framework.ts";
import { optionOf, textsOf } from "./options.ts";

const DEPENDENCY = /^(?:@remix-run\/(?:react|node|serve|dev)|@react-router\/(?:dev|node|serve))$/;
const CONFIGURATION = /^(?:react-router|remix)\.config\.[cm]?[jt]s$/;
const ACTIONS = ["POST", "PUT", "PATCH", "DELETE"];

/** Remix and React Router, by https://reactrouter.com/how-to/file-route-conventions: files, or `app/routes.ts`, name the routes. */
export const reactRouter: Framework = {
  name: "react-router",
  languages: ["javascript", "typescript", "tsx"],
  cue: /@remix-run\/|@react-router\/|\bfrom\s+["']react-router["']/,
  files: /(?:^|\/)app\/routes(?:\/.*)?\.[jt]sx?$|(?:^|\/)react-router\.config\.[cm]?[jt]s$/,
  construct,
  finish,
};

function construct(callee: ExternalValue, call: Call): Value | undefined {
  const name = callee.path.join(".");
  if (callee.module === "@react-router/fs-routes" && name === "flatRoutes") {
    return { kind: "list", items: [made("files", {}, call)] };
  }
  if (!/^(?:@react-router\/dev\/routes|@remix-run\/route-config)$/.test(callee.module)) return undefined;
  const [first = ABSENT, second = ABSENT, third = ABSENT] = call.arguments;
  if (name === "route") {
    // The third argument may be options, and then the children come after them.
    const children = third.kind === "list" ? third : (call.arguments[3] ?? ABSENT);
    return made("route", { path: first, module: second, children }, call);
  }
  if (name === "index") return made("route", { path: ABSENT, module: first, children: ABSENT }, call);
  if (name === "layout") {
    return made("route", { path: ABSENT, module: ABSENT, children: second.kind === "list" ? second : third }, call);
  }
  if (name !== "prefix") return undefined;
  return { kind: "list", items: [made("route", { path: first, module: ABSENT, children: second }, call)] };
}

function made(role: string, data: MadeValue["data"], call: Call): MadeValue {
  return { kind: "made", framework: "react-router", role, at: call.at, data };
}

function finish(engine: Engine): void {
  for (const root of findRoots(engine, CONFIGURATION, DEPENDENCY)) {
    const settings = settingsOf(root, CONFIGURATION, engine);
    const given = (name: string) => textsOf(optionOf(settings, name))[0];
    const app = joinPaths(root.folder, given("appDirectory") ?? "app");
    const node = createNode("react-router", { file: root.file, line: 1, column: 1 }, { isApp: true });
    const base = given("basename")?.split("/").filter(Boolean) ?? [];
    if (base.length > 0) node.prefix = bracketPattern(base);
    addRouter(engine, node, "app");
    const configured = ["routes.ts", "routes.js"].map((name) => `${app}/${name}`).find((file) => engine.hasFile(file));
    const routes = configured === undefined ? undefined : configurationOf(configured, engine);
    if (configured === undefined) registerFiles(app, node, engine);
    if (routes?.kind === "list") registerListed(routes.items, [], app, node, engine);
  }
}

function registerFiles(app: string, node: RouterNode, engine: Engine): void {
  const names = new Map<string, string>();
  for (const file of engine.filesBelow(`${app}/routes`)) {
    const name = /^([^/]+?)(?:\/(?:route|index))?\.[jt]sx?$/.exec(file.slice(app.length + "/routes/".length))?.[1];
    if (name !== undefined && !/\.(?:d|test|spec|server|client)$/.test(name)) names.set(name, file);
  }
  for (const name of withLayoutsLeftOut([...names.keys()])) {
    registerModule(names.get(name) ?? "", withOptionalParts(name), null, node, engine);
  }
}

function registerListed(
  items: readonly Value[],
  before: readonly string[],
  app: string,
  node: RouterNode,
  engine: Engine,
): void {
  for (const each of items) {
    if (each.kind === "made" && each.role === "files") registerFiles(app, node, engine);
    if (each.kind !== "made" || each.role !== "route") continue;
    const { path = ABSENT, module = ABSENT, children = ABSENT } = each.data;
    const own = path.kind === "absent" ? [] : textOf(path).split("/").filter(Boolean).map(bracketed);
    const inner = [...before, ...own];
    const isLayout = children.kind === "list" && children.items.some(isIndex);
    if (module.kind === "text" && !isLayout) {
      registerModule(joinPaths(app, module.value), [inner], each, node, engine);
    }
    if (children.kind === "list") registerListed(children.items, inner, app, node, engine);
  }
}

function isIndex(value: Value): boolean {
  return value.kind === "made" && value.data["path"]?.kind === "absent" && value.data["module"]?.kind === "text";
}

/** `:id`, `:lang?` and `*` in the spelling of file names. */
function bracketed(part: string): string {
  if (part === "*") return "[[...splat]]";
  return part.replace(/^:(\w+)\?$/, "[[$1]]").replace(/:(\w+)/g, "[$1]");
}

function registerModule(
  file: string,
  ways: readonly (readonly string[])[],
  listed: MadeValue | null,
  node: RouterNode,
  engine: Engine,
): void {
  const paths = ways.map(bracketPattern);
  const whole = { file, line: 1, column: 1 };
  const module = moduleOf(file, engine);
  if (module === null) return;
  const exports = exportsOf(module, /^(?:loader|action|default)$/);
  const page = exports.find((each) => each.name === "default");
  for (const found of exports) {
    const { name, at } = found;
    const entry = { ...PLAIN_ROUTE, paths, at: listed?.at ?? at, handler: handlerOf(found) };
    if (name === "action") node.entries.push({ ...entry, methods: ACTIONS });
    if (name === "loader" && page === undefined) node.entries.push({ ...entry, methods: ["GET"] });
    const document = { methods: ["GET"], isPage: true, isListed: true };
    if (name === "default") node.entries.push({ ...entry, ...document, at: listed?.at ?? whole });
  }
}
