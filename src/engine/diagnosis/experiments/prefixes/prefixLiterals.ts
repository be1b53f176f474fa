import type { Experiment, Known } from "../../known.ts";
import { looksRouterMissed } from "../../responses/answers.ts";
import { completePath } from "../../workspace/clients/pathLiterals.ts";
import { asSafe, varyPath } from "../vary.ts";

/** Where no route took the path, the same path with the part of a prefix that a line of the workspace writes and the request lacks. */
export function planPrefixLiterals(known: Known): readonly Experiment[] {
  const { target, match, surroundings } = known;
  if (match.matched !== null || !looksRouterMissed(known)) {
    return [];
  }
  return surroundings.prefixes.flatMap(({ value, location, isCompared }) => {
    const path = completePath(value, target.segments);
    const place = `${location.file}:${location.line}`;
    return path === null
      ? []
      : [
          {
            id: `prefix-literal:${value}`,
            role: "variant" as const,
            varies: "prefix" as const,
            why: `under ${value}, which ${place} writes`,
            request: varyPath(asSafe(known.request), path),
            tests: ["rewrite-mismatch/base-path" as const],
            value: isCompared ? 0.62 : 0.4,
            reading: {
              step: "routing" as const,
              answers: "configured-prefix-answers" as const,
              misses: null,
              location,
              claim: (status: number) =>
                `A part of the prefix is missing: ${place} writes "${value}", and ${path} answers ${status}.`,
              statement: (status: number) => `${path} answers ${status}, under "${value}" of ${place}.`,
            },
          },
        ];
  });
}
