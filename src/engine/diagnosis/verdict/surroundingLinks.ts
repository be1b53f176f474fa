import type { Link, RankedCause } from "../../model/diagnosis.ts";
import type { Known } from "../known.ts";
import { findDoubledJoin } from "../workspace/clients/doubledJoin.ts";
import { findLostJoin } from "../workspace/clients/lostJoin.ts";
import { isOfTheUrl } from "./buildersToCorrect.ts";

/** The lines around the routes that the leading cause is about: what hands the path on, and what writes the words of the answer. */
export function surroundingLinks(known: Known, top: RankedCause | undefined): readonly Link[] {
  const { passing, words } = known.surroundings;
  const isPassed =
    top !== undefined && (top.kind.startsWith("proxy-") || top.kind === "rewrite-rule" || top.kind === "spa-fallback");
  const rules = isPassed ? passing.rules : [];
  const code = isPassed ? passing.code : [];
  const said = top?.cause === "lifecycle" ? words : [];
  return [
    ...rules.map(({ location, value }): Link => ({ ...location, role: "rewrite", label: `a rule for ${value}` })),
    ...tenantLinks(known, top),
    ...cachingLinks(known, top),
    ...storedLinks(known, top),
    ...baseLinks(known, top),
    ...doubledLinks(known, top),
    ...assetLinks(known, top),
    ...indexLinks(known, top),
    ...builderLinks(known, top),
    ...code.map(({ location }): Link => ({ ...location, role: "rewrite", label: "hands requests on by their path" })),
    ...said.map(
      ({ location, field }): Link => ({ ...location, role: "reference", label: `${field}, which the answer names` }),
    ),
  ];
}

/** What chooses whose data is looked up, by the host or by the field that the answering request has in another way. */
function tenantLinks({ surroundings, results }: Known, top: RankedCause | undefined): readonly Link[] {
  const asked = top?.kind === "wrong-tenant" ? results.map(({ experiment }) => experiment.id) : [];
  const { hostReader, fieldReaders } = surroundings;
  const byHost = asked.some((id) => id.startsWith("host:")) && hostReader !== null ? [hostReader] : [];
  const byField = fieldReaders.filter(({ name }) => asked.some((id) => id.startsWith(`scope:${name}=`)));
  return [...byHost, ...byField.map(({ location }) => location)].map((place) => ({
    ...place,
    role: "reference",
    label: "chooses whose data is looked up",
  }));
}

/** Where data stores what is hidden. */
function storedLinks({ surroundings: { stored } }: Known, top: RankedCause | undefined): readonly Link[] {
  return stored !== null && top?.kind === "masked-resource"
    ? [{ ...stored.location, role: "reference", label: "stores it" }]
    : [];
}

/** What lets a cache keep the 404. */
function cachingLinks({ surroundings: { cachingRules } }: Known, top: RankedCause | undefined): readonly Link[] {
  const rules = top?.cause === "cached-miss" ? cachingRules : [];
  return rules.map((place) => ({ ...place, role: "rewrite", label: "lets a cache keep a 404" }));
}

/** Where two pieces of the URL are put together with a slash from each, and where the base that brings one of them is set. */
function doubledLinks(known: Known, top: RankedCause | undefined): readonly Link[] {
  const { builder = null, base = null } = (top && findDoubledJoin(known, top)) ?? {};
  return [
    ...(builder === null ? [] : [{ ...builder, role: "reference" as const, label: "builds this URL" }]),
    ...(base === null
      ? []
      : [{ ...base.location, role: "variable" as const, label: `the base URL, which ends in ${base.value}` }]),
  ];
}

/** The page and the manifest that name the asset of now. */
function assetLinks({ surroundings: { asset } }: Known, top: RankedCause | undefined): readonly Link[] {
  const named = top?.kind === "stale-asset" && asset !== null ? asset.named : [];
  return named.map((location) => ({ ...location, role: "reference", label: `names ${asset?.name}` }));
}

/** The document that a folder is asked for instead of. */
function indexLinks({ surroundings: { indexFile } }: Known, top: RankedCause | undefined): readonly Link[] {
  const file = top?.kind === "directory-index" ? indexFile : null;
  return file === null ? [] : [{ file, line: 1, column: 1, role: "reference", label: "the index document" }];
}

/** The client code that builds a URL that is wrong, and what of it put a placeholder there. */
function builderLinks(
  { surroundings: { builders, placeholder } }: Known,
  top: RankedCause | undefined,
): readonly Link[] {
  if (top === undefined || !isOfTheUrl(top)) {
    return [];
  }
  const { expression = "", set = null } = placeholder ?? {};
  return [
    ...builders.map(({ url }): Link => ({ ...url.location, role: "reference", label: "builds this URL" })),
    ...(set === null ? [] : [{ ...set, role: "reference" as const, label: `sets ${expression}, which the URL takes` }]),
  ];
}

/** Where the base URL is set that a join of client code lost a part of. */
function baseLinks(known: Known, top: RankedCause | undefined): readonly Link[] {
  const lost = top?.kind === "dropped-segment" ? findLostJoin(known) : null;
  if (lost === null) {
    return [];
  }
  const { base, through } = lost;
  return [
    { ...base.location, role: "variable", label: `the base URL, which ends in ${base.value}` },
    ...(through === null ? [] : [{ ...through, role: "reference" as const, label: "joins it to the base URL" }]),
  ];
}
