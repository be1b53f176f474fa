import type { WrittenField } from "../../model/request.ts";
import { type Directive, readDirective } from "./directives.ts";
import { readFileVariable } from "./fileVariables.ts";
import { skipHandler, startsHandler } from "./handlers.ts";
import { insertBefore, type LineReader, reportLine, trimmedRange } from "./lineReader.ts";
import { isBlank, isComment, isMethodLine, isResponseLine, isSeparator, isVariableDefinition } from "./lineShape.ts";
import type { Line } from "./lines.ts";
import { headerCommentDifference, reportDifference } from "./toolDifferences.ts";

/** The fields of a request, and the directives found among them. */
export interface HeaderLines {
  readonly fields: readonly WrittenField[];
  readonly directives: readonly Directive[];
}

const FIELD_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const FIELD = /^\s*((?:[!#$%&'*+.^_`|~0-9A-Za-z-]|\{\{[^{}]*\}\})+)[ \t]*:/;
const BODY_START = /^\s*(?:\{(?!\{)|[[<"}\]]|\{\{[^{}]*\}\}\s*$)|^[^\s:]+=/;
const TOKEN = /^\s*[!#$%&'*+.^_`|~0-9A-Za-z-]+\s*$/;

/** Reads header lines up to the blank line (which is read too), the body, the next request, or the separator. */
export function readHeaderLines(reader: LineReader): HeaderLines {
  const fields: WrittenField[] = [];
  const directives: Directive[] = [];
  for (let line = reader.lines[reader.at]; line !== undefined; line = reader.lines[reader.at]) {
    if (isBlank(line.text)) {
      reader.at++;
      break;
    }
    if (isSeparator(line.text) || isResponseLine(line.text)) break;
    if (isMethodLine(line.text)) break;
    if (startsHandler(line.text)) skipHandler(reader, line);
    else if (isComment(line.text)) readComment(reader, line, directives);
    else if (isVariableDefinition(line.text)) readVariable(reader, line);
    else if (readField(reader, line, fields)) continue;
    else if (startsBody(line, fields)) {
      reportLine(
        reader,
        line,
        "body-without-blank-line",
        "A blank line is missing before the body: REST Client reads it as headers.",
        insertBefore(line, "Add the blank line", "\n"),
      );
      break;
    } else readOddField(reader, line, fields);
  }
  return { fields, directives };
}

/** Where the name of a well-formed field ends, or -1. */
function colonOf(text: string): number {
  const colon = text.indexOf(":");
  if (colon < 1) return -1;
  return FIELD_NAME.test(text.slice(0, colon)) ? colon : (FIELD.exec(text)?.[0].length ?? 0) - 1;
}

/** Reads a well-formed field; false when the line is none. */
function readField(reader: LineReader, line: Line, fields: WrittenField[]): boolean {
  const colon = colonOf(line.text);
  if (colon < 0) return false;
  fields.push(cutField(line, colon));
  reader.at++;
  return true;
}

function readComment(reader: LineReader, line: Line, directives: Directive[]): void {
  const directive = readDirective(line);
  if (directive !== null) directives.push(directive);
  reportDifference(reader, line, headerCommentDifference(line.text, directive?.name === "name"));
  reader.at++;
}

function readVariable(reader: LineReader, line: Line): void {
  readFileVariable(reader, line);
  reportLine(
    reader,
    line,
    "variable-in-headers",
    "A variable is defined among the headers: REST Client sends this line as a header.",
  );
  reader.at++;
}

function startsBody(line: Line, fields: readonly WrittenField[]): boolean {
  return !isFolded(line, fields) && BODY_START.test(line.text);
}

function isFolded(line: Line, fields: readonly WrittenField[]): boolean {
  return fields.length > 0 && isFoldedLine(line.text);
}

function isFoldedLine(text: string): boolean {
  return /^[ \t]+\S/.test(text) && !FIELD.test(text) && !/^\s*(?:\{(?!\{)|#|\/\/)/.test(text);
}

/** Reads a line that is no well-formed field, yet stands among the fields. */
function readOddField(reader: LineReader, line: Line, fields: WrittenField[]): void {
  reader.at++;
  if (isFolded(line, fields)) {
    fold(reader, line, fields);
    return;
  }
  const colon = line.text.indexOf(":");
  if (colon < 0 || TOKEN.test(line.text)) {
    reportLine(
      reader,
      line,
      "header-without-colon",
      "This header has no colon: REST Client sends it empty, httpYac starts the body here.",
    );
    fields.push(cutField(line, -1));
    return;
  }
  reportLine(
    reader,
    line,
    "invalid-header",
    "A header name holds letters, digits and hyphens only, so this line cannot be sent as a header.",
  );
  fields.push(cutField(line, colon));
}

function cutField(line: Line, colon: number): WrittenField {
  const nameEnd = colon < 0 ? line.text.length : colon;
  const name = line.text.slice(0, nameEnd).trim();
  const nameStart = line.start + (line.text.length - line.text.trimStart().length);
  const rest = colon < 0 ? "" : line.text.slice(colon + 1);
  const value = rest.trim();
  const valueStart = line.end - rest.trimStart().length;
  return {
    name,
    value,
    nameRange: { start: nameStart, end: nameStart + name.length },
    valueRange: { start: valueStart, end: valueStart + value.length },
  };
}

/** Takes every folded line that follows at once, so that a long run of them costs no more than its length. */
function fold(reader: LineReader, line: Line, fields: WrittenField[]): void {
  const last = fields.pop();
  if (last === undefined) return;
  const values = [last.value];
  let { end } = last.valueRange;
  for (
    let next: Line | undefined = line;
    next !== undefined && isFoldedLine(next.text);
    next = reader.lines[reader.at]
  ) {
    if (next !== line) reader.at++;
    values.push(next.text.trim());
    end = trimmedRange(next).end;
    const message = "This line continues the header above: REST Client reads another header, httpYac the body.";
    reportLine(reader, next, "folded-header", message);
  }
  fields.push({ ...last, value: values.join(" ").trim(), valueRange: { start: last.valueRange.start, end } });
}
