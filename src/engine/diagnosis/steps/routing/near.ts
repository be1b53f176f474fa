import type { NearMiss } from "../../../model/route.ts";
import { decodeSegment } from "../../../routes/match/segmentLikeness.ts";
import {
  isDoubled,
  isWordForParameter,
  type NearCoordinate,
  nearExperimentId,
  readNearCoordinate,
  sharesWord,
  usableNearMisses,
} from "../../experiments/nearMisses.ts";
import { isSplit } from "../../identifiers/splitIdentifier.ts";
import type { Known, Observation, Result } from "../../known.ts";
import { resultsOf } from "../../known.ts";
import {
  baselineOf,
  isAlike,
  isDeaf,
  isFound,
  isRouted,
  looksRouterMissed,
  sortAnswer,
} from "../../responses/answers.ts";
import { readResponseFacts } from "../../responses/responseFacts.ts";
import type { RuleId } from "../../verdict/weights/index.ts";

/** What the routes that the URL nearly reaches say: one observation each for the written route, one for its probe. */
export function observeNearMisses(known: Known): readonly Observation[] {
  const told = new Set<string>();
  const observations: Observation[] = [];
  for (const near of usableNearMisses(known)) {
    const coordinate = readNearCoordinate(near);
    if (
      !coordinate ||
      isSplit(near, known.target.path) ||
      (known.match.matched && near.score < 0.99 && known.match.matched.path === near.route.path)
    ) {
      continue;
    }
    const result = resultsOf(known, "near").find((one) => one.experiment.id === nearExperimentId(near));
    // Only the best written route of a kind weighs, or many routes of one version would add up to a certainty.
    const isFirst = !told.has(coordinate.rule);
    const isWord = isWordForParameter(known, near);
    const isKnownMethod = near.route.method === "ANY" || near.route.method === known.request.method;
    if (isFirst && isKnownMethod && (isWord || !known.match.matched)) {
      told.add(coordinate.rule);
      observations.push(observeWritten(known, near, coordinate, result));
    }
    const probed = result ? observeProbed(known, near, coordinate, result) : [];
    observations.push(...probed.filter(({ rule }) => !observations.some((other) => other.rule === rule)));
  }
  return observations;
}

function observeWritten(
  known: Known,
  near: NearMiss,
  coordinate: NearCoordinate,
  result: Result | undefined,
): Observation {
  const route = `${near.route.method} ${near.route.path}`;
  const isShown = result !== undefined && isFound(known, result.probe) && !isDeaf(known, result.experiment.id);
  const answered = isShown ? result.probe.exchange.response?.status : undefined;
  const proof = answered === undefined ? "" : `, and answers ${answered}`;
  return {
    step: "routing",
    rule: isWordForParameter(known, near) ? "word-written" : `${coordinate.rule}-written`,
    statement: `${route} is written at ${near.route.file}:${near.route.line}; ${describeDifference(near)}.`,
    claim: `${sentenceStart(near, coordinate, answered === undefined ? "written" : "served")} ${route} (${near.route.file}:${near.route.line}) is the nearest route${proof}.`,
    probe: null,
    location: { file: near.route.file, line: near.route.line, column: near.route.column },
  };
}

function observeProbed(
  known: Known,
  near: NearMiss,
  coordinate: NearCoordinate,
  result: Result,
): readonly Observation[] {
  const answer = sortAnswer(result.probe);
  const status = result.probe.exchange.response?.status;
  const baseline = baselineOf(known);
  const common = { step: "routing" as const, probe: result.probe.id, location: null };
  const path = near.corrected;
  if (result.probe.method === "OPTIONS") {
    return observeAllowed(known, near, coordinate, result);
  }
  if (isDeaf(known, result.experiment.id)) {
    return [];
  }
  if (isRouted(known, result.probe) || isFound(known, result.probe)) {
    return [
      {
        ...common,
        rule: nameAnswer(known, near, coordinate),
        statement: `${path} answers ${status}: only ${describeCoordinate(coordinate)} was changed.`,
        claim: `${sentenceStart(near, coordinate, "served")} ${path} answers ${status}.`,
      },
    ];
  }
  if (answer === "misses" && baseline && isAlike(result.probe, baseline)) {
    return [
      {
        ...common,
        rule: `${coordinate.rule}-misses`,
        statement: `${path} answers ${status} as well: to change ${describeCoordinate(coordinate)} alone does not help.`,
        claim: null,
      },
    ];
  }
  return baseline && answer !== "fails" ? observeSurplus(known, near, coordinate, result) : [];
}

/** Without a prefix too many, somebody else answers: only with it the path is passed on to the service. */
function observeSurplus(
  known: Known,
  near: NearMiss,
  coordinate: NearCoordinate,
  { probe }: Result,
): readonly Observation[] {
  const isSurplus = coordinate.rule === "prefix" && near.differs.every(({ expected }) => expected === "");
  if (!isSurplus || !looksRouterMissed(known)) {
    return [];
  }
  const prefix = near.differs[0]?.actual ?? "";
  return [
    {
      step: "routing",
      rule: "prefix-routed-elsewhere",
      statement: `${near.corrected} is answered by somebody else (${probe.exchange.response?.status}): only what starts with ${quote(prefix)} is passed on to the service.`,
      claim: `A proxy passes ${quote(prefix)} on to a service that does not know it: the service routes ${near.route.path} (${near.route.file}:${near.route.line}).`,
      probe: probe.id,
      location: null,
    },
  ];
}

