import { findRoute } from "../../../routes/match/matchUrl.ts";
import { parseTargetUri } from "../../../targetUri.ts";
import { type Known, type Observation, resultsOf } from "../../known.ts";
import { baselineOf, isAlike, sortAnswer } from "../../responses/answers.ts";

/** Others of the same route that requests of the file ask for as well, where all of them miss alike: perhaps nothing is found here at all. */
export function observeMissedNeighbours(known: Known): readonly Observation[] {
  const baseline = baselineOf(known);
  const asked = new Set(known.siblings.map(({ url }) => url));
  const neighbours = resultsOf(known, "neighbour").filter(({ probe }) => asked.has(probe.url));
  const [first] = neighbours;
  const isListed = resultsOf(known, "collection").some(({ probe }) => sortAnswer(probe) === "answers");
  if (!first || !baseline || isListed || !neighbours.every(({ probe }) => isAlike(probe, baseline))) {
    return [];
  }
  const path = parseTargetUri(first.probe.url)?.path ?? "";
  const behind = known.surroundings.swallowedFailure;
  const why = behind
    ? `${behind.file}:${behind.line} finds nothing as well where the service that it asks fails`
    : "perhaps the lookup finds nothing at all here";
  return [
    {
      step: "existence",
      rule: behind ? "failure-perhaps-swallowed" : "neighbours-missed-alike",
      statement: `${path}, which another request of the file asks for, misses alike: ${why}.`,
      claim: null,
      probe: first.probe.id,
      location: behind,
    },
  ];
}

/** A collection that is routed, names no identifier, and misses in the very same words: then it is not the identifier that is not found. */
export function observeSharedMiss(known: Known): readonly Observation[] {
  const collection = resultsOf(known, "collection")[0]?.probe;
  const baseline = baselineOf(known);
  const path = parseTargetUri(collection?.url ?? "")?.path ?? "";
  const isPlain = known.identifiers.length === 1 && path !== "";
  const isRouted = isPlain && findRoute(known.routes, "GET", path) !== null && known.match.matched !== null;
  if (!collection || !baseline || !isRouted || sortAnswer(collection) !== "misses" || !isAlike(collection, baseline)) {
    return [];
  }
  return [
    {
      step: "existence",
      rule: "collection-missed-alike",
      statement: `${path}, which names no identifier, is routed too and gets the same answer: what both share is not found.`,
      claim: null,
      probe: collection.id,
      location: null,
    },
  ];
}
