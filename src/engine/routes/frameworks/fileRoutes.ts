import type { Location } from "../../model/place.ts";
import type { RouteParameter } from "../../model/route.ts";
import type { Expression, FunctionFact, Target } from "../facts.ts";
import { type Engine, type ModuleRecord, placeIn } from "../graph/engine.ts";
import { force } from "../graph/members.ts";
import type { PathPattern } from "../graph/routers.ts";
import type { FunctionValue, Value } from "../graph/values.ts";
import { folderOf } from "../reading/resolveModule.ts";
import { optionOf } from "./options.ts";

/** A folder in which a file-routed framework is set up, and the file that says so. */
export interface ProjectRoot {
  readonly folder: string;
  readonly file: string;
}

/** The folders that hold a configuration file of the framework, or a `package.json` that depends on it. */
export function findRoots(engine: Engine, configuration: RegExp, dependency: RegExp): readonly ProjectRoot[] {
  const roots = new Map<string, ProjectRoot>();
  for (const file of candidatesIn(engine.filesBelow(""), configuration)) {
    const folder = folderOf(file);
    const isPackage = nameOf(file) === "package.json";
    if (!isPackage || (!roots.has(folder) && dependsOn(engine, file, dependency))) roots.set(folder, { folder, file });
  }
  return [...roots.values()];
}

const candidates = new WeakMap<readonly string[], Map<string, readonly string[]>>();

/** The files that may say so, looked for once in one list of names. */
function candidatesIn(files: readonly string[], configuration: RegExp): readonly string[] {
  const known = candidates.get(files) ?? new Map<string, readonly string[]>();
  candidates.set(files, known);
  const found =
    known.get(configuration.source) ??
    files.filter((file) => nameOf(file) === "package.json" || configuration.test(nameOf(file)));
  known.set(configuration.source, found);
  return found;
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}

function dependsOn(engine: Engine, file: string, dependency: RegExp): boolean {
  const content = engine.factsOf(file)?.data;
  if (typeof content !== "object" || content === null) return false;
  const lists = Object.entries(content).filter(([key]) => key === "dependencies" || key === "devDependencies");
  return lists.some(
    ([, list]) => typeof list === "object" && list !== null && Object.keys(list).some((key) => dependency.test(key)),
  );
}

/** The module of a file; when its facts are not there they are asked for, and null is returned. */
export function moduleOf(file: string, engine: Engine): ModuleRecord | null {
  const module = engine.module(file);
  if (module === undefined) engine.needed.add(file);
  return module ?? null;
}

/** The configuration object that a module exports: by default, as CommonJS, or through a function that returns it. */
export function configurationOf(file: string, engine: Engine): Value | undefined {
  const module = moduleOf(file, engine);
  if (module === null) return undefined;
  const entry = module.exports.entries.get("default");
  const value = entry === undefined ? module.whole : force(entry);
  const given = value?.kind === "function" ? engine.run(value, [], placeIn(value.scope, value.fact.at)) : value;
  if (given?.kind === "object" || given?.kind === "list") return given;
  return wrappedConfiguration(module) ?? given ?? undefined;
}

/** What the configuration file of a project says; undefined for a project without one. */
export function settingsOf(root: ProjectRoot, configuration: RegExp, engine: Engine): Value | undefined {
  return configuration.test(nameOf(root.file)) ? configurationOf(root.file, engine) : undefined;
}

/** What plugins wrapped before it was exported is most often an object of the module that is named for what it is. */
function wrappedConfiguration(module: ModuleRecord): Value | undefined {
  for (const [name, binding] of module.scope.names) {
    if (!/config(?:uration)?$/i.test(name)) continue;
    const value = force(binding);
    if (value.kind === "object" && value.file === undefined) return value;
  }
  return undefined;
}

/** One export of a module: its value and where it is exported. */
export interface NamedExport {
  readonly name: string;
  readonly value: Value;
  readonly at: Location;
  /** The function that a call around it was given: `withUser(async () => …)`. */
  readonly wrapped: FunctionFact | null;
}

/** The exports of a module by the names asked for. */
export function exportsOf(module: ModuleRecord, names: RegExp): NamedExport[] {
  const body = module.facts.functions[0]?.body ?? [];
  const found: NamedExport[] = [];
  for (const [name, entry] of module.exports.entries) {
    if (!names.test(name)) continue;
    const step = body.find((each) => each.kind === "export" && each.name === name);
    const at = placeIn(module.scope, step?.kind === "export" ? step.at : [1, 1]);
    const wrapped = step?.kind === "export" ? wrappedIn(step.value, module) : null;
    found.push({ name, value: force(entry), at, wrapped });
  }
  if (module.whole !== null && names.test("default") && !found.some((each) => each.name === "default")) {
    found.push({ name: "default", value: module.whole, at: placeIn(module.scope, [1, 1]), wrapped: null });
  }
  return found;
}

/** The function of the module that stands inside of calls, be it by its name; null for what is no call. */
function wrappedIn(expression: Expression, module: ModuleRecord, depth = 0): FunctionFact | null {
  if (depth > 5) return null;
  if (expression.kind === "name") {
    const bind = module.body.find((step) => step.kind === "bind" && isNamed(step.target, expression.name));
    return bind?.kind === "bind" ? wrappedIn(bind.value, module, depth + 1) : null;
  }
  if (expression.kind === "function") return depth === 0 ? null : (module.facts.functions[expression.id] ?? null);
  if (expression.kind !== "call") return null;
  const given = expression.arguments.map(({ value }) => wrappedIn(value, module, depth + 1));
  return given.find((each) => each !== null) ?? null;
}

function isNamed(target: Target, name: string): boolean {
  return target.kind === "name" && target.name === name;
}

/** Where what answers for an export is written: the function inside of what wraps it, the function itself, or the export. */
export function handlerOf({ value, at, wrapped }: NamedExport): Location {
  return (wrapped === null ? placeOfFunction(value) : { ...at, line: wrapped.at[0], column: wrapped.at[1] }) ?? at;
}

/** The function behind an exported handler: itself, or the last function of its module when a wrapper hides it. */
export function handlerFact(value: Value, module: ModuleRecord): FunctionFact | null {
  if (value.kind === "function") return value.fact;
  const whole = optionOf(value, "default");
  if (whole?.kind === "function") return whole.fact;
  return module.facts.functions.findLast((each) => each.id !== 0 && each.traits.methods.length > 0) ?? null;
}

/** Where a function is written, or null. */
function placeOfFunction(value: Value): Location | null {
  return value.kind === "function" ? placeIn((value as FunctionValue).scope, value.fact.at) : null;
}

/** Translates folders and file names written with `[id]`, `[...rest]` and `[[...rest]]` into a pattern. */
export function bracketPattern(segments: readonly string[]): PathPattern {
  const parameters: RouteParameter[] = [];
  let template = "";
  for (const segment of segments) {
    const rest = /^\[(\[)?\.\.\.(\w[\w-]*)\]?\]$/.exec(segment);
    if (rest !== null) {
      const name = rest[2] ?? "rest";
      template += `/{${name}*}`;
      parameters.push(
        rest[1] === undefined ? { name, pattern: ".+", optional: false } : { name, pattern: null, optional: true },
      );
      continue;
    }
    const optional = /^\[\[(\w[\w-]*)\]\]$/.exec(segment)?.[1];
    if (optional !== undefined) parameters.push({ name: optional, pattern: null, optional: true });
    template += `/${segment.replace(/\[{1,2}(\w[\w-]*)(?:=\w+)?\]{1,2}/g, "{$1}")}`;
  }
  return { template: template === "" ? "/" : template, parameters, problems: [] };
}
