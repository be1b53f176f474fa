import type { Location } from "../../model/place.ts";
import type { Mount, RouteParameter, RouteProblem } from "../../model/route.ts";
import {
  type CatchAllEntry,
  type MountEntry,
  NO_PREFIX,
  type PathPattern,
  type RouteEntry,
  type RouterNode,
} from "../graph/routers.ts";
import { excludeEachOther, sidesOf } from "../graph/switches.ts";
import { HOLE, splitHoles } from "../graph/values.ts";

/** One path of one registered route under one chain of mounts, before it is judged against its neighbours. */
export interface FlatRoute {
  readonly entry: RouteEntry;
  readonly node: RouterNode;
  readonly methods: readonly string[];
  readonly path: string;
  readonly written: string | null;
  readonly parameters: readonly RouteParameter[];
  readonly problems: readonly RouteProblem[];
  readonly mounts: readonly Mount[];
  readonly unresolved: string | null;
  readonly strictSlash: boolean;
  readonly spareSlashes: readonly number[];
  readonly caseSensitive: boolean;
  /** False when something after it on the same router answers everything, OPTIONS included; undefined where its framework decides. */
  readonly impliesOptions: boolean | undefined;
  /** True when more than method and path chooses it. */
  readonly isConditional: boolean;
  /** The sides of conditions on which it or one of its mounts is registered. */
  readonly sides: Sides;
  /** The middleware before it that answers everything, or null. */
  readonly catchAll: Location | null;
}

type Sides = ReturnType<typeof sidesOf>;

interface Way {
  readonly lead: string;
  readonly prefix: string;
  readonly parameters: readonly RouteParameter[];
  readonly problems: readonly RouteProblem[];
  readonly mounts: readonly Mount[];
  readonly inside: readonly RouterNode[];
  /** True when more than method and path leads here. */
  readonly isConditional: boolean;
  readonly sides: Sides;
  /** True when the last prefix on the way ends in a slash. */
  readonly endsInSlash: boolean;
  /** After how many segments one more slash may stand. */
  readonly spareSlashes: readonly number[];
}

/** What adding a pattern to a way makes of it. */
type Extension = Pick<Way, "prefix" | "endsInSlash" | "spareSlashes" | "parameters" | "problems">;

interface Walk {
  readonly routes: FlatRoute[];
  readonly catchAlls: { readonly prefix: string; readonly at: Location; readonly sides: Sides }[];
  readonly reached: Set<RouterNode>;
}

const DEEPEST = 24;
const MOST_ROUTES = 50_000;

/** Walks from an application or router down through its mounts and lists its routes in registration order. */
export function flattenRouter(root: RouterNode, reached: Set<RouterNode>): readonly FlatRoute[] {
  const walk: Walk = { routes: [], catchAlls: [], reached };
  visit(root, { lead: "", ...ABSOLUTE, mounts: [], inside: [], isConditional: false, sides: [] }, walk);
  return walk.routes;
}

function visit(node: RouterNode, way: Way, walk: Walk, own = node.prefix): void {
  if (way.inside.includes(node) || way.inside.length > DEEPEST || walk.routes.length > MOST_ROUTES) return;
  walk.reached.add(node);
  const extended = { ...way, ...extend(way, own) };
  const within: Way = {
    ...extended,
    lead: node.lead?.template ?? way.lead,
    inside: [...way.inside, node],
    isConditional: way.isConditional || (node.isForHost ?? false),
  };
  const { entries } = node;
  const lastEnd = entries.findLastIndex(
    (each) => each.kind === "catch-all" || (each.kind === "route" && each.isFallback && answersOptions(each)),
  );
  for (const [index, entry] of entries.entries()) {
    if (entry.kind === "route") addRoutes(entry, node, within, index >= lastEnd, walk);
    else if (entry.kind === "mount") descend(entry, within, walk);
    else addCatchAll(entry, within, walk);
  }
}

function answersOptions({ methods }: RouteEntry): boolean {
  return methods.some((method) => method === "ANY" || method === "OPTIONS");
}

