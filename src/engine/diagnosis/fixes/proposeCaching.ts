import type { Fix, RankedCause } from "../../model/diagnosis.ts";
import type { Known } from "../known.ts";
import { proposeLastResort } from "./proposeAsk.ts";

/** A stored 404 passes by itself; the rule that keeps it so long is what brings the next one, and comes second. */
export function proposeCaching(known: Known, top: RankedCause, waits: readonly Fix[]): readonly Fix[] {
  const rules = known.surroundings.cachingRules.map(
    ({ file, line }): Fix => ({
      kind: "edit-rewrite",
      title: `Let 404 be stored for seconds only, or not at all: ${file}:${line}`,
      confidence: top.confidence,
      verified: false,
      request: { method: known.request.method, url: known.request.url },
      edit: null,
    }),
  );
  const now = waits.length > 0 ? waits : proposeLastResort(known, top);
  return [...now, ...rules];
}
