import { addRouter, type Call, routerValue } from "../graph/engine.ts";
import { createNode, NO_PREFIX, type PathPattern } from "../graph/routers.ts";
import { type ExternalValue, type RouterValue, textOf, type Value } from "../graph/values.ts";
import { addRoute } from "./addRoute.ts";
import { readColonPath } from "./colonPath.ts";
import type { Framework, UnboundParameter } from "./framework.ts";
import { optionOf, truthOf } from "./options.ts";

const VERBS = new Set("get post put delete patch head options all connect".split(" "));

/** Elysia, by https://elysiajs.com/essential/route: chains on one instance, plugins and groups with prefixes. */
export const elysia: Framework = {
  name: "elysia",
  languages: ["javascript", "typescript", "tsx"],
  cue: /\belysia\b/i,
  construct,
  invoke,
  guess,
};

function construct(callee: ExternalValue, call: Call): Value | undefined {
  if (!/^(?:npm:)?elysia(?:@[^/]*)?$/.test(callee.module) || !/^(?:|Elysia)$/.test(callee.path.join(".")))
    return undefined;
  const [options] = call.arguments;
  const prefix = optionOf(options, "prefix");
  const node = createNode("elysia", call.at, {
    isApp: true,
    caseSensitive: true,
    strictSlash: truthOf(options, "strictPath") ?? false,
    sharesSlash: true,
    ...(prefix === undefined ? {} : { prefix: readPath(prefix) }),
  });
  return addRouter(call.engine, node, "app");
}

function guess({ name, type, file }: UnboundParameter): RouterValue | undefined {
  const isTyped = type !== null && /\bElysia\b/.test(type);
  const imports = file.imports.some((each) => /^(?:npm:)?elysia\b/.test(each));
  if (!isTyped && !(imports && type === null && /^(?:app|api)$/.test(name))) return undefined;
  const at = { file: file.file, line: 1, column: 1 };
  return routerValue(createNode("elysia", at, { isGuess: true, caseSensitive: true }), "app");
}

function readPath(value: Value): PathPattern {
  const text = textOf(value);
  const absolute = text === "" || text.startsWith("/") ? text : `/${text}`;
  return readColonPath(absolute, { brackets: "()", wildcardMayBeAbsent: true });
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  const [first, second] = call.arguments;
  if (VERBS.has(method)) return register(router, method === "all" ? "ANY" : method.toUpperCase(), 0, call);
  if (method === "ws") return register(router, "WEBSOCKET", 0, call);
  if (method === "route" && first?.kind === "text") {
    return register(router, first.value === "ALL" ? "ANY" : first.value.toUpperCase(), 1, call);
  }
  if (method === "group" && first !== undefined) return nest(router, readPath(first), call);
  if (method === "guard") return nest(router, NO_PREFIX, call);
  if (method === "use") return use(router, first, call);
  if (method === "mount") {
    const target = second ?? first;
    const of = target?.kind === "bound" ? target.of : target;
    if (of?.kind === "router" && first !== undefined) {
      const prefixes = [second === undefined ? NO_PREFIX : readPath(first)];
      router.node.entries.push({ kind: "mount", prefixes, target: of.node, at: call.at });
    }
    return router;
  }
  return router;
}

/** The handler stands behind the path; schemas and hooks may follow it. */
function register(router: RouterValue, method: string, pathAt: number, call: Call): Value {
  const path = call.arguments[pathAt];
  if (path !== undefined && call.arguments.length > pathAt + 1) {
    addRoute(router, [method], [readPath(path)], call, pathAt + 1);
  }
  return router;
}

/** The callback of a group gets an instance of its own; without one the rest of the chain is meant. */
function nest(router: RouterValue, prefix: PathPattern, call: Call): Value {
  const callback = call.arguments.findLast((each) => each.kind === "function");
  if (callback === undefined) return router;
  const inner = createNode("elysia", call.at, {
    caseSensitive: true,
    strictSlash: router.node.strictSlash,
    sharesSlash: true,
  });
  router.node.entries.push({ kind: "mount", prefixes: [prefix], target: inner, at: call.at });
  call.engine.run(callback, [addRouter(call.engine, inner, "group")], call.at);
  return router;
}

/** A plugin is another instance, a function of this one, or a module that exports either. */
function use(router: RouterValue, given: Value | undefined, call: Call): Value {
  const plugin = optionOf(given, "default") ?? given;
  if (plugin?.kind === "list") for (const each of plugin.items) use(router, each, call);
  if (plugin?.kind === "function") call.engine.run(plugin, [router], call.at);
  if (plugin?.kind === "router" && plugin.node !== router.node) {
    router.node.entries.push({ kind: "mount", prefixes: [NO_PREFIX], target: plugin.node, at: call.at });
  }
  return router;
}
