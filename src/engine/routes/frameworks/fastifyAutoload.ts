import type { Call, Engine } from "../graph/engine.ts";
import { force } from "../graph/members.ts";
import { HOLE, type RouterValue, textOf, type Value } from "../graph/values.ts";
import { joinPaths } from "../reading/resolveModule.ts";
import { optionOf, truthOf } from "./options.ts";

const SCRIPT = /\.[cm]?[jt]s$/;
const NO_SCRIPT = /\.d\.[cm]?ts$|[.-](?:test|spec)\.[cm]?[jt]s$|(?:^|\/)(?:autohooks|\.autohooks)\./;

/** The files in which every call of the package was followed, so that they load nothing else. */
const followed = new WeakMap<Engine, Map<string, boolean>>();

/** True where all folders are known that a file loads with `@fastify/autoload`. */
export function isAutoloadFollowed(file: string, engine: Engine): boolean {
  return followed.get(engine)?.get(file) ?? false;
}

function noteFollowed(call: Call, isKnown: boolean): void {
  const files = followed.get(call.engine) ?? new Map<string, boolean>();
  followed.set(call.engine, files.set(call.at.file, isKnown && (files.get(call.at.file) ?? true)));
}

/**
 * Loads the plugins of a folder as `@fastify/autoload` does (https://github.com/fastify/fastify-autoload): folders become prefixes
 * unless `dirNameRoutePrefix` is false, `_name` becomes a parameter with `routeParams`, an index file stands for its folder; of a
 * plugin's own settings `autoPrefix` replaces the folders, `prefixOverride` every prefix, and `autoload: false` leaves it out.
 */
export function loadFolder(
  router: RouterValue,
  options: Value | undefined,
  call: Call,
  register: (plugin: Value, prefix: string) => void,
): void {
  const dir = optionOf(options, "dir");
  const isKnown = dir?.kind === "text" && !dir.value.includes(HOLE);
  noteFollowed(call, isKnown);
  if (!isKnown || router.node.isGuess) return;
  const folder = joinPaths(dir.value);
  const inner = optionOf(optionOf(options, "options"), "prefix");
  const base = (inner === undefined ? "" : textOf(inner)).replace(/\/$/, "");
  for (const file of pluginFiles(folder, options, call.engine)) {
    const plugin = pluginOf(file, call);
    if (plugin === null || plugin.isOff) continue;
    const inside = prefixOf(file.slice(folder.length + 1), options);
    const isAppended = truthOf(options, "appendAutoPrefix") === true && inside !== "";
    const own = plugin.prefix === null ? inside : isAppended ? `${inside}/${plugin.prefix}` : plugin.prefix;
    const whole = plugin.override ?? base + own.replace(/\/{2,}/g, "/");
    register(plugin.value, truthOf(options, "routeParams") === true ? withParameters(whole) : whole);
  }
}

/** The files that are loaded: beside an index file no other of its folder. */
function pluginFiles(folder: string, options: Value | undefined, engine: Engine): readonly string[] {
  const files = engine.filesBelow(folder).filter((file) => SCRIPT.test(file) && !NO_SCRIPT.test(file));
  const ignored = patternOf(optionOf(options, "ignorePattern")) ?? patternOf(optionOf(options, "ignoreFilter"));
  const wanted = patternOf(optionOf(options, "matchFilter"));
  const deepest = optionOf(options, "maxDepth");
  return files.filter((file) => {
    const path = file.slice(folder.length + 1);
    if (!/(?:^|\/)index\.[^/]*$/.test(path) && files.some((each) => isIndexBeside(each, file))) return false;
    if (deepest?.kind === "number" && path.split("/").length - 1 > deepest.value) return false;
    return !(ignored?.test(path) ?? false) && (wanted?.test(`/${path}`) ?? true);
  });
}

function patternOf(value: Value | undefined): RegExp | undefined {
  if (value?.kind !== "pattern" || value.source.length > 200) return undefined;
  try {
    return new RegExp(value.source, value.flags.replace(/[gy]/g, ""));
  } catch {
    return undefined;
  }
}

function prefixOf(path: string, options: Value | undefined): string {
  if (truthOf(options, "dirNameRoutePrefix") === false) return "";
  return path
    .split("/")
    .slice(0, -1)
    .map((part) => `/${part}`)
    .join("");
}

/** A folder `_id` is a parameter; where two underscores stand anywhere, only these make one. */
function withParameters(prefix: string): string {
  return prefix.includes("__") ? prefix.replaceAll("__", ":") : prefix.replaceAll("/_", "/:");
}

function isIndexBeside(index: string, file: string): boolean {
  const folder = file.slice(0, file.lastIndexOf("/") + 1);
  return index.startsWith(`${folder}index.`) && !index.slice(folder.length).includes("/");
}

interface Plugin {
  readonly value: Value;
  readonly prefix: string | null;
  readonly override: string | null;
  readonly isOff: boolean;
}

function pluginOf(file: string, call: Call): Plugin | null {
  const module = call.engine.module(file);
  if (module === undefined) {
    call.engine.needed.add(file);
    return null;
  }
  const entry = module.exports.entries.get("default");
  const value = module.whole ?? (entry === undefined ? module.exports : force(entry));
  const setting = (name: string): Value | undefined => {
    const exported = module.exports.entries.get(name);
    if (exported !== undefined) return force(exported);
    return value.kind === "function" ? call.engine.member(value, name) : undefined;
  };
  const text = (name: string) => {
    const found = setting(name);
    return found?.kind === "text" ? found.value : null;
  };
  const autoload = setting("autoload");
  const isOff = autoload?.kind === "truth" && !autoload.value;
  return { value, prefix: text("autoPrefix"), override: text("prefixOverride"), isOff };
}
