import type { Rewrite } from "../model/route.ts";
import type { FileFacts, FunctionFact, Step } from "./facts.ts";
import { frameworks as ALL } from "./frameworks/index.ts";
import { gateways } from "./gateways/index.ts";
import { createEngine } from "./graph/createEngine.ts";
import { findDoubts } from "./graph/doubts.ts";
import type { Engine } from "./graph/engine.ts";
import { runWithLater } from "./graph/later.ts";
import type { RouterNode } from "./graph/routers.ts";
import { performPassedOver } from "./graph/switches.ts";
import { runUncalled } from "./graph/uncalled.ts";
import { runWiring } from "./graph/wiring.ts";
import type { ModuleResolver } from "./reading/resolveModule.ts";
import { isTestFile } from "./table/testFile.ts";

/** The routers of a workspace with everything registered on them, and the files whose facts are still wanted. */
export interface LinkedFacts {
  readonly nodes: readonly RouterNode[];
  /** The facts that took part: those given, and those that imports led to. */
  readonly facts: readonly FileFacts[];
  /** The files of source that were given or that imports led to from there; others were found by where they lie. */
  readonly imported: ReadonlySet<string>;
  /** Files that an import reached and that could not be loaded at once; link again when they are read. */
  readonly needed: readonly string[];
  readonly rewrites: readonly Rewrite[];
  /** True when the run ended before everything was followed, so that nothing is certainly left out. */
  readonly isCutShort: boolean;
  /** Why routers that nothing was seen to mount may be mounted all the same. */
  readonly doubts: ReadonlyMap<RouterNode, string>;
  /** The functions whose bodies were looked at. */
  readonly lookedAt: ReadonlySet<FunctionFact>;
}

const OF_PYTHON = ALL.filter(({ languages }) => languages.includes("python"));
const OF_SCRIPTS = ALL.filter(({ languages }) => languages.some((each) => each !== "python"));

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
  const engine = createEngine({ byFile, files, load }, resolver, part === "python" ? OF_PYTHON : OF_SCRIPTS);
  for (const file of startOrder(facts, resolver)) {
    if (isTestFile(file)) engine.runTest(file);
    else runWithLater(engine, () => engine.module(file));
  }
  performPassedOver(engine);
  const imported = new Set([...byFile.values()].flatMap((each) => (each.language === "data" ? [] : [each.file])));
  runWiring(engine);
  runUncalled(engine);
  performPassedOver(engine);
  for (const framework of engine.frameworks) framework.finish?.(engine);
  const own = part === "python" ? facts.filter(({ language }) => language !== "data") : facts;
  const rewrites = own.flatMap((each) => [...(each.rewrites ?? []), ...linkedRewrites(each.file, engine)]);
  const all = [...byFile.values()];
  return {
    nodes: engine.nodes,
    facts: all,
    imported,
    rewrites: [...rewrites, ...engine.rewrites],
    needed: [...engine.needed],
    isCutShort: !engine.spend(),
    doubts: findDoubts(all, engine, resolver),
    lookedAt: engine.lookedAt.functions,
  };
}

function linkedRewrites(file: string, engine: Engine): readonly Rewrite[] {
  return gateways.flatMap((each) => (each.files.test(file) ? (each.readLinked?.(file, engine) ?? []) : []));
}

/** The modules that `from package import module` may run for what they do. */
function submodulesIn(body: readonly Step[]): readonly string[] {
  return body.flatMap((step) => {
    if (step.kind !== "import") return [];
    const unused = step.bindings.filter((each) => each.isUnused);
    return unused.map(({ imported }) => step.specifier.replace(/(?<=[^.])$/, ".") + imported);
  });
}

/** Modules that nothing imports run first, as they would in the program; test files run last. */
function startOrder(facts: readonly FileFacts[], resolver: ModuleResolver): string[] {
  const imported = new Set<string>();
  for (const { file, imports, language, functions } of facts) {
    if (isTestFile(file)) continue;
    for (const specifier of [...imports, ...submodulesIn(functions[0]?.body ?? [])]) {
      const target = resolver.resolve(specifier, file, language);
      if (target !== null && target !== file) imported.add(target);
    }
  }
  const rank = (file: string) => (isTestFile(file) ? 2 : imported.has(file) ? 1 : 0);
  return facts.map((each) => each.file).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
