import type { Rewrite } from "../model/route.ts";
import type { FileFacts, FunctionFact } from "./facts.ts";
import type { Framework } from "./frameworks/framework.ts";
import { frameworks as ALL } from "./frameworks/index.ts";
import { gateways } from "./gateways/index.ts";
import { bindParameters } from "./graph/arguments.ts";
import { callWith, evaluateCall, follow } from "./graph/calls.ts";
import type { Engine, ModuleRecord } from "./graph/engine.ts";
import { evaluate } from "./graph/evaluate.ts";
import { LookedAt } from "./graph/lookedAt.ts";
import { readMember } from "./graph/members.ts";
import { createModule, exportOf, moduleValue, runModule } from "./graph/modules.ts";
import { isFollowed } from "./graph/namedModules.ts";
import { perform } from "./graph/perform.ts";
import type { RouterNode } from "./graph/routers.ts";
import { packagedSettings } from "./graph/settings.ts";
import { runUncalled } from "./graph/uncalled.ts";
import { unknownValue, type Value } from "./graph/values.ts";
import { runWiring } from "./graph/wiring.ts";
import type { ModuleResolver } from "./reading/resolveModule.ts";
import { isTestFile } from "./table/testFile.ts";

/** The routers of a workspace with everything registered on them, and the files whose facts are still wanted. */
export interface LinkedFacts {
  readonly nodes: readonly RouterNode[];
  /** The facts that took part: those given, and those that imports led to. */
  readonly facts: readonly FileFacts[];
  /** Files that an import reached and that could not be loaded at once; link again when they are read. */
  readonly needed: readonly string[];
  readonly rewrites: readonly Rewrite[];
  /** True when the run ended before everything was followed, so that nothing is certainly left out. */
  readonly isCutShort: boolean;
  /** Where modules with computed names are loaded. */
  readonly dynamicLoaders: readonly string[];
  /** The functions whose bodies were looked at. */
  readonly lookedAt: ReadonlySet<FunctionFact>;
}

const BUDGET = 3_000_000;
/** What all tests, and one file of them, may spend: they come last, and long runs of assertions say nothing of routes. */
const BUDGET_OF_TESTS = { all: 400_000, file: 40_000 };
const BY_NAME = new Map(ALL.map((each) => [each.name, each]));
const OF_PYTHON = ALL.filter(({ languages }) => languages.includes("python"));
const OF_SCRIPTS = ALL.filter(({ languages }) => languages.some((each) => each !== "python"));
const MOST_TIMES_AROUND = 3;

/** The languages that are linked together. */
export type Part = "scripts" | "python";

/**
 * Joins the facts of all files of a part of the workspace: runs every module once as far as values can be known, entry modules first,
 * so that routers meet their mounts across files. `files` is every file of the workspace, read or not; `load` is asked for the facts
 * of those that imports lead to, which `resolver` finds.
 */
export function linkFacts(
  facts: readonly FileFacts[],
  files: ReadonlySet<string>,
  load: (file: string) => FileFacts | undefined,
  resolver: ModuleResolver,
  part: Part,
): LinkedFacts {
  const byFile = new Map(facts.map((each) => [each.file, each]));
  const engine = createEngine(byFile, files, resolver, load, part === "python" ? OF_PYTHON : OF_SCRIPTS);
  for (const file of startOrder(facts, resolver)) {
    if (isTestFile(file)) engine.runTest(file);
    else engine.module(file);
  }
  runWiring(engine);
  runUncalled(engine);
  for (const framework of engine.frameworks) framework.finish?.(engine);
  const own = part === "python" ? facts.filter(({ language }) => language !== "data") : facts;
  const rewrites = own.flatMap((each) => [...(each.rewrites ?? []), ...linkedRewrites(each.file, engine)]);
  const all = [...byFile.values()];
  return {
    nodes: engine.nodes,
    facts: all,
    rewrites: [...rewrites, ...engine.rewrites],
    needed: [...engine.needed],
    isCutShort: !engine.spend(),
    dynamicLoaders: all
      .filter(
        (each) => each.loadsDynamically && !isTestFile(each.file) && !isFollowed(engine.lookedAt.handOn(each), engine),
      )
      .map((each) => each.file),
    lookedAt: engine.lookedAt.functions,
  };
}

function linkedRewrites(file: string, engine: Engine): readonly Rewrite[] {
  return gateways.flatMap((each) => (each.files.test(file) ? (each.readLinked?.(file, engine) ?? []) : []));
}

