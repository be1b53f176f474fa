import { captureWeights } from "./capture.ts";
import { existenceWeights } from "./existence.ts";
import { lifecycleWeights } from "./lifecycle.ts";
import { rewriteWeights } from "./rewrites.ts";
import { routeWeights } from "./routes.ts";
import { scopeWeights } from "./scopes.ts";
import type { WeightTable } from "./weightTable.ts";

/** Every rule with what its observation weighs; the tables beside this file hold them by what is observed. */
export const weights = {
  ...captureWeights,
  ...routeWeights,
  ...existenceWeights,
  ...scopeWeights,
  ...rewriteWeights,
  ...lifecycleWeights,
} as const satisfies WeightTable;

/** The name of a rule in the weights table. */
export type RuleId = keyof typeof weights;

/** Whether observations of a rule speak for or against anything; the others are only facts to follow. */
export function weighsAnything(rule: RuleId): boolean {
  return Object.keys(weights[rule]).length > 0;
}
