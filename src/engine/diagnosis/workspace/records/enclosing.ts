import type { Location } from "../../../model/place.ts";
import type { Files } from "../../../ports.ts";
import { readLines } from "../texts.ts";
import type { Holder } from "./holders.ts";

/** What a place that holds an identifier is written under, such as the key of the list it stands in. */
export interface Enclosing {
  readonly value: string;
  readonly location: Location;
  /** The keys of the same file under which such blocks are written. */
  readonly beside: readonly string[];
}

const mostHolders = 4;
const mostEnclosing = 3;
const mostLinesUp = 60;
const fieldsAround = 4;

/**
 * The names under which data and code hold a thing, nearest first, at most 3: a field named like its parent, the key before it on its
 * line, and the key of the block that it stands in. `parent` is the name of the parameter that the path has for it, empty where it has none.
 */
export async function findEnclosing(
  parent: string,
  holders: readonly Holder[],
  files: Files,
): Promise<readonly Enclosing[]> {
  const found = new Map<string, Enclosing>();
  const written = holders.filter(({ kind }) => kind === "code" || kind === "fixture").slice(0, mostHolders);
  for (const { location } of written) {
    const lines = await readLines(files, location.file);
    for (const { value, line } of readEnclosing(lines, location, parent)) {
      const place = { file: location.file, line, column: 1 };
      found.set(value, found.get(value) ?? { value, location: place, beside: listKeys(lines) });
    }
  }
  return [...found.values()].slice(0, mostEnclosing);
}

/** The names that data and code write around a thing, be they keys that hold it, words beside it on its line, or the file's own, each with its place. */
export async function findScopes(
  value: string,
  holders: readonly Holder[],
  files: Files,
): Promise<readonly Enclosing[]> {
  const found: Enclosing[] = [];
  const written = holders.filter(({ kind }) => kind === "code" || kind === "fixture").slice(0, mostHolders);
  for (const { location } of written) {
    const lines = await readLines(files, location.file);
    const words = [...(lines[location.line - 1] ?? "").matchAll(/["'`]([\w.~-]{2,40})["'`]/g)].flatMap(
      ([, word = ""]) => (word === value ? [] : [{ value: word, line: location.line }]),
    );
    const stem = { value: /([^/]+)\.\w+$/.exec(location.file)?.[1] ?? "", line: location.line };
    for (const key of [...readEnclosing(lines, location, ""), ...words, stem]) {
      found.push({ value: key.value, location: { file: location.file, line: key.line, column: 1 }, beside: [] });
    }
  }
  return found;
}

/** The names of the files that hold a thing, each beside a file of the same folder that is called like something `said`: `optician.json` beside `florist.json`. */
export async function findFileNames(
  said: readonly string[],
  holders: readonly Holder[],
  files: Files,
): Promise<readonly Enclosing[]> {
  const listed = new Set((await files.list()).map(({ file }) => file));
  return holders.flatMap(({ kind, location }) => {
    const [, folder = "", value = "", end = ""] = /^(.*\/)([^/.]+)(\.\w+)$/.exec(location.file) ?? [];
    const beside = said.filter((name) => name !== value && listed.has(`${folder}${name}${end}`));
    return kind === "fixture" && beside.length > 0 ? [{ value, location, beside }] : [];
  });
}

interface Key {
  readonly value: string;
  readonly line: number;
}

function readEnclosing(lines: readonly string[], { line, column }: Location, parent: string): readonly Key[] {
  return [...readField(lines, line, parent), ...readKeysBefore(lines, line, column), ...readBlockKey(lines, line)];
}

/** A field beside it that is named like the parent: `cup: "autumn-open"`. */
function readField(lines: readonly string[], line: number, parent: string): readonly Key[] {
  const stem = parent.replace(/_?(?:id|slug|key|code|name)$/i, "");
  if (stem.length < 3) {
    return [];
  }
  const field = new RegExp(`\\b${stem.replace(/\W/g, "")}\\w{0,6}["']?\\s*[:=]\\s*["']?([\\w.~-]+)(?![<\\w.~-])`, "i");
  const from = Math.max(0, line - 1 - fieldsAround);
  return lines.slice(from, line + fieldsAround).flatMap((text, index) => {
    const value = field.exec(text)?.[1];
    return value === undefined ? [] : [{ value, line: from + index + 1 }];
  });
}

const opening = /["']?([\w.~-]+)["']?\s*(?:[:=]|=>)\s*(?:new Set\()?[[{(]/g;

/** The keys that open a list or an object around it on the same line, nearest first: `alder: ["k1"], birch: { keys: ["k2", "k3"] }`. */
function readKeysBefore(lines: readonly string[], line: number, column: number): readonly Key[] {
  const before = (lines[line - 1] ?? "").slice(0, Math.max(0, column - 1));
  const isOpen = (from: number) => {
    let depth = 0;
    return [...before.slice(from)].every((letter) => {
      depth += /[[{(]/.test(letter) ? 1 : /[\])}]/.test(letter) ? -1 : 0;
      return depth >= 0;
    });
  };
  return [...before.matchAll(opening)]
    .filter(({ index, 0: { length } }) => isOpen(index + length))
    .map(([, value = ""]) => ({ value, line }))
    .toReversed();
}

function listKeys(lines: readonly string[]): readonly string[] {
  return lines.flatMap((text) => [
    ...[...text.matchAll(opening)].map(([, value = ""]) => value),
    ...(/^\s*["']?([\w.~-]+)["']?\s*:\s*$/.exec(text)?.slice(1) ?? []),
  ]);
}

/** The key of the block that it is indented in: `"autumn-open": [`, `["autumn-open", [`, or `autumn-open:` of YAML. */
function readBlockKey(lines: readonly string[], line: number): readonly Key[] {
  const indentOf = (text: string) => text.length - text.trimStart().length;
  let indent = indentOf(lines[line - 1] ?? "");
  for (let at = line - 2; at >= Math.max(0, line - 1 - mostLinesUp) && indent > 0; at -= 1) {
    const text = lines[at] ?? "";
    if (text.trim() === "" || indentOf(text) >= indent) {
      continue;
    }
    indent = indentOf(text);
    const value =
      /^\s*["']?([\w.~-]+)["']?\s*(?:[:=]|=>)\s*(?:[[{(]|new |$)/.exec(text)?.[1] ??
      /^\s*[[(]\s*["']([\w.~-]+)["']\s*,/.exec(text)?.[1];
    if (value !== undefined) {
      return [{ value, line: at + 1 }];
    }
  }
  return [];
}
