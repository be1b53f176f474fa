import type { Location } from "../../model/place.ts";
import type { Route, RouteProblem } from "../../model/route.ts";
import { excludeEachOther, type sidesOf } from "../graph/switches.ts";
import { rulesOf } from "../match/matchRules.ts";
import { type CompiledRoute, compileInPassing, leadOf, type TemplateSegment } from "../match/pathTemplate.ts";

/** A route of one application, whether it lets later ones answer too. */
export interface JudgedRoute {
  readonly route: Route;
  readonly passesOn: boolean;
  /** It is chosen by more than method and path, so that nothing is kept from it and it keeps nothing. */
  readonly isConditional: boolean;
  /** The sides of conditions on which it is registered. */
  readonly sides: ReturnType<typeof sidesOf>;
}

interface TakenBranch {
  readonly branches: Map<string, TakenBranch>;
  readonly routes: { readonly route: CompiledRoute; readonly order: number }[];
}

/** Routes filed under the fixed segments they start with, so that only those that may cover another are looked at. */
class TakenRoutes {
  readonly #root: TakenBranch = { branches: new Map(), routes: [] };
  #count = 0;

  add(route: CompiledRoute): void {
    let branch = this.#root;
    for (const segment of route.segments) {
      if (segment.kind !== "static") break;
      const key = segment.text.toLowerCase();
      const next = branch.branches.get(key) ?? { branches: new Map(), routes: [] };
      branch.branches.set(key, next);
      branch = next;
    }
    branch.routes.push({ route, order: this.#count++ });
  }

  /** The first added of those that pass the test and start with no other fixed segments than the route given. */
  firstAlong(own: CompiledRoute, isCover: (route: CompiledRoute) => boolean): CompiledRoute | undefined {
    let first: TakenBranch["routes"][number] | undefined;
    let branch: TakenBranch | undefined = this.#root;
    for (let depth = 0; branch !== undefined; depth++) {
      const found = branch.routes.find((each) => isCover(each.route));
      if (found !== undefined && (first === undefined || found.order < first.order)) first = found;
      const segment = own.segments[depth];
      branch = segment?.kind === "static" ? branch.branches.get(segment.text.toLowerCase()) : undefined;
    }
    return first?.route;
  }
}

interface Verdict {
  readonly problem: RouteProblem;
  readonly culprit: Location;
}

/**
 * Finds the routes of one application that an earlier one keeps requests from, in registration order: `duplicate` for the
 * same pattern, `after-catch-all` below a wildcard, `shadowed` below a parameter.
 */
export function judgeRoutes(routes: readonly JudgedRoute[]): readonly Route[] {
  const taken = new TakenRoutes();
  const shapes = new Map<string, CompiledRoute>();
  const chosen = new Map<CompiledRoute, JudgedRoute["sides"]>();
  return routes.map(({ route, passesOn, isConditional, sides }) => {
    if (isConditional || route.test) return route;
    const own = compileInPassing(route);
    if (sides.length > 0) chosen.set(own, sides);
    const shape = shapeOf(own);
    const stands = (each: CompiledRoute) => !excludeEachOther(chosen.get(each) ?? [], sides);
    const verdict = verdictOn(own, shape, taken, shapes, stands);
    if (!passesOn && !route.problems.includes("missing-slash") && route.unresolved === null) {
      if (own.segments.some((segment) => segment.kind !== "static")) taken.add(own);
      const key = `${route.method} ${shape}`;
      if (!shapes.has(key)) shapes.set(key, own);
    }
    if (verdict === null || route.problems.includes(verdict.problem)) return route;
    return { ...route, problems: [...route.problems, verdict.problem], culprit: verdict.culprit };
  });
}

function verdictOn(
  own: CompiledRoute,
  shape: string,
  taken: TakenRoutes,
  shapes: ReadonlyMap<string, CompiledRoute>,
  stands: (other: CompiledRoute) => boolean,
): Verdict | null {
  const { route } = own;
  if (route.unresolved !== null) return null;
  const any = isOrdered(route) && route.method !== "WEBSOCKET" ? shapes.get(`ANY ${shape}`) : undefined;
  const same = shapes.get(`${route.method} ${shape}`) ?? any;
  if (same !== undefined && stands(same) && (same !== any || comesFirst(any, own)))
    return { problem: "duplicate", culprit: placeOf(same.route) };
  if (!isOrdered(route)) return null;
  const cover = taken.firstAlong(own, (each) => comesFirst(each, own) && covers(each, own) && stands(each));
  if (cover === undefined) return null;
  const isWild = cover.segments.at(-1)?.kind === "rest";
  return { problem: isWild ? "after-catch-all" : "shadowed", culprit: placeOf(cover.route) };
}

function isOrdered(route: Route): boolean {
  return rulesOf(route.framework).priority !== "specificity";
}

/** True when the first route, registered before the second, is asked before it for every path of both. */
function comesFirst(cover: CompiledRoute, own: CompiledRoute): boolean {
  return coversMethod(cover.route, own.route) && leadOf(cover) >= leadOf(own);
}

function placeOf({ file, line, column }: Route): Location {
  return { file, line, column };
}

function coversMethod(cover: Route, route: Route): boolean {
  const isAny = cover.method === "ANY" && route.method !== "WEBSOCKET";
  return cover.framework === route.framework && (isAny || cover.method === route.method);
}

function shapeOf({ route, segments }: CompiledRoute): string {
  const parts = segments.map((segment) => {
    if (segment.kind === "static") return route.caseSensitive ? segment.text : segment.text.toLowerCase();
    const text = segment.text.replace(/\{[^}*]*(\*?)\}/g, "{$1}");
    if (route.parameters === undefined) return text;
    const own = route.parameters.filter((each) => segment.text.includes(`{${each.name}`));
    return text + own.map((each) => `${each.pattern ?? ""}${each.optional ? "?" : ""}`).join("|");
  });
  // One that is served either way is another than one that is served in one way only.
  const end = !keepsSlash(route) ? "~" : route.path.endsWith("/") ? "/" : "";
  return parts.join("/") + end;
}

/** True when a path with a last slash and one without are two to the route's framework, whether it redirects between them or not. */
function keepsSlash(route: Route): boolean {
  return route.strictSlash || (rulesOf(route.framework).prefersOwnSlash ?? false);
}

/** True when every path of the second route is surely also one of the first. */
function covers(first: CompiledRoute, second: CompiledRoute): boolean {
  // A last slash is a part of what a wildcard takes.
  const isWild = first.segments.at(-1)?.kind === "rest";
  // Where a path with a last slash is redirected to, the one without is still another route's own.
  const isKept = keepsSlash(first.route);
  if (!isWild && isKept !== keepsSlash(second.route)) return false;
  if (!isWild && isKept && first.route.path.endsWith("/") !== second.route.path.endsWith("/")) return false;
  for (let at = 0; at < Math.max(first.segments.length, second.segments.length); at++) {
    const cover = first.segments[at];
    const segment = second.segments[at];
    if (cover?.kind === "rest") return coversRest(first, second, at);
    if (cover === undefined || segment === undefined || !coversSegment(cover, segment, first.route)) return false;
  }
  return true;
}

function coversRest(first: CompiledRoute, second: CompiledRoute, at: number): boolean {
  const name = first.segments[at]?.kind === "rest" ? first.segments[at].name : "";
  const pattern = (first.route.parameters ?? []).find((each) => each.name === name)?.pattern ?? null;
  if (pattern === ".+") return second.segments.length > at;
  return pattern === null && (second.segments.length > at || at === 0) && at === first.segments.length - 1;
}

function coversSegment(cover: TemplateSegment, segment: TemplateSegment, route: Route): boolean {
  if (segment.kind === "rest" || (segment.kind === "parameter" && segment.optional)) return false;
  if (cover.kind === "static") {
    if (segment.kind !== "static") return false;
    return route.caseSensitive ? cover.text === segment.text : cover.text.toLowerCase() === segment.text.toLowerCase();
  }
  if (cover.kind !== "parameter") return false;
  if (cover.test === null) return true;
  if (segment.kind === "static") return cover.test.test(segment.text);
  return cover.text === segment.text && cover.constraint === segment.constraint;
}
