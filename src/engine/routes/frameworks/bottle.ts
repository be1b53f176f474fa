import type { RouteParameter } from "../../model/route.ts";
import { addRouter, type Call, type Engine, routerValue } from "../graph/engine.ts";
import { createNode, NO_PREFIX, type PathPattern, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import { ABSENT, type ExternalValue, type MadeValue, type RouterValue, textOf, type Value } from "../graph/values.ts";
import type { Framework, UnboundParameter } from "./framework.ts";
import { locateValue } from "./handlers.ts";
import { textsOf } from "./options.ts";
import { dotted, namedOr } from "./pythonCalls.ts";

const VERB = /^(?:get|post|put|patch|delete)$/;

/** Bottle, by https://bottlepy.org/docs/stable/routing.html: decorators of an application, or of the one that is there by default. */
export const bottle: Framework = {
  name: "bottle",
  languages: ["python"],
  cue: /\bbottle\b/,
  construct,
  invoke,
  apply,
  guess,
};

const defaults = new WeakMap<Engine, RouterValue>();

function construct(callee: ExternalValue, call: Call): Value | undefined {
  const path = dotted(callee);
  if (!path.startsWith("bottle.")) return undefined;
  const name = path.slice("bottle.".length);
  if (name === "Bottle") return addRouter(call.engine, newNode(call), "app");
  if (/^(?:default_app|app)$/.test(name)) return defaultApp(call);
  if (VERB.test(name) || /^(?:route|mount)$/.test(name)) return invoke(defaultApp(call), name, call);
  return undefined;
}

function newNode(call: Call): RouterNode {
  return createNode("bottle", call.at, { isApp: true, caseSensitive: true, strictSlash: true });
}

function defaultApp(call: Call): RouterValue {
  const known = defaults.get(call.engine);
  if (known !== undefined) return known;
  const value = addRouter(call.engine, newNode(call), "app");
  defaults.set(call.engine, value);
  return value;
}

function guess({ name, type, file }: UnboundParameter): RouterValue | undefined {
  const imports = file.language === "python" && file.imports.some((each) => /^bottle\b/.test(each));
  const isTyped = type !== null && /\bBottle\b/.test(type);
  if (!imports || !(isTyped || (type === null && /^(?:app|bottle)$/.test(name)))) return undefined;
  const at = { file: file.file, line: 1, column: 1 };
  return routerValue(createNode("bottle", at, { isGuess: true, caseSensitive: true, strictSlash: true }), "app");
}

const FILTERS: Readonly<Record<string, string>> = { int: "-?\\d+", float: "-?[\\d.]+" };

/** Translates `<name>`, `<name:int>`, `<name:path>`, `<name:re:expression>` and the old `:name`. */
function readPath(text: string): PathPattern {
  const parameters: RouteParameter[] = [];
  const template = text.replace(
    /<(\w*)(?::(\w+)(?::((?:[^<>\\]|\\.|\(\?[^>]*>)*))?)?>|:(\w+)(?=\/|$)/g,
    (_, given: string | undefined, filter: string | undefined, source: string | undefined, old: string | undefined) => {
      const name = old ?? (given || "any");
      if (filter === "path") {
        parameters.push({ name, pattern: ".+", optional: false });
        return `{${name}*}`;
      }
      const pattern = filter === "re" ? source : FILTERS[filter ?? ""];
      if (pattern !== undefined) parameters.push({ name, pattern, optional: false });
      return pattern !== undefined && /^\.[*+]$/.test(pattern) ? `{${name}*}` : `{${name}}`;
    },
  );
  return { template: template.startsWith("/") ? template : `/${template}`, parameters, problems: [] };
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  if (VERB.test(method) || method === "route") {
    const given = method === "route" ? textsOf(namedOr(call, "method", 1)) : [method];
    const methods = given.length === 0 ? ["GET"] : given;
    const path = namedOr(call, "path", 0) ?? ABSENT;
    const callback = namedOr(call, "callback", method === "route" ? 2 : 1);
    if (callback !== undefined && callback.kind !== "text") {
      register(router.node, methods, path, callback, call.at);
      return router;
    }
    return pending(router, methods, path, call);
  }
  const [first, second] = call.arguments;
  if (method === "mount") {
    const prefix = namedOr(call, "prefix", 0);
    const app = namedOr(call, "app", 1);
    if (app?.kind === "router") mount(router, app, readPath(textOf(prefix ?? ABSENT)), call);
    else if (first?.kind === "router") mount(router, first, readPath(textOf(second ?? ABSENT)), call);
    return router;
  }
  if (method === "merge" && first?.kind === "router") mount(router, first, NO_PREFIX, call);
  return method === "merge" ? router : undefined;
}

function mount(router: RouterValue, target: RouterValue, prefix: PathPattern, call: Call): void {
  router.node.entries.push({ kind: "mount", prefixes: [prefix], target: target.node, at: call.at });
}

function pending(router: RouterValue, methods: readonly string[], path: Value, call: Call): MadeValue {
  const items = methods.map((value) => ({ kind: "text", value }) as const);
  const data: MadeValue["data"] = { router, path, methods: { kind: "list", items: [...items] } };
  return { kind: "made", framework: "bottle", role: "decorator", at: call.at, data };
}

function register(
  node: RouterNode,
  methods: readonly string[],
  path: Value,
  handler: Value,
  at: MadeValue["at"],
): void {
  // Without a path Bottle makes one of the function's name.
  const name = handler.kind === "function" ? (handler.fact.name ?? "") : "";
  const texts = textsOf(path).length > 0 ? textsOf(path) : [path.kind === "absent" ? `/${name}` : textOf(path)];
  node.entries.push({
    ...PLAIN_ROUTE,
    methods: methods.map((each) => each.toUpperCase()),
    paths: texts.map(readPath),
    at,
    handler: locateValue(handler),
  });
}

function apply(made: MadeValue, call: Call): Value | undefined {
  const [target] = call.arguments;
  const on = made.data["router"];
  if (made.role !== "decorator" || on?.kind !== "router" || target === undefined) return undefined;
  register(on.node, textsOf(made.data["methods"]), made.data["path"] ?? ABSENT, target, made.at);
  return target;
}
