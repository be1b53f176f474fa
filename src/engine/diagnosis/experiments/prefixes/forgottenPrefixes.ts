import { type Experiment, type Known, resultsOf } from "../../known.ts";
import { isFound, looksRouterMissed } from "../../responses/answers.ts";
import { strayPath } from "../controls/controls.ts";
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
  return forgotten.flatMap((one, index) => [planOne(known, one, index), ...planControl(known, one.prefix)]);
}

function planOne(known: Known, one: (typeof forgotten)[number], order: number): Experiment {
  const path = `${one.prefix}${known.target.path}`;
  return {
    id: `forgotten:${one.prefix}`,
    role: "variant",
    varies: one.varies,
    why: `under ${one.prefix}, which is often left out`,
    request: varyPath(asSafe(known.request), path),
    tests: [one.tests],
    value: 0.3 - order / 20,
    reading: {
      step: "routing",
      answers: one.answers,
      misses: null,
      claim: (status) => `The path lacks ${one.prefix}: ${path} answers ${status}.`,
      statement: (status) => `${path} answers ${status}.`,
    },
  };
}

function planControl(known: Known, prefix: string): readonly Experiment[] {
  const asked = resultsOf(known, "variant").find(({ experiment }) => experiment.id === `forgotten:${prefix}`);
  if (!asked || !isFound(known, asked.probe)) {
    return [];
  }
  return [
    {
      id: `control:forgotten:${prefix}`,
      role: "variant",
      varies: "path",
      why: `a path below ${prefix} that does not exist: some servers answer everything alike`,
      request: varyPath(asSafe(known.request), `${prefix}${strayPath(known)}`),
      tests: asked.experiment.tests,
      value: 1,
    },
  ];
}
