import { holdsValues, type PathValues } from "../reading/pathValues.ts";
import { folderOf, joinPaths } from "../reading/resolveModule.ts";
import { isSchemaFile } from "../specs/graphqlSchema.ts";
import type { Call, Engine } from "./engine.ts";
import { force, foreignBase } from "./members.ts";
import { type ClassValue, HOLE, isKnown, objectValue, type Scope, unknownValue, type Value } from "./values.ts";

/** The value of what a settings file holds; an object may have more entries, and what was left out of the file is unknown. */
export function valueOfData(data: PathValues | undefined, name: string): Value {
  if (data === null || data === undefined) return unknownValue(name);
  if (typeof data === "string") return { kind: "text", value: data };
  if (typeof data === "number") return { kind: "number", value: data };
  if (typeof data === "boolean") return { kind: "truth", value: data };
  if (isList(data)) return { kind: "list", items: data.map((each) => valueOfData(each, name)) };
  const entries = Object.entries(data).map(([key, each]): [string, Value] => [
    key,
    valueOfData(each, `${name}.${key}`),
  ]);
  return objectValue(entries, true);
}

function isList(data: PathValues): data is readonly PathValues[] {
  return Array.isArray(data);
}

/** What the environment file nearest to a file, in its folder or above, sets a variable to; undefined where none does. */
function variableNear(from: string, name: string, engine: Engine, isAnyCase = false): Value | undefined {
  for (let folder = folderOf(from); ; folder = folderOf(folder)) {
    for (const file of [".env.local", ".env"]) {
      const value = entryOf(joinPaths(folder, file), name, engine, isAnyCase);
      if (value !== undefined) return value;
    }
    if (folder === "") return undefined;
  }
}

function entryOf(file: string, name: string, engine: Engine, isAnyCase: boolean): Value | undefined {
  const data = fileValue(file, engine);
  if (data?.kind !== "object") return undefined;
  const key = isAnyCase ? [...data.entries.keys()].find((each) => each.toLowerCase() === name.toLowerCase()) : name;
  const entry = key === undefined ? undefined : data.entries.get(key);
  const value = entry === undefined ? undefined : force(entry);
  return value !== undefined && isKnown(value) ? value : undefined;
}

function fileValue(file: string, engine: Engine): Value | undefined {
  if (!engine.hasFile(file)) return undefined;
  const module = engine.module(file);
  if (module === undefined) engine.needed.add(file);
  return module?.whole ?? undefined;
}

const VARIABLE = /^(?:process|bun|import\.meta|os)\.(?:env|environ)\.(\w+)$/i;

/** A value, or what an environment file sets it to where it is a variable of the environment that nothing else says. */
export function throughEnvironment(value: Value, from: string, engine: Engine): Value {
  if (value.kind !== "unknown" && value.kind !== "external") return value;
  const source = value.kind === "unknown" ? value.source : [value.module, ...value.path].join(".");
  const name = VARIABLE.exec(source)?.[1];
  return name === undefined ? value : (variableNear(from, name, engine) ?? value);
}

const GETTERS =
  /^(?:os\.(?:getenv|environ\.(?:get|setdefault))|deno\.env\.get|(?:decouple|starlette|starlette\.config)\.(?:config|Config|AutoConfig)|(?:environ|environs)\.(?:Env|FileAwareEnv)(?:\.\w+)?)$/;
const GETTER = /(?:^|\.)get(?:OrThrow)?$/;

/**
 * What a call gives that asks for a variable of the environment which an environment file sets, be it some `get` of a service that
 * is given the very name; undefined for any other.
 */
export function callForVariable(path: string, call: Call): Value | undefined {
  const [name] = call.arguments;
  if (name?.kind !== "text") return undefined;
  const isAsked = GETTERS.test(path) || (GETTER.test(path) && /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(name.value));
  return isAsked ? variableNear(call.at.file, name.value, call.engine) : undefined;
}

const READ = /(?:^|[./])(?:readFileSync|readFile|readTextFile(?:Sync)?|open|file|importFile)$/;
const READ_AND_PARSE =
  /^(?:fs-extra|jsonfile|toml|load-json-file)\.?(?:read(?:Json|JSON|File)(?:Sync)?|load|loadJsonFile(?:Sync)?)?$/;
const PARSE = /(?:^|[./])(?:parse|loads?|safe_load|full_load|safeLoad)$/;

/** What a call gives that reads a settings file of the workspace or takes one apart; undefined for any other. */
export function callForFile(path: string, call: Call): Value | undefined {
  const [first, second] = call.arguments;
  if (path === "URL")
    return first?.kind === "text" && second?.kind === "text" ? besides(first.value, second.value) : undefined;
  if (path === "pathlib.Path" || path === "pathlib.PurePath") return call.arguments.length === 1 ? first : undefined;
  if (PARSE.test(path) && isContent(first)) return parsed(first, call.engine);
  if (first?.kind !== "text") return undefined;
  if (READ_AND_PARSE.test(path)) return parsed(contentOf(first.value, call), call.engine);
  if (!READ.test(path)) return undefined;
  return isSchemaFile(first.value) ? settingsNamed(first.value, call) : contentOf(first.value, call);
}

/** What a method of a path or of the content of a file gives; undefined for any other. */
export function callOnFile(of: Value, name: string, call: Call): Value | undefined {
  if (of.kind === "text" && /^(?:read_text|read_bytes|open)$/.test(name)) return contentOf(of.value, call);
  if (of.kind === "text" && /^(?:resolve|absolute)$/.test(name) && call.arguments.length === 0) return of;
  if (of.kind === "text" && name === "toString") return of;
  if (!isContent(of)) return undefined;
  if (/^(?:toString|read|text|decode|trim|strip)$/.test(name)) return of;
  return name === "json" ? parsed(of, call.engine) : undefined;
}

