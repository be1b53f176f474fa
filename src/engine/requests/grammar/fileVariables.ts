import type { FileVariable } from "../../model/request.ts";
import { type LineReader, reportRange } from "./lineReader.ts";
import type { Line } from "./lines.ts";

const DEFINITION = /^\s*@([^\s=:]+)\s*:?=\s*/;
const QUOTED = /^(?:".*"|'.*')$/s;

/** Reads one `@name = value` line into the reader's variables; the value stays as written, quotes included. */
export function readFileVariable(reader: LineReader, line: Line): void {
  const match = DEFINITION.exec(line.text);
  if (match === null) return;
  const value = line.text.slice(match[0].length).trimEnd();
  const start = line.start + match[0].length;
  const nameStart = line.start + line.text.indexOf("@");
  const variable: FileVariable = {
    name: match[1] as string,
    value,
    line: line.number,
    range: { start: nameStart, end: Math.max(start + value.length, line.start + match[0].trimEnd().length) },
    valueRange: { start, end: start + value.length },
  };
  reader.variables.push(variable);
  reportValue(reader, line, variable);
}

function reportValue(reader: LineReader, line: Line, variable: FileVariable): void {
  const { name, value, valueRange, range } = variable;
  if (value === "") reportRange(reader, line, range, "empty-variable", `The variable ${name} has no value.`);
  if (value.length > 1 && QUOTED.test(value)) {
    const message = `The quotes are part of the value of ${name} in most tools, so they are sent too.`;
    const fix = { title: `Remove the quotes of ${name}`, newText: value.slice(1, -1), range: valueRange };
    reportRange(reader, line, valueRange, "quoted-variable", message, fix);
  }
}
