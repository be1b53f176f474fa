import { realpathSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createGrammars, type Grammars } from "../engine/routes/reading/grammars.ts";

/**
 * Grammars read from the folder given (a bundle lies beside its `.wasm` files), or from the packages that ship them in a
 * `node_modules` at or above it, so that the same code runs from sources. The folder is the running program's unless given.
 */
export function createDiskGrammars(folder: string = programFolder()): Grammars {
  return createGrammars((name) => readFirst(candidates(folder, name)));
}

function programFolder(): string {
  try {
    return dirname(realpathSync(process.argv[1] ?? process.cwd()));
  } catch {
    return process.cwd();
  }
}

function candidates(folder: string, name: string): string[] {
  const found = [join(folder, name)];
  const packages = name === "web-tree-sitter.wasm" ? ["web-tree-sitter"] : ["@vscode", "tree-sitter-wasm", "wasm"];
  for (let each = folder; ; each = dirname(each)) {
    found.push(join(each, "node_modules", ...packages, name));
    if (dirname(each) === each) return found;
  }
}

async function readFirst(paths: readonly string[]): Promise<Uint8Array> {
  for (const path of paths) {
    const bytes = await readFile(path).catch(() => undefined);
    if (bytes !== undefined) return bytes;
  }
  throw new Error(`No grammar at ${paths[0]}.`);
}
