import type { Location } from "../../model/place.ts";
import { packageFolder } from "../frameworks/packageFolder.ts";
import type { Engine } from "./engine.ts";
import { force } from "./members.ts";
import type { RouterNode } from "./routers.ts";
import type { Value } from "./values.ts";

interface Manifest {
  readonly name?: unknown;
  readonly private?: unknown;
  readonly main?: unknown;
  readonly module?: unknown;
  readonly exports?: unknown;
}

const DEEPEST = 3;

/** True when the router, or a function that makes it, is exported by what the package of its file publishes for others to import. */
export function isPublished(node: RouterNode, engine: Engine): boolean {
  const folder = packageFolder(node.at.file, engine);
  const inside = (path: string) => (folder === "" ? path : `${folder}/${path}`);
  const manifest = engine.factsOf(inside("package.json"))?.data as Manifest | null | undefined;
  if (manifest === null || manifest === undefined || manifest.private === true) return false;
  if (typeof manifest.name !== "string") return false;
  const entries = [manifest.main, manifest.module, manifest.exports].flatMap(textsIn);
  return entries.some((entry) => {
    const specifier = `./${entry.replace(/^\.\//, "")}`;
    const sources = [specifier, specifier.replace(/^\.\/(?:dist|lib|build|out)\//, "./src/")];
    const file = sources.map((each) => engine.resolve(each, inside("package.json"))).find((each) => each !== null);
    return file !== undefined && file !== null && exportsRouter(file, node, engine);
  });
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function exportsRouter(file: string, node: RouterNode, engine: Engine): boolean {
  const module = engine.module(file);
  if (module === undefined) return false;
  return holds(module.exports, node, 0) || (module.whole !== null && holds(module.whole, node, 0));
}

function holds(value: Value, node: RouterNode, depth: number): boolean {
  if (value.kind === "router") return value.node === node;
  if (value.kind === "function") return spans(value.scope.file, value.fact, node);
  if (value.kind === "class") return spans(value.scope.file, value.fact, node);
  if (value.kind !== "object" || depth >= DEEPEST) return false;
  return [...value.entries.values()].some((each) => holds(force(each), node, depth + 1));
}

/** True when the router is made between the first and the last line of a function or class. */
function spans(
  file: string,
  { at, endLine }: { readonly at: readonly [number, number]; readonly endLine: number },
  node: RouterNode,
): boolean {
  const made: Location = (node.isGuess ? node.entries[0]?.at : undefined) ?? node.at;
  return made.file === file && made.line >= at[0] && made.line <= endLine;
}
