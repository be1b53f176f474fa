import type { Rewrite } from "../../../model/route.ts";
import { findRoute } from "../../../routes/match/matchUrl.ts";
import { isOnTheWay, rewritePath } from "../../../routes/match/rewritePath.ts";
import { type Experiment, type Known, resultsOf } from "../../known.ts";
import { findMisser } from "../../responses/answers.ts";
import { askOtherPath } from "../otherPath.ts";

const mostPrefixes = 2;

/** The path under a prefix that a proxy of the workspace passes on to a route for it, where no rule of that proxy takes the path as it is. */
export function planProxiedPrefix(known: Known): readonly Experiment[] {
  const { target, routes } = known;
  const rules = routes.rewrites.filter((rule) => isOnTheWay(rule, target.origin));
  const isTaken = rules.some((rule) => rewritePath(rule, target.path) !== null);
  if (isTaken || resultsOf(known, "control-path").length === 0 || findMisser(known) === "handler") {
    return [];
  }
  return rules
    .filter((rule) => isRouted(known, rule))
    .slice(0, mostPrefixes)
    .map((rule) => planUnder(known, rule));
}

/** Whether what the rule makes of the path under its prefix is routed. */
function isRouted({ target, routes, request }: Known, rule: Rewrite): boolean {
  const prefix = prefixOf(rule);
  const passed = prefix === "" ? null : rewritePath(rule, `${prefix}${target.path}`);
  return passed !== null && findRoute(routes, request.method, passed.path) !== null;
}

function planUnder(known: Known, rule: Rewrite): Experiment {
  const prefix = prefixOf(rule);
  const place = `${rule.file}:${rule.line}`;
  return askOtherPath(known, {
    id: `proxied:${prefix}`,
    path: `${prefix}${known.target.path}`,
    varies: "prefix",
    why: `under ${prefix}, which ${place} passes on to the service that routes the rest`,
    tests: ["rewrite-mismatch/base-path", "route-not-served/not-deployed"],
    value: 0.85,
    answers: "configured-prefix-answers",
    location: { file: rule.file, line: rule.line, column: 1 },
    claim: `The path lacks the prefix "${prefix}" under which the proxy passes it on (${place})`,
    shown: ` under ${prefix}, which ${place} passes on`,
  });
}

/** The fixed beginning of what a rule takes, without its last slash; empty where it begins with a pattern. */
export function prefixOf({ from }: Rewrite): string {
  const fixed = from.replace(/\/?\*+$/, "").replace(/\/$/, "");
  return /^(?:\/[\w.-]+)+$/.test(fixed) ? fixed : "";
}
