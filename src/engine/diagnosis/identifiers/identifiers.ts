import type { Match } from "../../model/route.ts";
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
    return [{ segment, name: name ?? guessName(target.segments, segment), value, shape: shape ?? "slug" }];
  });
}

function parametersOf(target: TargetUri, match: Match): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const nearest = match.near[0];
  const route = match.matched ?? (nearest && nearest.score >= 0.6 ? nearest.route : null);
  if (!route) {
    return names;
  }
  const pattern = route.path.split("/").slice(1);
  const shift = target.segments.length - pattern.length;
  for (const [index, piece] of pattern.entries()) {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    // Parameters stand near the end of a path, so a pattern of another length is laid against the end.
    const segment = index + shift;
    if (name !== undefined && target.segments[segment] !== undefined && !isVersion(target.segments[segment])) {
      names.set(segment, name);
    }
  }
  return names;
}

function guessName(segments: readonly string[], segment: number): string {
  const before = segments[segment - 1];
  const word = before === undefined ? "" : before.replace(/\W/g, "").replace(/ies$/, "y").replace(/s$/, "");
  return word === "" || isVersion(word) ? "id" : `${word}Id`;
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
