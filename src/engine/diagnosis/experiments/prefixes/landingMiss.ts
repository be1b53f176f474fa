import { matchUrl } from "../../../routes/match/matchUrl.ts";
import { findLanding, findLandingRoute } from "../../identifiers/landing.ts";
import type { Experiment, Known } from "../../known.ts";
import { askOtherPath } from "../otherPath.ts";

/** Where a redirect led on the same origin to a path that no route takes: what the nearest route would have it be, where one thing differs. */
export function planLandingMiss(known: Known): readonly Experiment[] {
  const landing = findLanding(known);
  if (landing === null || findLandingRoute(known) !== null) {
    return [];
  }
  const [near] = matchUrl(known.routes, "GET", landing.path).near;
  if (near?.differs.length !== 1 || near.corrected === known.target.path) {
    return [];
  }
  const { route, corrected } = near;
  return [
    askOtherPath(known, {
      id: `landing-miss:${corrected}`,
      path: corrected,
      varies: "path",
      why: `where the redirect would lead to the nearest route, ${route.path} (${route.file}:${route.line})`,
      tests: ["rewrite-mismatch/redirect-drops-path", "stale-identifier/unknown-id"],
      value: 1.6,
      answers: "landing-miss-answers",
      location: { file: route.file, line: route.line, column: route.column },
      claim: `The redirect from ${known.target.path} leads to ${landing.path}, which no route takes`,
      shown: `: ${route.file}:${route.line} writes it so, and the redirect does not`,
    }),
  ];
}
