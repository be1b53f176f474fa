import { joinPath } from "../../targetUri.ts";
import { isResourceWord } from "../identifiers/identifiers.ts";
import type { Experiment, Known } from "../known.ts";
import { resultsOf } from "../known.ts";
import { sortAnswer } from "../responses/answers.ts";
import { readResponseFacts } from "../responses/responseFacts.ts";
import { strayName } from "./controls/controls.ts";
import { varyMethod, varyPath } from "./vary.ts";

/** OPTIONS on the failing path, and on control paths: Allow tells a method mismatch only where it differs from theirs. */
export function planMethods(known: Known): readonly Experiment[] {
  const control = resultsOf(known, "control-path")[0];
  const isSuspected =
    known.match.near.some((near) => near.differs.some((difference) => difference.what === "method")) ||
    resultsOf(known, "near").some(({ probe }) => probe.method === "OPTIONS" && sortAnswer(probe) !== "misses");
  const options: Experiment = {
    id: "options",
    role: "options",
    varies: "method",
    why: "OPTIONS on the same path: Allow lists the methods it is routed for",
    request: varyMethod(known.request, "OPTIONS"),
    tests: ["method-mismatch/wrong-method", "route-not-served/not-deployed"],
    value: isSuspected ? 1 : 0.3,
  };
  const asked = resultsOf(known, "options")[0];
  if (!control || !asked || sortAnswer(asked.probe) === "misses") {
    return [options];
  }
  const controls = [planControl(known, new URL(control.probe.url).pathname)];
  return [options, ...controls, ...planBeside(known)];
}

function planControl(known: Known, path: string): Experiment {
  return {
    id: "options-control",
    role: "options-control",
    varies: "path",
    why: "OPTIONS on the path that does not exist: some servers answer OPTIONS for everything",
    request: varyPath(varyMethod(known.request, "OPTIONS"), path),
    tests: ["method-mismatch/wrong-method", "route-not-served/not-deployed"],
    value: 0.9,
  };
}

/**
 * OPTIONS on a path beside this one that does not exist either, once this path's Allow tells it from the control: a handler of OPTIONS
 * that is mounted here, CORS for one, answers both.
 */
function planBeside(known: Known): readonly Experiment[] {
  const asked = resultsOf(known, "options")[0];
  const control = resultsOf(known, "options-control")[0];
  if (!asked || !control) {
    return [];
  }
  const { allow } = readResponseFacts(asked.probe.exchange);
  const isTelling = allow ? !allow.includes(known.request.method) : known.match.matched !== null;
  if (!isTelling || sortAnswer(control.probe) !== "misses" || sortAnswer(asked.probe) === "misses") {
    return [];
  }
  const path = pathBeside(known);
  return [
    {
      id: "options-beside",
      role: "options-beside",
      varies: "path",
      why: `OPTIONS on ${path}, which does not exist: a handler mounted here may answer OPTIONS for everything below it`,
      request: varyPath(varyMethod(known.request, "OPTIONS"), path),
      tests: ["method-mismatch/wrong-method"],
      value: 0.9,
    },
  ];
}

/** The path with another last word, or with two words more where the last is the only one or an identifier: no route's pattern takes those by chance. */
function pathBeside(known: Known): string {
  const { segments } = known.target;
  const last = segments.length - 1;
  const isLastFree = isResourceWord(segments[last] ?? "") && segments.findIndex(isResourceWord) < last;
  const stray = strayName(known);
  return joinPath(isLastFree ? segments.with(last, stray) : [...segments, stray, stray]);
}
