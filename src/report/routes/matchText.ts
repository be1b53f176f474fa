import type { Difference } from "../../engine/model/route.ts";
import { percentage } from "../diagnosis/outcomeLabel.ts";
import { hang, placeText, type TextView } from "../terminalText.ts";
import type { MatchDocument } from "./matchJson.ts";
import { routeLabel } from "./routesText.ts";

const SHOWN = 5;

/** What a URL reaches, or the nearest routes and what differs, for a terminal; it ends with a line feed. */
export function matchText(match: MatchDocument, { paint, width }: TextView): string {
  const asked = `${match.method} ${match.url}`;
  if (match.matched) {
    const route = match.matched;
    const lines = [
      hang("", `${asked} reaches ${routeLabel(route)}`, width),
      `  ${placeText(route)} (${route.framework})`,
      ...match.params.map(({ name, value }) => hang("  ", `${name} = ${value}`, width)),
      ...route.problems.map((problem) => `  ${paint.warn(problem)}`),
    ];
    return `${lines.join("\n")}\n`;
  }
  if (match.near.length === 0) {
    return `${hang("", `${asked} reaches no route of this workspace, and none is near.`, width)}\n`;
  }
  const lines = [hang("", `${asked} reaches no route of this workspace. The nearest:`, width)];
  for (const { route, differs, score, corrected } of match.near.slice(0, SHOWN)) {
    lines.push(
      hang("  ", `${routeLabel(route)}  ${percentage(score)}  ${placeText(route)}`, width),
      ...differs.map((difference) => hang("    ", differenceText(difference), width)),
      ...(corrected === "" ? [] : [hang("    ", `would reach it: ${corrected}`, width)]),
    );
  }
  if (match.near.length > SHOWN) {
    lines.push(paint.faint(`  and ${match.near.length - SHOWN} more (--json lists them)`));
  }
  return `${lines.join("\n")}\n`;
}

/** One way in which a URL misses a route, such as `version: "v1" expected, "v2" asked`. */
export function differenceText({ what, expected, actual }: Difference): string {
  if (expected === "") {
    return `${what.replace("-", " ")}: "${actual}" is too much`;
  }
  return actual === ""
    ? `${what.replace("-", " ")}: "${expected}" is missing`
    : `${what.replace("-", " ")}: "${expected}" expected, "${actual}" asked`;
}
