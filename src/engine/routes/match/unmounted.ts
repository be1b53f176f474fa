import type { NearMiss, Route } from "../../model/route.ts";
import { type CompiledRoute, splitPath, type TemplateSegment } from "./pathTemplate.ts";
import { compareSegments } from "./segmentLikeness.ts";

/** The runs of fixed segments that the served routes of a table start with, such as `api` and `api/v1`. */
export function leadingRuns(routes: readonly Route[]): ReadonlySet<string> {
  const runs = new Set<string>([""]);
  for (const route of routes) {
    if (route.test || route.problems.includes("not-registered")) continue;
    const fixed = splitPath(route.path).slice(0, -1);
    for (let length = 1; length <= fixed.length && !fixed[length - 1]?.startsWith("{"); length++) {
      runs.add(fixed.slice(0, length).join("/").toLowerCase());
    }
  }
  return runs;
}

/**
 * How a path fares against a route whose router nothing mounts: its prefix is not known, so the tail must agree and the rest must
 * be a prefix that others are served under, or one that ends in the name of the route's own file. Null when it is neither.
 */
export function missUnmounted(
  compiled: CompiledRoute,
  path: string,
  actual: readonly string[],
  runs: ReadonlySet<string>,
): NearMiss | null {
  const { route, segments } = compiled;
  const lead = actual.slice(0, actual.length - segments.length);
  const tail = actual.slice(lead.length);
  if (segments.length > actual.length || !segments.every((segment, index) => takes(segment, tail[index] ?? "")))
    return null;
  const isNamed = isNameOf(lead.at(-1) ?? "", route.file);
  const isServedLead = runs.has(lead.join("/").toLowerCase());
  const isServedBefore = isNamed && runs.has(lead.slice(0, -1).join("/").toLowerCase());
  const isTelling = segments.some((segment) => segment.kind === "static");
  if (!isServedBefore && !isNamed && !(isServedLead && isTelling)) return null;
  return {
    route,
    differs: [],
    score: lead.length === 0 ? 1 : isServedBefore || isServedLead ? 0.97 : 0.85,
    corrected: path,
  };
}

function takes(segment: TemplateSegment, text: string): boolean {
  return segment.kind === "static"
    ? segment.text.toLowerCase() === text.toLowerCase()
    : segment.kind === "parameter" && text !== "";
}

/** `refunds` is the name of `refunds.js`, `refund.routes.ts`, `refundsRouter.js` and `refunds/index.js`. */
function isNameOf(segment: string, file: string): boolean {
  const pieces = file.toLowerCase().split("/");
  const base = pieces.at(-1)?.replace(/\.\w+$/, "") ?? "";
  const name = /^(index|routes?|router|controller|handlers?|main)$/.test(base) ? (pieces.at(-2) ?? "") : base;
  const plain = name.replace(/[._-]?(routes?|router|controller|handlers?|api)$/, "");
  const difference = compareSegments(plain, segment, false);
  return plain !== "" && segment !== "" && (difference === null || difference.what === "plural");
}
