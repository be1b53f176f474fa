import type { StepId } from "../../model/diagnosis.ts";
import type { Known, Observation } from "../known.ts";
import { isDeaf, isFound, isRouted, sortAnswer } from "../responses/answers.ts";

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
    if (isDeaf(known, experiment.id)) {
      return [];
    }
    if (isFound(known, probe) || (isOfPath && isRouted(known, probe))) {
      return [{ ...common, rule: reading.answers, claim: reading.claim(status) }];
    }
    return answer === "misses" && reading.misses ? [{ ...common, rule: reading.misses, claim: null }] : [];
  });
}
