import type { Route } from "../../../model/route.ts";
import { findRoute } from "../../../routes/match/matchUrl.ts";
import { isOnTheWay, rewritePath } from "../../../routes/match/rewritePath.ts";
import { homeOf } from "../../experiments/services.ts";
import type { Known, Observation } from "../../known.ts";
import { isFound, looksRouterMissed } from "../../responses/answers.ts";
import { isOpenEnded } from "../../responses/upstreamMatch.ts";

/** Where another service of the workspace answers at this origin, and the one that has the path does not: the port is that of the other. */
export function observeOtherService(known: Known): readonly Observation[] {
  const { matched } = known.match;
  const own = matched ? homeOf(known, matched) : null;
  if (!matched || own === null || !looksRouterMissed(known) || isPassedOn(known)) {
    return [];
  }
  const answering = known.results.flatMap(({ probe }) => {
    const isHere = probe.url.startsWith(`${known.target.origin}/`) && isFound(known, probe);
    const route = isHere ? findRoute(known.routes, probe.method, probe.url) : null;
    return route && !isOpenEnded(route) ? [{ route, home: homeOf(known, route), probe: probe.id }] : [];
  });
  const other = answering.find(({ home }) => home !== null && home !== own);
  if (!other || answering.some(({ home }) => home === own)) {
    return [];
  }
  return [
    {
      step: "routing",
      rule: "other-service-answers",
      statement: `${known.target.host} serves ${sayRoute(other.route)}, of ${other.home}; the path is one of ${own}.`,
      claim: `Another service of this workspace listens at ${known.target.host}: it serves ${sayRoute(other.route)}, and ${sayRoute(matched)} is of ${own}.`,
      probe: other.probe,
      location: { file: matched.file, line: matched.line, column: matched.column },
    },
  ];
}

/** Whether a rule of the workspace may hand the path on from here to the service that has it. */
function isPassedOn({ routes, target }: Known): boolean {
  return routes.rewrites.some(
    (rewrite) => isOnTheWay(rewrite, target.origin) && rewritePath(rewrite, target.path) !== null,
  );
}

function sayRoute({ method, path, file, line }: Route): string {
  return `${method} ${path} (${file}:${line})`;
}
