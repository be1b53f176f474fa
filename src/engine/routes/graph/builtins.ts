import { folderOf } from "../reading/resolveModule.ts";
import { callForCollection, callOnMap, keyTexts } from "./collections.ts";
import type { Call, Engine } from "./engine.ts";
import { callForFolder, callOnEntry } from "./folders.ts";
import { force } from "./members.ts";
import { callForMetadata } from "./metadata.ts";
import { callForModule } from "./namedModules.ts";
import { callForPython } from "./pythonLibrary.ts";
import { callOnPath } from "./pythonPaths.ts";
import { callForSchema, callOnSchema } from "./schemas.ts";
import { callForFile, callForVariable, callOnFile } from "./settings.ts";
import { countsAsTrue } from "./switches.ts";
import { callOnText, testPattern } from "./texts.ts";
import { ABSENT, type ListValue, SYMBOL, textOf, unknownValue, type Value } from "./values.ts";

/** Calls a method that the language itself gives to texts, lists, objects and functions; undefined when there is none. */
export function callBuiltin(of: Value, name: string, call: Call, engine: Engine): Value | undefined {
  if (of.kind === "list") return callList(of, name, call, engine);
  if (of.kind === "function" || of.kind === "bound") return callOnFunction(of, name, call, engine);
  if (of.kind === "class" && name === "__subclasses__") {
    const all = [...engine.classes.values()];
    return { kind: "list", items: all.filter(({ base }) => base?.kind === "class" && base.fact === of.fact) };
  }
  // Class-based views of Python frameworks are routed as what this gives.
  if (of.kind === "class" && name === "as_view") {
    const actions = call.arguments[0] ?? call.named.get("actions") ?? ABSENT;
    return { kind: "made", framework: "python", role: "view", at: call.at, data: { class: of, actions } };
  }
  const set = callOnFile(of, name, call) ?? callOnSchema(of, name, call);
  if (set !== undefined) return set;
  if (of.kind === "text") {
    const read = callOnText(of.value, name, call);
    return read ?? (call.at.file.endsWith(".py") ? callOnPath(of.value, name, call) : undefined);
  }
  if (of.kind === "pattern") return testPattern(of, name, call);
  if (name === "then" && call.arguments[0]?.kind === "function") return engine.run(call.arguments[0], [of], call.at);
  if (of.kind === "object") return callOnEntry(of, name) ?? callOnMap(of, name, call) ?? callObject(of, name, call);
  return undefined;
}

/** Calls a function of the language's own library, such as `Object.values`; undefined when it is none of these. */
export function callLibrary(path: string, call: Call): Value | undefined {
  const first = call.arguments[0];
  const set =
    callForVariable(path, call) ??
    callForFile(path, call) ??
    callForFolder(path, call) ??
    callForModule(path, call) ??
    callForSchema(path, call) ??
    callForPython(path, call) ??
    callForMetadata(path, call) ??
    callForCollection(path, call);
  if (set !== undefined) return set;
  if (/^Object\.(?:values|keys|entries)$/.test(path)) return first === undefined ? ABSENT : entriesOf(path, first);
  // Configuration is often passed through a function that only types it.
  if (/(?:^|\.)define\w*Config$/.test(path)) return first;
  if (path === "desm.join" && first?.kind === "text")
    return joined([textValue(folderOf(first.value)), ...call.arguments.slice(1)]);
  if (path === "Object.assign") return assignAll(call.arguments);
  if (path === "Object.freeze" || path === "Array.from" || path === "Promise.resolve" || path === "String")
    return first;
  if (path === "module.createRequire") return unknownValue("require");
  // No two symbols are the same, and what is kept under one is found under no text.
  if (path === "Symbol" || path === "Symbol.for") {
    const own = path === "Symbol" ? ` ${call.at.file}:${call.at.line}:${call.at.column}` : "";
    return textValue(`${SYMBOL}${textOf(first ?? ABSENT)}${own}`);
  }
  if (path === "Promise.all" || path === "post_process_urls") return first;
  if (/(?:^|\.)(?:path|posix)\.(?:posix\.)?(?:join|resolve)$/.test(path) || /^(?:join|urljoin)$/.test(path)) {
    return joined(call.arguments);
  }
  if (/^os\.(?:getenv|environ\.get)$/.test(path))
    return call.arguments[1] ?? call.named.get("default") ?? environment(first);
  const fallback = call.named.get("default");
  if (fallback?.kind === "text") return fallback;
  if (/(?:^|\.)fileURLToPath$/.test(path)) return first;
  if (/(?:^|\.)path\.(?:posix\.)?dirname$/.test(path) && first?.kind === "text") {
    return { kind: "text", value: folderOf(first.value) };
  }
  return undefined;
}

/** The parts of a path as one. */
function joined(parts: readonly Value[]): Value {
  return textValue(
    parts
      .map(textOf)
      .join("/")
      .replace(/\/{2,}/g, "/"),
  );
}

function textValue(value: string): Value {
  return { kind: "text", value };
}

function environment(name: Value | undefined): Value {
  return unknownValue(name?.kind === "text" ? `environment variable ${name.value}` : "environment");
}

function entriesOf(path: string, of: Value): Value {
  if (of.kind !== "object") return unknownValue(path);
  const values = () => [...of.entries.values()].map(force);
  if (path.endsWith("values")) return { kind: "list", items: values() };
  const keys = keyTexts(of);
  if (path.endsWith("keys")) return { kind: "list", items: [...keys] };
  const forced = values();
  return { kind: "list", items: keys.map((key, at) => ({ kind: "list", items: [key, forced[at] ?? ABSENT] })) };
}

