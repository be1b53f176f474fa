import type { Text } from "../texts.ts";
import type { DataRow } from "./dataRows.ts";

/**
 * The cells of an inserted row that a line of SQL begins with or holds, by the names of their columns: `code: 'SUMMER-24', state: 'retired'`. The
 * names come from the INSERT itself, else from the CREATE TABLE of the same name and what ALTER TABLE adds to it in `schema`, the text of all SQL. Null where the line inserts no row that holds `value`.
 */
export function readSqlRow(
  lines: readonly string[],
  index: number,
  value: string,
  schema: string = lines.join("\n"),
): string | null {
  const row = rowsOf(lines[index] ?? "").find((cells) => cells.some((cell) => unquote(cell) === value));
  const insert = row && findInsert(lines, index);
  if (!row || !insert) {
    return null;
  }
  const columns = insert.columns ?? readTable(schema, insert.table);
  return row.map((cell, each) => `${columns[each] ?? `column${each}`}: ${cell}`).join(", ");
}

/** Every row that the lines of SQL insert, each with its table and its cells by the names of their columns, as `readSqlRow` finds them. */
export function listSqlRows(text: string, schema: string): readonly DataRow[] {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.flatMap((line, index) => {
    const rows = rowsOf(line);
    const insert = rows.length > 0 ? findInsert(lines, index) : null;
    const columns = insert ? (insert.columns ?? readTable(schema, insert.table)) : [];
    const name = (_: string, each: number) => columns[each] ?? `column${each}`;
    return insert
      ? rows.map((cells) => ({
          table: insert.table,
          cells: Object.fromEntries(cells.map((cell, each) => [name(cell, each), unquote(cell)])),
        }))
      : [];
  });
}

interface Insert {
  readonly table: string;
  /** Null where the statement names none. */
  readonly columns: readonly string[] | null;
}

const mostLinesUp = 200;

function findInsert(lines: readonly string[], index: number): Insert | null {
  for (let at = index; at >= Math.max(0, index - mostLinesUp); at -= 1) {
    if (at < index && /;\s*$/.test(lines[at] ?? "")) {
      return null;
    }
    const found = /\binsert\s+into\s+["`[]?([\w.]+)["`\]]?\s*(?:\(([^)]*)\))?/i.exec(lines[at] ?? "");
    if (found) {
      const [, table = "", columns] = found;
      return { table, columns: columns === undefined ? null : columns.split(",").map((name) => unquote(name)) };
    }
  }
  return null;
}

/** The text of all SQL of a workspace, in path order, as migrations are run. */
export function joinSchema(texts: readonly Text[]): string {
  return texts.flatMap(({ file, text }) => (file.endsWith(".sql") ? [text] : [])).join("\n");
}

function readTable(text: string, table: string): readonly string[] {
  const name = table.replace(/\W/g, "\\$&");
  const adding = new RegExp(
    String.raw`\balter\s+table\s+["\`[]?${name}["\`\]]?\s+add\s+(?:column\s+)?(?:if\s+not\s+exists\s+)?["\`[]?(\w+)`,
    "gi",
  );
  const opening = new RegExp(String.raw`\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?["\`[]?${name}["\`\]]?\s*\(`, "i");
  const found = opening.exec(text);
  if (!found) {
    return [];
  }
  const created = splitCells(text.slice(found.index + found[0].length))
    .map((cell) => unquote(cell.trim().split(/\s+/)[0] ?? ""))
    .filter((column) => column !== "" && !/^(?:primary|foreign|unique|constraint|check|key|index)$/i.test(column));
  return [...created, ...[...text.matchAll(adding)].map(([, column = ""]) => column)];
}

/** The parenthesised lists behind VALUES, or that a line of several rows begins with. */
function rowsOf(line: string): readonly (readonly string[])[] {
  const from = /\bvalues\b/i.exec(line);
  const text = from ? line.slice(from.index + from[0].length) : line;
  if (!/^\s*\(/.test(text)) {
    return [];
  }
  return [...text.matchAll(/\(((?:'(?:[^']|'')*'|[^()'])*)\)/g)].map(([, inside = ""]) => splitCells(inside));
}

/** What stands between commas outside quotes and parentheses, up to a parenthesis that closes nothing. */
function splitCells(text: string): readonly string[] {
  const cells: string[] = [];
  let cell = "";
  let depth = 0;
  let isQuoted = false;
  for (const letter of text) {
    isQuoted = letter === "'" ? !isQuoted : isQuoted;
    depth += isQuoted ? 0 : letter === "(" ? 1 : letter === ")" ? -1 : 0;
    if (depth < 0) {
      break;
    }
    if (letter === "," && !isQuoted && depth === 0) {
      cells.push(cell.trim());
      cell = "";
    } else {
      cell += letter;
    }
  }
  return [...cells, cell.trim()];
}

function unquote(text: string): string {
  return text.trim().replace(/^["'`[]|["'`\]]$/g, "");
}
