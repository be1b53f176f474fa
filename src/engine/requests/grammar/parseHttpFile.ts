import type { RecordedResponse, RequestFile, WrittenRequest } from "../../model/request.ts";
import { readDirective } from "./directives.ts";
import { readFileVariable } from "./fileVariables.ts";
import { isOtherCommand, skipHandler, skipOtherCommand, startsHandler } from "./handlers.ts";
import { insertBefore, type LineReader, reportLine, reportRange } from "./lineReader.ts";
import {
  cutMethod,
  isBlank,
  isComment,
  isCurlLine,
  isResponseLine,
  isSeparator,
  isVariableDefinition,
  looksLikeUrl,
} from "./lineShape.ts";
import { finish, type Line, splitLinesInSteps } from "./lines.ts";
import { type Lead, readRequest } from "./readRequest.ts";
import { readRecordedResponse } from "./recordedResponse.ts";
import { directiveDifference, reportDifference } from "./toolDifferences.ts";

const LARGEST_TEXT = 16 * 1024 * 1024;
const MOST_LINES = 500_000;

/**
 * Reads a request file as the union of what REST Client, httpYac, JetBrains, Visual Studio and Kulala read.
 * Never throws; where the tools disagree there is a problem that says so. Time grows linearly with the text, of which the first 16 Mi
 * characters and 500,000 lines are read.
 */
export function parseHttpFile(text: string): RequestFile {
  return finish(parseHttpFileInSteps(text));
}

/** The same in steps of about one request each, or of some lines of a long one, between which other work can be done. */
export function* parseHttpFileInSteps(text: string): Generator<void, RequestFile> {
  const read = cutText(text);
  const lines = yield* splitLinesInSteps(read, MOST_LINES);
  const reader: LineReader = { text: read, lines, problems: [], variables: [], at: 0 };
  reportText(reader, text);
  reportLostBytes(reader);
  const requests: WrittenRequest[] = [];
  let lead = emptyLead();
  for (let line = reader.lines[0]; line !== undefined; line = reader.lines[reader.at]) {
    if (isSeparator(line.text)) lead = readSeparator(reader, line);
    else if (isResponseLine(line.text)) yield* readOwnResponse(reader, line, requests);
    else if (isLeadLine(line.text)) lead = readLeadLine(reader, line, lead);
    else if (isProse(line.text)) readProse(reader, line);
    else {
      if (lead.separator === null && requests.length > 0) reportMissingSeparator(reader, line, lead);
      requests.push(yield* readRequest(reader, lead));
      lead = emptyLead();
      yield;
    }
  }
  const lineStarts = lines.map((line) => line.start);
  return { requests, variables: reader.variables, problems: reader.problems, lineStarts };
}

/** The character that stands in for bytes that are no text. */
function reportLostBytes(reader: LineReader): void {
  const at = reader.text.indexOf("\ufffd");
  const line = at < 0 ? undefined : reader.lines.find(({ end }) => end > at);
  if (line === undefined) return;
  const message = "Bytes that are no UTF-8 were lost here: save the file as UTF-8, or percent-encode them.";
  reportRange(reader, line, { start: at, end: at + 1 }, "invalid-text", message);
}

function emptyLead(): Lead {
  return { title: null, separator: null, firstComment: null, directives: [] };
}

function cutText(text: string): string {
  return text.length > LARGEST_TEXT ? text.slice(0, LARGEST_TEXT) : text;
}

function reportText(reader: LineReader, text: string): void {
  const first = reader.lines[0] as Line;
  if (text.length > LARGEST_TEXT || reader.lines.length >= MOST_LINES) {
    reportLine(reader, first, "file-too-large", "Only the first 16 MiB and 500,000 lines of this file are read.");
  }
  if (text.includes("\u0000")) {
    reportLine(reader, first, "binary-file", "This file holds zero bytes, so it is hardly a request file.");
  }
}

function reportMissingSeparator(reader: LineReader, line: Line, { firstComment }: Lead): void {
  const message = "There is no ### line before this request: REST Client reads it as part of the request above.";
  const fix = insertBefore(firstComment ?? line, "Add the ### line", "###\n");
  reportLine(reader, line, "missing-separator", message, fix);
}

