import type { Location } from "../../../model/place.ts";
import { folderOf, joinPaths } from "../../../routes/reading/resolveModule.ts";
import type { Known } from "../../known.ts";
import { isTest, type Text } from "../texts.ts";
import { nameModule, namesModule, readNames } from "./importedNames.ts";

const code = /\.(?:[cm]?[jt]sx?|py)$/;
/** A line that hands a name on without doing anything with it, that is no code, or that is a module of NestJS, whose mounts are read. */
const passing =
  /^\s*(?:\/\/|#|\*|export\b|module\.exports\b|exports\.|__all__|import\b|from\b|\}\s*from\b|(?:@Module\(\{\s*)?(?:controllers|imports|providers|exports)\s*:)/;

/**
 * Where another file uses what it imports from the file of a route that is written for this path and that nothing is seen to mount: it may be mounted there in a
 * way that was not understood. Null where no such route is written, or nobody uses it.
 */
export function findUsedRouter({ match }: Known, texts: readonly Text[]): Location | null {
  const written = match.near.find(
    ({ differs, route }) => differs.length === 0 && route.problems.includes("not-registered") && route.culprit === null,
  )?.route;
  const home = (written?.mounts[0] ?? written)?.file;
  if (home === undefined) {
    return null;
  }
  for (const { file, text } of texts) {
    const use = code.test(file) && file !== home && !isTest(file) ? findUse({ file, text }, home) : -1;
    if (use >= 0) {
      return { file, line: use + 1, column: 1 };
    }
  }
  return null;
}

function findUse({ file, text }: Text, home: string): number {
  const module = nameModule(home);
  if (!text.includes(module)) {
    return -1;
  }
  const lines = text.split(/\r\n|\r|\n/);
  const names = readNames(
    lines.filter((line) => line.includes(module) && pointsTo(line, file, home)),
    home,
  );
  const any = names.map((name) => name.replaceAll("$", "\\$")).join("|");
  // What answers OPTIONS and 405 for a router of Koa does not mount it.
  const used = new RegExp(`(?<![\\w$.])(?:${any})(?![\\w$]|\\.allowedMethods\\b)`);
  return names.length === 0
    ? -1
    : lines.findIndex((line) => used.test(line) && !passing.test(line) && !namesModule(line));
}

/** Whether an import on a line of one file may mean the other: by its path, or by how its name ends where an alias stands before it. */
function pointsTo(line: string, file: string, home: string): boolean {
  const own = home.replace(/(?:\/(?:index|__init__))?\.\w+$/, "");
  const specifier = /\b(?:from|require\(|import\()\s*["'`]([^"'`]+)["'`]/
    .exec(line)?.[1]
    ?.replace(/(?:\/index)?\.[cm]?[jt]sx?$/, "");
  if (specifier !== undefined) {
    const tail = specifier.replace(/^[^/]*\//, "");
    return /^\./.test(specifier) ? joinPaths(folderOf(file), specifier) === own : `/${own}`.endsWith(`/${tail}`);
  }
  const [, from, whole] = /^\s*(?:from\s+([\w.]+)\s+import\b|import\s+([\w.]+))/.exec(line) ?? [];
  const path = `/${(from ?? whole ?? "").replace(/^\.+/, "").replaceAll(".", "/")}`;
  return (from ?? whole) !== undefined && (`/${own}`.endsWith(path) || `/${folderOf(own)}`.endsWith(path));
}
