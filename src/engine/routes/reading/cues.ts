import type { Language } from "../facts.ts";
import type { Framework } from "../frameworks/framework.ts";

/**
 * Tells whether a text of a language holds what announces one of the frameworks. A cue that begins with a letter is found at the
 * beginning of words only; otherwise these are the texts that some cue finds.
 */
export function createCueTest(frameworks: readonly Framework[]): (language: Language, text: string) => boolean {
  const tests = new Map<Language, (text: string) => boolean>();
  return (language, text) => {
    const test = tests.get(language) ?? testOf(frameworks.filter((each) => each.languages.includes(language)));
    tests.set(language, test);
    return test(text);
  };
}

/** One alternative of a cue: what stands before the word it begins with (undefined where it need not begin with one), and the rest. */
interface Alternative {
  readonly before: string | undefined;
  readonly rest: string;
  readonly words: readonly string[] | null;
  readonly flags: string;
}

/**
 * Most texts hold no cue, and a pattern for each framework is slow to say so: each goes over the whole text. All that begin with a
 * word are looked for at once, where words begin.
 */
function testOf(frameworks: readonly Framework[]): (text: string) => boolean {
  const all = frameworks.flatMap(({ cue }) =>
    alternativesOf(cue.source).map((each) => readAlternative(each, cue.flags)),
  );
  const patterns = [...new Set(all.map(({ flags }) => flags))].flatMap((flags) => {
    const own = all.filter((each) => each.flags === flags && each.before !== undefined);
    return own.length === 0 ? [] : [new RegExp(`\\b(?:${joinAlternatives(own)})`, flags)];
  });
  for (const { before, rest, flags } of all) if (before === undefined) patterns.push(new RegExp(rest, flags));
  return (text) => patterns.some((each) => each.test(text));
}

/** What a pattern may begin with in front of a word. */
const START = /^(?:\\b|@|\["'\](?:@\??)?)(?=\w|\\w|\(\?:\w)/;

function readAlternative(source: string, flags: string): Alternative {
  const start = START.exec(source)?.[0];
  const rest = source.slice(start?.length ?? 0);
  const words = wordsOf(rest.replace(/\\b$/, ""));
  const before = start ?? (words === null ? undefined : "");
  return { before: before === "\\b" ? "" : before, rest, words, flags };
}

/** Plain words stand side by side and first, so that their first letters tell them apart. */
function joinAlternatives(alternatives: readonly Alternative[]): string {
  const groups = new Map<string, string[]>();
  for (const { before = "", rest, words } of alternatives) {
    const head = before === "" ? "" : `(?<=${before})`;
    const [kind, tail] = words === null ? ["1", ""] : ["0", rest.endsWith("\\b") ? "\\b" : ""];
    const key = [kind, head, tail].join("\n");
    groups.set(key, [...(groups.get(key) ?? []), ...(words ?? [rest])]);
  }
  const parts = [...groups].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return parts
    .map(([key, each]) => {
      const [, head, tail] = key.split("\n");
      return `${head}(?:${each.toSorted().join("|")})${tail}`;
    })
    .join("|");
}

/** The words that a pattern stands for, such as `flask`, `nestjs\\/` and `Next(?:Request|Response)`; null when it is more than words. */
function wordsOf(bare: string): readonly string[] | null {
  const pieces = bare.match(PIECES) ?? [];
  if (pieces.join("") !== bare || !/^(?:\w|\(\?:\w)/.test(bare)) return null;
  return pieces.reduce<readonly string[]>(
    (starts, piece) => {
      const ends = piece.startsWith("(") ? piece.replace(/^\(\?:|\)\??$/g, "").split("|") : [piece];
      if (piece.endsWith("?")) ends.push("");
      return starts.flatMap((start) => ends.map((end) => start + end));
    },
    [""],
  );
}

/** A stretch of plain text, or a group of some, in a pattern. */
const PIECES = /(?:[\w-]|\\[/.-])+(?![*+?{])|\(\?:(?:[\w|-]|\\[/.-])+\)\??(?![*+{])/g;

/** The alternatives of a pattern, those inside of groups and classes left together. */
function alternativesOf(source: string): readonly string[] {
  const found = [""];
  let depth = 0;
  for (const [token] of source.matchAll(/\\[\s\S]|\[(?:\\[\s\S]|[^\]])*\]|[\s\S]/g)) {
    if (token === "(") depth += 1;
    if (token === ")") depth -= 1;
    if (token === "|" && depth === 0) found.push("");
    else found[found.length - 1] += token;
  }
  return found;
}
