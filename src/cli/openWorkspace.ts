import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { RouteTable } from "../engine/model/route.ts";
import type { Files } from "../engine/ports.ts";
import { createDiskFiles, toWorkspacePath } from "../node/diskFiles.ts";
import { CliError } from "./cliError.ts";

/** The folder that a command works in; `root` is absolute. */
export interface Workspace {
  readonly root: string;
  readonly files: Files;
  /** A path as output and engine name it: relative to the workspace with `/`, or absolute when it lies outside. */
  nameOf(path: string): string;
  /** Reads what the workspace serves; each call reads anew. */
  readRoutes(): Promise<RouteTable>;
}

/** Opens a folder given by a person, absolute or relative to the current folder; throws a `CliError` when there is none. */
export async function openWorkspace(folder: string): Promise<Workspace> {
  const root = resolve(folder);
  const found = await stat(root).catch(() => null);
  if (!found?.isDirectory()) {
    throw new CliError("unreadable-input", `There is no folder ${folder}; name the workspace with --workspace DIR.`);
  }
  const files = createDiskFiles(root);
  return {
    root,
    files,
    nameOf: (path) => toWorkspacePath(root, resolve(path)),
    async readRoutes() {
      const [{ readRoutes }, { createDiskGrammars }] = await Promise.all([
        import("../engine/routes/reading/readRoutes.ts"),
        import("../node/diskGrammars.ts"),
      ]);
      return readRoutes(files, createDiskGrammars(import.meta.dirname));
    },
  };
}
