import type { Difference, Route } from "../../model/route.ts";
import { decodeSegment } from "../../routes/match/segmentLikeness.ts";
import { type Known, resultsOf } from "../known.ts";
import { sortAnswer } from "../responses/answers.ts";
import { isOpenEnded } from "../responses/upstreamMatch.ts";
import { readCollection } from "./collection.ts";

/** A served route that fits the path but for the constraint of one parameter. */
export interface RefusedIdentifier {
  readonly route: Route;
  readonly difference: Difference;
}

/** The route whose constraint alone refuses the path; null where there is none, or another route takes the path. */
export function findRefusedIdentifier({ match }: Pick<Known, "match">): RefusedIdentifier | null {
  const near = match.near.find(
    (one) => one.route.problems.length === 0 && one.differs.some(({ what }) => what === "constraint"),
  );
  const [difference, ...more] = near?.differs ?? [];
  const isTaken = match.matched !== null && !isOpenEnded(match.matched);
  return near && difference && more.length === 0 && !isTaken ? { route: near.route, difference } : null;
}

/** The probe of the collection, where it lists the very identifier that the route refuses: then the constraint is what is wrong; else null. */
export function findContradiction(known: Known): string | null {
  const refused = findRefusedIdentifier(known);
  const identifier = known.identifiers.at(-1);
  const collection = resultsOf(known, "collection")[0]?.probe;
  if (!refused || !identifier || !collection || sortAnswer(collection) !== "answers") {
    return null;
  }
  const value = decodeSegment(refused.difference.actual);
  const isOwn = decodeSegment(identifier.value) === value;
  const { values } = readCollection(collection.exchange.response?.text ?? "", identifier);
  return isOwn && values.includes(value) ? collection.id : null;
}
