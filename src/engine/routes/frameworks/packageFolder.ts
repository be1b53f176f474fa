import type { Engine } from "../graph/engine.ts";
import { folderOf } from "../reading/resolveModule.ts";

/** The nearest folder above a file that holds a `package.json`; empty for the root of the workspace. */
export function packageFolder(file: string, engine: Engine): string {
  for (let folder = folderOf(file); folder !== ""; folder = folderOf(folder)) {
    if (engine.hasFile(`${folder}/package.json`)) return folder;
  }
  return "";
}
