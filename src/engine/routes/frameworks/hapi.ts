import type { RouteParameter } from "../../model/route.ts";
import { addRouter, type Call, routerValue } from "../graph/engine.ts";
import { force } from "../graph/members.ts";
import { createNode, NO_PREFIX, type PathPattern, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import { ABSENT, type ExternalValue, type RouterValue, textOf, type Value } from "../graph/values.ts";
import type { Framework, UnboundParameter } from "./framework.ts";
import { readHandler } from "./handlers.ts";
import { pluginsOfManifest } from "./hapiGlue.ts";
import { optionOf, placeWithin, textsOf, truthOf } from "./options.ts";

/** Hapi, by https://hapi.dev/api: routes are objects, plugins get a server of their own whose routes carry a prefix. */
export const hapi: Framework = {
  name: "hapi",
  languages: ["javascript", "typescript", "tsx"],
  // Routes are plain objects, often in files that name no package.
  cue: /\bhapi\b|["']glue["']|\bserver\.(?:route|register)\s*\(|\bmethod\s*:\s*(?:["'[])[\s\S]{0,300}\bpath\s*:\s*["'`]\//i,
  construct,
  invoke,
  guess,
};

function construct(callee: ExternalValue, call: Call): Value | undefined {
  if (/^(?:@hapi\/glue|glue)$/.test(callee.module) && callee.path.at(-1) === "compose") return compose(call);
  if (!/^(?:@hapi\/hapi|hapi)$/.test(callee.module)) return undefined;
  if (!/^(?:server|Server)$/.test(callee.path.join("."))) return undefined;
  const router = optionOf(call.arguments[0], "router");
  const node = createNode("hapi", call.at, {
    isApp: true,
    caseSensitive: truthOf(router, "isCaseSensitive") ?? true,
    strictSlash: !(truthOf(router, "stripTrailingSlash") ?? false),
  });
  return addRouter(call.engine, node, "server");
}

/** Glue makes a server of a manifest, and gives it to a promise or a callback. */
function compose(call: Call): Value {
  const server = addRouter(
    call.engine,
    createNode("hapi", call.at, { isApp: true, caseSensitive: true, strictSlash: true }),
    "server",
  );
  for (const { plugin, settings } of pluginsOfManifest(call)) registerPlugin(server, plugin, settings, call);
  const callback = call.arguments.find((each) => each.kind === "function");
  if (callback !== undefined) call.engine.run(callback, [ABSENT, server], call.at);
  return server;
}

function guess({ name, type, file, apps }: UnboundParameter): RouterValue | undefined {
  const imports = apps.has("hapi") || file.imports.some((each) => /^(?:@hapi\/|hapi$)/.test(each));
  const isTyped = type !== null && /\b(?:Hapi\.)?Server\b/.test(type);
  if (!imports || !(isTyped || (type === null && /^(?:server|srv|plugin)$/.test(name)))) return undefined;
  const at = { file: file.file, line: 1, column: 1 };
  return routerValue(createNode("hapi", at, { isGuess: true, caseSensitive: true, strictSlash: true }), "server");
}

/** Translates `{name}`, `{name?}`, `{name*}` (the rest, or nothing) and `{name*2}` (so many segments). */
function readHapiPath(text: string): PathPattern {
  const parameters: RouteParameter[] = [];
  const template = text.replace(/\{(\w*)(\?|\*(\d*))?\}/g, (_, given: string, mark = "", count = "") => {
    const name = given === "" ? "rest" : given;
    if (count !== "") return Array.from({ length: Number(count) }, (_none, at) => `{${name}${at + 1}}`).join("/");
    // An optional parameter may be empty behind its slash as well.
    if (mark !== "") parameters.push({ name, pattern: mark === "?" ? "[^/]*" : null, optional: true });
    return mark.startsWith("*") ? `{${name}*}` : `{${name}}`;
  });
  return { template, parameters, problems: [] };
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  const [first, second] = call.arguments;
  if (method === "route" && first !== undefined) return registerAll(router, first, call);
  if (method === "register" && first !== undefined) {
    for (const each of first.kind === "list" ? first.items : [first]) registerPlugin(router, each, second, call);
    return router;
  }
  if (/^(?:start|initialize|auth|ext|events|decorate|inject|views|log|method|state|validator|table)$/.test(method)) {
    return router;
  }
  return undefined;
}

function registerAll(router: RouterValue, value: Value, call: Call): Value {
  if (value.kind === "list") for (const each of value.items) registerAll(router, each, call);
  if (value.kind === "object") registerRoute(router, value, call);
  return router;
}

function registerRoute(router: RouterValue, route: Value, call: Call): void {
  const path = optionOf(route, "path");
  const methods = textsOf(optionOf(route, "method")).map((each) => (each === "*" ? "ANY" : each.toUpperCase()));
  if (path === undefined || methods.length === 0) return;
  const described = optionOf(route, "options") ?? optionOf(route, "config");
  const options = described?.kind === "function" ? call.engine.run(described, [router], call.at) : described;
  const handler = optionOf(route, "handler") ?? optionOf(options, "handler");
  const found = handler === undefined ? null : readHandler(handler, undefined, call);
  const paths = [readHapiPath(textOf(path))];
  router.node.entries.push({
    ...PLAIN_ROUTE,
    methods,
    paths,
    // The call that registers a route may be in another file than the route.
    at: placeWithin(route) ?? call.at,
    handler: found?.location ?? null,
    problems: handler?.kind === "absent" ? ["missing-handler"] : [],
    ...(optionOf(route, "vhost") === undefined ? {} : { isConditional: true }),
    isFallback: (found?.traits?.saysNotFound ?? false) && paths.some((each) => /^\/\{\w+\*\}$/.test(each.template)),
  });
}

/** `register(plugin)`, `register({ plugin, routes: { prefix } })` and `register(plugin, { routes: { prefix } })`. */
function registerPlugin(router: RouterValue, given: Value, settings: Value | undefined, call: Call): void {
  const plugin = optionOf(given, "plugin") ?? given;
  const register = registerOf(plugin) ?? registerOf(optionOf(plugin, "default"));
  if (register === undefined) return;
  const routes = optionOf(given, "routes") ?? optionOf(settings, "routes");
  const prefix = optionOf(routes, "prefix");
  const inner: RouterNode = createNode("hapi", call.at, {
    caseSensitive: router.node.caseSensitive,
    strictSlash: router.node.strictSlash,
  });
  const prefixes = [prefix === undefined ? NO_PREFIX : readHapiPath(textOf(prefix))];
  router.node.entries.push({ kind: "mount", prefixes, target: inner, at: call.at });
  const options = optionOf(given, "options");
  call.engine.run(register, [addRouter(call.engine, inner, "server"), ...(options ? [options] : [])], call.at);
}

function registerOf(plugin: Value | undefined): Value | undefined {
  if (plugin?.kind === "function") return plugin;
  if (plugin?.kind !== "object") return undefined;
  const own = plugin.entries.get("register");
  const value = own === undefined ? undefined : force(own);
  if (value?.kind === "function") return value;
  return plugin.entries.has("plugin") ? registerOf(optionOf(plugin, "plugin")) : undefined;
}
