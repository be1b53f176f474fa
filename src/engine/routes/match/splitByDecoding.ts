import type { NearMiss } from "../../model/route.ts";
import { rulesOf } from "./matchRules.ts";
import { type CompiledRoute, splitPath } from "./pathTemplate.ts";
import { matchesPath } from "./routeAnswers.ts";

// Any text that is no slash stands for an encoded one, as most constraints take it.
const stand = "_";

/**
 * The miss of a route that has one segment where the path has encoded slashes (`%2F`), and whose framework decodes them before it routes, so that the
 * segment falls apart; null for any other. No spelling of the path reaches the route: `corrected` is the path itself.
 */
export function missSplit({ route, segments }: CompiledRoute, path: string): NearMiss | null {
  if (!/%2f/i.test(path) || rulesOf(route.framework).decodes !== "all") return null;
  if (!matchesPath(route, path.replace(/%2f/gi, stand))) return null;
  const actual = splitPath(path);
  const differs = actual.flatMap((text, segment) => {
    const taking = segments[segment];
    if (!/%2f/i.test(text) || taking === undefined) return [];
    return [{ what: "encoding" as const, expected: taking.text, actual: text, segment }];
  });
  return differs.length === 0 ? null : { route, differs, score: 0.97, corrected: path };
}

/** The miss of a route that a path reaches once its encoded slashes (`%2F`) are the separators they seem to be meant for; null for any other. */
export function missEncoded({ route }: CompiledRoute, path: string): NearMiss | null {
  const corrected = path.replace(/%2f/gi, "/");
  if (corrected === path || !matchesPath(route, corrected)) return null;
  const differs = splitPath(path).flatMap((actual, segment) => {
    const expected = actual.replace(/%2f/gi, "/");
    return expected === actual ? [] : [{ what: "encoding" as const, expected, actual, segment }];
  });
  return { route, differs, score: 0.93, corrected };
}
