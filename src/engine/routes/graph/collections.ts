import type { Call, Engine } from "./engine.ts";
import { force } from "./members.ts";
import { identityOf } from "./metadata.ts";
import { ABSENT, type ListValue, type ObjectValue, objectValue, type Value } from "./values.ts";

/** A `Map` or `Set` of JavaScript that a call makes; undefined for any other call. */
export function callForCollection(path: string, call: Call): Value | undefined {
  const [first] = call.arguments;
  if (!call.isNew || !/^(?:Map|Set|WeakMap)$/.test(path)) return undefined;
  const items = first?.kind === "list" ? first.items : [];
  if (path === "Set") return { kind: "list", items: [...items] };
  const made: ObjectValue = { ...objectValue([], true), isMap: true };
  for (const item of items) if (item.kind === "list") put(made, item.items[0], item.items[1], call);
  return made;
}

/** What a method of such a `Map` gives; undefined for anything else. */
export function callOnMap(of: ObjectValue, name: string, call: Call): Value | undefined {
  if (!of.isMap) return undefined;
  const [first, second] = call.arguments;
  if (name === "set") return put(of, first, second, call) ? of : undefined;
  if (name === "entries") return pairsOf(of);
  const identity = identityOf(first);
  const held = identity === undefined ? undefined : of.entries.get(identity);
  if (identity !== undefined && name === "has") return { kind: "truth", value: held !== undefined };
  if (identity !== undefined && name === "get") return held === undefined ? ABSENT : force(held);
  if (name !== "forEach" || first === undefined) return undefined;
  for (const [key, entry] of [...of.entries]) call.engine.run(first, [force(entry), keyValue(of, key), of], call.at);
  return of;
}

const keys = new WeakMap<ObjectValue["entries"], Map<string, Value>>();

/** The keys of a `Map` as they were given, by what they are known by. */
function keysOf({ entries }: ObjectValue): Map<string, Value> {
  const known = keys.get(entries) ?? new Map<string, Value>();
  keys.set(entries, known);
  return known;
}

/** The keys of a `Map` with their values, as a loop over it takes them. */
function pairsOf(of: ObjectValue): ListValue {
  const items = [...of.entries].map(([name, entry]): Value => {
    return { kind: "list", items: [keyValue(of, name), force(entry)] };
  });
  return { kind: "list", items };
}

function keyValue(of: ObjectValue, name: string): Value {
  return keysOf(of).get(name) ?? { kind: "text", value: name };
}

/** The keys of an object or dictionary in order, each with the place where its literal says it. */
export function keyTexts({ entries, written }: ObjectValue): readonly Value[] {
  const spots = new Map(written?.entries.map(({ key, at }) => [key?.kind === "text" ? key.value : null, at]));
  return [...entries.keys()].map((value): Value => {
    const at = spots.get(value);
    if (written === undefined || at === undefined) return { kind: "text", value };
    return { kind: "text", value, written: { file: written.file, at } };
  });
}

/**
 * What a loop over a value takes: the items of a list, the keys with their values of a `Map`, the keys of a dictionary, the members of
 * an enumeration; undefined for what cannot be walked.
 */
export function itemsOf(of: Value, engine: Engine): ListValue | undefined {
  if (of.kind === "list") return of;
  if (of.kind === "object" && of.isMap) return pairsOf(of);
  if (of.kind === "object" && of.written?.file.endsWith(".py")) {
    return { kind: "list", items: [...keyTexts(of)] };
  }
  if (of.kind !== "class" || !of.scope.file.endsWith(".py")) return undefined;
  const fields = of.fact.members.filter(({ role, name }) => role === "field" && !name.startsWith("_"));
  return { kind: "list", items: fields.map(({ name }) => engine.member(of, name)) };
}

/** What is kept under a name may be taken out by one that is not known; false where the key is no text. */
function put(of: ObjectValue, key: Value | undefined, value: Value | undefined, call: Call): boolean {
  if (value?.kind === "router") value.node.escaped ??= call.at;
  const name = key?.kind === "text" ? key.value : identityOf(key);
  if (name === undefined || value === undefined) return false;
  of.entries.set(name, value);
  if (key !== undefined) keysOf(of).set(name, key);
  return true;
}
