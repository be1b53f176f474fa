import { decodeSegment } from "../../../routes/match/segmentLikeness.ts";
import { inTurns } from "../../../turns.ts";
import type { Known } from "../../known.ts";
import { isTest, type Text } from "../texts.ts";
import type { Alias } from "./aliases.ts";
import { type DataRow, readDataRows } from "./dataRows.ts";

type Row = DataRow["cells"];

// What another thing is known by (`customer_id`) is shared by many records.
const keyColumn = /^(?:_?id|uuid|guid|number|no|nr|code|key|pk|ref|reference|sku|ean|isbn)$/i;

/**
 * What another table of the same columns calls the record that one table holds under the failing identifier: `D-201,salsa-for-beginners`
 * in one, `D-201,salsa-level-1` in the other, which has the first name nowhere. Tables are CSV, TSV and lists in JSON. Null when there is none.
 */
export async function findRenamedRow(known: Known, texts: readonly Text[]): Promise<Alias | null> {
  const value = decodeSegment(known.identifiers.at(-1)?.value ?? "");
  const isTable = ({ file }: Text) => /\.(?:csv|tsv|json)$/.test(file) && !isTest(file);
  const tables = texts.filter(isTable);
  const holding = tables.filter(({ text }) => text.includes(value));
  const old: Row[] = [];
  // A number is no name that anybody changes.
  for await (const text of inTurns(/[a-z]/i.test(value) ? holding : [])) {
    old.push(...readCells(text).filter((row) => Object.values(row).includes(value)));
  }
  for await (const table of inTurns(old.length > 0 ? tables.filter((each) => !holding.includes(each)) : [])) {
    const renamed = findRenamed(old, readCells(table), value);
    const line = renamed === null ? 0 : table.text.split(/\r\n|\r|\n/).findIndex((each) => each.includes(renamed)) + 1;
    if (renamed !== null && line > 0) {
      return { value: renamed, location: { file: table.file, line, column: 1 } };
    }
  }
  return null;
}

/** What a row has in the column of the old name, where a column that numbers things says that it is the same record. */
function findRenamed(old: readonly Row[], rows: readonly Row[], value: string): string | null {
  for (const before of old) {
    const names = Object.keys(before);
    const column = names.find((name) => before[name] === value) ?? "";
    const keys = names.filter((name) => name !== column && keyColumn.test(name) && before[name] !== "");
    const same = rows.filter(
      (row) => keys.some((key) => row[key] === before[key]) && names.every((name) => name in row),
    );
    const after = same.length === 1 ? same[0]?.[column] : undefined;
    if (after !== undefined && /^[\w.:@~-]{2,120}$/.test(after)) {
      return after;
    }
  }
  return null;
}

function readCells(text: Text): readonly Row[] {
  return readDataRows(text, "").map(({ cells }) => cells);
}
