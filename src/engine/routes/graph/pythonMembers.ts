import type { Call, Engine } from "./engine.ts";
import { force } from "./members.ts";
import { countsAsTrue } from "./switches.ts";
import { type ClassValue, isKnown, objectValue, unknownValue, type Value } from "./values.ts";

type Member = [name: string, value: Value];

/**
 * What Python code learns by asking of a value, by https://docs.python.org/3/library/inspect.html and the built-in functions: `hasattr`, `isinstance`,
 * `callable`, `inspect.getmembers`, `vars`, `dir`; undefined for any other call, and where nothing is known of the value.
 */
export function callForMembers(path: string, call: Call): Value | undefined {
  const [of, second] = call.arguments;
  if (of === undefined) return undefined;
  if (/^(?:hasattr|callable|isinstance|issubclass)$/.test(path)) return testOf(path, of, second, call.engine);
  if (path === "vars") return dictionaryOf(of, call.engine);
  const members = /^(?:dir|inspect\.getmembers)$/.test(path) ? membersOf(of, call.engine) : undefined;
  if (members === undefined) return undefined;
  const sorted = members.toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (path === "dir") return list(sorted.map(([name]) => text(name)));
  const test = second ?? call.named.get("predicate");
  const kept = sorted.filter(([, value]) => test === undefined || passes(test, value, call));
  return list(kept.map(([name, value]) => list([text(name), value])));
}

/** The members of a module, a class or an instance by their names, as its `__dict__` holds them; undefined for anything else. */
export function dictionaryOf(of: Value, engine: Engine): Value | undefined {
  const members = membersOf(of, engine);
  return members && objectValue(members, true);
}

/** What tests a value keeps nothing of it, whatever it says. */
function testOf(path: string, of: Value, second: Value | undefined, engine: Engine): Value {
  const isNamed = path === "hasattr" && second?.kind === "text";
  const member = isNamed ? hasMember(of, second.value, engine) : undefined;
  const value = path === "callable" ? isCallable(of) : path === "isinstance" ? isInstance(of, second) : member;
  return value === undefined ? unknownValue(path) : { kind: "truth", value };
}

function text(value: string): Value {
  return { kind: "text", value };
}

function list(items: Value[]): Value {
  return { kind: "list", items, isWhole: true };
}

function membersOf(of: Value, engine: Engine): Member[] | undefined {
  if (of.kind === "class") return inClass(of, engine);
  if (of.kind !== "object" || (of.of === null && of.file === undefined)) return undefined;
  const own = [...of.entries].map(([name, entry]): Member => [name, force(entry)]);
  const taken = new Set(own.map(([name]) => name));
  const inherited = of.of === null ? [] : inClass(of.of, engine).filter(([name]) => !taken.has(name));
  return [...own, ...inherited.map(([name]): Member => [name, engine.member(of, name)])];
}

function inClass(of: ClassValue, engine: Engine): Member[] {
  const found = new Map<string, Value>();
  for (let each: Value | null = of; each?.kind === "class"; each = each.base) {
    for (const { name, role } of each.fact.members) {
      if (role !== "constructor" && !found.has(name)) found.set(name, engine.member(of, name));
    }
  }
  return [...found];
}

/** A decorator that is not followed may give a function anything. */
function hasMember(of: Value, name: string, engine: Engine): boolean | undefined {
  const read = engine.member(of, name);
  if (of.kind === "function") return read.kind !== "bound" || (of.fact.decorators.length > 0 ? undefined : false);
  if (of.kind === "text" || of.kind === "number" || of.kind === "external") return undefined;
  if (of.kind === "class" && read.kind === "bound")
    return of.base === null && of.fact.bases.length === 0 ? false : undefined;
  if (read.kind === "absent") return false;
  return isKnown(read) ? true : undefined;
}

function isCallable({ kind }: Value): boolean | undefined {
  if (kind === "function" || kind === "class" || kind === "router") return true;
  return kind === "absent" || kind === "text" || kind === "number" || kind === "list" ? false : undefined;
}

function isInstance(of: Value, type: Value | undefined): boolean | undefined {
  const isType = type?.kind === "class" || type?.kind === "external";
  if (of.kind === "function" || of.kind === "class") return isType ? false : undefined;
  if (of.kind !== "object" || of.of === null || type?.kind !== "class") return undefined;
  let each: Value | null = of.of;
  while (each?.kind === "class" && each.fact !== type.fact && each.fact.bases.length < 2) each = each.base;
  // Of several bases only the first is followed.
  return each?.kind !== "class" ? (each === null ? false : undefined) : each.fact === type.fact || undefined;
}

const KINDS: ReadonlyMap<string, (value: Value) => boolean> = new Map([
  ["isclass", ({ kind }: Value) => kind === "class"],
  ["ismethod", (value: Value) => value.kind === "function" && value.self !== null],
  ["isfunction", (value: Value) => value.kind === "function" && value.self === null],
  ["isroutine", ({ kind }: Value) => kind === "function"],
  ["iscoroutinefunction", ({ kind }: Value) => kind === "function"],
]);

function passes(test: Value, value: Value, call: Call): boolean {
  const name = test.kind === "external" && test.module === "inspect" ? test.path[0] : undefined;
  if (name !== undefined) return KINDS.get(name)?.(value) ?? true;
  return test.kind !== "function" || countsAsTrue(call.engine.run(test, [value], call.at)) !== false;
}
