import type { Location } from "../../../model/place.ts";
import type { Route } from "../../../model/route.ts";
import type { Files } from "../../../ports.ts";
import { readLines, readTexts } from "../texts.ts";
import type { ConditionLine } from "./conditionLines.ts";
import { readNames } from "./importedNames.ts";
import { readState, readSwitches, type Switch } from "./switches.ts";

/** The line that decides about an entry, in its file. */
export interface EntryCondition extends ConditionLine {
  readonly file: string;
  readonly lines: readonly string[];
}

interface Loop {
  /** The name of the table that it goes through. */
  readonly table: string;
  /** The fields of an entry that it asks before it registers one. */
  readonly fields: readonly string[];
}

const source = /\.(?:[cm]?[jt]sx?|py)$/;
const mostLinesUp = 12;
const mostLinesOfEntry = 12;
const decides =
  /enabled?|active|when|^if$|flag|feature|switch|toggle|condition|only|\bon\b|available|visible|served|gate/i;

/**
 * The field of a table's entry that decides whether its routes are registered, where a loop goes through the table and leaves entries out:
 * `for (const { plugin, enabled } of modules) { if (!enabled(process.env)) continue; …`. "always" where the entry of this route is
 * never left out, null where no loop leaves any out or its entry is not understood. Never rejects.
 */
export async function findEntryCondition(route: Route, files: Files): Promise<EntryCondition | "always" | null> {
  for (const place of [...route.mounts, route]) {
    const lines = await readLines(files, place.file);
    const loop = findLoop(lines, place);
    const found = loop && (await findEntry(loop, route, place.file, files));
    if (found) {
      return found;
    }
  }
  return null;
}

