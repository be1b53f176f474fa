import type { Language } from "../facts.ts";
import type { Framework } from "../frameworks/framework.ts";

/**
 * Tells whether a text of a language holds what announces one of the frameworks. A cue that is plain text is found at the beginning
 * of words only; otherwise these are the texts that some cue finds.
 */
export function createCueTest(frameworks: readonly Framework[]): (language: Language, text: string) => boolean {
  const tests = new Map<Language, (text: string) => boolean>();
  return (language, text) => {
    const test = tests.get(language) ?? testOf(frameworks.filter((each) => each.languages.includes(language)));
    tests.set(language, test);
    return test(text);
  };
}

/**
 * Most texts hold no cue, and a pattern of many alternatives is slow to say so. Those that are words are looked for at once, which
 * is several times faster; only a text that may hold one is tested as the frameworks say.
 */
function testOf(frameworks: readonly Framework[]): (text: string) => boolean {
  const words: string[] = [];
  const others: RegExp[] = [];
  for (const { cue } of frameworks) {
    const rest = alternativesOf(cue.source).filter((each) => {
      const found = wordsOf(each);
      words.push(...(found ?? []));
      return found === null;
    });
    if (rest.length > 0) others.push(new RegExp(rest.join("|"), cue.flags));
  }
  const quick = words.length === 0 ? /(?!)/ : new RegExp(`\\b(?:${words.join("|")})`, "i");
  return (text) =>
    (quick.test(text) || others.some((each) => each.test(text))) && frameworks.some(({ cue }) => cue.test(text));
}

/**
 * The words that one alternative stands for, such as `\\bflask\\b`, `@nestjs\\/` and `\\bNext(?:Request|Response)`; null when it is
 * more than words.
 */
function wordsOf(alternative: string): readonly string[] | null {
  const bare = alternative.replace(/^(?:\\b|@)/, "").replace(/\\b$/, "");
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
