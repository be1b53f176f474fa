import type { Location } from "../../model/place.ts";
import { passedOverIn } from "../graph/alternatives.ts";
import { addRouter, type Call, type Engine, placeIn } from "../graph/engine.ts";
import { createNode, NO_PREFIX, type PathPattern, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import {
  ABSENT,
  type ClassValue,
  type ExternalValue,
  type RouterValue,
  textOf,
  unknownValue,
  type Value,
} from "../graph/values.ts";
import { sharedFolders } from "../reading/resolveModule.ts";
import { isTestFile } from "../table/testFile.ts";
import { readExpressPath } from "./expressPath.ts";
import type { Framework } from "./framework.ts";
import { makeConfiguration, readSetting } from "./nestConfig.ts";
import {
  type AppliedDecorator,
  classDecorator,
  type DecoratedMethod,
  makeDecorator,
  methodsOf,
} from "./nestDecorators.ts";
import { makeGraphql, registerEndpoints } from "./nestGraphql.ts";
import { modulesOf, type NestModule } from "./nestModules.ts";
import {
  joinTexts,
  pathsOf,
  prefixesFor,
  type Surroundings,
  type VersionStanding,
  versionStanding,
} from "./nestPrefixes.ts";
import { optionOf } from "./options.ts";

/** NestJS, by https://docs.nestjs.com/controllers: controllers of the modules that the application's module reaches. */
export const nest: Framework = {
  name: "nest",
  languages: ["typescript", "javascript"],
  cue: /@nestjs\//,
  construct,
  invoke,
  recognise: readSetting,
  finish,
};

function construct(callee: ExternalValue, call: Call): Value | undefined {
  if (!callee.module.startsWith("@nestjs/")) return undefined;
  const name = callee.path.join(".");
  if (name === "NestFactory.create") {
    const isFastify = call.arguments.some((each) => each.kind === "unknown" && /FastifyAdapter/.test(each.source));
    const node = createNode("nest", call.at, { isApp: true, caseSensitive: isFastify, strictSlash: isFastify });
    const app = addRouter(call.engine, node, "app");
    app.properties.set("module", call.arguments[0] ?? ABSENT);
    return app;
  }
  if (/^RouterModule\.(?:register|forRoot|forChild|forRoutes)$/.test(name)) {
    return {
      kind: "made",
      framework: "nest",
      role: "prefixes",
      at: call.at,
      data: { routes: call.arguments[0] ?? ABSENT },
    };
  }
  return (
    makeGraphql(callee, call) ??
    makeConfiguration(callee, call) ??
    makeDecorator(callee, call) ??
    modulesHanded(callee, call)
  );
}

/** A module that is handed to a method of a package's module is imported with it: `ConditionalModule.registerWhen(Mine, …)`. */
function modulesHanded({ path }: ExternalValue, call: Call): Value | undefined {
  const items = call.arguments.filter(({ kind }) => kind === "class");
  return path.length === 2 && /Module$/.test(path[0] ?? "") && items.length > 0 ? { kind: "list", items } : undefined;
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  const [first, second] = call.arguments;
  if (method === "setGlobalPrefix") {
    const at = placeValue(call.at);
    router.properties
      .set("prefix", first ?? ABSENT)
      .set("exclude", optionOf(second, "exclude") ?? ABSENT)
      .set("prefixAt", at);
    return router;
  }
  if (method === "enableVersioning") {
    router.properties.set("versioning", first ?? { kind: "object", entries: new Map(), of: null, isOpen: false });
    return router;
  }
  if (method === "get" && first?.kind === "class")
    return call.engine.call(first, { ...call, arguments: [], isNew: true });
  if (method === "listen") router.properties.set("listens", { kind: "truth", value: true });
  return /^(?:use|enable|set|connect|start|init|then)/.test(method) ? undefined : unknownValue(method);
}

function placeValue(at: Location): Value {
  return { kind: "made", framework: "nest", role: "place", at, data: {} };
}

function finish(engine: Engine): void {
  const taken = new Set<ClassValue["fact"]>();
  let isOpen = false;
  const apps = appsOf(engine);
  for (const app of apps) {
    const graph = modulesOf(app.properties.get("module"), engine);
    isOpen ||= graph.isOpen;
    registerEndpoints(app, graph, engine);
    for (const module of graph.modules) {
      for (const controller of module.controllers) {
        taken.add(controller.fact);
        registerController(controller, app, module, engine);
      }
    }
  }
  const doubtful = controllersPassedOver(engine);
  for (const declared of [...engine.classes.values()]) {
    if (taken.has(declared.fact) || declared.fact.decorators.length === 0) continue;
    if (classDecorator(declared, "controller", engine) === undefined) continue;
    const isDoubtful = isOpen || doubtful.has(declared.fact);
    registerUnreached(declared, isDoubtful ? nearestOf(apps, declared.scope.file) : null, isDoubtful, engine);
  }
}

/** The application of the project that a file most likely belongs to; of several there the one that is set up furthest. */
function nearestOf(apps: readonly RouterValue[], file: string): RouterValue | null {
  const near = ({ node }: RouterValue) => sharedFolders(node.at.file, file);
  const [nearest] = apps.toSorted((a, b) => near(b) - near(a) || settledness(b) - settledness(a));
  return nearest ?? null;
}

/** The controllers, and those of modules, between which and others a condition chooses. */
function controllersPassedOver(engine: Engine): ReadonlySet<unknown> {
  const passedOver = [...passedOverIn(engine)];
  const modules = passedOver.flatMap((each) => modulesOf(each, engine).modules);
  const listed = modules.flatMap((each) => each.controllers.map((controller) => controller.fact));
  return new Set<unknown>([...listed, ...passedOver.map(({ fact }) => fact)]);
}

/** The applications; of several over one module, such as those of scripts, the one that listens and is set up stands for all. */
function appsOf(engine: Engine): RouterValue[] {
  const best = new Map<unknown, RouterValue>();
  for (const app of engine.routers.values()) {
    if (app.framework !== "nest" || app.role !== "app") continue;
    const module = app.properties.get("module");
    const key = module?.kind === "class" ? module.fact : app;
    const known = best.get(key);
    if (known === undefined || settledness(app) >= settledness(known)) best.set(key, app);
  }
  return [...best.values()];
}

function settledness({ properties, node }: RouterValue): number {
  return (isTestFile(node.at.file) ? 0 : 20) + (properties.has("listens") ? 10 : 0) + properties.size;
}

/** A controller that no module is seen to list; where modules could not be followed, the application's prefix is taken to hold. */
function registerUnreached(
  controller: ClassValue,
  settings: RouterValue | null,
  isOpen: boolean,
  engine: Engine,
): void {
  const at = placeIn(controller.scope, controller.fact.at);
  const holder = createNode("nest", at, {});
  if (isOpen) holder.escaped = at;
  addRouter(engine, holder, "controller");
  mountController(controller, holder, { settings, module: null }, engine);
}

function registerController(controller: ClassValue, app: RouterValue, module: NestModule, engine: Engine): void {
  mountController(controller, app.node, { settings: app, module }, engine);
}

/** Mounts one node for the routes of a controller that take the same global prefix and version. */
function mountController(controller: ClassValue, parent: RouterNode, around: Surroundings, engine: Engine): void {
  const decorator = classDecorator(controller, "controller", engine);
  if (decorator === undefined) return;
  const own = pathsOf(decorator.made.data["path"]);
  const inModule = around.module?.prefix ?? "";
  const bases = own.map((path) => joinTexts(inModule, path));
  const nodes = new Map<string, RouterNode>();
  for (const method of methodsOf(controller, engine)) {
    const route = method.decorators.find(({ made }) => made.role === "route");
    if (route === undefined) continue;
    for (const base of bases) {
      for (const prefix of prefixesFor(method, decorator, base, route, around)) {
        const whole = joinTexts(prefix, base);
        const node = nodes.get(whole) ?? nodeFor(whole, prefix, controller, decorator, parent, around, engine);
        nodes.set(whole, node);
        const standing = versionStanding(method, decorator, around.settings);
        addRoute(node, method, route, standing, handsOn(method, engine));
      }
    }
  }
}

function nodeFor(
  whole: string,
  prefix: string,
  controller: ClassValue,
  decorator: AppliedDecorator,
  parent: RouterNode,
  around: Surroundings,
  engine: Engine,
): RouterNode {
  const spot = decorator.expression.kind === "call" ? decorator.expression.at : controller.fact.at;
  const at = placeIn(controller.scope, spot);
  const { caseSensitive, strictSlash } = parent;
  const node = createNode("nest", at, { caseSensitive, strictSlash });
  node.isForHost = (decorator.made.data["host"]?.kind ?? "absent") !== "absent";
  addRouter(engine, node, "controller");
  const holder = createNode("nest", at, { caseSensitive, strictSlash });
  addRouter(engine, holder, "prefix");
  const prefixAt = around.settings?.properties.get("prefixAt");
  const own = whole.slice(prefix.length);
  const place = prefixAt?.kind === "made" && prefix !== "" ? prefixAt.at : null;
  const isConditional = [...passedOverIn(engine)].some((each) => each.fact === controller.fact);
  if (place === null) {
    parent.entries.push({ kind: "mount", prefixes: [patternOf(whole)], target: node, at, isConditional });
    return node;
  }
  parent.entries.push({ kind: "mount", prefixes: [patternOf(prefix)], target: holder, at: place, isConditional });
  holder.entries.push({ kind: "mount", prefixes: [patternOf(own)], target: node, at });
  return node;
}

function addRoute(
  node: RouterNode,
  method: DecoratedMethod,
  { made, expression }: AppliedDecorator,
  version: VersionStanding,
  passesOn: boolean,
): void {
  const spot = expression.kind === "call" ? expression.at : method.member.at;
  node.entries.push({
    ...PLAIN_ROUTE,
    methods: [textOf(made.data["method"] ?? ABSENT)],
    paths: pathsOf(made.data["path"]).map(patternOf),
    at: placeIn(method.of.scope, spot),
    handler: placeIn(method.of.scope, method.member.at),
    problems: version === "unreachable" ? ["unreachable-version"] : [],
    passesOn: passesOn || version === "by-header",
  });
}

/** True when the method takes `@Next()` and calls it. */
function handsOn({ member, of }: DecoratedMethod, engine: Engine): boolean {
  const fact = member.value.kind === "function" ? engine.functionOf(of.scope.file, member.value.id) : undefined;
  return fact?.traits.passesOn ?? false;
}

function patternOf(path: string): PathPattern {
  const absolute = joinTexts("", path);
  return absolute === "" ? NO_PREFIX : (readExpressPath(absolute)[0] ?? NO_PREFIX);
}
