import { folderOf, joinPaths } from "../reading/resolveModule.ts";
import { isTestFile } from "../table/testFile.ts";
import type { Engine } from "./engine.ts";

const NAMES = ["index", "main", "app", "server", "plugin", "__init__"];
const EXTENSIONS = [".ts", ".js", ".mjs", ".cjs", ".tsx", ".py"];
const MOST_LEVELS = 6;

/**
 * Runs the files beside and above routers that nothing mounts, where such routers are most often wired up: a file that only hands
 * them on names no framework, so that it was not read.
 */
export function runWiring(engine: Engine): void {
  const mounted = new Set(
    engine.nodes.flatMap((node) => node.entries.flatMap((each) => (each.kind === "mount" ? [each.target] : []))),
  );
  const visited = new Set<string>();
  for (const node of [...engine.nodes]) {
    if (node.isApp || mounted.has(node) || node.escaped !== null || isTestFile(node.at.file)) continue;
    let folder = folderOf(node.at.file);
    for (let level = 0; level < MOST_LEVELS && !visited.has(folder); level++) {
      visited.add(folder);
      runFolder(folder, engine);
      if (folder === "") break;
      folder = folderOf(folder);
    }
  }
}

function runFolder(folder: string, engine: Engine): void {
  for (const name of NAMES) {
    for (const extension of EXTENSIONS) {
      const file = joinPaths(folder, name + extension);
      if (!engine.hasFile(file) || engine.factsOf(file) !== undefined) continue;
      if (engine.module(file) === undefined) engine.needed.add(file);
    }
  }
}
