import { parse as parseJson } from "jsonc-parser";
import { isSecretName } from "../../secretNames.ts";
import { readYaml } from "../../yamlData.ts";

/** Values of a file that says what an application is set to; a text that cannot be part of a path is null. */
export type PathValues =
  | string
  | number
  | boolean
  | null
  | readonly PathValues[]
  | { readonly [key: string]: PathValues };

/** Files above this many characters are data, not settings. */
const LARGEST = 200_000;
const DEEPEST = 12;

/** True for the files whose values are read: JSON, YAML, TOML, and what is put into the environment. */
export function holdsValues(file: string): boolean {
  return /\.(?:json5?|ya?ml|toml)$/.test(file) || isEnvironment(file);
}

/** True for a file that sets environment variables for whoever works in its folder; examples and those of one stage set nothing. */
export function isEnvironment(file: string): boolean {
  return /(?:^|\/)\.env(?:\.local)?$/.test(file);
}

/**
 * Reads the values of a settings file that may be part of a path. Whatever else it holds is left out and never kept, for it may be
 * secret. Undefined for a text that is too large or cannot be read.
 */
export function readPathValues(file: string, text: string): PathValues | undefined {
  if (text.length > LARGEST) return undefined;
  try {
    return keep(parseAs(file, text), "", 0);
  } catch {
    return undefined;
  }
}

function parseAs(file: string, text: string): unknown {
  if (isEnvironment(file)) return readLines(text, /^\s*(?:export\s+)?([A-Za-z_][\w.]*)\s*=\s*(.*)$/);
  if (/\.ya?ml$/.test(file)) return readYaml(text);
  if (file.endsWith(".toml")) return readToml(text);
  return parseJson(text, [], { allowTrailingComma: true });
}

function readLines(text: string, pattern: RegExp): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const line of text.split(/\r?\n/)) {
    const [, name, written] = pattern.exec(line) ?? [];
    if (name !== undefined && written !== undefined) values[name] = scalarOf(written.trim());
  }
  return values;
}

/** The tables of a TOML text with the texts, numbers and truths that stand on one line. */
function readToml(text: string): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const part of `\n${text}`.split(/\n(?=[ \t]*\[)/)) {
    const header = /^\s*\[\s*([\w."'-]+(?:\s*\.\s*[\w."'-]+)*)\s*\]/.exec(part)?.[1];
    // A table in an array, or with a name that is computed, is nobody's single setting.
    if (header === undefined && /^\s*\[/.test(part)) continue;
    let table = root;
    for (const key of header?.split(".") ?? []) {
      const name = key.trim().replace(/["']/g, "");
      const inner = table[name];
      const next = typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>) : {};
      table[name] = next;
      table = next;
    }
    Object.assign(table, readLines(part, /^\s*["']?([\w-]+)["']?\s*=\s*(.+)$/));
  }
  return root;
}

function scalarOf(written: string): unknown {
  const quoted = /^(["'`])(.*?)\1\s*(?:#.*)?$/.exec(written);
  if (quoted !== null) return quoted[2];
  const bare = written.replace(/(?:^|\s)#.*$/, "").trim();
  if (bare === "true" || bare === "false") return bare === "true";
  return /^-?\d{1,15}$/.test(bare) ? Number(bare) : bare;
}

function keep(value: unknown, key: string, depth: number): PathValues {
  if (typeof value === "string") return isPathText(value, key) ? value : null;
  if (typeof value === "number" || typeof value === "boolean") return isSecretName(key) ? null : value;
  if (typeof value !== "object" || value === null || depth === DEEPEST) return null;
  if (Array.isArray(value)) return value.map((each) => keep(each, key, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, keep(each, name, depth + 1)]));
}

const PATH_WORD =
  /prefix|path|root|base|mount|vers|route|endpoint|context|method|verb|segment|namespace|module|controller|plugin|director|functions/i;

/** A text that starts like a path, or a short plain one under a name that says it is a part of paths, be they of URLs or of files. */
function isPathText(text: string, key: string): boolean {
  if (isSecretName(key) || text.length > 120) return false;
  return /^\/[\w./{}:<>*~@%?()\\[\]-]*$/.test(text) || (PATH_WORD.test(key) && /^[\w./{}:<>*~-]*$/.test(text));
}
