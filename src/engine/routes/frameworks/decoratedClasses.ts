import { addRouter, type Call, type Engine, placeIn } from "../graph/engine.ts";
import { createNode, NO_PREFIX, type PathPattern, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import { ABSENT, type ClassValue, type ExternalValue, type MadeValue, textOf, type Value } from "../graph/values.ts";
import { readColonPath } from "./colonPath.ts";
import type { Framework } from "./framework.ts";
import { classDecorator, type DecoratedMethod, methodsOf } from "./nestDecorators.ts";
import { optionOf, textsOf } from "./options.ts";
import { packageFolder } from "./packageFolder.ts";

/** What a decorator of a method says: the methods it answers, upper case or `ANY`, and its path. */
export interface DecoratedRoute {
  readonly methods: readonly string[];
  readonly path: Value | undefined;
}

/** What tells one framework of decorated controller classes from another. */
export interface ControllerDialect {
  readonly name: string;
  readonly cue: RegExp;
  readonly module: RegExp;
  /** The decorators of controller classes, whose path is their first argument or the `path` of it. */
  readonly controllers: RegExp;
  /** True when a class without such a decorator is a controller as well, by what its methods carry. */
  readonly needsNoController?: boolean;
  /** True when of the controllers that the program loads the last one is registered first. */
  readonly isLastFirst?: boolean;
  /** What a decorator of a method says of a route; undefined for all others. */
  routeOf(name: string, call: Call): DecoratedRoute | undefined;
  /** The prefix of everything, where this call makes or sets up the application; undefined for other calls. */
  prefixOf?(name: string, call: Call): Value | undefined;
  /** The prefix of everything, where a call of something that is not known sets it, by what it is called; undefined for others. */
  prefixSet?(callee: string, call: Call): Value | undefined;
  /** The prefix of everything that a configuration file of the framework sets, and that file. */
  prefixConfigured?(engine: Engine): ConfiguredPrefix | undefined;
}

/** A prefix and the file that sets it. */
export interface ConfiguredPrefix {
  readonly prefix: Value;
  readonly file: string;
}

interface App {
  readonly prefix: PathPattern;
  readonly at: Call["at"];
}

/**
 * A framework whose routes are decorators of classes and their methods; every class that is declared counts as served, by an
 * application of its own package.
 */
export function decoratedFramework(dialect: ControllerDialect): Framework {
  const apps = new WeakMap<Engine, App[]>();
  const note = (prefix: Value, { at, engine }: Call) => {
    apps.set(engine, [...(apps.get(engine) ?? []), { prefix: patternOf(textOf(prefix)), at }]);
  };
  return {
    name: dialect.name,
    languages: ["javascript", "typescript", "tsx"],
    cue: dialect.cue,
    construct(callee, call) {
      if (!dialect.module.test(callee.module)) return undefined;
      const name = callee.path.at(-1) ?? "";
      const prefix = dialect.prefixOf?.(name, call);
      if (prefix !== undefined) note(prefix, call);
      return prefix === undefined ? makeDecorator(dialect, callee, call) : undefined;
    },
    recognise(callee, call) {
      const prefix = dialect.prefixSet?.(callee, call);
      if (prefix !== undefined) note(prefix, call);
      return prefix;
    },
    finish(engine) {
      registerAll(dialect, apps.get(engine) ?? configured(dialect.prefixConfigured?.(engine)), engine);
    },
  };
}

function configured(found: ConfiguredPrefix | undefined): readonly App[] {
  if (found === undefined) return [];
  return [{ prefix: patternOf(textOf(found.prefix)), at: { file: found.file, line: 1, column: 1 } }];
}

/** The application that serves a package: one of its own, else any, and one with a prefix before others. */
function appOf(folder: string, apps: readonly App[], engine: Engine): App | undefined {
  const own = apps.filter(({ at }) => packageFolder(at.file, engine) === folder);
  const [first] = own.length > 0 ? own : apps;
  return (own.length > 0 ? own : apps).find(({ prefix }) => prefix.template !== "") ?? first;
}

function makeDecorator(dialect: ControllerDialect, callee: ExternalValue, call: Call): MadeValue | undefined {
  const name = callee.path.at(-1) ?? "";
  const make = (role: string, data: MadeValue["data"]): MadeValue => ({
    kind: "made",
    framework: dialect.name,
    role,
    at: call.at,
    data,
  });
  const [first] = call.arguments;
  if (dialect.controllers.test(name)) return make("controller", { path: pathGiven(first) });
  const route = dialect.routeOf(name, call);
  if (route === undefined) return undefined;
  const methods: Value = { kind: "list", items: route.methods.map((value) => ({ kind: "text", value })) };
  return make("route", { methods, path: route.path ?? ABSENT });
}

/** `"/users"`, `{ path: "/users" }`, and what else frameworks call it. */
function pathGiven(first: Value | undefined): Value {
  if (first?.kind !== "object") return first ?? ABSENT;
  return optionOf(first, "path") ?? optionOf(first, "basePath") ?? optionOf(first, "route") ?? ABSENT;
}

function registerAll(dialect: ControllerDialect, apps: readonly App[], engine: Engine): void {
  const roots = new Map<string, RouterNode>();
  const all = [...engine.classes.values()];
  const isLoaded = dialect.isLastFirst ? loadedBy(apps, engine) : () => true;
  const loaded = all.filter(isLoaded);
  const ordered = dialect.isLastFirst ? loaded.reverse() : loaded;
  for (const declared of [...ordered, ...all.filter((each) => !isLoaded(each))]) {
    const decorator = classDecorator(declared, "controller", engine, dialect.name);
    if (decorator === undefined && !dialect.needsNoController) continue;
    const routes = methodsOf(declared, engine, dialect.name).filter((each) => each.decorators.length > 0);
    if (routes.length === 0) continue;
    const at = placeIn(declared.scope, declared.fact.at);
    const folder = packageFolder(at.file, engine);
    // What no program loads stands before or behind nothing.
    const home = isLoaded(declared) ? folder : at.file;
    const root = roots.get(home) ?? newApp(dialect.name, appOf(folder, apps, engine), at, engine);
    roots.set(home, root);
    const paths = pathsOf(decorator?.made.data["path"]);
    for (const path of paths) registerController(declared, path, routes, root, engine);
  }
}

/** Whether the program that makes the application of a class's own package imports its file, be it through others. */
function loadedBy(apps: readonly App[], engine: Engine): (of: ClassValue) => boolean {
  const loaded = new Map<string, ReadonlySet<string>>();
  return ({ scope }) => {
    const folder = packageFolder(scope.file, engine);
    const own = apps.map(({ at }) => at.file).filter((each) => packageFolder(each, engine) === folder);
    const files = loaded.get(folder) ?? importedFrom(own, engine);
    loaded.set(folder, files);
    return files.has(scope.file);
  };
}

function importedFrom(files: readonly string[], engine: Engine): ReadonlySet<string> {
  const found = new Set(files);
  for (const file of found) {
    for (const specifier of engine.factsOf(file)?.imports ?? []) {
      const target = engine.resolve(specifier, file);
      if (target !== null) found.add(target);
    }
  }
  return found;
}

function newApp(framework: string, app: App | undefined, at: Call["at"], engine: Engine): RouterNode {
  const root = createNode(framework, app?.at ?? at, { isApp: true, prefix: app?.prefix ?? NO_PREFIX });
  addRouter(engine, root, "app");
  return root;
}

function registerController(
  declared: ClassValue,
  path: string,
  routes: readonly DecoratedMethod[],
  root: RouterNode,
  engine: Engine,
): void {
  const at = placeIn(declared.scope, declared.fact.at);
  const node = createNode(root.framework, at, {});
  addRouter(engine, node, "controller");
  root.entries.push({ kind: "mount", prefixes: [patternOf(path)], target: node, at });
  for (const { member, of, decorators } of routes) {
    for (const { made } of decorators) {
      if (made.role !== "route") continue;
      node.entries.push({
        ...PLAIN_ROUTE,
        methods: textsOf(made.data["methods"]),
        paths: pathsOf(made.data["path"]).map(patternOf),
        at: made.at,
        handler: placeIn(of.scope, member.at),
      });
    }
  }
}

function pathsOf(value: Value | undefined): string[] {
  if (value === undefined || value.kind === "absent" || value.kind === "object") return [""];
  if (value.kind === "list") return value.items.map(textOf);
  return [textOf(value)];
}

/** Colons and braces both name parameters; a path needs no slash before it. */
function patternOf(path: string): PathPattern {
  const bare = path.replace(/\/+$/, "");
  if (bare === "") return NO_PREFIX;
  return readColonPath(bare.startsWith("/") ? bare : `/${bare}`, { brackets: "()", wildcardMayBeAbsent: false });
}

/** The route of a decorator that is called like its method: `@Get("/path")`, `@httpGet("/path")`, `@All()`. */
export function verbRoute(name: string, call: Call): DecoratedRoute | undefined {
  const verb = /^(?:http)?(get|post|put|patch|delete|del|head|options|all|trace)$/i.exec(name)?.[1]?.toLowerCase();
  if (verb === undefined) return undefined;
  const method = verb === "all" ? "ANY" : verb === "del" ? "DELETE" : verb.toUpperCase();
  const [first] = call.arguments;
  return { methods: [method], path: first?.kind === "object" ? pathGiven(first) : first };
}
