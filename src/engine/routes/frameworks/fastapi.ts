import type { RouteParameter } from "../../model/route.ts";
import { addRouter, type Call, type Engine, placeIn, routerValue } from "../graph/engine.ts";
import { doLater } from "../graph/later.ts";
import {
  createNode,
  NO_PREFIX,
  type PathPattern,
  PLAIN_ROUTE,
  type RouteEntry,
  type RouterNode,
} from "../graph/routers.ts";
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
import { addToCopied, noteCopied } from "./copiedRouters.ts";
import { callOfLibrary } from "./fastapiLibraries.ts";
import type { Framework, UnboundParameter } from "./framework.ts";
import { locateValue } from "./handlers.ts";
import { textsOf } from "./options.ts";
import { isHeldBefore } from "./packageVersion.ts";
import { classMethods, dotted, isOn, namedOr, pendingDecorator, recogniseDecorator } from "./pythonCalls.ts";

const VERBS = new Set("get post put patch delete options head trace".split(" "));

/** FastAPI and Starlette, by https://fastapi.tiangolo.com and https://www.starlette.io/routing: order decides, slashes redirect. */
export const fastapi: Framework = {
  name: "fastapi",
  languages: ["python"],
  cue: /\b(?:fastapi|starlette|APIRouter|FastAPI|include_router|add_api_route)\b|@\w[\w.]*\.(?:api_route|websocket)\(/,
  construct,
  invoke,
  property,
  apply,
  guess,
  recognise: (callee, call) =>
    callOfLibrary(callee, call) ?? recogniseDecorator("fastapi", /^(?:fastapi|starlette)\b/, callee, call),
};

const CONVERTERS: Readonly<Record<string, string>> = {
  int: "[0-9]+",
  float: "[0-9]+(?:\\.[0-9]+)?",
  uuid: "[0-9a-fA-F-]{36}",
};

/** Translates `{name}`, `{name:int}` and `{name:path}`. */
function readBracePath(text: string): PathPattern {
  const parameters: RouteParameter[] = [];
  const template = text.replace(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, converter: string | undefined) => {
    const pattern = CONVERTERS[converter ?? ""];
    if (pattern !== undefined) parameters.push({ name, pattern, optional: false });
    // A path may be empty, and then its slash is put there by a redirect.
    if (converter === "path") parameters.push({ name, pattern: null, optional: true });
    return converter === "path" ? `{${name}*}` : `{${name}}`;
  });
  return { template, parameters, problems: [], keepsSlash: true };
}

function construct(callee: ExternalValue, call: Call): Value | undefined {
  const path = dotted(callee);
  if (!/^(?:fastapi|starlette|fastapi_utils|fastapi_versioning|fastapi_pagination)\b/.test(path)) return undefined;
  const name = path.slice(path.lastIndexOf(".") + 1);
  if (name === "FastAPI" || name === "Starlette") return router(call, true);
  if (/^(?:APIRouter|InferringRouter)$/.test(name) || (name === "Router" && path.startsWith("starlette")))
    return router(call, false);
  if (/^(?:Route|APIRoute|WebSocketRoute|APIWebSocketRoute|Mount|Host)$/.test(name)) return listed(name, call);
  if (name === "cbv") return call.arguments[0];
  return undefined;
}

function router(call: Call, isApp: boolean): RouterValue {
  const prefix = namedOr(call, "prefix", -1);
  const node = createNode("fastapi", call.at, {
    isApp,
    caseSensitive: true,
    strictSlash: !isOn(call.named.get("redirect_slashes"), true),
    ...(prefix === undefined ? {} : { prefix: readBracePath(textOf(prefix)) }),
  });
  const value = addRouter(call.engine, node, isApp ? "app" : "router");
  registerListed(node, call.named.get("routes") ?? (isApp ? undefined : call.arguments[0]), call.engine);
  const lifespan = call.named.get("lifespan");
  // It is given the application when that starts, and may add to it.
  if (lifespan?.kind === "function") doLater(call.engine, () => call.engine.run(lifespan, [value], call.at));
  return value;
}

