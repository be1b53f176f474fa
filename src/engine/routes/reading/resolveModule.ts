import type { FileFacts, Language } from "../facts.ts";

/** Finds the file of the workspace that an import names; null when it names a package outside the workspace. */
export interface ModuleResolver {
  resolve(specifier: string, from: string, language: Language): string | null;
}

interface Aliases {
  readonly folder: string;
  readonly base: string | null;
  readonly paths: readonly (readonly [pattern: string, targets: readonly string[]])[];
}

interface WorkspacePackage {
  readonly folder: string;
  readonly name: string | null;
  readonly entries: readonly string[];
  readonly aliases: readonly (readonly [pattern: string, targets: readonly string[]])[];
}

const EXTENSIONS = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".json"];

/**
 * Makes a resolver over the files of a workspace, those of the facts among them, and the `tsconfig.json`, `jsconfig.json` and
 * `package.json` among the facts.
 */
export function createResolver(facts: readonly FileFacts[], names: ReadonlySet<string>): ModuleResolver {
  const files = new KnownFiles(facts, names);
  const aliases: Aliases[] = [];
  const packages: WorkspacePackage[] = [];
  const data = new Map<string, unknown>();
  for (const each of facts) if (each.data !== undefined) data.set(each.file, each.data);
  for (const [file, content] of data) {
    if (/(?:^|\/)[jt]sconfig[\w.-]*\.json$/.test(file)) aliases.push(readAliases(file, data, 0));
    if (/(?:^|\/)package\.json$/.test(file)) packages.push(readPackage(file, content));
  }
  aliases.sort((a, b) => b.folder.length - a.folder.length);
  packages.sort((a, b) => b.folder.length - a.folder.length);
  const found = new Map<string, Map<string, string | null>>();
  return {
    resolve(specifier, from, language) {
      const own = found.get(from) ?? new Map<string, string | null>();
      found.set(from, own);
      const known = own.get(specifier);
      if (known !== undefined) return known;
      const file =
        language === "python"
          ? resolvePython(specifier, from, files)
          : resolveScript(specifier, from, aliases, packages, files);
      own.set(specifier, file);
      return file;
    },
  };
}

/** The folder of a file, without a slash at its end; empty for the root. */
export function folderOf(file: string): string {
  const slash = file.lastIndexOf("/");
  return slash < 0 ? "" : file.slice(0, slash);
}

/** How many folders two files have in common, the root among them. */
export function sharedFolders(one: string, other: string): number {
  const left = folderOf(one).split("/");
  const right = folderOf(other).split("/");
  const differs = left.findIndex((part, at) => part !== right[at]);
  return 1 + (differs < 0 ? left.length : differs);
}

/** Joins workspace paths and resolves `.` and `..` in them. */
export function joinPaths(...paths: readonly string[]): string {
  const parts: string[] = [];
  for (const part of paths.join("/").split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

type Settings = Readonly<Record<string, unknown>>;

function settings(value: unknown): Settings {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Settings) : {};
}

function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(texts);
  return Object.values(settings(value)).flatMap(texts);
}

function readAliases(file: string, data: ReadonlyMap<string, unknown>, depth: number): Aliases {
  const content = settings(data.get(file));
  const options = settings(content["compilerOptions"]);
  const folder = folderOf(file);
  const written = options["baseUrl"];
  const paths = Object.entries(settings(options["paths"])).map(([key, value]) => [key, texts(value)] as const);
  const parent = texts(content["extends"]).find((each) => each.startsWith("."));
  const inherited =
    parent !== undefined && depth < 5
      ? readAliases(joinPaths(folder, /\.json$/.test(parent) ? parent : `${parent}.json`), data, depth + 1)
      : null;
  const base = typeof written === "string" ? joinPaths(folder, written) : (inherited?.base ?? null);
  if (paths.length > 0) {
    const from = base ?? folder;
    return { folder, base, paths: paths.map(([key, targets]) => [key, targets.map((each) => joinPaths(from, each))]) };
  }
  return { folder, base, paths: inherited?.paths ?? [] };
}

function readPackage(file: string, value: unknown): WorkspacePackage {
  const content = settings(value);
  const folder = folderOf(file);
  const name = content["name"];
  const entries = ["source", "exports", "module", "main", "types"].flatMap((key) => texts(content[key]));
  const own = { ...settings(content["imports"]), ...settings(content["_moduleAliases"]) };
  const aliases = Object.entries(own).map(([key, target]) => {
    const targets = texts(target).map((each) => joinPaths(folder, each));
    return [key, targets] as const;
  });
  return { folder, name: typeof name === "string" ? name : null, entries, aliases };
}

function isWithin(file: string, folder: string): boolean {
  return folder === "" || file.startsWith(`${folder}/`);
}

/** Which files and folders there are; most of what could be meant by an import lies in no folder at all. */
class KnownFiles {
  readonly #own: ReadonlySet<string>;
  readonly #names: ReadonlySet<string>;
  readonly #folders = new Set([""]);

