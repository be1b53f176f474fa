import type { Link, RankedCause } from "../../model/diagnosis.ts";
import type { Known } from "../known.ts";

/** The lines around the routes that the leading cause is about: what hands the path on, and what writes the words of the answer. */
export function surroundingLinks({ surroundings }: Known, top: RankedCause | undefined): readonly Link[] {
  const { passing, words } = surroundings;
  const isPassed =
    top !== undefined && (top.kind.startsWith("proxy-") || top.kind === "rewrite-rule" || top.kind === "spa-fallback");
  const rules = isPassed ? passing.rules : [];
  const code = isPassed ? passing.code : [];
  const said = top?.cause === "lifecycle" ? words : [];
  return [
    ...rules.map(({ location, value }): Link => ({ ...location, role: "rewrite", label: `a rule for ${value}` })),
    ...code.map(({ location }): Link => ({ ...location, role: "rewrite", label: "hands requests on by their path" })),
    ...said.map(
      ({ location, field }): Link => ({ ...location, role: "reference", label: `${field}, which the answer names` }),
    ),
  ];
}
