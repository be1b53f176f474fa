import { decodeSegment } from "../../../routes/match/segmentLikeness.ts";
import { inTurns } from "../../../turns.ts";
import type { Known } from "../../known.ts";
import { isTest, type Text } from "../texts.ts";
import type { Alias } from "./aliases.ts";
import { readDataRows } from "./dataRows.ts";
import { joinSchema, readSqlRow } from "./sqlRows.ts";

const data = /\.(?:sql|json|jsonl|ndjson|csv|tsv|ini|ya?ml|[cm]?[jt]s|py)$/;
/** Data whose records need not be lines that say all of themselves. */
const listed = /\.(?:json|jsonl|ndjson|csv|tsv|ini|ya?ml)$/;
const longestLine = 500;
/** What a column or field is called that holds the record which took the place of this one. */
const successor =
  /^(?:merged_?)?into(?:_\w+)?$|^(?:merged|joined|absorbed|replaced|superseded|duplicate)_?(?:into|with|by|of|to)(?:_?\w+)?$|^(?:successor|survivor|canonical)(?:_?\w+)?$/i;

/** What a row or record of the workspace's data says that the last identifier was merged into; null where none does. */
export async function findMergedInto(known: Known, texts: readonly Text[]): Promise<Alias | null> {
  const value = decodeSegment(known.identifiers.at(-1)?.value ?? "");
  if (!/^[\w.:@~-]{1,120}$/.test(value)) {
    return null;
  }
  const schema = joinSchema(texts);
  for await (const { file, text } of inTurns(texts)) {
    if (!data.test(file) || isTest(file) || !text.includes(value)) {
      continue;
    }
    const lines = text.split(/\r\n|\r|\n/);
    const into = listed.test(file) ? readListed({ file, text }, value) : null;
    if (into !== null) {
      const line = lines.findIndex((each) => each.includes(value)) + 1;
      return { value: into, isMerged: true, location: { file, line, column: 1 } };
    }
    for (const [index, line] of lines.entries()) {
      if (line.length > longestLine || !line.includes(value)) {
        continue;
      }
      const fields = file.endsWith(".sql") ? (readSqlRow(lines, index, value, schema) ?? "") : line;
      const into = readSuccessor(fields, value);
      if (into !== null) {
        return { value: into, isMerged: true, location: { file, line: index + 1, column: 1 } };
      }
    }
  }
  return null;
}

function readListed(text: Text, value: string): string | null {
  for (const { cells } of readDataRows(text, "")) {
    const pairs = Object.entries(cells).map(([name, held]) => ({ name, held }));
    const into = pairs.some(({ held }) => held === value) ? findSuccessor(pairs, value) : null;
    if (into !== null) {
      return into;
    }
  }
  return null;
}

function readSuccessor(fields: string, value: string): string | null {
  const pairs = [...fields.matchAll(/["']?([A-Za-z_]\w*)["']?\s*[:=]\s*(?:'([^']*)'|"([^"]*)"|([\w.:@~-]+))/g)].map(
    ([, name = "", ...values]) => ({ name, held: values.find((one) => one !== undefined) ?? "" }),
  );
  return findSuccessor(pairs, value);
}

/** The value of the one field that names a successor, where another field of the same record holds `value`. */
function findSuccessor(
  pairs: readonly { readonly name: string; readonly held: string }[],
  value: string,
): string | null {
  const own = pairs.find(({ name, held }) => held === value && !successor.test(name));
  const into = pairs.find(({ name, held }) => successor.test(name) && held !== value && /^[\w.:@~-]+$/.test(held));
  const isEmpty = /^(?:null|none|undefined|true|false)$/i.test(into?.held ?? "");
  return own && into && !isEmpty ? into.held : null;
}
