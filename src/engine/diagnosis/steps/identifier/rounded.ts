import type { Location } from "../../../model/place.ts";
import type { Known, Observation } from "../../known.ts";

const readAtMost = 4096;
/** What makes a JavaScript number, which keeps about 16 digits, of a parameter. */
const converting =
  /\bNumber(?:\.parse(?:Int|Float))?\s*\(|\bparse(?:Int|Float)\s*\(|\bParse(?:Int|Float)Pipe\b|\bz\.coerce\.number\b|(?:=|\(|,)\s*\+\s*(?:req|request|ctx|c|params)\b|\.transform\(\s*Number\s*\)/;

/** What a service makes of an identifier that no double holds (IEEE 754): the answer names other digits, or the handler turns it into a number. */
export function observeRounded(known: Known): readonly Observation[] {
  const asked = known.identifiers.at(-1)?.value ?? "";
  const rounded = /^\d{16,20}$/.test(asked) ? BigInt(Number(asked)).toString() : asked;
  const printed = String(Number(asked));
  const route = known.match.matched;
  if (asked === "" || (rounded === asked && printed === asked) || !/^\d+$/.test(asked) || route === null) {
    return [];
  }
  const { message = "" } = known.facts ?? {};
  const text = `${message} ${known.replay?.exchange.response?.text.slice(0, readAtMost) ?? ""}`;
  const named = [rounded, printed].find((one) => one !== asked && new RegExp(`(?<!\\d)${one}(?!\\d)`).test(text));
  const conversion = findConversion(known);
  const place = conversion === null ? "" : ` (${conversion.file}:${conversion.line})`;
  if (named !== undefined) {
    return [
      {
        step: "identifier",
        rule: "answer-names-rounded",
        statement: `The answer names ${named}, though ${asked} was asked for: the service made a number of it, which keeps about 16 digits${place}.`,
        claim: `The service rounds the identifier: ${asked} was asked for, and ${named} was looked up${place}.`,
        probe: known.replay?.id ?? null,
        location: conversion,
      },
    ];
  }
  const isStored =
    known.surroundings.stored !== null || known.holders.some(({ kind }) => kind === "code" || kind === "fixture");
  return conversion === null
    ? []
    : [
        {
          step: "identifier",
          rule: isStored ? "handler-rounds-stored" : "handler-rounds",
          statement: `The route makes a number of ${asked}${place}, which keeps about 16 digits: it looks up ${printed}.`,
          claim: `The service rounds the identifier: it makes a number of ${asked}${place} and looks up ${printed}.`,
          probe: null,
          location: conversion,
        },
      ];
}

/** The line of the handler, or of its schema, that makes a number of a parameter; null for a language whose integers keep all digits. */
function findConversion({ handler, match, surroundings }: Known): Location | null {
  const start = match.matched?.handler ?? match.matched;
  if (!handler || !start || /\.py$/.test(start.file)) {
    return null;
  }
  const lines = handler.text.split("\n");
  const index = lines.findIndex((line) => converting.test(line));
  return index < 0
    ? surroundings.numberSchema
    : { file: start.file, line: start.line + index, column: (lines[index] ?? "").search(/\S/) + 1 };
}
