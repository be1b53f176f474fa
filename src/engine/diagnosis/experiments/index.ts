import type { Experiment, Known } from "../known.ts";
import { planControls } from "./controls.ts";
import { planExistence } from "./existence.ts";
import { planMethods } from "./methods.ts";
import { planNearMisses } from "./nearMisses.ts";

const planners: readonly ((known: Known) => readonly Experiment[])[] = [
  planControls,
  planNearMisses,
  planExistence,
  planMethods,
];

/** Every experiment that makes sense with what is known now and was not sent yet. */
export function planExperiments(known: Known): readonly Experiment[] {
  const sent = new Set(known.results.map((result) => result.experiment.id));
  return planners.flatMap((plan) => plan(known)).filter((experiment) => !sent.has(experiment.id));
}
