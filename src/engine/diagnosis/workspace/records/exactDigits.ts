import type { Location } from "../../../model/place.ts";
import type { Known } from "../../known.ts";
import { isTest, type Text } from "../texts.ts";

/** A long number that a double (IEEE 754, 53 bits of digits) makes the failing identifier of. */
export interface ExactDigits {
  readonly value: string;
  readonly location: Location;
}

const longest = 2000;
const most = 4;

/** The numbers of data and code whose digits are lost in the last identifier, each once, at most four. */
export function findExactDigits(known: Known, texts: readonly Text[]): readonly ExactDigits[] {
  const asked = known.identifiers.at(-1)?.value ?? "";
  const found = new Map<string, ExactDigits>();
  if (!isBeyondDouble(asked)) {
    return [];
  }
  const start = asked.slice(0, 12);
  for (const { file, text } of texts) {
    if (isTest(file) || !text.includes(start)) {
      continue;
    }
    for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
      for (const value of line.length > longest ? [] : listExact(line, asked)) {
        found.set(value, found.get(value) ?? { value, location: { file, line: index + 1, column: 1 } });
      }
    }
  }
  return [...found.values()].slice(0, most);
}

/** The numbers in a text that a double makes `asked` of, other than itself; none where a double holds it. */
export function listExact(text: string, asked: string): readonly string[] {
  if (!isBeyondDouble(asked)) {
    return [];
  }
  const numbers = [...text.matchAll(/(?<![\w.])\d{16,20}(?![\w.])/g)].map(([number]) => number);
  return [...new Set(numbers)].filter((number) => number !== asked && Number(number) === Number(asked));
}

function isBeyondDouble(text: string): boolean {
  return /^\d{16,20}$/.test(text) && !Number.isSafeInteger(Number(text));
}
