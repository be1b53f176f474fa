import { joinPath, splitPath } from "../../../targetUri.ts";
import type { Experiment, Known } from "../../known.ts";
import { askOtherPath } from "../otherPath.ts";
import { isParameter, isTakenBy } from "./writtenTemplate.ts";

const readAtMost = 32_768;
const mostPrefixes = 2;
/** A path behind a method, as servers list what they serve: `"get - /dev/flights/{id}"`, `GET /dev/flights`, `[POST] /flights`. */
const listed = /\b(?:get|post|put|patch|delete|head|options|any|all)\b\]?[\s:|-]{1,4}(\/[\w{}:.*~<>/-]{1,200})/gi;

/**
 * The failing path under what stands before it in the answer's own list of routes, such as the stage that a local gateway puts first. An answer that
 * lists the path itself, or a single route, names only what was asked.
 */
export function planListedRoutes(known: Known): readonly Experiment[] {
  const text = known.replay?.exchange.response?.text.slice(0, readAtMost) ?? "";
  const paths = [...text.matchAll(listed)].map(([, path]) => path ?? "");
  const routes = [...new Set(paths)].filter((path) => path !== known.target.path).map(splitPath);
  const own = known.target.segments;
  if (routes.length < 2 || own.length === 0 || routes.some((route) => isTakenBy(route, own))) {
    return [];
  }
  const prefixes = routes.flatMap((route) => {
    const lead = route.slice(0, Math.max(0, route.length - own.length));
    return lead.length > 0 && !lead.some(isParameter) && isTakenBy(route.slice(lead.length), own)
      ? [joinPath(lead)]
      : [];
  });
  return [...new Set(prefixes)].slice(0, mostPrefixes).map((prefix) => planPrefix(known, prefix));
}

function planPrefix(known: Known, prefix: string): Experiment {
  return askOtherPath(known, {
    id: `listed:${prefix}`,
    path: `${prefix}${known.target.path}`,
    varies: "prefix",
    why: `under "${prefix}", as the answer lists it`,
    tests: ["rewrite-mismatch/base-path"],
    value: 1.5,
    answers: "configured-prefix-answers",
    claim: `The path lacks the prefix "${prefix}", below which the answer lists all that is served`,
    shown: ", as the answer's own list of routes has it",
  });
}
