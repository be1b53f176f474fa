import type { Location } from "../../model/place.ts";
import type { RouteParameter } from "../../model/route.ts";
import { addRouter, type Call, placeIn, routerValue } from "../graph/engine.ts";
import { createNode, NO_PREFIX, type PathPattern, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import {
  ABSENT,
  type ExternalValue,
  HOLE,
  type MadeValue,
  type RouterValue,
  textOf,
  unknownValue,
  type Value,
} from "../graph/values.ts";
import type { Framework, UnboundParameter } from "./framework.ts";
import { locateValue } from "./handlers.ts";
import { textsOf } from "./options.ts";
import { classMethods, dotted, isOn, namedOr } from "./pythonCalls.ts";

const VERB = /^(?:get|post|put|patch|delete|head|options|view)$/;

/** aiohttp's server, by https://docs.aiohttp.org/en/stable/web_reference.html: tables of routes, resources and nested applications. */
export const aiohttp: Framework = {
  name: "aiohttp",
  languages: ["python"],
  cue: /\baiohttp\b/,
  construct,
  invoke,
  apply,
  property: (router, name) => (name === "router" ? router : undefined),
  guess,
};

function construct(callee: ExternalValue, call: Call): Value | undefined {
  const path = dotted(callee);
  if (!path.startsWith("aiohttp.")) return undefined;
  const name = path.slice(path.lastIndexOf(".") + 1);
  if (name === "Application") return addRouter(call.engine, newNode(call, true), "app");
  if (name === "RouteTableDef") return addRouter(call.engine, newNode(call, false), "table");
  if (VERB.test(name)) return listed(methodsOf(name), namedOr(call, "path", 0), namedOr(call, "handler", 1), call);
  if (name === "route") {
    const method = textsOf(namedOr(call, "method", 0)).map(spellMethod);
    return listed(method, namedOr(call, "path", 1), namedOr(call, "handler", 2), withoutHead(call));
  }
  return undefined;
}

function newNode(call: Call, isApp: boolean): RouterNode {
  return createNode("aiohttp", call.at, { isApp, caseSensitive: true, strictSlash: true });
}

function methodsOf(name: string): string[] {
  return name === "view" ? [] : [name.toUpperCase()];
}

function spellMethod(method: string): string {
  return method === "*" ? "ANY" : method.toUpperCase();
}

function listed(
  methods: readonly string[],
  path: Value | undefined,
  handler: Value | undefined,
  call: Call,
): MadeValue {
  const items = methods.map((value) => ({ kind: "text", value }) as const);
  const data: MadeValue["data"] = {
    methods: { kind: "list", items: [...items] },
    path: path ?? ABSENT,
    handler: handler ?? ABSENT,
    head: { kind: "truth", value: takesHead(call) },
  };
  return { kind: "made", framework: "aiohttp", role: "route", at: call.at, data };
}

/** `route` registers the method it is given and no other. */
function withoutHead(call: Call): Call {
  return { ...call, named: new Map([...call.named, ["allow_head", { kind: "truth", value: false }]]) };
}

/** The helpers named for a verb add HEAD to GET unless told not to. */
function takesHead(call: Call): boolean {
  return isOn(call.named.get("allow_head"), true);
}

function guess({ name, type, file }: UnboundParameter): RouterValue | undefined {
  const imports = file.language === "python" && file.imports.some((each) => /^aiohttp\b/.test(each));
  const isTyped = type !== null && /\b(?:web\.)?(?:Application|UrlDispatcher)\b/.test(type);
  if (!imports || !(isTyped || (type === null && /^(?:app|router)$/.test(name)))) return undefined;
  const at = { file: file.file, line: 1, column: 1 };
  return routerValue(createNode("aiohttp", at, { isGuess: true, caseSensitive: true, strictSlash: true }), "app");
}

/** Translates `{name}` and `{name:expression}`, whose expression may hold braces of its own. */
function readPath(text: string): PathPattern {
  const parameters: RouteParameter[] = [];
  const template = text.replace(
    /\{(\w+)(?::((?:[^{}]|\{[^{}]*\})*))?\}/g,
    (_, name: string, source: string | undefined) => {
      if (source === undefined) return `{${name}}`;
      const isRest = /^\.[*+]\??$/.test(source);
      if (source !== ".*" && !(isRest && source.startsWith(".*")))
        parameters.push({ name, pattern: source, optional: false });
      return isRest ? `{${name}*}` : `{${name}}`;
    },
  );
  return { template, parameters, problems: [] };
}

function register(
  node: RouterNode,
  methods: readonly string[],
  path: Value,
  handler: Value,
  at: Location,
  impliesHead: boolean,
): void {
  const entry = { ...PLAIN_ROUTE, paths: [readPath(textOf(path))], at, ...(impliesHead ? {} : { impliesHead }) };
  if (handler.kind === "class" && (methods.length === 0 || methods[0] === "ANY")) {
    for (const { method, member, of } of classMethods(handler)) {
      // A view answers HEAD only by a method of that name.
      const handler = placeIn(of.scope, member.at);
      node.entries.push({ ...entry, methods: [method], handler, impliesHead: false });
    }
    return;
  }
  node.entries.push({ ...entry, methods: methods.length === 0 ? ["ANY"] : methods, handler: locateValue(handler) });
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  const verb = /^add_(get|post|put|patch|delete|head|options|view)$/.exec(method)?.[1];
  if (verb !== undefined) {
    register(
      router.node,
      methodsOf(verb),
      namedOr(call, "path", 0) ?? ABSENT,
      namedOr(call, "handler", 1) ?? ABSENT,
      call.at,
      takesHead(call),
    );
    return router;
  }
  if (router.role === "table" && VERB.test(method))
    return listed(methodsOf(method), namedOr(call, "path", 0), router, call);
  if (router.role === "table" && method === "route") {
    return listed(textsOf(call.arguments[0]).map(spellMethod), namedOr(call, "path", 1), router, withoutHead(call));
  }
  const [first, second, third] = call.arguments;
  switch (method) {
    case "add_route":
      return addRoute(router, call);
    case "add_resource":
      return { ...routerValue(router.node, "resource"), properties: new Map([["path", first ?? ABSENT]]) };
    case "add_routes":
      return addRoutes(router, first, call);
    case "add_subapp":
      if (second?.kind === "router") mount(router, second, readPath(textOf(first ?? ABSENT)), call);
      return router;
    case "add_static":
    case "static": {
      const prefix = textOf(first ?? ABSENT).replace(/\/$/, "");
      router.node.entries.push({
        ...PLAIN_ROUTE,
        methods: ["GET"],
        paths: [readPath(`${prefix}/{filename:.*}`)],
        at: call.at,
      });
      return router;
    }
    default:
      return third === undefined && /^(?:on_|middlewares|freeze)/.test(method) ? unknownValue(method) : undefined;
  }
}

/** `add_route(method, path, handler)` of an application, `add_route(method, handler)` of a resource. */
function addRoute(router: RouterValue, call: Call): Value {
  const isResource = router.role === "resource";
  const path = isResource ? router.properties.get("path") : namedOr(call, "path", 1);
  const methods = textsOf(namedOr(call, "method", 0)).map(spellMethod);
  register(
    router.node,
    methods,
    path ?? ABSENT,
    namedOr(call, "handler", isResource ? 1 : 2) ?? ABSENT,
    call.at,
    false,
  );
  return router;
}

function addRoutes(router: RouterValue, routes: Value | undefined, call: Call): Value {
  if (routes?.kind === "router") mount(router, routes, NO_PREFIX, call);
  if (routes?.kind !== "list") return router;
  for (const each of routes.items) {
    if (each.kind === "router") mount(router, each, NO_PREFIX, call);
    if (each.kind !== "made" || each.framework !== "aiohttp") continue;
    register(
      router.node,
      textsOf(each.data["methods"]),
      each.data["path"] ?? ABSENT,
      each.data["handler"] ?? ABSENT,
      each.at,
      isOn(each.data["head"], true),
    );
  }
  return router;
}

function mount(router: RouterValue, target: RouterValue, prefix: PathPattern, call: Call): void {
  router.node.entries.push({ kind: "mount", prefixes: [prefix], target: target.node, at: call.at });
  // What a sub-application does not know is missed by it, and by nothing after it.
  const isBelow = prefix.template !== "" && !prefix.template.includes(HOLE);
  if (isBelow) router.node.entries.push({ kind: "catch-all", prefix, at: call.at });
}

/** `@routes.get("/path")` is called with what it decorates. */
function apply(made: MadeValue, call: Call): Value | undefined {
  const target = call.arguments[0];
  const table = made.data["handler"];
  if (made.role !== "route" || table?.kind !== "router" || target === undefined) return undefined;
  register(
    table.node,
    textsOf(made.data["methods"]),
    made.data["path"] ?? ABSENT,
    target,
    made.at,
    isOn(made.data["head"], true),
  );
  return target;
}
