const LONGEST_NAME = 64;

/** The known names nearest to a name by edits (a swap of neighbours counts as one), best first, at most three; far ones are left out. */
export function findSimilarNames(name: string, known: Iterable<string>): readonly string[] {
  const wanted = simplify(name);
  if (wanted.length > LONGEST_NAME) return [];
  const ranked: { readonly name: string; readonly edits: number }[] = [];
  for (const candidate of new Set(known)) {
    if (candidate === name || candidate.length > LONGEST_NAME) continue;
    const simple = simplify(candidate);
    const edits = countEdits(wanted, simple);
    if (edits <= Math.max(1, Math.floor(Math.min(wanted.length, simple.length) / 3)) || contains(wanted, simple)) {
      ranked.push({ name: candidate, edits });
    }
  }
  return ranked
    .toSorted((one, other) => one.edits - other.edits)
    .slice(0, 3)
    .map((candidate) => candidate.name);
}

/** Letter case and the marks between words are how names most often differ. */
function simplify(name: string): string {
  return name.toLowerCase().replace(/[-_.\s]/g, "");
}

function contains(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 4 && long.includes(short);
}

function countEdits(one: string, other: string): number {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const cost = one[row - 1] === other[column - 1] ? 0 : 1;
      const isSwap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const swapped = isSwap ? (before[column - 2] as number) + 1 : Number.POSITIVE_INFINITY;
      const replaced = (above[column - 1] as number) + cost;
      current.push(Math.min(replaced, swapped, (above[column] as number) + 1, (current[column - 1] as number) + 1));
    }
    before = above;
    above = current;
  }
  return above[other.length] as number;
}
