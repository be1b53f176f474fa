import type { Known, Observation } from "../known.ts";

const ruleOf = {
  merged: "successor-said",
  moved: "successor-said",
  archived: "archived-said",
  deleted: "tombstone-said",
  gone: "tombstone-said",
} as const;

/** What the failing answer itself says of the life of the resource: 410, a tombstone, an archive, a successor. */
export function observeLifecycle(known: Known): readonly Observation[] {
  const status = known.replay?.exchange.response?.status;
  const probe = known.replay?.id ?? null;
  const common = { step: "existence" as const, probe, location: null };
  const observations: Observation[] = [];
  if (status === 410) {
    observations.push({
      ...common,
      rule: "gone-said",
      statement: "The server answers 410: it was here and is gone for good.",
      claim: "It was deleted on purpose: the server answers 410 Gone.",
    });
  }
  const sunset = known.facts?.sunset ?? null;
  const asked = known.facts?.serverDate ?? null;
  if (status === 404 && sunset !== null && asked !== null && sunset < asked) {
    const day = new Date(sunset).toISOString().slice(0, 10);
    observations.push({
      ...common,
      rule: "sunset-said",
      statement: `The answer says that its sunset was on ${day}.`,
      claim: `It was retired on purpose: the answer's Sunset field says ${day}.`,
    });
  }
  for (const hint of known.facts?.tombstones ?? []) {
    const rule = isMarkup(hint.field) ? "tombstone-hinted" : ruleOf[hint.kind];
    observations.push({
      ...common,
      rule,
      statement: `The answer says ${hint.field}: ${hint.value}.`,
      claim: {
        "successor-said": `It was merged or moved: the answer names its successor, ${hint.field} ${hint.value}.`,
        "archived-said": `It still exists but is archived: the answer says ${hint.field} ${hint.value}.`,
        "tombstone-hinted": `The page says that it may be gone: "${hint.value}".`,
        "tombstone-said": `It was deleted: the answer says ${hint.field} ${hint.value}.`,
      }[rule],
    });
  }
  return observations;
}

// A page for people often says "may have been removed" of everything that it does not find.
function isMarkup(field: string): boolean {
  return /^(h[1-6]|p|title|div|span|li|td|body)$/i.test(field);
}