type Content = Extract<Value, { kind: "made" }>;

function isContent(value: Value | undefined): value is Content {
  return value?.kind === "made" && value.role === "content";
}

/** A path written beside a file; an address is none. */
function besides(path: string, file: string): Value | undefined {
  if (file.includes("://") || !/^\.{0,2}\/|^[\w-]/.test(path) || path.startsWith("/")) return undefined;
  return { kind: "text", value: joinPaths(folderOf(file), path) + (path.endsWith("/") ? "/" : "") };
}

/** The content of a settings file that a path names from the folder of a file or from one above it, where programs are started. */
function contentOf(path: string, call: Call): Content | undefined {
  // A start that is not known is a folder of the workspace.
  const written = path.slice(path.lastIndexOf(HOLE) + 1).replace(/^\//, "");
  if (!holdsValues(written) && !isSchemaFile(written)) return undefined;
  for (let folder = folderOf(call.at.file); ; folder = folderOf(folder)) {
    const file = joinPaths(folder, written);
    if (call.engine.hasFile(file)) {
      return {
        kind: "made",
        framework: "",
        role: "content",
        at: call.at,
        data: { file: { kind: "text", value: file } },
      };
    }
    if (folder === "") return undefined;
  }
}

/** What a settings file holds that a path names from where a call is written; undefined where there is no such file. */
export function settingsNamed(path: string, call: Call): Value | undefined {
  return parsed(contentOf(path, call), call.engine);
}

function parsed(content: Content | undefined, engine: Engine): Value | undefined {
  const file = content?.data["file"];
  return file?.kind === "text" ? fileValue(file.value, engine) : undefined;
}

const EXTENSIONS = ["json", "json5", "yaml", "yml", "toml", "js", "cjs", "mjs", "ts"];

/** The settings that the package `config` gives to a file: those of the nearest `config/default.*`; null where there are none. */
export function packagedSettings(from: string, engine: Engine): Value | null {
  for (let folder = folderOf(from); ; folder = folderOf(folder)) {
    const stem = joinPaths(folder, "config/default");
    const file = EXTENSIONS.map((extension) => `${stem}.${extension}`).find((each) => engine.hasFile(each));
    if (file !== undefined) return engine.importName(`./${file.slice(folderOf(file).length + 1)}`, stem, "default");
    if (folder === "") return null;
  }
}

const SETTINGS = /(?:^|\/)settings(?:\/(?:__init__|base|common|defaults?))?\.py$/;

/**
 * What `django.conf.settings` holds for a file: the names of the nearest module of settings, of several in one folder those that the
 * others build upon; null where there is none. Another environment may set more.
 */
export function djangoSettings(from: string, engine: Engine): Value | null {
  for (let folder = folderOf(from); ; folder = folderOf(folder)) {
    const file = settingsIn(engine.filesBelow(folder));
    const module = file === undefined ? undefined : engine.module(file);
    if (file !== undefined && module === undefined) engine.needed.add(file);
    if (module !== undefined) return { kind: "object", entries: module.scope.names, of: null, isOpen: true };
    if (folder === "") return null;
  }
}

const settingsBefore = new WeakMap<readonly string[], string | null>();

function settingsIn(files: readonly string[]): string | undefined {
  const known = settingsBefore.get(files);
  if (known !== undefined) return known ?? undefined;
  const found = files.filter((file) => SETTINGS.test(file));
  const file = found.find((each) => !each.endsWith("__init__.py")) ?? found[0];
  settingsBefore.set(files, file ?? null);
  return file;
}

/** Sets the fields of an instance of pydantic's `BaseSettings` to what the environment files say, which goes before any default. */
export function setFromEnvironment(of: ClassValue, self: Value, engine: Engine): void {
  const base = foreignBase(of);
  if (self.kind !== "object" || !base?.module.startsWith("pydantic") || base.path.at(-1) !== "BaseSettings") return;
  const prefix = optionsOf(of, "env_prefix", engine) ?? "";
  for (let each: Value | null = of; each?.kind === "class"; each = each.base) {
    for (const { name, value, role } of each.fact.members) {
      if (role !== "field" || self.entries.has(name)) continue;
      const named =
        value.kind === "call"
          ? value.arguments.find((one) => /^(?:env|validation_alias|alias)$/.test(one.name ?? ""))
          : undefined;
      const variable = named?.value.kind === "text" ? named.value.value : prefix + name;
      const found = variableNear(each.scope.file, variable, engine, true);
      if (found !== undefined) self.entries.set(name, found);
    }
  }
}

/** An option of a settings class: of its `model_config`, or of the class `Config` within it. */
function optionsOf(of: ClassValue, option: string, engine: Engine): string | undefined {
  const scope: Scope = { ...of.scope, names: new Map(), parent: of.scope, self: null, home: null };
  for (const { name, value } of of.fact.members) {
    const written =
      name === "model_config" && value.kind === "call"
        ? value.arguments.find((each) => each.name === option)?.value
        : undefined;
    const options = name === "Config" || name === "model_config" ? engine.evaluate(written ?? value, scope) : undefined;
    const found = options === undefined || written !== undefined ? options : engine.member(options, option);
    if (found?.kind === "text") return found.value;
  }
  return of.base?.kind === "class" ? optionsOf(of.base, option, engine) : undefined;
}
