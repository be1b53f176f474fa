import { addRouter, type Call, type Engine, routerValue } from "../graph/engine.ts";
import { createNode, type Entry, NO_PREFIX, type PathPattern, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import {
  type ExternalValue,
  type FunctionValue,
  type RouterValue,
  textOf,
  unknownValue,
  type Value,
} from "../graph/values.ts";
import { readExpressPath, readExpressPaths } from "./expressPath.ts";
import type { Framework, UnboundParameter } from "./framework.ts";
import { readHandler } from "./handlers.ts";
import { optionOf, textsOf, truthOf } from "./options.ts";
import { functionsBehind, registerTests } from "./pathTested.ts";

const VERBS = new Set(
  "get post put delete del patch head options all link unlink query search purge propfind report trace copy move lock unlock".split(
    " ",
  ),
);
const ROUTERS =
  /^(?:@koa\/router|koa-router|koa-better-router|koa-joi-router|koa-tree-router|koa-swagger-decorator|koa-zod-router)$/;

/** Koa with its router, by https://github.com/koajs/router: registration order decides, nested routers keep their prefixes. */
export const koa: Framework = {
  name: "koa",
  languages: ["javascript", "typescript", "tsx"],
  cue: /\bkoa\b|[@"']koa[/-]/i,
  construct,
  invoke,
  guess,
  finish,
};

function construct(callee: ExternalValue, call: Call): Value | undefined {
  const name = callee.path.join(".");
  if (callee.module === "koa" && /^(?:|Koa)$/.test(name)) {
    return addRouter(call.engine, createNode("koa", call.at, { isApp: true }), "app");
  }
  if (callee.module === "koa-mount" && name === "") return mounted(call);
  if (callee.module === "koa-compose" && name === "") return call.arguments[0];
  if (callee.module === "koa-combine-routers") return combined(call);
  if (callee.module === "koa-route" && VERBS.has(name)) {
    const router = addRouter(call.engine, createNode("koa", call.at, {}), "router");
    return registerRoute(router, name, call);
  }
  if (!ROUTERS.test(callee.module) || !/^(?:|Router|SwaggerRouter|zodRouter)$/.test(name)) return undefined;
  const [options] = call.arguments;
  const prefix = optionOf(options, "prefix");
  const node = createNode("koa", call.at, {
    caseSensitive: truthOf(options, "sensitive") ?? false,
    strictSlash: truthOf(options, "strict") ?? false,
    ...(prefix === undefined ? {} : { prefix: readPrefix(prefix) }),
  });
  if (optionOf(options, "host") !== undefined) node.isForHost = true;
  return addRouter(call.engine, node, "router");
}

function readPrefix(value: Value) {
  return readExpressPath(textOf(value))[0] ?? NO_PREFIX;
}

/** The role of the middleware that answers OPTIONS for every route of the application that uses it. */
const ALLOWING = "allowed methods";

const holders = new WeakSet<RouterNode>();

/** An application that a middleware is made of which no other uses is served by itself, by a host that cannot be followed. */
function finish({ nodes }: Engine): void {
  const holding = nodes.filter((node) => holders.has(node));
  if (holding.length === 0) return;
  const targetsOf = (node: RouterNode) => node.entries.flatMap((each) => (each.kind === "mount" ? [each.target] : []));
  const mounted = new Set(nodes.flatMap(targetsOf));
  for (const node of holding) {
    if (mounted.has(node) || !targetsOf(node).every((each) => each.isApp)) continue;
    node.entries.splice(0);
  }
}

/** `mount("/prefix", app)` gives a middleware; a node of its own carries the prefix. */
function mounted(call: Call): Value | undefined {
  const [first, second] = call.arguments;
  const target = second ?? first;
  if (target?.kind !== "router" || first === undefined) return undefined;
  const holder = createNode("koa", call.at, {});
  holders.add(holder);
  const prefixes = second === undefined ? [NO_PREFIX] : [readPrefix(first)];
  holder.entries.push({ kind: "mount", prefixes, target: target.node, at: call.at });
  return addRouter(call.engine, holder, "router");
}

/** `combineRouters(a, b)` gives a function that makes one middleware of all of them. */
function combined(call: Call): Value {
  const holder = addRouter(call.engine, createNode("koa", call.at, {}), "router");
  holder.node.impliesOptions = true;
  return registerMiddleware(holder, {
    ...call,
    arguments: call.arguments.flatMap((each) => (each.kind === "list" ? each.items : [each])),
  });
}

function guess({ name, type, file }: UnboundParameter): RouterValue | undefined {
  const imports = file.imports.some((each) => /^@?koa(?:$|[/-])/.test(each));
  const isTyped = type !== null && /\bKoa\b|\bRouter\b/.test(type);
  if (!imports || !(isTyped || (type === null && /^(?:app|router|koa)$/.test(name)))) return undefined;
  return routerValue(createNode("koa", { file: file.file, line: 1, column: 1 }, { isGuess: true }), "router");
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  if (method === "routes" || method === "middleware" || method === "()") return router;
  if (method === "allowedMethods") return { kind: "made", framework: "koa", role: ALLOWING, data: {}, at: call.at };
  if (method === "listen" || method === "callback") return unknownValue(method);
  if (method === "use") return registerMiddleware(router, call);
  if (method === "prefix") {
    const [prefix] = call.arguments;
    if (prefix !== undefined) router.node.prefix = readPrefix(prefix);
    return router;
  }
  if (router.role !== "app" && VERBS.has(method)) return registerRoute(router, method, call);
  if (method === "redirect") return registerRedirect(router, call);
  if (method === "register") return registerListed(router, call);
  if (method === "route") return registerDescribed(router, call);
  return undefined;
}

function registerRoute(router: RouterValue, method: string, call: Call): Value {
  const [first, second] = call.arguments;
  const isNamed = first?.kind === "text" && call.arguments.length > 2 && readExpressPaths(second) !== undefined;
  const paths = readExpressPaths(isNamed ? second : first);
  if (paths === undefined || call.arguments.length < 2) return router;
  const verb = method === "del" ? "DELETE" : method === "all" ? "ANY" : method.toUpperCase();
  addRoute(router, [verb], paths, call.arguments.length - 1, call);
  return router;
}

/** `router.redirect("/old", "/new")` answers any method; its source may also be the name of a route. */
function registerRedirect(router: RouterValue, call: Call): Value {
  const [source] = call.arguments;
  const paths = source?.kind === "text" && source.value.startsWith("/") ? readExpressPaths(source) : undefined;
  if (paths !== undefined) router.node.entries.push({ ...PLAIN_ROUTE, methods: ["ANY"], paths, at: call.at });
  return router;
}

function registerListed(router: RouterValue, call: Call): Value {
  const paths = readExpressPaths(call.arguments[0]);
  if (paths !== undefined)
    addRoute(
      router,
      textsOf(call.arguments[1]).map((each) => each.toUpperCase()),
      paths,
      2,
      call,
    );
  return router;
}

/** `koa-joi-router` describes its routes by objects. */
function registerDescribed(router: RouterValue, call: Call): Value {
  const described = call.arguments.flatMap((each) => (each.kind === "list" ? each.items : [each]));
  for (const each of described) {
    const paths = readExpressPaths(optionOf(each, "path"));
    const methods = textsOf(optionOf(each, "method")).map((method) => method.toUpperCase());
    const handler = optionOf(each, "handler");
    if (paths === undefined || methods.length === 0 || handler === undefined) continue;
    const { location } = readHandler(handler, undefined, call);
    router.node.entries.push({ ...PLAIN_ROUTE, methods, paths, at: call.at, handler: location });
  }
  return router;
}

/** Koa's router puts a path behind its prefix as text, so that a prefix of `/` lends its slash. */
function borrowing(path: PathPattern): PathPattern {
  if (!path.problems.includes("missing-slash")) return path;
  return { ...path, problems: path.problems.filter((each) => each !== "missing-slash"), borrowsSlash: true };
}

function addRoute(
  router: RouterValue,
  methods: readonly string[],
  paths: NonNullable<ReturnType<typeof readExpressPaths>>,
  last: number,
  call: Call,
): void {
  const value = call.arguments[last];
  if (value === undefined) return;
  const handler = readHandler(value, call.expressions[last]?.value, call);
  const route = {
    ...PLAIN_ROUTE,
    methods,
    at: call.at,
    handler: handler.location,
    problems: handler.isMissing ? (["missing-handler"] as const) : [],
    passesOn: handler.traits?.passesOn ?? false,
    isFallback: (handler.traits?.saysNotFound ?? false) && paths.some((path) => /^\/?\{\w+\*\}$/.test(path.template)),
  };
  // No prefix is put before a regular expression.
  const [expressions, texts] = [true, false].map((is) => paths.filter((path) => (path.isExact !== undefined) === is));
  if (texts?.length) router.node.entries.push({ ...route, paths: texts.map(borrowing) });
  if (expressions?.length) router.node.entries.push({ ...route, paths: expressions, isAbsolute: true });
}

function registerMiddleware(router: RouterValue, call: Call): Value {
  const paths = router.role === "app" ? undefined : readExpressPaths(call.arguments[0]);
  const prefixes = paths ?? [NO_PREFIX];
  for (const value of call.arguments.slice(paths === undefined ? 0 : 1)) {
    for (const target of value.kind === "list" ? value.items : [value]) {
      if (router.role === "app" && target.kind === "function") registerCompared(target, router, call);
      // On a router it is not reached: a router passes on what none of its routes has the method for.
      if (router.role === "app" && target.kind === "made" && target.role === ALLOWING)
        router.node.impliesOptions = true;
      const entry = entryFor(target, prefixes, call, router.role === "app");
      if (entry !== null) router.node.entries.push(entry);
    }
  }
  return router;
}

/** A middleware may compare the path itself: `if (ctx.path === "/health")`. */
function registerCompared(target: FunctionValue, router: RouterValue, call: Call): void {
  if (!call.engine.comparesPaths(target.scope.file)) return;
  for (const each of functionsBehind(target, call.engine)) registerTests(each.fact, each.scope.file, router.node, null);
}

function entryFor(target: Value, prefixes: readonly (typeof NO_PREFIX)[], call: Call, isApp: boolean): Entry | null {
  if (target.kind === "router") return { kind: "mount", prefixes, target: target.node, at: call.at };
  if (target.kind !== "function" || !isApp) return null;
  const { traits, parameters, tests } = target.fact;
  const answers = traits.answersAlone && !traits.passesOn && parameters.length === 1 && tests === undefined;
  return answers ? { kind: "catch-all", prefix: NO_PREFIX, at: call.at } : null;
}
