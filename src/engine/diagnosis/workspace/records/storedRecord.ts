import type { Location } from "../../../model/place.ts";
import { decodeSegment } from "../../../routes/match/segmentLikeness.ts";
import { inTurns } from "../../../turns.ts";
import { readKey } from "../../identifiers/lookedUp.ts";
import type { Known } from "../../known.ts";
import { isTest, type Text } from "../texts.ts";
import { readDataRows, stemOf } from "./dataRows.ts";
import { findTableSpan, listTablesAround } from "./tableAround.ts";

/** Where data of the workspace stores the very record, and the keys of the records that it stores beside it in the same way, if any. */
export interface StoredRecord {
  readonly location: Location;
  readonly beside: readonly string[];
}

const data = /\.(?:[cm]?[jt]s|py|csv|tsv|json|jsonl|ndjson|ya?ml|sql)$/;
// What stands in for the service, describes it or asks it is none of its data.
const apart =
  /(?:^|\/)http-client[\w.]*\.env\.json$|openapi|swagger|(?:^|\/)(?:__mocks__|mocks?|stubs?|fakes?|wiremock)\//i;
const mostBeside = 100;

/** A way to write records: one of a key, and every one of whatever key. */
interface Form {
  readonly own: RegExp;
  readonly others: RegExp;
}

/** The first place where data stores the last identifier among others that are written alike, else alone; null when there is none. */
export async function findStoredRecord(known: Known, texts: readonly Text[]): Promise<StoredRecord | null> {
  const identifier = known.identifiers.at(-1);
  const value = decodeSegment(identifier?.value ?? "");
  if (!identifier || !/^[\w.:@~-]{2,120}$/.test(value)) {
    return null;
  }
  const forms = formsOf(value, identifier.name);
  const { collection } = readKey(known, identifier);
  let alone: StoredRecord | null = null;
  for await (const { file, text } of inTurns(texts)) {
    const isData = data.test(file) && !isTest(file) && !apart.test(file);
    const found =
      isData && text.includes(value)
        ? (readRows({ file, text }, value, collection, texts) ??
          readStored(file, text, value, forms) ??
          readNumbered(file, text, value, collection))
        : null;
    if (found && found.beside.length > 0) {
      return found;
    }
    alone ??= found;
  }
  return alone;
}

const keyColumn = /^(?:_?id|pk|uuid|guid|slug|key|code|number|no|nr|sku|handle|ref|reference|ean|isbn)$/i;

/** A row of a table whose first column, or one that is named like a key, holds the value; a number only where the table is called like the collection. */
function readRows(text: Text, value: string, collection: string, texts: readonly Text[]): StoredRecord | null {
  if (!/\.[ct]sv$/.test(text.file)) {
    return null;
  }
  const rows = readDataRows(text, "");
  const isOfCollection = stemOf(rows[0]?.table ?? "") === stemOf(collection.slice(collection.lastIndexOf("/") + 1));
  const columns = Object.keys(rows[0]?.cells ?? {}).filter((name, index) => index === 0 || keyColumn.test(name));
  const column = columns.find((name) => rows.some(({ cells }) => cells[name] === value));
  if (column === undefined || (/^\d+$/.test(value) && !isOfCollection)) {
    return null;
  }
  // A table that no code names and that is called otherwise may be an old one, or anybody's.
  const name = text.file.slice(text.file.lastIndexOf("/") + 1);
  const isServed = isOfCollection || texts.some((one) => one.file !== text.file && one.text.includes(name));
  const others = isServed ? rows : [];
  const beside = others.flatMap(({ cells }) => (cells[column] === value ? [] : (cells[column] ?? [])));
  const line = text.text.split(/\r\n|\r|\n/).findIndex((each) => each.includes(value)) + 1;
  return { location: { file: text.file, line, column: 1 }, beside: beside.slice(0, mostBeside) };
}

const keys = "id|_id|uuid|guid|slug|key|code|number|no|sku|handle|ref|reference|pk|ean|isbn";

