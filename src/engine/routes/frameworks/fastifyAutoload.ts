import type { Call } from "../graph/engine.ts";
import { force } from "../graph/members.ts";
import { type RouterValue, textOf, type Value } from "../graph/values.ts";
import { joinPaths } from "../reading/resolveModule.ts";
import { optionOf, truthOf } from "./options.ts";

/**
 * Loads the plugins of a folder as `@fastify/autoload` does: folders become prefixes unless `dirNameRoutePrefix` is false,
 * `_name` becomes a parameter with `routeParams`, an index file stands for its folder, `autoPrefix` names a file's own prefix.
 */
export function loadFolder(
  router: RouterValue,
  options: Value | undefined,
  call: Call,
  register: (plugin: Value, prefix: string) => void,
): void {
  const dir = optionOf(options, "dir");
  if (dir?.kind !== "text" || router.node.isGuess) return;
  const folder = joinPaths(dir.value);
  const inner = optionOf(optionOf(options, "options"), "prefix");
  const base = inner === undefined ? "" : textOf(inner);
  const files = call.engine.filesBelow(folder).filter((file) => isPlugin(file));
  for (const file of files) {
    const inside = file.slice(folder.length + 1).split("/");
    const name = inside.pop() ?? "";
    if (!/^index\./.test(name) && files.some((each) => isIndexBeside(each, file))) continue;
    const folders = truthOf(options, "dirNameRoutePrefix") === false ? [] : inside;
    const hasParameters = truthOf(options, "routeParams") ?? false;
    const parts = folders.map((part) => (hasParameters ? part.replace(/^__?(\w+)$/, ":$1") : part));
    const plugin = pluginOf(file, call);
    if (plugin === null) continue;
    const own = plugin.prefix ?? parts.map((part) => `/${part}`).join("");
    register(plugin.value, `${base.replace(/\/$/, "")}${own}`);
  }
}

function isPlugin(file: string): boolean {
  return (
    /\.[cm]?[jt]s$/.test(file) &&
    !/\.d\.[cm]?ts$|[.-](?:test|spec)\.[cm]?[jt]s$|(?:^|\/)(?:autohooks|\.autohooks)\./.test(file)
  );
}

function isIndexBeside(index: string, file: string): boolean {
  const folder = file.slice(0, file.lastIndexOf("/") + 1);
  return index.startsWith(`${folder}index.`) && !index.slice(folder.length).includes("/");
}

function pluginOf(file: string, call: Call): { readonly value: Value; readonly prefix: string | null } | null {
  const module = call.engine.module(file);
  if (module === undefined) {
    call.engine.needed.add(file);
    return null;
  }
  const entry = module.exports.entries.get("default");
  const value = module.whole ?? (entry === undefined ? module.exports : force(entry));
  const prefix = module.exports.entries.get("autoPrefix") ?? module.exports.entries.get("prefixOverride");
  const named = prefix === undefined ? undefined : force(prefix);
  return { value, prefix: named?.kind === "text" ? named.value : null };
}
