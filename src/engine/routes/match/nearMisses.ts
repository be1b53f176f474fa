import type { Difference, NearMiss, Route } from "../../model/route.ts";
import { createAligner, type RouteAlignment } from "./alignAlike.ts";
import { type Alignment, strainOf } from "./alignSegments.ts";
import { type CompiledRoute, compileRoute, splitPath, type TemplateSegment } from "./pathTemplate.ts";
import { acceptsMethod, matchesPath } from "./routeAnswers.ts";
import { isVersion } from "./segmentLikeness.ts";
import { missEncoded, missSplit } from "./splitByDecoding.ts";
import { leadingRuns, missUnmounted } from "./unmounted.ts";

const MOST = 12;
const LEAST_SCORE = 0.4;

/** How far each kind of difference takes a URL from a route. */
const COSTS: Readonly<Record<Difference["what"], number>> = {
  slash: 0.1,
  case: 0.12,
  encoding: 0.15,
  version: 0.2,
  plural: 0.2,
  typo: 0.3,
  constraint: 0.3,
  prefix: 0.45,
  method: 0.5,
  "extra-segment": 0.75,
  "missing-segment": 0.75,
  segment: 1.1,
};

/**
 * The routes that a method and raw path nearly reach, best first, each with what differs. A route whose pattern takes
 * the path as it is stands here with no difference when a problem keeps requests from it, and with `method` when only that
 * differs. Routes of tests and routes that answer "not found" are left out, and so is `matched`. `runs` is given by those who ask
 * for the routes of a table in parts.
 */
export function findNearMisses(
  routes: readonly Route[],
  method: string,
  path: string,
  matched: Route | null,
  runs?: ReadonlySet<string>,
): readonly NearMiss[] {
  const search = createNearSearch(method, path, matched, () => runs ?? leadingRuns(routes));
  search.add(routes);
  return search.best();
}

/** A search that is given the routes of a table in parts, so that a host can let other work go on between them. */
export interface NearSearch {
  add(routes: readonly Route[]): void;
  /** What `findNearMisses` says of all routes that were added. */
  best(): readonly NearMiss[];
}

/** Starts a search; `runs` gives the leading runs of the whole table when they are needed. */
export function createNearSearch(
  method: string,
  path: string,
  matched: Route | null,
  runs: () => ReadonlySet<string>,
): NearSearch {
  const actual = splitPath(path);
  const aim: Aim = { method, path, actual, align: createAligner(actual), judged: new Map() };
  const found: Candidate[] = [];
  let served: ReadonlySet<string> | undefined;
  const candidateFor = (route: Route): Candidate | null => {
    const compiled = compileRoute(route);
    if (!route.problems.includes("not-registered") || !acceptsMethod(route, method)) return candidateOf(compiled, aim);
    served ??= runs();
    return known(missUnmounted(compiled, path, actual, served)) ?? candidateOf(compiled, aim);
  };
  return {
    add(routes) {
      for (const route of routes) {
        const candidate = route === matched || route.test || route.fallback ? null : candidateFor(route);
        if (candidate !== null && candidate.score >= LEAST_SCORE) found.push(candidate);
      }
    },
    best: () => best(found).map(({ miss }) => miss()),
  };
}

/** The nearest first and no more than are worth showing; what is only described, or broken, comes after its like. */
export function rankMisses(misses: readonly NearMiss[]): readonly NearMiss[] {
  return best(misses.map((miss) => ({ ...miss, size: miss.differs.length, miss }))).map(({ miss }) => miss);
}

/** A near miss of which only the rank is known yet; saying what differs takes longer, and few are shown. */
interface Candidate {
  readonly route: Route;
  readonly score: number;
  readonly size: number;
  readonly miss: () => NearMiss;
}

/** What routes are compared with, and what is known of alignments that several of them share. */
interface Aim {
  readonly method: string;
  readonly path: string;
  readonly actual: readonly string[];
  readonly align: (route: CompiledRoute) => RouteAlignment;
  readonly judged: Map<RouteAlignment, Judgement>;
}

/** What speaks for an alignment, and what its differences cost, those of slash and method aside. */
interface Judgement {
  readonly gained: number;
  readonly cost: number;
  readonly strain: number;
  readonly size: number;
}

