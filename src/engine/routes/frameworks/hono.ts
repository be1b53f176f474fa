import { addRouter, type Call, type Engine, routerValue } from "../graph/engine.ts";
import { force } from "../graph/members.ts";
import {
  createNode,
  NO_PREFIX,
  type PathPattern,
  PLAIN_ROUTE,
  type RouteEntry,
  type RouterNode,
} from "../graph/routers.ts";
import { type ExternalValue, type RouterValue, textOf, type Value } from "../graph/values.ts";
import { isTestFile } from "../table/testFile.ts";
import { readColonPath } from "./colonPath.ts";
import { addToCopied, noteCopied } from "./copiedRouters.ts";
import type { Framework, UnboundParameter } from "./framework.ts";
import { readHandler } from "./handlers.ts";
import { optionOf, textsOf, truthOf } from "./options.ts";
import { packageFolder } from "./packageFolder.ts";

const VERBS = new Set("get post put delete patch options query all".split(" "));

/** Hono, by https://hono.dev/docs/api/routing: registration order decides, case and a last slash make a difference. */
export const hono: Framework = {
  name: "hono",
  languages: ["javascript", "typescript", "tsx"],
  cue: /\bhono\b/i,
  construct,
  invoke,
  property,
  guess,
  finish,
};

/** What something was seen to serve: given to a server, or its `fetch` taken. */
const served = new WeakSet<RouterNode>();

function property(router: RouterValue, name: string): Value | undefined {
  if (name === "fetch" || name === "fire") served.add(router.node);
  return undefined;
}

function construct(callee: ExternalValue, call: Call): Value | undefined {
  for (const each of call.arguments) if (each.kind === "router" && each.framework === "hono") served.add(each.node);
  const name = callee.path.join(".");
  if (callee.module === "@hono/zod-openapi" && name === "createRoute") return call.arguments[0];
  if (callee.module === "hono/factory" && name === "createFactory") return { ...callee, path: ["factory"] };
  const isApp =
    /^(?:hono(?:\/(?:quick|tiny|preset\/\w+))?|@hono\/zod-openapi|jsr:@hono\/hono)$/.test(callee.module) &&
    /^(?:|Hono|OpenAPIHono)$/.test(name);
  const isMade = callee.module === "hono/factory" && name === "factory.createApp";
  if (!isApp && !isMade) return undefined;
  const strict = truthOf(call.arguments[0], "strict") ?? true;
  return addRouter(
    call.engine,
    createNode("hono", call.at, { isApp: true, caseSensitive: true, strictSlash: strict, sharesSlash: true }),
    "app",
  );
}

function guess({ name, type, file }: UnboundParameter): RouterValue | undefined {
  const isTyped = type !== null && /\b(?:OpenAPI)?Hono\b/.test(type);
  const imports = file.imports.some((each) => /^(?:@hono\/zod-openapi|hono(?:$|\/))/.test(each));
  if (!isTyped && !(imports && type === null && /^(?:app|router|api)$/.test(name))) return undefined;
  const at = { file: file.file, line: 1, column: 1 };
  return routerValue(createNode("hono", at, { isGuess: true, caseSensitive: true, strictSlash: true }), "router");
}

/**
 * Applications and routers are the same to Hono. One that is exported by name only, or made by a function that nothing calls, mounts
 * nothing and is neither served nor mounted is a router that was forgotten, where another application of its package mounts some.
 */
function finish(engine: Engine): void {
  const own = engine.nodes.filter((node) => node.framework === "hono" && !isTestFile(node.at.file));
  const mounted = new Set(
    own.flatMap((node) => node.entries.flatMap((each) => (each.kind === "mount" ? [each.target] : []))),
  );
  const mounts = (node: RouterNode) => node.entries.some((each) => each.kind === "mount");
  for (const node of own) {
    if (!node.isApp || mounted.has(node) || mounts(node) || served.has(node)) continue;
    if (!node.isUncalled && !isNamedExport(node, engine)) continue;
    const home = packageFolder(node.at.file, engine);
    if (own.some((each) => mounts(each) && packageFolder(each.at.file, engine) === home)) node.isApp = false;
  }
}

function isNamedExport(node: RouterNode, engine: Engine): boolean {
  const module = engine.module(node.at.file);
  if (module === undefined) return false;
  const names = [...module.exports.entries].flatMap(([name, entry]) => {
    const value = force(entry);
    return value.kind === "router" && value.node === node ? [name] : [];
  });
  return names.length > 0 && !names.includes("default") && module.whole === null;
}

