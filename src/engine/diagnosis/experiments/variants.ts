import type { Experiment, Known } from "../known.ts";
import { planClueVariants } from "./identifiers/clueVariants.ts";
import { planOtherIdentifier } from "./identifiers/otherIdentifier.ts";
import { planPages } from "./identifiers/pages.ts";
import { planRelatives } from "./identifiers/relatives.ts";
import { planSlashedValues } from "./identifiers/slashedValues.ts";
import { planKeptQuery } from "./keptQuery.ts";
import { planPastVariants } from "./pastVariants.ts";
import { planPathVariants } from "./pathVariants.ts";
import { planEntrypoints } from "./prefixes/entrypoints.ts";
import { planForgottenPrefixes } from "./prefixes/forgottenPrefixes.ts";
import { planFunctionPrefix } from "./prefixes/functionPrefix.ts";
import { planKeptPrefix } from "./prefixes/keptPrefix.ts";
import { planKnownPaths } from "./prefixes/knownPaths.ts";
import { planLandingMiss } from "./prefixes/landingMiss.ts";
import { planListedRoutes } from "./prefixes/listedRoutes.ts";
import { planLostJoin } from "./prefixes/lostJoin.ts";
import { planPatternRule } from "./prefixes/patternRule.ts";
import { planPrefixLiterals } from "./prefixes/prefixLiterals.ts";
import { planProxiedPrefix } from "./prefixes/proxiedPrefix.ts";
import { planProxyVariants } from "./prefixes/proxyVariants.ts";
import { planReplacedPrefix } from "./prefixes/replacedPrefix.ts";
import { planStaticPaths } from "./prefixes/staticPaths.ts";
import { planSurplusPrefix } from "./prefixes/surplusPrefix.ts";
import { planReserved } from "./reservedCharacters.ts";
import { planIdentityVariants } from "./scopes/identityVariants.ts";
import { planScopeVariants } from "./scopes/scopeVariants.ts";
import { planSelectorVariants } from "./selectorVariants.ts";
import { planVersionFields } from "./versions/versionFields.ts";
import { planVersionParameter } from "./versions/versionParameter.ts";
import { planVersions } from "./versions/versions.ts";

/** Probes that need no route table: each sets one suspicious coordinate of the request right and asks again. */
export function planVariants(known: Known): readonly Experiment[] {
  return [
    ...planKeptQuery(known),
    ...planKeptPrefix(known),
    ...planLandingMiss(known),
    ...planListedRoutes(known),
    ...planLostJoin(known),
    ...planReplacedPrefix(known),
    ...planPatternRule(known),
    ...planPathVariants(known),
    ...planReserved(known),
    ...planStaticPaths(known),
    ...planSurplusPrefix(known),
    ...planProxiedPrefix(known),
    ...planFunctionPrefix(known),
    ...planSlashedValues(known),
    ...planProxyVariants(known),
    ...planClueVariants(known),
    ...planEntrypoints(known),
    ...planPrefixLiterals(known),
    ...planForgottenPrefixes(known),
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
