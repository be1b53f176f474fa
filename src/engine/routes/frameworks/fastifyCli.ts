import { type Call, callWith, type Engine } from "../graph/engine.ts";
import { force } from "../graph/members.ts";
import type { Value } from "../graph/values.ts";
import { folderOf, joinPaths } from "../reading/resolveModule.ts";
import { moduleOf } from "./fileRoutes.ts";

/** A plugin that a script of a `package.json` starts as an application, where it is written and below which prefix. */
export interface StartedPlugin {
  readonly plugin: Value;
  readonly prefix: string;
  readonly call: Call;
}

const START = /\bfastify start\b([^&|;]*)/;

/** What the scripts of a workspace start by `fastify start app.js`, by https://github.com/fastify/fastify-cli. */
export function startedPlugins(engine: Engine): readonly StartedPlugin[] {
  const started = new Map<string, StartedPlugin>();
  for (const manifest of engine.filesBelow("")) {
    if (!/(?:^|\/)package\.json$/.test(manifest)) continue;
    for (const script of scriptsOf(engine.factsOf(manifest)?.data)) {
      const rest = START.exec(script)?.[1];
      const file = rest === undefined ? undefined : fileIn(rest, folderOf(manifest), engine);
      const found =
        file === undefined ? undefined : pluginOf(file, /(?:-x|--prefix)[ =](\S+)/.exec(rest ?? "")?.[1], engine);
      if (file !== undefined && found !== undefined) started.set(file, found);
    }
  }
  return [...started.values()];
}

function scriptsOf(data: unknown): readonly string[] {
  const scripts = typeof data === "object" && data !== null && "scripts" in data ? data.scripts : undefined;
  return Object.values(scripts ?? {}).filter((each): each is string => typeof each === "string");
}

/** The file that is named last; what is built is looked for where it is written. */
function fileIn(words: string, folder: string, engine: Engine): string | undefined {
  const name = words.split(/\s+/).findLast((each) => /\.[cm]?[jt]s$/.test(each));
  if (name === undefined) return undefined;
  const source = name.replace(/^(?:\.\/)?(?:dist|build|lib)\//, "src/");
  return [
    name,
    source,
    source.replace(/js$/, "ts"),
    name.replace(/^(?:\.\/)?(?:dist|build)\//, "").replace(/js$/, "ts"),
  ]
    .map((each) => joinPaths(folder, each))
    .find((each) => engine.hasFile(each));
}

function pluginOf(file: string, prefix: string | undefined, engine: Engine): StartedPlugin | undefined {
  const module = moduleOf(file, engine);
  if (module === null) return undefined;
  const entry = module.exports.entries.get("default");
  const plugin = module.whole ?? (entry === undefined ? undefined : force(entry));
  if (plugin?.kind !== "function") return undefined;
  const call = callWith([], { file, line: plugin.fact.at[0], column: plugin.fact.at[1] }, module.scope, engine);
  return { plugin, prefix: prefix ?? "", call };
}
