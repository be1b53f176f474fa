import type { RouteParameter } from "../../model/route.ts";
import type { Expression } from "../facts.ts";
import { addRouter, type Call, type Engine, placeIn } from "../graph/engine.ts";
import { force } from "../graph/members.ts";
import { createNode, NO_PREFIX, type PathPattern, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import {
  ABSENT,
  type ClassValue,
  type ExternalValue,
  type MadeValue,
  type RouterValue,
  type Scope,
  textOf,
  type Value,
} from "../graph/values.ts";
import type { Framework } from "./framework.ts";
import { textsOf } from "./options.ts";
import { dotted, isOn, namedOr } from "./pythonCalls.ts";

/** Litestar, by https://docs.litestar.dev/latest/usage/routing: handlers, controllers and routers are listed by what serves them. */
export const litestar: Framework = {
  name: "litestar",
  languages: ["python"],
  cue: /\b(?:litestar|starlite)\b/i,
  construct,
  invoke,
};

function construct(callee: ExternalValue, call: Call): Value | undefined {
  const path = dotted(callee);
  if (!/^(?:litestar|starlite)\./.test(path)) return undefined;
  const name = path.slice(path.lastIndexOf(".") + 1);
  if (/^(?:get|post|put|patch|delete|head|route|websocket|websocket_listener|websocket_stream)$/.test(name)) {
    const methods = name === "route" ? textsOf(call.named.get("http_method")) : [name.replace(/_.*$/, "")];
    const list: Value = { kind: "list", items: methods.map((value) => ({ kind: "text", value: value.toUpperCase() })) };
    const data = {
      methods: list,
      path: namedOr(call, "path", 0) ?? ABSENT,
      deprecated: call.named.get("deprecated") ?? ABSENT,
    };
    return { kind: "made", framework: "litestar", role: "decorator", at: call.at, data };
  }
  const isApp = name === "Litestar" || name === "Starlite";
  if (!isApp && name !== "Router") return undefined;
  const prefix = namedOr(call, "path", isApp ? -1 : 0);
  const node = newNode(call.at, prefix, isApp);
  const router = addRouter(call.engine, node, isApp ? "app" : "router");
  registerAll(node, namedOr(call, "route_handlers", isApp ? 0 : -1), call.engine);
  return router;
}

function newNode(at: RouterNode["at"], prefix: Value | undefined, isApp: boolean): RouterNode {
  const own = prefix === undefined || prefix.kind === "absent" ? NO_PREFIX : readPath(textOf(prefix));
  return createNode("litestar", at, { isApp, caseSensitive: true, prefix: own });
}

/** Translates `{name:type}`; `path` takes the rest. */
function readPath(text: string): PathPattern {
  const parameters: RouteParameter[] = [];
  const template = text.replace(/\{\s*(\w+)\s*(?::\s*(\w+)\s*)?\}/g, (_, name: string, type: string | undefined) => {
    if (type === "path") return `{${name}*}`;
    const pattern = type === "int" ? "-?\\d+" : type === "uuid" ? "[0-9A-Fa-f-]{32,36}" : null;
    if (pattern !== null) parameters.push({ name, pattern, optional: false });
    return `{${name}}`;
  });
  return { template: template === "" ? "/" : template, parameters, problems: [] };
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  if (method !== "register") return undefined;
  registerOne(router.node, namedOr(call, "value", 0) ?? ABSENT, call.engine);
  return router;
}

function registerAll(node: RouterNode, handlers: Value | undefined, engine: Engine): void {
  if (handlers?.kind !== "list") return;
  for (const each of handlers.items) registerOne(node, each, engine);
}

function registerOne(node: RouterNode, value: Value, engine: Engine): void {
  if (value.kind === "router") {
    node.entries.push({ kind: "mount", prefixes: [NO_PREFIX], target: value.node, at: value.node.at });
  } else if (value.kind === "function") {
    registerDecorated(node, value.fact.decorators, value.scope, placeIn(value.scope, value.fact.at), engine);
  } else if (value.kind === "class") registerController(node, value, engine);
}

function registerHandler(node: RouterNode, made: MadeValue, handler: RouterNode["at"]): void {
  const { path = ABSENT, methods, deprecated } = made.data;
  const texts = path.kind === "list" ? textsOf(path) : [path.kind === "absent" ? "/" : textOf(path)];
  const paths = texts.map(readPath);
  node.entries.push({
    ...PLAIN_ROUTE,
    methods: textsOf(methods),
    paths,
    at: made.at,
    handler,
    deprecated: isOn(deprecated, false),
  });
}

/** A controller's `path` goes before the paths of its decorated methods. */
function registerController(node: RouterNode, controller: ClassValue, engine: Engine): void {
  const at = placeIn(controller.scope, controller.fact.at);
  const own = controller.fact.members.find((member) => member.name === "path");
  const prefix = own === undefined ? undefined : engine.evaluate(own.value, controller.scope);
  const holder = newNode(at, prefix === undefined ? undefined : force(prefix), false);
  addRouter(engine, holder, "controller");
  node.entries.push({ kind: "mount", prefixes: [NO_PREFIX], target: holder, at });
  for (const { decorators, at: spot } of controller.fact.members) {
    registerDecorated(holder, decorators, controller.scope, placeIn(controller.scope, spot), engine);
  }
}

/** A decorated function says by its decorators what it answers. */
function registerDecorated(
  node: RouterNode,
  decorators: readonly Expression[],
  scope: Scope,
  handler: RouterNode["at"],
  engine: Engine,
): void {
  for (const decorator of decorators) {
    const value = engine.evaluate(decorator, scope);
    if (value.kind === "made" && value.framework === "litestar") registerHandler(node, value, handler);
  }
}
