import type { Range } from "../../model/place.ts";
import type { Line } from "./lines.ts";

/** One `# @name value` line. */
export interface Directive {
  readonly name: string;
  readonly value: string;
  readonly valueRange: Range;
}

const DIRECTIVE = /^\s*(?:#+|\/\/+)\s*@([A-Za-z][\w-]*)(?=[\s=:]|$)/;

/** Reads a directive from a comment line, or null when the comment is only a comment; names come in lower case. */
export function readDirective(line: Line): Directive | null {
  const match = DIRECTIVE.exec(line.text);
  if (match === null) return null;
  const after = line.text
    .slice(match[0].length)
    .replace(/^\s*[=:]?/, "")
    .trimStart();
  const value = after.trimEnd();
  const start = line.end - after.length;
  return { name: (match[1] as string).toLowerCase(), value, valueRange: { start, end: start + value.length } };
}

/** Gathers directives by name; the values of a repeated one are joined by a line feed. */
export function gatherDirectives(directives: readonly Directive[]): Readonly<Record<string, string>> {
  if (directives.length === 0) return {};
  const values = new Map<string, string>();
  for (const { name, value } of directives) {
    const earlier = values.get(name);
    values.set(name, earlier === undefined ? value : `${earlier}\n${value}`);
  }
  return Object.fromEntries(values);
}
