import type { Experiment, Known } from "../../known.ts";
import { looksRouterMissed } from "../../responses/answers.ts";
import { strayPath } from "../controls/controls.ts";
import { askOtherPath, planControlOf } from "../otherPath.ts";
import { asSafe, varyPath } from "../vary.ts";

/** What is most often left out before a path, with what its lack is. */
const forgotten = [
  { prefix: "/v1", tests: "route-drift/version-moved", answers: "version-answers", varies: "version" },
  { prefix: "/api", tests: "rewrite-mismatch/base-path", answers: "configured-prefix-answers", varies: "prefix" },
  { prefix: "/api/v1", tests: "rewrite-mismatch/base-path", answers: "configured-prefix-answers", varies: "prefix" },
] as const;

/**
 * The path under a version or prefix that is often forgotten, where nothing is known of the server: no route is read, and no route took the path. The
 * last resort of an investigation, each answer with a control of its own.
 */
export function planForgottenPrefixes(known: Known): readonly Experiment[] {
  const { routes, target } = known;
  const [first = ""] = target.segments;
  if (routes.routes.length > 0 || first === "" || /^(?:api|v\d+)$/i.test(first) || !looksRouterMissed(known)) {
    return [];
  }
  return forgotten.flatMap((one, index) => {
    const asked = planOne(known, one, index);
    return [asked, ...planControlOf(known, asked.id, controlBelow(known, one.prefix))];
  });
}

function planOne(
  known: Known,
  { prefix, varies, tests, answers }: (typeof forgotten)[number],
  order: number,
): Experiment {
  return askOtherPath(known, {
    id: `forgotten:${prefix}`,
    path: `${prefix}${known.target.path}`,
    varies,
    why: `under ${prefix}, which is often left out`,
    tests: [tests],
    value: 0.3 - order / 20,
    answers,
    claim: `The path lacks ${prefix}`,
    shown: "",
  });
}

function controlBelow(known: Known, prefix: string): Pick<Experiment, "varies" | "why" | "request"> {
  return {
    varies: "path",
    why: `a path below ${prefix} that does not exist: some servers answer everything alike`,
    request: varyPath(asSafe(known.request), `${prefix}${strayPath(known)}`),
  };
}
