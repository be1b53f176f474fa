import type { Probe } from "../../model/diagnosis.ts";
import { inTurns } from "../../turns.ts";
import type { Experiment, Known, Role } from "../known.ts";
import { isFound, variesQuery } from "../responses/answers.ts";
import { planChecks } from "./checks.ts";
import { planControls } from "./controls/controls.ts";
import { planDeafControls } from "./controls/deafControls.ts";
import { planTakerControl } from "./controls/takerControl.ts";
import { planExistence } from "./identifiers/existence.ts";
import { planPlaceholder } from "./identifiers/placeholder.ts";
import { planSiblingPaths } from "./identifiers/siblings.ts";
import { mayAct } from "./mayAct.ts";
import { planMethods } from "./methods.ts";
import { planNearMisses } from "./nearMisses.ts";
import { planRouterMates } from "./routerMates.ts";
import { planMasking } from "./scopes/masking.ts";
import { planServices } from "./services.ts";
import { planStartRoute } from "./startRoute.ts";
import { planVariants } from "./variants.ts";

const planners: readonly ((known: Known) => readonly Experiment[])[] = [
  planMasking,
  planChecks,
  planControls,
  planTakerControl,
  planPlaceholder,
  planNearMisses,
  planExistence,
  planMethods,
  planDeafControls,
  planVariants,
  planSiblingPaths,
  planRouterMates,
  planStartRoute,
  planServices,
];

/**
 * Every experiment that makes sense with what is known now, does nothing but read, and was not sent yet. One that would send what another has sent stays
 * only where the answer has something to tell it that nobody has read yet.
 */
export async function planExperiments(known: Known): Promise<readonly Experiment[]> {
  const planned: Experiment[] = [];
  for await (const plan of inTurns(planners)) {
    planned.push(...plan(known));
  }
  const done = new Set([...known.withheld.keys(), ...known.results.map(({ experiment }) => experiment.id)]);
  return planned.filter(
    (experiment) =>
      !done.has(experiment.id) &&
      !passesCache(known, experiment) &&
      !mayAct(known, experiment) &&
      (experiment.role === "repeat" || isUnread(known, experiment)),
  );
}

/** Another query passes a cache that stored the failing answer, and proves nothing until the cache itself was asked past in vain. */
function passesCache(known: Known, experiment: Experiment): boolean {
  const fresh = known.results.find(({ experiment: { id } }) => id === "fresh");
  const isShown = fresh !== undefined && !isFound(known, fresh.probe);
  return known.facts?.cache.stored === "yes" && !isShown && variesQuery(known, experiment);
}

function isUnread(known: Known, experiment: Experiment): boolean {
  const wire = wireOf(experiment);
  if (wire === wireOf(known)) {
    return false;
  }
  const same = known.results.filter((result) => wireOf(result.experiment) === wire);
  const isAskedAs = (role: Role) => same.every(({ experiment: one }) => !one.reading && one.role === role);
  return (
    same.length === 0 ||
    (experiment.reading !== undefined && isAskedAs("neighbour")) ||
    (experiment.role === "collection" && isAskedAs("mate"))
  );
}

/** The answer to what an experiment would send, where another has sent it; null where nobody has. */
export function findAsked(known: Known, experiment: Experiment): Probe | null {
  const wire = wireOf(experiment);
  const same =
    experiment.role === "repeat" ? undefined : known.results.find((result) => wireOf(result.experiment) === wire);
  return same?.probe ?? null;
}

/** What would go over the wire; two experiments that send the same are one. */
function wireOf({ request }: Pick<Experiment, "request">): string {
  return `${request.method} ${request.url} ${JSON.stringify(request.headers)}`;
}
