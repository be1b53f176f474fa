import type { CallExpression } from "../facts.ts";
import { namedArguments } from "./arguments.ts";
import { callBuiltin, callLibrary } from "./builtins.ts";
import { isDataClass, setDataFields } from "./dataclasses.ts";
import { type Call, type Engine, type Frame, placeIn } from "./engine.ts";
import { markEscaped } from "./escapes.ts";
import { evaluateItems, homeOf, selfOf } from "./evaluate.ts";
import { noteLoaded } from "./loaders.ts";
import { foreignBase, isPython } from "./members.ts";
import { namedAt } from "./namedAt.ts";
import { callPartial } from "./pythonLibrary.ts";
import { setFromEnvironment } from "./settings.ts";
import {
  ABSENT,
  type ClassValue,
  type ExternalValue,
  type FunctionValue,
  isKnown,
  type MadeValue,
  type ObjectValue,
  objectValue,
  type RouterValue,
  type Scope,
  unknownValue,
  type Value,
} from "./values.ts";

const DEEPEST = 48;
/** How often functions of a file are run in which no framework is asked for anything: callbacks of a library would take all there is to spend. */
const MOST_BARREN_RUNS = 2000;

interface Running {
  depth: number;
  readonly active: Map<unknown, number>;
  /** How often functions of a file were run. */
  readonly runs: Map<string, number>;
  /** The files in which a framework was asked for something. */
  readonly fruitful: Set<string>;
}

const running = new WeakMap<Engine, Running>();

/** Evaluates the callee and the arguments of a call and follows it. */
export function evaluateCall(expression: CallExpression, scope: Scope, engine: Engine): Value {
  const callee = engine.evaluate(expression.callee, scope);
  const positional = expression.arguments.filter((argument) => argument.name === undefined);
  const values = evaluateItems(positional, scope, engine);
  const call: Call = {
    arguments: values,
    named: namedArguments(expression.arguments, scope, engine),
    expressions: positional,
    at: namedAt(callee, expression, values, scope, engine) ?? placeIn(scope, expression.at),
    isNew: expression.isNew,
    isWhole: expression.arguments.every(({ spread, name }) => !spread && name !== "**"),
    engine,
    scope,
  };
  if (expression.callee.kind === "base") return callBase(callee, call, engine);
  return engine.call(callee, call);
}

/** Follows a call to what it gives: into functions and classes of the workspace, and to frameworks for the rest. */
export function follow(callee: Value, call: Call, engine: Engine): Value {
  switch (callee.kind) {
    case "function":
      return callFunction(callee, call, engine);
    case "class":
      return instantiate(callee, call, engine);
    case "bound":
      return callBound(callee.of, callee.name, call, engine);
    case "router":
      return invoke(callee, "()", call, engine);
    case "external":
      return construct(callee, call, engine);
    case "object":
      return callObject(callee, call, engine);
    case "made":
      return applyMade(callee, call, engine);
    default:
      return callUnknown(callee, call, engine);
  }
}

function applyMade(callee: MadeValue, call: Call, engine: Engine): Value {
  const framework = engine.framework(callee.framework);
  return framework?.apply?.(callee, call) ?? callPartial(callee, call) ?? callUnknown(callee, call, engine);
}

function callObject(callee: ObjectValue, call: Call, engine: Engine): Value {
  const entry = callee.entries.get("default");
  if (entry !== undefined) return follow(typeof entry === "function" ? entry() : entry, call, engine);
  return callUnknown(callee, call, engine);
}

function callBound(of: Value, name: string, call: Call, engine: Engine): Value {
  const base = of.kind === "router" && name === "__init__" ? foreignBase(homeOf(call.scope)) : null;
  if (base !== null && of.kind === "router") return adopt(of, construct(base, call, engine), engine);
  if (of.kind === "router") return invoke(of, name, call, engine);
  return callBuiltin(of, name, call, engine) ?? callUnknown({ kind: "bound", of, name }, call, engine);
}

function invoke(router: RouterValue, name: string, call: Call, engine: Engine): Value {
  stateOf(engine).fruitful.add(call.at.file);
  const framework = engine.framework(router.framework);
  const value = framework?.invoke?.(router, name, call);
  if (value !== undefined) return value;
  if (name === "bind") return router;
  runCallbacks(call, engine, name === "then" ? router : undefined);
  return router;
}