function descend(entry: MountEntry, way: Way, walk: Walk): void {
  for (const prefix of entry.prefixes) {
    const mount: Mount = { ...entry.at, prefix: showPrefix(prefix.template), ...findReplaced(entry, prefix) };
    const own = entry.overrides ? NO_PREFIX : entry.target.prefix;
    const isConditional = way.isConditional || (entry.isConditional ?? false);
    const sides = concatenate(way.sides, sidesOf(entry));
    const isTwice = repeatedIn(prefix.template, own.template) > 0;
    const extended = extend(way, isTwice ? { ...prefix, problems: [...prefix.problems, "doubled-prefix"] } : prefix);
    const within = { ...way, ...extended, mounts: [...way.mounts, mount], isConditional, sides };
    visit(entry.target, within, walk, own);
  }
}

/** The prefix of the mounted router that the one given at the mount takes the place of. */
function findReplaced({ overrides, target }: MountEntry, given: PathPattern): Pick<Mount, "replaces"> {
  const own = showPrefix(target.prefix.template);
  const isLost = overrides === true && own !== "/" && own !== showPrefix(given.template);
  return isLost ? { replaces: { ...target.at, prefix: own.replace(/\/$/, "") } } : {};
}

function addCatchAll(entry: CatchAllEntry, way: Way, walk: Walk): void {
  if (way.isConditional) return;
  const sides = concatenate(way.sides, sidesOf(entry));
  walk.catchAlls.push({ prefix: joinTemplates(way.prefix, entry.prefix.template), at: entry.at, sides });
}

function extend(way: Extension, pattern: PathPattern): Extension {
  const prefix = joinPattern(way.prefix, pattern);
  return {
    prefix,
    spareSlashes: pattern.sparesSlash ? [...way.spareSlashes, segmentsOf(prefix).length] : way.spareSlashes,
    endsInSlash: pattern.template === "" ? way.endsInSlash : pattern.template.endsWith("/"),
    parameters: concatenate(way.parameters, pattern.parameters),
    problems: concatenate(way.problems, pattern.problems),
  };
}

/** Most lists here are empty, and a table has thousands of them. */
function concatenate<Item>(one: readonly Item[], other: readonly Item[]): readonly Item[] {
  if (other.length === 0) return one;
  return one.length === 0 ? other : [...one, ...other];
}

const ABSOLUTE: Extension = { prefix: "", endsInSlash: false, spareSlashes: [], parameters: [], problems: [] };

/** Adds a route under each of its paths; `isLast` when nothing after it on its router answers everything. */
function addRoutes(entry: RouteEntry, node: RouterNode, way: Way, isLast: boolean, walk: Walk): void {
  for (const pattern of entry.paths) {
    const shown = (template: string) => finishPath(joinTemplates(way.lead, template));
    const start = entry.isAbsolute ? ABSOLUTE : way;
    const whole = extend(start, pattern);
    const isStrict =
      pattern.isExact ?? pattern.strictSlash ?? (node.sharesSlash ? (way.inside[0] ?? node) : node).strictSlash;
    const keepsSlash = (isStrict || pattern.keepsSlash) && pattern.template === "/" && !pattern.isRaw;
    const kept = keepsSlash ? `${way.prefix.replace(/\/$/, "")}/` : whole.prefix;
    const { path, unresolved } = shown(kept);
    const lacking =
      pattern.borrowsSlash && !way.endsInSlash && way.inside[0]?.isApp ? (["missing-slash"] as const) : [];
    const doubled = isDoubled(start.prefix, pattern.template, node) ? (["doubled-prefix"] as const) : [];
    const sides = concatenate(way.sides, sidesOf(entry));
    const catchAll = walk.catchAlls.find(
      (each) => isBelow(whole.prefix, each.prefix) && !excludeEachOther(each.sides, sides),
    );
    walk.routes.push({
      entry,
      node,
      methods: entry.methods,
      path,
      written: pattern.written === undefined ? null : shown(joinTemplates(start.prefix, pattern.written)).path,
      parameters: whole.parameters,
      problems: unite(entry.problems, whole.problems, doubled, lacking),
      mounts: way.mounts,
      unresolved: entry.unresolved ?? unresolved,
      strictSlash: isStrict && !(node.redirectsSlash && path.endsWith("/")),
      spareSlashes: whole.spareSlashes,
      caseSensitive: node.caseSensitive || (pattern.isExact ?? false),
      impliesOptions: isLast && (entry.impliesOptions ?? (way.inside.some((each) => each.impliesOptions) || undefined)),
      isConditional: (entry.isConditional ?? false) || way.isConditional,
      sides,
      catchAll: catchAll?.at ?? null,
    });
  }
}

