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
    ends: new RegExp(
      `\\b${plain}\\b[\\s\\S]{0,200}?\\.\\s*(?:send|json|jsonp|end|sendFile|sendStatus|render|redirect|download)\\s*\\(`,
    ),
    answers: new RegExp(`\\b${plain}\\.(?:(?:body|status)\\s*=|(?:json|text|html|redirect|body|render)\\s*\\()`),
  };
  if (testsByName.size >= MOST_NAMES) testsByName.clear();
  testsByName.set(name, tests);
  return tests;
}

/** Reads from the text of a JavaScript handler, by the names of its parameters, whether it ends the response or hands on. */
export function traitsOfHandler(text: string, names: readonly (string | null)[]): Traits {
  const [first, second, third] = names.map((name) => (name !== null && text.includes(name) ? testsOf(name) : null));
  const passesOn = names[2] !== "" && (third?.handsOn.test(text) ?? false);
  const awaitsNext = second?.isCalled.test(text) ?? false;
  const ends = !awaitsNext && (second?.ends.test(text) ?? false);
  const answersAlone = first?.answers.test(text) ?? false;
  const methods = /\bmethod\b/.test(text) ? methodsIn(text) : [];
  return { passesOn: passesOn || awaitsNext, ends, answersAlone, methods, saysNotFound: NOT_FOUND.test(text) };
}

const NOT_FOUND = /\b404\b|not[\s_-]?found/i;

/** The methods that a text compares with, or switches on. */
export function methodsIn(text: string): string[] {
  const verbs = "(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)";
  const found = text.matchAll(new RegExp(`(?:===?|!==?|\\bcase)\\s*["'\`]${verbs}["'\`]`, "g"));
  return [...new Set([...found].map((match) => match[1] ?? ""))];
}
