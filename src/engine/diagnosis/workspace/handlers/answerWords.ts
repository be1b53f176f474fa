import type { Location } from "../../../model/place.ts";
import { inTurns } from "../../../turns.ts";
import type { Known } from "../../known.ts";
import { isTest, type Text } from "../texts.ts";

/** A line of code that writes a field which the failing answer holds. */
export interface AnswerWord {
  readonly field: string;
  readonly location: Location;
}

const code = /\.(?:[cm]?[jt]sx?|py|rb|go|java|cs|php)$/;
const answering = /\b(?:404|410)\b|json|send|respon|reply|render|status|raise|throw/i;
const mostFiles = 3;

/** Where code writes the fields by which the answer says what became of the thing; only names so rare that they stand in three files at most. */
export async function findAnswerWords(known: Known, texts: readonly Text[]): Promise<readonly AnswerWord[]> {
  const fields = (known.facts?.tombstones ?? []).map(({ field }) => field.replace(/^.*[.\]]/, ""));
  const rare = [...new Set(fields)].filter((field) => /^[A-Za-z]\w{5,40}$/.test(field));
  const words: AnswerWord[] = [];
  for (const field of rare) {
    const held: Text[] = [];
    for await (const text of inTurns(texts)) {
      if (!isTest(text.file) && new RegExp(`(?<![\\w$])${field}(?![\\w$])`).test(text.text)) {
        held.push(text);
      }
    }
    const written = held.filter(({ file }) => code.test(file)).flatMap((text) => readWriting(text, field) ?? []);
    words.push(...(held.length <= mostFiles ? written : []));
  }
  return words;
}

/** The line of a file that writes a field, that of an answer before that of data. */
function readWriting({ file, text }: Text, field: string): AnswerWord | null {
  const shape = new RegExp(
    `(?<![\\w$.])["'\`]?${field}["'\`]?\\s*:(?!:)|["'\`]${field}["'\`]\\]\\s*=(?!=)|(?<=[(,]\\s*)${field}\\s*=(?!=)`,
  );
  const lines = text.split(/\r\n|\r|\n/);
  const writing = lines.flatMap((line, index) => (shape.test(line) ? [{ line, index }] : []));
  const found = writing.find(({ line }) => answering.test(line)) ?? writing[0];
  return found ? { field, location: { file, line: found.index + 1, column: found.line.search(shape) + 1 } } : null;
}
