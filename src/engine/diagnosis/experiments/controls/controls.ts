import type { Probe } from "../../../model/diagnosis.ts";
import { findRoute } from "../../../routes/match/matchUrl.ts";
import { joinPath } from "../../../targetUri.ts";
import { isResourceWord, makeUnknownIdentifier } from "../../identifiers/identifiers.ts";
import { type Experiment, type Known, resultsOf } from "../../known.ts";
import { baselineOf, isAlike, isUnroutedForSure } from "../../responses/answers.ts";
import { isGatewayMiss } from "../../responses/gatewayMiss.ts";
import { isOpenEnded } from "../../responses/upstreamMatch.ts";
import { asSafe, varyPath } from "../vary.ts";

/** The controls: a path that surely does not exist (C0), and this route with an identifier that surely does not (C1). */
export function planControls(known: Known): readonly Experiment[] {
  const controls = [planPathControl(known)];
  const path = unknownPath(known);
  if (path !== null) {
    controls.push({
      id: "control-identifier",
      role: "control-identifier",
      varies: "identifier",
      why: "the same route with an identifier that names nothing: what a missing resource looks like here",
      request: varyPath(asSafe(known.request), path),
      // What is said of every identifier says nothing of this one.
      tests: ["stale-identifier/unknown-id", "lifecycle/deleted", "lifecycle/archived"],
      value: isUnroutedForSure(known) ? 0.1 : 0.6,
    });
  }
  return [...planTwin(known), ...controls, ...planControlBelow(known)];
}

function planPathControl(known: Known): Experiment {
  return {
    id: "control-path",
    role: "control-path",
    varies: "path",
    why: "a path that does not exist: what a missing route looks like here",
    request: varyPath(asSafe(known.request), strayPath(known)),
    tests: [],
    value: 2,
  };
}

/**
 * The same control one segment deeper, where the first one was answered otherwise and no route is known: a front may pass on
 * only what starts with this segment, and then the first control never came to the application.
 */
function planControlBelow(known: Known): readonly Experiment[] {
  const { segments } = known.target;
  const baseline = baselineOf(known);
  const above = resultsOf(known, "control-path")[0]?.probe;
  const replaced = Math.max(0, segments.findIndex(isResourceWord));
  const isAnsweredOtherwise = baseline && above && !isAlike(baseline, above);
  const isOpen = known.match.matched === null || (isAnsweredOtherwise && isOtherLayer(baseline, above));
  if (!isAnsweredOtherwise || !isOpen || segments.length < replaced + 2) {
    return [];
  }
  return [
    {
      id: "control-below",
      role: "control-below",
      varies: "path",
      why: `a path below ${joinPath(segments.slice(0, replaced + 1))} that does not exist: what a missing route looks like there`,
      request: varyPath(asSafe(known.request), strayBelow(known, segments.slice(0, replaced + 1))),
      tests: ["stale-identifier/unknown-id"],
      value: 0.5,
    },
  ];
}

const mostStray = 6;

/** A path below the segments that no route of the workspace takes: a route with parameters takes made-up words as well. */
function strayBelow(known: Known, lead: readonly string[]): string {
  const strays = [strayName(known), strayName(known)];
  const path = () => joinPath([...lead, ...strays]);
  while (strays.length < mostStray && findRoute(known.routes, "GET", path()) !== null) {
    strays.push(strayName(known));
  }
  return path();
}

/** Whether the fields that a server or framework sets by itself differ: then somebody else answered. */
function isOtherLayer(one: Probe, other: Probe): boolean {
  const sign = ({ exchange }: Probe) =>
    (exchange.response?.headers ?? [])
      .filter(([name]) => /^(?:server|via|x-powered-by|x-request-id|content-type)$/i.test(name))
      .map(
        ([name, value]) =>
          `${name.toLowerCase()}: ${name.toLowerCase() === "x-request-id" ? "" : value.replace(/;.*$/, "")}`,
      )
      .sort()
      .join();
  return sign(one) !== sign(other);
}

/** The path with an identifier that surely names nothing; null when the path holds none. */
export function unknownPath(known: Known): string | null {
  const identifier = known.identifiers.at(-1);
  if (!identifier) {
    return null;
  }
  const unknown = makeUnknownIdentifier(identifier.shape, nonceOf(known));
  const format = /\.[a-z]{2,5}$/i.exec(identifier.value)?.[0] ?? "";
  return joinPath(known.target.segments.with(identifier.segment, unknown + format));
}

/**
 * A path that surely does not exist. Leading segments that only lead to resources are kept, so that a catch-all mounted there answers it too; where
 * the workspace takes any word in the place of the next one (`/{region}/orders`), a word is replaced that it does not.
 */
export function strayPath(known: Known): string {
  const { segments } = known.target;
  // The first word may be the stage of a gateway, which answers otherwise where it has none.
  const lead = isGatewayMiss(known) ? Math.min(1, segments.length - 1) : 0;
  const resource = Math.max(
    lead,
    segments.findIndex((word, index) => index >= lead && isResourceWord(word)),
  );
  const stray = strayName(known);
  if (segments.length === 0) {
    return joinPath([stray]);
  }
  const paths = [resource, ...segments.keys()].map((index) => joinPath(segments.with(index, stray)));
  return paths.find((path) => !isTaken(known, path)) ?? paths[0] ?? joinPath([stray]);
}

/** Whether the route that takes the failing path takes this one as well; what takes everything says nothing. */
function isTaken({ routes, match: { matched } }: Known, path: string): boolean {
  return matched !== null && !isOpenEnded(matched) && findRoute(routes, "GET", path) === matched;
}

function planTwin(known: Known): readonly Experiment[] {
  if (["GET", "HEAD"].includes(known.request.method)) {
    return known.request.method === "HEAD" ? [planHeadTwin(known)] : [];
  }
  return [
    {
      id: "twin",
      role: "twin",
      varies: "method",
      why: `the same path by GET: what can be compared without repeating the ${known.request.method}`,
      request: asSafe(known.request),
      tests: ["method-mismatch/wrong-method"],
      value: 3,
    },
  ];
}

function planHeadTwin(known: Known): Experiment {
  return {
    id: "twin",
    role: "twin",
    varies: "method",
    why: "the same path by GET: HEAD alone proves nothing",
    request: { ...known.request, method: "GET" },
    tests: ["method-mismatch/head-not-routed"],
    value: 4,
  };
}

/** A word that surely names nothing here. */
export function strayName(known: Known): string {
  return `no-such-path-${nonceOf(known)}`;
}

// Derived from the target, so that one investigation sends the same controls each time it is repeated.
function nonceOf(known: Known): number {
  let sum = 0;
  for (const char of known.target.path) {
    sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  }
  return sum;
}
