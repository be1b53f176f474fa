import { splitPath } from "../../../targetUri.ts";
import type { Experiment, Known } from "../../known.ts";
import { asSafe, joinPath, varyPath } from "../vary.ts";

const readAtMost = 32_768;
const mostPrefixes = 2;
/** A path behind a method, as servers list what they serve: `"get - /dev/flights/{id}"`, `GET /dev/flights`, `[POST] /flights`. */
const listed = /\b(?:get|post|put|patch|delete|head|options|any|all)\b\]?[\s:|-]{1,4}(\/[\w{}:.*~<>/-]{1,200})/gi;
const parameter = /^(?:[{:<[].*|.*\*.*)$/;

/**
 * The failing path under what stands before it in the answer's own list of routes, such as the stage that a local gateway puts first. An answer that
 * lists the path itself, or a single route, names only what was asked.
 */
export function planListedRoutes(known: Known): readonly Experiment[] {
  const text = known.replay?.exchange.response?.text.slice(0, readAtMost) ?? "";
  const paths = [...text.matchAll(listed)].map(([, path]) => path ?? "");
  const routes = [...new Set(paths)].filter((path) => path !== known.target.path).map(splitPath);
  const own = known.target.segments;
  if (routes.length < 2 || own.length === 0 || routes.some((route) => isTaken(route, own))) {
    return [];
  }
  const prefixes = routes.flatMap((route) => {
    const lead = route.slice(0, Math.max(0, route.length - own.length));
    return lead.length > 0 && !lead.some((word) => parameter.test(word)) && isTaken(route.slice(lead.length), own)
      ? [joinPath(lead)]
      : [];
  });
  return [...new Set(prefixes)].slice(0, mostPrefixes).map((prefix) => planPrefix(known, prefix));
}

function planPrefix(known: Known, prefix: string): Experiment {
  const path = `${prefix}${known.target.path}`;
  return {
    id: `listed:${path}`,
    role: "variant",
    varies: "prefix",
    why: `under "${prefix}", as the answer lists it`,
    request: varyPath(asSafe(known.request), path),
    tests: ["rewrite-mismatch/base-path"],
    value: 1.5,
    reading: {
      step: "routing",
      answers: "configured-prefix-answers",
      misses: null,
      claim: (status) =>
        `The path lacks the prefix "${prefix}": the answer lists what is served, all below it, and ${path} answers ${status}.`,
      statement: (status) => `${path} answers ${status}, as the answer's own list of routes has it.`,
    },
  };
}

/** Whether a listed route takes the segments: its fixed words are theirs, and at least one word is fixed. */
function isTaken(route: readonly string[], segments: readonly string[]): boolean {
  return (
    route.length === segments.length &&
    route.every((word, index) => parameter.test(word) || word === segments[index]) &&
    route.some((word) => !parameter.test(word))
  );
}
