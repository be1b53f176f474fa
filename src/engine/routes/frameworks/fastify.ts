import { addRouter, type Call, type Engine, routerValue } from "../graph/engine.ts";
import { createNode, NO_PREFIX, type PathPattern, PLAIN_ROUTE } from "../graph/routers.ts";
import { ABSENT, type ExternalValue, type RouterValue, textOf, type Value } from "../graph/values.ts";
import { readColonPath } from "./colonPath.ts";
import { loadFolder } from "./fastifyAutoload.ts";
import { startedPlugins } from "./fastifyCli.ts";
import type { Framework, UnboundParameter } from "./framework.ts";
import { mountPlugin } from "./graphql.ts";
import { type HandlerFacts, readHandler } from "./handlers.ts";
import { optionOf, textsOf, truthOf } from "./options.ts";
import { serve } from "./trpc.ts";

const VERBS = new Set(
  "get post put delete patch head options query all trace search propfind copy lock move".split(" "),
);

/** Fastify 3 to 5, by https://fastify.dev/docs/latest/Reference/Routes: the most specific pattern wins, plugins nest prefixes. */
export const fastify: Framework = {
  name: "fastify",
  languages: ["javascript", "typescript", "tsx"],
  cue: /\bfastify\b/i,
  construct,
  invoke,
  guess,
  finish: startPlugins,
};

function construct(callee: ExternalValue, call: Call): Value | undefined {
  const name = callee.path.join(".");
  if (callee.module === "fastify-plugin" && (name === "" || name === "fastifyPlugin")) {
    const [plugin] = call.arguments;
    if (plugin?.kind === "function") call.engine.unwrapped.add(plugin.fact);
    return plugin ?? ABSENT;
  }
  if (callee.module !== "fastify" || !/^(?:|fastify|Fastify)$/.test(name)) return undefined;
  const [options] = call.arguments;
  const router = optionOf(options, "routerOptions");
  const setting = (option: string) => truthOf(router, option) ?? truthOf(options, option);
  const node = createNode("fastify", call.at, {
    isApp: true,
    caseSensitive: setting("caseSensitive") ?? true,
    strictSlash: !(setting("ignoreTrailingSlash") ?? false),
  });
  return addRouter(call.engine, node, "app");
}

/** An application of `fastify-cli` for every plugin that a script starts with it. */
function startPlugins(engine: Engine): void {
  for (const { plugin, call, prefix } of startedPlugins(engine)) {
    const node = createNode("fastify", call.at, { isApp: true, caseSensitive: true, strictSlash: true });
    registerPlugin(addRouter(engine, node, "app"), plugin, prefix, undefined, call);
  }
}

function guess({ name, type, file, apps }: UnboundParameter): RouterValue | undefined {
  const isTyped = type !== null && /\bFastify(?:Instance|TypedInstance|Plugin)?\b|\bFastifyInstance\b/.test(type);
  const isNamed = type === null && /^(?:fastify|fastifyInstance)$/.test(name);
  const isAlone = apps.has("fastify") && !["express", "koa", "hono"].some((each) => apps.has(each));
  const imports = isAlone || file.imports.some((each) => /^@?fastify(?:$|[/-])/.test(each));
  const isAlias = type === null && imports && /^(?:app|server|instance|api)$/.test(name);
  if (!isTyped && !isNamed && !isAlias) return undefined;
  const at = { file: file.file, line: 1, column: 1 };
  return routerValue(createNode("fastify", at, { isGuess: true, caseSensitive: true, strictSlash: true }), "plugin");
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  if (method === "register") return register(router, call);
  if (method === "route") return registerDescribed(router, call);
  if (VERBS.has(method)) return registerRoute(router, method, call);
  if (method === "after" || method === "ready") return runNext(router, call);
  if (
    /^(?:decorate|addHook|setErrorHandler|setNotFoundHandler|addSchema|listen|inject|addContentTypeParser)/.test(method)
  ) {
    return router;
  }
  return undefined;
}

function runNext(router: RouterValue, call: Call): Value {
  for (const each of call.arguments) if (each.kind === "function") call.engine.run(each, [], call.at);
  return router;
}

/** Translates a path of find-my-way; one of `/` under a prefix is served with and without the slash. */
function readFastifyPath(text: string): PathPattern {
  const pattern = readColonPath(text, { brackets: "()", wildcardMayBeAbsent: false });
  return text === "/" ? { ...pattern, strictSlash: false } : pattern;
}