function construct(callee: ExternalValue, call: Call, engine: Engine): Value {
  const [self] = call.arguments;
  if (callee.path.at(-1) === "__init__" && self?.kind === "router") {
    const own = { ...call, arguments: call.arguments.slice(1), expressions: call.expressions.slice(1) };
    return adopt(self, construct({ ...callee, path: callee.path.slice(0, -1) }, own, engine), engine);
  }
  for (const framework of engine.frameworks) {
    const value = framework.construct?.(callee, call);
    if (value === undefined) continue;
    stateOf(engine).fruitful.add(call.at.file);
    return value;
  }
  const wrapped = call.arguments.find((argument) => argument.kind === "router");
  if (wrapped !== undefined && WRAPPERS.test(`${callee.module}.${callee.path.join(".")}`)) return wrapped;
  return callUnknown(callee, call, engine);
}

/** What asks an application in a test, such as `supertest-as-promised`, is none. */
const WRAPPERS = /^(?!supertest).*(?:async|promise|wrap|decorate|express-ws|expressWs|augment|extend|withT)/i;
const CONTAINERS = /(?:^|\.)(?:get|resolve|make|create|inject)$/;

function callUnknown(callee: Value, call: Call, engine: Engine): Value {
  const name = nameOf(callee);
  const known = callLibrary(name, call);
  if (known === undefined || /^(?:require|import)$|glob/i.test(name))
    noteLoaded(name, call.arguments, call.at.file, engine);
  if (known !== undefined) return known;
  for (const framework of engine.frameworks) {
    const recognised = framework.recognise?.(name, call);
    if (recognised !== undefined) return recognised;
  }
  for (const argument of [...call.arguments, ...call.named.values()]) markEscaped(argument, call, name);
  const first = call.arguments[0];
  if (first?.kind === "class" && CONTAINERS.test(name))
    return engine.call(first, { ...call, arguments: [], isNew: true });
  runCallbacks(call, engine, undefined);
  if (callee.kind === "external") return unknownValue([callee.module, ...callee.path].join("."));
  return unknownValue(`${name}()`);
}

function nameOf(callee: Value): string {
  if (callee.kind === "external") return [callee.module, ...callee.path].join(".");
  if (callee.kind === "unknown") return callee.source;
  if (callee.kind === "bound") return callee.name;
  return callee.kind;
}

function runCallbacks(call: Call, engine: Engine, given: Value | undefined): void {
  for (const argument of call.arguments) {
    if (argument.kind === "function") engine.run(argument, given === undefined ? [] : [given], call.at);
  }
}

/** Calls a function of the workspace unless it is running too often already. */
function callFunction(callee: FunctionValue, call: Call, engine: Engine): Value {
  const state = stateOf(engine);
  const active = state.active.get(callee.fact) ?? 0;
  if (state.depth >= DEEPEST || active >= deepestOf(call) || !mayRun(callee.scope.file, state) || !engine.spend())
    return unknownValue(callee.fact.name ?? "call");
  engine.seen.add(callee.fact);
  for (const argument of call.arguments) {
    // What is handed over inside a list or object may be kept and mounted where it cannot be followed.
    if (argument.kind === "list" || argument.kind === "object") markEscaped(argument, call, "");
  }
  const own = callee.takesSelf && callee.self !== null ? [callee.self, ...call.arguments] : call.arguments;
  const scope: Scope = {
    file: callee.scope.file,
    names: new Map(),
    parent: callee.scope,
    self: callee.self ?? (call.isNew ? objectValue([], true) : null),
    home: callee.home,
    run: { fact: callee.fact, call, shift: own.length - call.arguments.length },
  };
  const frame: Frame = { returns: [], yields: [] };
  state.depth += 1;
  state.active.set(callee.fact, active + 1);
  try {
    engine.bindParameters(callee.fact.parameters, { ...call, arguments: own }, scope);
    engine.perform(engine.lookedAt.bodyOf(callee.fact), scope, frame);
  } finally {
    state.depth -= 1;
    state.active.set(callee.fact, active);
  }
  if (call.isNew && scope.self !== null && frame.returns.length === 0) return scope.self;
  const given = frame.yields.length > 0 ? generated(callee, frame.yields) : bestOf(frame.returns);
  // Which of several routers it gives depends on something that is not known.
  for (const each of frame.returns) if (each !== given && each.kind === "router") each.node.isPassedOver = true;
  // What a function makes of a router, such as a handler for one host only, may serve it where it cannot be followed.
  if (given.kind === "function") for (const argument of call.arguments) markEscaped(argument, call, "");
  return given;
}

