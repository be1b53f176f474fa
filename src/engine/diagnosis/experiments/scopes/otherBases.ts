import { beginWith, nameLookedUp } from "../../identifiers/lookedUp.ts";
import type { Experiment, Known } from "../../known.ts";
import { findMisser } from "../../responses/answers.ts";
import type { OtherBase } from "../../workspace/clients/otherBases.ts";
import { asSafe } from "../vary.ts";

/**
 * The same request, without credentials, at the other base URLs that its file sets for other regions or environments; at one that other requests
 * merely ask, once a handler of the application has missed.
 */
export function planOtherBases(known: Known): readonly Experiment[] {
  const bases = known.otherBases.filter(({ isAsked }) => isAsked !== true || findMisser(known) === "handler");
  return bases.map((base) => {
    const { ownLabel, label, differsIn, location, request } = base;
    const thing = nameLookedUp(known);
    return {
      id: otherBaseId(base),
      role: "variant",
      varies: differsIn,
      why: `the same request with ${label} in the place of ${ownLabel}`,
      request: asSafe(request),
      tests: [
        differsIn === "region" ? "wrong-scope/wrong-region" : "wrong-scope/wrong-environment",
        "stale-identifier/unknown-id",
        "route-not-served/not-deployed",
      ],
      value: 0.7,
      reading: {
        step: "comparison",
        answers: differsIn === "region" ? "region-answers" : "environment-answers",
        misses: null,
        location,
        claim: (status) =>
          `${beginWith(thing)} is at ${label}, not at ${ownLabel}: there the same request answers ${status}.`,
        statement: (status) => `At ${label} (${location.file}:${location.line}) the same request answers ${status}.`,
      },
    };
  });
}

/** The base URL that an experiment put in the place of the request's own; null for any other experiment. */
export function findOtherBase({ otherBases }: Known, { id }: Experiment): OtherBase | null {
  return otherBases.find((base) => otherBaseId(base) === id) ?? null;
}

function otherBaseId({ name }: OtherBase): string {
  return `other-base:${name}`;
}
