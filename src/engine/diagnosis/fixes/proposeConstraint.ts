import type { Fix, RankedCause } from "../../model/diagnosis.ts";
import { decodeSegment } from "../../routes/match/segmentLikeness.ts";
import { findContradiction, findRefusedIdentifier } from "../identifiers/refusedIdentifier.ts";
import type { Known } from "../known.ts";

/** The constraint of the route made to take the identifier, where the collection lists what the route refuses. */
export function proposeConstraint(known: Known, top: RankedCause): readonly Fix[] {
  const refused = top.kind === "id-format" && findContradiction(known) !== null ? findRefusedIdentifier(known) : null;
  if (refused === null) {
    return [];
  }
  const { route, difference } = refused;
  return [
    {
      kind: "edit-route",
      title: `Let the route take "${decodeSegment(difference.actual)}": ${route.file}:${route.line} takes only ${difference.expected}`,
      confidence: top.confidence,
      verified: false,
      request: { method: known.request.method, url: known.request.url },
      edit: null,
    },
  ];
}
