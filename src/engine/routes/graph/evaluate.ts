import type { Argument, Expression, ObjectEntry } from "../facts.ts";
import { evaluateEither } from "./alternatives.ts";
import { itemsOf } from "./collections.ts";
import { runDecorators } from "./decorators.ts";
import { type Engine, placeIn } from "./engine.ts";
import { findMember, force } from "./members.ts";
import { bindTarget } from "./perform.ts";
import { dictionaryOf } from "./pythonMembers.ts";
import { throughEnvironment } from "./settings.ts";
import { countsAsTrue, testOf } from "./switches.ts";
import {
  ABSENT,
  type ClassValue,
  type FunctionValue,
  hole,
  type ObjectValue,
  objectValue,
  type Scope,
  textOf,
  unknownValue,
  type Value,
} from "./values.ts";

type Of<Kind extends Expression["kind"]> = Extract<Expression, { kind: Kind }>;

/** Evaluates an expression of the facts to the value it may have. */
export function evaluate(expression: Expression, scope: Scope, engine: Engine): Value {
  if (!engine.spend()) return unknownValue("…");
  switch (expression.kind) {
    case "text": {
      const { value, at, keepsLines = false } = expression;
      return at === undefined ? expression : { kind: "text", value, written: { file: scope.file, at, keepsLines } };
    }
    case "number":
    case "truth":
      return expression;
    case "nothing":
      return ABSENT;
    case "pattern":
      return { ...expression, at: placeIn(scope, expression.at) };
    case "unknown":
      return unknownValue(expression.source);
    case "name":
      return lookUp(expression.name, scope);
    case "self":
      return selfOf(scope) ?? unknownValue("this");
    case "call":
      return engine.evaluateCall(expression, scope);
    case "function":
      return functionOf(expression.id, scope, engine);
    case "class":
      return classOf(expression.id, scope, engine);
    case "module":
      return engine.importModule(expression.specifier, scope.file);
    default:
      return evaluateCompound(expression, scope, engine);
  }
}

type Compound = Of<"base" | "member" | "index" | "join" | "either" | "test" | "list" | "object" | "each">;

function evaluateCompound(expression: Compound, scope: Scope, engine: Engine): Value {
  switch (expression.kind) {
    case "base":
      return homeOf(scope)?.base ?? unknownValue("super");
    case "member":
      return evaluateMember(expression, scope, engine);
    case "index":
      return evaluateIndex(expression, scope, engine);
    case "join":
      return evaluateJoin(expression, scope, engine);
    case "either":
      return evaluateEither(expression, scope, engine);
    case "test":
      return testOf(
        expression.holds,
        expression.parts.map((part) => engine.evaluate(part, scope)),
      );
    case "list":
      return { kind: "list", items: evaluateItems(expression.items, scope, engine) };
    case "object":
      return evaluateObject(expression.entries, scope, engine);
    case "each":
      return evaluateEach(expression, scope, engine);
  }
}

/** Finds a name in a scope and the scopes around it. */
function lookUp(name: string, scope: Scope): Value {
  for (let each: Scope | null = scope; each !== null; each = each.parent) {
    const binding = each.names.get(name);
    if (binding !== undefined) return force(binding);
  }
  return GLOBALS.get(name) ?? unknownValue(name);
}

/** What runtimes put into every scope, as if it had been imported. */
const GLOBALS: ReadonlyMap<string, Value> = new Map(
  ["Bun", "Deno"].map((name) => [name, { kind: "external", module: name.toLowerCase(), path: [] }]),
);

function isUnbound(name: string, scope: Scope): boolean {
  for (let each: Scope | null = scope; each !== null; each = each.parent) if (each.names.has(name)) return false;
  return true;
}

/** What `this` is at a place, or null where nothing says it. */
export function selfOf(scope: Scope): Value | null {
  for (let each: Scope | null = scope; each !== null; each = each.parent) if (each.self !== null) return each.self;
  return null;
}

/** The class whose method a place belongs to, or null. */
export function homeOf(scope: Scope): ClassValue | null {
  for (let each: Scope | null = scope; each !== null; each = each.parent) if (each.home !== null) return each.home;
  return null;
}

function functionOf(id: number, scope: Scope, engine: Engine): Value {
  const fact = engine.functionOf(scope.file, id);
  if (fact === undefined) return unknownValue("function");
  // An expression may call itself by its name, which nothing around it binds.
  const isOwn = fact.name !== null && isUnbound(fact.name, scope) && !scope.file.endsWith(".py");
  const around: Scope = isOwn ? { ...scope, names: new Map(), parent: scope } : scope;
  const value: FunctionValue = { kind: "function", fact, scope: around, self: null, home: null };
  if (isOwn && fact.name !== null) around.names.set(fact.name, value);
  if (!engine.functions.has(fact)) engine.functions.set(fact, value);
  return value;
}

