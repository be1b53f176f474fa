import type { Location } from "../../../model/place.ts";
import type { Files } from "../../../ports.ts";
import { inTurns } from "../../../turns.ts";
import { readState, type Switch, type SwitchState } from "./switches.ts";

/** The line of the workspace that sets a switch, and the state that it sets. */
export interface SetSwitch {
  readonly state: SwitchState;
  readonly location: Location;
  readonly text: string;
}

interface Source {
  readonly file: string;
  readonly text: string;
}

// What a service reads when it starts comes before what stands in its code, and an example comes last.
const environmentFile = /(?:^|\/)\.env(?:\.[\w-]+)*$/;
const settingsFile = /\.(?:json|ya?ml|toml|ini|cfg|conf|properties)$/;
const codeFile = /\.(?:py|[cm]?[jt]s|rb)$/;
const example = /\.(?:example|sample|template|dist|defaults?)\b/;
const apart =
  /(?:^|\/)(?:node_modules|dist|build|out|coverage|target|vendor|\.git|tests?|__tests__|spec|data|fixtures|seeds|locales|i18n|public)\/|(?:^|\/)(?:package|package-lock|tsconfig[\w.-]*|http-client(?:\.private)?\.env)\.json$|\.(?:test|spec)\.\w+$|-lock\.yaml$/;
// In code a name alone may belong to anything.
const ofSettings = /settings|config|flag|feature|switch|toggle|\benv|\b[A-Z][A-Z\d]*_[A-Z\d_]+\b/;
const largest = 128 * 1024;
const mostFiles = 300;

/** Where the workspace sets a switch, and to what; a setting that is off is named before one that is on. Null when nothing says it. Never rejects. */
export async function findSetSwitch({ keys }: Switch, files: Files): Promise<SetSwitch | null> {
  const sources = await readSources(files);
  const found = findSet(sources, keys);
  if (found) {
    return found;
  }
  // `tours: on("ENABLE_TOURS")`: the key is set from another one.
  const key = keys.at(-1) ?? "";
  const set = new RegExp(`(?<![\\w$])${quoted(key)}["']?\\s*[:=](?!=)[ \\t]*(.+)`, "g");
  const aliases = sources.flatMap(({ file, text }) =>
    codeFile.test(file) && text.includes(key)
      ? [...text.matchAll(set)].flatMap(([, value = ""]) => readNames(value))
      : [],
  );
  return aliases.map((alias) => findSet(sources, [alias])).find((one) => one !== null) ?? null;
}

/** The names of the environment in a value. */
function readNames(value: string): readonly string[] {
  return value.match(/\b[A-Z][A-Z\d]*_[A-Z\d_]+\b|(?<=env\.)[A-Z][A-Z\d]{2,}\b/g) ?? [];
}

function findSet(sources: readonly Source[], keys: readonly string[]): SetSwitch | null {
  for (const rank of [1, 2, 3, 4]) {
    const set = sources.filter(({ file }) => rankOf(file) === rank).flatMap((source) => readSource(source, keys));
    const [first] = set;
    if (first) {
      return set.find(({ state }) => state === "off") ?? first;
    }
  }
  return null;
}

function rankOf(file: string): number {
  if (example.test(file)) {
    return 4;
  }
  return environmentFile.test(file) ? 1 : settingsFile.test(file) ? 2 : 3;
}

