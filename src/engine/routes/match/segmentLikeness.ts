import type { Difference } from "../../model/route.ts";

/** How one segment of a URL differs from the one a route expects there; null when it does not. */
export interface SegmentDifference {
  readonly what: Difference["what"];
  /** Between 0 (the same) and 1.1 (nothing in common). */
  readonly cost: number;
}

/** True for segments that name a version: `v1`, `v2.1`, `2024-01-01`, `2024-01-01-preview`, `1.0`; `1042.0` is none. */
export function isVersion(segment: string): boolean {
  return /^(?:v\d+(?:[._]\d+){0,2}(?:(?:alpha|beta|rc|preview)\d*)?|\d{4}-\d{2}(?:-\d{2})?(?:[.-]?preview)?|\d{1,2}\.\d+)$/i.test(
    segment,
  );
}

/** True for segments that look like identifiers rather than words: numbers, UUIDs, long hexadecimal or mixed texts. */
export function isIdentifier(segment: string): boolean {
  return /^(?:\d+|[0-9a-f]{8}-[0-9a-f-]{20,}|[0-9a-f]{12,}|(?=[^\d]*\d)[\w-]*_[\w-]+|(?=\D*\d)(?=[^a-z]*[a-z])[\w-]{8,})$/i.test(
    segment,
  );
}

/** A segment with its percent-encoding undone, or as it is when that is malformed. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** A path without the percent-encodings that `decodeURI` undoes (ECMA-262), so that it can be decoded once more; as it is when that is malformed. */
export function decodeLetters(path: string): string {
  try {
    return path.split("%25").map(decodeURI).join("%25");
  } catch {
    return path;
  }
}

/** Compares a fixed segment of a route with a segment of a URL. */
export function compareSegments(expected: string, actual: string, caseSensitive: boolean): SegmentDifference | null {
  if (expected === actual) return null;
  const key = `${caseSensitive} ${actual} ${expected}`;
  const known = comparisons.get(key);
  if (known !== undefined) return known;
  if (comparisons.size >= MOST_COMPARISONS) comparisons.clear();
  const difference = compareDifferent(expected, actual, caseSensitive);
  comparisons.set(key, difference);
  return difference;
}

// One URL is laid against every route, and routes share most of their words.
const comparisons = new Map<string, SegmentDifference | null>();
const MOST_COMPARISONS = 20_000;

function compareDifferent(expected: string, actual: string, caseSensitive: boolean): SegmentDifference | null {
  const left = expected.toLowerCase();
  const right = actual.toLowerCase();
  if (left === right) return caseSensitive ? { what: "case", cost: 0.12 } : null;
  const decoded = decodeSegment(actual).trim().toLowerCase();
  if (decoded === decodeSegment(left)) return { what: "encoding", cost: 0.15 };
  if ((isVersion(expected) && isVersion(actual)) || areEditions(left, right)) return { what: "version", cost: 0.2 };
  if (isPluralOf(left, right) || isPluralOf(right, left)) return { what: "plural", cost: 0.2 };
  const allowed = Math.min(3, Math.floor(Math.max(left.length, right.length) / 3));
  const distance = typingDistance(left, right, allowed);
  if (distance <= allowed && !isIdentifier(actual)) return { what: "typo", cost: 0.22 + 0.08 * distance };
  if (withoutSeparators(left) === withoutSeparators(right)) return { what: "typo", cost: 0.25 };
  return { what: "segment", cost: 1.1 };
}

/** Whether two words name editions of one series: `rev-2` and `rev-3`, `2025b` and `2026b`, `2` and `3`; by themselves such words may be anything. */
function areEditions(one: string, other: string): boolean {
  const series =
    /^(?:(?:v|ver|version|rev|revision|rel|release|edition|ed|gen|api)[-_.]?\d+|(?:19|20)\d\d(?:[a-z]|\.\d{1,2})?|\d{1,2})$/;
  const lead = (word: string) => word.replace(/\d.*$/, "");
  return series.test(one) && series.test(other) && lead(one) === lead(other);
}

function withoutSeparators(text: string): string {
  return text.replace(/[-_.]/g, "");
}

function isPluralOf(plural: string, singular: string): boolean {
  if (plural === `${singular}s` || plural === `${singular}es`) return singular.length > 1;
  if (singular.endsWith("y") && plural === `${singular.slice(0, -1)}ies`) return true;
  return /(?:person|child|man)$/.test(singular) && plural === IRREGULAR[singular];
}

const IRREGULAR: Readonly<Record<string, string>> = { person: "people", child: "children", man: "men", woman: "women" };

/** Edits (insertions, deletions, substitutions, swaps of neighbours) between two texts; `limit + 1` when there are more. */
function typingDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || a.length > 64 || b.length > 64) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      let best = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      current.push(best);
      least = Math.min(least, best);
    }
    // A swap looks back two rows, so that one row alone may be dearer than what follows by one.
    if (least > limit + 1) return limit + 1;
    before = previous;
    previous = current;
  }
  return Math.min(previous[b.length] ?? limit + 1, limit + 1);
}