function classOf(id: number, scope: Scope, engine: Engine): Value {
  const fact = engine.classOf(scope.file, id);
  if (fact === undefined) return unknownValue("class");
  const base = fact.bases[0];
  const value: ClassValue = {
    kind: "class",
    fact,
    scope,
    base: base === undefined ? null : engine.evaluate(base, scope),
    statics: new Map(),
  };
  if (!engine.classes.has(fact)) {
    engine.classes.set(fact, value);
    runDecorators(value, engine);
  }
  return value;
}

function evaluateMember(expression: Of<"member">, scope: Scope, engine: Engine): Value {
  if (expression.of.kind === "base") return baseMember(expression.name, scope, engine);
  const of = engine.evaluate(expression.of, scope);
  const all = expression.name === "__dict__" ? dictionaryOf(of, engine) : undefined;
  return all ?? throughEnvironment(engine.member(of, expression.name), scope.file, engine);
}

function baseMember(name: string, scope: Scope, engine: Engine): Value {
  const base = homeOf(scope)?.base;
  const self = selfOf(scope) ?? lookUp("self", scope);
  if (base?.kind === "class") return findMember(base, name, self, engine) ?? unknownValue(name);
  return self.kind === "router" ? { kind: "bound", of: { ...self, of: null }, name } : unknownValue(`super.${name}`);
}

function evaluateIndex(expression: Of<"index">, scope: Scope, engine: Engine): Value {
  const of = engine.evaluate(expression.of, scope);
  const key = engine.evaluate(expression.key, scope);
  if (of.kind === "list" && key.kind === "number") return of.items.at(key.value) ?? ABSENT;
  if (key.kind === "text") return throughEnvironment(engine.member(of, key.value), scope.file, engine);
  if (of.kind === "object") return likeliestEntry(of);
  return unknownValue("element");
}

/** A table looked up by something unknown gives one of its classes or objects; which one rarely matters for paths. */
function likeliestEntry(of: ObjectValue): Value {
  for (const entry of of.entries.values()) {
    const value = force(entry);
    if (/^(?:class|function|router|object)$/.test(value.kind)) return value;
  }
  return unknownValue("entry");
}

function evaluateJoin(expression: Of<"join">, scope: Scope, engine: Engine): Value {
  const values = expression.parts.map((part) => engine.evaluate(part, scope));
  if (values.some((value) => value.kind === "list")) {
    return { kind: "list", items: values.flatMap((value) => (value.kind === "list" ? value.items : [value])) };
  }
  const sum = values.reduce((all, value) => (value.kind === "number" ? all + value.value : Number.NaN), 0);
  if (!Number.isNaN(sum)) return { kind: "number", value: sum };
  // What stands last says most of a path that is put together.
  const last = values.at(-1);
  const written = last?.kind === "text" && expression.parts.at(-1)?.kind !== "text" ? last.written : undefined;
  const joined: Value = { kind: "text", value: values.map(textOf).join("") };
  return written === undefined ? joined : { ...joined, written };
}

/** Evaluates arguments or items, spreading known lists. */
export function evaluateItems(items: readonly Argument[], scope: Scope, engine: Engine): Value[] {
  const values: Value[] = [];
  for (const item of items) {
    const value = engine.evaluate(item.value, scope);
    if (item.spread && value.kind === "list") values.push(...value.items);
    // What a framework makes may stand for a list: `[*router.urls]`, `...flatRoutes()`.
    else if (item.spread && (value.kind === "made" || value.kind === "router")) values.push(value);
    else if (item.spread) values.push(unknownValue("spread"));
    else values.push(value);
  }
  return values;
}

/** True inside of a function. */
function isRunning(scope: Scope): boolean {
  for (let each: Scope | null = scope; each !== null; each = each.parent) if (each.run !== undefined) return true;
  return false;
}

function evaluateObject(entries: readonly ObjectEntry[], scope: Scope, engine: Engine): ObjectValue {
  const object: ObjectValue = { ...objectValue(), written: { file: scope.file, entries, isMade: isRunning(scope) } };
  for (const entry of entries) {
    const value = engine.evaluate(entry.value, scope);
    const key = entry.key === null ? null : engine.evaluate(entry.key, scope);
    if (key === null) {
      if (value.kind === "object") for (const [name, each] of value.entries) object.entries.set(name, each);
      else object.isOpen = true;
    } else if (key.kind === "text" || key.kind === "number") object.entries.set(String(key.value), value);
    else {
      object.isOpen = true;
      object.entries.set(hole(String(object.entries.size)), value);
    }
  }
  return object;
}

function evaluateEach(expression: Of<"each">, scope: Scope, engine: Engine): Value {
  const of = itemsOf(engine.evaluate(expression.of, scope), engine);
  if (of === undefined) return unknownValue("list");
  const items = of.items.flatMap((item) => {
    const inner: Scope = {
      ...scope,
      names: new Map(),
      parent: scope,
      looped: [{ target: expression.target, body: [], item }],
    };
    bindTarget(expression.target, item, inner, engine);
    if (expression.on !== undefined && countsAsTrue(engine.evaluate(expression.on, inner)) === false) return [];
    const value = engine.evaluate(expression.value, inner);
    return expression.isFlat && value.kind === "list" ? value.items : [value];
  });
  return { kind: "list", items };
}