function readSource({ file, text }: Source, keys: readonly string[]): readonly SetSwitch[] {
  const key = keys.at(-1) ?? "";
  if (!text.includes(key) && !text.includes(inCapitals(key))) {
    return [];
  }
  const name = environmentFile.test(file) ? environmentName(key) : quoted(key);
  const shape = new RegExp(
    `(?:^|[\\s"'{,<])(?:${name})["']?\\s*([:=]>?|\\]\\s*$)(?!=)(.*)|^\\s*\\[(?:[\\w.-]+\\.)?(?:${name})\\]\\s*()$`,
  );
  const lines = text.split(/\r\n|\r|\n/);
  const set = lines.flatMap((line, index): readonly (SetSwitch & { readonly isBelow: boolean })[] => {
    const isApart = /^\s*(?:#|\/\/|\*)/.test(line) || (codeFile.test(file) && !ofSettings.test(`${file} ${line}`));
    const found = isApart ? null : shape.exec(line);
    const state = found && readSetting(found[2] ?? "", lines, index, codeFile.test(file));
    const location = { file, line: index + 1, column: line.search(/\S/) + 1 };
    return state ? [{ state, location, text: line.trim(), isBelow: isBelow(lines, index, keys.at(-2)) }] : [];
  });
  const below = set.filter((one) => one.isBelow);
  return below.length > 0 ? below : set;
}

/** The state that a line sets a key to, in its own value, in the block that it opens, or by the default that code names. */
function readSetting(value: string, lines: readonly string[], index: number, isCode: boolean): SwitchState | null {
  const rest = value.trim();
  const own = readState(/^(?:\w+(?:\[\w+\])?\s*=\s*)?["']?(\w+)["']?\s*(?:[,;})\]#]|$)/.exec(rest)?.[1] ?? "");
  if (own) {
    return own;
  }
  if (rest === "" || rest.startsWith("{")) {
    return readBlock(rest, lines.slice(index + 1, index + 5), (lines[index] ?? "").search(/\S/));
  }
  const fallback = /(?:,|\?\?|\|\|)\s*["']?(\w+)["']?\s*\)?\s*(?:[=!]==?|\)|;|$)/.exec(rest)?.[1] ?? "";
  return isCode ? readState(fallback) : null;
}

function readBlock(rest: string, next: readonly string[], depth: number): SwitchState | null {
  const end = next.findIndex((line) => line.trim() !== "" && (line.search(/\S/) < depth || /^\s*[}[]/.test(line)));
  const block = rest.includes("}")
    ? rest.slice(0, rest.indexOf("}") + 1)
    : [rest, ...next.slice(0, end < 0 ? undefined : end)].join("\n");
  const value = /\b(?:on|enabled?|active|value|state|default)["']?\s*[:=]\s*["']?(\w+)/i.exec(block)?.[1];
  // Whatever it is called, the one field that is true or false says it.
  const only = [...block.matchAll(/\b\w+["']?\s*[:=]\s*["']?(true|false|on|off|yes|no)\b/gi)].map(
    ([, word = ""]) => word,
  );
  return readState(value ?? (only.length === 1 ? (only[0] ?? "") : ""));
}

function inCapitals(key: string): string {
  return key
    .replace(/(?<=[a-z\d])[A-Z]/g, (letter) => `_${letter}`)
    .replaceAll("-", "_")
    .toUpperCase();
}

/** How a key is called in the environment: in capitals, behind a prefix that settings objects add where it has several words. */
function environmentName(key: string): string {
  const upper = inCapitals(key);
  const named = upper.includes("_") ? `(?:export\\s+)?(?:[A-Z\\d]+_)*${quoted(upper)}` : quoted(upper);
  return `${named}|${quoted(key)}`;
}

/** Whether the nearest line above that is indented less, or the nearest section, names the outer key. */
function isBelow(lines: readonly string[], index: number, outer: string | undefined): boolean {
  if (outer === undefined) {
    return true;
  }
  const depth = (lines[index] ?? "").search(/\S/);
  const above = lines
    .slice(0, index)
    .findLast((line) => /^\s*\[/.test(line) || (line.trim() !== "" && line.search(/\S/) < depth));
  return new RegExp(`(?<![\\w-])${quoted(outer)}(?![\\w-])`).test(`${above ?? ""} ${lines[index] ?? ""}`);
}

async function readSources(files: Files): Promise<readonly Source[]> {
  const listed = (await files.list())
    .filter(({ file, size }) => size <= largest && isRead(file))
    .map(({ file }) => file);
  // What is ignored by version control is not listed, and yet it is what a service reads.
  const named = [...new Set([".env", ".env.local", ...listed])].slice(0, mostFiles);
  const sources: Source[] = [];
  for await (const file of inTurns(named)) {
    const bytes = await files.read(file);
    if (bytes) {
      sources.push({ file, text: new TextDecoder().decode(bytes) });
    }
  }
  return sources;
}

function isRead(file: string): boolean {
  return !apart.test(file) && [environmentFile, settingsFile, codeFile].some((names) => names.test(file));
}

function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
