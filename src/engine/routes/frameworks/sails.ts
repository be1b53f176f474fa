import type { Location } from "../../model/place.ts";
import { addRouter, type Engine, placeIn } from "../graph/engine.ts";
import { force } from "../graph/members.ts";
import { createNode, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import type { Value } from "../graph/values.ts";
import { readColonPath } from "./colonPath.ts";
import { exportsOf, findRoots, moduleOf, type ProjectRoot } from "./fileRoutes.ts";
import type { Framework } from "./framework.ts";
import { optionOf, placeWithin, truthOf } from "./options.ts";

/** Sails, by https://sailsjs.com/documentation/concepts/routes: `config/routes.js`, and blueprints for the models. */
export const sails: Framework = {
  name: "sails",
  languages: ["javascript", "typescript"],
  cue: /\bsails\b/,
  files: /(?:^|\/)config\/(?:routes|blueprints)\.[jt]s$|(?:^|\/)api\/(?:models|controllers)\/.*\.[jt]s$/,
  finish,
};

function finish(engine: Engine): void {
  for (const root of findRoots(engine, /(?!)/, /^sails$/)) {
    const node = createNode("sails", { file: root.file, line: 1, column: 1 }, { isApp: true });
    addRouter(engine, node, "app");
    registerWritten(root, node, engine);
    registerBlueprints(root, node, engine);
  }
}

function within(root: ProjectRoot, path: string): string {
  return root.folder === "" ? path : `${root.folder}/${path}`;
}

function configured(root: ProjectRoot, name: "routes" | "blueprints", engine: Engine): Value | undefined {
  const file = ["js", "ts"].map((each) => within(root, `config/${name}.${each}`)).find((each) => engine.hasFile(each));
  const module = file === undefined ? null : moduleOf(file, engine);
  if (module === null) return undefined;
  const entry = module.exports.entries.get(name);
  return entry === undefined ? optionOf(module.whole ?? undefined, name) : force(entry);
}

const VERBS = /^(get|post|put|patch|delete|head|options|all)\s+(\/.*)$/i;

function registerWritten(root: ProjectRoot, node: RouterNode, engine: Engine): void {
  const routes = configured(root, "routes", engine);
  if (routes?.kind !== "object") return;
  for (const [address, entry] of routes.entries) {
    const verb = VERBS.exec(address);
    const path = verb?.[2] ?? address;
    if (!path.startsWith("/")) continue;
    const target = force(entry);
    const method = verb?.[1]?.toUpperCase() ?? "ANY";
    const at = placeWithin(routes, address) ?? node.at;
    node.entries.push({
      ...PLAIN_ROUTE,
      methods: [method === "ALL" ? "ANY" : method],
      paths: [readColonPath(path, { brackets: "()", wildcardMayBeAbsent: true })],
      at,
      handler: handlerOf(target, root, engine),
    });
  }
}

/** `"UserController.find"`, `"user/find"`, `{ action: "user/find" }`, `{ controller, action }`, or a function itself. */
function handlerOf(target: Value, root: ProjectRoot, engine: Engine): Location | null {
  if (target.kind === "function") return placeIn(target.scope, target.fact.at);
  if (target.kind === "list")
    return target.items.map((each) => handlerOf(each, root, engine)).findLast(Boolean) ?? null;
  const named = target.kind === "text" ? target.value : textAt(target, "action");
  if (named === undefined)
    return optionOf(target, "fn") ? handlerOf(optionOf(target, "fn") as Value, root, engine) : null;
  const controller = textAt(target, "controller");
  const [of, action] = (controller === undefined ? named : `${controller}.${named}`).split(/[./](?=[^./]*$)/);
  const name = (of ?? "").replace(/Controller$/, "");
  const stem = name.charAt(0).toUpperCase() + name.slice(1);
  const files = [`${stem}Controller.js`, `${stem}Controller.ts`, `${of}/${action}.js`, `${of}/${action}.ts`];
  const file = files.map((each) => within(root, `api/controllers/${each}`)).find((each) => engine.hasFile(each));
  return file === undefined ? null : memberPlace(file, action ?? "", engine);
}

function textAt(value: Value, name: string): string | undefined {
  const option = optionOf(value, name);
  return option?.kind === "text" ? option.value : undefined;
}

function memberPlace(file: string, action: string, engine: Engine): Location {
  const module = moduleOf(file, engine);
  const whole = module?.whole;
  const value = optionOf(whole ?? undefined, action) ?? optionOf(whole ?? undefined, "fn");
  if (value?.kind === "function") return placeIn(value.scope, value.fact.at);
  return { file, line: 1, column: 1 };
}

/** What each model is served with unless `rest` is off: find, create, find one, update, destroy. */
const REST = [
  ["GET", ""],
  ["POST", ""],
  ["GET", "/:id"],
  ["PATCH", "/:id"],
  ["DELETE", "/:id"],
] as const;

function registerBlueprints(root: ProjectRoot, node: RouterNode, engine: Engine): void {
  const settings = configured(root, "blueprints", engine);
  const before = textAt(settings ?? { kind: "absent" }, "prefix") ?? "";
  const restBefore = before + (textAt(settings ?? { kind: "absent" }, "restPrefix") ?? "");
  const add = (method: string, path: string, at: Location) => {
    const paths = [readColonPath(path, { brackets: "()", wildcardMayBeAbsent: false })];
    node.entries.push({ ...PLAIN_ROUTE, methods: [method], paths, at, handler: at });
  };
  if (truthOf(settings, "rest") ?? true) {
    for (const file of engine.filesBelow(within(root, "api/models"))) {
      const model = /([^/]+)\.[jt]s$/.exec(file)?.[1]?.toLowerCase();
      const plural = truthOf(settings, "pluralize") ? "s" : "";
      if (model === undefined) continue;
      for (const [method, tail] of REST)
        add(method, `${restBefore}/${model}${plural}${tail}`, { file, line: 1, column: 1 });
    }
  }
  if (truthOf(settings, "actions") ?? false) registerActions(root, before, add, engine);
}

/** With `actions` on, every action answers at its own name: `/user/find-one`, and `/user/find` for `UserController.find`. */
function registerActions(
  root: ProjectRoot,
  before: string,
  add: (method: string, path: string, at: Location) => void,
  engine: Engine,
): void {
  const folder = within(root, "api/controllers");
  for (const file of engine.filesBelow(folder)) {
    const name = /^(.*)\.[jt]s$/.exec(file.slice(folder.length + 1))?.[1];
    if (name === undefined) continue;
    const controller = /^(.*)Controller$/.exec(name)?.[1];
    if (controller === undefined) {
      add("ANY", `${before}/${name}`, { file, line: 1, column: 1 });
      continue;
    }
    const module = moduleOf(file, engine);
    const whole = module?.whole;
    const members = whole?.kind === "object" ? [...whole.entries.keys()] : [];
    const named = members.length > 0 || module === null ? members : exportsOf(module, /./).map((each) => each.name);
    for (const each of named) {
      const tail = each === "index" ? "" : `/${each.toLowerCase()}`;
      add("ANY", `${before}/${controller.toLowerCase()}${tail}`, memberPlace(file, each, engine));
    }
  }
}
