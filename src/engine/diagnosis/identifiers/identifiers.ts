import type { Match } from "../../model/route.ts";
import { type Alignment, alignSegments } from "../../routes/match/alignSegments.ts";
import { compileRoute } from "../../routes/match/pathTemplate.ts";
import { decodeSegment, isVersion } from "../../routes/match/segmentLikeness.ts";
import type { TargetUri } from "../../targetUri.ts";

/** The shape of an identifier, as far as its text shows it. */
export type IdentifierShape = "integer" | "uuid" | "hex" | "coded" | "slug";

/** One identifier in a path: the 0-based index of its segment, its raw text, its parameter name and its shape. */
export interface Identifier {
  readonly segment: number;
  readonly name: string;
  readonly value: string;
  readonly shape: IdentifierShape;
  /** The segment before it, which is what a list of such things is called. */
  readonly below?: string;
}

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The shape of one segment, or null when it reads like a literal word of a path. */
export function shapeOf(segment: string): IdentifierShape | null {
  const text = decodeSegment(segment);
  if (isVersion(text) || text === "") {
    return null;
  }
  if (/^\d+$/.test(text)) {
    return "integer";
  }
  if (uuidShape.test(text)) {
    return "uuid";
  }
  if (/^\d{4,}\.(?:json|xml|csv|pdf|html?)$/i.test(text)) {
    return "coded";
  }
  if (/^[0-9a-f]{12,}$/i.test(text) && /\d/.test(text)) {
    return "hex";
  }
  return /\d/.test(text) && /^[\w.:@-]+$/.test(text) && !/\.[a-z]{2,4}$/i.test(text) ? "coded" : null;
}

/**
 * The identifiers in a path: those the matched or nearest route takes as parameters, else the segments that look like
 * one. Parameter names come from the route, else from the singular of the segment before.
 */
export function findIdentifiers(target: TargetUri, match: Match): readonly Identifier[] {
  const fromRoute = parametersOf(target, match);
  return target.segments.flatMap((value, segment) => {
    const name = fromRoute.get(segment);
    const shape = shapeOf(value);
    if ((name === undefined && shape === null) || value.includes("{{")) {
      return [];
    }
    const below = target.segments[segment - 1];
    return [
      {
        segment,
        name: name ?? guessName(target.segments, segment),
        value,
        shape: shape ?? "slug",
        ...(below === undefined ? {} : { below }),
      },
    ];
  });
}

function parametersOf(target: TargetUri, match: Match): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const nearest = match.near[0];
  const route = match.matched ?? (nearest && nearest.score >= 0.6 ? nearest.route : null);
  if (!route) {
    return names;
  }
  const template = compileRoute(route).segments;
  const { steps } = alignSegments(target.segments, template, route.caseSensitive);
  for (const [index, step] of steps.entries()) {
    const segment = step.kind === "same" || step.kind === "differs" ? template[step.route] : undefined;
    const name = segment?.kind === "parameter" ? /^\{(\w+)\}$/.exec(segment.text)?.[1] : undefined;
    const at = name === undefined ? null : pickSegment(target.segments, steps, index);
    // What the route that takes the path calls otherwise, or ends in, is a day or a release, however much it looks like a version of the API.
    const isLead = at !== null && at < target.segments.length - 1 && isVersionName(name ?? "");
    const isVersioned = isVersion(target.segments[at ?? -1] ?? "") && (match.matched === null || isLead);
    if (name !== undefined && at !== null && !isVersioned) {
      names.set(at, name);
    }
  }
  return names;
}

/** The segment that a parameter takes: a word leaves its place to what looks like an identifier and stands right beside it. */
function pickSegment(segments: readonly string[], steps: readonly Alignment[], index: number): number | null {
  const urlOf = (step: Alignment | undefined) => (step && "url" in step ? step.url : -1);
  const isIdentifier = (at: number) => shapeOf(segments[at] ?? "") !== null;
  const own = urlOf(steps[index]);
  const beside = [steps[index - 1], steps[index + 1]].filter((step) => step?.kind === "extra").map(urlOf);
  const at = isIdentifier(own) ? own : (beside.find(isIdentifier) ?? own);
  return at < 0 ? null : at;
}

/** Whether two segments name versions in a row, `v4` and `v1`; of days, which may be data, nothing is said. */
export function areVersions(first: string | undefined, second: string | undefined): boolean {
  return [first ?? "", second ?? ""].every((segment) => /^v/i.test(segment) && isVersion(segment));
}

/** Whether a parameter is called as the version of an API is. */
export function isVersionName(name: string): boolean {
  return /^(?:api_?)?v(?:er(?:sion)?)?$/i.test(name);
}

function guessName(segments: readonly string[], segment: number): string {
  const before = segments[segment - 1];
  const word = before === undefined ? "" : before.replace(/\W/g, "").replace(/ies$/, "y").replace(/s$/, "");
  // What is named by one or two letters is no noun: `/g/2` holds no gId.
  return word.length < 3 || isVersion(word) ? "id" : `${word}Id`;
}

/** An identifier of the same shape that surely names nothing; `nonce` is a number from 0 to 9999. */
export function makeUnknownIdentifier(shape: IdentifierShape, nonce: number): string {
  const digits = String(nonce).padStart(4, "0");
  switch (shape) {
    case "integer":
      return `214748${digits.slice(-4)}`.slice(0, 9);
    case "uuid":
      return `4f04d1a6-0404-4404-8404-404404${digits}04`;
    case "hex":
      return `4f04d1a60404440484044${digits.slice(-3)}`;
    case "coded":
      return `zq404x${digits}`;
    case "slug":
      return `no-such-thing-${digits}`;
  }
}

const leadingWords = new Set(["api", "apis", "rest", "services", "service", "public", "internal", "rpc"]);

/** Whether a segment is a word that names a resource, rather than a version, an identifier, or what leads in to resources. */
export function isResourceWord(segment: string): boolean {
  return !leadingWords.has(segment.toLowerCase()) && !isVersion(segment) && shapeOf(segment) === null && segment !== "";
}
