import { type LineReader, reportLine } from "./lineReader.ts";
import { firstMark, isBlank, isMethodLine, isSeparator } from "./lineShape.ts";
import type { Line } from "./lines.ts";

const SCRIPT_START = /^\s*[<>]\s*\{%/;
const SCRIPT_FILE = /^\s*[<>]\s+\S+\.[cm]?[jt]s\s*$/;
const OUTPUT_FILE = /^\s*>>!?\s+\S/;
const RESPONSE_FILE = /^\s*<>\s+\S/;
const TEMPLATE_SCRIPT = /^\s*\{\{(?:[@+][\w-]*)?\s*$/;
const HEADER_SPREAD = /^\s*\.\.\.[A-Za-z_$][\w$.]*\s*$/;
const ASSERTION = /^\s*\?\?\s/;
const OTHER_COMMAND = /^(?:import\s+\S+\.(?:http|rest)|run\s+(?:#|\S+\.(?:http|rest)))/;
const PROTOCOL_FILE = /^(?:proto|thrift)\s*<\s/;
const FRAGMENT = /^fragment\s+\w+\s+on\s+\w+\s*\{\s*$/;
const HANDLER_MARKS = new Set(["<", ">", "{", "?", "."]);
const NOT_RUN = "Scripts, assertions, imports and output files are never run or written here.";

/** True for the first line of something that other tools would run or write: a script, an assertion, an output file. */
export function startsHandler(text: string): boolean {
  if (!HANDLER_MARKS.has(firstMark(text))) return false;
  return closerOf(text) !== null || isSingleLineHandler(text);
}

/** True for the lines that only other tools act on and that stand before a request: `import`, `run`, `proto <`, a GraphQL fragment. */
export function isOtherCommand(text: string): boolean {
  return OTHER_COMMAND.test(text) || PROTOCOL_FILE.test(text) || FRAGMENT.test(text);
}

/** Steps over an `import`, `run` or `proto <` line with its options, or over a GraphQL fragment, and says so. */
export function skipOtherCommand(reader: LineReader, line: Line): void {
  reader.at++;
  reportLine(reader, line, "handler-not-run", NOT_RUN);
  if (OTHER_COMMAND.test(line.text)) return;
  const isLast = FRAGMENT.test(line.text) ? isClosingBrace : isBlank;
  for (let next = reader.lines[reader.at]; next !== undefined; next = reader.lines[reader.at]) {
    if (isSeparator(next.text) || isMethodLine(next.text)) return;
    reader.at++;
    if (isLast(next.text)) return;
  }
}

function isClosingBrace(text: string): boolean {
  return text.startsWith("}");
}

/** Steps over a handler without running it, at most to the next separator, and says so. */
export function skipHandler(reader: LineReader, line: Line): void {
  const closer = closerOf(line.text);
  reader.at++;
  reportLine(reader, line, "handler-not-run", NOT_RUN);
  if (closer === null || isClosedOnItsLine(line.text)) return;
  for (; reader.at < reader.lines.length; reader.at++) {
    const next = reader.lines[reader.at] as Line;
    if (isSeparator(next.text)) break;
    if (!closer.test(next.text)) continue;
    reader.at++;
    return;
  }
  reportLine(
    reader,
    line,
    "unclosed-script",
    "This script is never closed, so the lines up to the next separator belong to it.",
  );
}

function isSingleLineHandler(text: string): boolean {
  if (HEADER_SPREAD.test(text)) return true;
  return SCRIPT_FILE.test(text) || OUTPUT_FILE.test(text) || RESPONSE_FILE.test(text) || ASSERTION.test(text);
}

function closerOf(text: string): RegExp | null {
  if (SCRIPT_START.test(text)) return /%\}/;
  return TEMPLATE_SCRIPT.test(text) ? /^\s*\}\}/ : null;
}

function isClosedOnItsLine(text: string): boolean {
  return text.includes("%}");
}
