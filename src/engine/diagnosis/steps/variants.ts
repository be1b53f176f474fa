import type { Probe, StepId } from "../../model/diagnosis.ts";
import type { Known, Observation } from "../known.ts";
import { isAlike, isFound, isRouted, sortAnswer } from "../responses/answers.ts";

/** Whether a control of the variant's own, where one was sent, got the same answer. */
function isEverywhere(known: Known, id: string, probe: Probe): boolean {
  return known.results.some((other) => other.experiment.id === `control:${id}` && isAlike(other.probe, probe));
}

/** What the variants say that one step reads: an answer that is not the failing one speaks for the variant's kind. */
export function observeVariants(known: Known, step: StepId): readonly Observation[] {
  return known.results.flatMap(({ experiment, probe }): readonly Observation[] => {
    const { reading } = experiment;
    const status = probe.exchange.response?.status;
    if (reading?.step !== step || status === undefined) {
      return [];
    }
    const common = { step, statement: reading.statement(status), probe: probe.id, location: reading.location ?? null };
    const answer = sortAnswer(probe);
    const isOfPath = /^(?:path|prefix|slash|case|encoding|version)$/.test(experiment.varies);
    if (isEverywhere(known, experiment.id, probe)) {
      return [];
    }
    if (isFound(known, probe) || (isOfPath && isRouted(known, probe))) {
      return [{ ...common, rule: reading.answers, claim: reading.claim(status) }];
    }
    return answer === "misses" && reading.misses ? [{ ...common, rule: reading.misses, claim: null }] : [];
  });
}
