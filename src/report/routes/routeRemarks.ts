import type { Location } from "../../engine/model/place.ts";
import type { RouteProblem, RouteTable } from "../../engine/model/route.ts";
import type { Mask } from "../maskStrings.ts";
import { problemSentence } from "./routeProblems.ts";

/** What is wrong with one route definition, at its registration; texts are masked. `related` is what takes its requests. */
export interface RouteRemark {
  readonly location: Location;
  readonly code: RouteProblem;
  readonly message: string;
  readonly related: { readonly location: Location; readonly message: string } | null;
}

/** What is wrong with the routes of a table, in its order. Routes of tests are left out: they are often broken on purpose. */
export function routeRemarks({ routes, pages = [] }: RouteTable, mask: Mask): readonly RouteRemark[] {
  return [...routes, ...pages].flatMap((route) => {
    const { method, path, file, line, column, problems, culprit, test } = route;
    return test
      ? []
      : problems.map((problem) => ({
          location: { file, line, column },
          code: problem,
          message: mask(`${method} ${path}: ${lowerFirst(problemSentence(problem, route))}`),
          related:
            culprit === null ? null : { location: culprit, message: mask(sayCulprit(problems, `${method} ${path}`)) },
        }));
  });
}

function lowerFirst(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

function sayCulprit(problems: readonly RouteProblem[], name: string): string {
  return problems.includes("not-registered") ? `mounts the router before ${name} is added` : `answers ${name} first`;
}
