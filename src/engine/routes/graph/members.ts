import type { MemberFact } from "../facts.ts";
import type { Engine } from "./engine.ts";
import { callOnEntry } from "./folders.ts";
import { functionProperty } from "./functionProperties.ts";
import { prototypeOf } from "./metadata.ts";
import { propertyOfPath } from "./pythonPaths.ts";
import {
  ABSENT,
  type ClassValue,
  type ExternalValue,
  type FunctionValue,
  HOLE,
  type ObjectValue,
  type RouterValue,
  type Scope,
  SYMBOL,
  unknownValue,
  type Value,
} from "./values.ts";

/** Reads a property of a value. */
export function readMember(of: Value, name: string, engine: Engine): Value {
  switch (of.kind) {
    case "object":
      return readEntry(of, name, engine);
    case "class":
      return readStatic(of, name, engine) ?? readOfClass(of, name, engine) ?? missing(of, name);
    case "function":
      return readFunction(of, name);
    case "external":
      if (name === "sep" && of.module === "path") return named("/");
      return name === "default" ? of : { ...of, path: [...of.path, name] };
    case "router":
      return readRouter(of, name, engine);
    case "list":
      if (name === "length") return { kind: "number", value: of.items.length };
      return of.fields?.get(name) ?? { kind: "bound", of, name };
    case "made":
      return (Object.hasOwn(of.data, name) ? of.data[name] : undefined) ?? { kind: "bound", of, name };
    case "unknown":
      return unknownValue(`${of.source}.${name}`);
    case "absent":
      return unknownValue(name);
    case "text":
      // The address of a file is its path, and the member of an enumeration stands for its value.
      if (/^(?:href|pathname|value)$/.test(name)) return of;
      if (name === "length" && !of.value.includes(HOLE)) return { kind: "number", value: of.value.length };
      return propertyOfPath(of.value, name) ?? { kind: "bound", of, name };
    default:
      return { kind: "bound", of, name };
  }
}

/** Every method may be one of the language's or of a package, but what is kept under a symbol was put there. */
function missing(of: Value, name: string): Value {
  return name.startsWith(SYMBOL) ? ABSENT : { kind: "bound", of, name };
}

/** Forces a binding that is looked at only when used. */
export function force(binding: Value | (() => Value)): Value {
  return typeof binding === "function" ? binding() : binding;
}

function readEntry(of: ObjectValue, name: string, engine: Engine): Value {
  const entry = of.entries.get(name);
  if (entry !== undefined) return force(entry);
  if (of.of !== null && name === "constructor") return of.of;
  const member = of.of === null ? null : findMember(of.of, name, of, engine);
  if (member !== null) return member;
  const inherited = of.of === null ? null : (readStatic(of.of, name, engine) ?? onPrototype(of.of, name));
  if (inherited !== null) return inherited;
  const submodule = of.file === undefined ? null : engine.submodule(of.file, name);
  if (submodule !== null) return submodule;
  if (callOnEntry(of, name) !== undefined) return { kind: "bound", of, name };
  if (OBJECT_METHODS.has(name) || (of.isMap && /^(?:set|forEach|entries)$/.test(name)))
    return { kind: "bound", of, name };
  return of.isOpen || (of.of !== null && hasForeignBase(of.of)) ? unknownValue(name) : ABSENT;
}

const OBJECT_METHODS = new Set([
  "bind",
  "hasOwnProperty",
  "toString",
  "get",
  "items",
  "values",
  "keys",
  "update",
  "setdefault",
  "then",
]);

function readRouter(of: RouterValue, name: string, engine: Engine): Value {
  const own = of.properties.get(name);
  if (own !== undefined) return own;
  const member = of.of === null ? null : findMember(of.of, name, of, engine);
  if (member !== null) return member;
  const inherited = of.of === null ? null : readStatic(of.of, name, engine);
  if (inherited !== null) return inherited;
  const framework = engine.framework(of.framework);
  return framework?.property?.(of, name) ?? { kind: "bound", of, name };
}

/** A method, getter or static of a class or its bases, bound to `self`; null when no class of the workspace has it. */
export function findMember(of: ClassValue, name: string, self: Value, engine: Engine): Value | null {
  const member = of.fact.members.find((each) => each.name === name && !each.isStatic && each.role !== "field");
  if (member !== undefined) return memberValue(of, member, self, engine);
  return of.base?.kind === "class" ? findMember(of.base, name, self, engine) : null;
}

