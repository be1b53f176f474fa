import type { Location } from "../../model/place.ts";
import type { Rewrite } from "../../model/route.ts";
import type {
  Argument,
  CallExpression,
  ClassFact,
  Expression,
  FileFacts,
  FunctionFact,
  Parameter,
  Spot,
  Step,
} from "../facts.ts";
import type { Framework } from "../frameworks/framework.ts";
import type { LookedAt } from "./lookedAt.ts";
import type { RouterNode } from "./routers.ts";
import type { ClassValue, FunctionValue, ObjectValue, RouterValue, Scope, Value } from "./values.ts";

/** A call as frameworks see it: its arguments as values, and the ways to look closer. */
export interface Call {
  readonly arguments: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
  readonly expressions: readonly Argument[];
  readonly at: Location;
  readonly isNew: boolean;
  /** True where the text shows every argument, so that what is not given is not there. */
  readonly isWhole?: boolean;
  readonly engine: Engine;
  readonly scope: Scope;
}

/** One module of the workspace while the workspace is linked. */
export interface ModuleRecord {
  readonly facts: FileFacts;
  readonly body: readonly Step[];
  readonly scope: Scope;
  readonly exports: ObjectValue;
  /** What replaced the exports object (`module.exports = …`), or null. */
  whole: Value | null;
  state: "new" | "running" | "done";
}

/** What one running function gives: its returns, and what it yields as a generator. */
export interface Frame {
  readonly returns: Value[];
  readonly yields: Value[];
}

/** How the parts of the linker reach one another; it walks facts as an interpreter would, with unknowns allowed. */
export interface Engine {
  /** The frameworks of the languages that are linked. */
  readonly frameworks: readonly Framework[];
  framework(name: string): Framework | undefined;
  /** Every router made so far. */
  readonly nodes: RouterNode[];
  /** Rewrites that code registers, such as a proxy used as middleware. */
  readonly rewrites: Rewrite[];
  /** The first value over each node. */
  readonly routers: Map<RouterNode, RouterValue>;
  readonly lookedAt: LookedAt;
  /** The functions that were called. */
  readonly seen: Set<FunctionFact>;
  /** The functions and classes that were met, with the scope they were first met in. */
  readonly functions: Map<FunctionFact, FunctionValue>;
  readonly classes: Map<ClassFact, ClassValue>;
  /** The first instance of each class that was instantiated. */
  readonly instances: Map<ClassFact, Value>;
  /** Functions that a package wrapped so that they work on their caller's own scope. */
  readonly unwrapped: Set<FunctionFact>;
  /** Every file of the workspace below a folder, in path order. */
  filesBelow(folder: string): readonly string[];
  /** Files of the workspace whose facts were asked for and are not there. */
  readonly needed: Set<string>;
  evaluate(expression: Expression, scope: Scope): Value;
  perform(steps: readonly Step[], scope: Scope, frame: Frame): void;
  call(callee: Value, call: Call): Value;
  /** Evaluates a call expression of the facts. */
  evaluateCall(expression: CallExpression, scope: Scope): Value;
  /** Calls a function with values at hand. */
  run(callee: Value, values: readonly Value[], at: Location): Value;
  member(of: Value, name: string): Value;
  bindParameters(
    parameters: readonly Parameter[],
    call: Pick<Call, "arguments" | "named" | "isWhole">,
    scope: Scope,
  ): void;
  /** The file of the workspace that a specifier names, seen from a file; null for a package outside of it. */
  resolve(specifier: string, from: string): string | null;
  /** What a specifier names, seen from a file. */
  importModule(specifier: string, from: string): Value;
  importName(specifier: string, from: string, imported: string | null): Value;
  /** A binding that looks at an imported name when it is used. */
  importLater(specifier: string, from: string, imported: string | null): () => Value;
  /** A submodule as a member of its package, or null. */
  submodule(file: string, name: string): Value | null;
  /** The facts of a file; who walks all its functions or classes makes the table depend on every line of them. */
  factsOf(file: string): FileFacts | undefined;
  /** Whether some function of a file compares the path of a request with anything. */
  comparesPaths(file: string): boolean;
  functionOf(file: string, id: number): FunctionFact | undefined;
  classOf(file: string, id: number): ClassFact | undefined;
  module(file: string): ModuleRecord | undefined;
  /** Runs a module of tests, on a budget of their own. */
  runTest(file: string): void;
  /** The files of the workspace, whether read or not. */
  hasFile(file: string): boolean;
  /** Counts work; false when the budget of the run is spent. */
  spend(): boolean;
}

/** The location of a spot in the file of a scope. */
export function placeIn(scope: Pick<Scope, "file">, spot: Spot): Location {
  return { file: scope.file, line: spot[0], column: spot[1] };
}

/** A call of values at hand, as if it had been written at `at`. */
export function callWith(values: readonly Value[], at: Location, scope: Scope, engine: Engine): Call {
  return { arguments: values, named: new Map(), expressions: [], at, isNew: false, engine, scope };
}

/** Files a node with the engine and gives a value over it. */
export function addRouter(engine: Engine, node: RouterNode, role: string): RouterValue {
  const value = routerValue(node, role);
  engine.nodes.push(node);
  engine.routers.set(node, value);
  return value;
}

/** A router value over a node. */
export function routerValue(node: RouterNode, role: string, base = ""): RouterValue {
  return { kind: "router", framework: node.framework, role, node, base, properties: new Map(), of: null };
}