function unite(...lists: readonly (readonly RouteProblem[])[]): readonly RouteProblem[] {
  return lists.every((each) => each.length === 0) ? [] : [...new Set(lists.flat())];
}

function joinPattern(prefix: string, pattern: PathPattern): string {
  if (!pattern.isRaw) return joinTemplates(prefix, pattern.template);
  return (prefix === "" ? "/" : prefix) + pattern.template;
}

/** Puts a path under a prefix with exactly one slash between them; a lone slash adds nothing to a prefix. */
function joinTemplates(prefix: string, template: string): string {
  if (template === "" || (template === "/" && prefix !== "")) return prefix;
  const head = prefix.replace(/\/+$/, "");
  const tail = template.startsWith("/") || template.startsWith(HOLE) ? template : `/${template}`;
  return head === "" ? tail : head + tail;
}

function isBelow(path: string, prefix: string): boolean {
  const bare = prefix.replace(/\/+$/, "");
  return bare === "" || path === bare || path.startsWith(`${bare}/`);
}

/** A router that holds other things beside the one of its own name, such as `users/users` beside `users/groups`, repeats nothing. */
function isDoubled(prefix: string, template: string, node: RouterNode): boolean {
  const size = repeatedIn(prefix, template);
  return size > 1 || (size === 1 && !holdsOthers(node, segmentsOf(template)[0] ?? ""));
}

/** How many fixed segments a prefix ends in which a path behind it begins with. */
function repeatedIn(prefix: string, template: string): number {
  const after = segmentsOf(template);
  const before = after.length === 0 ? after : segmentsOf(prefix);
  const isPlain = (parts: readonly string[]) => parts.every((part) => !part.includes("{") && !part.includes(HOLE));
  for (let size = 1; size <= Math.min(before.length, after.length); size++) {
    const tail = before.slice(-size);
    if (isPlain(tail) && tail.join("/").toLowerCase() === after.slice(0, size).join("/").toLowerCase()) return size;
  }
  return 0;
}

function holdsOthers(node: RouterNode, name: string): boolean {
  const paths = node.entries.flatMap((entry) => (entry.kind === "route" && !entry.isPage ? entry.paths : []));
  return paths.some(({ template }) => {
    const first = segmentsOf(template)[0] ?? name;
    return first !== name && !first.includes("{") && !first.includes(HOLE);
  });
}

function segmentsOf(path: string): string[] {
  return path.split("/").filter(Boolean);
}

/** A prefix with its unknown parts in braces, never left out: what is not known is not nothing. */
function showPrefix(template: string): string {
  const shown = splitHoles(template).map((part) => (part.isHole ? `{${part.text}}` : part.text));
  return `/${shown.join("")}`.replace(/\/{2,}/g, "/");
}

/** Leaves out a prefix that is unknown, saying so, and shows unknown parts further down as parameters. */
function finishPath(template: string): { readonly path: string; readonly unresolved: string | null } {
  if (!template.includes(HOLE)) return { path: `/${template}`.replace(/\/{2,}/g, "/"), unresolved: null };
  const parts = splitHoles(template);
  const lead = parts[0]?.text === "/" && parts[1]?.isHole ? parts.slice(1) : parts;
  const unknown = parts.filter((part) => part.isHole).map((part) => part.text);
  let rest = lead;
  while (rest[0]?.isHole) rest = rest.slice(rest[1]?.text === "/" && rest[2]?.isHole ? 2 : 1);
  const text = rest.map((part) => (part.isHole ? `{${part.text.replace(/\W+/g, "_")}}` : part.text)).join("");
  const path = `/${text}`.replace(/\/{2,}/g, "/");
  return { path, unresolved: unknown.length === 0 ? null : unknown.join(", ") };
}
