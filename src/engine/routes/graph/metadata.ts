import type { Call, Engine } from "./engine.ts";
import { ABSENT, type ClassValue, objectValue, unknownValue, type Value } from "./values.ts";

/** What a class, its prototype or an instance of it, or a function, is known by; undefined for anything else. */
export function identityOf(value: Value | undefined): string | undefined {
  if (value?.kind === "function") return `function ${value.scope.file}:${value.fact.at.join(":")}`;
  const of = value?.kind === "class" ? value : value?.kind === "object" || value?.kind === "router" ? value.of : null;
  return of ? identityOfClass(of) : undefined;
}

function identityOfClass({ scope, fact }: ClassValue): string {
  return `class ${scope.file}:${fact.at.join(":")}`;
}

/** The prototype of a class, which is one object however often it is asked for. */
export function prototypeOf(of: ClassValue): Value {
  const known = of.statics.get("prototype");
  if (known !== undefined) return known;
  const made: Value = { ...objectValue([["constructor", of]], true), of };
  of.statics.set("prototype", made);
  return made;
}

const metadata = new WeakMap<Engine, Map<string, Value>>();

/**
 * What `Reflect.defineMetadata` and its kin of reflect-metadata give (https://rbuckton.github.io/reflect-metadata), by which people
 * write decorators of their own, `Object.getPrototypeOf`, and the names of the members of a class; undefined for any other call.
 */
export function callForMetadata(path: string, call: Call): Value | undefined {
  const [first, second, third, fourth] = call.arguments;
  const of = path === "Object.getPrototypeOf" ? classBehind(first) : null;
  if (of !== null) return prototypeOf(of);
  if (/^(?:Object\.getOwnPropertyNames|Reflect\.ownKeys)$/.test(path)) return namesOf(first);
  const table = metadata.get(call.engine) ?? new Map<string, Value>();
  metadata.set(call.engine, table);
  if (path === "Reflect.defineMetadata") {
    const key = keyOf(first, third, fourth);
    if (key !== undefined && second !== undefined) table.set(key, second);
    return ABSENT;
  }
  const asked = /^Reflect\.(get|has)(?:Own)?Metadata$/.exec(path)?.[1];
  if (asked === undefined) return undefined;
  const found = find(first, second, third, table);
  if (asked === "has") return { kind: "truth", value: found !== undefined };
  return found ?? (keyOf(first, second, third) === undefined ? unknownValue("metadata") : ABSENT);
}

/** The names that a class has as its own, or its prototype has. */
function namesOf(value: Value | undefined): Value | undefined {
  if (value?.kind !== "class" && (value?.kind !== "object" || value.of === null)) return undefined;
  const [of, isStatic] = value.kind === "class" ? [value, true] : [value.of, false];
  const members = of?.fact.members.filter((each) => each.isStatic === isStatic && each.role !== "field") ?? [];
  const items = members.map(({ name, role }): Value => {
    return { kind: "text", value: role === "constructor" ? "constructor" : name };
  });
  return { kind: "list", items };
}

function classBehind(value: Value | undefined): ClassValue | null {
  if (value?.kind === "class") return value;
  return value?.kind === "object" || value?.kind === "router" ? value.of : null;
}

/** What a class does not have itself it has from the class that it extends. */
function find(
  name: Value | undefined,
  target: Value | undefined,
  property: Value | undefined,
  table: ReadonlyMap<string, Value>,
): Value | undefined {
  if (target?.kind === "function") return table.get(keyOf(name, target, property) ?? "");
  for (let of: Value | null = classBehind(target); of?.kind === "class"; of = of.base) {
    const key = keyOf(name, of, property);
    const found = key === undefined ? undefined : table.get(key);
    if (found !== undefined) return found;
  }
  return undefined;
}

function keyOf(name: Value | undefined, target: Value | undefined, property: Value | undefined): string | undefined {
  const identity = identityOf(target);
  const text = name?.kind === "text" ? name.value : name?.kind === "unknown" ? name.source : undefined;
  if (identity === undefined || text === undefined) return undefined;
  return `${identity} ${text} ${property?.kind === "text" ? property.value : ""}`;
}