/** A field that is named like a key, the first item of a row, and a key whose value is the record; a number only as a field. */
function formsOf(value: string, name: string): readonly Form[] {
  const escaped = value.replace(/[.~-]/g, "\\$&");
  const field = (what: string) =>
    String.raw`(?:[{,(]|^)\s*(?:-\s+)?["']?(?:${keys}|${name.replace(/\W/g, "")})["']?\s*[:=]\s*${what}(?=\s*[,}\])]|\s*$)`;
  const form = (own: string, others: string): Form => ({ own: new RegExp(own, "m"), others: new RegExp(others, "gm") });
  if (/^\d+$/.test(value)) {
    return [form(field(`["']?${escaped}["']?`), field(`["']?(\\d+)["']?`))];
  }
  const any = String.raw`([\w.:@~-]{2,120})`;
  const row = (what: string) => String.raw`[([]\s*["'\`]${what}["'\`]\s*,`;
  const key = (what: string) =>
    String.raw`(?:^|[{,])\s*["'\`]?${what}["'\`]?\s*:\s*(?=[{[(]|-?\d|[Tt]rue|(?:new\s+)?[A-Z]\w*\(|$)`;
  return [
    form(field(`["'\`]?${escaped}["'\`]?`), field(`["'\`]?${any}["'\`]?`)),
    form(row(escaped), row(any)),
    form(key(escaped), key(any)),
  ];
}

/** A number that begins a row of SQL, or that is a key, in a table that is called like the collection: numbers of other tables are other things. */
function readNumbered(file: string, text: string, value: string, collection: string): StoredRecord | null {
  if (!/^\d+$/.test(value)) {
    return null;
  }
  const wanted = stemOf(collection.slice(collection.lastIndexOf("/") + 1));
  const rows = [...listInserted(text, wanted), ...listNumberKeys(text, wanted)];
  const own = rows.find(({ key }) => key === value);
  const beside = [...new Set(rows.flatMap(({ key }) => (key === value ? [] : [key])))];
  if (!own || beside.length === 0) {
    return null;
  }
  const before = text.slice(0, own.at).split("\n");
  const location = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return { location, beside: beside.slice(0, mostBeside) };
}

/** A key of a table, and the offset at which its row begins. */
interface Numbered {
  readonly key: string;
  readonly at: number;
}

/** The rows that SQL inserts into a table, be it in a file of its own or in code. */
function listInserted(text: string, wanted: string): readonly Numbered[] {
  const inserts = text.matchAll(/\binsert\s+into\s+["`[]?(?:\w+["`\]]?\.["`[]?)?(\w+)[^;]*/gi);
  return [...inserts].flatMap(({ 0: statement, 1: table = "", index }) =>
    stemOf(table) === wanted
      ? [...statement.matchAll(/\(\s*(\d+)\s*,/g)].map((row) => ({ key: row[1] ?? "", at: index + row.index }))
      : [],
  );
}

/** The records that data or code keeps under numbers: `wills = { 601: { … }, 602: Will(…) }`. */
function listNumberKeys(text: string, wanted: string): readonly Numbered[] {
  const keys = [...text.matchAll(/(?:^|[{,])\s*(["']?)(\d+)\1\s*:\s*(?=[{[(]|(?:new\s+)?[A-Z]\w*\()/gm)].slice(
    0,
    mostBeside,
  );
  return keys
    .map(({ 0: whole, 2: key = "", index }) => ({ key, at: index + whole.indexOf(key) }))
    .filter(({ at }) => stemOf(listTablesAround(text, at)[0]?.name ?? "") === wanted);
}

function readStored(file: string, text: string, value: string, forms: readonly Form[]): StoredRecord | null {
  for (const { own, others } of forms) {
    const at = own.exec(text);
    if (!at) {
      continue;
    }
    const place = at.index + at[0].indexOf(value);
    // What stands in a table of another name is not stored beside it.
    const { start, end } = findTableSpan(text, place);
    const beside = [...text.matchAll(others)]
      .filter(({ index, 1: key }) => key !== value && start <= index && index < end)
      .map(([, key = ""]) => key);
    const before = text.slice(0, place).split("\n");
    // A word or a number stands under such a name in much else; what is of many parts is one thing.
    if (beside.length > 0 || (/[a-z]/i.test(value) && /[\d-]/.test(value))) {
      const location = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
      return { location, beside: [...new Set(beside)].slice(0, mostBeside) };
    }
  }
  return null;
}
