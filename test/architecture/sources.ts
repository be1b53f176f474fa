import { globSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

/** The folder of this project. */
export const root = join(import.meta.dirname, "../..");

/** One import of a source file: a package or built-in as written, or a file by its path from the project's folder. */
export interface Import {
  readonly from: string;
  readonly to: string;
}

const specifiers = /^(?:import|export)\b[^;"]*?\bfrom "([^"\n]+)"|^import "([^"\n]+)"|\bimport\("([^"\n]+)"/gm;

/** The TypeScript files below a folder of the project, as paths from the project's folder. */
export function listSources(folder: string): readonly string[] {
  return globSync(`${folder}/**/*.ts`, { cwd: root })
    .map((file) => file.replaceAll("\\", "/"))
    .toSorted();
}

/** The text of one file of the project. */
export function readSource(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** Every import that a file writes, static and dynamic, of types and of values. */
export function readImports(file: string): readonly Import[] {
  return [...readSource(file).matchAll(specifiers)].map(([, from, bare, dynamic]) => {
    const to = from ?? bare ?? dynamic ?? "";
    return { from: file, to: to.startsWith(".") ? posix.join(posix.dirname(file), to) : to };
  });
}
