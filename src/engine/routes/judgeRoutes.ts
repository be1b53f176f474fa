import type { Location } from "../model/place.ts";
import type { Route, RouteProblem } from "../model/route.ts";
import { rulesOf } from "./matchRules.ts";
import { type CompiledRoute, compileRoute, type TemplateSegment } from "./pathTemplate.ts";

/** A route of one application, whether it lets later ones answer too. */
export interface JudgedRoute {
  readonly route: Route;
  readonly passesOn: boolean;
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
  const taken: CompiledRoute[] = [];
  const shapes = new Map<string, Route>();
  return routes.map(({ route, passesOn }) => {
    const own = compileRoute(route);
    const verdict = verdictOn(own, taken, shapes);
    if (!passesOn && !route.problems.includes("missing-slash") && route.unresolved === null) {
      if (own.segments.some((segment) => segment.kind !== "static")) taken.push(own);
      const key = `${route.method} ${shapeOf(own)}`;
      if (!shapes.has(key)) shapes.set(key, route);
    }
    if (verdict === null || route.problems.includes(verdict.problem)) return route;
    return { ...route, problems: [...route.problems, verdict.problem], culprit: verdict.culprit };
  });
}

function verdictOn(
  own: CompiledRoute,
  taken: readonly CompiledRoute[],
  shapes: ReadonlyMap<string, Route>,
): Verdict | null {
  const { route } = own;
  if (route.unresolved !== null) return null;
  const shape = shapeOf(own);
  const same = shapes.get(`${route.method} ${shape}`) ?? (isOrdered(route) ? shapes.get(`ANY ${shape}`) : undefined);
  if (same !== undefined) return { problem: "duplicate", culprit: placeOf(same) };
  if (!isOrdered(route)) return null;
  const cover = taken.find((each) => coversMethod(each.route, route) && covers(each, own));
  if (cover === undefined) return null;
  const isWild = cover.segments.at(-1)?.kind === "rest";
  return { problem: isWild ? "after-catch-all" : "shadowed", culprit: placeOf(cover.route) };
}

function isOrdered(route: Route): boolean {
  return rulesOf(route.framework).priority === "order";
}

function placeOf({ file, line, column }: Route): Location {
  return { file, line, column };
}

function coversMethod(cover: Route, route: Route): boolean {
  return cover.framework === route.framework && (cover.method === "ANY" || cover.method === route.method);
}

function shapeOf({ route, segments }: CompiledRoute): string {
  const parts = segments.map((segment) => {
    if (segment.kind === "static") return route.caseSensitive ? segment.text : segment.text.toLowerCase();
    const own = (route.parameters ?? []).filter((each) => segment.text.includes(`{${each.name}`));
    const constraints = own.map((each) => `${each.pattern ?? ""}${each.optional ? "?" : ""}`).join("|");
    return segment.text.replace(/\{[^}*]*(\*?)\}/g, "{$1}") + constraints;
  });
  return parts.join("/") + (route.strictSlash && route.path.endsWith("/") ? "/" : "");
}

/** True when every path of the second route is surely also one of the first. */
function covers(first: CompiledRoute, second: CompiledRoute): boolean {
  if (first.route.strictSlash && first.route.path.endsWith("/") !== second.route.path.endsWith("/")) return false;
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
