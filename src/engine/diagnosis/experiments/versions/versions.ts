import type { Location } from "../../../model/place.ts";
import { isVersion } from "../../../routes/match/segmentLikeness.ts";
import { joinPath, parseTargetUri, splitPath } from "../../../targetUri.ts";
import { isResourceWord, shapeOf } from "../../identifiers/identifiers.ts";
import type { Experiment, Known } from "../../known.ts";
import { asSafe, varyPath } from "../vary.ts";

/** A version that may be served in the place of the one that is asked, with the line that names it. */
interface Version {
  readonly name: string;
  readonly value: number;
  readonly location: Location | null;
}

const most = 4;

/** Other versions of a path that names one: those that the settings of the server allow, those that other requests ask, and the next ones. */
export function planVersions(known: Known): readonly Experiment[] {
  const { segments } = known.target;
  const index = segments.findIndex((segment, at) => /^v\d+$/i.test(segment) || isDated(segments, at));
  const asked = segments[index];
  const { matched } = known.match;
  // A route that takes any version as a parameter says nothing of which one is served.
  const isTaken = matched !== null && !splitPath(matched.path)[index]?.startsWith("{");
  const isNamed = isTaken || known.match.near.some(({ differs }) => differs[0]?.what === "version");
  if (asked === undefined || isNamed || !isVersion(asked)) {
    return [];
  }
  const named = [...listAllowed(known, asked), ...listSiblings(known, index)];
  const all = [...named, ...(named.length > 0 || !/^v/i.test(asked) ? [] : listNext(asked))].filter(
    ({ name }) => name !== asked,
  );
  const distinct = new Map(all.toReversed().map((version) => [version.name, version]));
  return [...distinct.values()]
    .toSorted((one, other) => other.value - one.value)
    .slice(0, most)
    .map((version) => planVersion(known, index, asked, version));
}

/** Whether a segment is a version that bears a date or a number alone, `2024-04` of `/admin/api/2024-04/products`: behind a resource or an identifier it is data. */
function isDated(segments: readonly string[], at: number): boolean {
  const before = segments[at - 1] ?? "";
  const isLead = before !== "" && !isResourceWord(before) && shapeOf(before) === null;
  return isLead && at < segments.length - 1 && isVersion(segments[at] ?? "");
}

/** The versions that settings of the workspace allow, written as the path writes them: `2` for a path with `v1`. */
function listAllowed({ clues }: Known, asked: string): readonly Version[] {
  const lead = asked.slice(0, 1);
  return clues
    .filter(({ kind, value }) => kind === "api-version" && /^v?\d+$/i.test(value))
    .map(({ value, location }) => ({ name: /^\d/.test(value) ? lead + value : value, value: 0.95, location }));
}

/** The versions that other requests of the file ask of the same origin, below the same segments. */
function listSiblings({ siblings, target }: Known, index: number): readonly Version[] {
  return siblings.flatMap(({ url, file, line }) => {
    const other = parseTargetUri(url);
    const name = other?.segments[index] ?? "";
    const isBeside =
      other?.origin === target.origin &&
      isVersion(name) &&
      target.segments.slice(0, index).every((segment, at) => segment === other.segments[at]);
    const location = file === null || line === null ? null : { file, line, column: 1 };
    return isBeside ? [{ name, value: 0.8, location }] : [];
  });
}

function listNext(asked: string): readonly Version[] {
  const number = Number(asked.slice(1));
  return [number - 1, number + 1]
    .filter((version) => version > 0)
    .map((version, rank) => ({ name: `${asked[0]}${version}`, value: 0.5 - rank / 20, location: null }));
}

function planVersion(known: Known, index: number, asked: string, { name, value, location }: Version): Experiment {
  const place = location ? `, which ${location.file}:${location.line} names` : "";
  return {
    id: `version:${name}`,
    role: "variant",
    varies: "version",
    why: location ? `under ${name}${place}` : `the version next to ${asked}`,
    request: varyPath(asSafe(known.request), joinPath(known.target.segments.with(index, name))),
    tests: ["route-drift/version-moved"],
    value,
    reading: {
      step: "routing",
      answers: "version-answers",
      misses: null,
      ...(location ? { location } : {}),
      claim: (status) =>
        `This path is served under ${name}, not ${asked}: the same request to ${name} answers ${status}.`,
      statement: (status) => `Under ${name} it answers ${status}: only the version was changed.`,
    },
  };
}
