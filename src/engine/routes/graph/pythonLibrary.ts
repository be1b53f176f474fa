import { folderOf, joinPaths } from "../reading/resolveModule.ts";
import { itemsOf } from "./collections.ts";
import type { Call, Engine } from "./engine.ts";
import { force } from "./members.ts";
import { callForMembers } from "./pythonMembers.ts";
import { callForPath } from "./pythonPaths.ts";
import { countsAsTrue } from "./switches.ts";
import { ABSENT, isKnown, type ListValue, type MadeValue, objectValue, textOf, type Value } from "./values.ts";

type Builtin = (values: readonly Value[], call: Call) => Value | undefined;

const MOST_TURNS = 100;

const copied: Builtin = ([of], { engine }) =>
  of === undefined ? { kind: "list", items: [], isWhole: true } : itemsOf(of, engine);

const BUILTINS: Readonly<Record<string, Builtin>> = {
  getattr: ([of, name, otherwise], { engine }) => {
    if (of === undefined || name?.kind !== "text") return undefined;
    const read = engine.member(of, name.value);
    const isMissing = !isKnown(read) || (read.kind === "bound" && of.kind !== "router");
    return isMissing && otherwise !== undefined ? otherwise : read;
  },
  list: copied,
  tuple: copied,
  set: copied,
  frozenset: copied,
  sorted: copied,
  iter: copied,
  reversed: ([of], { engine }) => {
    const list = of === undefined ? undefined : itemsOf(of, engine);
    return list && { ...list, items: list.items.toReversed() };
  },
  enumerate: ([of, start], { engine, named }) => {
    const from = start ?? named.get("start");
    const first = from?.kind === "number" ? from.value : 0;
    const list = of === undefined ? undefined : itemsOf(of, engine);
    return list && pairs(list.items.map((item, at) => [{ kind: "number", value: first + at }, item]));
  },
  range: (bounds) => {
    const [first, second, step = 1] = bounds.map((each) => (each.kind === "number" ? each.value : undefined));
    const [from, to] = bounds.length === 1 ? [0, first] : [first, second];
    if (from === undefined || to === undefined || step < 1 || (to - from) / step > MOST_TURNS) return undefined;
    const items: Value[] = [];
    for (let value = from; value < to; value += step) items.push({ kind: "number", value });
    return { kind: "list", items, isWhole: true };
  },
  zip: (lists, { engine }) => {
    const columns = lists.map((each) => itemsOf(each, engine)?.items);
    const known = columns.filter((each) => each !== undefined);
    if (known.length === 0 || known.length < columns.length) return undefined;
    const length = Math.min(...known.map((each) => each.length));
    return pairs(Array.from({ length }, (_, at) => known.map((each) => each[at] ?? ABSENT)));
  },
  map: ([step, of], { engine, at }) => {
    const list = of === undefined ? undefined : itemsOf(of, engine);
    return step && list && { ...list, items: list.items.map((item) => engine.run(step, [item], at)) };
  },
  dict: ([of], { named }) => {
    const entries = of?.kind === "object" ? [...of.entries] : [];
    return objectValue([...entries.map(([key, each]): [string, Value] => [key, force(each)]), ...named]);
  },
  "functools.partial": ([of, ...given], { at, named }) =>
    of && {
      kind: "made",
      framework: "",
      role: "partial",
      at,
      data: { of, given: { kind: "list", items: given }, named: objectValue(named) },
    },
  str: ([of]) => of && { kind: "text", value: textOf(of) },
  "pkgutil.iter_modules": (values, call) => modulesBelow(values, call, false),
  "pkgutil.walk_packages": (values, call) => modulesBelow(values, call, true),
  "werkzeug.utils.find_modules": ([name, packages, deep], { engine, at, named }) => {
    const home = name?.kind === "text" ? engine.resolve(name.value, at.file) : null;
    if (name?.kind !== "text" || home === null) return undefined;
    const isDeep = countsAsTrue(deep ?? named.get("recursive") ?? ABSENT) === true;
    const takesPackages = countsAsTrue(packages ?? named.get("include_packages") ?? ABSENT) === true;
    const found = modulesOf(folderOf(home), `${name.value}.`, engine, isDeep);
    const taken = found.filter((each) => takesPackages || countsAsTrue(each.fields?.get("ispkg") ?? ABSENT) === false);
    return { kind: "list", items: taken.map((each) => each.fields?.get("name") ?? ABSENT) };
  },
  "os.listdir": ([folder], { engine }) => {
    if (folder?.kind !== "text") return undefined;
    const names = namesIn(joinPaths(folder.value), engine);
    return { kind: "list", items: names.map((value) => ({ kind: "text", value })) };
  },
  "os.path.splitext": ([path]) => {
    if (path?.kind !== "text") return undefined;
    const end = /(?<=[^/])\.[^./]*$/.exec(path.value)?.[0] ?? "";
    const stem: Value = { kind: "text", value: path.value.slice(0, path.value.length - end.length) };
    return { kind: "list", items: [stem, { kind: "text", value: end }] };
  },
};

