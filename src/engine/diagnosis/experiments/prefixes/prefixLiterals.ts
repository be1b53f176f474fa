import type { Experiment, Known } from "../../known.ts";
import { looksRouterMissed } from "../../responses/answers.ts";
import { completePath } from "../../workspace/clients/pathLiterals.ts";
import { askOtherPath } from "../otherPath.ts";

/** Where no route took the path, the same path with the part of a prefix that a line of the workspace writes and the request lacks. */
export function planPrefixLiterals(known: Known): readonly Experiment[] {
  const { target, match, surroundings } = known;
  if (match.matched !== null || !looksRouterMissed(known)) {
    return [];
  }
  return surroundings.prefixes.flatMap(({ value, location, isCompared }) => {
    const path = completePath(value, target.segments);
    const place = `${location.file}:${location.line}`;
    if (path === null) {
      return [];
    }
    const prefixed = askOtherPath(known, {
      id: `prefix-literal:${value}`,
      path,
      varies: "prefix",
      why: `under ${value}, which ${place} writes`,
      tests: ["rewrite-mismatch/base-path"],
      value: isCompared ? 0.62 : 0.4,
      answers: "configured-prefix-answers",
      location,
      claim: `A part of the prefix "${value}", which ${place} writes, is missing`,
      shown: `, under "${value}" of ${place}`,
    });
    return [prefixed];
  });
}
