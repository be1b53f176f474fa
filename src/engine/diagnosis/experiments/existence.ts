import type { ResolvedRequest } from "../../model/request.ts";
import { parseTargetUri } from "../../targetUri.ts";
import { readCollection } from "../identifiers/collection.ts";
import { shapeOf } from "../identifiers/identifiers.ts";
import { type Experiment, type Known, resultsOf } from "../known.ts";
import { hasLivingRelative, isUnroutedForSure, sortAnswer } from "../responses/answers.ts";
import { planArchived } from "./archived.ts";
import { planRepeat } from "./repeats.ts";
import { asSafe, joinPath, varyMethod, varyPath } from "./vary.ts";

const mostNeighbours = 2;

/** Probes of the collection, of neighbours that it lists, and of sibling requests that ask for another identifier. */
export function planExistence(known: Known): readonly Experiment[] {
  return [
    ...planCollection(known),
    ...planNeighbours(known),
    ...planSiblings(known),
    ...planArchived(known),
    ...planRepeat(known),
  ];
}

function planCollection(known: Known): readonly Experiment[] {
  const identifier = known.identifiers.at(-1);
  if (!identifier || identifier.segment === 0) {
    return [];
  }
  return [
    {
      id: "collection",
      role: "collection",
      varies: "path",
      why: "the collection that should hold it",
      request: varyPath(varyMethod(known.request, "GET"), joinPath(known.target.segments.slice(0, identifier.segment))),
      tests: ["stale-identifier/unknown-id"],
      value: isUnroutedForSure(known) ? 0.1 : 0.65,
    },
  ];
}

function planNeighbours(known: Known): readonly Experiment[] {
  const identifier = known.identifiers.at(-1);
  const collection = resultsOf(known, "collection")[0];
  if (!identifier || !collection || sortAnswer(collection.probe) !== "answers") {
    return [];
  }
  const listed = readCollection(collection.probe.exchange.response?.text ?? "", identifier);
  return listed.values
    .filter((value) => value !== identifier.value)
    .slice(0, mostNeighbours)
    .map((value) => planNeighbour(known, identifier.segment, encodeURIComponent(value), "the collection lists it"));
}

function planNeighbour(known: Known, segment: number, value: string, source: string): Experiment {
  return {
    id: `neighbour:${value}`,
    role: "neighbour",
    varies: "identifier",
    why: `a neighbour of the same route: ${source}`,
    request: varyPath(asSafe(known.request), joinPath(known.target.segments.with(segment, value))),
    tests: ["stale-identifier/unknown-id"],
    value: isUnroutedForSure(known) || hasLivingRelative(known) ? 0.1 : 0.62,
  };
}

function planSiblings(known: Known): readonly Experiment[] {
  const identifier = known.identifiers.at(-1);
  if (!identifier) {
    return [];
  }
  const values = known.siblings.flatMap((sibling) => siblingValue(known, sibling, identifier.segment) ?? []);
  return [...new Set(values)]
    .slice(0, mostNeighbours)
    .map((value) => planNeighbour(known, identifier.segment, value, "another request of the file asks for it"));
}

/** The identifier of a sibling that asks the same origin for the same path but for that one segment. */
export function siblingValue(known: Known, sibling: ResolvedRequest, segment: number): string | null {
  const target = parseTargetUri(sibling.url);
  if (!target || sibling.method !== "GET" || target.origin !== known.target.origin || sibling.unresolved.length > 0) {
    return null;
  }
  const isSame =
    target.segments.length === known.target.segments.length &&
    target.segments.every((text, index) => index === segment || text === known.target.segments[index]);
  const value = target.segments[segment];
  return isSame && value !== undefined && value !== known.target.segments[segment] && shapeOf(value) !== null
    ? value
    : null;
}
