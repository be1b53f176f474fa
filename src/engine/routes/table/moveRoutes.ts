import type { Location } from "../../model/place.ts";
import type { Mount, Operation, Route, RouteTable } from "../../model/route.ts";
import type { FunctionFact } from "../facts.ts";

/** Where the places of one file went in an edit that changed nothing but places: `line:column` before, and what it is now. */
export interface Moves {
  readonly file: string;
  readonly spots: ReadonlyMap<string, readonly [line: number, column: number]>;
  readonly lines: ReadonlyMap<number, number>;
  /** The functions before, and those that stand in their place now. */
  readonly functions: ReadonlyMap<FunctionFact, FunctionFact>;
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
  const mount = (each: Mount): Mount => {
    const { replaces } = each;
    return replaces === undefined ? place(each) : { ...place(each), replaces: place(replaces) };
  };
  const operation = (each: Operation): Operation => ({ ...place(each), handler: each.handler && place(each.handler) });
  const route = (each: Route): Route => {
    if (each.unresolved?.includes(`${moves.file}:`)) isLost = true;
    if (!concerns(each, moves.file)) return each;
    return {
      ...place(each),
      handler: each.handler && place(each.handler),
      mounts: each.mounts.map(mount),
      culprit: each.culprit && place(each.culprit),
      ...(each.operations === undefined ? {} : { operations: each.operations.map(operation) }),
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

function concerns({ file, handler, mounts, culprit, operations = [] }: Route, moved: string): boolean {
  return (
    file === moved ||
    handler?.file === moved ||
    culprit?.file === moved ||
    operations.some((each) => each.file === moved || each.handler?.file === moved) ||
    mounts.some((mount) => mount.file === moved || mount.replaces?.file === moved)
  );
}
