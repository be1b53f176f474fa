import type { RankedCause } from "../../../model/diagnosis.ts";
import { readCollection } from "../../identifiers/collection.ts";
import { type Experiment, type Known, resultsOf } from "../../known.ts";
import { findMisser } from "../../responses/answers.ts";
import type { CauseKind } from "../../verdict/causes.ts";

/** How long after the first time the same request is asked again, in ms; most indexes and replicas have caught up by then. */
const visibleAfter = 1200;
const mostRepeats = 2;

/** The very same request once more, early where the collection lists already what the route does not find. */
export function planRepeat(known: Known): readonly Experiment[] {
  const identifier = known.identifiers.at(-1);
  const listing = resultsOf(known, "collection")[0];
  if (!identifier || !isRepeatable(known) || findMisser(known) === "router") {
    return [];
  }
  const text = listing?.probe.exchange.response?.text ?? "";
  const isListed = listing !== undefined && readCollection(text, identifier).values.includes(identifier.value);
  return isListed ? [toExperiment(known, 1, "the same request again: the collection lists it already", 1.5)] : [];
}

// What is concluded from misses alone falls when one of them was a matter of time or of the instance that answered.
const concludedFromMisses: ReadonlySet<string> = new Set<CauseKind>([
  "stale-identifier/unknown-id",
  "route-not-served/not-deployed",
  "route-drift/path-moved",
]);

/**
 * The same request at the end of an investigation, before a verdict that rests on misses alone: a moment later, for what was not visible
 * yet, and once more at once, because instances take turns and the first two may have fallen on the same one. Null when both were
 * asked, or when something better speaks for the verdict.
 */
export function planLastRepeat(known: Known, ranked: readonly RankedCause[]): Experiment | null {
  const [top] = ranked;
  const isOpen = !top || top.confidence < 0.5;
  // Where a route takes the path as it is, another spelling that answers may only have been asked later.
  const isLater = top?.cause === "route-drift" && known.match.matched !== null;
  if (!isRepeatable(known) || !(isOpen || isLater || concludedFromMisses.has(`${top.cause}/${top.kind}`))) {
    return null;
  }
  const sent = resultsOf(known, "repeat").length;
  const next = toExperiment(known, sent + 1, "the same request again, a moment later: misses may pass", 0.3);
  return sent < mostRepeats && !known.withheld.has(next.id) ? next : null;
}

function isRepeatable({ replay, request }: Known): boolean {
  return replay?.exchange.response !== undefined && replay.exchange.response !== null && request.method === "GET";
}

function toExperiment(known: Known, turn: number, why: string, value: number): Experiment {
  return {
    id: turn === 1 ? "repeat" : `repeat-${turn}`,
    role: "repeat",
    varies: "nothing",
    why,
    request: known.request,
    tests: ["lifecycle/not-yet-visible"],
    value,
    after: turn === 1 ? Math.max(0, visibleAfter - elapsed(known)) : 0,
    reading: {
      step: "existence",
      answers: "answers-later",
      misses: null,
      claim: (status) =>
        `Sent again a moment later, the same request answers ${status}: a replica, index or instance lags behind.`,
      statement: (status) => `The same request answers ${status} a moment later.`,
    },
  };
}

/** The ms from the first time the request was sent to the end of the last probe. */
function elapsed(known: Known): number {
  const first = known.replay?.exchange.hops[0];
  const last = known.results.at(-1)?.probe.exchange.hops.at(-1);
  return first && last ? last.startedAt + last.ms - first.startedAt : 0;
}
