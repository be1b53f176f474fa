import { beginWith, nameLookedUp } from "../identifiers/lookedUp.ts";
import type { Known, Observation } from "../known.ts";

const identity =
  /\b(?:req|request|ctx|context|c|self\.request|info|g)\.(?:user|auth|session|tenant|account|state\.user|principal|identity)\w*|current_?user|\bcurrentUser\b|@CurrentUser|request\.user|locals\.(?:user|tenant)|\b(?:user|viewer|principal|caller|claims|session|auth)\.\w+/i;
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
    (line) => identity.test(line) && ownership.test(line.replace(identity, "")) && /[=:(!]/.test(line),
  );
  if (index < 0) {
    return [];
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
