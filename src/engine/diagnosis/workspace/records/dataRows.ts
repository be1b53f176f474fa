import { readYaml } from "../../../yamlData.ts";
import type { Text } from "../texts.ts";
import { listSqlRows } from "./sqlRows.ts";
import { listTablesAround } from "./tableAround.ts";

/** One record of data: the name of the table that it stands in, and its plain cells by the names of their columns. */
export interface DataRow {
  readonly table: string;
  readonly cells: Readonly<Record<string, string>>;
}

const mostRows = 5000;
const mostCodeRows = 500;

/**
 * The records of a file: rows of CSV and TSV, lists and maps of JSON and YAML, lines of NDJSON, sections of INI, Django's fixtures by their models,
 * rows that SQL inserts, flat literals of code, and calls of classes in Python; `schema` is the text of all SQL. At most 5000; none of a file that
 * cannot be read.
 */
export function readDataRows({ file, text }: Text, schema: string): readonly DataRow[] {
  const [, stem = "", ending = ""] = /([^/]*)\.(\w+)$/.exec(file) ?? [];
  if (ending === "json") {
    return readData(() => JSON.parse(text), stem);
  }
  if (ending === "yaml" || ending === "yml") {
    return readData(() => readYaml(text), stem);
  }
  if (ending === "ndjson" || ending === "jsonl") {
    const lines = text.trim().split(/\r\n|\r|\n/);
    return readData(() => JSON.parse(`[${lines.join(",")}]`), stem);
  }
  if (ending === "ini") {
    return readSections(text, stem);
  }
  if (ending === "csv" || ending === "tsv") {
    return readSeparated(text, stem);
  }
  if (ending === "sql") {
    return listSqlRows(text, schema).slice(0, mostRows);
  }
  return ending === "py" ? [...readLiterals(text), ...readCalls(text)] : readLiterals(text);
}

function readSeparated(text: string, table: string): readonly DataRow[] {
  const [header = "", ...lines] = text.split(/\r\n|\r|\n/);
  const separator = ["\t", ";"].find((each) => header.includes(each)) ?? ",";
  const split = (line: string) => line.split(separator).map((cell) => cell.trim().replace(/^"|"$/g, ""));
  const names = split(header);
  return lines.slice(0, mostRows).flatMap((line) => {
    const cells = split(line);
    // A separator inside quotes makes another row of it than the header says.
    return cells.length === names.length
      ? [{ table, cells: Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ""])) }]
      : [];
  });
}

/** The sections of an INI file, each under its name as the `key`. */
function readSections(text: string, table: string): readonly DataRow[] {
  return text
    .split(/^[ \t]*\[/m)
    .slice(1, mostRows)
    .map((section) => {
      const [head = "", ...lines] = section.split(/\r\n|\r|\n/);
      const pairs = lines.flatMap((line) => [/^\s*([\w.-]+)\s*[=:]\s*(.*?)\s*$/.exec(line)?.slice(1) ?? []]);
      return {
        table,
        cells: { key: head.replace(/\].*$/, ""), ...Object.fromEntries(pairs.filter(({ length }) => length > 0)) },
      };
    });
}

/** The records of a list, or of the lists and maps that an object holds by name; what a map holds each under is its `key`. */
function readData(parseRoot: () => unknown, stem: string): readonly DataRow[] {
  let root: unknown;
  try {
    root = parseRoot();
  } catch {
    return [];
  }
  const named = isRecord(root) ? Object.entries(root) : [];
  const tables =
    Array.isArray(root) || named.every(([, held]) => isRecord(held)) ? [[stem, root] as const, ...named] : named;
  return tables
    .flatMap(([table, held]) => listRecords(held).map((record) => readRecord(record, table)))
    .slice(0, mostRows);
}

function listRecords(held: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(held)) {
    return held.filter(isRecord);
  }
  return isRecord(held) && Object.values(held).every(isRecord)
    ? Object.entries(held).map(([key, record]) => ({ key, ...(record as Readonly<Record<string, unknown>>) }))
    : [];
}

/** A table's name without what tells one of its records from many: of `Shanties` `shanty`. */
export function stemOf(name: string): string {
  return name.toLowerCase().replace(/\W|_/g, "").replace(/ies$/, "y").replace(/s$/, "");
}

/** A fixture of Django names its table beside its fields: `{ "model": "wiki.page", "pk": 4, "fields": { … } }`. */
function readRecord(record: Readonly<Record<string, unknown>>, table: string): DataRow {
  const { model, fields, ...own } = record;
  return typeof model === "string" && isRecord(fields)
    ? { table: model.slice(model.lastIndexOf(".") + 1), cells: readCells({ ...own, ...fields }) }
    : { table, cells: readCells(record) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readCells(record: Readonly<Record<string, unknown>>): DataRow["cells"] {
  const plain = Object.entries(record).filter(([, held]) => /^(?:string|number|boolean)$/.test(typeof held));
  return Object.fromEntries(plain.map(([name, held]) => [name, String(held)]));
}

/** The objects of code that hold no others, in the table of the nearest name around them; what one is listed under is its key. */
function readLiterals(text: string): readonly DataRow[] {
  const rows: DataRow[] = [];
  for (const { 1: inside = "", index } of text.matchAll(/\{([^{}]{3,600})\}/g)) {
    const pairs = [...inside.matchAll(/["']?([A-Za-z_]\w*)["']?\s*:\s*(?:'([^']*)'|"([^"]*)"|([\w.-]+))/g)];
    const table = pairs.length < 2 ? undefined : listTablesAround(text, index).find(({ name }) => name !== null)?.name;
    if (table) {
      const key = /["'`]?([\w.:@~-]+)["'`]?\s*:\s*$/.exec(text.slice(Math.max(0, index - 120), index))?.[1];
      const cells = pairs.map(([, name = "", ...held]) => [name, held.find((one) => one !== undefined) ?? ""]);
      rows.push({ table, cells: { ...(key === undefined ? {} : { key }), ...Object.fromEntries(cells) } });
    }
    if (rows.length >= mostCodeRows) {
      break;
    }
  }
  return rows;
}

/** The records that Python code makes of a class, in the table of that name: `Mule("Rocco", 110, resting=True)`. What has no name is called by its place. */
function readCalls(text: string): readonly DataRow[] {
  const calls = [...text.matchAll(/(?<![\w.])([A-Z]\w*)\(([^(){}]*["'][^(){}]*)\)/g)].slice(0, mostCodeRows);
  return calls.map(([, table = "", inside = ""]) => {
    const cells = inside.split(",").flatMap((cell, place) => {
      const [, name = `column${place}`, held] = /^\s*(?:(\w+)\s*=\s*)?["']?([^"']*?)["']?\s*$/.exec(cell) ?? [];
      return held === undefined || held === "" ? [] : [[name, held]];
    });
    return { table, cells: Object.fromEntries(cells) };
  });
}
