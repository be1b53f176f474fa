import { isSafeMethod } from "../../exchange/probes/policy.ts";
import type { Coordinate } from "../../model/diagnosis.ts";
import type { Difference, NearMiss, Route } from "../../model/route.ts";
import { splitPath } from "../../targetUri.ts";
import { areVersions, isResourceWord, isVersionName, shapeOf } from "../identifiers/identifiers.ts";
import type { Experiment, Known } from "../known.ts";
import { isOpenEnded } from "../responses/upstreamMatch.ts";
import type { CauseKind } from "../verdict/causes.ts";
import { asSafe, varyMethod, varyPath } from "./vary.ts";

/** How a near miss reads as one coordinate: the rule family that weighs it, what the probe varies, which kind it tests. */
export interface NearCoordinate {
  readonly rule: "version" | "prefix" | "slash" | "case" | "typo" | "segment" | "swapped" | "encoding";
  readonly varies: Coordinate;
  readonly tests: CauseKind;
}

const coordinates: Readonly<Partial<Record<Difference["what"], NearCoordinate>>> = {
  version: { rule: "version", varies: "version", tests: "route-drift/version-moved" },
  prefix: { rule: "prefix", varies: "prefix", tests: "rewrite-mismatch/base-path" },
  slash: { rule: "slash", varies: "slash", tests: "route-drift/trailing-slash" },
  case: { rule: "case", varies: "case", tests: "route-drift/case" },
  typo: { rule: "typo", varies: "path", tests: "route-drift/path-typo" },
  plural: { rule: "typo", varies: "path", tests: "route-drift/path-typo" },
  encoding: { rule: "encoding", varies: "encoding", tests: "stale-identifier/id-encoding" },
  segment: { rule: "swapped", varies: "path", tests: "route-drift/path-moved" },
  "extra-segment": { rule: "segment", varies: "path", tests: "route-drift/path-moved" },
  "missing-segment": { rule: "segment", varies: "path", tests: "route-drift/path-moved" },
};

/** The one coordinate in which a URL misses a route, or null when it misses in several ways or in none. */
export function readNearCoordinate(near: NearMiss): NearCoordinate | null {
  const kinds = new Set(near.differs.map((difference) => coordinates[difference.what]?.rule));
  const [first] = near.differs;
  if (!first || kinds.size !== 1 || near.differs.some((difference) => !isTelling(near, difference))) {
    return null;
  }
  // Two slashes in a row are no last slash, and two versions no old one: what glued them is asked for by itself.
  if (near.differs.some(({ what, actual }) => what === "slash" && actual === "//") || isSecondVersion(near)) {
    return null;
  }
  if (isDoubled(near)) {
    return coordinates.prefix ?? null;
  }
  // Another beginning in the place of one is no prefix too few or too many: the route moved.
  const isReplaced = first.what === "prefix" && first.expected !== "" && first.actual !== "";
  // What takes all that goes on behind it is a prefix, of which a part is missing.
  const isLead = first.what === "missing-segment" && isOpenEnded(near.route);
  return coordinates[isReplaced ? "segment" : isLead ? "prefix" : first.what] ?? null;
}

/** Whether a version is one too many beside another. */
function isSecondVersion({ differs: [first], corrected }: NearMiss): boolean {
  if (first?.what !== "version" || first.expected !== "" || first.segment === null) {
    return false;
  }
  const { actual, segment } = first;
  const others = splitPath(corrected);
  return areVersions(others[segment - 1], actual) || areVersions(actual, others[segment]);
}

