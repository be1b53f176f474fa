import type { Location } from "../../../model/place.ts";
import type { Text } from "../texts.ts";

/** A line of code that lets some rows of a table through by what they hold in one column, and leaves out the others. */
export interface RowFilter {
  readonly by: "word" | "day" | "emptiness";
  readonly location: Location;
  readonly passes: (held: string) => boolean;
}

const quoted = String.raw`["'\`]([^"'\`]{1,60})["'\`]`;
const nothing = String.raw`(?:null|undefined|None|NULL|["'\`]{2})`;
const longestLine = 400;
/** A line that asks who is calling as well lets the row through for some: it filters by them, and not by a state. */
const asksWho =
  /\b(?:person|people|user|viewer|caller|reader|visitor|member|staff|admin|guest|principal|identity|session|current_?user|me)\b/i;

/**
 * The lines of texts that filter rows by a column; `today`, such as `2026-11-23`, is what days are compared with, and none are where it is empty. The
 * texts are read together: one may name the words that another filters by.
 */
export function listRowFilters(texts: readonly Text[], column: string, today: string): readonly RowFilter[] {
  const named = texts.filter(({ text }) => text.includes(column));
  const all = named.length === 0 ? "" : texts.map(({ text }) => text).join("\n");
  return named.flatMap((each) => listInFile(each, all, column, today));
}

function listInFile({ file, text }: Text, all: string, column: string, today: string): readonly RowFilter[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    const isOfColumn = line.includes(column) && line.length <= longestLine && !asksWho.test(line);
    const passes = isOfColumn ? readLine(line, all, column, today) : null;
    const location = { file, line: index + 1, column: line.search(/\S/) + 1 };
    return passes === null ? [] : [{ ...passes, location }];
  });
}

type Reading = Pick<RowFilter, "by" | "passes">;

function readLine(line: string, text: string, column: string, today: string): Reading | null {
  const name = column.replace(/\W/g, "\\$&");
  // `row.shelf`, `row["shelf"]`, `row.get("shelf")`, and `shelf` alone, as SQL and what is taken apart have it.
  const cell = String.raw`(?:\w+\??\.(?:get\(\s*)?|\w+\[\s*)?["'\`]?\b${name}\b["'\`]?\s*[\])]?`;
  return (
    readWord(line, text, cell) ?? readSet(line, text, cell) ?? readEmptiness(line, cell) ?? readDay(line, cell, today)
  );
}

/** `row.shelf === "current"`, `and shelf = 'current'`, `.filter(shelf=Shelf.CURRENT)`, `where: { shelf: "current" }`; with `or` between, any of them. */
function readWord(line: string, text: string, cell: string): Reading | null {
  const word = `(?:${quoted}|((?:[A-Z]\\w*\\.)+\\w+)\\b)`;
  const compared = [...line.matchAll(new RegExp(`${cell}\\s*([!=]==?|<>)\\s*${word}`, "g"))];
  const inQuery =
    new RegExp(`\\b(?:where|and|or)\\s+${cell}\\s*(=)\\s*${word}`, "i").exec(line) ??
    new RegExp(`\\b(?:filter\\w*|where|find\\w*|get_or_404)\\b.*[({,]\\s*${cell}\\s*([:=])\\s*${word}`).exec(line);
  const all = compared.length > 0 || inQuery === null ? compared : [inQuery];
  const words = all.flatMap(([, , plain, constant]) => plain ?? readConstant(constant ?? "", text));
  const isNot = all.some(([, operator = ""]) => /^(?:!|<>)/.test(operator));
  return words.length === 0 ? null : { by: "word", passes: (held) => words.includes(held) !== isNot };
}

/** What an enumeration of the same file or of one that the handler imports sets a name to. */
function readConstant(constant: string, text: string): readonly string[] {
  const name = constant.slice(constant.lastIndexOf(".") + 1);
  const held = new RegExp(`\\b${name}\\s*[:=]\\s*\\(?\\s*${quoted}`).exec(text)?.[1];
  return held === undefined ? [] : [held];
}

/** `row.state in ON_TOUR`, `offered.has(line)`, `["new", "regular"].includes(row.line)`, `line in ('new', 'regular')`. */
function readSet(line: string, text: string, cell: string): Reading | null {
  const list = String.raw`([A-Za-z_$][\w$.]*|[[({][^\])}]*[\])}])`;
  const [, not, within = ""] = new RegExp(`${cell}\\s*(not\\s+)?\\bin\\s+${list}`, "i").exec(line) ?? [];
  const [, negated, holding = ""] =
    new RegExp(`(!)?\\s*${list}\\.(?:has|includes|contains)\\(\\s*${cell}`).exec(line) ?? [];
  const words = readWords(within || holding, text);
  const isNot = not !== undefined || negated !== undefined;
  return words.length === 0 ? null : { by: "word", passes: (held) => words.includes(held) !== isNot };
}

/** The words of a list, be it written there or under a name of the same file. */
function readWords(list: string, text: string): readonly string[] {
  const isNamed = /^[\w$.]+$/.test(list);
  const name = (list.split(".").at(-1) ?? "").replace(/\W/g, "\\$&");
  const defined = new RegExp(
    `\\b${name}\\b[^=\\n]{0,60}=\\s*(?:[\\w.\\s]+(?:<[^<>]*>)?\\(\\s*)?[[({]([^\\])}]{0,800})`,
  );
  const inside = isNamed ? (name === "" ? "" : (defined.exec(text)?.[1] ?? "")) : list;
  // What holds records rather than words is no list of states.
  return /[{:]/.test(inside) ? [] : [...inside.matchAll(new RegExp(quoted, "g"))].map(([, word = ""]) => word);
}

/** `row.survivor === undefined`, `row["part_of"] is None`, `or maker["joined_with"]`, `merged_into is null`: what is filled, or set, is left out. */
function readEmptiness(line: string, cell: string): Reading | null {
  const isEmpty = new RegExp(`${cell}\\s*(?:===?|\\bis)\\s*${nothing}`, "i").test(line);
  const isFalse = new RegExp(
    `(?:!(?!=)\\s*|\\bnot\\s+|\\bor\\s+|\\|\\|\\s*)${cell}\\s*(?:[)\\]}:;,&|]|and\\b|else\\b|$)`,
  ).test(line);
  return isEmpty || isFalse ? { by: "emptiness", passes: (held) => /^(?:null|none|false|0)?$/i.test(held) } : null;
}

/** `row.opens <= today`, `Date.parse(embargo) <= this.now()`, `now() < valid_to`: days of the other side are left out. */
function readDay(line: string, cell: string, today: string): Reading | null {
  const before = new RegExp(`${cell}[\\s)]*([<>])=?`).exec(line)?.[1];
  const after =
    before === undefined ? new RegExp(`([<>])=?\\s*(?:new\\s+)?[\\w.(]*?${cell}`).exec(line)?.[1] : undefined;
  const isNow = /\bnow\b|today|\bDate\b|datetime|current_(?:date|timestamp)|\btime\b/i.test(line);
  if (!isNow || today === "" || (before ?? after) === undefined) {
    return null;
  }
  const isPastOnly = before === "<" || after === ">";
  const isDay = (held: string) => /^\d{4}-\d\d-\d\d/.test(held);
  return { by: "day", passes: (held) => !isDay(held) || held.slice(0, 10) <= today === isPastOnly };
}
