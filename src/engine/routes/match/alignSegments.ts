import type { TemplateSegment } from "./pathTemplate.ts";
import { compareSegments, decodeSegment, isIdentifier, isVersion, type SegmentDifference } from "./segmentLikeness.ts";

/** One step of an alignment of a URL's segments with a route's. */
export type Alignment =
  | { readonly kind: "same"; readonly url: number; readonly route: number }
  | { readonly kind: "differs"; readonly url: number; readonly route: number; readonly difference: SegmentDifference }
  | { readonly kind: "extra"; readonly url: number }
  | { readonly kind: "missing"; readonly route: number }
  | { readonly kind: "rest"; readonly from: number; readonly to: number; readonly route: number };

interface Cell {
  readonly cost: number;
  readonly step: Alignment | null;
  readonly before: Cell | null;
}

const GAP = 0.75;
const VERSION_GAP = 0.3;

/** The cheapest way to bring the segments of a URL and of a route into line, and what it costs. */
export function alignSegments(
  url: readonly string[],
  route: readonly TemplateSegment[],
  caseSensitive: boolean,
): { readonly steps: readonly Alignment[]; readonly cost: number } {
  const width = route.length + 1;
  const cells: Cell[] = [];
  for (let u = 0; u <= url.length; u++) {
    for (let r = 0; r <= route.length; r++) {
      cells.push(bestCell(cells, u, r, width, url, route, caseSensitive));
    }
  }
  const last = cells.at(-1);
  const steps: Alignment[] = [];
  for (let cell = last ?? null; cell?.step; cell = cell.before) steps.unshift(cell.step);
  return { steps, cost: last?.cost ?? 0 };
}

function bestCell(
  cells: readonly Cell[],
  u: number,
  r: number,
  width: number,
  url: readonly string[],
  route: readonly TemplateSegment[],
  caseSensitive: boolean,
): Cell {
  let best: Cell | null = null;
  const at = (i: number, j: number) => cells[i * width + j] ?? null;
  const add = (before: Cell | null, cost: number, step: Alignment) => {
    if (before !== null && (best === null || before.cost + cost < best.cost))
      best = { cost: before.cost + cost, step, before };
  };
  const segment = route[r - 1];
  const actual = url[u - 1];
  // Of two ways that cost the same, what is missing stands at the end.
  if (segment !== undefined) add(at(u, r - 1), missingCost(segment), { kind: "missing", route: r - 1 });
  if (segment !== undefined && actual !== undefined) {
    const difference = differenceOf(segment, actual, caseSensitive);
    const base = { url: u - 1, route: r - 1 };
    if (difference === null) add(at(u - 1, r - 1), likelihoodCost(segment, actual), { kind: "same", ...base });
    else add(at(u - 1, r - 1), difference.cost, { kind: "differs", ...base, difference });
  }
  if (segment?.kind === "rest") {
    for (let from = 0; from <= u; from++)
      add(at(from, r - 1), 0.02 * (u - from), { kind: "rest", from, to: u, route: r - 1 });
  }
  if (actual !== undefined)
    add(at(u - 1, r), isVersion(actual) ? VERSION_GAP : actual === "" ? 0.1 : GAP, { kind: "extra", url: u - 1 });
  return best ?? START;
}

const START: Cell = { cost: 0, step: null, before: null };

function missingCost(segment: TemplateSegment): number {
  if (segment.kind === "parameter" && segment.optional) return 0;
  return segment.kind === "static" && isVersion(segment.text) ? VERSION_GAP : GAP;
}

/** A parameter is likelier to stand for an identifier than for a word. */
function likelihoodCost(segment: TemplateSegment, actual: string): number {
  if (segment.kind !== "parameter") return 0;
  return isIdentifier(actual) ? 0 : isVersion(actual) ? 0.1 : 0.05;
}

function differenceOf(segment: TemplateSegment, actual: string, caseSensitive: boolean): SegmentDifference | null {
  if (segment.kind === "static") return compareSegments(segment.text, actual, caseSensitive);
  if (segment.kind === "rest") return null;
  if (actual === "") return { what: "constraint", cost: 0.5 };
  return segment.test === null || segment.test.test(decodeSegment(actual)) ? null : { what: "constraint", cost: 0.3 };
}

/**
 * How many parameters take a word only because a fixed segment before them is missing: `/groups/webhooks` is hardly meant for
 * `/groups/members/{name}`.
 */
export function strainOf(
  steps: readonly Alignment[],
  segments: readonly TemplateSegment[],
  url: readonly string[],
): number {
  let isBehindGap = false;
  let count = 0;
  for (const step of steps) {
    if (step.kind === "extra" || step.kind === "rest") continue;
    const segment = segments[step.route];
    if (step.kind === "missing") isBehindGap ||= segment?.kind === "static" && !isVersion(segment.text);
    else if (segment?.kind === "static") isBehindGap = false;
    else if (isBehindGap && step.kind === "same" && !isIdentifier(url[step.url] ?? "")) count++;
  }
  return count;
}
