import type { Route } from "../../../model/route.ts";
import { joinPath, splitPath } from "../../../targetUri.ts";
import { type Experiment, type Known, resultsOf } from "../../known.ts";
import { baselineOf, findMisser, isAlike } from "../../responses/answers.ts";
import { hasMiss } from "../../workspace/handlers/handlerMisses.ts";
import { asSafe, varyPath } from "../vary.ts";
import { strayName } from "./controls.ts";

/** A route that would take the path as well, with a parameter where the matched route has a fixed word. */
export interface Taker {
  readonly route: Route;
  readonly word: string;
  /** 0-based index of the word in the path. */
  readonly segment: number;
}

/** The routes that have a parameter in the place of a fixed word of the matched one, for each such word. */
export function listTakers({ match: { matched, near }, target }: Known): readonly Taker[] {
  if (matched === null || matched.path.includes("{")) {
    return [];
  }
  const written = near.filter(({ differs }) => differs.length === 0).map(({ route }) => route);
  return written.flatMap((route) =>
    splitPath(route.path).flatMap((part, segment) => {
      const word = target.segments[segment];
      return word !== undefined && /^\{\w+\}$/.test(part) ? [{ route, word, segment }] : [];
    }),
  );
}

/** The control of such a route: an identifier of it that names nothing, where some handler missed and neither the one written for this path nor what stands before it has a way to. */
export function planTakerControl(known: Known): readonly Experiment[] {
  const [taker] = listTakers(known);
  const { handler, gate, condition } = known;
  const isSilent = handler !== null && !hasMiss(handler) && gate === null && condition === null;
  if (!taker || !isSilent || findMisser(known) !== "handler") {
    return [];
  }
  return [
    {
      id: "control-taker",
      role: "control-taker",
      varies: "identifier",
      why: `${taker.route.path} with an identifier that names nothing: whether that route took "${taker.word}" for one`,
      request: varyPath(asSafe(known.request), joinPath(known.target.segments.with(taker.segment, strayName(known)))),
      tests: ["route-not-served/not-deployed", "stale-identifier/unknown-id"],
      value: 0.8,
    },
  ];
}

/** The route that misses what names nothing just as it missed the fixed word; null where that was not asked, or is answered otherwise. */
export function findLikelyTaker(known: Known): Taker | null {
  const [control] = resultsOf(known, "control-taker");
  const baseline = baselineOf(known);
  const [taker] = listTakers(known);
  return taker && control && baseline && isAlike(control.probe, baseline) ? taker : null;
}
