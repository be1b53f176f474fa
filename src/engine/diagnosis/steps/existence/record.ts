import type { Location } from "../../../model/place.ts";
import { decodeSegment } from "../../../routes/match/segmentLikeness.ts";
import { isSetApart, listLivingKeys } from "../../identifiers/livingKeys.ts";
import type { Known, Observation } from "../../known.ts";
import { findMisser, hasLivingRelative } from "../../responses/answers.ts";
import type { RuleId } from "../../verdict/weights/index.ts";
import { sayCommit } from "../../workspace/commits.ts";
import type { PastRecord } from "../../workspace/records/pastRecord.ts";

/** What data of the workspace says of the record, where something did look for it, and the line that asks for that. */
export function observeRecord(known: Known): readonly Observation[] {
  const { record } = known.surroundings;
  const misser = findMisser(known);
  const isLookedUp = misser === "handler" || (misser === "undecided" && known.match.matched !== null);
  if (!record || !(isLookedUp || hasLivingRelative(known)) || !isSetApart(known, record.company)) {
    return [];
  }
  const { fate, asked, location } = record;
  const value = decodeSegment(known.identifiers.at(-1)?.value ?? known.target.path);
  // A flag that is set and does not say when stands for itself.
  const set = record.value === "true" ? `${record.key} set` : `${record.key} ${record.value}`;
  const mark = record.isTable ? `in ${record.key}` : `with ${set}`;
  const asks = asked ? `, and ${placeOf(asked)} looks at ${record.key}` : "";
  const common = { step: "existence" as const, probe: null };
  return [
    {
      ...common,
      rule: nameRule(record),
      statement: `${placeOf(location)} holds "${value}" ${mark}.`,
      claim: `${sayFate(value, record)}: ${placeOf(location)} holds it ${mark}${asks}.`,
      location,
    },
    ...(asked
      ? [
          {
            ...common,
            rule: askedRules[fate],
            statement: `${placeOf(asked)} looks at ${record.key}.`,
            claim: null,
            location: asked,
          },
        ]
      : []),
  ];
}

const writtenRules = {
  archived: "record-archived-written",
  deleted: "record-deleted-written",
  "to come": "record-to-come-written",
} as const satisfies Record<PastRecord["fate"], RuleId>;
const askedRules = {
  archived: "archived-state-asked",
  deleted: "deleted-state-asked",
  "to come": "day-to-come-asked",
} as const satisfies Record<PastRecord["fate"], RuleId>;

function sayFate(value: string, { fate, isDay }: PastRecord): string {
  if (isDay) {
    return `The time of "${value}" ${fate === "to come" ? "has not come" : "is over"}`;
  }
  return `"${value}" is ${fate === "archived" ? "archived" : "marked as deleted"}`;
}

/** What the name of a table says of all it holds says it of a record that nothing else is known of. */
function nameRule({ fate, isTable }: PastRecord): RuleId {
  if (isTable) {
    return fate === "archived" ? "archived-table-written" : "deleted-table-written";
  }
  return writtenRules[fate];
}

/** Where data stores the record, be it beside others that answer: then it is not the record that is missing, or the server knows other data. */
export function observeStored(known: Known): readonly Observation[] {
  const { stored } = known.surroundings;
  const living = stored ? listLivingKeys(known).find((key) => stored.beside.includes(key)) : undefined;
  // Where no route took the path nothing was looked up, and what data holds says nothing.
  if (!stored || (living === undefined && findMisser(known) === "router")) {
    return [];
  }
  const value = decodeSegment(known.identifiers.at(-1)?.value ?? "");
  if (living === undefined) {
    return [
      {
        step: "existence",
        rule: "record-held-written",
        statement: `${placeOf(stored.location)} holds "${value}", which this server does not find.`,
        claim: null,
        probe: null,
        location: stored.location,
      },
    ];
  }
  return [
    {
      step: "existence",
      rule: "record-stored-written",
      statement: `${placeOf(stored.location)} stores "${value}" beside "${living}", which this server knows.`,
      claim: null,
      probe: null,
      location: stored.location,
    },
  ];
}

/** A commit that took the record out of the workspace's data, while another one of the same route answers. */
export function observeTakenOut(known: Known): readonly Observation[] {
  const { removal } = known.past;
  if (!removal || !hasLivingRelative(known)) {
    return [];
  }
  const { change, was } = removal;
  const value = decodeSegment(known.identifiers.at(-1)?.value ?? "");
  return [
    {
      step: "existence",
      rule: "record-taken-out",
      statement: `C${sayCommit(change).slice(1)} took it out of ${change.file}: ${was.trim().slice(0, 120)}`,
      claim: `"${value}" was taken out of ${change.file} with ${sayCommit(change)}.`,
      probe: null,
      location: { file: change.file, line: 1, column: 1 },
    },
  ];
}

function placeOf({ file, line }: Location): string {
  return `${file}:${line}`;
}
