import { decodeSegment } from "../../../routes/match/segmentLikeness.ts";
import { inTurns } from "../../../turns.ts";
import { readYaml } from "../../../yamlData.ts";
import type { Known } from "../../known.ts";
import { isTest, type Text } from "../texts.ts";
import type { Alias } from "./aliases.ts";
import { listTablesAround } from "./tableAround.ts";

/** What a field is called that holds the names a record had before. */
export const formerField =
  /^(?:(?:former|previous|prior|past|old|legacy|retired)_?\w*|aliases|alias|aka|alternate_?(?:names?|slugs?|ids?)|\w+_?(?:aliases|history)|redirects?_?from|renamed_?from|formerly|previously|also_?known_?as)$/i;
/** What a field is called that names the record now, the likeliest first. */
export const presentFields = ["slug", "handle", "key", "code", "permalink", "name", "id"];
const plainName = /^[\w.:@~-]{2,120}$/;
const largest = 256 * 1024;
const deepest = 12;

/**
 * The present name of the record that holds the failing identifier among its former names: `{ slug: "b", formerSlugs: ["a"] }`, in JSON,
 * YAML, or a literal of code. Null where no record does.
 */
export async function findFormerName(known: Known, texts: readonly Text[]): Promise<Alias | null> {
  const identifier = known.identifiers.at(-1);
  const value = decodeSegment(identifier?.value ?? "");
  // A number is no name that anybody changes.
  if (!identifier || !plainName.test(value) || !/[a-z]/i.test(value)) {
    return null;
  }
  const fields = [identifier.name, ...presentFields];
  for await (const { file, text } of inTurns(texts)) {
    if (isTest(file) || text.length > largest || !isNamed(text, value)) {
      continue;
    }
    const found = readFile(file, text, value, fields);
    if (found !== null && found !== value && plainName.test(found)) {
      return { value: found, location: locate(file, text, value) };
    }
  }
  return null;
}

/** A name of several words is written as people write it, too. */
function isNamed(text: string, value: string): boolean {
  return text.includes(value) || text.toLowerCase().includes(value.toLowerCase().replaceAll("-", " "));
}

/** Whether a name that is held is the value, or what a URL makes of it: `Alder Walk` is `alder-walk`. */
function isSame(held: unknown, value: string): boolean {
  return (
    held === value ||
    (typeof held === "string" && value.includes("-") && held.toLowerCase().replace(/[^\p{L}\d]+/gu, "-") === value)
  );
}

function readFile(file: string, text: string, value: string, fields: readonly string[]): string | null {
  if (/\.(?:json|ya?ml)$/.test(file)) {
    return searchData(readYaml(text), null, value, fields, 0);
  }
  return /\.(?:[cm]?[jt]sx?|py)$/.test(file) ? searchCode(text, value, fields) : null;
}

/** The first record below a value of data that held the name before; `key` is what the value itself stands under. */
function searchData(
  data: unknown,
  key: string | null,
  value: string,
  fields: readonly string[],
  depth: number,
): string | null {
  if (typeof data !== "object" || data === null || depth > deepest) {
    return null;
  }
  const entries = Object.entries(data);
  const isFormer = entries.some(([name, held]) => formerField.test(name) && holds(held, value));
  if (isFormer && !Array.isArray(data)) {
    const named = fields.map((field) => entries.find(([name]) => name.toLowerCase() === field.toLowerCase())?.[1]);
    const present = named.find((held) => typeof held === "string");
    return typeof present === "string" ? present : key;
  }
  for (const [name, inner] of entries) {
    const found = searchData(inner, Array.isArray(data) ? null : name, value, fields, depth + 1);
    if (found !== null) {
      return found;
    }
  }
  return null;
}

/** A name, a list of them, or a list of records that each hold one. */
function holds(held: unknown, value: string): boolean {
  const one = (each: unknown): boolean =>
    isSame(each, value) ||
    (typeof each === "object" && each !== null && Object.values(each).some((inner) => isSame(inner, value)));
  return Array.isArray(held) ? held.some(one) : isSame(held, value);
}

/** The record of a literal in code: the braces around a field of former names that holds the value. */
function searchCode(text: string, value: string, fields: readonly string[]): string | null {
  const quoted = new RegExp(`["'\`]${value.replace(/[.~-]/g, "\\$&")}["'\`]`, "g");
  for (const { index } of text.matchAll(quoted)) {
    const around = listTablesAround(text, index);
    const [list] = around;
    const isListed = formerField.test(list?.name ?? "");
    const field = isListed
      ? (list?.name ?? null)
      : (/([A-Za-z_]\w*)["'`]?\s*[:=]\s*$/.exec(text.slice(0, index))?.[1] ?? null);
    const record = isListed ? around[1] : list;
    if (field !== null && formerField.test(field) && record && /[{(]/.test(text[record.start] ?? "")) {
      return readPresent(recordAt(text, record.start), fields);
    }
  }
  return null;
}

function recordAt(text: string, start: number): string {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    depth += /[{[(]/.test(text[at] ?? "") ? 1 : /[}\])]/.test(text[at] ?? "") ? -1 : 0;
    if (depth === 0) {
      return text.slice(start + 1, at).replace(/\{[^{}]*\}|\[[^[\]]*\]/g, " ");
    }
  }
  return "";
}

function readPresent(record: string, fields: readonly string[]): string | null {
  for (const field of fields) {
    const found = new RegExp(
      `(?:^|[,\\s])["'\`]?${field.replace(/\W/g, "")}["'\`]?\\s*[:=]\\s*["'\`]([\\w.:@~-]+)["'\`]`,
      "i",
    ).exec(record);
    if (found?.[1] !== undefined) {
      return found[1];
    }
  }
  return null;
}

function locate(file: string, text: string, value: string): Alias["location"] {
  const index = text.split(/\r\n|\r|\n/).findIndex((line) => isNamed(line, value));
  return { file, line: index + 1, column: 1 };
}
