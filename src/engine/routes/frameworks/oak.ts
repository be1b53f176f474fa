import { addRouter, type Call, routerValue } from "../graph/engine.ts";
import { createNode, NO_PREFIX, type PathPattern } from "../graph/routers.ts";
import { type ExternalValue, type RouterValue, textOf, unknownValue, type Value } from "../graph/values.ts";
import { addRoute } from "./addRoute.ts";
import { readExpressPath, readExpressPaths } from "./expressPath.ts";
import type { Framework, UnboundParameter } from "./framework.ts";
import { optionOf, textsOf, truthOf } from "./options.ts";

const VERBS = new Set("get post put delete patch head options all".split(" "));
const PACKAGE =
  /^(?:(?:jsr:|npm:)?@oak\/oak(?:@[^/]*)?|oak|https:\/\/(?:deno\.land\/x|jsr\.io\/@oak)\/oak@?[^/]*)(?:\/|$)/;

/** Oak, by https://jsr.io/@oak/oak: an application with routers, which nest by `use` as in Koa. */
export const oak: Framework = {
  name: "oak",
  languages: ["javascript", "typescript", "tsx"],
  cue: /\boak\b/,
  construct,
  invoke,
  guess,
};

function construct(callee: ExternalValue, call: Call): Value | undefined {
  const name = callee.path.at(-1);
  if (!PACKAGE.test(callee.module)) return undefined;
  if (name === "Application") return addRouter(call.engine, createNode("oak", call.at, { isApp: true }), "app");
  if (name !== "Router") return undefined;
  const [options] = call.arguments;
  const prefix = optionOf(options, "prefix");
  const node = createNode("oak", call.at, {
    caseSensitive: truthOf(options, "sensitive") ?? false,
    strictSlash: truthOf(options, "strict") ?? false,
    ...(prefix === undefined ? {} : { prefix: readPrefix(prefix) }),
  });
  return addRouter(call.engine, node, "router");
}

function readPrefix(value: Value): PathPattern {
  return readExpressPath(textOf(value))[0] ?? NO_PREFIX;
}

function guess({ name, type, file }: UnboundParameter): RouterValue | undefined {
  const imports = file.imports.some((each) => PACKAGE.test(each));
  const isTyped = type !== null && /\b(?:Application|Router)\b/.test(type);
  if (!imports || !(isTyped || (type === null && /^(?:app|router)$/.test(name)))) return undefined;
  return routerValue(createNode("oak", { file: file.file, line: 1, column: 1 }, { isGuess: true }), "router");
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  if (method === "routes") return router;
  if (method === "use") return mount(router, call);
  if (/^(?:allowedMethods|listen|handle|addEventListener)$/.test(method)) return unknownValue(method);
  const [first, second] = call.arguments;
  if (method === "prefix" && first !== undefined) {
    router.node.prefix = readPrefix(first);
    return router;
  }
  if (router.role === "app") return undefined;
  if (method === "add") return register(router, textsOf(first), 1, call);
  if (method === "redirect") return register(router, ["ANY"], 0, call);
  if (!VERBS.has(method)) return undefined;
  // A name may come before the path.
  const isNamed = call.arguments.length > 2 && first?.kind === "text" && second?.kind === "text";
  return register(router, [method === "all" ? "ANY" : method], isNamed ? 1 : 0, call);
}

function register(router: RouterValue, methods: readonly string[], pathAt: number, call: Call): Value {
  const paths = readExpressPaths(call.arguments[pathAt]);
  if (paths !== undefined && call.arguments.length > pathAt + 1) {
    addRoute(
      router,
      methods.map((each) => each.toUpperCase()),
      paths,
      call,
    );
  }
  return router;
}

function mount(router: RouterValue, call: Call): Value {
  const paths = readExpressPaths(call.arguments[0]);
  const prefixes = paths ?? [NO_PREFIX];
  for (const target of call.arguments.slice(paths === undefined ? 0 : 1)) {
    if (target.kind === "router")
      router.node.entries.push({ kind: "mount", prefixes, target: target.node, at: call.at });
  }
  return router;
}
