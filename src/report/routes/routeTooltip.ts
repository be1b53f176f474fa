import type { Route } from "../../engine/model/route.ts";
import { hasHandlerElsewhere } from "./mountHops.ts";
import { problemSentence } from "./routeProblems.ts";

/** All that is known of a route, for a tooltip: what is wrong first, then where it is registered, handled and mounted. Paragraphs, not masked. */
export function routeTooltip(route: Route): string {
  const { file, line, handler, mounts, unresolved, framework } = route;
  const hops = mounts.map((mount) => `${mount.prefix === "" ? "/" : mount.prefix} at ${mount.file}:${mount.line}`);
  return [
    `${route.method} ${route.path}`,
    ...route.problems.map((problem) => problemSentence(problem, route)),
    ...(route.deprecated ? ["Deprecated."] : []),
    ...(unresolved === null ? [] : [`Its prefix is not known: ${unresolved}.`]),
    `Registered at ${file}:${line} (${framework}).`,
    ...(handler !== null && hasHandlerElsewhere(route) ? [`Handled at ${handler.file}:${handler.line}.`] : []),
    ...(hops.length === 0 ? [] : [`Mounted under ${hops.join(", then ")}.`]),
  ].join("\n\n");
}
