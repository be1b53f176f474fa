import type { Location } from "../../model/place.ts";
import { addRouter, type Call, type Engine, placeIn } from "../graph/engine.ts";
import { force } from "../graph/members.ts";
import { createNode, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import type { ExternalValue, FunctionValue, Value } from "../graph/values.ts";
import { isTestFile } from "../table/testFile.ts";
import { readColonPath } from "./colonPath.ts";
import type { Framework } from "./framework.ts";
import { locateValue } from "./handlers.ts";
import { registerTables } from "./handMade.ts";
import { optionOf } from "./options.ts";
import { functionsBehind, registerTests } from "./pathTested.ts";

/**
 * Servers without a framework: `node:http`, `Bun.serve`, `Deno.serve` and `fetch` handlers of workers, by the conditions in which they
 * compare the path and by the tables they walk. https://nodejs.org/api/http.html, https://bun.com/docs/api/http, https://developers.cloudflare.com/workers
 */
export const nodeHttp: Framework = {
  name: "http",
  languages: ["javascript", "typescript", "tsx"],
  cue: /\bcreate(?:Secure)?Server\b|\b(?:Bun|Deno)\.serve\b|\bURLPattern\b|\bfetch\s*\(\s*(?:request|req)\b/,
  construct,
  finish,
};

function construct(callee: ExternalValue, call: Call): Value | undefined {
  const name = callee.path.at(-1) ?? "";
  const isNode = /^(?:http|https|http2)$/.test(callee.module) && /^(?:create(?:Secure)?Server|Server)$/.test(name);
  const isServe = /^(?:bun|deno)$/.test(callee.module) && name === "serve";
  if (!isNode && !isServe) return undefined;
  const [options] = call.arguments;
  const handler =
    call.arguments.find((each) => each.kind === "function") ??
    optionOf(options, "fetch") ??
    optionOf(options, "handler");
  if (call.arguments.every(({ kind }) => kind === "function" || kind === "object")) noteServer(call.at, call.engine);
  const routes = isServe ? optionOf(options, "routes") : undefined;
  const node = createNode("http", call.at, { isApp: true, caseSensitive: true, strictSlash: true });
  if (routes !== undefined) registerListed(routes, node);
  if (handler?.kind === "function") registerHandler(handler, node, call.engine);
  return node.entries.length === 0 ? undefined : addRouter(call.engine, node, "app");
}

const servers = new WeakMap<Engine, Location[]>();

function noteServer(at: Location, engine: Engine): void {
  servers.set(engine, [...(servers.get(engine) ?? []), at]);
}

function registerHandler(handler: FunctionValue, node: RouterNode, engine: Engine): void {
  for (const each of functionsBehind(handler, engine)) registerTests(each.fact, each.scope.file, node, null);
}

/** `routes: { "/users/:id": handler, "/orders": { GET, POST } }` of `Bun.serve`. */
function registerListed(routes: Value, node: RouterNode): void {
  if (routes.kind !== "object") return;
  for (const [path, entry] of routes.entries) {
    if (!path.startsWith("/")) continue;
    const value = force(entry);
    const paths = [readColonPath(path, { brackets: "()", wildcardMayBeAbsent: true })];
    const written = routes.written?.entries.find(({ key }) => key?.kind === "text" && key.value === path);
    const at = written === undefined || routes.written === undefined ? node.at : placeIn(routes.written, written.at);
    const verbs = value.kind === "object" && value.of === null ? [...value.entries] : [];
    for (const [method, own] of verbs) {
      node.entries.push({ ...PLAIN_ROUTE, methods: [method], paths, at, handler: locateValue(force(own)) });
    }
    if (verbs.length === 0)
      node.entries.push({ ...PLAIN_ROUTE, methods: ["ANY"], paths, at, handler: locateValue(value) });
  }
}

function finish(engine: Engine): void {
  registerWorkers(engine);
  for (const server of servers.get(engine) ?? []) registerTables("http", server, engine);
}

/** A worker exports an object whose `fetch` answers. */
function registerWorkers(engine: Engine): void {
  for (const file of engine.filesBelow("")) {
    const isExported = engine
      .functionOf(file, 0)
      ?.body.some((each) => each.kind === "export" && each.name === "default");
    if (!isExported || isTestFile(file)) continue;
    const module = engine.module(file);
    const exported = module?.exports.entries.get("default");
    const fetch = exported === undefined ? undefined : optionOf(force(exported), "fetch");
    if (fetch?.kind !== "function") continue;
    const at = placeIn(fetch.scope, fetch.fact.at);
    noteServer(at, engine);
    const node = createNode("http", at, { isApp: true, caseSensitive: true, strictSlash: true });
    registerHandler(fetch, node, engine);
    if (node.entries.length > 0) addRouter(engine, node, "app");
  }
}
