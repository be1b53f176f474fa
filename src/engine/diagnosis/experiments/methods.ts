import type { Experiment, Known } from "../known.ts";
import { resultsOf } from "../known.ts";
import { sortAnswer } from "../responses/answers.ts";
import { varyMethod, varyPath } from "./vary.ts";

/** OPTIONS on the failing path, and on the control path: Allow tells a method mismatch only where the two differ. */
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
  return [
    options,
    {
      id: "options-control",
      role: "options-control",
      varies: "path",
      why: "OPTIONS on the path that does not exist: some servers answer OPTIONS for everything",
      request: varyPath(varyMethod(known.request, "OPTIONS"), new URL(control.probe.url).pathname),
      tests: ["method-mismatch/wrong-method", "route-not-served/not-deployed"],
      value: 0.9,
    },
  ];
}