function best<Ranked extends Pick<Candidate, "route" | "score" | "size">>(
  ranked: readonly Ranked[],
): readonly Ranked[] {
  const rank = ({ route }: Ranked) => (route.framework === "openapi" ? 1 : 0) + route.problems.length / 10;
  return ranked.toSorted((a, b) => b.score - a.score || rank(a) - rank(b) || a.size - b.size).slice(0, MOST);
}

/** Of the methods of a path, another one that writes is the likelier for one that writes. */
const WRITES = /^(?:POST|PUT|PATCH)$/;

function known(miss: NearMiss | null): Candidate | null {
  return miss === null ? null : { route: miss.route, score: miss.score, size: miss.differs.length, miss: () => miss };
}

function candidateOf(compiled: CompiledRoute, aim: Aim): Candidate | null {
  const { route, segments } = compiled;
  const { method, path, actual } = aim;
  const isSameMethod = acceptsMethod(route, method);
  const methods = (): Difference[] =>
    isSameMethod ? [] : [{ what: "method", expected: route.method, actual: method, segment: null }];
  if (matchesPath(route, path)) {
    const isBroad = segments.length > 0 && segments[0]?.kind === "rest";
    const isKin = WRITES.test(method) && WRITES.test(route.method);
    const score = isSameMethod ? 1 : isBroad ? 0.3 : isKin ? 0.91 : 0.9;
    return known({ route, differs: methods(), score, corrected: path });
  }
  const split = isSameMethod ? (missSplit(compiled, path) ?? missEncoded(compiled, path)) : null;
  if (split !== null) return known(split);
  if (!isWorthAligning(segments, actual)) return null;
  const alignment = aim.align(compiled);
  const { steps, cost } = alignment;
  const judged = aim.judged.get(alignment) ?? judge(alignment, segments, actual);
  aim.judged.set(alignment, judged);
  const slashes = slashDifference(route, path, steps);
  const size = judged.size + slashes.length;
  if (judged.gained < 0.6 || size === 0) return null;
  const total = judged.cost + slashes.length * COSTS.slash + (isSameMethod ? 0 : COSTS.method) + cost / 50;
  const score = Math.min(0.99, scoreOf(judged, total));
  const miss = (): NearMiss => ({
    route,
    differs: [...explain(steps, segments, actual), ...slashes, ...methods()],
    score,
    corrected: correct(steps, segments, actual, route, path),
  });
  return { route, score, size: size + (isSameMethod ? 0 : 1), miss };
}

function judge({ steps }: RouteAlignment, segments: readonly TemplateSegment[], actual: readonly string[]): Judgement {
  const differs = explain(steps, segments, actual);
  const cost = differs.reduce((sum, each) => sum + COSTS[each.what], 0);
  return { gained: gain(steps, segments), cost, strain: strainOf(steps, segments, actual), size: differs.length };
}

/** Strain puts a route behind others, and leaves none out. */
function scoreOf({ gained, strain }: Judgement, total: number): number {
  const plain = gained / (gained + 1.6 * total);
  const left = Math.max(0, gained - 0.3 * strain);
  return strain === 0 ? plain : Math.max(left / (left + 1.6 * (total + 0.4 * strain)), Math.min(plain, LEAST_SCORE));
}

function isWorthAligning(segments: readonly TemplateSegment[], actual: readonly string[]): boolean {
  if (actual.length > 40 || segments.length > 40) return false;
  const hasRest = segments.some((segment) => segment.kind === "rest");
  const optional = segments.filter((segment) => segment.kind === "parameter" && segment.optional).length;
  return hasRest || (actual.length - segments.length <= 3 && segments.length - optional - actual.length <= 3);
}

/** What speaks for the route: fixed segments that agree weigh most. */
function gain(steps: readonly Alignment[], segments: readonly TemplateSegment[]): number {
  let sum = 0;
  for (const step of steps) {
    if (step.kind === "same") sum += segments[step.route]?.kind === "static" ? 1 : 0.3;
    else if (step.kind === "differs" && step.difference.what !== "segment") {
      sum += step.difference.what === "constraint" ? 0.1 : step.difference.what === "version" ? 0.4 : 0.8;
    }
  }
  return sum;
}

function textOf(segment: TemplateSegment | undefined): string {
  return segment?.text ?? "";
}

function explain(
  steps: readonly Alignment[],
  segments: readonly TemplateSegment[],
  actual: readonly string[],
): Difference[] {
  const { prefix, rest } = splitPrefix(steps, segments, actual);
  const differs = prefix === null ? [] : [prefix];
  let position = steps.length - rest.length === 0 ? 0 : null;
  for (const step of rest) {
    position = "url" in step ? step.url : step.kind === "rest" ? step.from : position;
    const difference = explainStep(step, segments, actual, position);
    if (difference !== null) differs.push(difference);
    if (step.kind === "same" || step.kind === "differs" || step.kind === "extra") position = step.url + 1;
  }
  return differs;
}