/** Whether what the path lacks stands in it already, and twice in a row in the route: two mounts give the same prefix. */
export function isDoubled({ differs, corrected }: NearMiss): boolean {
  const [first, ...more] = differs;
  const run = first?.expected.replace(/^\//, "") ?? "";
  const isLacking = first?.actual === "" && run !== "" && !run.includes("{");
  return more.length === 0 && isLacking && `${corrected}/`.includes(`/${run}/${run}/`);
}

/**
 * Every path reaches something when its end is cut off or one of its words is swapped: a parent, a collection, a neighbour.
 * Only a fixed segment that is missing from the middle, or one too many there, tells that a route moved; and a word that is
 * swapped while another word or the identifier stays.
 */
function isTelling(near: NearMiss, { what, expected, actual, segment }: Difference): boolean {
  if (what === "segment") {
    return (
      near.differs.length === 1 &&
      (sharesWord(near) || splitPath(near.corrected).some((word) => shapeOf(word) !== null))
    );
  }
  if (what !== "missing-segment" && what !== "extra-segment") {
    return true;
  }
  const text = what === "missing-segment" ? expected : actual;
  const isFixed = !text.startsWith("{") && shapeOf(text) === null && sharesWord(near);
  const whole = splitPath(what === "missing-segment" ? near.corrected : near.route.path);
  const last = whole.filter((word) => word !== "").length;
  return isFixed && segment !== null && segment < last - (what === "missing-segment" ? 1 : 0);
}

/** Whether URL and route share a word that names a resource; what they lead in with says nothing. */
export function sharesWord(near: NearMiss): boolean {
  const corrected = splitPath(near.corrected);
  const missing = new Set(near.differs.map(({ expected }) => expected));
  return splitPath(near.route.path).some(
    (word, index) => word === corrected[index] && !missing.has(word) && isResourceWord(word),
  );
}

/** The near misses worth a probe: served, one coordinate away, best first. */
export function usableNearMisses(known: Known): readonly NearMiss[] {
  const written = known.match.near.filter((near) => near.differs.length === 0);
  // Where a route is written for this very path, the question is why it is not served, not which other one is near; a description may lag behind the code.
  if (written.some(({ route }) => !isDescription(route) && !route.problems.includes("not-registered"))) {
    return [];
  }
  const isServed = (near: NearMiss) => !near.route.problems.some((problem) => problem !== "duplicate");
  // A path that is a route's own, for another method, is taken apart rightly and has the right words.
  const isTaken = known.match.near.some(({ differs }) => differs.every(({ what }) => what === "method"));
  const usable = known.match.near
    .flatMap((one) => fillLanguage(known, one))
    .filter((near) => {
      const coordinate = readNearCoordinate(near);
      return (
        isServed(near) &&
        coordinate !== null &&
        (written.length === 0 || isServedTwin(near, coordinate, written)) &&
        !isNamedByRoute(known, near) &&
        !isOfParameter(known, near, coordinate) &&
        !(isTaken && (coordinate.rule === "encoding" || coordinate.rule === "swapped"))
      );
    });
  // Another word in the place of one is the weakest likeness: it only counts where there is no other.
  const closer = usable.filter((near) => readNearCoordinate(near)?.rule !== "swapped");
  return (closer.length > 0 ? closer : preferAkin(usable)).slice(0, 4);
}

/** Whether what differs as a version is a value of the route that takes the path: a day or a release that is looked up, without which its list answers. */
function isOfParameter({ match, target }: Known, { differs }: NearMiss, { rule }: NearCoordinate): boolean {
  const at = differs[0]?.segment ?? -1;
  const name = /^\{(\w+)\}$/.exec(splitPath(match.matched?.path ?? "")[at] ?? "")?.[1];
  const isDropped = differs[0]?.expected === "" && at === target.segments.length - 1;
  return rule === "version" && match.matched !== null && (isDropped || (name !== undefined && !isVersionName(name)));
}

/**
 * A route that is served behind what the URL lacks in front: beside it, the same words under a router that nothing mounts may be an old copy. Beside a mere
 * description of this path, what the code serves may stand behind another version or prefix.
 */
function isServedTwin({ differs, route }: NearMiss, { rule }: NearCoordinate, written: readonly NearMiss[]): boolean {
  const isOnlyDescribed = !isDescription(route) && written.every((one) => isDescription(one.route));
  return (rule === "prefix" || rule === "version") && (isOnlyDescribed || differs.every(({ actual }) => actual === ""));
}

function isDescription({ framework }: Route): boolean {
  return framework === "openapi";
}

/** The near miss with a language for the parameter that names one; none where the path to ask would hold a parameter. */
function fillLanguage({ clues }: Pick<Known, "clues">, near: NearMiss): readonly NearMiss[] {
  const [whole, name = ""] = /\{(\w+)\*?\}/.exec(near.corrected) ?? [];
  if (whole === undefined) {
    return [near];
  }
  const language = clues.find(({ kind }) => kind === "language")?.value;
  if (language === undefined || !/lang|locale/i.test(name)) {
    return [];
  }
  const fill = (text: string) => text.replace(whole, language);
  const differs = near.differs.map((one) => ({ ...one, expected: fill(one.expected) }));
  return fillLanguage({ clues: [] }, { ...near, differs, corrected: fill(near.corrected) });
}

/** Of routes that have another word there, those whose word shares a part with the one that was sent; all where none does. */
function preferAkin(swapped: readonly NearMiss[]): readonly NearMiss[] {
  const akin = swapped.filter(({ differs }) => differs.some(({ expected, actual }) => sharesPart(expected, actual)));
  return akin.length > 0 ? akin : swapped;
}

/** `letter` and `cover-letter`, `coverLetter` and `letter_text`. */
function sharesPart(one: string, other: string): boolean {
  const parts = (word: string) =>
    word
      .replace(/([a-z\d])([A-Z])/g, "$1-$2")
      .toLowerCase()
      .split(/[^a-z\d]+/);
  return parts(one).some((part) => part.length > 2 && parts(other).includes(part));
}

/** Whether the swapped word, or the one that is too many, is one that the matched route is written with: then it is no wrong name. */
function isNamedByRoute(known: Known, near: NearMiss): boolean {
  const [first] = near.differs;
  const written = splitPath(known.match.matched?.path ?? "")[first?.segment ?? -1];
  const rule = readNearCoordinate(near)?.rule;
  return (rule === "swapped" || rule === "segment") && written !== undefined && written === first?.actual;
}

/**
 * Whether the URL has a misspelt word of another route where the route that took it has a parameter: `/parcels/recieved` reaches
 * `/parcels/{number}` and means `/parcels/received`.
 */
export function isWordForParameter(known: Known, near: NearMiss): boolean {
  const [first, ...more] = near.differs;
  const taken = splitPath(known.match.matched?.path ?? "")[first?.segment ?? -1];
  const isSpelling = first?.what === "typo" || first?.what === "plural" || first?.what === "case";
  return more.length === 0 && isSpelling && taken?.startsWith("{") === true && shapeOf(first.actual) === null;
}

/** The name under which the probe of a near miss is known. */
export function nearExperimentId(near: NearMiss): string {
  return `near:${near.corrected}`;
}

/** One probe for each route that the URL nearly reaches: the request with that one coordinate set right. */
export function planNearMisses(known: Known): readonly Experiment[] {
  return usableNearMisses(known).flatMap((near) => {
    const coordinate = readNearCoordinate(near);
    if (!coordinate || near.corrected === known.target.path) {
      return [];
    }
    return [
      {
        id: nearExperimentId(near),
        role: "near" as const,
        varies: coordinate.varies,
        why: `the route ${near.route.method} ${near.route.path} is written at ${near.route.file}:${near.route.line}`,
        // GET on a route for another method is a miss in most frameworks; OPTIONS says which methods a path is routed for.
        request: varyPath(
          isSafeMethod(known.request.method) ? asSafe(known.request) : varyMethod(known.request, "OPTIONS"),
          near.corrected,
        ),
        tests:
          coordinate.rule === "prefix" ? [coordinate.tests, "request-built-wrong/dropped-segment"] : [coordinate.tests],
        value: isWordForParameter(known, near) ? 1.4 : near.score,
      },
    ];
  });
}
