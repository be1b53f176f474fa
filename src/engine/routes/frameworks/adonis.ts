import { addRouter, type Call, type Engine } from "../graph/engine.ts";
import { createNode, type Entry, NO_PREFIX, type PathPattern, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import { type ExternalValue, type RouterValue, textOf, type Value } from "../graph/values.ts";
import { addRoute } from "./addRoute.ts";
import { readColonPath } from "./colonPath.ts";
import type { Framework } from "./framework.ts";
import { locateValue } from "./handlers.ts";
import { textsOf } from "./options.ts";

const VERBS = new Set("get post put patch delete head options any".split(" "));
const ROUTER = /^(?:@adonisjs\/core\/services\/router(?:\.js)?|@ioc:Adonis\/Core\/Route)$/;

/** AdonisJS 5 and 6, by https://docs.adonisjs.com/guides/basics/routing: one router, groups by callbacks, resources. */
export const adonis: Framework = {
  name: "adonis",
  languages: ["javascript", "typescript"],
  cue: /@adonisjs\/core\/services\/router|@ioc:Adonis\/Core\/Route/,
  construct,
  invoke,
};

/** The application of each run, and the group whose callback is running. */
const running = new WeakMap<Engine, { readonly app: RouterNode; current: RouterNode }>();

function stateOf(call: Call): { readonly app: RouterNode; current: RouterNode } {
  const known = running.get(call.engine);
  if (known !== undefined) return known;
  const app = createNode("adonis", call.at, { isApp: true, caseSensitive: true });
  addRouter(call.engine, app, "app");
  const state = { app, current: app };
  running.set(call.engine, state);
  return state;
}

function construct(callee: ExternalValue, call: Call): Value | undefined {
  const method = callee.path.at(-1);
  if (!ROUTER.test(callee.module) || method === undefined) return undefined;
  const state = stateOf(call);
  const [first, second] = call.arguments;
  if (method === "group") return group(first, state, call);
  const on = holder(state, call);
  if (VERBS.has(method) && first !== undefined) {
    register(on, [method === "any" ? "ANY" : method.toUpperCase()], first, call);
  } else if (method === "route" && first !== undefined) {
    register(on, textsOf(second), first, call);
  } else if (/^(?:resource|shallowResource)$/.test(method) && first !== undefined) {
    return resource(on, textOf(first), second, method === "shallowResource", call);
  } else if (method === "on" && first !== undefined) {
    return { ...on, role: "brisk", properties: new Map([["path", first]]) };
  } else return undefined;
  return on;
}

/** What a call registers stands on a router of its own, so that `prefix` and `where` behind it concern nothing else. */
function holder(state: { current: RouterNode }, call: Call): RouterValue {
  const node = createNode("adonis", call.at, { caseSensitive: true });
  state.current.entries.push({ kind: "mount", prefixes: [NO_PREFIX], target: node, at: call.at });
  return addRouter(call.engine, node, "route");
}

function group(callback: Value | undefined, state: { current: RouterNode }, call: Call): Value {
  const on = holder(state, call);
  const before = state.current;
  state.current = on.node;
  try {
    if (callback?.kind === "function") call.engine.run(callback, [], call.at);
  } finally {
    state.current = before;
  }
  return on;
}

function readPath(value: Value): PathPattern {
  const text = textOf(value);
  return readColonPath(text.startsWith("/") || text === "" ? text : `/${text}`, {
    brackets: "()",
    wildcardMayBeAbsent: false,
  });
}

function register(on: RouterValue, methods: readonly string[], path: Value, call: Call): void {
  const last = call.arguments.length - 1;
  const handler = call.arguments[last];
  if (handler?.kind === "list") {
    const at = memberOf(handler.items[0], textsOf(handler.items[1])[0]);
    on.node.entries.push({ ...PLAIN_ROUTE, methods, paths: [readPath(path)], at: call.at, handler: at });
  } else addRoute(on, methods, [readPath(path)], call, last);
}

/** Where the method of a controller is written, when the controller is a class of the workspace. */
function memberOf(of: Value | undefined, name: string | undefined) {
  if (of?.kind !== "class") return null;
  const member = of.fact.members.find((each) => each.name === (name ?? "handle"));
  return member === undefined ? locateValue(of) : { file: of.scope.file, line: member.at[0], column: member.at[1] };
}

/** Which action of its resource an entry is. */
const actions = new WeakMap<Entry, string>();

const ACTIONS = [
  { name: "index", methods: ["GET"], tail: "" },
  { name: "create", methods: ["GET"], tail: "/create" },
  { name: "store", methods: ["POST"], tail: "" },
  { name: "show", methods: ["GET"], tail: "/:id" },
  { name: "edit", methods: ["GET"], tail: "/:id/edit" },
  { name: "update", methods: ["PUT", "PATCH"], tail: "/:id" },
  { name: "destroy", methods: ["DELETE"], tail: "/:id" },
];

/** `posts.comments` nests: `/posts/:post_id/comments/:id`; a shallow one names its parent only where no id follows. */
function resource(on: RouterValue, name: string, controller: Value | undefined, shallow: boolean, call: Call): Value {
  const parts = name.split(".");
  const last = parts.pop() ?? "";
  const parents = parts.map((part) => `/${part}/:${singular(part)}_id`).join("");
  for (const { name: action, methods, tail } of ACTIONS) {
    const before = shallow && tail.startsWith("/:id") ? "" : parents;
    const paths = [readPath({ kind: "text", value: `${before}/${last}${tail}` })];
    const entry: Entry = { ...PLAIN_ROUTE, methods, paths, at: call.at, handler: memberOf(controller, action) };
    actions.set(entry, action);
    on.node.entries.push(entry);
  }
  return { ...on, role: "resource" };
}

function singular(word: string): string {
  return word
    .replace(/ies$/, "y")
    .replace(/(?<!s)s$/, "")
    .replaceAll("-", "_");
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  const [first] = call.arguments;
  if (method === "prefix" && first !== undefined) {
    const prefix = readPath(first);
    // A group that is prefixed twice has the later prefix before the earlier one.
    const before = router.node.prefix;
    router.node.prefix = { ...prefix, template: prefix.template.replace(/\/$/, "") + before.template };
    return router;
  }
  if (router.role === "brisk") {
    const path = router.properties.get("path");
    if (path !== undefined && /^(?:render|redirect|redirectToPath|redirectToRoute|renderInertia)$/.test(method)) {
      router.node.entries.push({ ...PLAIN_ROUTE, methods: ["GET"], paths: [readPath(path)], at: call.at });
    }
    return router;
  }
  if (router.role === "resource") narrow(router.node, method, call);
  return router;
}

/** `only`, `except` and `apiOnly` take routes of a resource away again. */
function narrow(node: RouterNode, method: string, call: Call): void {
  if (!/^(?:only|except|apiOnly)$/.test(method)) return;
  const named = textsOf(call.arguments[0]);
  const kept = node.entries.filter((entry) => {
    const action = actions.get(entry) ?? "";
    if (method === "apiOnly") return !/^(?:create|edit)$/.test(action);
    return named.includes(action) === (method === "only");
  });
  node.entries.splice(0, node.entries.length, ...kept);
}
