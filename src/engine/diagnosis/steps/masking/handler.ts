import { beginWith, nameLookedUp } from "../../identifiers/lookedUp.ts";
import type { Known, Observation } from "../../known.ts";
import { callerWords } from "../../workspace/handlers/callerLookup.ts";

const ownership = /owner|user_?id|author|tenant|account|org|created_?by|member|belongs|patient|customer/i;
const miss = /404|not_?found|NotFound|notFound|get_object_or_404|next\(\)|abort\(/;

/** The handler's own owner filter: a line that compares an owner with the caller, in a handler that also answers not found. */
export function observeOwnerFilter(known: Known): readonly Observation[] {
  const route = known.match.matched;
  const text = known.handler?.text;
  if (!route || text === undefined || !miss.test(text)) {
    return [];
  }
  const lines = text.split("\n");
  const index = lines.findIndex(
    (line) => callerWords.test(line) && ownership.test(line.replace(callerWords, "")) && /[=:(!]/.test(line),
  );
  if (index < 0) {
    return observeLookup(known);
  }
  const start = route.handler ?? route;
  const line = start.line + index;
  return [
    {
      step: "masking",
      rule: "owner-filter-written",
      statement: `The handler looks only among what belongs to the caller (${start.file}:${line}), and answers not found for the rest.`,
      claim: `${beginWith(nameLookedUp(known))} may exist for its owner: the handler filters by the caller (${start.file}:${line}) and answers 404 for all else.`,
      probe: null,
      location: { file: start.file, line, column: (lines[index]?.search(/\S/) ?? 0) + 1 },
    },
  ];
}

/** The same one call deeper: the handler gives the caller to what looks the thing up. */
function observeLookup(known: Known): readonly Observation[] {
  const location = known.surroundings.callerLookup;
  if (!location) {
    return [];
  }
  const place = `${location.file}:${location.line}`;
  return [
    {
      step: "masking",
      rule: "owner-filter-written",
      statement: `The handler gives the caller to what looks it up (${place}), and answers not found for the rest.`,
      claim: `${beginWith(nameLookedUp(known))} may exist for its owner: ${place} looks it up for the caller, and the handler answers 404 for all else.`,
      probe: null,
      location,
    },
  ];
}
