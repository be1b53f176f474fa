import { folderOf, joinPaths } from "../reading/resolveModule.ts";
import type { Call, Engine } from "./engine.ts";
import { HOLE, objectValue, unknownValue, type Value } from "./values.ts";

const MOST_FILES = 500;
/** Under this name a directory entry keeps what it is; no program can write it. */
const IS_FOLDER = "=folder";

/** What `entry.isDirectory()` and `isFile()` give of a directory entry; undefined for anything else. */
export function callOnEntry(of: Value, name: string): Value | undefined {
  const known = of.kind === "object" ? of.entries.get(IS_FOLDER) : undefined;
  if (typeof known !== "object" || known.kind !== "truth") return undefined;
  if (name === "isDirectory") return known;
  return name === "isFile" ? { kind: "truth", value: !known.value } : undefined;
}

/** `fs.globSync`, and the packages `glob`, `fast-glob`, `globby` and `tiny-glob` under whatever name they export. */
const GLOB =
  /^fs(?:\.promises)?\.glob(?:Sync)?$|^(?:fast-glob|glob|globby|tiny-glob)(?:\.(?:default|glob|globby|sync|globSync|globbySync|async))*$/;

/**
 * What a call gives that lists the files of a folder, takes a file name apart, or loads a module whose name was put together:
 * `fs.readdirSync(dir)`, `glob.sync("routes/*.js")`, `path.basename(file, ".js")`, `require(path.join(dir, file))`; undefined for
 * any other. Paths are those of the workspace.
 */
export function callForFolder(path: string, call: Call): Value | undefined {
  const [given, second] = call.arguments;
  const isLoad = path === "require" || path === "import";
  // A module may be named by the address of its file.
  const address = isLoad && given?.kind === "object" ? given.entries.get("pathname") : undefined;
  const first = typeof address === "object" ? address : given;
  if (first?.kind !== "text" || (isLoad && first.value.includes(HOLE))) return undefined;
  if (isLoad) return load(first.value, call);
  if (/(?:^|\.)readdir(?:Sync)?$/.test(path)) return children(first.value, second, call.engine);
  if (/(?:^|\.)l?stat(?:Sync)?$/.test(path)) return statusOf(first.value, call.engine);
  if (GLOB.test(path)) return matching(first.value, call);
  if (/(?:^|\.)path\.(?:posix\.)?basename$/.test(path)) return text(baseName(first.value, second));
  if (/^path\.(?:posix\.)?extname$/.test(path)) return text(/\.[^./]*$/.exec(first.value)?.[0] ?? "");
  if (/^path\.(?:posix\.)?parse$/.test(path)) return parsed(first.value);
  if (/^path\.(?:posix\.)?relative$/.test(path) && second?.kind === "text") {
    const from = joinPaths(first.value);
    const to = joinPaths(second.value);
    return text(to.startsWith(`${from}/`) ? to.slice(from.length + 1) : to);
  }
  if (/(?:^|\.)pathToFileURL$/.test(path))
    return objectValue(
      [
        ["href", first],
        ["pathname", first],
      ],
      true,
    );
  return undefined;
}

function text(value: string): Value {
  return { kind: "text", value };
}

/** The names in a folder; with file types they are objects, and a recursive listing gives the paths below it. */
function children(folder: string, options: Value | undefined, engine: Engine): Value {
  const base = joinPaths(folder);
  const isOn = (name: string) => {
    const entry = options?.kind === "object" ? options.entries.get(name) : undefined;
    return typeof entry === "object" && entry.kind === "truth" && entry.value;
  };
  const inside = engine.filesBelow(base).map((file) => (base === "" ? file : file.slice(base.length + 1)));
  const names = isOn("recursive") ? inside : [...new Set(inside.map((file) => file.split("/")[0] ?? ""))];
  const folders = new Set(inside.flatMap((file) => (file.includes("/") ? [file.slice(0, file.indexOf("/"))] : [])));
  const items = names
    .slice(0, MOST_FILES)
    .map((name) => (isOn("withFileTypes") ? entryOf(base, name, folders.has(name)) : text(name)));
  return { kind: "list", items };
}