function assignAll(values: readonly Value[]): Value {
  const [first, ...others] = values;
  if (first?.kind !== "object") return first ?? ABSENT;
  for (const other of others) {
    if (other.kind === "object") for (const [name, value] of other.entries) first.entries.set(name, value);
    else first.isOpen = true;
  }
  return first;
}

function callOnFunction(of: Value, name: string, call: Call, engine: Engine): Value | undefined {
  if (name === "bind") return of;
  if (name === "call") return engine.call(of, { ...call, arguments: call.arguments.slice(1) });
  if (name === "apply") {
    const list = call.arguments[1];
    return engine.call(of, { ...call, arguments: list?.kind === "list" ? list.items : [] });
  }
  return undefined;
}

function callObject(of: Extract<Value, { kind: "object" }>, name: string, call: Call): Value | undefined {
  const key = call.arguments[0];
  if (name === "get" && key?.kind === "text") {
    const entry = of.entries.get(key.value);
    if (entry === undefined && key.value.includes(".")) return readDotted(of, key.value) ?? unknownValue(key.value);
    return entry === undefined ? (call.arguments[1] ?? unknownValue(key.value)) : force(entry);
  }
  if (name === "setdefault" && key?.kind === "text") {
    if (!of.entries.has(key.value)) of.entries.set(key.value, call.arguments[1] ?? ABSENT);
    return force(of.entries.get(key.value) ?? ABSENT);
  }
  if (name === "update" && key?.kind === "object") return assignAll([of, key]);
  if (name === "items") return entriesOf("entries", of);
  if (name === "values") return entriesOf("values", of);
  if (name === "keys") return entriesOf("keys", of);
  return undefined;
}

/** `config.get("http.root")` reads an entry of an entry. */
function readDotted(of: Value, path: string): Value | undefined {
  let value: Value | undefined = of;
  for (const name of path.split(".")) {
    const entry: Value | (() => Value) | undefined = value?.kind === "object" ? value.entries.get(name) : undefined;
    value = entry === undefined ? undefined : force(entry);
  }
  return value;
}

function namesRouter(item: Value): boolean {
  return item.kind === "object" && [...item.entries.values()].some((entry) => force(entry).kind === "router");
}

const LIST_METHODS: Readonly<Record<string, (of: ListValue, call: Call, engine: Engine) => Value>> = {
  forEach: mapList,
  map: mapList,
  flatMap: (of, call, engine) => flatten(mapList(of, call, engine)),
  flat: (of) => flatten(of),
  filter: (of, call, engine) => {
    const [test] = call.arguments;
    // `filter(Boolean)` asks the items themselves.
    const isBare = test?.kind === "unknown" && test.source === "Boolean";
    const kept = isBare ? of : mapList(of, call, engine);
    const isOut = (at: number) => {
      const verdict = kept.kind === "list" && (kept !== of || isBare) ? kept.items[at] : undefined;
      return verdict !== undefined && countsAsTrue(verdict) === false;
    };
    // A row that names a router is left out by a switch, and what is behind a switch is listed all the same.
    return { ...of, items: of.items.filter((item, at) => !isOut(at) || namesRouter(item)) };
  },
  sort: (of) => of,
  slice: (of, call) => {
    const [start, end] = call.arguments.map((each) => (each.kind === "number" ? each.value : undefined));
    return start === undefined ? of : { kind: "list", items: of.items.slice(start, end) };
  },
  reverse: (of) => ({ kind: "list", items: of.items.toReversed() }),
  // Where a list is taken apart, what is left of it is rarely looked at again.
  pop: (of) => of.items.at(-1) ?? ABSENT,
  shift: (of) => of.items[0] ?? ABSENT,
  push: append,
  add: append,
  append,
  extend: (of, call) => {
    for (const value of call.arguments) of.items.push(...(value.kind === "list" ? value.items : [value]));
    return of;
  },
  concat: (of, call) => ({
    kind: "list",
    items: [...of.items, ...call.arguments.flatMap((value) => (value.kind === "list" ? value.items : [value]))],
  }),
  join: (of, call) => ({
    kind: "text",
    value: of.items.map(textOf).join(call.arguments[0] === undefined ? "," : textOf(call.arguments[0])),
  }),
  reduce: (of, call, engine) => {
    const [step, start] = call.arguments;
    let value = start ?? ABSENT;
    if (step !== undefined) for (const item of of.items) value = engine.run(step, [value, item], call.at);
    return value;
  },
};

function callList(of: ListValue, name: string, call: Call, engine: Engine): Value | undefined {
  return Object.hasOwn(LIST_METHODS, name) ? LIST_METHODS[name]?.(of, call, engine) : undefined;
}

function append(of: ListValue, call: Call): Value {
  of.items.push(...call.arguments);
  return of;
}

function flatten(of: Value): Value {
  if (of.kind !== "list") return of;
  return { kind: "list", items: of.items.flatMap((item) => (item.kind === "list" ? item.items : [item])) };
}

function mapList(of: ListValue, call: Call, engine: Engine): Value {
  const step = call.arguments[0];
  if (step === undefined) return of;
  const items = [...of.items].map((item, index) =>
    engine.run(step, [item, { kind: "number", value: index }, of], call.at),
  );
  return { kind: "list", items };
}
