import { splitLines } from "../grammar/lines.ts";
import { isOpenSetting } from "../variables/openValue.ts";
import type { EnvironmentValue } from "./environmentSet.ts";

const ASSIGNMENT = /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*=\s*(.*)$/s;

/** Reads the `NAME=value` lines of a `.env` file; its values are secret, but for those whose name says otherwise. Quotes are taken off, comments left out. */
export function readDotenv(text: string, file: string): ReadonlyMap<string, EnvironmentValue> {
  const values = new Map<string, EnvironmentValue>();
  for (const line of splitLines(text)) {
    const match = ASSIGNMENT.exec(line.text);
    if (match === null) continue;
    const written = match[2] as string;
    const column = line.text.length - written.length + 1;
    const location = { file, line: line.number, column };
    const name = match[1] as string;
    const value = unquote(written.trim());
    values.set(name, { value, location, secret: !isOpenSetting(name, value) });
  }
  return values;
}

function unquote(written: string): string {
  const quoted = /^(["'`])(.*?)\1\s*(?:#.*)?$/s.exec(written);
  if (quoted === null) return written.replace(/(?:^|\s)#.*$/, "").trimEnd();
  const inner = quoted[2] as string;
  return quoted[1] === '"' ? inner.replace(/\\([nrt"\\])/g, (_, escaped: string) => characterOf(escaped)) : inner;
}

function characterOf(escaped: string): string {
  return { n: "\n", r: "\r", t: "\t" }[escaped] ?? escaped;
}
