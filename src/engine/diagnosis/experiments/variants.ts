import type { Experiment, Known } from "../known.ts";
import { planClueVariants } from "./clueVariants.ts";
import { planEntrypoints } from "./entrypoints.ts";
import { planIdentityVariants } from "./identityVariants.ts";
import { planKeptPrefix } from "./keptPrefix.ts";
import { planKeptQuery } from "./keptQuery.ts";
import { planKnownPaths } from "./knownPaths.ts";
import { planLostJoin } from "./lostJoin.ts";
import { planOtherIdentifier } from "./otherIdentifier.ts";
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
import { planVersionFields } from "./versionFields.ts";
import { planVersionParameter } from "./versionParameter.ts";
import { planVersions } from "./versions.ts";

/** Probes that need no route table: each sets one suspicious coordinate of the request right and asks again. */
export function planVariants(known: Known): readonly Experiment[] {
  return [
    ...planKeptQuery(known),
    ...planKeptPrefix(known),
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
    ...planVersionParameter(known),
    ...planSelectorVariants(known),
    ...planVersionFields(known),
    ...planScopeVariants(known),
    ...planIdentityVariants(known),
    ...planRelatives(known),
    ...planOtherIdentifier(known),
    ...planKnownPaths(known),
    ...planPages(known),
  ];
}
