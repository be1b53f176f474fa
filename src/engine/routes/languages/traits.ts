import type { Traits } from "../facts.ts";

/** The traits of a body of which nothing is known. */
export const NO_TRAITS: Traits = {
  passesOn: false,
  ends: false,
  answersAlone: false,
  methods: [],
  saysNotFound: false,
};

/** What is looked for of a parameter, by its name. */
interface NamedTests {
  /** It is called without an argument, or with the word that leaves a router. */
  readonly handsOn: RegExp;
  readonly isCalled: RegExp;
  readonly ends: RegExp;
  readonly answers: RegExp;
}

const ENDS = /\.\s*(?:send|json|jsonp|end|sendFile|sendStatus|render|redirect|download)\s*\(/;

const MOST_NAMES = 500;
/** Parameters bear few names, and an expression is slower to make than to use. */
const testsByName = new Map<string, NamedTests>();

function testsOf(name: string): NamedTests {
  const known = testsByName.get(name);
  if (known !== undefined) return known;
  const plain = name.replace(/[$]/g, "\\$&");
  const tests: NamedTests = {
    handsOn: new RegExp(`\\b${plain}\\s*\\(\\s*(?:["'\`](?:route|router)["'\`]\\s*)?\\)`),
    isCalled: new RegExp(`\\b${plain}\\s*\\(\\s*\\)`),
    ends: new RegExp(`\\b${plain}\\b[\\s\\S]{0,200}?${ENDS.source}`),
    answers: new RegExp(`\\b${plain}\\.(?:(?:body|status)\\s*=|(?:json|text|html|redirect|body|render)\\s*\\()`),
  };
  if (testsByName.size >= MOST_NAMES) testsByName.clear();
  testsByName.set(name, tests);
  return tests;
}

/** Reads the traits of a JavaScript handler from its text and the names of its parameters. */
export type TraitsReader = (text: string, names: readonly (string | null)[]) => Traits;

/**
 * Makes a reader of whether handlers end the response or hand on, for the handlers of one text. Functions lie within functions, so
 * that what the whole does not say is not looked for in each.
 */
export function createTraitsReader(whole: string): TraitsReader {
  const [mayEnd, mayCompare, maySay] = [ENDS, METHOD, NOT_FOUND].map((each) => each.test(whole));
  return (text, names) => {
    const [first, second, third] = names.map((name) => (name !== null && text.includes(name) ? testsOf(name) : null));
    const passesOn = names[2] !== "" && (third?.handsOn.test(text) ?? false);
    const awaitsNext = second?.isCalled.test(text) ?? false;
    const ends = mayEnd === true && !awaitsNext && (second?.ends.test(text) ?? false);
    const answersAlone = first?.answers.test(text) ?? false;
    const methods = mayCompare === true && METHOD.test(text) ? methodsIn(text) : [];
    const saysNotFound = maySay === true && NOT_FOUND.test(text);
    return { passesOn: passesOn || awaitsNext, ends, answersAlone, methods, saysNotFound };
  };
}

const METHOD = /\bmethod\b/;
const NOT_FOUND = /\b404\b|not[\s_-]?found/i;

/** The methods that a text compares with, or switches on. */
export function methodsIn(text: string): string[] {
  const verbs = "(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)";
  const found = text.matchAll(new RegExp(`(?:===?|!==?|\\bcase)\\s*["'\`]${verbs}["'\`]`, "g"));
  return [...new Set([...found].map((match) => match[1] ?? ""))];
}