/** `Route("/path", endpoint, methods=[…])` and `Mount("/path", app=… | routes=[…])`, kept until a list of routes takes them. */
function listed(name: string, call: Call): MadeValue {
  const isMount = name === "Mount" || name === "Host";
  return {
    kind: "made",
    framework: "fastapi",
    role: name === "Host" ? "host" : isMount ? "mount" : name.endsWith("WebSocketRoute") ? "socket" : "route",
    at: call.at,
    data: {
      path: namedOr(call, "path", 0) ?? ABSENT,
      target: (isMount ? namedOr(call, "app", 1) : namedOr(call, "endpoint", 1)) ?? ABSENT,
      routes: call.named.get("routes") ?? ABSENT,
      methods: call.named.get("methods") ?? ABSENT,
    },
  };
}

function registerListed(node: RouterNode, routes: Value | undefined, engine: Engine): void {
  if (routes?.kind !== "list") return;
  for (const each of routes.items) {
    if (each.kind === "router")
      node.entries.push({ kind: "mount", prefixes: [NO_PREFIX], target: each.node, at: each.node.at });
    if (each.kind !== "made" || each.framework !== "fastapi") continue;
    const path = readBracePath(textOf(each.data["path"] ?? ABSENT));
    if (each.role === "mount" || each.role === "host")
      registerMount(node, each, each.role === "host" ? NO_PREFIX : path, engine);
    else if (each.role === "socket") registerSocket(node, path, each.data["target"] ?? ABSENT, each.at);
    else registerEndpoint(node, path, each.data["target"] ?? ABSENT, each.data["methods"], each.at, true);
  }
}

function registerMount(node: RouterNode, made: MadeValue, path: PathPattern, engine: Engine): void {
  const target = made.data["target"];
  if (target?.kind === "router") {
    mountBelow(node, path, target.node, made.at, made.role === "host");
    return;
  }
  if (registerFiles(node, path, target, made.at)) return;
  const routes = made.data["routes"]?.kind === "list" ? made.data["routes"] : target;
  if (routes?.kind !== "list") return;
  const inner = addRouter(
    engine,
    createNode("fastapi", made.at, { caseSensitive: true, strictSlash: node.strictSlash }),
    "mount",
  );
  registerListed(inner.node, routes, engine);
  mountBelow(node, path, inner.node, made.at, made.role === "host");
}

/** A mount takes everything below its path, and answers 404 itself to what it does not know; one for a host takes what is asked of that host. */
function mountBelow(
  node: RouterNode,
  path: PathPattern,
  target: RouterNode,
  at: MadeValue["at"],
  isForHost = false,
): void {
  node.entries.push({ kind: "mount", prefixes: [path], target, at });
  if (!isForHost && !path.template.includes(HOLE)) node.entries.push({ kind: "catch-all", prefix: path, at });
}

/** Below a mount of `StaticFiles` the files of a folder are served. */
function registerFiles(node: RouterNode, path: PathPattern, target: Value | undefined, at: MadeValue["at"]): boolean {
  if (target?.kind !== "unknown" || !/StaticFiles$/.test(target.source)) return false;
  const paths = [{ ...path, template: `${path.template.replace(/\/$/, "")}/{path*}` }];
  node.entries.push({ ...PLAIN_ROUTE, methods: ["GET"], paths, at, impliesHead: true });
  return true;
}

function registerSocket(node: RouterNode, path: PathPattern, endpoint: Value, at: MadeValue["at"]): void {
  node.entries.push({ ...PLAIN_ROUTE, methods: ["WEBSOCKET"], paths: [path], at, handler: locateValue(endpoint) });
}

/** What Starlette registers by itself answers HEAD with GET; what FastAPI does not. */
function registerEndpoint(
  node: RouterNode,
  path: PathPattern,
  endpoint: Value,
  methods: Value | undefined,
  at: MadeValue["at"],
  impliesHead: boolean,
): void {
  const named = textsOf(methods).map((each) => each.toUpperCase());
  const handler = locateValue(endpoint);
  if (endpoint.kind === "class" && named.length === 0) {
    for (const { method, member } of classMethods(endpoint)) {
      const place = placeIn(endpoint.scope, member.at);
      node.entries.push({ ...PLAIN_ROUTE, methods: [method], paths: [path], at, handler: place, impliesHead });
    }
    return;
  }
  const answered = named.length === 0 ? ["GET"] : named;
  node.entries.push({ ...PLAIN_ROUTE, methods: answered, paths: [path], at, handler, impliesHead });
}

