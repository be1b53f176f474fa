import { type Alignment, alignSegments } from "./alignSegments.ts";
import type { CompiledRoute, TemplateSegment } from "./pathTemplate.ts";
import { compareSegments, decodeSegment, isVersion } from "./segmentLikeness.ts";

/** How the segments of a URL and of a route are brought into line, and what it costs. */
export interface RouteAlignment {
  readonly steps: readonly Alignment[];
  readonly cost: number;
}

/**
 * Aligns the segments of one URL with those of many routes. Routes whose segments compare with the URL's in the same ways align in
 * the same way and are given the same object; a table has thousands of routes and few such ways.
 */
export function createAligner(url: readonly string[]): (route: CompiledRoute) => RouteAlignment {
  const known = new Map<string, RouteAlignment>();
  const likenesses = [new Map<string, string>(), new Map<string, string>()] as const;
  const decoded = url.map(decodeSegment);
  const likenessOf = (segment: TemplateSegment, caseSensitive: boolean): string => {
    if (segment.kind === "rest") return "rest";
    if (segment.kind === "parameter") {
      const fits = segment.test === null ? "" : decoded.map((each) => Number(segment.test?.test(each))).join("");
      return `${segment.optional ? "?" : ":"}${fits}`;
    }
    const ofCase = likenesses[caseSensitive ? 1 : 0];
    const before = ofCase.get(segment.text);
    if (before !== undefined) return before;
    const fresh = likenessOfText(segment.text, url, caseSensitive);
    ofCase.set(segment.text, fresh);
    return fresh;
  };
  return ({ segments, route }) => {
    let shape = "";
    for (const segment of segments) shape += `${likenessOf(segment, route.caseSensitive)}/`;
    const before = known.get(shape);
    if (before !== undefined) return before;
    const fresh = alignSegments(url, segments, route.caseSensitive);
    known.set(shape, fresh);
    return fresh;
  };
}

function likenessOfText(text: string, url: readonly string[], caseSensitive: boolean): string {
  const differences = url.map((each) => {
    const difference = compareSegments(text, each, caseSensitive);
    return difference === null ? "=" : difference.what === "segment" ? "" : `${difference.what}${difference.cost}`;
  });
  return `${isVersion(text) ? "v" : ""}${differences.join(",")}`;
}
