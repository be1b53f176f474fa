import type { Location } from "../../model/place.ts";
import { decodeSegment } from "../../routes/match/segmentLikeness.ts";
import type { Known, Observation } from "../known.ts";
import { findMisser, hasLivingRelative } from "../responses/answers.ts";

/** What data of the workspace says of the record, where something did look for it, and the line that asks for that. */
export function observeRecord(known: Known): readonly Observation[] {
  const { record } = known.surroundings;
  const misser = findMisser(known);
  const isLookedUp = misser === "handler" || (misser === "undecided" && known.match.matched !== null);
  if (!record || !(isLookedUp || hasLivingRelative(known))) {
    return [];
  }
  const { fate, asked, location } = record;
  const value = decodeSegment(known.identifiers.at(-1)?.value ?? known.target.path);
  // A flag that is set and does not say when stands for itself.
  const mark = record.value === "true" ? `${record.key} set` : `${record.key} ${record.value}`;
  const asks = asked ? `, and ${placeOf(asked)} asks for ${record.key}` : "";
  const common = { step: "existence" as const, probe: null };
  return [
    {
      ...common,
      rule: fate === "archived" ? "record-archived-written" : "record-deleted-written",
      statement: `${placeOf(location)} holds "${value}" with ${mark}.`,
      claim: `"${value}" is ${fate === "archived" ? "archived" : "marked as deleted"}: ${placeOf(location)} holds it with ${mark}${asks}.`,
      location,
    },
    ...(asked
      ? [
          {
            ...common,
            rule: fate === "archived" ? ("archived-state-asked" as const) : ("deleted-state-asked" as const),
            statement: `${placeOf(asked)} asks for ${record.key}.`,
            claim: null,
            location: asked,
          },
        ]
      : []),
  ];
}

function placeOf({ file, line }: Location): string {
  return `${file}:${line}`;
}