/** A function that walks what is known ends with it; any other calls itself but once. */
function deepestOf({ arguments: given, isNew }: Call): number {
  return !isNew && given.length > 0 && given.every(isKnown) ? 8 : 2;
}

/** A generator gives all that it yields, and what manages a context gives the one thing it yields. */
function generated({ fact }: FunctionValue, yields: readonly Value[]): Value {
  const isContext = fact.decorators.some((each) => "name" in each && /contextmanager$/i.test(each.name));
  return (isContext ? yields[0] : undefined) ?? { kind: "list", items: [...yields] };
}

function mayRun(file: string, { runs, fruitful }: Running): boolean {
  const times = runs.get(file) ?? 0;
  runs.set(file, times + 1);
  return times < MOST_BARREN_RUNS || fruitful.has(file);
}

function stateOf(engine: Engine): Running {
  const known = running.get(engine) ?? { depth: 0, active: new Map(), runs: new Map(), fruitful: new Set() };
  running.set(engine, known);
  return known;
}

const PREFERRED = ["router", "made", "class", "function", "object", "list", "text", "external"];

function bestOf(returns: readonly Value[]): Value {
  for (const kind of PREFERRED) {
    const value = returns.find((each) => each.kind === kind);
    if (value !== undefined) return value;
  }
  return returns.find(isKnown) ?? returns[0] ?? ABSENT;
}

function instantiate(callee: ClassValue, call: Call, engine: Engine): Value {
  const self = createSelf(callee, call, engine);
  if (!engine.spend()) return self;
  engine.instances.set(callee.fact, self);
  setFromEnvironment(callee, self, engine);
  initialise(callee, self, call, engine);
  return self;
}

function createSelf(callee: ClassValue, call: Call, engine: Engine): Value {
  let root: ClassValue = callee;
  while (root.base?.kind === "class") root = root.base;
  const base = foreignBase(root);
  if (base !== null) {
    const made = engine.frameworks
      .map((framework) => framework.construct?.(base, call))
      .find((value) => value !== undefined);
    if (made?.kind === "router") return { ...made, of: callee };
  }
  return { kind: "object", entries: new Map(), of: callee, isOpen: root.base !== null };
}

function initialise(of: ClassValue, self: Value, call: Call, engine: Engine): void {
  const own = of.fact.members.find((member) => member.role === "constructor");
  if (own === undefined && of.base?.kind === "class") initialise(of.base, self, call, engine);
  if (own !== undefined && of.base?.kind === "class") setFields(of.base, self, engine);
  setFields(of, self, engine);
  if (own === undefined && self.kind === "object" && isDataClass(of)) setDataFields(of, self, call, engine);
  if (own === undefined) return;
  const value = engine.evaluate(own.value, { ...of.scope, names: new Map(), parent: of.scope, self, home: of });
  if (value.kind === "function")
    callFunction({ ...value, self, home: of, takesSelf: isPython(of, engine) }, { ...call, isNew: false }, engine);
}

function setFields(of: ClassValue, self: Value, engine: Engine): void {
  const scope: Scope = { ...of.scope, names: new Map(), parent: of.scope, self, home: of };
  for (const member of of.fact.members) {
    if (member.role !== "field" || member.isStatic || member.value.kind === "nothing") continue;
    const value = engine.evaluate(member.value, scope);
    if (self.kind === "object") self.entries.set(member.name, value);
    if (self.kind === "router") self.properties.set(member.name, value);
  }
}

function callBase(base: Value, call: Call, engine: Engine): Value {
  const self = selfOf(call.scope);
  if (base.kind === "class" && self !== null) initialise(base, self, { ...call, isNew: false }, engine);
  if (base.kind === "external" && self?.kind === "router") return adopt(self, construct(base, call, engine), engine);
  return self ?? ABSENT;
}

/** What `super(options)` says of a router is only known when the constructor runs; until then its class made it without. */
function adopt(self: RouterValue, made: Value, engine: Engine): Value {
  if (made.kind !== "router" || made.node === self.node) return self;
  const { prefix, caseSensitive, strictSlash, entries } = made.node;
  Object.assign(self.node, { prefix, caseSensitive, strictSlash });
  self.node.entries.splice(0, self.node.entries.length, ...entries);
  for (const [name, value] of made.properties) self.properties.set(name, value);
  engine.nodes.splice(engine.nodes.indexOf(made.node), 1);
  engine.routers.delete(made.node);
  return self;
}
