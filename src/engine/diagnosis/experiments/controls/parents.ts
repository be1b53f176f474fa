import type { Location } from "../../../model/place.ts";
import { decodeSegment } from "../../../routes/match/segmentLikeness.ts";
import { joinPath, parseTargetUri } from "../../../targetUri.ts";
import { readCollection } from "../../identifiers/collection.ts";
import type { Identifier } from "../../identifiers/identifiers.ts";
import { beginWith } from "../../identifiers/lookedUp.ts";
import { type Experiment, type Known, resultsOf } from "../../known.ts";
import { sortAnswer } from "../../responses/answers.ts";
import type { RuleId } from "../../verdict/weights/index.ts";
import { asSafe, varyMethod, varyPath } from "../vary.ts";

const mostParents = 3;

/** Probes under the other parents that may hold such a resource: `/projects/7/items/3` is asked as `/projects/8/items/3`. */
export function planParents(known: Known): readonly Experiment[] {
  const [parent, child] = known.identifiers.slice(-2);
  if (!parent || !child || parent === child) {
    return [];
  }
  // Two identifiers in a row are one key: only where the thing itself is written under another first part does that part own it.
  const isOneKey = child.segment === parent.segment + 1;
  const asked = isOneKey ? [] : [...listedParents(known, parent), ...siblingParents(known, parent)];
  const named = new Map([...asked, ...enclosingParents(known)]);
  const isItself = (value: string) => value.toLowerCase() === parent.value.toLowerCase() || value === child.value;
  const found = [...named].filter(([value]) => !isItself(value));
  const listing =
    isOneKey || parent.segment === 0 || resultsOf(known, "parents").length > 0
      ? []
      : [planListing(known, parent, child)];
  return [...listing, ...found.slice(0, mostParents).map(([value, location]) => planParent(known, value, location))];
}

function planListing(known: Known, parent: Identifier, child: Identifier): Experiment {
  return {
    id: "parents",
    role: "parents",
    varies: "path",
    why: `the collection that holds the parents of ${child.name}`,
    request: varyPath(varyMethod(known.request, "GET"), joinPath(known.target.segments.slice(0, parent.segment))),
    tests: ["wrong-scope/wrong-project", "stale-identifier/unknown-id"],
    value: 0.6,
  };
}

type Parent = readonly [value: string, location: Location | null];

/** The parents that their own collection lists. */
function listedParents(known: Known, parent: Identifier): readonly Parent[] {
  const listing = resultsOf(known, "parents")[0];
  if (!listing || sortAnswer(listing.probe) !== "answers") {
    return [];
  }
  const { values } = readCollection(listing.probe.exchange.response?.text ?? "", parent);
  return values.map((value) => [value, null]);
}

/** The parents that other requests of the file ask the same below: `/h/birch/keys` beside `/h/alder/keys/k3`. */
function siblingParents({ siblings, target }: Known, { segment }: Identifier): readonly Parent[] {
  return siblings.flatMap((sibling) => {
    const other = parseTargetUri(sibling.url);
    const value = other?.segments[segment];
    const isSame =
      other?.origin === target.origin &&
      sibling.unresolved.length === 0 &&
      target.segments.slice(0, segment).every((text, index) => text === other.segments[index]) &&
      other.segments[segment + 1] === target.segments[segment + 1];
    const { file, line } = sibling;
    const location = file === null || line === null ? null : { file, line, column: 1 };
    return isSame && value !== undefined && value !== "" ? [[decodeSegment(value), location] as const] : [];
  });
}

/** The parents under whose name code or data of the workspace hold the very thing. */
function enclosingParents({ enclosing }: Known): readonly Parent[] {
  return enclosing.map(({ value, location }) => [value, location]);
}

function planParent(known: Known, value: string, location: Location | null): Experiment {
  const [parent, child] = known.identifiers.slice(-2);
  const segment = parent?.segment ?? 0;
  const path = joinPath(known.target.segments.with(segment, encodeURIComponent(value)));
  return {
    id: `parent:${value}`,
    role: "variant",
    varies: "path",
    why:
      location === null
        ? `under the parent ${value}`
        : `under the parent ${value}, which stands at ${location.file}:${location.line}`,
    request: varyPath(asSafe(known.request), path),
    tests: [isRegion(parent) ? "wrong-scope/wrong-region" : "wrong-scope/wrong-project", "stale-identifier/unknown-id"],
    value: 0.65,
    reading: {
      step: "existence",
      answers: isRegion(parent) ? "region-answers" : nameAnswer(known, child),
      misses: null,
      ...(location === null ? {} : { location }),
      claim: (status) =>
        `${beginWith(child?.name ?? "")} "${child?.value}" does not belong to ${parent?.name} "${parent?.value}" but to "${value}": ${path} answers ${status}.`,
      statement: (status) => `Under ${parent?.name} "${value}" ${child?.name} "${child?.value}" answers ${status}.`,
    },
  };
}

/** Whether the parent is a place where copies of a service run, and not a thing that owns others. */
function isRegion(parent: Identifier | undefined): boolean {
  return /^(?:aws_?)?(?:region|zone|datacent(?:er|re))(?:_?(?:id|code|name))?$/i.test(parent?.name ?? "");
}

/** A coded identifier is the very thing; a number is it only where parents do not number their own, which starts at 1, or is a year. */
function nameAnswer(known: Known, child: Identifier | undefined): RuleId {
  if (child?.shape !== "integer") {
    return child?.shape === "slug" ? "parent-answers" : "parent-holds-it";
  }
  const listing = resultsOf(known, "collection")[0]?.probe.exchange.response?.text ?? "";
  const { values } = readCollection(listing, child);
  // Where this parent's list has no 1, the numbers run through all parents.
  const isFirst = values.includes("1") || (values.length === 0 && /^[1-9]$/.test(child.value));
  return isFirst || /^(?:19|20)\d\d$/.test(child.value) ? "parent-has-such" : "parent-answers";
}