/** What OPTIONS tells of a route for a method that is not probed: it allows that method there, and misses on the failing path. */
function observeAllowed(
  known: Known,
  near: NearMiss,
  coordinate: NearCoordinate,
  { probe }: Result,
): readonly Observation[] {
  const here = resultsOf(known, "options")[0]?.probe;
  const allowed = readResponseFacts(probe.exchange).allow ?? [];
  const { method } = known.request;
  if (!here || sortAnswer(here) !== "misses" || !allowed.includes(method)) {
    return [];
  }
  return [
    {
      step: "routing",
      rule: nameAnswer(known, near, coordinate),
      statement: `OPTIONS says that ${near.corrected} allows ${method}, and misses on the failing path: only ${describeCoordinate(coordinate)} was changed.`,
      claim: `${sentenceStart(near, coordinate, "served")} ${near.corrected} allows ${method}, as OPTIONS says.`,
      probe: probe.id,
      location: null,
    },
  ];
}

function nameAnswer(known: Known, near: NearMiss, coordinate: NearCoordinate): RuleId {
  if (isWordForParameter(known, near)) {
    return "word-answers";
  }
  if (isOneOfMany(known, coordinate, near)) {
    return "swapped-among-many-answers";
  }
  return isCommon(known, coordinate) && !sharesWord(near) ? "swapped-common-answers" : `${coordinate.rule}-answers`;
}

/** A number such as 7 names something in every collection, so another collection that answers for it proves little. */
function isCommon(known: Known, coordinate: NearCoordinate): boolean {
  return coordinate.rule === "swapped" && known.identifiers.every(({ shape }) => shape === "integer");
}

/** Where several routes have another word in this place, each of them answers, and none is more likely to be meant. */
function isOneOfMany(known: Known, coordinate: NearCoordinate, near: NearMiss): boolean {
  const words = usableNearMisses(known).filter(
    (one) => readNearCoordinate(one)?.rule === "swapped" && one.differs[0]?.segment === near.differs[0]?.segment,
  );
  return coordinate.rule === "swapped" && new Set(words.map(({ corrected }) => corrected)).size > 1;
}

function describeCoordinate(coordinate: NearCoordinate): string {
  return ["segment", "swapped", "typo"].includes(coordinate.rule) ? "the path" : `the ${coordinate.rule}`;
}

/** What differs between the URL and the route, such as `expected v1, the URL has v2`. */
export function describeDifference(near: Pick<NearMiss, "differs">): string {
  return near.differs
    .map(({ what, expected, actual }) => {
      if (what === "slash") {
        return expected === "" ? "it ends without a slash" : "it ends with a slash";
      }
      if (what === "encoding" && expected.startsWith("{")) {
        return `${expected} takes one segment, and ${quote(decodeSegment(actual))} holds a slash`;
      }
      if (actual === "") {
        return `the URL lacks ${quote(expected)}`;
      }
      if (what === "method") {
        return `it is for ${expected}, the request is a ${actual}`;
      }
      if (what === "constraint") {
        return `its parameter takes only ${expected}, not ${quote(actual)}`;
      }
      return expected === ""
        ? `the URL has ${quote(actual)} ${what === "prefix" ? "in front of it" : "as well"}`
        : `it has ${quote(expected)} where the URL has ${quote(actual)}`;
    })
    .join(", ");
}

function sentenceStart(near: NearMiss, coordinate: NearCoordinate, how: "written" | "served"): string {
  const { expected = "", actual = "" } = near.differs[0] ?? {};
  switch (coordinate.rule) {
    case "version":
      return actual === ""
        ? `The path lacks its version ${expected}:`
        : `This path is ${how} under ${expected === "" ? "no version" : expected}, not ${actual}:`;
    case "prefix":
      if (isDoubled(near)) {
        return `The path has ${quote(expected)} once, and the service mounts its routes under it twice:`;
      }
      return expected === ""
        ? `The path has the prefix ${quote(actual)} that the service does not serve:`
        : `The path lacks the prefix ${quote(expected)} that the service mounts its routes under:`;
    case "slash":
      return expected === "" ? "The last slash is one too many here:" : "The path needs its last slash here:";
    case "case":
      return `Only letter case is wrong, ${quote(actual)} for ${quote(expected)}:`;
    case "typo":
      return `The path says ${quote(actual)} where the service says ${quote(expected)}:`;
    case "encoding":
      return "The identifier must be percent-encoded to stay one segment:";
    case "swapped":
      return `No route has ${quote(actual)} there, one has ${quote(expected)}:`;
    case "segment":
      return saySegment(near);
  }
}

/** A fixed segment too few, or one too many. */
function saySegment({ differs, route }: NearMiss): string {
  const { expected = "", actual = "" } = differs[0] ?? {};
  if (differs.length > 1 || (expected !== "" && actual !== "")) {
    return `The path has another shape than ${route.path}, ${describeDifference({ differs })}:`;
  }
  return expected === ""
    ? `The URL has the segment ${quote(actual)} that the route ${route.path} does not have:`
    : `The URL lacks the segment ${quote(expected)} that the route ${route.path} has:`;
}

function quote(text: string): string {
  return `"${text}"`;
}
