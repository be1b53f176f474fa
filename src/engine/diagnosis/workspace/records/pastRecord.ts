import { dayOf } from "../../../days.ts";
import type { Location } from "../../../model/place.ts";
import { decodeSegment } from "../../../routes/match/segmentLikeness.ts";
import { inTurns } from "../../../turns.ts";
import type { Known } from "../../known.ts";
import { isImported } from "../handlers/importedNames.ts";
import { isTest, type Text } from "../texts.ts";
import type { Company } from "./aliases.ts";
import { type PastState, readPastState } from "./recordState.ts";
import { joinSchema, readSqlRow } from "./sqlRows.ts";
import { findView } from "./sqlViews.ts";
import { listTablesAround, readPastTable } from "./tableAround.ts";

/** What data of the workspace says of the very record: where it stands with a state that is past, and the line of the service that asks for that state. */
export interface PastRecord extends PastState {
  readonly location: Location;
  readonly asked: Location | null;
  /** Where a filter says it. */
  readonly company?: Company;
}

const data = /\.(?:[cm]?[jt]s|py|json|jsonl|ndjson|ya?ml|csv|sql|toml)$/;
const apart = /(?:^|\/)http-client[\w.]*\.env\.json$/;

/** The first record of the workspace's data that holds the last identifier and is past; null when there is none. */
export async function findPastRecord(known: Known, texts: readonly Text[]): Promise<PastRecord | null> {
  const value = decodeSegment(known.identifiers.at(-1)?.value ?? "");
  if (!/^[\w.:@~-]{2,120}$/.test(value)) {
    return null;
  }
  const asOf = known.facts?.serverDate ?? null;
  const reading = { schema: joinSchema(texts), today: dayOf(asOf) };
  for await (const { file, text } of inTurns(texts)) {
    const isData = data.test(file) && !isTest(file) && !apart.test(file);
    const found = isData && text.includes(value) ? readFile(file, text, value, reading) : null;
    const asked = found && findAsked(known, texts, found);
    if (found && (asked || !found.isDay)) {
      return { ...found, asked };
    }
  }
  return null;
}

type Found = PastState & { readonly location: Location };

/** What a record is read by: the text of all SQL, and the day of the answer, empty where that tells none. */
interface Reading {
  readonly schema: string;
  readonly today: string;
}

function readFile(file: string, text: string, value: string, { schema, today }: Reading): Found | null {
  const lines = text.split(/\r\n|\r|\n/);
  const held = holding(value);
  for (const [index, line] of lines.entries()) {
    const at = { file, line: index + 1, column: 1 };
    const row = /\.sql$/.test(file) ? readSqlRow(lines, index, value, schema) : null;
    const state = row === null ? null : readPastState(row, today);
    if (state) {
      return { ...state, location: at };
    }
    const found = /\.csv$/.test(file)
      ? readRow(lines[0] ?? "", line, value, at, today)
      : held.test(line)
        ? readAround(lines, index, line.search(held), at, today)
        : null;
    if (found) {
      return found;
    }
    const table = held.test(line) ? readTable(lines, index, line.search(held), at) : null;
    if (table) {
      return table;
    }
  }
  return null;
}

const code = /\.(?:[cm]?[jt]s|py|json)$/;
/** How many lines above a row its table is looked for. */
const mostAbove = 600;

/** What the name of the table says that a place of a line stands in. */
function readTable(lines: readonly string[], index: number, column: number, at: Location): Found | null {
  if (!code.test(at.file)) {
    return null;
  }
  const above = lines.slice(Math.max(0, index - mostAbove), index).map((line) => `${line}\n`);
  const text = above.join("");
  for (const { name } of listTablesAround(text + lines[index], text.length + column)) {
    const fate = name === null ? null : readPastTable(name);
    if (name !== null && fate !== null) {
      return { key: name, value: "true", fate, isTable: true, location: at };
    }
  }
  return null;
}

/** An identifier as data holds it: quoted, as a key, or plain behind a colon; a number only under a name that numbers things. */
function holding(value: string): RegExp {
  const escaped = value.replace(/[.~-]/g, "\\$&");
  return /^\d+$/.test(value)
    ? new RegExp(`\\b(?:id|pk|number|no|key)["']?\\s*[:=]>?\\s*["']?${escaped}\\b`, "i")
    : new RegExp(
        `["'\`]${escaped}["'\`]|^\\s*(?:-\\s+)?${escaped}\\s*:|:\\s+${escaped}\\s*$|^\\s*-\\s+${escaped}\\s*$`,
        "i",
      );
}