/** What a function of Python's own library gives, by https://docs.python.org/3/library/functions.html; undefined for any other. */
export function callForPython(path: string, call: Call): Value | undefined {
  if (!call.at.file.endsWith(".py")) return undefined;
  return Object.hasOwn(BUILTINS, path)
    ? BUILTINS[path]?.(call.arguments, call)
    : (callForMembers(path, call) ?? callForPath(path, call));
}

/** Calls what `functools.partial` made with what it was given before; undefined for anything else. */
export function callPartial({ role, data }: MadeValue, call: Call): Value | undefined {
  const { of, given, named } = data;
  if (role !== "partial" || of === undefined || given?.kind !== "list" || named?.kind !== "object") return undefined;
  const before = [...named.entries].map(([name, value]): [string, Value] => [name, force(value)]);
  return call.engine.call(of, {
    ...call,
    arguments: [...given.items, ...call.arguments],
    expressions: [],
    named: new Map([...before, ...call.named]),
  });
}

function pairs(rows: readonly (readonly Value[])[]): ListValue {
  return { kind: "list", items: rows.map((row) => ({ kind: "list", items: [...row] })) };
}

function namesIn(folder: string, engine: Engine): readonly string[] {
  const inside = engine.filesBelow(folder).map((file) => (folder === "" ? file : file.slice(folder.length + 1)));
  return [...new Set(inside.map((file) => file.split("/")[0] ?? ""))];
}

/** The modules of packages, as triples whose parts have names: `finder, name, is_package`. */
function modulesBelow([folders, given]: readonly Value[], call: Call, isDeep: boolean): Value | undefined {
  const paths = folders?.kind === "list" ? folders.items.filter((each) => each.kind === "text") : [];
  if (paths.length === 0) return undefined;
  const prefix = textOf(given ?? call.named.get("prefix") ?? ABSENT);
  const found = paths.flatMap(({ value }) => modulesOf(joinPaths(value), prefix, call.engine, isDeep));
  return { kind: "list", items: found };
}

function modulesOf(folder: string, prefix: string, engine: Engine, isDeep: boolean): ListValue[] {
  return namesIn(folder, engine).flatMap((entry) => {
    const inner = joinPaths(folder, entry);
    const isPackage = engine.hasFile(`${inner}/__init__.py`);
    const isModule = entry.endsWith(".py") && entry !== "__init__.py";
    if (!isPackage && !isModule) return [];
    const name = prefix + entry.replace(/\.py$/, "");
    const below = isDeep && isPackage ? modulesOf(inner, `${name}.`, engine, true) : [];
    return [moduleInfo(name, isPackage), ...below];
  });
}

function moduleInfo(name: string, isPackage: boolean): ListValue {
  const parts: readonly [string, Value][] = [
    ["module_finder", ABSENT],
    ["name", { kind: "text", value: name }],
    ["ispkg", { kind: "truth", value: isPackage }],
  ];
  return { kind: "list", items: parts.map(([, value]) => value), fields: new Map(parts) };
}

/** The name that a module has where the root of the workspace is searched for modules. */
export function dottedName(file: string): string {
  return file.replace(/(?:\/__init__)?\.py$/, "").replaceAll("/", ".");
}

/** The folders of a package, as its `__path__` lists them; undefined for a module that is none. */
export function packagePath(file: string): ListValue | undefined {
  if (!/(?:^|\/)__init__\.py$/.test(file)) return undefined;
  return { kind: "list", items: [{ kind: "text", value: folderOf(file) }] };
}