function explainStep(
  step: Alignment,
  segments: readonly TemplateSegment[],
  actual: readonly string[],
  position: number | null,
): Difference | null {
  if (step.kind === "differs") {
    const expected = segments[step.route];
    const constraint = expected?.kind === "parameter" ? expected.constraint : null;
    const text = step.difference.what === "constraint" ? (constraint ?? textOf(expected)) : textOf(expected);
    return { what: step.difference.what, expected: text, actual: actual[step.url] ?? "", segment: step.url };
  }
  if (step.kind === "extra") {
    const text = actual[step.url] ?? "";
    const what = text === "" ? "slash" : isVersion(text) ? "version" : "extra-segment";
    return { what, expected: "", actual: text === "" ? "//" : text, segment: step.url };
  }
  if (step.kind !== "missing") return null;
  const expected = segments[step.route];
  if (expected?.kind === "parameter" && expected.optional) return null;
  const text = textOf(expected);
  return { what: isVersion(text) ? "version" : "missing-segment", expected: text, actual: "", segment: position };
}

/** Gaps and foreign segments at the very start, with agreement after them, are one difference: the prefix. */
function splitPrefix(
  steps: readonly Alignment[],
  segments: readonly TemplateSegment[],
  actual: readonly string[],
): { readonly prefix: Difference | null; readonly rest: readonly Alignment[] } {
  let count = 0;
  for (const step of steps) {
    if (step.kind === "same" || step.kind === "rest") break;
    if (step.kind === "differs" && step.difference.what !== "segment") break;
    if (step.kind === "extra" && actual[step.url] === "") break;
    count++;
  }
  const head = steps.slice(0, count);
  const rest = steps.slice(count);
  const agrees = rest.some((step) => step.kind === "same" && segments[step.route]?.kind === "static");
  const isOnlyVersion = head.length === 1 && isVersionGap(head[0], segments, actual);
  const isSwap = head.length === 1 && head[0]?.kind === "differs" && segments[head[0].route]?.kind !== "static";
  if (count === 0 || !agrees || isOnlyVersion || isSwap) return { prefix: null, rest: steps };
  const expected = head.flatMap((step) => ("route" in step ? [textOf(segments[step.route])] : []));
  const found = head.flatMap((step) => ("url" in step ? [actual[step.url] ?? ""] : []));
  const join = (parts: readonly string[]) => parts.map((part) => `/${part}`).join("");
  return { prefix: { what: "prefix", expected: join(expected), actual: join(found), segment: 0 }, rest };
}

function isVersionGap(
  step: Alignment | undefined,
  segments: readonly TemplateSegment[],
  actual: readonly string[],
): boolean {
  if (step?.kind === "extra") return isVersion(actual[step.url] ?? "");
  return step?.kind === "missing" && isVersion(textOf(segments[step.route]));
}

function slashDifference(route: Route, path: string, steps: readonly Alignment[]): Difference[] {
  if (!route.strictSlash || steps.at(-1)?.kind === "rest" || path === "/") return [];
  const expected = route.path.endsWith("/");
  if (expected === path.endsWith("/")) return [];
  return [{ what: "slash", expected: expected ? "/" : "", actual: expected ? "" : "/", segment: null }];
}

/** The route's own segments with the URL's identifiers in them. */
function correct(
  steps: readonly Alignment[],
  segments: readonly TemplateSegment[],
  actual: readonly string[],
  route: Route,
  path: string,
): string {
  const parts: string[] = [];
  for (const step of steps) {
    if (step.kind === "same") parts.push(actual[step.url] ?? "");
    else if (step.kind === "rest") parts.push(...actual.slice(step.from, step.to));
    else if (step.kind === "differs" || step.kind === "missing") {
      const segment = segments[step.route];
      if (step.kind === "missing" && segment?.kind === "parameter" && segment.optional) continue;
      parts.push(textOf(segment));
    }
  }
  const endsInSlash = route.strictSlash ? route.path.endsWith("/") : path.endsWith("/") && path !== "/";
  return `/${parts.join("/")}${endsInSlash && parts.length > 0 ? "/" : ""}`;
}
