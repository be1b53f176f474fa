import { decodeSegment } from "../../../routes/match/segmentLikeness.ts";
import { type Known, type Observation, resultsOf } from "../../known.ts";
import { sortAnswer } from "../../responses/answers.ts";

/** A lookup that keeps what it did not find, where the server's own list has the thing by now. */
export function observeKeptMiss(known: Known): readonly Observation[] {
  const { keptMiss } = known.surroundings;
  const list = resultsOf(known, "collection").find(({ probe }) => sortAnswer(probe) === "answers")?.probe;
  const value = decodeSegment(known.identifiers.at(-1)?.value ?? "");
  if (!keptMiss || !list || !(list.exchange.response?.text ?? "").includes(JSON.stringify(value))) {
    return [];
  }
  const place = `${keptMiss.file}:${keptMiss.line}`;
  return [
    {
      step: "existence",
      rule: "kept-miss-written",
      statement: `The list of this server names "${value}", and ${place} keeps what a lookup found, be it nothing.`,
      claim: `The application keeps an old miss: its list names "${value}", and the lookup goes by what ${place} keeps.`,
      probe: list.id,
      location: keptMiss,
    },
  ];
}
