import { addRouter, type Call, type Engine } from "../graph/engine.ts";
import { force } from "../graph/members.ts";
import { createNode, NO_PREFIX, type PathPattern, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import { type ExternalValue, type RouterValue, textOf, type Value } from "../graph/values.ts";
import { addRoute } from "./addRoute.ts";
import { readExpressPath } from "./expressPath.ts";
import { bracketPattern, exportsOf, moduleOf } from "./fileRoutes.ts";
import type { Framework } from "./framework.ts";
import { locateValue } from "./handlers.ts";
import { optionOf } from "./options.ts";

const MODULE = /^(?:\$fresh\/|(?:jsr:)?@fresh\/core\b|fresh(?:$|\/)|https:\/\/deno\.land\/x\/fresh@)/;
const VERBS = new Set("get post put patch delete head options all".split(" "));
const HANDLED = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;

/** Fresh 1 and 2, by https://fresh.deno.dev/docs/concepts/file-routing: files below `routes`, and an `App` with routes of its own. */
export const fresh: Framework = {
  name: "fresh",
  languages: ["javascript", "typescript", "tsx"],
  cue: /\$fresh\/|@fresh\/core|["']fresh["'/]|deno\.land\/x\/fresh/,
  files: /(?:^|\/)fresh\.(?:gen|config)\.ts$/,
  construct,
  invoke,
  finish,
};

function construct(callee: ExternalValue, call: Call): Value | undefined {
  if (!MODULE.test(callee.module)) return undefined;
  const name = callee.path.at(-1) ?? "";
  // `define.handlers({ GET() {} })` only types what it is given.
  if (/^(?:handlers|middleware|page)$/.test(name)) return call.arguments[0];
  if (name === "createDefine") return { ...callee, path: ["define"] };
  if (name !== "App") return undefined;
  const base = optionOf(call.arguments[0], "basePath");
  const prefix = base === undefined ? NO_PREFIX : readPath(base);
  return addRouter(call.engine, createNode("fresh", call.at, { isApp: true, caseSensitive: true, prefix }), "app");
}

function readPath(value: Value): PathPattern {
  return readExpressPath(textOf(value))[0] ?? NO_PREFIX;
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  const [first, second] = call.arguments;
  if (VERBS.has(method) && first?.kind === "text" && second !== undefined) {
    addRoute(router, [method === "all" ? "ANY" : method.toUpperCase()], [readPath(first)], call);
  }
  if (method === "mountApp" && first !== undefined && second?.kind === "router") {
    router.node.entries.push({ kind: "mount", prefixes: [readPath(first)], target: second.node, at: call.at });
  }
  return router;
}

/** A folder `routes` belongs to Fresh when beside it stands its configuration, or when one of its files imports Fresh. */
function finish(engine: Engine): void {
  const roots = new Set<string>();
  for (const file of engine.filesBelow("")) {
    const beside = file.endsWith(".ts") ? /^(.*\/)?fresh\.(?:gen|config)\.ts$/.exec(file) : null;
    if (beside !== null) roots.add(beside[1] ?? "");
    const within = file.includes("routes/") ? /^(.*?\/)??routes\/.*\.[jt]sx?$/.exec(file) : null;
    const imports = within === null ? undefined : engine.factsOf(file)?.imports;
    if (imports?.some((each) => MODULE.test(each))) roots.add(within?.[1] ?? "");
  }
  for (const root of roots) registerFolder(root, engine);
}

function registerFolder(root: string, engine: Engine): void {
  const files = engine.filesBelow(`${root}routes`);
  const [first] = files;
  if (first === undefined) return;
  const app = [...engine.routers.values()].find(
    ({ node }) => node.framework === "fresh" && node.at.file.startsWith(root),
  );
  const node =
    app?.node ?? createNode("fresh", { file: first, line: 1, column: 1 }, { isApp: true, caseSensitive: true });
  if (app === undefined) addRouter(engine, node, "app");
  for (const file of files) registerFile(file, file.slice(root.length + "routes/".length), node, engine);
}

function registerFile(file: string, inside: string, node: RouterNode, engine: Engine): void {
  const name = /^(.*)\.[jt]sx?$/.exec(inside)?.[1];
  if (name === undefined || /(?:^|\/)(?:_|\(_)|(?:_test|\.test|\.d)$/.test(name)) return;
  const module = moduleOf(file, engine);
  if (module === null) return;
  const exports = exportsOf(module, /^(?:handlers?|default|config)$/);
  const override = optionOf(exports.find((each) => each.name === "config")?.value, "routeOverride");
  const paths = [override === undefined ? pathOf(name) : readPath(override)];
  const at = { file, line: 1, column: 1 };
  const answered = exports
    .filter((each) => /^handlers?$/.test(each.name))
    .flatMap((each) => methodsOf(each.value, each.at));
  for (const { method, place } of answered) {
    node.entries.push({ ...PLAIN_ROUTE, methods: [method], paths, at: place, handler: place });
  }
  const page = exports.find((each) => each.name === "default");
  if (page === undefined || answered.some(({ method }) => /^(?:GET|ANY)$/.test(method))) return;
  node.entries.push({
    ...PLAIN_ROUTE,
    methods: ["GET"],
    paths,
    at,
    handler: locateValue(page.value) ?? at,
    isPage: true,
  });
}

/** `handler = { GET, POST }`, or one function for all methods. */
function methodsOf(value: Value, at: Call["at"]): readonly { readonly method: string; readonly place: Call["at"] }[] {
  if (value.kind === "function") return [{ method: "ANY", place: locateValue(value) ?? at }];
  if (value.kind !== "object") return [];
  return [...value.entries].flatMap(([method, entry]) =>
    HANDLED.test(method) ? [{ method, place: locateValue(force(entry)) ?? at }] : [],
  );
}

/** `index` adds nothing, groups leave no trace. */
function pathOf(name: string): PathPattern {
  const parts = name.split("/").filter((part) => !/^\(.*\)$/.test(part));
  if (parts.at(-1) === "index") parts.pop();
  return bracketPattern(parts);
}
