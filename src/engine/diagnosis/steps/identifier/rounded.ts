import type { Location } from "../../../model/place.ts";
import { type Known, type Observation, resultsOf } from "../../known.ts";
import { isFound } from "../../responses/answers.ts";

const readAtMost = 4096;
/** What makes a JavaScript number, which keeps about 16 digits, of a parameter. */
const converting =
  /\bNumber(?:\.parse(?:Int|Float))?\s*\(|\bparse(?:Int|Float)\s*\(|\bParse(?:Int|Float)Pipe\b|\bz\.coerce\.number\b|(?:=|\(|,)\s*\+\s*(?:req|request|ctx|c|params)\b|\.transform\(\s*Number\s*\)/;

/**
 * What a service makes of an identifier that no double holds (IEEE 754): its answer names other digits, its handler or schema turns it into a number, or
 * it finds none of the long numbers that it lists.
 */
export function observeRounded(known: Known): readonly Observation[] {
  const asked = known.identifiers.at(-1)?.value ?? "";
  if (!isBeyondDouble(asked) || known.match.matched === null) {
    return [];
  }
  const conversion = findConversion(known);
  const place = conversion === null ? "" : ` (${conversion.file}:${conversion.line})`;
  const named = findNamed(known, asked);
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
  return conversion === null ? observeAllMissed(known, asked) : [observeConversion(known, asked, conversion)];
}

function isBeyondDouble(text: string): boolean {
  return /^\d{16,20}$/.test(text) && BigInt(Number(text)).toString() !== text;
}

/** The rounded number, in either way of writing it, where the answer names it. */
function findNamed({ facts, replay }: Known, asked: string): string | undefined {
  const text = `${facts?.message ?? ""} ${replay?.exchange.response?.text.slice(0, readAtMost) ?? ""}`;
  const rounded = [BigInt(Number(asked)).toString(), String(Number(asked))];
  return rounded.find((one) => one !== asked && new RegExp(`(?<!\\d)${one}(?!\\d)`).test(text));
}

function observeConversion(known: Known, asked: string, conversion: Location): Observation {
  const place = ` (${conversion.file}:${conversion.line})`;
  const printed = String(Number(asked));
  const isStored =
    known.surroundings.stored !== null || known.holders.some(({ kind }) => kind === "code" || kind === "fixture");
  return {
    step: "identifier",
    rule: isStored ? "handler-rounds-stored" : "handler-rounds",
    statement: `The route makes a number of ${asked}${place}, which keeps about 16 digits: it looks up ${printed}.`,
    claim: `The service rounds the identifier: it makes a number of ${asked}${place} and looks up ${printed}.`,
    probe: null,
    location: conversion,
  };
}

/** A collection lists the number, and neither it nor any other of its long numbers is found. */
function observeAllMissed(known: Known, asked: string): readonly Observation[] {
  const collection = resultsOf(known, "collection")[0]?.probe;
  const listed = collection?.exchange.response?.text ?? "";
  const others = resultsOf(known, "neighbour");
  const isLong = (url: string) => url.split(/[/?#]/).some(isBeyondDouble);
  const isMissed = others.length > 0 && others.every(({ probe }) => isLong(probe.url) && !isFound(known, probe));
  if (!isMissed || !collection || !isFound(known, collection) || !new RegExp(`(?<!\\d)${asked}(?!\\d)`).test(listed)) {
    return [];
  }
  return [
    {
      step: "identifier",
      rule: "long-numbers-missed",
      statement: `The collection lists ${asked}, and neither it nor another number as long is found: a JavaScript number keeps about 16 digits.`,
      claim: `The service seems to round long numbers: its collection lists ${asked}, and finds neither it nor another one as long.`,
      probe: collection.id,
      location: null,
    },
  ];
}

/** The line of the handler, or of its schema, that makes a number of a parameter; null for a language whose integers keep all digits. */
function findConversion({ handler, match, surroundings, identifiers }: Known): Location | null {
  const start = match.matched?.handler ?? match.matched;
  if (!handler || !start || /\.py$/.test(start.file)) {
    return null;
  }
  const lines = handler.text.split("\n");
  const name = (identifiers.at(-1)?.name ?? "").replace(/\W/g, "");
  const plus = new RegExp(`(?:[=({,?:]|\\breturn)\\s*\\+\\s*(?:[\\w$]+\\.)*${name}\\b`);
  const index = lines.findIndex((line) => converting.test(line) || (name !== "" && plus.test(line)));
  return index < 0
    ? surroundings.numberSchema
    : { file: start.file, line: start.line + index, column: (lines[index] ?? "").search(/\S/) + 1 };
}