  constructor(facts: readonly FileFacts[], names: ReadonlySet<string>) {
    this.#own = new Set(facts.map((each) => each.file));
    this.#names = names;
    for (const files of [this.#own, names]) for (const file of files) this.#addFolder(folderOf(file));
  }

  #addFolder(folder: string): void {
    if (this.#folders.has(folder)) return;
    this.#folders.add(folder);
    this.#addFolder(folderOf(folder));
  }

  has(file: string): boolean {
    return this.#own.has(file) || this.#names.has(file);
  }

  hasFolder(folder: string): boolean {
    return this.#folders.has(folder);
  }
}

/** The file a path without extension stands for, index files included; null when there is none. */
function findScript(path: string, files: KnownFiles): string | null {
  if (!files.hasFolder(folderOf(path))) return null;
  if (files.has(path)) return path;
  const stem = path.replace(/\.(?:[mc]?js|jsx)$/, "");
  const starts = stem === path ? [path] : [path, stem];
  if (files.hasFolder(path)) starts.push(path === "" ? "index" : `${path}/index`);
  for (const start of starts) {
    const extension = EXTENSIONS.find((each) => files.has(start + each));
    if (extension !== undefined) return start + extension;
  }
  return null;
}

function applyAlias(pattern: string, targets: readonly string[], specifier: string): string[] {
  const star = pattern.indexOf("*");
  if (star < 0) {
    if (specifier === pattern) return [...targets];
    return specifier.startsWith(`${pattern}/`) ? targets.map((each) => each + specifier.slice(pattern.length)) : [];
  }
  const head = pattern.slice(0, star);
  const tail = pattern.slice(star + 1);
  if (!specifier.startsWith(head) || !specifier.endsWith(tail) || specifier.length < head.length + tail.length)
    return [];
  const middle = specifier.slice(head.length, specifier.length - tail.length);
  return targets.map((each) => each.replace("*", middle));
}

function resolveScript(
  specifier: string,
  from: string,
  aliases: readonly Aliases[],
  packages: readonly WorkspacePackage[],
  files: KnownFiles,
): string | null {
  if (/^\.{1,2}(?:\/|$)/.test(specifier)) return findScript(joinPaths(folderOf(from), specifier), files);
  const plain = specifier.replace(/^node:/, "");
  for (const each of aliases) {
    if (!isWithin(from, each.folder)) continue;
    const paths = each.paths.flatMap(([pattern, targets]) => applyAlias(pattern, targets, plain));
    if (each.base !== null) paths.push(joinPaths(each.base, plain));
    const found = firstScript(paths, files);
    if (found !== null) return found;
  }
  return resolvePackage(plain, from, packages, files);
}

function firstScript(paths: readonly string[], files: KnownFiles): string | null {
  for (const path of paths) {
    const found = findScript(path, files);
    if (found !== null) return found;
  }
  return null;
}

function resolvePackage(
  specifier: string,
  from: string,
  packages: readonly WorkspacePackage[],
  files: KnownFiles,
): string | null {
  const home = packages.find((each) => isWithin(from, each.folder));
  const own = home?.aliases.flatMap(([pattern, targets]) => applyAlias(pattern, targets, specifier)) ?? [];
  const found = firstScript(own, files);
  if (found !== null) return found;
  const named = packages.find(
    (each) => each.name !== null && (specifier === each.name || specifier.startsWith(`${each.name}/`)),
  );
  if (named?.name) {
    const rest = specifier.slice(named.name.length + 1);
    const sources = (path: string) => [path, path.replace(/^(?:\.\/)?(?:dist|lib|build|out)\//, "src/")];
    const inside = rest === "" ? named.entries.flatMap(sources) : [rest, `src/${rest}`];
    const paths = [...inside, ...(rest === "" ? ["src/index", "index", "src", "lib/index"] : [])];
    return firstScript(
      paths.map((path) => joinPaths(named.folder, path)),
      files,
    );
  }
  const root = /^(?:[@~]\/|~(?=\w)|\$lib\/)(.*)$/.exec(specifier)?.[1];
  const folder = home?.folder ?? "";
  if (root !== undefined) return nearestScript(root, from, files);
  if (!specifier.includes("/") || specifier.startsWith("@")) return null;
  return firstScript([joinPaths(folder, specifier), joinPaths(folder, "src", specifier)], files);
}

/** A path below a root that no configuration names: the nearest folder above the importing file that has it. */
function nearestScript(path: string, from: string, files: KnownFiles): string | null {
  for (let folder = folderOf(from); ; folder = folderOf(folder)) {
    const found = firstScript([joinPaths(folder, "src", path), joinPaths(folder, path)], files);
    if (found !== null || folder === "") return found;
  }
}

function resolvePython(specifier: string, from: string, files: KnownFiles): string | null {
  const dots = /^\.*/.exec(specifier)?.[0].length ?? 0;
  const path = specifier.slice(dots).replaceAll(".", "/");
  let folder = folderOf(from);
  if (dots > 0) {
    for (let up = 1; up < dots; up++) folder = folderOf(folder);
    return findPython(below(folder, path), files);
  }
  for (; ; folder = folderOf(folder)) {
    const found = findPython(below(folder, path), files) ?? findPython(below(below(folder, "src"), path), files);
    if (found !== null || folder === "") return found;
  }
}

/** Joins two paths that hold no dots. */
function below(folder: string, path: string): string {
  if (folder === "" || path === "") return folder + path;
  return `${folder}/${path}`;
}

function findPython(path: string, files: KnownFiles): string | null {
  if (path !== "" && files.has(`${path}.py`)) return `${path}.py`;
  const own = below(path, "__init__.py");
  return files.hasFolder(path) && files.has(own) ? own : null;
}