const opener = /[{[(:]\s*$/;

/** The record around a place of a line: the rest of its braces on the line, or the lines of the object that the line is one of. */
function readAround(
  lines: readonly string[],
  index: number,
  column: number,
  at: Location,
  today: string,
): Found | null {
  const line = lines[index] ?? "";
  const own = cutRecord(line, column);
  const state = readPastState(own, today);
  if (state) {
    return { ...state, location: at };
  }
  if (own !== line && !opener.test(line)) {
    return null;
  }
  for (const other of linesOfObject(lines, index)) {
    const found = readPastState(withoutNested(lines[other] ?? ""), today);
    if (found) {
      return { ...found, location: { ...at, line: other + 1 } };
    }
  }
  return null;
}

/** What belongs to the record at a column, where one line holds several: the innermost braces around it, or those that its key opens. */
function cutRecord(line: string, column: number): string {
  const opened = /^["'`]?[\w.:@~-]+["'`]?\s*[,:]\s*[[{(]/.exec(line.slice(column));
  const start = opened ? column + opened[0].length - 1 : lastOpen(line, column);
  if (start < 0) {
    return withoutNested(line);
  }
  const inside = line.slice(start + 1);
  let depth = 1;
  const end = [...inside].findIndex((letter) => {
    depth += /[{([]/.test(letter) ? 1 : /[})\]]/.test(letter) ? -1 : 0;
    return depth === 0;
  });
  return withoutNested(end < 0 ? inside : inside.slice(0, end));
}

function lastOpen(line: string, column: number): number {
  let depth = 0;
  for (let index = column - 1; index >= 0; index -= 1) {
    const letter = line[index] ?? "";
    depth += /[})\]]/.test(letter) ? 1 : /[{([]/.test(letter) ? -1 : 0;
    if (depth < 0) {
      return index;
    }
  }
  return -1;
}

/** What stands in braces of its own speaks of something else, but for what Django's fixtures call the fields of the record. */
function withoutNested(text: string): string {
  return text.replace(/["']fields["']\s*:\s*\{([^{}]*)\}/, "$1").replace(/\{[^{}]*\}|\[[^[\]]*\]/g, " ");
}

const mostLines = 8;

/** The lines of the object that a line opens or is one of, up to where it ends or the next begins. */
function linesOfObject(lines: readonly string[], index: number): readonly number[] {
  const line = lines[index] ?? "";
  const isOpening = opener.test(line);
  const depth = isOpening ? keyDepth(lines[index + 1] ?? "") : keyDepth(line);
  if (isOpening && depth <= keyDepth(line)) {
    return [];
  }
  const isInside = (each: number) => keyDepth(lines[each] ?? "") >= depth;
  const begins = (each: number) => /^\s*-\s/.test(lines[each] ?? "") && keyDepth(lines[each] ?? "") === depth;
  const found: number[] = [];
  for (let next = index + 1; next <= index + mostLines && isInside(next) && !begins(next); next += 1) {
    found.push(next);
  }
  for (let next = index; !isOpening && next > Math.max(0, index - mostLines) && !begins(next); next -= 1) {
    if (!isInside(next - 1)) {
      break;
    }
    found.push(next - 1);
  }
  // What is indented deeper belongs to one of its fields.
  return found.filter((each) => keyDepth(lines[each] ?? "") === depth);
}

/** Where a line's first key stands; YAML writes that of a list's first field behind its dash. */
function keyDepth(line: string): number {
  return line.search(/[^\s-]/);
}

/** A row of a table whose header names the columns. */
function readRow(header: string, row: string, value: string, at: Location, today: string): Found | null {
  const separator = header.includes(";") ? ";" : ",";
  const cells = row.split(separator).map((cell) => cell.trim().replace(/^"|"$/g, ""));
  const names = header.split(separator).map((cell) => cell.trim().replace(/^"|"$/g, ""));
  const state =
    at.line > 1 && cells.includes(value)
      ? readPastState(names.map((name, column) => `${name}: ${cells[column] ?? ""}`).join(", "), today)
      : null;
  return state && { ...state, location: at };
}

/** The line that asks for the state: in the handler, or in a file that the handler's own imports, or that holds the record. */
function findAsked(known: Known, texts: readonly Text[], { key, location }: Found): Location | null {
  const route = known.match.matched;
  const start = route ? (route.handler ?? route) : null;
  const own = texts.find(({ file }) => file === start?.file);
  if (!start || !own) {
    return null;
  }
  const asking = new RegExp(
    `(?:\\.|\\[["'\`]|get\\(["'\`])${key}\\b|\\b${key}(?:__\\w+)?\\s*=\\s*(?:True|False|None)\\b|\\(\\{[^{}]*\\b${key}\\b[^{}]*\\}\\)\\s*=>|(?:where|filter).*\\b${key}\\b`,
    "i",
  );
  const near = texts.filter((one) => one !== own && (one.file === location.file || isImported(own.text, one.file)));
  const ends = start.line + (known.handler?.text.split("\n").length ?? 0);
  const within = { ...own, from: start.line - 1, to: ends - 1 };
  for (const { file, text, from, to } of [
    within,
    ...[...near, own].map((one) => ({ ...one, from: 0, to: Infinity })),
  ]) {
    const lines = text.split(/\r\n|\r|\n/);
    const isOwn = (each: number) => file === location.file && each === location.line - 1;
    const index = lines.findIndex((line, each) => each >= from && each < to && !isOwn(each) && asking.test(line));
    if (index >= 0) {
      return { file, line: index + 1, column: (lines[index] ?? "").search(/\S/) + 1 };
    }
  }
  return findView(texts, [own, ...near], key);
}
