import type { Coordinate } from "../../model/diagnosis.ts";
import type { Location } from "../../model/place.ts";
import { type Experiment, type Known, resultsOf } from "../known.ts";
import { isFound } from "../responses/answers.ts";
import type { CauseKind } from "../verdict/causes.ts";
import type { RuleId } from "../verdict/weights/index.ts";
import { asSafe, varyPath } from "./vary.ts";

/** A path to ask in the place of the failing one, and what it means when that is found. */
export interface OtherPath {
  readonly id: string;
  readonly path: string;
  readonly varies: Coordinate;
  readonly why: string;
  readonly tests: readonly CauseKind[];
  readonly value: number;
  readonly answers: RuleId;
  readonly misses?: RuleId;
  readonly location?: Location;
  /** What is then wrong with the failing path; the sentence goes on with what the other one answers. */
  readonly claim: string;
  /** How the sentence goes on that says what the other path answers, from its comma or colon on; empty where it ends there. */
  readonly shown: string;
}

/** The request for another path, by a method that changes nothing; its answer is read by the step that looks at routing. */
export function askOtherPath(known: Known, other: OtherPath): Experiment {
  const { id, path, varies, why, tests, value, answers, misses = null, location, claim, shown } = other;
  return {
    id,
    role: "variant",
    varies,
    why,
    request: varyPath(asSafe(known.request), path),
    tests,
    value,
    reading: {
      step: "routing",
      answers,
      misses,
      ...(location === undefined ? {} : { location }),
      claim: (status) => `${claim}: ${path} answers ${status}.`,
      statement: (status) => `${path} answers ${status}${shown}.`,
    },
  };
}

/** The control of a variant that was found: a request beside it that names nothing, for what answers everything alike proves nothing. */
export function planControlOf(
  known: Known,
  id: string,
  control: Pick<Experiment, "varies" | "why" | "request">,
): readonly Experiment[] {
  const asked = resultsOf(known, "variant").find(({ experiment }) => experiment.id === id);
  return asked && isFound(known, asked.probe)
    ? [{ ...control, id: `control:${id}`, role: "variant", tests: asked.experiment.tests, value: 1 }]
    : [];
}
