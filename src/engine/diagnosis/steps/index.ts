import type { Known, StepReport } from "../known.ts";
import { examineCapture } from "./capture/capture.ts";
import { examineComparison } from "./comparison.ts";
import { examineExistence } from "./existence/existence.ts";
import { examineIdentifier } from "./identifier/identifier.ts";
import { examineMasking } from "./masking/masking.ts";
import { examineRouting } from "./routing/routing.ts";

/** The six steps in their order; each is a pure function of what is known. */
export const steps: readonly ((known: Known) => StepReport)[] = [
  examineCapture,
  examineExistence,
  examineIdentifier,
  examineRouting,
  examineMasking,
  examineComparison,
];
