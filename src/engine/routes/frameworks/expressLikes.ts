import { addRouter, type Call, routerValue } from "../graph/engine.ts";
import { createNode, NO_PREFIX, type PathPattern } from "../graph/routers.ts";
import { type ExternalValue, type RouterValue, textOf, type Value } from "../graph/values.ts";
import { addRoute } from "./addRoute.ts";
import { readColonPath } from "./colonPath.ts";
import type { Framework } from "./framework.ts";
import { optionOf, textsOf } from "./options.ts";

/** What tells one small router in the manner of Express from another. */
interface Likeness {
  readonly name: string;
  readonly module: RegExp;
  /** What of the module makes a router; the module itself is the empty text. */
  readonly makes: RegExp;
  readonly caseSensitive: boolean;
  readonly strictSlash: boolean;
}

const LIKENESSES: readonly Likeness[] = [
  // https://github.com/lukeed/polka
  { name: "polka", module: /^polka$/, makes: /^(?:|Polka)$/, caseSensitive: false, strictSlash: false },
  // https://github.com/BackendStack21/restana
  { name: "restana", module: /^restana$/, makes: /^$/, caseSensitive: false, strictSlash: false },
  // https://tinyhttp.v1rtl.site/docs
  { name: "tinyhttp", module: /^@tinyhttp\/app$/, makes: /^App$/, caseSensitive: false, strictSlash: false },
  // https://itty.dev/itty-router
  {
    name: "itty-router",
    module: /^itty-router$/,
    makes: /^(?:Auto|Itty)?Router$/,
    caseSensitive: false,
    strictSlash: false,
  },
  // https://h3.dev
  { name: "h3", module: /^h3$/, makes: /^(?:createRouter|createApp|H3)$/, caseSensitive: true, strictSlash: false },
  // https://github.com/delvedor/find-my-way
  { name: "find-my-way", module: /^find-my-way$/, makes: /^$/, caseSensitive: true, strictSlash: true },
  // https://github.com/kartikk221/hyper-express
  {
    name: "hyper-express",
    module: /^hyper-express$/,
    makes: /^(?:Server|Router)$/,
    caseSensitive: true,
    strictSlash: false,
  },
  // https://github.com/uNetworking/uWebSockets.js
  { name: "uwebsockets", module: /^uWebSockets\.js$/, makes: /^(?:SSL)?App$/, caseSensitive: true, strictSlash: true },
];

const VERBS: ReadonlyMap<string, string> = new Map([
  ...["get", "post", "put", "patch", "delete", "head", "options", "trace", "connect"].map(
    (verb) => [verb, verb.toUpperCase()] as const,
  ),
  ["del", "DELETE"],
  ["all", "ANY"],
  ["any", "ANY"],
]);

/** Small routers in the manner of Express: verbs with colon paths, and `use` with a prefix for what is mounted. */
export const expressLikes: readonly Framework[] = LIKENESSES.map((likeness) => ({
  name: likeness.name,
  languages: ["javascript", "typescript", "tsx"],
  cue: new RegExp(likeness.module.source.replace("^", "[\"']").replace("$", "[\"']")),
  construct: (callee, call) => construct(likeness, callee, call),
  invoke,
  property: (router, name) => (name === "handler" || name === "fetch" ? router : undefined),
  guess: ({ name, type, file, apps }) => {
    const isNamed = type === null && /^(?:app|router|server|service)$/.test(name) && !apps.has("express");
    if (!isNamed || !file.imports.some((each) => likeness.module.test(each))) return undefined;
    const at = { file: file.file, line: 1, column: 1 };
    return routerValue(createNode(likeness.name, at, { ...likeness, isGuess: true }), "router");
  },
}));

function construct(likeness: Likeness, callee: ExternalValue, call: Call): Value | undefined {
  const name = callee.path.join(".");
  if (!likeness.module.test(callee.module)) return undefined;
  if (likeness.name === "h3" && name === "useBase") return based(call);
  if (!likeness.makes.test(name)) return /^(?:define|event)/.test(name) ? call.arguments[0] : undefined;
  const [options] = call.arguments;
  const base = optionOf(options, "base");
  const node = createNode(likeness.name, call.at, {
    isApp: true,
    caseSensitive: likeness.caseSensitive,
    strictSlash: likeness.strictSlash,
    ...(base === undefined ? {} : { prefix: readPath(base) }),
  });
  return addRouter(call.engine, node, "app");
}

/** `useBase("/api", router.handler)` takes a prefix away before the router sees the path. */
function based(call: Call): Value | undefined {
  const [base, target] = call.arguments;
  if (base === undefined || target?.kind !== "router") return target;
  const holder = createNode(target.framework, call.at, { caseSensitive: true });
  holder.entries.push({ kind: "mount", prefixes: [readPath(base)], target: target.node, at: call.at });
  return addRouter(call.engine, holder, "router");
}

function readPath(value: Value): PathPattern {
  const text = textOf(value).replace(/\*\*(?::(\w+))?/g, "*");
  const absolute = text === "" || text.startsWith("/") ? text : `/${text}`;
  return readColonPath(absolute, { brackets: "()", wildcardMayBeAbsent: true });
}

function isPath(value: Value | undefined): value is Value {
  return value?.kind === "text" && /^[/*]|^$/.test(value.value);
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  const [first, second] = call.arguments;
  if (method === "()") return router;
  if (method === "newRouter") {
    const node = createNode(router.framework, call.at, { caseSensitive: router.node.caseSensitive });
    return addRouter(call.engine, node, "router");
  }
  if (method === "on" && isPath(second)) return register(router, textsOf(first), second, call);
  const verb = VERBS.get(method);
  if (verb !== undefined && isPath(first)) {
    const target = call.arguments.at(-1);
    if (target?.kind === "router") return mount(router, call);
    return register(router, [verb], first, call);
  }
  if (method === "use" || method === "mount") return mount(router, call);
  return undefined;
}

function register(router: RouterValue, methods: readonly string[], path: Value, call: Call): Value {
  const verbs = methods.map((each) => each.toUpperCase());
  if (call.arguments.length > 1) addRoute(router, verbs, [readPath(path)], call);
  return router;
}

/** Mounts the routers among the arguments; other middleware answers nothing of its own. */
function mount(router: RouterValue, call: Call): Value {
  const [first] = call.arguments;
  const isPrefixed = first?.kind === "text";
  const prefixes = [isPrefixed ? readPath(stripped(first)) : NO_PREFIX];
  for (const target of call.arguments.slice(isPrefixed ? 1 : 0)) {
    const of = target.kind === "bound" ? target.of : target;
    if (of.kind !== "router" || of.node === router.node) continue;
    router.node.entries.push({ kind: "mount", prefixes, target: of.node, at: call.at });
  }
  return router;
}

function stripped(path: Value): Value {
  return { kind: "text", value: textOf(path).replace(/\/\*+$/, "") };
}