function entryOf(folder: string, name: string, isFolder: boolean): Value {
  return objectValue(
    [
      [IS_FOLDER, { kind: "truth", value: isFolder }],
      ["name", text(name)],
      ["path", text(folder)],
      ["parentPath", text(folder)],
    ],
    true,
  );
}

/** What a path of the workspace is; undefined for one that is not there. */
function statusOf(path: string, engine: Engine): Value | undefined {
  const whole = joinPaths(path);
  const isFolder = !engine.hasFile(whole) && engine.filesBelow(whole).length > 0;
  if (!isFolder && !engine.hasFile(whole)) return undefined;
  return objectValue([[IS_FOLDER, { kind: "truth", value: isFolder }]], true);
}

/** The files a glob matches, from the folder it starts with, the one that `cwd` names, or the root of the workspace. */
function matching(pattern: string, call: Call): Value {
  const options = call.arguments[1];
  const given = options?.kind === "object" ? options.entries.get("cwd") : undefined;
  const cwd = typeof given === "object" && given.kind === "text" ? joinPaths(given.value) : "";
  const test = globTest(joinPaths(cwd, pattern));
  const found = test === null ? [] : call.engine.filesBelow("").filter((file) => test.test(file));
  const shown = found.map((file) => (cwd === "" ? file : file.slice(cwd.length + 1)));
  return { kind: "list", items: shown.slice(0, MOST_FILES).map(text) };
}

/** Tests paths by a glob; null when it cannot be understood. */
export function globTest(glob: string): RegExp | null {
  if (glob.length > 300) return null;
  const source = glob
    .replace(/[.+^$|]/g, "\\$&")
    .replace(/[@+?]?\(([^()]*)\)/g, (_, inner: string) => `(?:${inner.replaceAll("\\|", "|")})`)
    .replace(/\{([^{}]*)\}/g, (_, inner: string) => `(?:${inner.replaceAll(",", "|")})`)
    .replace(/\*\*\/|\*\*|\*|\?(?!:)/g, (mark) =>
      mark === "**/" ? "(?:[^/]+/)*" : mark === "**" ? ".*" : mark === "*" ? "[^/]*" : "[^/]",
    );
  try {
    return new RegExp(`^${source}$`);
  } catch {
    return null;
  }
}

function baseName(path: string, extension: Value | undefined): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return extension?.kind === "text" && name.endsWith(extension.value) && extension.value !== ""
    ? name.slice(0, -extension.value.length)
    : name;
}

function parsed(path: string): Value {
  const base = baseName(path, undefined);
  const ext = /\.[^.]*$/.exec(base)?.[0] ?? "";
  return objectValue([
    ["base", text(base)],
    ["ext", text(ext)],
    ["name", text(ext === "" ? base : base.slice(0, -ext.length))],
    ["dir", text(folderOf(path))],
  ]);
}

const MODULE = /\.(?:[cm]?[jt]sx?)$/;

/** The module behind a path of the workspace, or behind a specifier as it would be written. */
function load(path: string, call: Call): Value | undefined {
  const { file } = call.at;
  if (/^\.{1,2}\//.test(path)) {
    const target = call.engine.resolve(path, file);
    return target !== null && isNamedIn(file, target, call.engine)
      ? unknownValue(path)
      : call.engine.importModule(path, file);
  }
  const whole = joinPaths(path);
  const candidates = ["", ".ts", ".js", ".mjs", ".cjs", "/index.ts", "/index.js"].map((end) => whole + end);
  const found = candidates.find((each) => MODULE.test(each) && each !== file && call.engine.hasFile(each));
  if (found === undefined || isNamedIn(file, found, call.engine)) return undefined;
  const up = folderOf(file) === "" ? "./" : "../".repeat(folderOf(file).split("/").length);
  return call.engine.importModule(up + found, file);
}

/** What a file also loads by a written name it leaves out where it loads a folder, for it is there already. */
function isNamedIn(file: string, target: string, engine: Engine): boolean {
  return engine.factsOf(file)?.imports.some((each) => engine.resolve(each, file) === target) ?? false;
}
