import type { Evidence, RankedCause, Verdict } from "../../model/diagnosis.ts";
import type { Observation } from "../known.ts";
import { type CauseKind, splitCauseKind } from "./causes.ts";
import { ceilings } from "./weights/ceilings.ts";
import { weights } from "./weights/index.ts";

// The odds of "something else": what a single weight has to beat before a kind is believed.
const somethingElse = Math.exp(1.2);
const believedFrom = 0.5;
const mostConfident = 0.99;
const leastConfident = 0.01;

/** The observations as evidence, numbered `e1`, `e2` ... in their order. */
export function collectEvidence(observations: readonly Observation[]): readonly Evidence[] {
  return observations.map((observation, index) => ({
    id: `e${index + 1}`,
    step: observation.step,
    statement: observation.statement,
    weighs: weigh(observation).map(([id, weight]) => ({ ...splitCauseKind(id), weight })),
    probe: observation.probe,
    location: observation.location,
  }));
}

/** The kinds that any evidence speaks for, most likely first; confidence is between 0.01 and 0.99. */
export function rankCauses(observations: readonly Observation[]): readonly RankedCause[] {
  const sums = new Map<CauseKind, number>();
  const speakers = new Map<CauseKind, string[]>();
  for (const [index, observation] of observations.entries()) {
    for (const [id, weight] of weigh(observation)) {
      sums.set(id, (sums.get(id) ?? 0) + weight);
      if (weight > 0) {
        speakers.set(id, [...(speakers.get(id) ?? []), `e${index + 1}`]);
      }
    }
  }
  const spoken = [...sums].filter(([id]) => speakers.has(id));
  const total = spoken.reduce((sum, [, score]) => sum + Math.exp(score), somethingElse);
  return spoken
    .map(([id, score]) => ({
      ...splitCauseKind(id),
      confidence: Math.min(mostConfident, Math.round((Math.exp(score) / total) * 100) / 100),
      evidence: speakers.get(id) ?? [],
    }))
    .filter((cause) => cause.confidence >= leastConfident)
    .sort((one, other) => other.confidence - one.confidence);
}

/** The ranked causes, none surer than the proofs that its kind needs allow. */
export function limitCauses(
  ranked: readonly RankedCause[],
  observations: readonly Observation[],
): readonly RankedCause[] {
  const seen = new Set(observations.map(({ rule }) => rule));
  return ranked.map((cause) => {
    const ceiling = ceilings[`${cause.cause}/${cause.kind}` as CauseKind];
    const isProven = !ceiling || ceiling.needs.every((rules) => rules.some((rule) => seen.has(rule)));
    const { by = [], settledBy = [], most = 1 } = ceiling?.doubt ?? {};
    const isDoubted = by.some((rule) => seen.has(rule)) && !settledBy.some((rule) => seen.has(rule));
    const limit = Math.min(isProven ? 1 : ceiling.most, isDoubted ? most : 1);
    return { ...cause, confidence: Math.min(limit, cause.confidence) };
  });
}

/** The verdict on ranked causes: the sentence of the strongest proof, or what would decide when nothing is believed. */
export function judge(
  ranked: readonly RankedCause[],
  observations: readonly Observation[],
  undecided: string,
): Verdict {
  const top = ranked[0];
  if (!top || top.confidence < believedFrom) {
    return { cause: null, kind: null, confidence: top?.confidence ?? 0, summary: undecided };
  }
  const id = `${top.cause}/${top.kind}`;
  const speaking = observations
    .map((observation) => ({ observation, weight: weigh(observation).find(([kind]) => kind === id)?.[1] ?? 0 }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  const claim = speaking.find(({ observation }) => observation.claim !== null)?.observation.claim;
  const summary = claim ?? speaking[0]?.observation.statement ?? undecided;
  return { cause: top.cause, kind: top.kind, confidence: top.confidence, summary };
}

function weigh(observation: Observation): readonly (readonly [CauseKind, number])[] {
  return Object.entries(weights[observation.rule]) as [CauseKind, number][];
}
