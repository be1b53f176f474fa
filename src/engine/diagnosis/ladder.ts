import type { RankedCause } from "../model/diagnosis.ts";
import { inTurns } from "../turns.ts";
import { planLastRepeat } from "./experiments/controls/repeats.ts";
import { planExperiments } from "./experiments/index.ts";
import { type Experiment, type Known, type Observation, resultsOf } from "./known.ts";
import { steps } from "./steps/index.ts";
import { rankCauses } from "./verdict/judge.ts";

const clearFrom = 0.95;
const worthSending = 0.3;
const mustSendFrom = 0.6;

/** Everything the six steps see in what is known now. */
async function observe(known: Known): Promise<readonly Observation[]> {
  const observations: Observation[] = [];
  for await (const examine of inTurns(steps)) {
    observations.push(...examine(known).observations);
  }
  return observations;
}

/**
 * The experiment that best separates the leading hypotheses now, or null when the verdict is clear or nothing is left
 * that is worth sending; a verdict that rests on misses alone is asked for once more before. Its worth is its own value plus the confidence of the kinds that it tests.
 * Other work of the thread has its turn meanwhile.
 */
export async function chooseExperiment(known: Known): Promise<Experiment | null> {
  const ranked = rankCauses(await observe(known));
  const open = (await planExperiments(known)).map((experiment) => ({ experiment, worth: worthOf(experiment, ranked) }));
  const [best] = open.sort((one, other) => other.worth - one.worth);
  if (!best || best.worth < worthSending || isClear(known, ranked, best)) {
    return planLastRepeat(known, ranked);
  }
  return best.experiment;
}

function worthOf(experiment: Experiment, ranked: readonly RankedCause[]): number {
  const tested = ranked.filter((cause) => experiment.tests.some((id) => id === `${cause.cause}/${cause.kind}`));
  return experiment.value + tested.reduce((sum, cause) => sum + cause.confidence, 0);
}

/** Clear means believed, checked by the path control, and no open experiment of weight still tests the leading kind. */
function isClear(known: Known, ranked: readonly RankedCause[], best: { experiment: Experiment }): boolean {
  const [top] = ranked;
  if (!top || top.confidence < clearFrom || resultsOf(known, "control-path").length === 0) {
    return false;
  }
  const leading = `${top.cause}/${top.kind}`;
  const isUntested = !known.results.some((result) => result.experiment.tests.some((id) => id === leading));
  const isTesting = best.experiment.tests.some((id) => id === leading);
  // An experiment that is worth sending for its own sake may still show a better reason for the very same answer.
  return !(isTesting && (isUntested || best.experiment.value >= mustSendFrom));
}
