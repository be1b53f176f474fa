import { addRouter, type Call, routerValue } from "../graph/engine.ts";
import { createNode, NO_PREFIX, type PathPattern, PLAIN_ROUTE } from "../graph/routers.ts";
import { ABSENT, type ExternalValue, type RouterValue, textOf, type Value } from "../graph/values.ts";
import { readColonPath } from "./colonPath.ts";
import type { Framework, UnboundParameter } from "./framework.ts";
import { readHandler } from "./handlers.ts";
import { optionOf, truthOf } from "./options.ts";

const VERBS = new Map([
  ...["get", "post", "put", "patch", "head"].map((verb) => [verb, verb.toUpperCase()] as const),
  ["del", "DELETE"],
  ["delete", "DELETE"],
  ["opts", "OPTIONS"],
]);

/** Restify and restify-router, by http://restify.com/docs/server-api: the most specific pattern wins, as find-my-way has it. */
export const restify: Framework = {
  name: "restify",
  languages: ["javascript", "typescript", "tsx"],
  cue: /\brestify\b/,
  construct,
  invoke,
  guess,
};

function construct(callee: ExternalValue, call: Call): Value | undefined {
  const name = callee.path.join(".");
  const isServer = callee.module === "restify" && name === "createServer";
  if (!isServer && !(callee.module === "restify-router" && /^(?:|Router)$/.test(name))) return undefined;
  const ignores = truthOf(call.arguments[0], "ignoreTrailingSlash") ?? false;
  const node = createNode("restify", call.at, {
    isApp: isServer,
    caseSensitive: true,
    strictSlash: !ignores,
    sharesSlash: !isServer,
  });
  return addRouter(call.engine, node, isServer ? "app" : "router");
}

function guess({ name, type, file, apps }: UnboundParameter): RouterValue | undefined {
  const isTyped = type !== null && /\brestify\.Server\b/.test(type);
  const imports = apps.has("restify") || file.imports.some((each) => /^restify/.test(each));
  if (!isTyped && !(imports && type === null && /^(?:server|app|router)$/.test(name))) return undefined;
  if (apps.has("express") && !isTyped) return undefined;
  const at = { file: file.file, line: 1, column: 1 };
  return routerValue(createNode("restify", at, { isGuess: true, caseSensitive: true, strictSlash: true }), "app");
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  const verb = VERBS.get(method);
  if (verb !== undefined) return register(router, verb, call);
  const [first = ABSENT, second = ABSENT] = call.arguments;
  if (method === "applyRoutes" && first.kind === "router") mount(first, router, second, call);
  else if (method === "add" && second.kind === "router") mount(router, second, first, call);
  return /^(?:use|pre|listen|on|applyRoutes|add|group)$/.test(method) ? router : undefined;
}

/** `router.applyRoutes(server, "/prefix")` registers on the server; `router.add("/prefix", other)` nests. */
function mount(on: RouterValue, target: Value, prefix: Value, call: Call): void {
  if (target.kind !== "router" || on.node === target.node) return;
  const prefixes = [prefix.kind === "text" ? readPath(prefix) : NO_PREFIX];
  on.node.entries.push({ kind: "mount", prefixes, target: target.node, at: call.at });
}

function readPath(value: Value): PathPattern {
  return readColonPath(textOf(value), { brackets: "()", wildcardMayBeAbsent: false });
}

/** The path is a text, or described together with the version that a header asks for. */
function register(router: RouterValue, verb: string, call: Call): Value {
  const [first] = call.arguments;
  const path = first?.kind === "object" ? (optionOf(first, "path") ?? optionOf(first, "url")) : first;
  const last = call.arguments.length - 1;
  const value = call.arguments[last];
  if (path === undefined || path.kind === "pattern" || last < 1 || value === undefined) return router;
  const handler = readHandler(value, call.expressions[last]?.value, call);
  router.node.entries.push({
    ...PLAIN_ROUTE,
    methods: [verb],
    paths: [readPath(path)],
    at: call.at,
    handler: handler.location,
    // Versions share a path; a header chooses among them.
    passesOn: optionOf(first, "version") !== undefined,
  });
  return router;
}
