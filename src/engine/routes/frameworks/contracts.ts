import type { Engine } from "../graph/engine.ts";
import type { Entry, RouterNode } from "../graph/routers.ts";
import type { RouterValue } from "../graph/values.ts";

/** Routers that only say what is called how (tRPC, ts-rest), until an adapter serves them. */
export interface Contracts {
  readonly all: Set<RouterValue>;
  /** Those that stand within another, or are served. */
  readonly used: Set<RouterNode>;
}

/** A register of contracts, one for each run of the linker. */
export function contractsOf(): (engine: Engine) => Contracts {
  const known = new WeakMap<Engine, Contracts>();
  return (engine) => {
    const found = known.get(engine) ?? { all: new Set(), used: new Set() };
    known.set(engine, found);
    return found;
  };
}

/** Puts the routes of one contract into another, each under the path it has there. */
export function nestRoutes(target: RouterNode, source: RouterNode, renamed: (path: string) => string): void {
  const inner = source.entries.map((entry): Entry => {
    if (entry.kind !== "route") return entry;
    return { ...entry, paths: entry.paths.map((path) => ({ ...path, template: renamed(path.template) })) };
  });
  target.entries.push(...inner);
}
