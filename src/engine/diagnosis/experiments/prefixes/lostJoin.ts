import type { Experiment, Known } from "../../known.ts";
import { findLostJoin } from "../../workspace/clients/lostJoin.ts";
import { askOtherPath } from "../otherPath.ts";

/** The path that a join of client code lost a part of, asked whole. */
export function planLostJoin(known: Known): readonly Experiment[] {
  const lost = findLostJoin(known);
  if (lost === null) {
    return [];
  }
  const { join, meant } = lost;
  const place = `${join.location.file}:${join.location.line}`;
  return [
    askOtherPath(known, {
      id: "lost-join",
      path: meant,
      varies: "prefix",
      why: `the base URL whole, as ${place} means it`,
      tests: ["request-built-wrong/dropped-segment"],
      value: 1.2,
      answers: "whole-join-answers",
      location: join.location,
      claim: `The join at ${place} lost a part of the base URL`,
      shown: `: what the join at ${place} lost is what is missing`,
    }),
  ];
}
