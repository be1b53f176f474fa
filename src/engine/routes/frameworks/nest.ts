import type { Location } from "../../model/place.ts";
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
import { isTestFile } from "../table/testFile.ts";
import { readExpressPath } from "./expressPath.ts";
import type { Framework } from "./framework.ts";
import {
  type AppliedDecorator,
  classDecorator,
  type DecoratedMethod,
  makeDecorator,
  methodsOf,
} from "./nestDecorators.ts";
import { modulesOf, type NestModule } from "./nestModules.ts";
import { optionOf, textsOf } from "./options.ts";

/** NestJS, by https://docs.nestjs.com/controllers: controllers of the modules that the application's module reaches. */
export const nest: Framework = {
  name: "nest",
  languages: ["typescript", "javascript"],
  cue: /@nestjs\//,
  construct,
  invoke,
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
  return makeDecorator(callee, call);
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
    for (const module of graph.modules) {
      for (const controller of module.controllers) {
        taken.add(controller.fact);
        registerController(controller, app, module, engine);
      }
    }
  }
  for (const declared of [...engine.classes.values()]) {
    if (taken.has(declared.fact) || declared.fact.decorators.length === 0) continue;
    if (classDecorator(declared, "controller", engine) === undefined) continue;
    registerUnreached(declared, isOpen ? (apps[0] ?? null) : null, isOpen, engine);
  }
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

interface Surroundings {
  readonly settings: RouterValue | null;
  readonly module: NestModule | null;
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
        addRoute(node, method, route, versionStanding(method, decorator, around.settings));
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
  if (place === null) {
    parent.entries.push({ kind: "mount", prefixes: [patternOf(whole)], target: node, at });
    return node;
  }
  parent.entries.push({ kind: "mount", prefixes: [patternOf(prefix)], target: holder, at: place });
  holder.entries.push({ kind: "mount", prefixes: [patternOf(own)], target: node, at });
  return node;
}

/** What the version of a route makes of it: nothing, one that no request can choose, or one that a header chooses. */
type VersionStanding = "plain" | "unreachable" | "by-header";

function versionStanding(
  method: DecoratedMethod,
  controller: AppliedDecorator,
  settings: RouterValue | null,
): VersionStanding {
  const asked = askedVersion(method, controller);
  if (asked === undefined || asked.kind === "absent" || asked.kind === "external" || settings === null) return "plain";
  const versioning = settings.properties.get("versioning");
  if (versioning === undefined) return "unreachable";
  return isByPath(versioning) ? "plain" : "by-header";
}

function askedVersion(method: DecoratedMethod, controller: AppliedDecorator): Value | undefined {
  const own = method.decorators.find(({ made }) => made.role === "version")?.made.data["version"];
  return own ?? controller.made.data["version"];
}

function addRoute(
  node: RouterNode,
  method: DecoratedMethod,
  { made, expression }: AppliedDecorator,
  version: VersionStanding,
): void {
  const spot = expression.kind === "call" ? expression.at : method.member.at;
  node.entries.push({
    ...PLAIN_ROUTE,
    methods: [textOf(made.data["method"] ?? ABSENT)],
    paths: pathsOf(made.data["path"]).map(patternOf),
    at: placeIn(method.of.scope, spot),
    handler: placeIn(method.of.scope, method.member.at),
    problems: version === "unreachable" ? ["unreachable-version"] : [],
    passesOn: version === "by-header",
  });
}

function pathsOf(value: Value | undefined): string[] {
  if (value === undefined || value.kind === "absent") return [""];
  if (value.kind === "list") return value.items.flatMap(pathsOf);
  return [textOf(value)];
}

function joinTexts(prefix: string, path: string): string {
  const head = prefix.replace(/\/+$/, "");
  const tail = path.replace(/^\/+|\/+$/g, "");
  return tail === "" ? head : `${head}/${tail}`;
}

function patternOf(path: string): PathPattern {
  const absolute = joinTexts("", path);
  return absolute === "" ? NO_PREFIX : (readExpressPath(absolute)[0] ?? NO_PREFIX);
}

/** The global prefix and the versions that go before a route; one text for each version. */
function prefixesFor(
  method: DecoratedMethod,
  controller: AppliedDecorator,
  base: string,
  route: AppliedDecorator,
  { settings }: Surroundings,
): string[] {
  const prefix = settings?.properties.get("prefix");
  const global = prefix === undefined || prefix.kind === "absent" ? "" : joinTexts("", textOf(prefix));
  const path = joinTexts(base, pathsOf(route.made.data["path"])[0] ?? "");
  const verb = textOf(route.made.data["method"] ?? ABSENT);
  const lead = isExcluded(settings?.properties.get("exclude"), path, verb) ? "" : global;
  return versionsFor(method, controller, settings).map((version) => joinTexts(lead, version));
}

function versionsFor(method: DecoratedMethod, controller: AppliedDecorator, settings: RouterValue | null): string[] {
  const versioning = settings?.properties.get("versioning");
  const asked = askedVersion(method, controller);
  // Where no application is seen, a version that a controller asks for is taken to go by the path, as it does unless said otherwise.
  const isAssumed = settings === null && asked !== undefined && asked.kind !== "absent";
  if (!isAssumed && (versioning === undefined || !isByPath(versioning))) return [""];
  const value = asked === undefined || asked.kind === "absent" ? optionOf(versioning, "defaultVersion") : asked;
  const written = optionOf(versioning, "prefix");
  const letter = written === undefined ? "v" : written.kind === "truth" ? "" : textOf(written);
  const values = value?.kind === "list" ? value.items : value === undefined ? [] : [value];
  const versions = values.map((each) =>
    each.kind === "external" ? "" : `${letter}${textsOf(each)[0] ?? textOf(each)}`,
  );
  return versions.length === 0 ? [""] : versions;
}

function isByPath(versioning: Value): boolean {
  const type = optionOf(versioning, "type");
  return (
    type === undefined ||
    (type.kind === "external" && type.path.at(-1) === "URI") ||
    (type.kind === "number" && type.value === 0)
  );
}

function isExcluded(exclude: Value | undefined, path: string, verb: string): boolean {
  if (exclude?.kind !== "list") return false;
  return exclude.items.some((item) => {
    const text = item.kind === "text" ? item.value : textOf(optionOf(item, "path") ?? ABSENT);
    const method = optionOf(item, "method");
    const named = method?.kind === "external" ? method.path.at(-1) : undefined;
    if (named !== undefined && named !== "ALL" && named !== verb) return false;
    const plain = joinTexts("", text);
    const wild = /^(.*?)\/?(?:\(\.\*\)|\{?\/?\*\w*\}?)$/.exec(plain);
    return wild === null ? plain === path : path === wild[1] || path.startsWith(`${wild[1]}/`);
  });
}
