import type { ResolvedRequest } from "../../model/request.ts";
import { decodeSegment } from "../../routes/match/segmentLikeness.ts";
import type { Identifier } from "../identifiers/identifiers.ts";
import type { ReadyCheck } from "./resolveChecks.ts";

/**
 * The request of a check for one path: its parameters put into the URL, percent-encoded. Null when the check is meant for other
 * paths, or needs a parameter that this one does not have.
 */
export function applyCheck(
  { check, request }: ReadyCheck,
  segments: readonly string[],
  identifiers: readonly Identifier[],
): ResolvedRequest | null {
  const last = identifiers.at(-1);
  const ofRoute = check.route === null ? new Map<string, string>() : matchRoute(check.route, segments);
  if (ofRoute === null || (check.route === null && last === undefined)) {
    return null;
  }
  const values = new Map([
    ...(last === undefined ? [] : [["id", last.value] as const]),
    ...identifiers.map(({ name, value }) => [name, value] as const),
    ...ofRoute,
  ]);
  let isWhole = true;
  const url = request.url.replace(/(?<!\{)\{(\w+)\}(?!\})/g, (whole, name: string) => {
    const value = values.get(name);
    isWhole &&= value !== undefined;
    return value === undefined ? whole : encodeURIComponent(decodeSegment(value));
  });
  return isWhole ? { ...request, url } : null;
}

/** The parameters of a pattern such as `/shops/{shop}/orders/{id}`; null when the path does not have its shape. */
function matchRoute(route: string, segments: readonly string[]): ReadonlyMap<string, string> | null {
  const pattern = route.split("/").filter((piece) => piece !== "");
  const given = segments.filter((segment) => segment !== "");
  const isOpen = /^\{\w+\*\}$/.test(pattern.at(-1) ?? "");
  if (given.length !== pattern.length && !(isOpen && given.length >= pattern.length)) {
    return null;
  }
  const values = new Map<string, string>();
  for (const [index, piece] of pattern.entries()) {
    const name = /^[{:](\w+)\*?\}?$/.exec(piece)?.[1];
    if (name === undefined && piece !== given[index]) {
      return null;
    }
    if (name !== undefined) {
      values.set(name, given[index] ?? "");
    }
  }
  return values;
}
