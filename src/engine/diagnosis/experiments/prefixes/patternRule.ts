import { findRoute } from "../../../routes/match/matchUrl.ts";
import type { Experiment, Known } from "../../known.ts";
import { askOtherPath } from "../otherPath.ts";

/** The path that a rule would make of this one if its pattern were not too narrow for it, where the workspace routes that. */
export function planPatternRule(known: Known): readonly Experiment[] {
  const { patternRule: rule } = known.surroundings;
  if (rule === null || rule.isTaken || !findRoute(known.routes, known.request.method, rule.becomes)) {
    return [];
  }
  const place = `${rule.location.file}:${rule.location.line}`;
  return [
    askOtherPath(known, {
      id: "pattern-rule",
      path: rule.becomes,
      varies: "path",
      why: `what ${place} would make of this path, did its pattern fit`,
      tests: ["rewrite-mismatch/rewrite-rule"],
      value: 1.2,
      answers: "pattern-rule-answers",
      location: rule.location,
      claim: `The rule at ${place} is for such paths, yet its pattern ${rule.pattern} does not fit this one`,
      shown: `: the rule at ${place} would lead there, did its pattern ${rule.pattern} fit the path`,
    }),
  ];
}
