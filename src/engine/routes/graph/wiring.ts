import { folderOf, joinPaths } from "../reading/resolveModule.ts";
import { isTestFile } from "../table/testFile.ts";
import type { Engine } from "./engine.ts";
import { makesRouter } from "./uncalled.ts";

const NAMES = ["index", "main", "app", "server", "plugin", "start", "run", "__init__", "__main__", "wsgi", "asgi"];
const EXTENSIONS = [".ts", ".js", ".mjs", ".cjs", ".tsx", ".py"];
const MOST_LEVELS = 6;

/**
 * Runs the files beside and above routers that nothing mounts and functions that nothing calls and that make one from what they are
 * given, where such are most often wired up: a file that only hands them on names no framework, so that it was not read.
 */
export function runWiring(engine: Engine): void {
  const mounted = new Set(
    engine.nodes.flatMap((node) => node.entries.flatMap((each) => (each.kind === "mount" ? [each.target] : []))),
  );
  const visited = new Set<string>();
  const loose = engine.nodes.filter((node) => !node.isApp && !mounted.has(node) && node.escaped === null);
  for (const file of [...loose.map((node) => node.at.file), ...uncalledMakers(engine)]) {
    if (isTestFile(file)) continue;
    let folder = folderOf(file);
    for (let level = 0; level < MOST_LEVELS && !visited.has(folder); level++) {
      visited.add(folder);
      runFolder(folder, engine);
      if (folder === "") break;
      folder = folderOf(folder);
    }
  }
}

/** The files of functions that make a router with values that only their caller knows. */
function uncalledMakers(engine: Engine): readonly string[] {
  const makers = [...engine.functions.values()].filter(
    (each) => each.fact.parameters.length > 0 && !engine.seen.has(each.fact) && makesRouter(each, engine),
  );
  return [...makers.map((each) => each.scope.file), ...uninstantiatedMakers(engine)];
}

/** The files of classes whose constructors do so. */
function uninstantiatedMakers(engine: Engine): readonly string[] {
  return [...engine.classes.values()].flatMap((declared) => {
    const own = declared.fact.members.find((member) => member.role === "constructor");
    if (own === undefined || engine.instances.has(declared.fact)) return [];
    const value = engine.evaluate(own.value, declared.scope);
    const isMaker = value.kind === "function" && value.fact.parameters.length > 0 && makesRouter(value, engine);
    return isMaker ? [declared.scope.file] : [];
  });
}

function runFolder(folder: string, engine: Engine): void {
  for (const file of startedFrom(folder, engine)) runFile(file, engine);
  for (const name of NAMES) {
    for (const extension of EXTENSIONS) {
      runFile(joinPaths(folder, name + extension), engine);
    }
  }
}

function runFile(file: string, engine: Engine): void {
  if (!engine.hasFile(file) || engine.factsOf(file) !== undefined) return;
  if (engine.module(file) === undefined) engine.needed.add(file);
}

const STARTED = /(?:^|\s)(?:\.\/)?([\w][\w./-]*\.(?:[cm]?js|[cm]?ts))(?=\s|$)/g;

/** The files that the `package.json` of a folder says a program starts with. */
function startedFrom(folder: string, engine: Engine): readonly string[] {
  const data = engine.factsOf(joinPaths(folder, "package.json"))?.data as PackageData | null | undefined;
  const scripts = Object.values(data?.scripts ?? {}).filter((each) => typeof each === "string");
  return [data?.main ?? "", ...scripts].flatMap((each) =>
    typeof each === "string" ? [...each.matchAll(STARTED)].map(([, file = ""]) => joinPaths(folder, file)) : [],
  );
}

interface PackageData {
  readonly main?: unknown;
  readonly scripts?: Readonly<Record<string, unknown>>;
}
