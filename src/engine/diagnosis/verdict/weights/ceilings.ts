import type { CauseKind } from "../causes.ts";
import type { RuleId } from "./index.ts";

/**
 * The most a kind's confidence may be as long as one of the `needs` is not met; each is met by any one of its rules. `doubted` is the most
 * it may be where one of the rules `by` was seen, unless one of those that settle it was too.
 */
export interface Ceiling {
  readonly most: number;
  readonly needs: readonly (readonly RuleId[])[];
  readonly doubt?: { readonly most: number; readonly by: readonly RuleId[]; readonly settledBy: readonly RuleId[] };
}

/**
 * The kinds that weights alone would make too sure of: that a thing exists nowhere is nearly certain only where another one answers
 * on the same route and one that surely does not exist is missed alike, or where a configured check says so.
 A slug is renamed where something says that the one became the other; words that they share do not.
 */
export const ceilings: Readonly<Partial<Record<CauseKind, Ceiling>>> = {
  "stale-identifier/unknown-id": {
    most: 0.9,
    needs: [
      ["neighbour-answers", "check-lacks-it"],
      ["like-unknown-identifier", "check-lacks-it"],
    ],
    // Where a handler answers the caller's own records only, all that shows an unknown identifier shows somebody else's as well; and what data holds
    // may be left out, or kept elsewhere.
    doubt: {
      most: 0.7,
      by: [
        "owner-filter-written",
        "record-held-written",
        "neighbours-missed-alike",
        "host-scope-open",
        "parent-has-such",
      ],
      settledBy: ["check-lacks-it", "owner-misses"],
    },
  },
  "stale-identifier/renamed-slug": {
    most: 0.49,
    needs: [["similar-slug-answers", "replaced-answers", "successor-answers"]],
  },
};
