import type { Traits } from "../facts.ts";

/** The traits of a body of which nothing is known. */
export const NO_TRAITS: Traits = {
  passesOn: false,
  ends: false,
  answersAlone: false,
  methods: [],
  saysNotFound: false,
};

const escapeName = (name: string) => name.replace(/[$]/g, "\\$&");

/** Reads from the text of a JavaScript handler, by the names of its parameters, whether it ends the response or hands on. */
export function traitsOfHandler(text: string, names: readonly (string | null)[]): Traits {
  const saysNotFound = /\b404\b|not[\s_-]?found/i.test(text);
  const [first, second, third] = names;
  const next = third ? escapeName(third) : null;
  const passesOn =
    next !== null && new RegExp(`\\b${next}\\s*\\(\\s*(?:["'\`](?:route|router)["'\`]\\s*)?\\)`).test(text);
  const awaitsNext =
    first !== undefined && second !== undefined && second !== null
      ? new RegExp(`\\b${escapeName(second)}\\s*\\(\\s*\\)`).test(text)
      : false;
  const ends =
    second !== undefined &&
    second !== null &&
    new RegExp(
      `\\b${escapeName(second)}\\b[\\s\\S]{0,200}?\\.\\s*(?:send|json|jsonp|end|sendFile|sendStatus|render|redirect|download)\\s*\\(`,
    ).test(text);
  const answersAlone =
    first !== undefined &&
    first !== null &&
    new RegExp(
      `\\b${escapeName(first)}\\.(?:(?:body|status)\\s*=|(?:json|text|html|redirect|body|render)\\s*\\()`,
    ).test(text);
  const methods = /\bmethod\b/.test(text) ? methodsIn(text) : [];
  return { passesOn: passesOn || awaitsNext, ends: ends && !awaitsNext, answersAlone, methods, saysNotFound };
}

/** The methods that a text compares with, or switches on. */
export function methodsIn(text: string): string[] {
  const verbs = "(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)";
  const found = text.matchAll(new RegExp(`(?:===?|!==?|\\bcase)\\s*["'\`]${verbs}["'\`]`, "g"));
  return [...new Set([...found].map((match) => match[1] ?? ""))];
}
