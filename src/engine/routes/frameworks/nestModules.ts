import type { Engine } from "../graph/engine.ts";
import { ABSENT, type ClassValue, type MadeValue, textOf, type Value } from "../graph/values.ts";
import { classDecorator } from "./nestDecorators.ts";
import { optionOf } from "./options.ts";

/** One module that an application reaches, with the prefix `RouterModule` gives it. */
export interface NestModule {
  readonly of: ClassValue;
  readonly controllers: readonly ClassValue[];
  /** Those of its providers that are classes. */
  readonly providers: readonly ClassValue[];
  readonly prefix: string;
}

/** The modules of an application; `isOpen` when something it imports could not be followed. */
export interface ModuleGraph {
  readonly modules: readonly NestModule[];
  /** The modules of GraphQL that it imports. */
  readonly endpoints: readonly MadeValue[];
  readonly isOpen: boolean;
}

interface Walk {
  readonly found: Map<ClassValue["fact"], { of: ClassValue; controllers: ClassValue[]; providers: ClassValue[] }>;
  readonly endpoints: MadeValue[];
  readonly prefixes: Map<ClassValue["fact"], string>;
  isOpen: boolean;
}

/** Follows the imports of an application's module, depth first, as Nest does. */
export function modulesOf(root: Value | undefined, engine: Engine): ModuleGraph {
  const walk: Walk = { found: new Map(), prefixes: new Map(), endpoints: [], isOpen: root === undefined };
  if (root !== undefined) visit(root, walk, engine);
  const modules = [...walk.found.values()].map((each) => ({ ...each, prefix: walk.prefixes.get(each.of.fact) ?? "" }));
  return { modules, endpoints: walk.endpoints, isOpen: walk.isOpen };
}

function visit(value: Value, walk: Walk, engine: Engine): void {
  if (value.kind === "class") visitClass(value, walk, engine);
  else if (value.kind === "list") for (const item of value.items) visit(item, walk, engine);
  else if (value.kind === "object") visitDynamic(value, walk, engine);
  else if (value.kind === "made" && value.role === "prefixes") notePrefixes(value.data["routes"] ?? ABSENT, "", walk);
  else if (value.kind === "made" && value.role === "graphql") walk.endpoints.push(value);
  else if (value.kind === "unknown" && !/^@?[a-z][\w-]*[/.]/.test(value.source)) walk.isOpen = true;
}

function visitClass(of: ClassValue, walk: Walk, engine: Engine): void {
  if (walk.found.has(of.fact)) return;
  const entry = { of, controllers: [] as ClassValue[], providers: [] as ClassValue[] };
  walk.found.set(of.fact, entry);
  const options = classDecorator(of, "module", engine)?.made.data["options"];
  entry.controllers.push(...classesIn(optionOf(options, "controllers"), walk));
  entry.providers.push(...providedIn(optionOf(options, "providers")));
  visit(optionOf(options, "imports") ?? ABSENT, walk, engine);
}

/** A dynamic module: `{ module, imports, controllers }`, as `forRoot` returns it. */
function visitDynamic(value: Value, walk: Walk, engine: Engine): void {
  const of = optionOf(value, "module");
  if (of?.kind !== "class") return;
  visitClass(of, walk, engine);
  walk.found.get(of.fact)?.controllers.push(...classesIn(optionOf(value, "controllers"), walk));
  visit(optionOf(value, "imports") ?? ABSENT, walk, engine);
}

function classesIn(value: Value | undefined, walk: Walk): ClassValue[] {
  if (value === undefined) return [];
  if (value.kind === "class") return [value];
  if (value.kind === "list") return value.items.flatMap((item) => classesIn(item, walk));
  if (value.kind === "unknown") walk.isOpen = true;
  return [];
}

/** The classes among providers, each given as itself or as `{ provide, useClass }`. */
function providedIn(value: Value | undefined): ClassValue[] {
  if (value?.kind === "list") return value.items.flatMap(providedIn);
  const given = optionOf(value, "useClass") ?? value;
  return given?.kind === "class" ? [given] : [];
}

function notePrefixes(routes: Value, prefix: string, walk: Walk): void {
  for (const route of routes.kind === "list" ? routes.items : []) {
    const path = optionOf(route, "path");
    const own = path === undefined ? "" : textOf(path).replace(/^\/+|\/+$/g, "");
    const whole = own === "" ? prefix : `${prefix}/${own}`;
    const of = route.kind === "class" ? route : optionOf(route, "module");
    if (of?.kind === "class") walk.prefixes.set(of.fact, whole);
    notePrefixes(optionOf(route, "children") ?? ABSENT, whole, walk);
  }
}
