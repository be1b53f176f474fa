import { decodeSegment } from "../../../routes/match/segmentLikeness.ts";
import { inTurns } from "../../../turns.ts";
import type { Known } from "../../known.ts";
import { isTest, type Text } from "../texts.ts";
import type { Alias } from "./aliases.ts";
import { type DataRow, readDataRows, stemOf } from "./dataRows.ts";
import { formerField, presentFields } from "./formerNames.ts";
import { joinSchema } from "./sqlRows.ts";

const data = /\.(?:json|jsonl|ndjson|csv|sql|[cm]?[jt]s|py)$/;
const formerTable = /histor|former|previous|alias|redirect|renam|legacy|(?:^|_)old|^friendly_id_slugs$/i;
const former = /^(?:former|previous|prior|past|old|legacy|retired)_?/i;
const keyColumn = /^(?:_?id|pk|uuid|guid|key|number|no|code)$/i;
const plainName = /^[\w.:@~-]{2,120}$/;

/**
 * The present name of the record that a row of former names points to: `slug_history (slug, page_id)` holds the failing name and 4, and `pages` holds
 * 4 under another. Null where no such pair is.
 */
export async function findFormerRow(known: Known, texts: readonly Text[]): Promise<Alias | null> {
  const identifier = known.identifiers.at(-1);
  const value = decodeSegment(identifier?.value ?? "");
  // A number is no name that anybody changes.
  if (!identifier || !plainName.test(value) || !/[a-z]/i.test(value)) {
    return null;
  }
  const written = texts.filter(({ file }) => data.test(file) && !isTest(file));
  const schema = joinSchema(written);
  for await (const text of inTurns(written.filter((each) => each.text.includes(value)))) {
    const links = readDataRows(text, schema).flatMap((row) => listLinks(row, value, identifier.name));
    for await (const other of inTurns(links.length > 0 ? written : [])) {
      const found = findPresent(links, readDataRows(other, schema));
      if (found !== null && found !== value) {
        const line = text.text.split(/\r\n|\r|\n/).findIndex((each) => each.includes(value)) + 1;
        return { value: found, location: { file: text.file, line, column: 1 } };
      }
    }
  }
  return null;
}

/** Where a row of former names points to: the table by its stem, the key there, and what the name is called there, the likeliest first. */
interface Link {
  readonly stem: string;
  readonly key: string;
  readonly fields: readonly string[];
}

function listLinks({ table, cells }: DataRow, value: string, name: string): readonly Link[] {
  const column = Object.keys(cells).find(
    (each) => cells[each] === value && (formerField.test(each) || formerTable.test(table)),
  );
  if (column === undefined) {
    return [];
  }
  const fields = [column.replace(former, ""), name, ...presentFields];
  return Object.entries(cells).flatMap(([each, key]) => {
    const [stem] = each.split(/_?(?:id|pk|uuid|key|code|ref)$/i);
    // friendly_id and its like write the table in a column of its own: `sluggable_type` beside `sluggable_id`.
    const typed = cells[`${stem}_type`];
    return each === column || !stem || key === "" ? [] : [{ stem: stemOf(typed ?? stem), key, fields }];
  });
}

function findPresent(links: readonly Link[], rows: readonly DataRow[]): string | null {
  for (const { stem, key, fields } of links) {
    const row = rows.find(
      ({ table, cells }) =>
        stemOf(table) === stem && Object.keys(cells).some((each) => keyColumn.test(each) && cells[each] === key),
    );
    const present = fields.map((field) => row?.cells[field]).find((held) => held !== undefined && plainName.test(held));
    if (present !== undefined) {
      return present;
    }
  }
  return null;
}