function guess({ name, type, file }: UnboundParameter): RouterValue | undefined {
  const isTyped = type !== null && /\b(?:FastAPI|APIRouter|Starlette)\b/.test(type);
  const imports = file.imports.some((each) => /^(?:fastapi|starlette)\b/.test(each));
  if (file.language !== "python" || !(isTyped || (imports && type === null && /^(?:app|router|api)$/.test(name))))
    return undefined;
  const node = createNode("fastapi", { file: file.file, line: 1, column: 1 }, { isGuess: true, caseSensitive: true });
  return routerValue(node, "router");
}

/** An application hands on to its `router`, and the list of `routes` of either may be added to. */
function property(router: RouterValue, name: string): Value | undefined {
  if (name === "router") return router;
  return name === "routes" ? routerValue(router.node, "routes") : undefined;
}

/** `app.routes.append(Route(…))`, `extend([…])` and `insert(0, …)`. */
function addListed(router: RouterValue, method: string, call: Call): Value | undefined {
  const value = call.arguments[method === "insert" ? 1 : 0];
  if (!/^(?:append|extend|insert)$/.test(method) || value === undefined) return undefined;
  registerListed(router.node, value.kind === "list" ? value : { kind: "list", items: [value] }, call.engine);
  return router;
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  if (router.role === "routes") return addListed(router, method, call);
  if (VERBS.has(method)) return pendingDecorator("fastapi", router, [method.toUpperCase()], call);
  const [first, second] = call.arguments;
  switch (method) {
    case "api_route":
    case "route":
      return pendingDecorator("fastapi", router, textsOf(call.named.get("methods") ?? second), call);
    case "include_router": {
      const target = first ?? call.named.get("router");
      const prefix = namedOr(call, "prefix", 1);
      if (target?.kind === "router") {
        const prefixes = [prefix === undefined ? NO_PREFIX : readBracePath(textOf(prefix))];
        router.node.entries.push({ kind: "mount", prefixes, target: target.node, at: call.at });
        noteCopied(target.node, call);
      }
      return router;
    }
    case "mount": {
      const target = namedOr(call, "app", 1);
      const path = readBracePath(textOf(namedOr(call, "path", 0) ?? ABSENT));
      if (target?.kind === "router") mountBelow(router.node, path, target.node, call.at);
      else registerFiles(router.node, path, target, call.at);
      return router;
    }
    case "add_api_route":
    case "add_route": {
      const path = readBracePath(textOf(namedOr(call, "path", 0) ?? ABSENT));
      const endpoint = namedOr(call, "endpoint", 1) ?? namedOr(call, "route", 1) ?? ABSENT;
      const methods = call.named.get("methods") ?? (method === "add_route" ? call.arguments[2] : undefined);
      registerEndpoint(router.node, path, endpoint, methods, call.at, method === "add_route");
      return router;
    }
    case "websocket":
    case "websocket_route":
      return pendingDecorator("fastapi", router, ["WEBSOCKET"], call);
    case "add_api_websocket_route":
    case "add_websocket_route": {
      const endpoint = namedOr(call, "endpoint", 1) ?? namedOr(call, "route", 1) ?? ABSENT;
      registerSocket(router.node, readBracePath(textOf(namedOr(call, "path", 0) ?? ABSENT)), endpoint, call.at);
      return router;
    }
    default:
      return /^(?:on_event|middleware|exception_handler|add_middleware|add_event_handler)$/.test(method)
        ? unknownValue(method)
        : undefined;
  }
}

function apply(made: MadeValue, call: Call): Value | undefined {
  const target = call.arguments[0];
  const on = made.data["router"];
  if (made.role !== "decorator" || on?.kind !== "router" || target === undefined) return undefined;
  const methods = textsOf(made.data["methods"]).map((each) => each.toUpperCase());
  const entry: RouteEntry = {
    ...PLAIN_ROUTE,
    methods: methods.length === 0 ? ["GET"] : methods,
    paths: [readBracePath(textOf(made.data["path"] ?? ABSENT))],
    at: made.at,
    handler: locateValue(target),
    deprecated: isOn(made.data["deprecated"], false),
  };
  addToCopied(on.node, entry, call.engine, () => !isHeldBefore("0.137", "fastapi", made.at.file, call.engine));
  return target;
}
