import { findRoute } from "../../../routes/match/matchUrl.ts";
import type { Known, Observation } from "../../known.ts";
import { hasLivingRelative, isFound, looksRouterMissed } from "../../responses/answers.ts";

/** Where the route is mounted under a setting, and routes beside that mount are served: what the setting holds there may be what the path lacks. */
export function observeMountSetting(known: Known): readonly Observation[] {
  const { mountSetting } = known.surroundings;
  const { matched } = known.match;
  if (mountSetting === null || matched === null || !looksRouterMissed(known) || hasLivingRelative(known)) {
    return [];
  }
  const { expression, location } = mountSetting;
  const answering = known.results.flatMap(({ probe }) => {
    const isHere = probe.url.startsWith(`${known.target.origin}/`) && isFound(known, probe);
    return (isHere ? findRoute(known.routes, probe.method, probe.url) : null) ?? [];
  });
  const outermost = matched.mounts[0];
  const isBelow = answering.some(
    ({ mounts }) => mounts[0]?.file === outermost?.file && mounts[0]?.line === outermost?.line,
  );
  if (answering.length === 0 || isBelow) {
    return [];
  }
  const place = `${location.file}:${location.line}`;
  const route = `${matched.method} ${matched.path} (${matched.file}:${matched.line})`;
  return [
    {
      step: "routing",
      rule: "mount-set-elsewhere",
      statement: `${place} mounts ${route} under ${expression}, which a setting of the running server decides; routes beside that mount are served.`,
      claim: `${route} is mounted under ${expression} (${place}), whose value where the server runs is not known here: the path may lack it, for routes beside that mount are served.`,
      probe: null,
      location,
    },
  ];
}
