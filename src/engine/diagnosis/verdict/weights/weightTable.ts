import type { CauseKind } from "../causes.ts";

/**
 * What each rule's observation weighs for (above 0) or against (below 0) the kinds it concerns, as log-odds: the odds
 * of a kind are e to the sum of its weights. 2 makes a kind likely on its own, 4 nearly sure, -3 nearly rules it out.
 * Rules end in `-written` (read in the workspace), `-answers` and `-misses` (a probe showed it).
 */
export type WeightTable = Readonly<Record<string, Readonly<Partial<Record<CauseKind, number>>>>>;