function readSeparator(reader: LineReader, line: Line): Lead {
  reader.at++;
  if (/^\s/.test(line.text)) {
    const indent = line.text.length - line.text.trimStart().length;
    const fix = { title: "Remove the indent", newText: "", range: { start: line.start, end: line.start + indent } };
    reportLine(reader, line, "indented-separator", "REST Client does not take an indented ### for a separator.", fix);
  }
  const title = line.text.replace(/^\s*#+/, "").trim();
  const directive = readDirective(line);
  return {
    title: title === "" || directive !== null ? null : title,
    separator: line,
    firstComment: null,
    directives: directive === null ? [] : [directive],
  };
}

function isLeadLine(text: string): boolean {
  if (isBlank(text) || isComment(text) || isVariableDefinition(text) || startsHandler(text)) return true;
  return isOtherCommand(text) || isValuelessVariable(text) || isBlockComment(text);
}

function isValuelessVariable(text: string): boolean {
  return /^\s*@[^\s=:]+\s*$/.test(text);
}

function isBlockComment(text: string): boolean {
  return /^\s*\/\*(?!\S*\/)/.test(text);
}

function readLeadLine(reader: LineReader, line: Line, lead: Lead): Lead {
  if (isComment(line.text)) {
    const directive = readDirective(line);
    reader.at++;
    if (directive !== null) {
      lead.directives.push(directive);
      reportDifference(reader, line, directiveDifference(line.text));
    }
    return lead.firstComment === null ? { ...lead, firstComment: line } : lead;
  }
  if (startsHandler(line.text)) skipHandler(reader, line);
  else if (isOtherCommand(line.text)) skipOtherCommand(reader, line);
  else if (isBlockComment(line.text)) skipBlockComment(reader, line);
  else readPlainLeadLine(reader, line);
  return isBlank(line.text) && lead.directives.length === 0 ? { ...lead, firstComment: null } : lead;
}

function readPlainLeadLine(reader: LineReader, line: Line): void {
  reader.at++;
  if (isVariableDefinition(line.text)) readFileVariable(reader, line);
  else if (isValuelessVariable(line.text)) {
    const message = "A variable needs `= value`: REST Client and httpYac read this line as the URL of a request.";
    reportLine(reader, line, "variable-without-value", message);
  }
}

function skipBlockComment(reader: LineReader, line: Line): void {
  const start = reader.at;
  reportDifference(reader, line, "REST Client does not know block comments, and reads this line as a URL.");
  for (; reader.at < reader.lines.length; reader.at++) {
    const text = (reader.lines[reader.at] as Line).text;
    if (isSeparator(text)) break;
    if (!/\*\/\s*$/.test(text)) continue;
    reader.at++;
    return;
  }
  reader.at = Math.max(reader.at, start + 1);
  reportLine(reader, line, "unclosed-comment", "This comment is never closed, so it ends at the next separator.");
}

/** Several words of which the first is neither a method nor the start of a URL. */
function isProse(text: string): boolean {
  const { method, offset } = cutMethod(text);
  const rest = text.slice(offset).trim();
  return method === null && /\s/.test(rest) && !looksLikeUrl(rest) && !/^[A-Z]+\s/.test(rest) && !isCurlLine(text);
}

function readProse(reader: LineReader, line: Line): void {
  reader.at++;
  reportLine(
    reader,
    line,
    "not-a-request",
    "This line is neither a request line nor a comment: other tools read it as the URL of a GET request.",
  );
}

function* readOwnResponse(reader: LineReader, line: Line, requests: WrittenRequest[]): Generator<void, void> {
  reportDifference(reader, line, "httpYac takes a response in a section of its own for a request.");
  attachResponse(requests, yield* readRecordedResponse(reader));
}

function attachResponse(requests: WrittenRequest[], recorded: RecordedResponse): void {
  const last = requests.pop();
  if (last !== undefined) requests.push({ ...last, recorded: last.recorded ?? recorded });
}