function readHonoPath(text: string): PathPattern {
  // A lone slash under a prefix is that prefix without a slash.
  if (text === "/") return NO_PREFIX;
  const absolute = text.startsWith("/") || text === "" || text === "*" ? text : `/${text}`;
  return readColonPath(absolute === "*" ? "/*" : absolute, { brackets: "{}", wildcardMayBeAbsent: true });
}

function withBase(router: RouterValue, path: string): PathPattern {
  const base = router.base;
  if (base === "") return readHonoPath(path);
  const tail = path === "/" || path === "" ? "" : path.startsWith("/") ? path : `/${path}`;
  return readHonoPath(`${base}${tail}`);
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  if (VERBS.has(method)) return registerRoute(router, [method === "all" ? "ANY" : method.toUpperCase()], call, 0);
  const [first, second] = call.arguments;
  if (method === "on" && first !== undefined) {
    return registerRoute(
      router,
      textsOf(first).map((each) => each.toUpperCase()),
      call,
      1,
    );
  }
  if (method === "basePath" && first !== undefined) return { ...router, base: joined(router.base, textOf(first)) };
  if (method === "route" && first !== undefined) return mount(router, textOf(first), second, call);
  if (method === "mount" && first !== undefined) return mount(router, textOf(first), second, call);
  if (method === "openapi") return registerDescribed(router, call);
  if (/^doc(?:31)?$/.test(method) && first?.kind === "text") return registerDocument(router, first.value, call);
  if (/^(?:use|notFound|onError|fire|fetch|request)$/.test(method)) return router;
  return undefined;
}

function joined(base: string, path: string): string {
  const tail = path.replace(/^\/|\/$/g, "");
  return tail === "" ? base : `${base.replace(/\/$/, "")}/${tail}`;
}

function mount(router: RouterValue, path: string, target: Value | undefined, call: Call): Value {
  const inner = target?.kind === "bound" ? target.of : target;
  if (inner?.kind === "router") {
    // What the mounted value puts before its own paths is part of them already.
    router.node.entries.push({ kind: "mount", prefixes: [withBase(router, path)], target: inner.node, at: call.at });
    noteCopied(inner.node, call);
  }
  return router;
}

function registerRoute(router: RouterValue, methods: readonly string[], call: Call, skipped: number): Value {
  const first = call.arguments[skipped];
  const named = first?.kind === "function" ? [] : textsOf(first);
  const hasPath = named.length > 0 || first?.kind === "unknown";
  const before = router.properties.get("path");
  const paths = hasPath ? (named.length > 0 ? named : first === undefined ? [] : [textOf(first)]) : textsOf(before);
  const last = call.arguments.length - 1;
  const value = call.arguments[last];
  if (value === undefined || last < skipped + (hasPath ? 1 : 0)) return router;
  const handler = readHandler(value, call.expressions[last]?.value, call);
  const entry: RouteEntry = {
    ...PLAIN_ROUTE,
    methods,
    paths: (paths.length === 0 ? ["*"] : paths).map((path) => withBase(router, path)),
    at: call.at,
    handler: handler.location,
    problems: handler.isMissing ? ["missing-handler"] : [],
    passesOn: handler.traits?.passesOn ?? false,
    isFallback: (handler.traits?.saysNotFound ?? false) && paths.some((path) => /^\/?\*$/.test(path)),
  };
  addToCopied(router.node, entry, call.engine);
  const path = paths.at(-1);
  if (path === undefined) return router;
  return { ...router, properties: new Map([...router.properties, ["path", { kind: "text", value: path }]]) };
}

/** `app.doc("/openapi.json", …)` serves the description of the application, by https://hono.dev/examples/zod-openapi. */
function registerDocument(router: RouterValue, path: string, { at }: Call): Value {
  router.node.entries.push({ ...PLAIN_ROUTE, methods: ["GET"], paths: [withBase(router, path)], at });
  return router;
}

function registerDescribed(router: RouterValue, call: Call): Value {
  const [described, handler] = call.arguments;
  const path = optionOf(described, "path");
  const methods = textsOf(optionOf(described, "method")).map((each) => each.toUpperCase());
  if (path === undefined || methods.length === 0) return router;
  const text = textOf(path).replace(/\{(\w+)\}/g, ":$1");
  const { location } =
    handler === undefined ? { location: null } : readHandler(handler, call.expressions[1]?.value, call);
  addToCopied(
    router.node,
    { ...PLAIN_ROUTE, methods, paths: [withBase(router, text)], at: call.at, handler: location },
    call.engine,
  );
  return router;
}
