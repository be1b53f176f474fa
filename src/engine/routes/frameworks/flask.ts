import { addRouter, type Call, type Engine, placeIn, routerValue } from "../graph/engine.ts";
import { createNode, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import {
  ABSENT,
  type ExternalValue,
  type MadeValue,
  objectValue,
  type RouterValue,
  textOf,
  type Value,
} from "../graph/values.ts";
import { folderOf, joinPaths } from "../reading/resolveModule.ts";
import { readAnglePath } from "./anglePath.ts";
import { applyConverters, convertersOfMaps } from "./converters.ts";
import { loadConfig, newConfig } from "./flaskConfig.ts";
import type { Framework, UnboundParameter } from "./framework.ts";
import { locateValue } from "./handlers.ts";
import { textsOf } from "./options.ts";
import { classMethods, dotted, isOn, namedOr, pendingDecorator, recogniseDecorator } from "./pythonCalls.ts";

const VERBS = new Set("get post put patch delete".split(" "));

/** Flask and Quart with their REST extensions, by https://flask.palletsprojects.com and https://werkzeug.palletsprojects.com/routing. */
export const flask: Framework = {
  name: "flask",
  languages: ["python"],
  cue: /\b(?:flask|quart|Blueprint|flask_\w+|add_url_rule|register_blueprint)\b|@\w[\w.]*\.(?:route|get|post|put|patch|delete)\(/i,
  construct,
  invoke,
  apply,
  finish,
  guess,
  recognise: (callee, call) => recogniseDecorator("flask", /^(?:flask|quart)\b/, callee, call),
};

function construct(callee: ExternalValue, call: Call): Value | undefined {
  const path = dotted(callee);
  const name = path.slice(path.lastIndexOf(".") + 1);
  if (!/^(?:flask|quart|flask_\w+|flask_restful|apiflask|flask_openapi3|quart_\w+)\b/.test(path)) return undefined;
  if (/^(?:Flask|Quart|APIFlask|OpenAPI)$/.test(name)) return newRouter(call, true, undefined);
  if (/^(?:Blueprint|APIBlueprint)$/.test(name)) return newRouter(call, false, namedOr(call, "url_prefix", -1));
  if (name === "Namespace") return newRouter(call, false, call.named.get("path") ?? slashed(namedOr(call, "name", 0)));
  if (name === "Api" && !path.startsWith("flask_smorest")) return extension(call);
  if (name === "Api") return extension(call);
  return undefined;
}

/** Converters are made known to an application that blueprints do not know when they name them. */
function finish(engine: Engine): void {
  const converters = convertersOfMaps(engine, "flask");
  if (converters.size === 0) return;
  for (const node of engine.nodes) if (node.framework === "flask") applyConverters(node, converters);
}

function slashed(value: Value | undefined): Value | undefined {
  return value?.kind === "text" ? { kind: "text", value: `/${value.value}` } : value;
}

function newRouter(call: Call, isApp: boolean, prefix: Value | undefined): RouterValue {
  const node = createNode("flask", call.at, {
    isApp,
    caseSensitive: true,
    strictSlash: true,
    ...(prefix === undefined || prefix.kind === "absent" ? {} : { prefix: readAnglePath(textOf(prefix)) }),
  });
  node.isForHost = !isApp && isForHost(call);
  const folder = call.named.get("static_folder");
  if (isApp ? folder?.kind !== "absent" : folder !== undefined) addStatic(node, folder, call);
  const router = addRouter(call.engine, node, isApp ? "app" : "blueprint");
  if (isApp) {
    router.properties.set("config", newConfig(call));
    router.properties.set("url_map", objectValue([["converters", objectValue()]], true));
  } else {
    router.properties.set("url_prefix", prefix ?? ABSENT).set("name", namedOr(call, "name", 0) ?? ABSENT);
  }
  return router;
}

/** Files of the static folder are served below its name, or below `static_url_path`; one that holds none answers nothing. */
function addStatic(node: RouterNode, folder: Value | undefined, call: Call): void {
  const beside = joinPaths(folderOf(call.at.file), "static");
  if (folder === undefined && call.engine.filesBelow(beside).length === 0) return;
  const name = folder === undefined ? "static" : textOf(folder).replace(/^.*\/(?=[^/])/, "");
  const given = call.named.get("static_url_path");
  const base = given === undefined || given.kind === "absent" ? `/${name}` : textOf(given).replace(/\/$/, "");
  const paths = [readAnglePath(`${base}/<path:filename>`)];
  node.entries.push({ ...PLAIN_ROUTE, methods: ["GET"], paths, at: call.at, isPage: true });
}

/** `Api(app, prefix="/x")` of the REST extensions registers on the application or blueprint it is given. */
function extension(call: Call): Value {
  const prefix = call.named.get("prefix") ?? call.named.get("url_prefix");
  const api = newRouter(call, false, prefix);
  const target = call.arguments[0] ?? call.named.get("app");
  if (target?.kind === "router") attach(target, api, call);
  return api;
}

function attach(target: RouterValue, api: RouterValue, call: Call): void {
  target.node.entries.push({ kind: "mount", prefixes: [readAnglePath("")], target: api.node, at: call.at });
}

function guess({ name, type, file }: UnboundParameter): RouterValue | undefined {
  const isTyped = type !== null && /\b(?:Flask|Quart|Blueprint)\b/.test(type);
  const imports = file.imports.some((each) => /^(?:flask|quart)/i.test(each));
  if (file.language !== "python" || !(isTyped || (imports && type === null && /^(?:app|bp|blueprint|api)$/.test(name))))
    return undefined;
  const at = { file: file.file, line: 1, column: 1 };
  return routerValue(createNode("flask", at, { isGuess: true, caseSensitive: true, strictSlash: true }), "blueprint");
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  if (VERBS.has(method)) return decorator(router, [method.toUpperCase()], call);
  switch (method) {
    case "route":
    case "resource":
      return decorator(router, textsOf(call.named.get("methods")), call);
    case "websocket":
      return decorator(router, ["WEBSOCKET"], call);
    case "namespace":
      return namespace(router, call);
    case "add_url_rule":
      return addRule(router, call);
    case "register_blueprint":
    case "register_api":
    case "add_namespace":
      return registerBlueprint(router, method, call);
    case "add_resource":
      return addResource(router, call);
    case "init_app":
      if (call.arguments[0]?.kind === "router") attach(call.arguments[0], router, call);
      return router;
    default:
      return undefined;
  }
}

/** Routes of one host or subdomain stand beside those of others. */
function isForHost({ named }: Pick<Call, "named">): boolean {
  return ["host", "subdomain"].some((name) => (named.get(name)?.kind ?? "absent") !== "absent");
}

function decorator(router: RouterValue, methods: readonly string[], call: Call): MadeValue {
  const made = pendingDecorator("flask", router, methods, call);
  return { ...made, data: { ...made.data, host: { kind: "truth", value: isForHost(call) } } };
}

/** `api.namespace("todos")` makes a namespace under its own name and adds it at once. */
function namespace(router: RouterValue, call: Call): Value {
  const made = newRouter(call, false, call.named.get("path") ?? slashed(namedOr(call, "name", 0)));
  attach(router, made, call);
  return made;
}

function registerBlueprint(router: RouterValue, method: string, call: Call): Value {
  const target = call.arguments[0] ?? call.named.get("blueprint");
  if (target?.kind !== "router") return router;
  const given =
    call.named.get(method === "add_namespace" ? "path" : "url_prefix") ??
    (method === "add_namespace" ? call.arguments[1] : undefined);
  const overrides = given !== undefined && given.kind !== "absent";
  const prefixes = [readAnglePath(given === undefined ? "" : textOf(given))];
  if (isForHost(call)) target.node.isForHost = true;
  router.node.entries.push({
    kind: "mount",
    prefixes,
    target: target.node,
    at: call.at,
    ...(overrides ? { overrides } : {}),
  });
  return router;
}

function addRule(router: RouterValue, call: Call): Value {
  const view = namedOr(call, "view_func", 2);
  const path = namedOr(call, "rule", 0);
  // Without a view the rule is served by whatever is later put under its endpoint.
  if (
    path === undefined ||
    (view ?? namedOr(call, "endpoint", 1)) === undefined ||
    isOn(call.named.get("build_only"), false)
  )
    return router;
  register(
    router,
    [path],
    view ?? ABSENT,
    textsOf(call.named.get("methods")),
    call,
    isOn(call.named.get("strict_slashes"), true),
    isForHost(call),
  );
  return router;
}

function addResource(router: RouterValue, call: Call): Value {
  const [view, ...paths] = call.arguments;
  if (view !== undefined) register(router, paths, view, [], call, true, false);
  return router;
}

/** The class behind `View.as_view("name")`. */
function classOf(view: Value): Value {
  return view.kind === "made" && view.role === "view" ? (view.data["class"] ?? view) : view;
}

function register(
  router: RouterValue,
  paths: readonly Value[],
  view: Value,
  methods: readonly string[],
  { at, engine }: Pick<Call, "at" | "engine">,
  strict: boolean,
  isConditional: boolean,
): void {
  const target = classOf(view);
  const patterns = paths.filter((path) => path.kind !== "absent").map((path) => readAnglePath(textOf(path), strict));
  const given = methods.map((each) => each.toUpperCase());
  const entry = { ...PLAIN_ROUTE, paths: patterns, at, ...(isConditional ? { isConditional } : {}) };
  if (target.kind === "class" && given.length === 0) {
    const single = target.fact.members.find((member) => member.name === "dispatch_request");
    if (single !== undefined) {
      const own = target.fact.members.find((member) => member.name === "methods");
      const named = own === undefined ? [] : textsOf(engine.evaluate(own.value, target.scope));
      const handler = placeIn(target.scope, single.at);
      router.node.entries.push({ ...entry, methods: named.length === 0 ? ["GET"] : named, handler });
      return;
    }
    for (const { method, member, of } of classMethods(target)) {
      router.node.entries.push({ ...entry, methods: [method], handler: placeIn(of.scope, member.at) });
    }
    return;
  }
  router.node.entries.push({ ...entry, methods: given.length === 0 ? ["GET"] : given, handler: locateValue(target) });
}

function apply(made: MadeValue, call: Call): Value | undefined {
  if (made.role === "config") return loadConfig(made, call);
  const target = call.arguments[0];
  const on = made.data["router"];
  if (made.role !== "decorator" || on?.kind !== "router" || target === undefined) return undefined;
  const paths = [made.data["path"] ?? ABSENT];
  const place = { at: made.at, engine: call.engine };
  const strict = isOn(made.data["strict"], true);
  register(on, paths, target, textsOf(made.data["methods"]), place, strict, isOn(made.data["host"], false));
  return target;
}