function registerRoute(router: RouterValue, method: string, call: Call): Value {
  const [path] = call.arguments;
  if (path === undefined || call.arguments.length < 2) return router;
  const last = call.arguments.length - 1;
  const value = call.arguments[last] ?? ABSENT;
  const own = optionOf(value, "handler");
  const handler = readHandler(own ?? value, own === undefined ? call.expressions[last]?.value : undefined, call);
  addRoute(router, [method === "all" ? "ANY" : method.toUpperCase()], [path], handler, call.arguments[1], call);
  return router;
}

function registerDescribed(router: RouterValue, call: Call): Value {
  const [options] = call.arguments;
  const path = optionOf(options, "url") ?? optionOf(options, "path");
  if (path === undefined) return router;
  const methods = textsOf(optionOf(options, "method")).map((each) => each.toUpperCase());
  const value = optionOf(options, "handler") ?? ABSENT;
  const described = call.expressions[0]?.value;
  const entry =
    described?.kind === "object"
      ? described.entries.find((each) => each.key?.kind === "text" && each.key.value === "handler")
      : undefined;
  const handler = readHandler(value, entry?.value, call);
  addRoute(router, methods.length === 0 ? ["ANY"] : methods, [path], handler, options, call);
  return router;
}

function addRoute(
  router: RouterValue,
  methods: readonly string[],
  paths: readonly Value[],
  handler: HandlerFacts,
  options: Value | undefined,
  call: Call,
): void {
  // By @fastify/websocket: to any other GET the route answers 404.
  const isSocket = optionOf(options, "websocket");
  const isOnlySocket = isSocket?.kind === "truth" && isSocket.value;
  // Constraints choose by host, by version, or by whatever a strategy looks at.
  const isConditional = optionOf(options, "constraints") !== undefined || optionOf(options, "version") !== undefined;
  router.node.entries.push({
    ...PLAIN_ROUTE,
    methods: isOnlySocket ? ["WEBSOCKET"] : methods,
    paths: paths.map((path) => readFastifyPath(textOf(path))),
    at: call.at,
    handler: handler.location,
    problems: handler.isMissing ? ["missing-handler"] : [],
    ...(isConditional ? { isConditional } : {}),
  });
}

function register(router: RouterValue, call: Call): Value {
  const [plugin, options] = call.arguments;
  if (plugin === undefined) return router;
  if (plugin.kind === "external" && /^(?:@fastify\/autoload|fastify-autoload)$/.test(plugin.module)) {
    loadFolder(router, options, call, (target, prefix) =>
      registerPlugin(router, target, prefix, optionOf(options, "options"), call),
    );
    return router;
  }
  if (mountPlugin(router, plugin, options, call)) return router;
  const prefix = optionOf(options, "prefix");
  const contract = optionOf(optionOf(options, "trpcOptions"), "router");
  if (contract?.kind === "router") {
    const served = serve(contract.node, prefix === undefined ? "" : textOf(prefix), false, call);
    router.node.entries.push({ kind: "mount", prefixes: [NO_PREFIX], target: served.node, at: call.at });
    return router;
  }
  registerPlugin(router, plugin, prefix === undefined ? "" : textOf(prefix), options, call);
  return router;
}

function registerPlugin(
  router: RouterValue,
  plugin: Value,
  prefix: string,
  options: Value | undefined,
  call: Call,
): void {
  const target =
    plugin.kind === "object" ? (optionOf(plugin, "default") ?? optionOf(plugin, "plugin") ?? plugin) : plugin;
  if (target.kind !== "function") return;
  if (call.engine.unwrapped.has(target.fact)) {
    call.engine.run(target, [router, options ?? ABSENT], call.at);
    return;
  }
  const { caseSensitive, strictSlash } = router.node;
  const child = addRouter(call.engine, createNode("fastify", call.at, { caseSensitive, strictSlash }), "plugin");
  for (const [name, value] of router.properties) child.properties.set(name, value);
  const prefixes = prefix === "" ? [NO_PREFIX] : [readFastifyPath(prefix)];
  router.node.entries.push({ kind: "mount", prefixes, target: child.node, at: call.at });
  call.engine.run(target, [child, options ?? ABSENT], call.at);
}
