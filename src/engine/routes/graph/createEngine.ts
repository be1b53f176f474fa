import type { FileFacts } from "../facts.ts";
import type { Framework } from "../frameworks/framework.ts";
import { frameworks as ALL } from "../frameworks/index.ts";
import type { ModuleResolver } from "../reading/resolveModule.ts";
import { bindParameters } from "./arguments.ts";
import { evaluateCall, follow } from "./calls.ts";
import { callWith, type Engine, type ModuleRecord } from "./engine.ts";
import { evaluate } from "./evaluate.ts";
import { createImporting } from "./imports.ts";
import { LookedAt } from "./lookedAt.ts";
import { readMember } from "./members.ts";
import { createModule, runModule } from "./modules.ts";
import { perform } from "./perform.ts";
import { type SortedNames, sortNames } from "./sortedNames.ts";

const BUDGET = 3_000_000;
/** What all tests, and one file of them, may spend: they come last, and long runs of assertions say nothing of routes. */
const BUDGET_OF_TESTS = { all: 400_000, file: 40_000 };
const BY_NAME = new Map(ALL.map((each) => [each.name, each]));

/** The files of an engine: the facts of those that were read, the names of all, and how another is loaded. */
export interface EngineFiles {
  readonly byFile: Map<string, FileFacts>;
  readonly files: ReadonlySet<string>;
  readonly load: (file: string) => FileFacts | undefined;
}

/** An engine that has run nothing yet, with what it may spend. */
export function createEngine(world: EngineFiles, resolver: ModuleResolver, frameworks: readonly Framework[]): Engine {
  const lookedAt = new LookedAt();
  const self = () => engine;
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
    ...createInterpreting(self),
    ...createImporting(resolver, self),
    ...createReading(world, lookedAt, self),
    ...createSpending(self),
  };
  return engine;
}

type Interpreting = Pick<
  Engine,
  "evaluate" | "perform" | "call" | "evaluateCall" | "run" | "member" | "bindParameters"
>;

function createInterpreting(self: () => Engine): Interpreting {
  return {
    evaluate: (expression, scope) => evaluate(expression, scope, self()),
    perform: (steps, scope, frame) => perform(steps, scope, frame, self()),
    call: (callee, call) => follow(callee, call, self()),
    evaluateCall: (expression, scope) => evaluateCall(expression, scope, self()),
    run(callee, values, at) {
      const scope = { file: at.file, names: new Map(), parent: null, self: null, home: null };
      return follow(callee, callWith(values, at, scope, self()), self());
    },
    member: (of, name) => readMember(of, name, self()),
    bindParameters: (parameters, call, scope) => bindParameters(parameters, call, scope, self()),
  };
}

type Reading = Pick<
  Engine,
  "filesBelow" | "hasFile" | "factsOf" | "comparesPaths" | "functionOf" | "classOf" | "module"
>;

function createReading({ byFile, files, load }: EngineFiles, lookedAt: LookedAt, self: () => Engine): Reading {
  const modules = new Map<string, ModuleRecord>();
  let names: SortedNames | undefined;
  return {
    filesBelow(folder) {
      names ??= sortNames(files, byFile.keys());
      return names.below(folder);
    },
    hasFile: (file) => byFile.has(file) || files.has(file),
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
      runModule(known, self());
      return known;
    },
  };
}

function createSpending(self: () => Engine): Pick<Engine, "spend" | "runTest"> {
  const left = { all: BUDGET, tests: BUDGET_OF_TESTS.all, file: 0 };
  let isTesting = false;
  return {
    spend: () => (isTesting ? left.tests-- > 0 && left.file-- > 0 : left.all-- > 0),
    runTest(file) {
      isTesting = true;
      left.file = BUDGET_OF_TESTS.file;
      self().module(file);
      isTesting = false;
    },
  };
}