/** Modules that nothing imports run first, as they would in the program; test files run last. */
function startOrder(facts: readonly FileFacts[], resolver: ModuleResolver): string[] {
  const imported = new Set<string>();
  for (const { file, imports, language } of facts) {
    if (isTestFile(file)) continue;
    for (const specifier of imports) {
      const target = resolver.resolve(specifier, file, language);
      if (target !== null && target !== file) imported.add(target);
    }
  }
  const rank = (file: string) => (isTestFile(file) ? 2 : imported.has(file) ? 1 : 0);
  return facts.map((each) => each.file).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

function createEngine(
  byFile: Map<string, FileFacts>,
  files: ReadonlySet<string>,
  resolver: ModuleResolver,
  load: (file: string) => FileFacts | undefined,
  frameworks: readonly Framework[],
): Engine {
  const modules = new Map<string, ModuleRecord>();
  const left = { all: BUDGET, tests: BUDGET_OF_TESTS.all, file: 0 };
  let isTesting = false;
  const lookedAt = new LookedAt();
  let names: readonly string[] | undefined;
  const sorted = () => {
    names ??= [...new Set([...files, ...byFile.keys()])].sort();
    return names;
  };
  const engine: Engine = {
    frameworks,
    framework: (name) => BY_NAME.get(name),
    nodes: [],
    rewrites: [],
    routers: new Map(),
    seen: new Set(),
    functions: new Map(),
    classes: new Map(),
    instances: new Map(),
    needed: new Set(),
    unwrapped: new Set(),
    lookedAt,
    filesBelow: (folder) => sorted().filter((file) => folder === "" || file.startsWith(`${folder}/`)),
    evaluate: (expression, scope) => evaluate(expression, scope, engine),
    perform: (steps, scope, frame) => perform(steps, scope, frame, engine),
    call: (callee, call) => follow(callee, call, engine),
    evaluateCall: (expression, scope) => evaluateCall(expression, scope, engine),
    run(callee, values, at) {
      const scope = { file: at.file, names: new Map(), parent: null, self: null, home: null };
      return follow(callee, callWith(values, at, scope, engine), engine);
    },
    member: (of, name) => readMember(of, name, engine),
    bindParameters: (parameters, call, scope) => bindParameters(parameters, call, scope, engine),
    resolve: (specifier, from) => resolver.resolve(specifier, from, languageOfFile(engine, from)),
    importModule: (specifier, from) => importModule(engine, resolver, specifier, from),
    importName: (specifier, from, imported) => importName(engine, resolver, specifier, from, imported),
    importLater(specifier, from, imported) {
      /** How often this import is being followed right now: two modules may take the same name from each other. */
      let times = 0;
      return () => {
        if (times === MOST_TIMES_AROUND) return unknownValue(imported ?? specifier);
        times += 1;
        const value = importName(engine, resolver, specifier, from, imported);
        times -= 1;
        return value;
      };
    },
    submodule(file, name) {
      if (!/(?:^|\/)__init__\.py$/.test(file)) return null;
      const value = importModule(engine, resolver, `.${name}`, file);
      return value.kind === "object" ? value : null;
    },
    factsOf(file) {
      const facts = byFile.get(file);
      return facts === undefined ? undefined : lookedAt.handOn(facts);
    },
    comparesPaths: (file) => byFile.get(file)?.functions.some((each) => each.tests !== undefined) ?? false,
    functionOf: (file, id) => byFile.get(file)?.functions[id],
    classOf: (file, id) => byFile.get(file)?.classes[id],
    module(file) {
      const facts = byFile.get(file) ?? load(file);
      if (facts === undefined) return undefined;
      byFile.set(file, facts);
      const known =
        modules.get(file) ?? createModule({ facts: lookedAt.handOn(facts), body: facts.functions[0]?.body ?? [] });
      modules.set(file, known);
      runModule(known, engine);
      return known;
    },
    hasFile: (file) => byFile.has(file) || files.has(file),
    spend: () => (isTesting ? left.tests-- > 0 && left.file-- > 0 : left.all-- > 0),
    runTest(file) {
      isTesting = true;
      left.file = BUDGET_OF_TESTS.file;
      engine.module(file);
      isTesting = false;
    },
  };
  return engine;
}

/** `from package import module` where the package has no file of its own. */
function submoduleOf(
  engine: Engine,
  resolver: ModuleResolver,
  specifier: string,
  from: string,
  imported: string,
): Value | null {
  const whole = specifier.endsWith(".") ? specifier + imported : `${specifier}.${imported}`;
  const value = importModule(engine, resolver, whole, from);
  return value.kind === "external" ? null : value;
}

function languageOfFile(engine: Engine, file: string) {
  return engine.factsOf(file)?.language ?? "javascript";
}

function importModule(engine: Engine, resolver: ModuleResolver, specifier: string, from: string): Value {
  const file = resolver.resolve(specifier, from, languageOfFile(engine, from));
  if (file === null) return foreign(specifier, from, engine);
  const module = engine.module(file);
  if (module !== undefined) return moduleValue(module);
  engine.needed.add(file);
  return unknownValue(specifier);
}

function foreign(specifier: string, from: string, engine: Engine): Value {
  if (specifier.startsWith(".")) return unknownValue(specifier);
  const settings = specifier === "config" ? packagedSettings(from, engine) : null;
  if (settings !== null) return settings;
  return { kind: "external", module: specifier.replace(/^node:/, ""), path: [] };
}

function importName(
  engine: Engine,
  resolver: ModuleResolver,
  specifier: string,
  from: string,
  imported: string | null,
): Value {
  const language = languageOfFile(engine, from);
  const file = resolver.resolve(specifier, from, language);
  if (file === null) {
    const inner =
      imported === null || language !== "python" ? null : submoduleOf(engine, resolver, specifier, from, imported);
    if (inner !== null) return inner;
    const value = foreign(specifier, from, engine);
    if (value.kind === "object" && imported === "default") return value;
    return imported === null ? value : engine.member(value, imported);
  }
  const module = engine.module(file);
  if (module === undefined) {
    engine.needed.add(file);
    return unknownValue(imported ?? specifier);
  }
  // `from . import part` in a package's own file means the submodule, whose name this very import binds.
  if (file === from && imported !== null) return engine.submodule(file, imported) ?? unknownValue(imported);
  return imported === null ? moduleValue(module) : exportOf(module, imported, engine);
}
