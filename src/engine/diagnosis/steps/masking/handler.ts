import { beginWith, nameLookedUp } from "../../identifiers/lookedUp.ts";
import type { Known, Observation } from "../../known.ts";
import { findOwnerFilter } from "../../workspace/handlers/ownerFilter.ts";

/** What the handler's own owner filter says of a lookup that missed. */
export function observeOwnerFilter(known: Known): readonly Observation[] {
  const filter = findOwnerFilter(known);
  if (!filter) {
    return [];
  }
  const { by, location } = filter;
  const place = `${location.file}:${location.line}`;
  const says =
    by === "handler"
      ? `The handler looks only among what belongs to the caller (${place}), and answers not found for the rest.`
      : `The handler gives the caller to what looks it up (${place}), and answers not found for the rest.`;
  const why =
    by === "handler"
      ? `the handler filters by the caller (${place}) and answers 404 for all else`
      : `${place} looks it up for the caller, and the handler answers 404 for all else`;
  return [
    {
      step: "masking",
      rule: "owner-filter-written",
      statement: says,
      claim: `${beginWith(nameLookedUp(known))} may exist for its owner: ${why}.`,
      probe: null,
      location,
    },
  ];
}
