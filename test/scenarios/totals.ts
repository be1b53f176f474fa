import type { Result } from "./runScenario.ts";

/** The confidence of verdicts against how many of them are right, in one bin. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly confidence: number;
  readonly right: number;
}

/** What the suite is judged by; rates are between 0 and 1, `calibrationError` is the expected calibration error. */
export interface Totals {
  readonly scenarios: number;
  readonly outcome: number;
  readonly cause: number;
  readonly kind: number;
  readonly link: number;
  readonly fix: number;
  readonly verified: number;
  readonly probes: { readonly median: number; readonly max: number };
  readonly ms: { readonly median: number; readonly max: number };
  readonly unsafe: number;
  readonly credentialsElsewhere: number;
  readonly unlisted: number;
  readonly bins: readonly Bin[];
  readonly calibrationError: number;
}

const EDGES = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.001];

/** Adds the results up. */
export function addUp(results: readonly Result[]): Totals {
  const bins = makeBins(results);
  const judged = bins.reduce((sum, bin) => sum + bin.count, 0);
  return {
    scenarios: results.length,
    outcome: rate(results.map(({ comparison }) => comparison.outcome)),
    cause: rate(results.map(({ comparison }) => comparison.cause)),
    kind: rate(results.map(({ comparison }) => comparison.kind)),
    link: rate(results.map(({ comparison }) => comparison.link)),
    fix: rate(results.map(({ comparison }) => comparison.fix)),
    verified: rate(results.map(({ comparison }) => comparison.verified)),
    probes: spread(results.map(({ run }) => run.document?.probes.length ?? 0)),
    ms: spread(results.map(({ run }) => run.ms)),
    unsafe: count(results.map(({ conduct }) => conduct.unsafe.length)),
    credentialsElsewhere: count(results.map(({ conduct }) => conduct.credentialsElsewhere.length)),
    unlisted: count(results.map(({ conduct }) => conduct.unlisted.length)),
    bins,
    calibrationError: count(bins.map((bin) => bin.count * Math.abs(bin.confidence - bin.right))) / Math.max(1, judged),
  };
}

/** Inconclusive verdicts claim nothing, so they are in no bin. */
function makeBins(results: readonly Result[]): readonly Bin[] {
  const claims = results.flatMap(({ run, comparison }) =>
    run.document !== null && run.document.verdict.kind !== null
      ? [{ confidence: run.document.verdict.confidence, right: comparison.kind }]
      : [],
  );
  return EDGES.slice(0, -1).flatMap((from, index) => {
    const to = EDGES[index + 1] ?? 1;
    const inside = claims.filter(({ confidence }) => confidence >= from && confidence < to);
    const confidence = count(inside.map((claim) => claim.confidence)) / inside.length;
    return inside.length === 0
      ? []
      : [
          {
            from,
            to: Math.min(to, 1),
            count: inside.length,
            confidence,
            right: rate(inside.map(({ right }) => right)),
          },
        ];
  });
}

function rate(values: readonly (boolean | null)[]): number {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? 1 : known.filter(Boolean).length / known.length;
}

function count(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function spread(values: readonly number[]): { readonly median: number; readonly max: number } {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, max: sorted.at(-1) ?? 0 };
}
