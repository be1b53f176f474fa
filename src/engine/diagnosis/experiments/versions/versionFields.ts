import type { Experiment, Known } from "../../known.ts";
import { looksRouterMissed } from "../../responses/answers.ts";
import { asSafe } from "../vary.ts";

/** Where the router seems to have missed, or the answer speaks of a version: the same request with a field that selects another version, one that the workspace names. */
export function planVersionFields(known: Known): readonly Experiment[] {
  const { request, surroundings, target } = known;
  if (!looksRouterMissed(known) && !namesVersion(known)) {
    return [];
  }
  return surroundings.versions.map(({ name, value, location }): Experiment => {
    const headers = request.headers.filter(([other]) => other.toLowerCase() !== name.toLowerCase());
    const own = request.headers.find(([other]) => other.toLowerCase() === name.toLowerCase())?.[1];
    const place = `${location.file}:${location.line}`;
    const here = own === undefined ? "which this request does not send" : `which is "${own}" here`;
    return {
      id: `version-field:${name}:${value}`,
      role: "variant",
      varies: "negotiation",
      why: `with ${name}: ${value}, which ${place} names`,
      request: asSafe({ ...request, headers: [...headers, [name, value]] }),
      tests: ["route-drift/version-selector"],
      value: 0.9,
      reading: {
        step: "routing",
        answers: "selector-answers",
        misses: null,
        location,
        claim: (status) =>
          `The version travels in ${name}, ${here}: with "${value}", which ${place} names, this one is served (${status}).`,
        statement: (status) => `${target.path} answers ${status} with ${name}: ${value}, which ${place} names.`,
      },
    };
  });
}

const readAtMost = 2048;

function namesVersion({ replay }: Known): boolean {
  return /version|revision|edition|api-level/i.test(replay?.exchange.response?.text.slice(0, readAtMost) ?? "");
}
