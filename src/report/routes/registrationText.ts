import type { Location } from "../../engine/model/place.ts";
import type { Route } from "../../engine/model/route.ts";
import { codeSpan, escapeMarkdown, type HoverLinks } from "../diagnosis/hoverText.ts";
import type { Mask } from "../maskStrings.ts";
import { hasHandlerElsewhere } from "./mountHops.ts";
import { problemSentence } from "./routeProblems.ts";

/** Markdown for the path of a registration: each whole path that it stands for, what is wrong with it, where it is mounted and handled; the command. Masked. */
export function registrationText(routes: readonly Route[], links: HoverLinks, mask: Mask): string {
  return [...routes.map((route) => oneRoute(route, links, mask)), `[Diagnose 404](${links.diagnose})`].join("\n\n");
}

function oneRoute(route: Route, links: HoverLinks, mask: Mask): string {
  const link = (place: Location) => `[${escapeMarkdown(`${place.file}:${place.line}`)}](${links.open(place)})`;
  const { problems, mounts, handler, unresolved } = route;
  const hops = mounts.map((hop) => `${codeSpan(mask(hop.prefix === "" ? "/" : hop.prefix))} at ${link(hop)}`);
  return [
    `${codeSpan(mask(`${route.method} ${route.path}`))}${route.deprecated ? " (deprecated)" : ""}`,
    ...problems.map((problem) => escapeMarkdown(mask(problemSentence(problem, route)))),
    ...(unresolved === null ? [] : [escapeMarkdown(mask(`Its prefix is not known: ${unresolved}.`))]),
    ...(hops.length === 0 ? [] : [`Mounted under ${hops.join(", then ")}.`]),
    ...(handler !== null && hasHandlerElsewhere(route) ? [`Handled at ${link(handler)}.`] : []),
  ].join("\n\n");
}
