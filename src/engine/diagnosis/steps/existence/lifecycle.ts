import { dayOf } from "../../../days.ts";
import { beginWith, nameRecord } from "../../identifiers/lookedUp.ts";
import { type Known, type Observation, resultsOf } from "../../known.ts";
import { isAlike } from "../../responses/answers.ts";
import { observeRecord, observeStored, observeTakenOut } from "./record.ts";

const ruleOf = {
  merged: "successor-said",
  moved: "successor-said",
  archived: "archived-said",
  deleted: "tombstone-said",
  gone: "tombstone-said",
} as const;

/** What the failing answer itself says of the life of the resource: 410, a tombstone, an archive, a successor. */
export function observeLifecycle(known: Known): readonly Observation[] {
  return [
    ...observeGone(known),
    ...observeRecord(known),
    ...observeStored(known),
    ...observeTakenOut(known),
    ...observeSunset(known),
    ...observeHints(known),
  ];
}

function observeGone(known: Known): readonly Observation[] {
  return known.replay?.exchange.response?.status === 410
    ? [
        {
          ...commonOf(known),
          rule: "gone-said",
          statement: "The server answers 410: it was here and is gone for good.",
          claim: `${beginWith(nameRecord(known))} was deleted on purpose: the server answers 410 Gone.`,
        },
      ]
    : [];
}

function observeSunset(known: Known): readonly Observation[] {
  const sunset = known.facts?.sunset ?? null;
  const asked = known.facts?.serverDate ?? null;
  const isMissing = known.replay?.exchange.response?.status === 404;
  if (!isMissing || sunset === null || asked === null || sunset >= asked) {
    return [];
  }
  const day = dayOf(sunset);
  return [
    {
      ...commonOf(known),
      rule: "sunset-said",
      statement: `The answer says that its sunset was on ${day}.`,
      claim: `${known.target.path} was retired on purpose: the answer's Sunset field says ${day}.`,
    },
  ];
}

function observeHints(known: Known): readonly Observation[] {
  const control = resultsOf(known, "control-identifier")[0]?.probe;
  const isTold = control !== undefined && known.replay !== null && !isAlike(known.replay, control);
  const said = control?.exchange.response?.text ?? "";
  const thing = nameRecord(known);
  const hints = (known.facts?.tombstones ?? []).filter(({ value }) => !said.includes(value));
  return hints.map((hint) => {
    // What a page says to people counts once a random identifier is answered otherwise.
    const rule = isMarkup(hint.field) && !isTold ? "tombstone-hinted" : ruleOf[hint.kind];
    const claim = {
      "successor-said": `${beginWith(thing)} was merged or moved: the answer names its successor, ${quote(hint)}.`,
      "archived-said": `${beginWith(thing)} still exists but is archived: the answer says ${quote(hint)}.`,
      "tombstone-hinted": `The page says that ${thing} may be gone: ${quote(hint)}.`,
      "tombstone-said": `${beginWith(thing)} was deleted: the answer says ${quote(hint)}.`,
    }[rule];
    return { ...commonOf(known), rule, statement: `The answer says ${quote(hint)}.`, claim };
  });
}

function commonOf({ replay }: Known): Pick<Observation, "step" | "probe" | "location"> {
  return { step: "existence", probe: replay?.id ?? null, location: null };
}

/** A sentence is quoted without its full stop and its field; a plain value needs the field's name. */
function quote({ field, value }: { readonly field: string; readonly value: string }): string {
  return /\s/.test(value) ? `"${value.replace(/[.!]+$/, "")}"` : `${field}: ${value}`;
}

// A page for people often says "may have been removed" of everything that it does not find.
function isMarkup(field: string): boolean {
  return /^(h[1-6]|p|title|div|span|li|td|body)$/i.test(field);
}
