import type { Hop } from "../../model/exchange.ts";
import { isFailure, readDestination } from "./target.ts";

/** One thing that differs between a hop and the hop it redirected to; segments are as on the wire, indexes 0-based. */
export type HopChange =
  | { readonly kind: "scheme" | "host" | "method"; readonly from: string; readonly to: string }
  | { readonly kind: "prefix-dropped" | "prefix-added"; readonly prefix: string }
  | { readonly kind: "locale-dropped" | "locale-added"; readonly locale: string }
  | { readonly kind: "segment-dropped" | "segment-added"; readonly segment: string; readonly index: number }
  | { readonly kind: "segment-changed" | "case"; readonly from: string; readonly to: string; readonly index: number }
  | { readonly kind: "slash-dropped" | "slash-added" }
  | { readonly kind: "query-dropped" | "query-added" | "query-changed"; readonly names: readonly string[] }
  | { readonly kind: "content-dropped"; readonly size: number }
  | { readonly kind: "credentials-dropped"; readonly fields: readonly string[] };

/** Segments beyond these are not compared, so that a hostile Location costs nothing. */
const mostSegments = 200;

/** What a redirect dropped or changed on the way from one hop to the next; an empty list when nothing but the moment did. */
export function describeHopChange(from: Hop, to: Hop): readonly HopChange[] {
  const source = readDestination(from.url);
  const goal = readDestination(to.url);
  if (isFailure(source) || isFailure(goal)) return [];
  const changes: HopChange[] = [];
  if (source.origin.scheme !== goal.origin.scheme) {
    changes.push({ kind: "scheme", from: source.origin.scheme, to: goal.origin.scheme });
  }
  if (source.origin.authority !== goal.origin.authority) {
    changes.push({ kind: "host", from: source.origin.authority, to: goal.origin.authority });
  }
  if (from.method !== to.method) changes.push({ kind: "method", from: from.method, to: to.method });
  changes.push(...describePathChange(pathOf(source.target), pathOf(goal.target)));
  changes.push(...describeQueryChange(queryOf(source.target), queryOf(goal.target)));
  const size = from.requestBody?.byteLength ?? 0;
  if (size > 0 && (to.requestBody ?? null) === null) changes.push({ kind: "content-dropped", size });
  for (const note of to.notes ?? []) {
    if (note.kind === "credentials-dropped") changes.push({ kind: "credentials-dropped", fields: note.fields });
  }
  return changes;
}

function describePathChange(from: string, to: string): readonly HopChange[] {
  if (from === to) return [];
  const source = segmentsOf(from);
  const goal = segmentsOf(to);
  const slash = describeSlash(from, to);
  return [...(describeShift(source, goal) ?? describeSegments(source, goal)), ...slash];
}

/** A path that is the end of the other one: the whole difference is a prefix, or a locale. */
function describeShift(source: readonly string[], goal: readonly string[]): readonly HopChange[] | undefined {
  const [long, short] = source.length > goal.length ? [source, goal] : [goal, source];
  const extra = long.length - short.length;
  const isSuffix = short.every((segment, index) => isSame(segment, long[index + extra]));
  if (extra === 0 || !isSuffix || short.length === 0) return undefined;
  const way = long === source ? "dropped" : "added";
  const [first = ""] = long;
  const shift: HopChange =
    extra === 1 && isLocale(first)
      ? { kind: `locale-${way}`, locale: first }
      : { kind: `prefix-${way}`, prefix: `/${long.slice(0, extra).join("/")}` };
  const [from, to] = way === "dropped" ? [source.slice(extra), goal] : [source, goal.slice(extra)];
  return [shift, ...describeSegments(from, to)];
}

/** A segment diff by longest common subsequence; a dropped segment whose place another one takes is a changed one. */
function describeSegments(source: readonly string[], goal: readonly string[]): readonly HopChange[] {
  const common = commonLengths(source, goal);
  const changes: HopChange[] = [];
  let at = 0;
  let to = 0;
  while (at < source.length || to < goal.length) {
    const old = source[at];
    const now = goal[to];
    if (old !== undefined && now !== undefined && isSame(old, now)) {
      if (old !== now) changes.push({ kind: "case", from: old, to: now, index: at });
      at += 1;
      to += 1;
    } else if (
      old !== undefined &&
      now !== undefined &&
      lengthAt(common, at + 1, to + 1) === lengthAt(common, at, to)
    ) {
      changes.push({ kind: "segment-changed", from: old, to: now, index: at });
      at += 1;
      to += 1;
    } else if (
      old !== undefined &&
      (now === undefined || lengthAt(common, at + 1, to) >= lengthAt(common, at, to + 1))
    ) {
      changes.push({ kind: "segment-dropped", segment: old, index: at });
      at += 1;
    } else if (now !== undefined) {
      changes.push(
        isLocale(now) ? { kind: "locale-added", locale: now } : { kind: "segment-added", segment: now, index: to },
      );
      to += 1;
    }
  }
  return changes;
}

function commonLengths(source: readonly string[], goal: readonly string[]): readonly (readonly number[])[] {
  const rows: number[][] = [...source, ""].map(() => new Array<number>(goal.length + 1).fill(0));
  for (let at = source.length - 1; at >= 0; at--) {
    for (let to = goal.length - 1; to >= 0; to--) {
      const row = rows[at];
      if (row === undefined) continue;
      row[to] = isSame(source[at] ?? "", goal[to])
        ? lengthAt(rows, at + 1, to + 1) + 1
        : Math.max(lengthAt(rows, at + 1, to), lengthAt(rows, at, to + 1));
    }
  }
  return rows;
}

function lengthAt(rows: readonly (readonly number[])[], at: number, to: number): number {
  return rows[at]?.[to] ?? 0;
}

function describeSlash(from: string, to: string): readonly HopChange[] {
  if (from.endsWith("/") === to.endsWith("/") || from === "/" || to === "/") return [];
  return [{ kind: to.endsWith("/") ? "slash-added" : "slash-dropped" }];
}

function describeQueryChange(from: string, to: string): readonly HopChange[] {
  if (from === to) return [];
  const source = pairsOf(from);
  const goal = pairsOf(to);
  const dropped = [...source.keys()].filter((name) => !goal.has(name));
  const added = [...goal.keys()].filter((name) => !source.has(name));
  const changed = [...source]
    .filter(([name, value]) => goal.has(name) && goal.get(name) !== value)
    .map(([name]) => name);
  const changes: HopChange[] = [];
  if (dropped.length > 0) changes.push({ kind: "query-dropped", names: dropped });
  if (added.length > 0) changes.push({ kind: "query-added", names: added });
  if (changed.length > 0) changes.push({ kind: "query-changed", names: changed });
  return changes;
}

function pairsOf(query: string): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (const pair of query.split("&").filter((one) => one !== "")) {
    const [name = "", ...value] = pair.split("=");
    pairs.set(name, [pairs.get(name), value.join("=")].filter((one) => one !== undefined).join("&"));
  }
  return pairs;
}

function pathOf(target: string): string {
  return target.split("?")[0] ?? "/";
}

function queryOf(target: string): string {
  return target.split("?").slice(1).join("?");
}

function segmentsOf(path: string): readonly string[] {
  return path
    .split("/")
    .filter((segment) => segment !== "")
    .slice(0, mostSegments);
}

function isSame(one: string, other: string | undefined): boolean {
  return one.toLowerCase() === other?.toLowerCase();
}

/** A language with an optional region, as locale routers put it in front of a path. */
function isLocale(segment: string): boolean {
  return /^[a-z]{2}(?:[-_][A-Za-z]{2,4})?$/.test(segment);
}
