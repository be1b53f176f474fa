import type { Diagnosis } from "../../engine/model/diagnosis.ts";
import type { Location } from "../../engine/model/place.ts";
import type { Difference, Match, NearMiss, Route } from "../../engine/model/route.ts";
import type { Mask } from "../maskStrings.ts";
import { outcomeLabel, percentage } from "./outcomeLabel.ts";

/** The commands a hover links to, as complete `command:` URIs; the host knows how to write them. */
export interface HoverLinks {
  /** Opens a place of the workspace. */
  open(location: Location): string;
  /** Diagnoses the hovered URL. */
  readonly diagnose: string;
}

/**
 * What is known about a hovered URL: `match` is null where the route table says nothing about its host; `verdict` says
 * whether the sentence of the last verdict is told here or already stands beside the URL.
 */
export interface HoveredUrl {
  readonly match: Match | null;
  readonly last: Diagnosis | null;
  readonly verdict: "told" | "beside";
}

/** Markdown for a URL: the route it reaches, or the nearest and what differs; the last outcome; the command. Masked. */
export function hoverText(hovered: HoveredUrl, links: HoverLinks, mask: Mask): string {
  const lines = hovered.match === null ? [] : [routeText(hovered.match, links, mask)];
  if (hovered.last !== null) {
    lines.push(lastText(hovered.last, hovered.verdict, mask));
  }
  lines.push(`[Diagnose 404](${links.diagnose})`);
  return lines.join("\n\n");
}

function routeText(match: Match, links: HoverLinks, mask: Mask): string {
  if (match.matched !== null) {
    return `Reaches ${routeLink(match.matched, links, mask)}${problemText(match.matched)}`;
  }
  const nearest = match.near[0];
  if (nearest === undefined) {
    return "Reaches no route of this workspace.";
  }
  return `Reaches no route. Nearest: ${routeLink(nearest.route, links, mask)}${problemText(nearest.route)}\n\n${differenceText(nearest, mask)}`;
}

function routeLink(route: Route, links: HoverLinks, mask: Mask): string {
  const place = `${route.file}:${route.line}`;
  return `${codeSpan(mask(`${route.method} ${route.path}`))} in [${escapeMarkdown(place)}](${links.open(route)})`;
}

function problemText(route: Route): string {
  return route.problems.length === 0
    ? ""
    : ` (${route.problems.map((problem) => problem.replaceAll("-", " ")).join(", ")})`;
}

function differenceText(near: NearMiss, mask: Mask): string {
  return near.differs.map((difference) => `- ${oneDifference(difference, mask)}`).join("\n");
}

function oneDifference(difference: Difference, mask: Mask): string {
  const what = difference.what.replaceAll("-", " ");
  const expected = difference.expected === "" ? "nothing" : codeSpan(mask(difference.expected));
  const actual = difference.actual === "" ? "nothing" : codeSpan(mask(difference.actual));
  return `${what}: ${actual} here, ${expected} there`;
}

/** How many of the wrong fixes a hover names; fewer where the verdict already stands beside it. */
const mostAvoided = { told: 2, beside: 1 } as const;

function lastText(last: Diagnosis, verdict: HoveredUrl["verdict"], mask: Mask): string {
  const { cause, confidence, summary } = last.verdict;
  const label = `Last: **${escapeMarkdown(outcomeLabel(last))}**`;
  if (last.outcome === "answered" || cause === null) {
    return label;
  }
  const sure = `${label} (${percentage(confidence)})`;
  const told = verdict === "beside" ? sure : `${sure}. ${escapeMarkdown(mask(summary))}`;
  return [told, ...last.avoid.slice(0, mostAvoided[verdict]).map((line) => `- ${escapeMarkdown(mask(line))}`)].join(
    "\n",
  );
}

/** A Markdown code span that holds the text whatever backticks are in it (CommonMark 6.1). */
export function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}

/** The text with every character that Markdown could read as markup escaped (CommonMark 2.4). */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~&]/g, "\\$&");
}
