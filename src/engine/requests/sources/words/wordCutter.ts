import type { Problem, Range } from "../../../model/place.ts";

/** One word of a command after quoting; `isVerbatim` when the text in the range reads exactly so. */
export interface Word {
  readonly text: string;
  readonly range: Range;
  readonly isVerbatim: boolean;
}

/** The state of cutting one command into words, character by character. */
export interface Cutter {
  readonly command: string;
  readonly words: Word[];
  readonly problems: Problem[];
  pieces: Piece[];
  wordStart: number;
  at: number;
}

/** Whether the command goes on after a character, ends there, or was left inside a quote. */
export type Step = "on" | "end" | "open";

/** What the shell hands on for one stretch of the command. */
interface Piece extends Range {
  readonly text: string;
}

/** A cutter at the start of a command. */
export function startCutter(command: string): Cutter {
  return { command, words: [], problems: [], pieces: [], wordStart: -1, at: 0 };
}

/** Hands on a text that `length` characters of the command stand for. */
export function push(cutter: Cutter, text: string, length: number): Step {
  if (cutter.wordStart < 0) cutter.wordStart = cutter.at;
  cutter.pieces.push({ text, start: cutter.at, end: cutter.at + length });
  cutter.at += length;
  return "on";
}

/** Starts a word without a character, as an opening quote does. */
export function openWord(cutter: Cutter, length: number): void {
  if (cutter.wordStart < 0) cutter.wordStart = cutter.at;
  cutter.at += length;
}

/** White space ends a word; a line break ends the command too, unless the next line starts with an option. */
export function cutSpace(cutter: Cutter, char: string): Step {
  endWord(cutter);
  const isLineBreak = char === "\n" || char === "\r";
  if (isLineBreak && cutter.words.length > 0 && !/^\s*-/.test(cutter.command.slice(cutter.at, cutter.at + 100)))
    return "end";
  cutter.at++;
  return "on";
}

/** Ends the word that has been started, if any. */
export function endWord(cutter: Cutter): void {
  if (cutter.wordStart >= 0) {
    const text = cutter.pieces.map((piece) => piece.text).join("");
    const start = cutter.pieces[0]?.start ?? cutter.wordStart;
    const end = cutter.pieces.at(-1)?.end ?? start;
    cutter.words.push({ text, range: { start, end }, isVerbatim: cutter.command.slice(start, end) === text });
  }
  cutter.pieces = [];
  cutter.wordStart = -1;
}

/** Adds a problem about one stretch of the command. */
export function report(cutter: Cutter, range: Range, code: string, message: string): void {
  const start = Math.max(0, range.start);
  const line = cutter.command.slice(0, start).split("\n").length;
  cutter.problems.push({ code, message, range: { start, end: Math.max(start, range.end) }, line });
}
