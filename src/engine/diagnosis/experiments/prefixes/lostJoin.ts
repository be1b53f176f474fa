import type { Experiment, Known } from "../../known.ts";
import { findLostJoin } from "../../workspace/clients/lostJoin.ts";
import { asSafe, varyPath } from "../vary.ts";

/** The path that a join of client code lost a part of, asked whole. */
export function planLostJoin(known: Known): readonly Experiment[] {
  const lost = findLostJoin(known);
  if (lost === null) {
    return [];
  }
  const { join, meant } = lost;
  const place = `${join.location.file}:${join.location.line}`;
  return [
    {
      id: "lost-join",
      role: "variant",
      varies: "prefix",
      why: `the base URL whole, as ${place} means it`,
      request: varyPath(asSafe(known.request), meant),
      tests: ["request-built-wrong/dropped-segment"],
      value: 1.2,
      reading: {
        step: "routing",
        answers: "whole-join-answers",
        misses: null,
        location: join.location,
        claim: (status) => `The join at ${place} lost a part of the base URL: ${meant} answers ${status}.`,
        statement: (status) => `${meant} answers ${status}: what the join at ${place} lost is what is missing.`,
      },
    },
  ];
}
