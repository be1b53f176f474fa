import type { Route } from "../../model/route.ts";
import { rulesOf } from "./matchRules.ts";
import { type CompiledRoute, compileRoute, splitPath } from "./pathTemplate.ts";
import { decodeLetters, decodeSegment } from "./segmentLikeness.ts";

/** True when the route's framework would give this method and raw path to the route, were the route the only one. */
export function answers(route: Route, method: string, path: string): boolean {
  return acceptsMethod(route, method) && matchesPath(route, path);
}

/**
 * True when the route takes the method, implied ones included. `WEBSOCKET` stands for a GET that asks for the upgrade; a handler
 * of GET may answer that one, but where the framework keeps the two apart.
 */
export function acceptsMethod(route: Route, method: string): boolean {
  if (route.method === method) return true;
  if (route.method === "WEBSOCKET") return false;
  if (route.method === "ANY") return true;
  if (method === "WEBSOCKET") return route.method === "GET" && route.framework !== "fastapi";
  const rules = rulesOf(route.framework);
  if (method === "HEAD") return route.method === "GET" && (route.impliesHead ?? rules.impliesHead);
  return method === "OPTIONS" && (route.impliesOptions ?? rules.impliesOptions);
}

/** True when the raw path matches the route's pattern. */
export function matchesPath(route: Route, path: string): boolean {
  return takenText(compileRoute(route), path) !== null;
}

/** The text in which the route's pattern finds a raw path: decoded and with its slashes merged as far as the framework does so; null when it does not take the path. */
export function takenText(compiled: CompiledRoute, path: string): string | null {
  if (!mayMatch(compiled, path)) return null;
  // Only now is the pattern made.
  const { route, test } = compiled;
  const subject = subjectOf(route, path);
  if (test.test(subject)) return subject;
  if (!subject.includes("//")) return null;
  const merged = mergeSlashes(subject, route);
  return test.test(merged) ? merged : null;
}

function mergeSlashes(path: string, route: Route): string {
  const { mergesSlashes, dropsEndSlashes, prefersOwnSlash } = rulesOf(route.framework);
  if (mergesSlashes === "pairs") return path.replaceAll("//", "/");
  // A redirect to the path without its last slashes leads to no route that ends in one.
  const drops = dropsEndSlashes && !(prefersOwnSlash && route.path.endsWith("/"));
  return drops ? path.replace(/\/{2,}$/, "") : path;
}

let lastSplit: { readonly path: string; readonly parts: readonly string[] } = { path: "", parts: [] };

/** False when a fixed segment rules the path out, as it does for most routes of a table; patterns are made only of the others. */
function mayMatch({ segments }: CompiledRoute, path: string): boolean {
  if (/%|\/[./]|\\/.test(path)) return true;
  if (lastSplit.path !== path) lastSplit = { path, parts: splitPath(path) };
  const { parts } = lastSplit;
  for (let at = 0; at < segments.length; at++) {
    const segment = segments[at];
    if (segment?.kind === "rest" || (segment?.kind === "parameter" && segment.optional)) return true;
    if (segment?.kind !== "static" || segment.text === parts[at]) continue;
    if (segment.text.toLowerCase() !== parts[at]?.toLowerCase()) return false;
  }
  return parts.length <= segments.length;
}

/** The text that the route's framework matches against its pattern. */
export function subjectOf(route: Route, path: string): string {
  const { decodes, resolvesDots, mergesSlashes } = rulesOf(route.framework);
  const merged = mergesSlashes === "always" ? path.replace(/\/{2,}/g, "/") : path;
  const resolved = resolvesDots ? resolveDots(merged) : merged;
  if (decodes === "nothing" || !resolved.includes("%")) return resolved;
  return decodes === "all" ? decodeSegment(resolved) : decodeLetters(resolved);
}

function resolveDots(path: string): string {
  return /\/(?:\.|%2e)|\\/i.test(path) ? (URL.parse(`http://host${path}`)?.pathname ?? path) : path;
}
