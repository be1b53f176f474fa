import { addRouter, type Call, type Engine, routerValue } from "../graph/engine.ts";
import { force } from "../graph/members.ts";
import { createNode, type PathPattern, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import { type ExternalValue, type RouterValue, textOf, type Value } from "../graph/values.ts";
import { bracketPattern } from "./fileRoutes.ts";
import type { Framework } from "./framework.ts";
import { locateValue } from "./handlers.ts";
import { optionOf } from "./options.ts";
import { packageFolder } from "./packageFolder.ts";

/** TanStack Router and Start, by https://tanstack.com/router/latest/docs: routes with components are pages, handlers are endpoints. */
export const tanstack: Framework = {
  name: "tanstack",
  languages: ["javascript", "typescript", "tsx"],
  cue: /@tanstack\/(?:react|solid|vue)-(?:router|start)|@tanstack\/start/,
  construct,
  invoke,
};

const apps = new WeakMap<Engine, Map<string, RouterNode>>();

/** One application for each package, because its routes say their whole path themselves. */
function appOf(call: Call): RouterNode {
  const known = apps.get(call.engine) ?? new Map<string, RouterNode>();
  apps.set(call.engine, known);
  const folder = packageFolder(call.at.file, call.engine);
  const app = known.get(folder) ?? createNode("tanstack", call.at, { isApp: true });
  if (!known.has(folder)) {
    known.set(folder, app);
    addRouter(call.engine, app, "app");
  }
  return app;
}

function construct(callee: ExternalValue, call: Call): Value | undefined {
  if (!/^@tanstack\/(?:(?:react|solid|vue)-(?:router|start)|start)(?:\/|$)/.test(callee.module)) return undefined;
  const name = callee.path.at(-1) ?? "";
  const [first] = call.arguments;
  if (/^create(?:Server|API)?FileRoute$/.test(name))
    return routeValue(call, name, first === undefined ? "" : textOf(first));
  if (name === "createRootRoute") return described(routeValue(call, "root", ""), first, call);
  if (name === "createRootRouteWithContext") return routeValue(call, "root", "");
  if (name !== "createRoute") return undefined;
  const own = optionOf(first, "path");
  const given = optionOf(first, "getParentRoute");
  const parent = given?.kind === "function" ? call.engine.run(given, [], call.at) : undefined;
  const before = parent?.kind === "router" ? parent.properties.get("path") : undefined;
  const path = [before, own].map((each) => (each === undefined ? "" : textOf(each).replace(/^\/|\/$/g, "")));
  // A route without a path of its own is a layout.
  return described(
    routeValue(call, own === undefined ? "layout" : "route", path.filter(Boolean).join("/")),
    first,
    call,
  );
}

function routeValue(call: Call, role: string, path: string): RouterValue {
  return { ...routerValue(appOf(call), role), properties: new Map([["path", { kind: "text", value: path }]]) };
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  const [first] = call.arguments;
  if (method === "()") {
    if (router.role === "createAPIFileRoute") registerHandlers(router, first, call);
    return described(router, first, call);
  }
  if (method === "methods") {
    registerHandlers(router, first?.kind === "function" ? call.engine.run(first, [], call.at) : first, call);
    return router;
  }
  return /^(?:addChildren|update|lazy|_addFileChildren|_addFileTypes|server|middleware)$/.test(method)
    ? router
    : undefined;
}

/** Registers what a route's options answer: handlers of the server, and a page where there is something to render. */
function described(router: RouterValue, options: Value | undefined, call: Call): RouterValue {
  const server = optionOf(options, "server");
  const handlers = optionOf(server, "handlers");
  if (handlers !== undefined) registerHandlers(router, handlers, call);
  const own = optionOf(options, "path");
  const isRoot = router.role === "root";
  const path = isRoot && own !== undefined ? textOf(own) : textOf(router.properties.get("path") ?? { kind: "absent" });
  const isPathless =
    /(?:^|\/)(?:_[^/]*|\([^/]*\))$/.test(path) || router.role === "layout" || (isRoot && own === undefined);
  const isPage = handlers === undefined && !/^create(?:Server|API)/.test(router.role);
  const pattern = patternOf(path);
  const isKnown = router.node.entries.some(
    (each) => each.kind === "route" && each.isPage && each.paths[0]?.template === pattern.template,
  );
  if (isPage && !isPathless && !isKnown) {
    router.node.entries.push({
      ...PLAIN_ROUTE,
      methods: ["GET"],
      paths: [pattern],
      at: call.at,
      handler: locateValue(optionOf(options, "component") ?? { kind: "absent" }),
      isPage: true,
      isListed: true,
    });
  }
  return router;
}

/** `{ GET: handler }`, also as what `createHandlers` of a function's argument is given. */
function registerHandlers(router: RouterValue, given: Value | undefined, call: Call): void {
  const value = given?.kind === "function" ? handlersIn(given, call) : given;
  if (value?.kind !== "object") return;
  const path = patternOf(textOf(router.properties.get("path") ?? { kind: "absent" }));
  for (const [name, entry] of value.entries) {
    if (!/^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ANY|ALL)$/.test(name)) continue;
    const answer = force(entry);
    const handler = locateValue(optionOf(answer, "handler") ?? answer);
    const methods = [name === "ALL" ? "ANY" : name];
    router.node.entries.push({ ...PLAIN_ROUTE, methods, paths: [path], at: call.at, handler });
  }
}

function handlersIn(given: Value, call: Call): Value {
  const tools: Value = {
    kind: "object",
    entries: new Map([["createHandlers", { kind: "external", module: "Promise", path: ["resolve"] }]]),
    of: null,
    isOpen: true,
  };
  return call.engine.run(given, [tools], call.at);
}

/** `$id`, `{-$id}` and `$` are parameters, an optional one and the rest; `_layout` and `(group)` leave no trace. */
function patternOf(path: string): PathPattern {
  const parts = path.split("/").filter((part) => part !== "" && !/^_|^\(.*\)$/.test(part));
  const segments = parts.map((part) => {
    if (part === "$" || part === "{$}") return "[[...splat]]";
    const plain = part.replace(/_$/, "");
    const optional = /^\{-\$(\w+)\}$/.exec(plain)?.[1];
    return optional === undefined ? plain.replace(/\{?\$(\w+)\}?/g, "[$1]") : `[[${optional}]]`;
  });
  return bracketPattern(segments);
}
