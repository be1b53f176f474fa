import type { Location } from "../../model/place.ts";
import { addRouter, type Engine, type ModuleRecord } from "../graph/engine.ts";
import { force } from "../graph/members.ts";
import { createNode, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import { textOf, type Value } from "../graph/values.ts";
import { readColonPath } from "./colonPath.ts";
import { exportsOf } from "./fileRoutes.ts";
import type { Framework } from "./framework.ts";
import { locateValue } from "./handlers.ts";
import { optionOf, placeWithin } from "./options.ts";

const ALIAS = /^(?:(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|REST)\s+)?\/?(.*)$/;

/** What an alias `REST users` stands for, by https://moleculer.services/docs/0.15/moleculer-web#REST-shorthand. */
const REST = [
  ["GET", ""],
  ["GET", "/:id"],
  ["POST", ""],
  ["PUT", "/:id"],
  ["PATCH", "/:id"],
  ["DELETE", "/:id"],
] as const;

/** Moleculer's gateway, by https://moleculer.services/docs/0.15/moleculer-web: a service whose settings list routes and aliases. */
export const moleculer: Framework = {
  name: "moleculer",
  languages: ["javascript", "typescript"],
  cue: /\bmoleculer-web\b/,
  finish,
};

function finish(engine: Engine): void {
  for (const file of engine.filesBelow("")) {
    if (!engine.factsOf(file)?.imports.includes("moleculer-web")) continue;
    const module = engine.module(file);
    if (module !== undefined) registerGateway(file, module, engine);
  }
}

function registerGateway(file: string, module: ModuleRecord, engine: Engine): void {
  const [service] = exportsOf(module, /^default$/);
  const settings = optionOf(service?.value, "settings");
  const routes = optionOf(settings, "routes");
  if (routes?.kind !== "list") return;
  const at = { file, line: 1, column: 1 };
  const node = createNode("moleculer", at, { isApp: true, prefix: pathOf(textAt(settings, "path")) });
  addRouter(engine, node, "app");
  for (const route of routes.items) {
    const aliases = optionOf(route, "aliases");
    if (aliases?.kind !== "object") continue;
    for (const [alias, entry] of aliases.entries) {
      register(node, textAt(route, "path"), alias, force(entry), placeWithin(aliases, alias) ?? at);
    }
  }
}

function textAt(value: Value | undefined, name: string): string {
  const option = optionOf(value, name);
  return option === undefined ? "" : textOf(option);
}

function pathOf(...parts: readonly string[]) {
  const bare = parts.map((part) => part.replace(/^\/+|\/+$/g, "")).filter((part) => part !== "");
  return readColonPath(bare.length === 0 ? "" : `/${bare.join("/")}`, { brackets: "()", wildcardMayBeAbsent: false });
}

/** `"POST /users/login": "users.login"`; without a method any is taken. */
function register(node: RouterNode, base: string, alias: string, target: Value, at: Location): void {
  const [, verb = "ANY", path = ""] = ALIAS.exec(alias.trim()) ?? [];
  const handler = locateValue(target);
  for (const [method, tail] of verb === "REST" ? REST : ([[verb, ""]] as const)) {
    node.entries.push({ ...PLAIN_ROUTE, methods: [method], paths: [pathOf(base, path + tail)], at, handler });
  }
}
