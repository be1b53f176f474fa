import type { Traits } from "../facts.ts";

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
  return { passesOn: passesOn || awaitsNext, ends: ends && !awaitsNext, saysNotFound };
}
