import { joinPath } from "../../../targetUri.ts";
import { findOtherKey } from "../../identifiers/refusedIdentifier.ts";
import type { Experiment, Known } from "../../known.ts";
import { asSafe, varyPath } from "../vary.ts";

/** Where the collection lists what the route refuses beside an identifier that it takes: the same item by that one. */
export function planOtherIdentifier(known: Known): readonly Experiment[] {
  const other = findOtherKey(known);
  const identifier = known.identifiers.at(-1);
  if (other === null || !identifier) {
    return [];
  }
  const path = joinPath(known.target.segments.with(identifier.segment, encodeURIComponent(other.value)));
  return [
    {
      id: `other-key:${other.value}`,
      role: "variant",
      varies: "identifier",
      why: `the ${other.key} of the listed item whose ${other.held} was asked`,
      request: varyPath(asSafe(known.request), path),
      tests: ["stale-identifier/id-format"],
      value: 1.2,
      reading: {
        step: "identifier",
        answers: "reformatted-answers",
        misses: null,
        claim: (status) =>
          `The route asks for the ${other.key}, not for the ${other.held}: "${identifier.value}" is the ${other.held} of ${other.key} ${other.value}, and ${path} answers ${status}.`,
        statement: (status) => `${path}, by the ${other.key} of the same item, answers ${status}.`,
      },
    },
  ];
}
