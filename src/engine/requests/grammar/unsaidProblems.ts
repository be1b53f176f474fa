import type { Problem, Range } from "../../model/place.ts";

/** Something that is said of a stretch of a file. */
interface Said {
  readonly code: string;
  readonly range: Range | null;
}

/**
 * The problems that nothing said already tells, each once: those on the very same words are left out, and those that tell the same thing
 * of words that start or end at the same place.
 */
export function unsaidProblems(problems: readonly Problem[], said: readonly Said[]): readonly Problem[] {
  const told = new Set(said.flatMap(({ code, range }) => (range === null ? [] : keysOf(code, range))));
  return problems.filter(({ code, range }) => {
    const keys = keysOf(code, range);
    const isTold = keys.some((key) => told.has(key));
    told.add(keys[1]).add(keys[2]);
    return !isTold;
  });
}

function keysOf(code: string, { start, end }: Range): readonly [words: string, start: string, end: string] {
  return [`${start}-${end}`, `${code} ${start}-`, `${code} -${end}`];
}
