import type { FileFacts } from "../facts.ts";
import { folderOf, type ModuleResolver } from "../reading/resolveModule.ts";
import { isTestFile } from "../table/testFile.ts";
import type { Engine } from "./engine.ts";
import { loadersOf } from "./loaders.ts";
import { isPublished } from "./published.ts";
import type { RouterNode } from "./routers.ts";

/**
 * Why it cannot be said of a router without a mount that nothing mounts it, for every router of which that is doubtful: it may be
 * loaded by a computed name or mounted by who imports its package, an import that may mean it was not found, or nothing of its
 * package starts an application. `facts` are those of the files that took part.
 */
export function findDoubts(
  facts: readonly FileFacts[],
  engine: Engine,
  resolver: ModuleResolver,
): ReadonlyMap<RouterNode, string> {
  const loose = looseNodes(engine);
  const doubts = new Map<RouterNode, string>();
  if (loose.length === 0) return doubts;
  const loaders = loadersOf(facts, engine);
  const lost = lostImports(facts, resolver);
  for (const node of loose) {
    const { file } = node.at;
    const loader = loaders.find((each) => each.covers(file));
    const importer = lost.get(file);
    if (node.isPassedOver) doubts.set(node, "a condition chooses between it and another");
    else if (loader !== undefined) doubts.set(node, `may be loaded by a computed name in ${loader.file}`);
    else if (importer !== undefined) doubts.set(node, `may be what an import of ${importer} means that was not found`);
    else if (isPublished(node, engine)) doubts.set(node, "mounted by who imports its package");
    else if (isStartedElsewhere(node, facts, engine, resolver))
      doubts.set(node, "no application of its package mounts it");
  }
  return doubts;
}

/** Routers that are no application and stand in no other, tests aside. */
function looseNodes(engine: Engine): readonly RouterNode[] {
  const mounted = new Set(
    engine.nodes.flatMap((node) => node.entries.flatMap((each) => (each.kind === "mount" ? [each.target] : []))),
  );
  return engine.nodes.filter(
    (node) =>
      !node.isApp &&
      node.escaped === null &&
      node.entries.length > 0 &&
      !mounted.has(node) &&
      !isTestFile(node.at.file),
  );
}

/**
 * The files that imports may mean which were not found, with those they import in turn, each with the importing file: a specifier of
 * an alias that no configuration explains ends as the name of the file does.
 */
function lostImports(facts: readonly FileFacts[], resolver: ModuleResolver): ReadonlyMap<string, string> {
  const byTail = new Map<string, string>();
  for (const { file, imports, language } of facts) {
    if (language === "python" || language === "data" || isTestFile(file)) continue;
    for (const specifier of imports) {
      const tail = tailOf(specifier);
      if (tail !== null && resolver.resolve(specifier, file, language) === null) byTail.set(tail, file);
    }
  }
  const found = new Map<string, string>();
  if (byTail.size === 0) return found;
  const byFile = new Map(facts.map((each) => [each.file, each]));
  const visit = (file: string, importer: string) => {
    const own = byFile.get(file);
    if (own === undefined || found.has(file)) return;
    found.set(file, importer);
    for (const specifier of own.imports) {
      const target = resolver.resolve(specifier, file, own.language);
      if (target !== null) visit(target, importer);
    }
  };
  for (const { file, language } of facts) {
    if (language === "python" || language === "data") continue;
    const importer = [...tailsOf(file)].map((tail) => byTail.get(tail)).find((each) => each !== undefined);
    if (importer !== undefined && importer !== file) visit(file, importer);
  }
  return found;
}

/** What of a specifier may name a file below a root that is not known: `#app/routes/users` ends in `routes/users`. */
function tailOf(specifier: string): string | null {
  const alias = /^(?:[#@~$][\w-]*|[\w-]+)\/(.+)$/.exec(specifier);
  const inner = alias?.[1] ?? /^(?:\.{1,2}\/)+(.+)$/.exec(specifier)?.[1];
  if (inner === undefined || (/^@\w/.test(specifier) && !inner.includes("/"))) return null;
  return inner.replace(/(?:\/index)?(?:\.[cm]?[jt]sx?)?$/, "");
}

function* tailsOf(file: string): Iterable<string> {
  const path = file.replace(/(?:\/index)?\.[cm]?[jt]sx?$/, "");
  yield path;
  for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) yield path.slice(at + 1);
}

/** True when no file of the router's package starts an application and no other package imports it. */
function isStartedElsewhere(
  node: RouterNode,
  facts: readonly FileFacts[],
  engine: Engine,
  resolver: ModuleResolver,
): boolean {
  const home = homeOf(node.at.file, engine);
  if (home === "") return false;
  const isInside = (file: string) => file.startsWith(`${home}/`);
  const served = (each: RouterNode) => each.isApp && each.framework === node.framework && !isTestFile(each.at.file);
  if (engine.nodes.some((each) => served(each) && isInside(each.at.file))) return false;
  return !facts.some(({ file, imports, language }) => {
    if (isInside(file) || isTestFile(file)) return false;
    return imports.some((each) => isInside(resolver.resolve(each, file, language) ?? ""));
  });
}

const MANIFESTS = ["package.json", "pyproject.toml", "setup.py"];

function homeOf(file: string, engine: Engine): string {
  for (let folder = folderOf(file); folder !== ""; folder = folderOf(folder)) {
    if (MANIFESTS.some((each) => engine.hasFile(`${folder}/${each}`))) return folder;
  }
  return "";
}
