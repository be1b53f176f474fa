import type { Engine } from "../graph/engine.ts";
import { isBefore, REQUIREMENT_FILES, type Requirements } from "../reading/requirements.ts";
import { folderOf, joinPaths } from "../reading/resolveModule.ts";

/** The major version of a package that the nearest `package.json` at or above a file asks for; null when none says it. */
export function majorVersionOf(name: string, file: string, engine: Engine): number | null {
  for (let folder = folderOf(file); ; folder = folderOf(folder)) {
    const data = engine.factsOf(folder === "" ? "package.json" : `${folder}/package.json`)?.data;
    const version = data === undefined ? undefined : rangeOf(name, data);
    if (version !== undefined) {
      const major = /^[^\d-]*(\d+)(?!\S*-)/.exec(version)?.[1];
      return major === undefined ? null : Number(major);
    }
    if (folder === "") return null;
  }
}

function rangeOf(name: string, data: unknown): string | undefined {
  for (const list of ["dependencies", "devDependencies", "peerDependencies"]) {
    const ranges = entryOf(data, list);
    const range = entryOf(ranges, name);
    if (typeof range === "string") return range;
  }
  return undefined;
}

function entryOf(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null ? (of as Readonly<Record<string, unknown>>)[name] : undefined;
}

/**
 * True where a Python project takes only versions of a package before the given one: the nearest lock at or above a file says so, or
 * the nearest range. False when nothing says which versions it takes.
 */
export function isHeldBefore(version: string, name: string, file: string, engine: Engine): boolean {
  for (let folder = folderOf(file); ; folder = folderOf(folder)) {
    const ranges = REQUIREMENT_FILES.flatMap((each) => requirementsIn(joinPaths(folder, each), engine)?.[name] ?? []);
    if (ranges[0] !== undefined) return isBefore(ranges[0], version);
    if (folder === "") return false;
  }
}

function requirementsIn(file: string, engine: Engine): Requirements | undefined {
  if (!engine.hasFile(file)) return undefined;
  const module = engine.module(file);
  if (module === undefined) engine.needed.add(file);
  return module?.facts.requirements;
}
