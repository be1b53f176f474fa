import type { Problem, Range, TextFix } from "../../model/place.ts";
import type { FileVariable } from "../../model/request.ts";
import type { Line } from "./lines.ts";

/** The cursor of one pass over a request file, with what the pass has found so far. */
export interface LineReader {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly problems: Problem[];
  readonly variables: FileVariable[];
  /** Index of the line to be read next. */
  at: number;
}

/** A text with more problems than this is no request file, and nobody reads them all. */
const MOST_PROBLEMS = 2000;

/** Adds a problem that concerns a whole line, its white space at both ends excluded. */
export function reportLine(reader: LineReader, line: Line, code: string, message: string, fix?: TextFix): void {
  reportRange(reader, line, trimmedRange(line), code, message, fix);
}

/** Adds a problem that concerns one stretch of a line. */
export function reportRange(
  reader: LineReader,
  line: Line,
  range: Range,
  code: string,
  message: string,
  fix?: TextFix,
): void {
  if (reader.problems.length >= MOST_PROBLEMS) return;
  reader.problems.push({ code, message, range, line: line.number, ...(fix === undefined ? {} : { fix }) });
}

/** The fix that puts a text before a line. */
export function insertBefore(line: Line, title: string, newText: string): TextFix {
  return { title, newText, range: { start: line.start, end: line.start } };
}

/** The stretch of a line without white space at both ends. */
export function trimmedRange(line: Line): Range {
  const start = line.start + (line.text.length - line.text.trimStart().length);
  return { start, end: start + line.text.trim().length };
}
