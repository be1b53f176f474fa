import type { Route } from "../model/route.ts";
import { rulesOf } from "./matchRules.ts";
import { compileRoute } from "./pathTemplate.ts";
import { decodeSegment } from "./segmentLikeness.ts";

/** True when the route's framework would give this method and raw path to the route, were the route the only one. */
export function answers(route: Route, method: string, path: string): boolean {
  return acceptsMethod(route, method) && matchesPath(route, path);
}

/** True when the route takes the method, implied ones included. */
export function acceptsMethod(route: Route, method: string): boolean {
  if (route.method === method || route.method === "ANY") return true;
  const rules = rulesOf(route.framework);
  if (method === "HEAD") return route.method === "GET" && (route.impliesHead ?? rules.impliesHead);
  return method === "OPTIONS" && rules.impliesOptions && route.impliesOptions !== false;
}

/** True when the raw path matches the route's pattern. */
export function matchesPath(route: Route, path: string): boolean {
  return compileRoute(route).test.test(subjectOf(route, path));
}

/** The text that the route's framework matches against its pattern. */
export function subjectOf(route: Route, path: string): string {
  if (!rulesOf(route.framework).decodesFirst) return path;
  return decodeSegment(path);
}
