import type { Location } from "../../model/place.ts";
import type { RouteParameter } from "../../model/route.ts";
import type { FunctionFact } from "../facts.ts";
import { addRouter, type Call, type Engine, routerValue } from "../graph/engine.ts";
import { createNode, NO_PREFIX, type PathPattern, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import { ABSENT, type ExternalValue, type MadeValue, type RouterValue, textOf, type Value } from "../graph/values.ts";
import { sharedFolders } from "../reading/resolveModule.ts";
import type { Framework, UnboundParameter } from "./framework.ts";
import { locateValue } from "./handlers.ts";
import { textsOf } from "./options.ts";
import { dotted, namedOr } from "./pythonCalls.ts";

/** Pyramid, by https://docs.pylonsproject.org/projects/pyramid: routes have names, views are joined to them by name. */
export const pyramid: Framework = {
  name: "pyramid",
  languages: ["python"],
  cue: /\bpyramid\b|\.add_route\(|def includeme\(/,
  construct,
  invoke,
  apply,
  guess,
  finish,
};

interface NamedRoute {
  readonly name: string;
  readonly node: RouterNode;
  readonly path: PathPattern;
  readonly methods: readonly string[];
  readonly at: Location;
  /** Its place among the entries of its node, so that the order of registration is kept. */
  readonly order: number;
}

interface NamedView {
  readonly route: string | null;
  readonly methods: readonly string[];
  readonly fact: FunctionFact | null;
  readonly handler: Location | null;
  readonly file: string;
}

interface Notes {
  readonly routes: NamedRoute[];
  readonly views: NamedView[];
}

const notes = new WeakMap<Engine, Notes>();

function notesOf(engine: Engine): Notes {
  const known = notes.get(engine) ?? { routes: [], views: [] };
  notes.set(engine, known);
  return known;
}

function construct(callee: ExternalValue, call: Call): Value | undefined {
  const path = dotted(callee);
  if (!path.startsWith("pyramid.")) return undefined;
  if (path === "pyramid.config.Configurator") {
    const prefix = call.named.get("route_prefix");
    const node = createNode("pyramid", call.at, {
      isApp: true,
      caseSensitive: true,
      strictSlash: true,
      ...(prefix === undefined ? {} : { prefix: readPath(textOf(prefix)) }),
    });
    return addRouter(call.engine, node, "app");
  }
  if (!/^pyramid\.view\.view_(?:config|defaults)$/.test(path)) return undefined;
  const data = { route: call.named.get("route_name") ?? ABSENT, methods: call.named.get("request_method") ?? ABSENT };
  return { kind: "made", framework: "pyramid", role: path.endsWith("config") ? "view" : "defaults", at: call.at, data };
}

function guess({ name, type, file }: UnboundParameter): RouterValue | undefined {
  if (file.language !== "python") return undefined;
  const isTyped = type !== null && /\bConfigurator\b/.test(type);
  const imports = file.imports.some((each) => /^pyramid\b/.test(each));
  const isNamed = type === null && name === "config";
  const includes = () => file.functions.some((each) => each.name === "includeme");
  if (!isTyped && !(isNamed && (imports || includes()))) return undefined;
  const at = { file: file.file, line: 1, column: 1 };
  return routerValue(createNode("pyramid", at, { isGuess: true, caseSensitive: true, strictSlash: true }), "app");
}

/** Translates `{name}`, `{name:expression}`, `*rest` and the old `:name`; a missing first slash is put there. */
function readPath(text: string): PathPattern {
  const parameters: RouteParameter[] = [];
  const template = text
    .replace(/\{(\w+)(?::((?:[^{}]|\{[^{}]*\})*))?\}/g, (_, name: string, pattern: string | undefined) => {
      if (pattern !== undefined) parameters.push({ name, pattern, optional: false });
      return `{${name}}`;
    })
    .replace(/\*(\w+)$/, (_, name: string) => {
      parameters.push({ name, pattern: null, optional: true });
      return `{${name}*}`;
    })
    .replace(/\/:(\w+)/g, "/{$1}");
  return {
    template: template === "" || template.startsWith("/") ? template : `/${template}`,
    parameters,
    problems: [],
  };
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  if (method === "add_route") return addRoute(router, call);
  if (method === "add_view") {
    const view = namedOr(call, "view", 0) ?? ABSENT;
    note(call.named.get("route_name"), call.named.get("request_method"), view, call);
    return router;
  }
  if (method === "add_static_view") {
    const name = textOf(namedOr(call, "name", 0) ?? ABSENT).replace(/\/$/, "");
    if (!/^[a-z]+:|^\/\//.test(name)) {
      const paths = [readPath(`${name}/*subpath`)];
      router.node.entries.push({ ...PLAIN_ROUTE, methods: ["GET"], paths, at: call.at });
    }
    return router;
  }
  if (method === "include") return include(router, call);
  if (method === "route_prefix_context") {
    return include(
      { ...router },
      { ...call, arguments: [], named: new Map([["route_prefix", call.arguments[0] ?? ABSENT]]) },
    );
  }
  return undefined;
}

function addRoute(router: RouterValue, call: Call): Value {
  const name = namedOr(call, "name", 0);
  const pattern = namedOr(call, "pattern", 1) ?? call.named.get("path");
  if (name?.kind !== "text" || pattern === undefined || call.named.get("static")?.kind === "truth") return router;
  notesOf(call.engine).routes.push({
    name: name.value,
    node: router.node,
    path: readPath(textOf(pattern)),
    methods: textsOf(call.named.get("request_method")),
    at: call.at,
    order: router.node.entries.length,
  });
  return router;
}

/** `include(function, route_prefix="/x")`, or a module named by its path, whose `includeme` is meant. */
function include(router: RouterValue, call: Call): Value {
  const prefix = call.named.get("route_prefix");
  const node = createNode("pyramid", call.at, { caseSensitive: true, strictSlash: true });
  const prefixes = [prefix === undefined || prefix.kind === "absent" ? NO_PREFIX : readPath(textOf(prefix))];
  router.node.entries.push({ kind: "mount", prefixes, target: node, at: call.at });
  const inner = addRouter(call.engine, node, "app");
  const callable = includedBy(namedOr(call, "callable", 0), call);
  if (callable?.kind === "function") call.engine.run(callable, [inner], call.at);
  return inner;
}

function includedBy(given: Value | undefined, call: Call): Value | undefined {
  if (given?.kind === "text") {
    const [module = "", name = "includeme"] = given.value.split(":");
    return call.engine.importName(module, call.at.file, name);
  }
  return given?.kind === "object" ? call.engine.member(given, "includeme") : given;
}

function note(route: Value | undefined, methods: Value | undefined, view: Value, call: Call): void {
  notesOf(call.engine).views.push({
    route: route?.kind === "text" ? route.value : null,
    methods: textsOf(methods),
    fact: view.kind === "function" ? view.fact : null,
    handler: locateValue(view),
    file: call.at.file,
  });
}

const classDefaults = new WeakMap<
  FunctionFact,
  { readonly route: string | null; readonly methods: readonly string[] }
>();

function apply(made: MadeValue, call: Call): Value | undefined {
  const [target] = call.arguments;
  if (target === undefined) return undefined;
  if (made.role === "view") note(made.data["route"], made.data["methods"], target, { ...call, at: made.at });
  if (made.role === "defaults" && target.kind === "class") {
    const functions = call.engine.factsOf(target.scope.file)?.functions ?? [];
    const route = made.data["route"]?.kind === "text" ? made.data["route"].value : null;
    for (const { value } of target.fact.members) {
      const fact = value.kind === "function" ? functions[value.id] : undefined;
      if (fact !== undefined) classDefaults.set(fact, { route, methods: textsOf(made.data["methods"]) });
    }
  }
  return target;
}

/** Joins views and routes by name; where two applications share one, the view belongs to the route that is nearer to its file. */
function finish(engine: Engine): void {
  const { routes, views } = notesOf(engine);
  const joined = new Map<NamedRoute, NamedView[]>();
  for (const view of views) {
    const defaults = view.fact === null ? undefined : classDefaults.get(view.fact);
    const name = view.route ?? defaults?.route;
    const methods = view.methods.length > 0 ? view.methods : (defaults?.methods ?? []);
    const nearest = routes
      .filter((each) => each.name === name)
      .sort((a, b) => sharedFolders(b.at.file, view.file) - sharedFolders(a.at.file, view.file))[0];
    if (nearest !== undefined) joined.set(nearest, [...(joined.get(nearest) ?? []), { ...view, methods }]);
  }
  for (const route of routes.toReversed()) {
    const own = joined.get(route) ?? [{ route: null, methods: [], fact: null, handler: null, file: "" }];
    route.node.entries.splice(
      route.order,
      0,
      ...own.map((view) => ({
        ...PLAIN_ROUTE,
        methods: route.methods.length > 0 ? route.methods : view.methods.length > 0 ? view.methods : ["ANY"],
        paths: [route.path],
        at: route.at,
        handler: view.handler,
        // Views with predicates of their own share a route.
        passesOn: own.length > 1,
      })),
    );
  }
}
