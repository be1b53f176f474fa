import { isVersion } from "../../routes/match/segmentLikeness.ts";
import { splitPath } from "../../targetUri.ts";
import type { Experiment, Known } from "../known.ts";
import { planClueVariants } from "./clueVariants.ts";
import { planEntrypoints } from "./entrypoints.ts";
import { planIdentityVariants } from "./identityVariants.ts";
import { planKeptQuery } from "./keptQuery.ts";
import { planKnownPaths } from "./knownPaths.ts";
import { planLostJoin } from "./lostJoin.ts";
import { planPages } from "./pages.ts";
import { planPastVariants } from "./pastVariants.ts";
import { planPathVariants } from "./pathVariants.ts";
import { planPrefixLiterals } from "./prefixLiterals.ts";
import { planProxyVariants } from "./proxyVariants.ts";
import { planRelatives } from "./relatives.ts";
import { planReplacedPrefix } from "./replacedPrefix.ts";
import { planScopeVariants } from "./scopeVariants.ts";
import { planSelectorVariants } from "./selectorVariants.ts";
import { planSlashedValues } from "./slashedValues.ts";
import { asSafe, joinPath, varyPath } from "./vary.ts";

/** Probes that need no route table: each sets one suspicious coordinate of the request right and asks again. */
export function planVariants(known: Known): readonly Experiment[] {
  return [
    ...planKeptQuery(known),
    ...planLostJoin(known),
    ...planReplacedPrefix(known),
    ...planPathVariants(known),
    ...planSlashedValues(known),
    ...planProxyVariants(known),
    ...planClueVariants(known),
    ...planEntrypoints(known),
    ...planPrefixLiterals(known),
    ...planPastVariants(known),
    ...planVersions(known),
    ...planSelectorVariants(known),
    ...planScopeVariants(known),
    ...planIdentityVariants(known),
    ...planRelatives(known),
    ...planKnownPaths(known),
    ...planPages(known),
  ];
}

/** The versions next to the one that is asked, where the route table names none, or lets any be asked for. */
function planVersions(known: Known): readonly Experiment[] {
  const { segments } = known.target;
  const index = segments.findIndex((segment) => /^v\d+$/i.test(segment));
  const asked = segments[index];
  const { matched } = known.match;
  // A route that takes any version as a parameter says nothing of which one is served.
  const isTaken = matched !== null && !splitPath(matched.path)[index]?.startsWith("{");
  const isNamed = isTaken || known.match.near.some(({ differs }) => differs[0]?.what === "version");
  if (asked === undefined || isNamed || !isVersion(asked)) {
    return [];
  }
  const number = Number(asked.slice(1));
  const neighbours = [number - 1, number + 1]
    .filter((version) => version > 0)
    .map((version) => `${asked[0]}${version}`);
  return neighbours.map((version, rank) => ({
    id: `version:${version}`,
    role: "variant",
    varies: "version",
    why: `the version next to ${asked}`,
    request: varyPath(asSafe(known.request), joinPath(segments.with(index, version))),
    tests: ["route-drift/version-moved"],
    value: 0.5 - rank / 20,
    reading: {
      step: "routing",
      answers: "version-answers",
      misses: null,
      claim: (status) =>
        `This path is served under ${version}, not ${asked}: the same request to ${version} answers ${status}.`,
      statement: (status) => `Under ${version} it answers ${status}: only the version was changed.`,
    },
  }));
}
