import type { RouteParameter } from "../../model/route.ts";
import { addRouter, type Call, type Engine, placeIn, routerValue } from "../graph/engine.ts";
import { createNode, NO_PREFIX, type PathPattern, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import { ABSENT, type ExternalValue, type RouterValue, textOf, type Value } from "../graph/values.ts";
import { moduleOf } from "./fileRoutes.ts";
import type { Framework } from "./framework.ts";
import { locateValue } from "./handlers.ts";
import { textsOf } from "./options.ts";
import { dotted, namedOr } from "./pythonCalls.ts";

/** Masonite 2 to 4, by https://docs.masoniteproject.com/the-basics/routing: lists of routes and groups, controllers by name. */
export const masonite: Framework = {
  name: "masonite",
  languages: ["python"],
  cue: /\bmasonite\b/,
  construct,
  invoke,
  finish,
};

interface State {
  readonly made: Set<RouterNode>;
  readonly grouped: Set<RouterNode>;
}

const states = new WeakMap<Engine, State>();

function stateOf(engine: Engine): State {
  const state = states.get(engine) ?? { made: new Set(), grouped: new Set() };
  states.set(engine, state);
  return state;
}

const VERB = /^(?:get|post|put|patch|delete|options|any)$/i;

function construct(callee: ExternalValue, call: Call): Value | undefined {
  const path = dotted(callee);
  if (!/^masonite\.(?:routes|facades)\b/.test(path)) return undefined;
  const name = path.slice(path.lastIndexOf(".") + 1);
  if (/^(?:RouteGroup|group)$/.test(name)) return group(call);
  if (VERB.test(name)) return verb(name, call, 0);
  if (/^match$/i.test(name)) return route(textsOf(namedOr(call, "request_methods", 0)), 1, call);
  if (/^(?:redirect|permanent_redirect|view)$/i.test(name)) return route(["GET"], 0, call, true);
  if (/^(?:resource|api)$/.test(name)) return resource(name === "api", call);
  return undefined;
}

/** `Get("/x", …)`; version 2 also writes `Get().route("/x", …)`. */
function verb(name: string, call: Call, at: number): Value {
  const method = name.toUpperCase();
  return { ...route([method], at, call), role: `route ${method}` };
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  const given = /^route (\w+)$/.exec(router.role)?.[1];
  if (method !== "route" || given === undefined) return router;
  stateOf(call.engine).made.delete(router.node);
  return route([given], 0, call);
}

function newNode(call: Call): RouterNode {
  const node = createNode("masonite", call.at, { caseSensitive: true });
  stateOf(call.engine).made.add(node);
  return node;
}

function route(methods: readonly string[], at: number, call: Call, isBound = false): RouterValue {
  const node = newNode(call);
  const path = namedOr(call, "url", at);
  if (path !== undefined) {
    const handler = isBound ? null : handlerOf(namedOr(call, "controller", at + 1) ?? ABSENT, call.engine);
    const verbs = methods.map((each) => each.toUpperCase());
    node.entries.push({ ...PLAIN_ROUTE, methods: verbs, paths: [readPath(textOf(path))], at: call.at, handler });
  }
  return routerValue(node, "route");
}

/** `/@id`, `/@id:int` and `/?id` are parameters, the last an optional one. */
function readPath(text: string): PathPattern {
  const parameters: RouteParameter[] = [];
  const template = `/${text.replace(/^\//, "")}`.replace(/\/([@?])(\w+)(?::(\w+))?/g, (_, mark, name, type) => {
    const pattern = /^int(?:eger)?$/.test(type ?? "") ? "\\d+" : type === "string" ? "[a-zA-Z]+" : null;
    if (pattern !== null || mark === "?") parameters.push({ name, pattern, optional: mark === "?" });
    return `/{${name}}`;
  });
  return { template, parameters, problems: [] };
}

function group(call: Call): RouterValue {
  const node = newNode(call);
  const prefix = call.named.get("prefix");
  const pattern = prefix === undefined || prefix.kind === "absent" ? NO_PREFIX : readPath(textOf(prefix));
  const prefixes = [pattern.template === "/" ? NO_PREFIX : pattern];
  const add = (value: Value): void => {
    if (value.kind === "list") for (const each of value.items) add(each);
    if (value.kind !== "router" || value.framework !== "masonite") return;
    stateOf(call.engine).grouped.add(value.node);
    node.entries.push({ kind: "mount", prefixes, target: value.node, at: call.at });
  };
  for (const each of call.arguments) add(each);
  return routerValue(node, "group");
}

/** The seven routes of a resource; an API has no forms to create and edit. */
function resource(isApi: boolean, call: Call): RouterValue {
  const node = newNode(call);
  const base = `/${textOf(namedOr(call, "base_url", 0) ?? ABSENT).replace(/^\/|\/$/g, "")}`;
  const controller = namedOr(call, "controller", 1) ?? ABSENT;
  const add = (methods: readonly string[], tail: string, action: string) => {
    const named: Value = { kind: "text", value: `${textOf(controller)}@${action}` };
    const handler = handlerOf(named, call.engine);
    node.entries.push({ ...PLAIN_ROUTE, methods, paths: [readPath(base + tail)], at: call.at, handler });
  };
  add(["GET"], "", "index");
  if (!isApi) add(["GET"], "/create", "create");
  add(["POST"], "", "store");
  add(["GET"], "/@id", "show");
  if (!isApi) add(["GET"], "/@id/edit", "edit");
  add(["PUT", "PATCH"], "/@id", "update");
  add(["DELETE"], "/@id", "destroy");
  return routerValue(node, "resource");
}

/** `"auth.LoginController@show"` is a method of the class of that name, in the file of that name. */
function handlerOf(controller: Value, engine: Engine): Call["at"] | null {
  if (controller.kind === "bound" && controller.of.kind === "class") {
    const own = controller.of.fact.members.find((each) => each.name === controller.name);
    return own === undefined ? null : placeIn(controller.of.scope, own.at);
  }
  if (controller.kind !== "text") return locateValue(controller);
  const [path = "", action = "__call__"] = controller.value.split("@");
  const name = path.slice(path.search(/[^./]*$/));
  const file = engine.filesBelow("").find((each) => each.endsWith(`/${name}.py`) || each === `${name}.py`);
  const module = file === undefined ? null : moduleOf(file, engine);
  const declared = module?.facts.classes.find((each) => each.name === name);
  const member = declared?.members.find((each) => each.name === action);
  return module === null || member === undefined ? null : placeIn(module.scope, member.at);
}

/** What no group holds stands in the list of routes that the application loads. */
function finish(engine: Engine): void {
  const { made, grouped } = stateOf(engine);
  const [first] = made;
  if (first === undefined) return;
  const app = createNode("masonite", first.at, { isApp: true, caseSensitive: true });
  addRouter(engine, app, "app");
  for (const node of made) {
    if (grouped.has(node)) continue;
    app.entries.push({ kind: "mount", prefixes: [NO_PREFIX], target: node, at: node.at });
  }
}
