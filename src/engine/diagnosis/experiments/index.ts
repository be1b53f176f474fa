import type { Experiment, Known } from "../known.ts";
import { planChecks } from "./checks.ts";
import { planControls } from "./controls.ts";
import { planExistence } from "./existence.ts";
import { planMasking } from "./masking.ts";
import { planMethods } from "./methods.ts";
import { planNearMisses } from "./nearMisses.ts";
import { planVariants } from "./variants.ts";

const planners: readonly ((known: Known) => readonly Experiment[])[] = [
  planMasking,
  planChecks,
  planControls,
  planNearMisses,
  planExistence,
  planMethods,
  planVariants,
];

/** Every experiment that makes sense with what is known now and was not sent yet. */
export function planExperiments(known: Known): readonly Experiment[] {
  const sent = new Set([
    wireOf(known),
    ...known.withheld.keys(),
    ...known.results.flatMap(({ experiment }) => [experiment.id, wireOf(experiment)]),
  ]);
  return planners
    .flatMap((plan) => plan(known))
    .filter(({ id, role, request }) => !sent.has(id) && (role === "repeat" || !sent.has(wireOf({ request }))));
}

/** What would go over the wire; two experiments that send the same are one. */
function wireOf({ request }: Pick<Experiment, "request">): string {
  return `${request.method} ${request.url} ${JSON.stringify(request.headers)}`;
}
