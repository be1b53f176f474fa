import type { CallExpression, Expression, Parameter, Step } from "../facts.ts";
import { isTestFile } from "../table/testFile.ts";
import { passedOverIn } from "./alternatives.ts";
import { type Engine, placeIn } from "./engine.ts";
import { announces, guess } from "./guesses.ts";
import { force } from "./members.ts";
import { type ClassValue, type FunctionValue, objectValue, unknownValue, type Value } from "./values.ts";

/**
 * Runs what defines routes and was not seen to be called, so that those routes are known as well: functions that take or make
 * an application or router, and classes that nobody instantiates. What they register on stands apart from every application.
 */
export function runUncalled(engine: Engine): void {
  for (const declared of [...engine.classes.values()]) {
    if (engine.instances.has(declared.fact) || isTestFile(declared.scope.file)) continue;
    if (!mayRegister(declared, engine)) continue;
    runDeclared(declared, engine);
  }
  for (const declared of [...engine.classes.values()]) runMethods(declared, engine);
  // What makes an application by itself comes first: it may call the others, and says which frameworks are served with.
  for (const each of [...engine.functions.values()]) {
    const { body, parameters } = each.fact;
    if (parameters.length > 0 || body.length === 0 || engine.seen.has(each.fact)) continue;
    if (!isTestFile(each.scope.file) && makesRouter(each, engine)) runGuessed(each, engine);
  }
  for (const each of [...engine.functions.values()]) {
    if (each.fact.parameters.length === 0 && each.fact.body.length === 0) continue;
    if (!engine.seen.has(each.fact) && !isTestFile(each.scope.file)) runGuessed(each, engine);
  }
}

/** A class with a decorator may be instantiated by what decorates it, and its routers mounted there. */
function runDeclared(declared: ClassValue, engine: Engine): void {
  const at = placeIn(declared.scope, declared.fact.at);
  const known = engine.nodes.length;
  engine.run(declared, constructorGuesses(declared, engine), at);
  if (declared.fact.decorators.length === 0) return;
  for (const node of engine.nodes.slice(known)) node.escaped ??= at;
}

function mayRegister(declared: ClassValue, engine: Engine): boolean {
  const facts = engine.factsOf(declared.scope.file);
  return (
    facts !== undefined &&
    declared.fact.members.some((member) => member.role !== "field" || member.value.kind === "call")
  );
}

/** What a class nobody instantiates is given: routers where its constructor names or types them so. */
function constructorGuesses(declared: ClassValue, engine: Engine): Value[] {
  const own = declared.fact.members.find((member) => member.role === "constructor");
  const value = own?.value.kind === "function" ? engine.evaluate(own.value, declared.scope) : undefined;
  if (value?.kind !== "function") return [];
  const guessed = value.fact.parameters.map((parameter) => guess(value, parameter, engine));
  return guessed.some((each) => each !== undefined) ? guessed.map((each) => each ?? unknownValue("parameter")) : [];
}

/** A method without parameters has all it needs when its instance holds a router. */
function holdsRouter(self: Value): boolean {
  return self.kind === "object" && [...self.entries.values()].some((each) => force(each).kind === "router");
}

function runMethods(declared: ClassValue, engine: Engine): void {
  const self = engine.instances.get(declared.fact);
  if (self === undefined || isTestFile(declared.scope.file)) return;
  for (const member of declared.fact.members) {
    if (member.role !== "method" || member.value.kind !== "function") continue;
    const fact = engine.functionOf(declared.scope.file, member.value.id);
    if (fact === undefined || engine.seen.has(fact)) continue;
    const method = engine.member(member.isStatic ? declared : self, member.name);
    if (method.kind !== "function") continue;
    if (fact.parameters.length === 0 && holdsRouter(self)) engine.run(method, [], placeIn(method.scope, fact.at));
    else runGuessed(method, engine);
  }
}

function runGuessed(callee: FunctionValue, engine: Engine): void {
  const first = engine.nodes.length;
  const guessed = callee.fact.parameters.map((parameter) => guessParts(callee, parameter, engine));
  const isIdle = guessed.every((value) => value === undefined) && !makesRouter(callee, engine);
  if (isIdle && !registersOnGiven(callee)) return;
  const values: Value[] = guessed.map((value, index) => {
    const target = callee.fact.parameters[index]?.target;
    return value ?? { kind: "unknown", source: target?.kind === "name" ? target.name : "parameter" };
  });
  const known = engine.nodes.length;
  const at = placeIn(callee.scope, callee.fact.at);
  engine.run(callee, values, at);
  // What was only guessed was handed over by nobody.
  for (const node of engine.nodes.slice(first, known)) if (node.escaped === at) node.escaped = null;
  const made = engine.nodes.slice(known);
  for (const node of made) node.isUncalled = true;
  if (![...passedOverIn(engine)].some((each) => each.fact === callee.fact)) return;
  const given = guessed.flatMap((value) => (value?.kind === "router" ? [value.node] : []));
  for (const node of [...given, ...made]) node.isPassedOver = true;
}

/** What a parameter stands for, be it as a part of what is given: `({ app }) =>`. */
function guessParts(callee: FunctionValue, parameter: Parameter, engine: Engine): Value | undefined {
  if (parameter.target.kind !== "fields") return guess(callee, parameter, engine);
  const entries = parameter.target.fields.flatMap(({ key, target, otherwise }): [string, Value][] => {
    const part = guess(callee, { ...parameter, target, otherwise, type: null }, engine);
    return part === undefined ? [] : [[key, part]];
  });
  return entries.length === 0 ? undefined : objectValue(entries, true);
}

/** Whether a body has statements such as `args.app.get("/path", …)`, where `args` is a parameter. */
function registersOnGiven({ fact }: FunctionValue): boolean {
  const given = new Set(fact.parameters.flatMap(({ target }) => (target.kind === "name" ? [target.name] : [])));
  return stepsIn(fact.body).some((step) => {
    const call = step.kind === "do" && step.value.kind === "call" ? step.value : null;
    const of = call?.callee.kind === "member" ? call.callee.of : null;
    const [path, handler] = call?.arguments ?? [];
    if (of?.kind !== "member" || of.of.kind !== "name" || handler === undefined) return false;
    return given.has(of.of.name) && path?.value.kind === "text" && path.value.value.startsWith("/");
  });
}

/** Whether a body makes an application or router of its own: `createApp()` is often called only by a file that names no framework. */
export function makesRouter(callee: FunctionValue, engine: Engine): boolean {
  return stepsIn(callee.fact.body).some((step) => {
    const value = step.kind === "bind" || step.kind === "assign" || step.kind === "return" ? step.value : undefined;
    if (value?.kind !== "call") return false;
    const made = engine.evaluate(firstCallee(value), callee.scope);
    return made.kind === "external" && announces(made.module, engine);
  });
}

/** The steps of a body, those of its branches among them. */
function stepsIn(body: readonly Step[]): readonly Step[] {
  return body.flatMap((step) => (step.kind === "branch" ? step.cases.flatMap((each) => stepsIn(each.body)) : [step]));
}

/** What is called first in a chain such as `new Hono().basePath("/api").get(…)`. */
export function firstCallee(call: CallExpression): Expression {
  const { callee } = call;
  return callee.kind === "member" && callee.of.kind === "call" ? firstCallee(callee.of) : callee;
}
