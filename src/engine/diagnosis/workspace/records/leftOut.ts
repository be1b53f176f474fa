import { dayOf } from "../../../days.ts";
import type { Location } from "../../../model/place.ts";
import { decodeSegment } from "../../../routes/match/segmentLikeness.ts";
import { inTurns } from "../../../turns.ts";
import { readKey } from "../../identifiers/lookedUp.ts";
import type { Known } from "../../known.ts";
import { isImported } from "../handlers/importedNames.ts";
import { isTest, type Text } from "../texts.ts";
import type { Alias } from "./aliases.ts";
import { type DataRow, readDataRows, stemOf } from "./dataRows.ts";
import type { PastRecord } from "./pastRecord.ts";
import { listRowFilters, type RowFilter } from "./rowFilters.ts";
import { joinSchema } from "./sqlRows.ts";

/** What a filter of the lookup makes of the record that the workspace's data holds: a state that is past, or another record that it points to. */
export interface LeftOut {
  readonly record: PastRecord | null;
  readonly into: Alias | null;
}

/** What lists the pages of a build asks for those, and not for a state: Next.js and Astro. */
const listing = /^export\b.*\b(?:generateStaticParams|getStaticPaths)\b(?:.*[^{(\s]\s*$|[\s\S]*?^[})])/gm;
/** What many records hold is no identifier of one. */
const mostRows = 3;
const none: LeftOut = { record: null, into: null };
const data = /\.(?:[cm]?[jt]s|py|json|jsonl|ndjson|ya?ml|csv|sql)$/;
const code = /\.(?:[cm]?[jt]sx?|py|sql)$/;
const apart = /(?:^|\/)http-client[\w.]*\.env\.json$|openapi|swagger/i;
/** Columns that say whose or which a record is: a filter by them asks for other records, not for their state. */
const scoping =
  /tenant|org|account|owner|user|region|zone|country|site|store|shop|branch|env|lang|locale|version|type|kind|categ|role|project|team|channel|currency|private|secret|internal|public/i;
/** Columns that point to another record without having become it. */
const pointing = /parent|owner|manager|boss|lead|head|author|creat|updat|next|prev|user/i;

/**
 * The record that holds the last identifier in data of the workspace, where code that the handler is in, or imports, filters by a column that lets
 * others of its table through and not this one. Nothing where no such filter is seen. Never rejects.
 */
export async function findLeftOut(known: Known, texts: readonly Text[]): Promise<LeftOut> {
  const value = decodeSegment(known.identifiers.at(-1)?.value ?? "").toLowerCase();
  const asking = listAsking(known, texts);
  if (!/^[\w.:@~-]{1,120}$/.test(value) || asking.length === 0) {
    return none;
  }
  const schema = joinSchema(texts);
  const held = new RegExp(`(?<![\\w-])${value.replace(/[.~-]/g, "\\$&")}["'\`]?\\s*(?:[,:;}\\])]|$)`, "im");
  for await (const text of inTurns(texts)) {
    const isData = data.test(text.file) && !isTest(text.file) && !apart.test(text.file) && held.test(text.text);
    const found = isData ? findInFile(known, text, value, readDataRows(text, schema), asking) : null;
    if (found) {
      return found;
    }
  }
  return none;
}

/** The handler's file and what it imports: where the lookup is written. */
function listAsking({ match: { matched } }: Known, texts: readonly Text[]): readonly Text[] {
  const start = matched?.handler ?? matched;
  const own = texts.find(({ file }) => file === start?.file);
  return own
    ? [
        { ...own, text: own.text.replace(listing, (block) => block.replace(/[^\n]/g, "")) },
        ...texts.filter((one) => one !== own && code.test(one.file) && isImported(own.text, one.file)),
      ]
    : [];
}

function findInFile(
  known: Known,
  { file, text }: Text,
  value: string,
  rows: readonly DataRow[],
  asking: readonly Text[],
): LeftOut | null {
  const today = dayOf(known.facts?.serverDate ?? null);
  const isAsked = (held: string | undefined) => held?.toLowerCase() === value;
  for (const own of rows.filter(({ cells }) => Object.values(cells).some(isAsked)).slice(0, mostRows)) {
    const key = Object.keys(own.cells).find((name) => isAsked(own.cells[name])) ?? "";
    const others = rows.filter(({ table, cells }) => table === own.table && cells[key] && !isAsked(cells[key]));
    for (const [column, held] of isOfCollection(known, own, value) ? Object.entries(own.cells) : []) {
      const filters = column === key ? [] : listRowFilters(asking, column, today);
      const filter = filters.find(
        ({ passes }) => !passes(held) && others.some(({ cells }) => passes(cells[column] ?? "")),
      );
      const location = { file, line: findLine(text, value, held), column: 1 };
      const found = filter && read(filter, { column, held, key, others, location });
      if (found) {
        return found;
      }
    }
  }
  return null;
}

/** A number identifies things of every table: it counts in the one that is called like the collection. */
function isOfCollection(known: Known, { table }: DataRow, value: string): boolean {
  const identifier = known.identifiers.at(-1);
  const collection = identifier ? readKey(known, identifier).collection : "";
  return !/^\d+$/.test(value) || stemOf(table) === stemOf(collection.slice(collection.lastIndexOf("/") + 1));
}

interface Cell {
  readonly column: string;
  readonly held: string;
  readonly key: string;
  readonly others: readonly DataRow[];
  readonly location: Location;
}

function read(
  { by, location: asked, passes }: RowFilter,
  { column, held, key, others, location }: Cell,
): LeftOut | null {
  const [beside, alike] = [true, false].map((isPassing) =>
    others.flatMap(({ cells }) => (passes(cells[column] ?? "") === isPassing ? [cells[key] ?? ""] : [])),
  ) as [string[], string[]];
  const company = { beside, alike };
  if (by === "emptiness" && beside.includes(held)) {
    return pointing.test(column) ? null : { ...none, into: { value: held, location, isMerged: true, company } };
  }
  if (by === "emptiness" && !/^(?:true|yes|1)$/i.test(held)) {
    return null;
  }
  const said = by === "day" ? held.slice(0, 10) : by === "emptiness" ? "true" : held;
  const fate =
    by === "day" && passes("0000-01-01") ? "to come" : /delet|remov|trash/i.test(held) ? "deleted" : "archived";
  return scoping.test(column) && by !== "day"
    ? null
    : { ...none, record: { key: column, value: said, fate, isDay: by === "day", location, asked, company } };
}

/** The first line that holds both, else the first that holds the identifier. */
function findLine(text: string, value: string, held: string): number {
  const lines = text.split(/\r\n|\r|\n/);
  const whole = new RegExp(`(?<![\\w-])${value.replace(/[.~-]/g, "\\$&")}(?![\\w-])`, "i");
  const both = lines.findIndex((line) => whole.test(line) && line.includes(held));
  return (both < 0 ? lines.findIndex((line) => whole.test(line)) : both) + 1;
}
