import type { Location } from "../../model/place.ts";
import type { Call, Engine, ModuleRecord } from "../graph/engine.ts";
import { runningModule } from "../graph/modules.ts";
import type { Entry, RouteEntry, RouterNode } from "../graph/routers.ts";

/** Where the routes of a router were copied into another one, and by which module's body, so that the order is known. */
const copied = new WeakMap<
  RouterNode,
  { readonly at: Location; readonly by: ModuleRecord; readonly late: Set<Entry> }
>();

/** Notes a mount that copies the routes that are there, as `route()` of Hono does: what came too late for one is in time for the next. */
export function noteCopied(node: RouterNode, { at: copiedAt, engine }: Pick<Call, "at" | "engine">): void {
  const late = copied.get(node)?.late;
  for (const [at, entry] of node.entries.entries()) {
    if (entry.kind !== "route" || !late?.has(entry)) continue;
    const { culprit: _, ...served } = entry;
    node.entries[at] = { ...served, problems: [] };
  }
  const by = runningModule(engine);
  if (by !== null) copied.set(node, { at: copiedAt, by, late: new Set() });
}

/** Registers a route; one that comes after its router was copied, in the same module, is not registered unless it `isFollowed`. */
export function addToCopied(
  node: RouterNode,
  entry: RouteEntry,
  engine: Engine,
  isFollowed: () => boolean = () => false,
): void {
  const copy = copied.get(node);
  const isLate =
    copy !== undefined && copy.by === runningModule(engine) && entry.problems.length === 0 && !isFollowed();
  const added: RouteEntry = isLate ? { ...entry, problems: ["not-registered"], culprit: copy.at } : entry;
  if (isLate) copy.late.add(added);
  node.entries.push(added);
}
