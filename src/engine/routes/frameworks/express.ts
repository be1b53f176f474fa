import { withoutHoles } from "../gateways/proxied.ts";
import { addRouter, type Call, routerValue } from "../graph/engine.ts";
import { createNode, type Entry, NO_PREFIX, type PathPattern, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import { type ExternalValue, type RouterValue, unknownValue, type Value } from "../graph/values.ts";
import { isRefusedByExpress5, readExpressPaths } from "./expressPath.ts";
import { routersCalledIn } from "./forwarding.ts";
import type { Framework, UnboundParameter } from "./framework.ts";
import { type HandlerFacts, readHandler } from "./handlers.ts";
import { majorVersionOf } from "./packageVersion.ts";
import { registerProxy } from "./proxyMiddleware.ts";

const VERBS = new Set(
  `get post put delete patch head options all trace copy lock unlock mkcol move purge propfind proppatch report search
   merge notify subscribe unsubscribe link unlink query`.split(/\s+/),
);

const APPS = /^(?:express|ultimate-express)$/;
const ROUTERS = /^(?:router|express-promise-router|express-async-router|@root\/async-router|promise-router)$/;

/** Express 4 and 5, by https://expressjs.com/en/5x/api.html: registration order decides, and mounts are prefixes. */
export const express: Framework = {
  name: "express",
  languages: ["javascript", "typescript", "tsx"],
  // What is called comes before whose it is: calls of these names are fewer than words that end so.
  cue: /\bexpress\b(?! or implied)|\.\s*(?:use|get|post|put|delete|patch|all|route)\s*\((?<=(?:app(?!ing|ed|er|ly)|router|routes?|server|api)\w{0,60}\s*\.\s*\w{3,6}\s*\()/i,
  construct,
  invoke,
  property,
  recognise,
  guess,
};

function construct(callee: ExternalValue, call: Call): Value | undefined {
  const name = callee.path.join(".");
  if (APPS.test(callee.module) && name === "") return addRouter(call.engine, newNode(call, true), "app");
  if (APPS.test(callee.module) && name === "Router") return addRouter(call.engine, newNode(call, false), "router");
  if (!ROUTERS.test(callee.module) || !/^(?:|Router|AsyncRouter)$/.test(name)) return undefined;
  return addRouter(call.engine, newNode(call, false), "router");
}

function newNode(call: Call, isApp: boolean): RouterNode {
  const options = call.arguments[0];
  const isSet = (name: string) => {
    const value = options?.kind === "object" ? options.entries.get(name) : undefined;
    return typeof value === "object" && value.kind === "truth" && value.value;
  };
  const settings = { isApp, caseSensitive: isSet("caseSensitive"), strictSlash: isSet("strict") };
  return createNode("express", call.at, settings);
}

function guess({ name, type, file, apps }: UnboundParameter): RouterValue | undefined {
  const isTyped = type !== null && /\b(?:Express|Application|I?Router)\b/.test(type);
  const importsOther = file.imports.some((each) =>
    /^(?:fastify|koa|hono|elysia|@nestjs|@koa|@hapi|restify)/.test(each),
  );
  // A plain `app` is of whatever framework this workspace serves with.
  const isElsewhere = !apps.has("express") && ["fastify", "koa", "hono"].some((each) => apps.has(each));
  const isNamed = (type === null || /^any$/.test(type)) && !isElsewhere;
  if (importsOther || !(isTyped || (isNamed && /^(?:app|router|server|express|api|route)$/i.test(name))))
    return undefined;
  const at = { file: file.file, line: 1, column: 1 };
  return routerValue(createNode("express", at, { isGuess: true }), "router");
}

/** `const { app } = expressWs(express())` names the application that was given. */
function property(router: RouterValue, name: string): Value | undefined {
  return name === "app" && router.role === "app" ? router : undefined;
}

const UNKNOWN_VERB = /\.(get|post|put|patch|delete)$/;

/** What a package outside the workspace made is an application when a handler of `(request, response)` ends its response. */
function recognise(callee: string, call: Call): Value | undefined {
  const method = UNKNOWN_VERB.exec(callee)?.[1];
  const path = call.arguments[0];
  const handler = call.arguments.at(-1);
  if (method === undefined || path?.kind !== "text" || !path.value.startsWith("/")) return undefined;
  if (handler?.kind !== "function" || !handler.fact.traits.ends || handler.fact.parameters.length > 3) return undefined;
  const at = { file: call.at.file, line: 1, column: 1 };
  const router = addRouter(call.engine, createNode("express", at, { isGuess: true }), "router");
  registerRoute(router, method, call);
  return router;
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  if (method === "use") return registerMiddleware(router, call);
  if (VERBS.has(method) || (method === "ws" && call.arguments.length > 1)) return registerRoute(router, method, call);
  if (method === "route") {
    const path = call.arguments[0];
    return path === undefined
      ? router
      : { ...routerValue(router.node, "route"), properties: new Map([["path", path]]) };
  }
  if (method === "set" || method === "enable" || method === "disable") return changeSetting(router, method, call);
  if (method === "listen" || method === "path") return unknownValue(method);
  return undefined;
}

function changeSetting(router: RouterValue, method: string, call: Call): Value {
  const [name, value] = call.arguments;
  const isOn = method === "enable" || (method === "set" && value?.kind === "truth" && value.value);
  if (name?.kind === "text" && name.value === "case sensitive routing") router.node.caseSensitive = isOn;
  if (name?.kind === "text" && name.value === "strict routing") router.node.strictSlash = isOn;
  return router;
}

/** `ws` is what express-ws adds to applications and routers. */
const METHODS: ReadonlyMap<string, string> = new Map([
  ["all", "ANY"],
  ["ws", "WEBSOCKET"],
]);

function registerRoute(router: RouterValue, method: string, call: Call): Value {
  const isRoute = router.role === "route";
  const first = isRoute ? router.properties.get("path") : call.arguments[0];
  // A parameter of which only the name speaks for a router may be anything that is asked by a path.
  const isLone = !isRoute && call.arguments.length === 1;
  const isSetting = isLone && (router.node.isGuess || (method === "get" && router.role === "app"));
  const paths = readExpressPaths(first);
  if (isSetting || paths === undefined) return router;
  if (method === "all" && call.arguments.some(isEndpoint)) return registerMiddleware(router, call);
  if (registerRouters(router, call)) return router;
  const skipped = isRoute ? 0 : 1;
  const handlers = readHandlers(call, skipped);
  const last = handlers.at(-1);
  const passesOn = last?.traits?.passesOn ?? false;
  if (method === "all" && passesOn && (!last?.traits?.ends || paths.some(takesAnything))) return router;
  const isMissing = handlers.length === 0 || handlers.some((each) => each.isMissing);
  router.node.entries.push({
    ...PLAIN_ROUTE,
    methods: [METHODS.get(method) ?? method.toUpperCase()],
    paths: paths.map((path) => withSlash(withRestPresent(path), 5, call)),
    at: call.at,
    handler: last?.location ?? null,
    problems: [
      ...(isMissing ? ["missing-handler" as const] : []),
      ...(isRefused(first, call) ? ["constraint-conflict" as const] : []),
    ],
    passesOn,
    isFallback: isFallback(paths, last),
  });
  return router;
}

/** An endpoint of GraphQL says itself which methods it answers. */
function isEndpoint(value: Value): boolean {
  return value.kind === "router" && value.framework === "graphql";
}

/** A router that stands as a handler is given the whole path, of the requests that the route takes; false where there is none. */
function registerRouters({ node }: RouterValue, { arguments: given, at }: Call): boolean {
  const routers = given.filter((each) => each.kind === "router");
  for (const { node: target } of routers) {
    node.entries.push({ kind: "mount", prefixes: [NO_PREFIX], target, at, isConditional: true });
  }
  return routers.length > 0;
}

/** Express 4 reads `:path*` as a parameter with anything behind it, so that something must be there. */
function withRestPresent(path: PathPattern): PathPattern {
  if (path.parameters.length === 0) return path;
  const parameters = path.parameters.map((each) =>
    each.optional && path.template.includes(`{${each.name}*}`) ? { ...each, pattern: ".+", optional: false } : each,
  );
  return { ...path, parameters };
}

/** One more slash is taken behind a mount by Express 4, and behind a route of no path but `/` by Express 5, for both look for an optional one. */
function withSlash(path: PathPattern, version: 4 | 5, { at, engine }: Call): PathPattern {
  const isBare = path.template === "" || path.template === "/";
  const spares = isBare === (version === 5) && majorVersionOf("express", at.file, engine) === version;
  return spares ? { ...path, sparesSlash: true } : path;
}

/** Express 5 throws on the constraints, modifiers and nameless wildcards that Express 4 took. */
function isRefused(path: Value | undefined, call: Call): boolean {
  if (path?.kind === "list") return path.items.some((each) => isRefused(each, call));
  if (path?.kind !== "text" || !isRefusedByExpress5(path.value)) return false;
  return (majorVersionOf("express", call.at.file, call.engine) ?? 0) >= 5;
}

function isFallback(paths: readonly PathPattern[], handler: HandlerFacts | undefined): boolean {
  return (handler?.traits?.saysNotFound ?? false) && paths.some(takesAnything);
}

function takesAnything({ template }: PathPattern): boolean {
  return /^\/?\{\w+\*\}$/.test(template);
}

function readHandlers(call: Call, skipped: number): HandlerFacts[] {
  const isSpread = call.expressions.some((each) => each.spread);
  return call.arguments.slice(skipped).flatMap((value, index) => {
    const expression = isSpread ? undefined : call.expressions[index + skipped]?.value;
    if (value.kind !== "list") return [readHandler(value, expression, call)];
    const items = expression?.kind === "list" ? expression.items : [];
    return value.items.map((item, at) => readHandler(item, items[at]?.value, call));
  });
}

function registerMiddleware(router: RouterValue, call: Call): Value {
  const paths = readExpressPaths(call.arguments[0]);
  const targets = call.arguments.slice(paths === undefined ? 0 : 1).flatMap(asTargets);
  const prefixes = (paths ?? [NO_PREFIX]).map((path) => withSlash(path, 4, call));
  for (const target of targets) {
    if (target.kind === "made" && target.role === "proxy") {
      const shown = paths?.map((path) => withoutHoles(path.template)) ?? [null];
      for (const path of shown) registerProxy(target, path, call.at, call.engine);
    }
    for (const entry of entriesFor(target, prefixes, call)) router.node.entries.push(entry);
  }
  return router;
}

function asTargets(value: Value): Value[] {
  if (value.kind === "list") return value.items.flatMap(asTargets);
  const fallback = value.kind === "object" ? value.entries.get("default") : undefined;
  return [fallback === undefined ? value : typeof fallback === "function" ? fallback() : fallback];
}

function entriesFor(target: Value, prefixes: readonly PathPattern[], { at, engine }: Call): Entry[] {
  if (target.kind === "router") return [{ kind: "mount", prefixes, target: target.node, at }];
  if (target.kind !== "function") return [];
  const { traits, parameters } = target.fact;
  const inner = routersCalledIn(target, engine, at);
  const isConditional = traits.passesOn || inner.length > 1;
  if (inner.length > 0) return inner.map((node) => ({ kind: "mount", prefixes, target: node, at, isConditional }));
  if (!traits.ends || traits.passesOn || parameters.length > 3) return [];
  return prefixes.map((prefix) => ({ kind: "catch-all", prefix, at }));
}
