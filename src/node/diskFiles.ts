import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import type { FileEntry, Files } from "../engine/ports.ts";

const NEVER = new Set(["node_modules", ".git", ".hg", ".svn", "__pycache__"]);

interface Rules {
  readonly folder: string;
  readonly matcher: Ignore;
}

/**
 * Lends the files below `root`: what `.gitignore` files let through, without installed packages and version control. Links are
 * followed once; what cannot be read is skipped. Reads are synchronous underneath, which is several times faster in a
 * worker, so the main thread of an editor should not list with it.
 */
export function createDiskFiles(root: string): Files {
  return {
    read: async (file) => readBytes(isAbsolute(file) ? file : join(root, file)),
    list: async () => listFiles(root),
  };
}

function readBytes(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function listFiles(root: string): readonly FileEntry[] {
  const entries: FileEntry[] = [];
  const seen = new Set<string>();
  walk(root, "", [], seen, entries);
  return entries.sort((a, b) => (a.file < b.file ? -1 : 1));
}

function walk(root: string, folder: string, rules: readonly Rules[], seen: Set<string>, entries: FileEntry[]): void {
  const path = join(root, folder);
  const real = realPath(path);
  if (real === undefined || seen.has(real)) return;
  seen.add(real);
  const children = readFolder(path);
  const own = children.some((child) => child.name === ".gitignore") ? readRules(path, folder) : null;
  const within = own === null ? rules : [...rules, own];
  for (const child of children) {
    const file = folder === "" ? child.name : `${folder}/${child.name}`;
    if (NEVER.has(child.name)) continue;
    const isFolder = child.isDirectory() || (child.isSymbolicLink() && isFolderLink(join(path, child.name)));
    if (isIgnored(isFolder ? `${file}/` : file, within)) continue;
    if (isFolder) walk(root, file, within, seen, entries);
    else addFile(join(path, child.name), file, entries);
  }
}

function readFolder(path: string): Dirent[] {
  try {
    const children = readdirSync(path, { withFileTypes: true });
    // What is there by itself comes before links to it, so that it is listed under its own name.
    return children.sort((a, b) => Number(a.isSymbolicLink()) - Number(b.isSymbolicLink()));
  } catch {
    return [];
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

function addFile(path: string, file: string, entries: FileEntry[]): void {
  try {
    const link = lstatSync(path);
    const status = link.isSymbolicLink() ? statSync(path) : link;
    if (status.isFile()) entries.push({ file, size: status.size, modified: status.mtimeMs });
  } catch {
    // A file that vanished, or that may not be looked at, is not listed.
  }
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
