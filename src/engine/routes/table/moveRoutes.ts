import type { Location } from "../../model/place.ts";
import type { Route, RouteTable } from "../../model/route.ts";
import type { FileFacts } from "../facts.ts";

/** Where the places of one file went in an edit that changed nothing but places: `line:column` before, and what it is now. */
export interface Moves {
  readonly file: string;
  readonly spots: ReadonlyMap<string, readonly [line: number, column: number]>;
  readonly lines: ReadonlyMap<number, number>;
}

interface Comparison {
  readonly spots: Map<string, readonly [number, number]>;
  readonly lines: Map<number, number>;
  readonly taken: Map<string, string>;
}

/**
 * Where the places of a file went between two readings of it; null when the readings differ in more than places, so that the
 * workspace must be linked again.
 */
export function findMoves(before: FileFacts, after: FileFacts): Moves | null {
  const found: Comparison = { spots: new Map(), lines: new Map(), taken: new Map() };
  if (!isAlike(before, after, found)) return null;
  return { file: before.file, spots: found.spots, lines: found.lines };
}

function isAlike(before: unknown, after: unknown, found: Comparison): boolean {
  if (before === after) return true;
  if (typeof before !== "object" || typeof after !== "object" || before === null || after === null) return false;
  if (Array.isArray(before)) {
    if (!Array.isArray(after) || before.length !== after.length) return false;
    return before.every((each, index) => isAlike(each, after[index], found));
  }
  const [own, other] = [before as Record<string, unknown>, after as Record<string, unknown>];
  const keys = Object.keys(own);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => {
    if (key === "at") return noteSpot(own[key], other[key], found);
    if (key === "endLine") return true;
    return key in other && isAlike(own[key], other[key], found);
  });
}

function noteSpot(before: unknown, after: unknown, found: Comparison): boolean {
  if (!isSpot(before) || !isSpot(after)) return isAlike(before, after, found);
  const from = before.join(":");
  const to = after.join(":");
  if ((found.spots.has(from) && found.spots.get(from)?.join(":") !== to) || (found.taken.get(to) ?? from) !== from)
    return false;
  if ((found.lines.get(before[0]) ?? after[0]) !== after[0]) return false;
  found.spots.set(from, after);
  found.taken.set(to, from);
  found.lines.set(before[0], after[0]);
  return true;
}

function isSpot(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === "number");
}

/** The table with every place in the moved file where it is now, itself when none moved; null when some place cannot be followed. */
export function moveRoutes(table: RouteTable, moves: Moves): RouteTable | null {
  if ([...moves.spots].every(([from, to]) => from === to.join(":"))) return table;
  let isLost = false;
  const place = <Place extends Location>(at: Place): Place => {
    if (at.file !== moves.file) return at;
    const spot = moves.spots.get(`${at.line}:${at.column}`);
    if (spot === undefined) isLost = true;
    return spot === undefined ? at : { ...at, line: spot[0], column: spot[1] };
  };
  const route = (each: Route): Route => {
    if (each.unresolved?.includes(`${moves.file}:`)) isLost = true;
    if (!concerns(each, moves.file)) return each;
    return {
      ...place(each),
      handler: each.handler && place(each.handler),
      mounts: each.mounts.map(place),
      culprit: each.culprit && place(each.culprit),
    };
  };
  const moved: RouteTable = {
    ...table,
    routes: table.routes.map(route),
    ...(table.pages === undefined ? {} : { pages: table.pages.map(route) }),
    rewrites: table.rewrites.map((each) => {
      if (each.file !== moves.file) return each;
      const line = moves.lines.get(each.line);
      if (line === undefined) isLost = true;
      return { ...each, line: line ?? each.line };
    }),
  };
  return isLost ? null : moved;
}

function concerns({ file, handler, mounts, culprit }: Route, moved: string): boolean {
  return (
    file === moved || handler?.file === moved || culprit?.file === moved || mounts.some((mount) => mount.file === moved)
  );
}
