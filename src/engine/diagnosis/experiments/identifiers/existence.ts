import type { ResolvedRequest } from "../../../model/request.ts";
import { findRoute } from "../../../routes/match/matchUrl.ts";
import { joinPath, parseTargetUri } from "../../../targetUri.ts";
import { readCollection } from "../../identifiers/collection.ts";
import { type Identifier, shapeOf } from "../../identifiers/identifiers.ts";
import { collectionOf } from "../../identifiers/landing.ts";
import { findRefusedIdentifier } from "../../identifiers/refusedIdentifier.ts";
import { findSplitIdentifier } from "../../identifiers/splitIdentifier.ts";
import { type Experiment, type Known, resultsOf } from "../../known.ts";
import { hasLivingRelative, isUnroutedForSure, sortAnswer } from "../../responses/answers.ts";
import { planRepeat } from "../controls/repeats.ts";
import { asSafe, varyMethod, varyPath } from "../vary.ts";
import { planArchived } from "./archived.ts";

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
  const isSplit = findSplitIdentifier(known) !== null;
  const isRefused = findRefusedIdentifier(known) !== null;
  return [
    {
      id: "collection",
      role: "collection",
      varies: "path",
      why: "the collection that should hold it",
      request: varyPath(varyMethod(known.request, "GET"), pathOfCollection(known, identifier)),
      tests: [
        "stale-identifier/unknown-id",
        ...(isSplit ? (["stale-identifier/id-encoding"] as const) : []),
        ...(isRefused ? (["stale-identifier/id-format"] as const) : []),
      ],
      value: isUnroutedForSure(known) && !isSplit && !isRefused ? 0.1 : 0.65,
    },
  ];
}

/** The path of the collection, with an end slash where only that form of it is routed, or where its route and the path asked for both have one. */
function pathOfCollection(known: Known, identifier: Identifier): string {
  const path = joinPath(collectionOf(known, identifier));
  const route = findRoute(known.routes, "GET", path);
  const isSlashed = route === null ? findRoute(known.routes, "GET", `${path}/`) !== null : route.path.endsWith("/");
  return isSlashed && (route === null || known.target.path.endsWith("/")) ? `${path}/` : path;
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
  return planRelative(known, value, known.target.segments.with(segment, value), source);
}

function planRelative(known: Known, name: string, segments: readonly string[], source: string): Experiment {
  return {
    id: `neighbour:${name}`,
    role: "neighbour",
    varies: "identifier",
    why: `a neighbour of the same route: ${source}`,
    request: varyPath(asSafe(known.request), joinPath(segments)),
    // One that answers is served whatever a condition in the workspace says.
    tests: [
      "stale-identifier/unknown-id",
      "route-not-served/not-deployed",
      ...(known.condition ? (["lifecycle/feature-off"] as const) : []),
    ],
    value: isUnroutedForSure(known) || hasLivingRelative(known) ? 0.1 : 0.62,
  };
}

/** Other requests of the file for the same route: those that ask for another last identifier first, then those that differ in more. */
function planSiblings(known: Known): readonly Experiment[] {
  const last = known.identifiers.at(-1);
  if (!last) {
    return [];
  }
  const distance = (segments: readonly string[]) =>
    segments.filter((text, index) => text !== known.target.segments[index]).length +
    (segments[last.segment] === last.value ? 1 : 0);
  const found = new Map(known.siblings.flatMap((sibling) => namePath(templateSegments(known, sibling))));
  return [...found]
    .toSorted(([, one], [, other]) => distance(one) - distance(other))
    .slice(0, mostNeighbours)
    .map(([, segments]) => {
      const isLastOnly = distance(segments) === 1;
      const name = isLastOnly ? (segments[last.segment] ?? "") : joinPath(segments);
      return planRelative(known, name, segments, "another request of the file asks for it");
    });
}

function namePath(segments: readonly string[] | null): readonly (readonly [string, readonly string[]])[] {
  return segments === null ? [] : [[joinPath(segments), segments]];
}

/** The segments of a sibling that asks the same origin for the same path with other identifiers; null when it does not. */
function templateSegments(known: Known, sibling: ResolvedRequest): readonly string[] | null {
  const target = parseTargetUri(sibling.url);
  if (!target || sibling.method !== "GET" || target.origin !== known.target.origin || sibling.unresolved.length > 0) {
    return null;
  }
  const variable = new Set(known.identifiers.map(({ segment }) => segment));
  const differing = target.segments.flatMap((text, index) => (text === known.target.segments[index] ? [] : [index]));
  const isSame =
    target.segments.length === known.target.segments.length &&
    differing.length > 0 &&
    differing.every((index) => variable.has(index) && mayIdentify(known, index, target.segments[index] ?? ""));
  return isSame ? target.segments : null;
}

/** Where the route is known its parameter takes any word; where it was guessed from shapes, only such a shape counts. */
function mayIdentify(known: Known, segment: number, value: string): boolean {
  return value !== "" && (shapeOf(value) !== null || (known.match.matched !== null && isParameter(known, segment)));
}

function isParameter({ match, target }: Known, segment: number): boolean {
  const pattern = match.matched?.path.split("/").slice(1) ?? [];
  return /^\{\w+\}$/.test(pattern[segment - (target.segments.length - pattern.length)] ?? "");
}
