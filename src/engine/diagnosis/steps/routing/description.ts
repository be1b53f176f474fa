import { type Known, type Observation, resultsOf } from "../../known.ts";
import { findMisser, sortAnswer } from "../../responses/answers.ts";
import { readDescription } from "../../responses/servedDescription.ts";

/** What the server's own description says of the route that the workspace has for this path. */
export function observeDescription(known: Known): readonly Observation[] {
  const route = known.match.matched;
  const described = route ? readDescription(known, route) : null;
  if (!route || !described || findMisser(known) === "handler") {
    return [];
  }
  const name = `${route.method} ${route.path}`;
  const common = { step: "routing" as const, probe: described.probe, location: null };
  if (!described.isListed) {
    const isHidden = known.clues.some(({ kind }) => kind === "undescribed");
    return isHidden
      ? []
      : [
          {
            ...common,
            rule: "description-lacks-it",
            statement: `${described.address}, by which the server describes itself, does not list ${route.path}: the route is not registered there.`,
            claim: `The running server has not registered ${name} (${route.file}:${route.line}): ${described.address} does not list it.`,
          },
        ];
  }
  const listed: Observation = {
    ...common,
    rule: "description-lists-it",
    statement: `${described.address}, by which the server describes itself, lists ${route.path}: the route is registered there.`,
    claim: null,
  };
  return isTakenBefore(known) ? [listed, observeTaken(known, described.address, name)] : [listed];
}

/** Registered, and missed as a path without a route: by the answers, or since GET misses everywhere where OPTIONS is refused, as a mount of files does. */
function isTakenBefore(known: Known): boolean {
  const asked = [resultsOf(known, "options")[0], resultsOf(known, "options-control")[0]];
  const isMount = asked.every((result) => result !== undefined && sortAnswer(result.probe) === "refuses-method");
  return findMisser(known) === "router" || isMount;
}

function observeTaken(known: Known, address: string, name: string): Observation {
  const mounts = known.clues.filter(({ kind, value }) => kind === "file-host" && /StaticFiles\(/.test(value));
  const [mount] = mounts.length === 1 ? mounts : [];
  const place = mount ? ` (${mount.location.file}:${mount.location.line})` : "";
  return {
    step: "routing",
    rule: "registered-yet-missed",
    statement: `${name} is registered, and what takes every path answers before it${place}.`,
    claim: `Something that is registered before ${name} takes its requests${place}: ${address} lists the route, and it is answered like a path that does not exist.`,
    probe: null,
    location: mount?.location ?? null,
  };
}
