import { needsConsent } from "../../../exchange/probes/policy.ts";
import type { ResolvedRequest } from "../../../model/request.ts";
import { findRoute } from "../../../routes/match/matchUrl.ts";
import { joinPath, parseTargetUri, type TargetUri } from "../../../targetUri.ts";
import type { Experiment, Known } from "../../known.ts";
import { isFound } from "../../responses/answers.ts";
import { findPrefix } from "../../servedPrefix.ts";
import { planServedDescription } from "../servedDescription.ts";
import { asSafe, varyPath } from "../vary.ts";

/** Probes of what other requests of the file show to be there: a route behind the same prefix, the thing that this path goes below, and anything that works. */
export function planSiblingPaths(known: Known): readonly Experiment[] {
  return [...planBehindPrefix(known), ...planAncestor(known), ...planWorking(known), ...planServedDescription(known)];
}

/** While nothing of this origin answered: the other request of the file that shares most of the path, as it is written. */
function planWorking(known: Known): readonly Experiment[] {
  const { target, siblings, results } = known;
  const shared = ({ url }: ResolvedRequest) => {
    const segments = parseTargetUri(url)?.segments ?? [];
    const differing = target.segments.findIndex((segment, index) => segment !== segments[index]);
    return differing < 0 ? target.segments.length : differing;
  };
  const usable = siblings.filter(
    (sibling) =>
      isPlain(sibling) &&
      !needsConsent(sibling) &&
      pathAt(target, parseTargetUri(sibling.url)).some((path) => path !== target.path),
  );
  const [best] = usable.toSorted((one, other) => shared(other) - shared(one));
  if (!best || results.some(({ probe }) => isFound(known, probe))) {
    return [];
  }
  return [
    {
      id: "working",
      role: "sibling",
      varies: "path",
      why: `another request of the file${best.name === null ? "" : `, "${best.name}"`}: it shows whether this host answers at all`,
      request: asSafe(best),
      tests: [],
      value: 0.42,
    },
  ];
}

/** A sibling that a written route would take, were it not for a prefix that this path has as well. */
function planBehindPrefix(known: Known): readonly Experiment[] {
  const { match, routes, target } = known;
  const shown = match.matched
    ? undefined
    : askedPaths(known).find((path) => path !== target.path && findPrefix(routes, target.segments, path) !== null);
  if (shown === undefined) {
    return [];
  }
  const prefix = findPrefix(routes, target.segments, shown);
  return [
    {
      id: `behind:${shown}`,
      role: "sibling",
      varies: "path",
      why: `another request of the file: it shows whether routes are served behind ${prefix}`,
      request: varyPath(asSafe(known.request), shown),
      tests: ["rewrite-mismatch/base-path"],
      value: 0.8,
    },
  ];
}

/** The path up to the identifier that this one goes below: it shows whether the thing itself is there. */
function planAncestor(known: Known): readonly Experiment[] {
  const { identifiers, target, routes } = known;
  const identifier = identifiers.at(-1);
  const first = identifier === undefined ? target.segments.length : identifier.segment + 1;
  const asked = new Set(askedPaths(known));
  for (let length = target.segments.length - 1; length >= first; length -= 1) {
    const path = joinPath(target.segments.slice(0, length));
    if (asked.has(path) || findRoute(routes, "GET", path)) {
      return [askAncestor(known, path)];
    }
  }
  return [];
}

function askAncestor(known: Known, path: string): Experiment {
  const { name, value } = known.identifiers.at(-1) ?? { name: "", value: "" };
  return {
    id: `ancestor:${path}`,
    role: "sibling",
    varies: "path",
    why: `the ${name} that this path goes below`,
    request: varyPath(asSafe(known.request), path),
    tests: ["stale-identifier/unknown-id"],
    value: 0.6,
    reading: {
      step: "existence",
      answers: "ancestor-answers",
      misses: null,
      claim: (status) =>
        `${path} answers ${status}: ${name} "${value}" is there, only what this path names below it is not.`,
      statement: (status) => `${path} answers ${status}: ${name} "${value}" is there.`,
    },
  };
}

function askedPaths({ siblings, target }: Known): readonly string[] {
  return siblings.flatMap((sibling) => (isPlain(sibling) ? pathAt(target, parseTargetUri(sibling.url)) : []));
}

function isPlain({ method, unresolved }: ResolvedRequest): boolean {
  return method === "GET" && unresolved.length === 0;
}

function pathAt(target: TargetUri, other: TargetUri | null): readonly string[] {
  return other?.origin === target.origin ? [other.path] : [];
}
