import type { Route } from "../../engine/model/route.ts";
import type { RankedRoute } from "../../engine/routes/match/rankRoutes.ts";
import type { Mask } from "../maskStrings.ts";
import { differenceText } from "./matchText.ts";
import { problemName, problemSentence } from "./routeProblems.ts";
import { routeIcon } from "./routesOutline.ts";

/** One route as it is offered for choosing; all texts are masked. `icon` names an icon of VS Code. */
export interface RoutePick {
  readonly label: string;
  readonly icon: string;
  readonly description: string;
  /** What differs or what is wrong; empty for a route that is as typed. */
  readonly detail: string;
  readonly route: Route;
}

/** Routes under a common heading. */
export interface RoutePicks {
  readonly heading: string;
  readonly picks: readonly RoutePick[];
}

const headings: Readonly<Record<RankedRoute["kind"], string>> = {
  reached: "reached by this URL",
  written: "written for this URL, not served",
  fits: "as typed so far",
  near: "nearly reached",
};

/** The ranked routes under headings, the likeliest first. */
export function routePicks(ranked: readonly RankedRoute[], mask: Mask): readonly RoutePicks[] {
  return [...Map.groupBy(ranked, ({ kind }) => kind)].map(([kind, members]) => ({
    heading: headings[kind],
    picks: members.map((each) => pickOf(each, mask)),
  }));
}

function pickOf({ kind, route, differs }: RankedRoute, mask: Mask): RoutePick {
  const place = `${route.file}:${route.line}`;
  const remarks = [
    ...(kind === "written" ? [] : route.problems.map(problemName)),
    ...(route.deprecated ? ["deprecated"] : []),
    ...(route.test ? ["in a test"] : []),
  ];
  const details =
    kind === "written" ? route.problems.map((problem) => problemSentence(problem, route)) : differs.map(differenceText);
  return {
    label: mask(`${route.method} ${route.path}`),
    icon: routeIcon(route).icon,
    description: mask([place, ...remarks].join(" · ")),
    detail: mask(details.join("; ")),
    route,
  };
}
