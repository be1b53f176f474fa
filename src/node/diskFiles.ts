import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import type { SkippedFile } from "../engine/model/route.ts";
import type { FileEntry, SourceFiles } from "../engine/ports.ts";

const NEVER = new Set(["node_modules", ".git", ".hg", ".svn", "__pycache__"]);

/** How many files are asked for their age between two pauses; on a disk that answers slowly each takes a millisecond. */
const BETWEEN_PAUSES = 8;

interface Rules {
  readonly folder: string;
  readonly matcher: Ignore;
}

/** One walk over the folder; `real` is where a folder lies once links are followed. */
interface Walk {
  readonly root: string;
  readonly isExcluded: (path: string) => boolean;
  readonly seen: Set<string>;
  readonly entries: FileEntry[];
  readonly skipped: SkippedFile[];
}

/**
 * Lends the files below `root`: what `.gitignore` files and `isExcluded` (asked with relative paths) let through, without
 * installed packages and version control. Links are followed once; what cannot be read is skipped and said. Reads are synchronous
 * underneath, which is several times faster in a worker, so the main thread of an editor should not list with it.
 */
export function createDiskFiles(root: string, isExcluded: (path: string) => boolean = () => false): SourceFiles {
  const readNow = (file: string) => readBytes(isAbsolute(file) ? file : join(root, file));
  let skipped: readonly SkippedFile[] = [];
  return {
    readNow,
    read: async (file) => readNow(file),
    list: async () => {
      const listing = listDisk(root, isExcluded);
      for (;;) {
        const step = listing.next();
        if (step.done === true) {
          skipped = step.value.skipped;
          return step.value.entries;
        }
      }
    },
    skipped: () => skipped,
  };
}

/** The files below `root` in path order, as `createDiskFiles` lists them, and what was left out; pauses after each folder. */
export function* listDisk(
  root: string,
  isExcluded: (path: string) => boolean = () => false,
): Generator<void, { readonly entries: readonly FileEntry[]; readonly skipped: readonly SkippedFile[] }> {
  const walk: Walk = { root, isExcluded, seen: new Set(), entries: [], skipped: [] };
  const real = realPath(root);
  if (real !== undefined) yield* visit(walk, root, real, "", []);
  walk.entries.sort((a, b) => (a.file < b.file ? -1 : 1));
  return walk;
}

function readBytes(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function* visit(walk: Walk, path: string, real: string, folder: string, rules: readonly Rules[]): Generator<void> {
  if (walk.seen.has(real)) {
    walk.skipped.push({ file: folder, why: "link" });
    return;
  }
  walk.seen.add(real);
  const children = readFolder(path);
  if (children === undefined) {
    walk.skipped.push({ file: folder, why: "unreadable" });
    return;
  }
  const own = children.some((child) => child.name === ".gitignore") ? readRules(path, folder) : null;
  const within = own === null ? rules : [...rules, own];
  const inside = folder === "" ? "" : `${folder}/`;
  yield;
  for (const [index, child] of children.entries()) {
    if (NEVER.has(child.name)) continue;
    const inner = visitChild(walk, child, path, real, inside, within);
    if (inner !== null) yield* visit(walk, inner.path, inner.real, inner.folder, within);
    if (index % BETWEEN_PAUSES === 0) yield;
  }
}

interface Folder {
  readonly path: string;
  readonly real: string;
  readonly folder: string;
}

/** Adds a file; a folder that is to be visited is given back. */
function visitChild(
  walk: Walk,
  child: Dirent,
  path: string,
  real: string,
  inside: string,
  rules: readonly Rules[],
): Folder | null {
  const file = inside + child.name;
  const own = path + sep + child.name;
  const isLink = child.isSymbolicLink();
  const isFolder = child.isDirectory() || (isLink && isFolderLink(own));
  if (walk.isExcluded(file) || isIgnored(isFolder ? `${file}/` : file, rules)) return null;
  if (!isFolder) {
    addFile(walk, own, file);
    return null;
  }
  const target = isLink ? realPath(own) : real + sep + child.name;
  return target === undefined ? null : { path: own, real: target, folder: file };
}

function readFolder(path: string): Dirent[] | undefined {
  try {
    const children = readdirSync(path, { withFileTypes: true });
    // What is there by itself comes before links to it, so that it is listed under its own name.
    return [...children.filter((each) => !each.isSymbolicLink()), ...children.filter((each) => each.isSymbolicLink())];
  } catch {
    return undefined;
  }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function isFolderLink(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function addFile(walk: Walk, path: string, file: string): void {
  try {
    const link = lstatSync(path);
    const status = link.isSymbolicLink() ? statSync(path) : link;
    if (status.isFile()) walk.entries.push({ file, size: status.size, modified: lastChange(status) });
  } catch {
    // A file that vanished, or a link to nothing, is not there to be listed.
  }
}

/** A file put in place with an old date has changed all the same, which only the time of its entry shows. */
function lastChange({ mtimeMs, ctimeMs }: Stats): number {
  return Math.max(mtimeMs, ctimeMs);
}

function readRules(path: string, folder: string): Rules | null {
  const bytes = readBytes(join(path, ".gitignore"));
  if (bytes === undefined) return null;
  return { folder, matcher: ignore().add(new TextDecoder().decode(bytes)) };
}

function isIgnored(file: string, rules: readonly Rules[]): boolean {
  let ignored = false;
  for (const { folder, matcher } of rules) {
    const result = matcher.test(folder === "" ? file : file.slice(folder.length + 1));
    if (result.ignored) ignored = true;
    else if (result.unignored) ignored = false;
  }
  return ignored;
}

/** A path as the engine spells it: relative to the root with `/`, or absolute when it lies outside. */
export function toWorkspacePath(root: string, path: string): string {
  if (!isAbsolute(path)) return path.split(sep).join("/");
  const inside = relative(root, path);
  return inside.startsWith("..") || isAbsolute(inside) ? path : inside.split(sep).join("/");
}