const header =
  /\bfor\s*(?:await\s*)?\(?\s*(?:const|let|var)?\s*(\{[^}]*\}|\[[^\]]*\]|[\w$]+)\s+(?:of|in)\s+([\w$.]+)|([\w$.]+?)((?:\.filter\(.*?\)+)?)\.(?:forEach|map|reduce)\(\s*(?:async\s*)?\(?\s*(\{[^}]*\}|[\w$]+)/;

/** The loop around a line, with the fields by which it leaves entries out; null where there is none, or it leaves none out. */
function findLoop(lines: readonly string[], place: Location): Loop | null {
  const at = place.line - 1;
  const depth = (lines[at] ?? "").search(/\S/);
  for (let index = at; index >= Math.max(0, at - mostLinesUp); index -= 1) {
    const found = header.exec(lines[index] ?? "");
    if (!found || (index !== at && (lines[index] ?? "").search(/\S/) >= depth)) {
      continue;
    }
    const [, entry = found[5] ?? "", table = found[3] ?? "", , filter = ""] = found;
    const between = lines.slice(index + 1, at + 1).filter((line) => /\bif\b|\?|&&|\bcontinue\b/.test(line));
    const asked = [filter, ...between].join("\n").replace(/(["'`])(?:(?!\1).)*\1/g, "");
    const fields = [...new Set(readFields(entry, asked))];
    return fields.length > 0 ? { table: table.split(".").at(-1) ?? "", fields } : null;
  }
  return null;
}

/** The fields that a condition asks of an entry, by the names that the loop takes them apart to, or behind the name of the entry. */
function readFields(entry: string, asked: string): readonly string[] {
  const ofEntry = [...asked.matchAll(/(?<![\w$.])[\w$]+\??\.([\w$]+)/g)].map(([, field]) => field ?? "");
  const taken = [...entry.matchAll(/([\w$]+)\s*(?::\s*([\w$]+))?\s*(?=[,}=])/g)]
    .filter(([, name, local]) =>
      new RegExp(`(?<![\\w$.])${(local ?? name ?? "").replaceAll("$", "\\$")}(?![\\w$])`).test(asked),
    )
    .map(([, name]) => name ?? "");
  return [...(entry.startsWith("{") ? taken : []), ...ofEntry].filter((field) => decides.test(field));
}

async function findEntry(
  loop: Loop,
  route: Route,
  own: string,
  files: Files,
): Promise<EntryCondition | "always" | null> {
  const defining = new RegExp(`(?<![\\w$.])${loop.table.replaceAll("$", "\\$")}\\s*(?::[^=]+)?=\\s*[[{(]`);
  const texts = (await readTexts(files, source)).filter(({ text }) => defining.test(text));
  for (const { file, text } of texts.toSorted((one, other) => Number(other.file === own) - Number(one.file === own))) {
    const lines = text.split(/\r\n|\r|\n/);
    const found = readEntry(lines, route, loop.fields);
    if (found) {
      return found === "always" ? found : { ...found, file, lines };
    }
  }
  return null;
}

/** The condition in the entry that names what the route's file gives, imported or loaded where it stands. */
function readEntry(lines: readonly string[], route: Route, fields: readonly string[]): ConditionLine | "always" | null {
  const stem = /([^/]+?)\.\w+$/.exec(route.file)?.[1] ?? "";
  const names = [
    ...readNames(lines, route.file),
    `["'\`][./][^"'\`]*/?${stem.replace(/\W/g, "\\$&")}(?:\\.\\w+)?["'\`]`,
  ];
  const using = new RegExp(
    names.map((name) => (/^["[]/.test(name) ? name : `(?<![\\w$."'/-])${name}(?![\\w$:"'])`)).join("|"),
  );
  const at = lines.findIndex(
    (line) => using.test(line) && !/^\s*(?:import|from|export\b.*\bfrom|(?:const|let|var)\s.*\brequire\()/.test(line),
  );
  if (at < 0) {
    return null;
  }
  const { first, last } = spanEntry(lines, at);
  for (const field of fields) {
    const shape = new RegExp(`(?:^|[{,\\s])["']?${field}["']?\\s*(?:[:=]|\\()(.*)`);
    for (let index = first; index <= last; index += 1) {
      const value = shape.exec(lines[index] ?? "")?.[1];
      const switches = value === undefined ? null : readValue(value, lines);
      if (switches) {
        return switches === "always" ? switches : { index, switches };
      }
    }
  }
  return null;
}

/** The lines of the object that holds a line: of the same braces. */
function spanEntry(lines: readonly string[], at: number): { readonly first: number; readonly last: number } {
  const line = lines[at] ?? "";
  if (/^\s*[{[(].*[}\])],?;?\s*$/.test(line)) {
    return { first: at, last: at };
  }
  const depth = line.search(/\S/);
  const isOuter = (other: string) => other.trim() !== "" && other.search(/\S/) < depth;
  const above = lines.slice(Math.max(0, at - mostLinesOfEntry), at).findLastIndex(isOuter);
  const below = lines.slice(at + 1, at + mostLinesOfEntry).findIndex(isOuter);
  const first = above < 0 ? at : Math.max(0, at - mostLinesOfEntry) + above;
  return { first, last: below < 0 ? at : at + 1 + below };
}

/** The switches of a field's value, which are none where it is simply off; "always" where it is on, null where it is not understood. */
function readValue(value: string, lines: readonly string[]): readonly Switch[] | "always" | null {
  const asked = readSwitches(value.replace(/\}\s*,?\s*$/, ""));
  if (asked.length > 0) {
    return asked.map(({ keys, holdsWhen }) => ({ keys, holdsWhen }));
  }
  const [, quoted, word = ""] = /^\s*(?:["'`]([\w.:-]+)["'`]|([\w$]+))\s*[,})]?/.exec(value) ?? [];
  if (quoted !== undefined) {
    return [{ keys: quoted.split("."), holdsWhen: "on" }];
  }
  const state = readState(word);
  if (state !== null) {
    return state === "off" ? [] : "always";
  }
  const definition = new RegExp(`\\b(?:const|let|var|function|def)\\s+${word.replaceAll("$", "\\$")}\\b(.*)`);
  const defined = lines.map((line) => (word === "" ? undefined : definition.exec(line)?.[1])).find(Boolean) ?? "";
  const inside = readSwitches(defined).map(({ keys, holdsWhen }) => ({ keys, holdsWhen }));
  return inside.length > 0 ? inside : /\b[Tt]rue\b/.test(defined) ? "always" : null;
}