function memberValue(of: ClassValue, member: MemberFact, self: Value, engine: Engine): Value {
  const names = member.role === "field" ? fieldsOf(of, engine) : new Map();
  const value = engine.evaluate(member.value, { ...of.scope, names, parent: of.scope, self, home: of });
  if (value.kind !== "function") return value;
  const takesSelf = !member.isStatic && isPython(of, engine);
  const bound: Value = { ...value, self, home: of, takesSelf };
  if (member.role !== "getter") return bound;
  return engine.run(bound, [], { file: of.scope.file, line: member.at[0], column: member.at[1] });
}

/** True for a class of a Python file, whose methods take the instance as their first parameter. */
export function isPython(of: ClassValue, engine: Engine): boolean {
  return engine.factsOf(of.scope.file)?.language === "python";
}

/** The body of a class in Python sees the names that it has bound. */
function fieldsOf(of: ClassValue, engine: Engine): Scope["names"] {
  if (!of.scope.file.endsWith(".py")) return new Map();
  const fields = of.fact.members.filter(({ role }) => role === "field");
  return new Map(fields.map(({ name }) => [name, () => readStatic(of, name, engine) ?? unknownValue(name)]));
}

/** A static member; what a base class has runs for the class that it was asked of. */
function readStatic(of: ClassValue, name: string, engine: Engine, self = of): Value | null {
  const known = of.statics.get(name);
  if (known !== undefined && (of === self || known.kind !== "function")) return known;
  const member = of.fact.members.find((each) => each.name === name && each.isStatic);
  if (member === undefined) return of.base?.kind === "class" ? readStatic(of.base, name, engine, self) : null;
  of.statics.set(name, unknownValue(name));
  const value = memberValue(of, member, self, engine);
  if (of === self || member.role === "field") of.statics.set(name, value);
  else of.statics.delete(name);
  return value;
}

/** What a decorator has put on the prototype of a class. */
function onPrototype(of: ClassValue, name: string): Value | null {
  const prototype = of.statics.get("prototype");
  const entry = prototype?.kind === "object" ? prototype.entries.get(name) : undefined;
  return entry === undefined ? null : force(entry);
}

/** What every class has, and the methods of Python: those of the class take it as it was asked, the others are bound to nothing. */
function readOfClass(of: ClassValue, name: string, engine: Engine): Value | null {
  const isPython = of.scope.file.endsWith(".py");
  if (name === (isPython ? "__name__" : "name") && of.fact.name !== null) return named(of.fact.name);
  if (!isPython && name === "prototype") return prototypeOf(of);
  return isPython ? classMethod(of, name, of, engine) : null;
}

function classMethod(of: ClassValue, name: string, self: ClassValue, engine: Engine): Value | null {
  const member = of.fact.members.find((each) => each.name === name && each.role === "method");
  if (member === undefined) return of.base?.kind === "class" ? classMethod(of.base, name, self, engine) : null;
  const isMarked = member.decorators.some((each) => each.kind === "name" && each.name === "classmethod");
  if (isMarked) return memberValue(of, member, self, engine);
  const value = engine.evaluate(member.value, { ...of.scope, names: new Map(), parent: of.scope, home: of });
  return value.kind === "function" ? { ...value, home: of } : null;
}

function readFunction(of: FunctionValue, name: string): Value {
  const own = functionProperty(of, name);
  if (own !== undefined) return own;
  return name === "__name__" && of.fact.name !== null ? named(of.fact.name) : { kind: "bound", of, name };
}

function named(value: string): Value {
  return { kind: "text", value };
}

function hasForeignBase(of: ClassValue): boolean {
  if (of.base === null) return of.fact.bases.length > 0;
  return of.base.kind === "class" ? hasForeignBase(of.base) : true;
}

/** The class of a package that a class of the workspace is at last made from; null when there is none. */
export function foreignBase(of: ClassValue | null): ExternalValue | null {
  if (of?.base?.kind === "class") return foreignBase(of.base);
  return of?.base?.kind === "external" ? of.base : null;
}
