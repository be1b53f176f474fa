import type { Problem, Range } from "../../model/place.ts";

/** One word of a command after quoting; `isVerbatim` when the text in the range reads exactly so. */
export interface Word {
  readonly text: string;
  readonly range: Range;
  readonly isVerbatim: boolean;
}

/** The words of one command, up to a pipe, a redirection, a semicolon or the end of its last line, and the offset where it ends. */
export interface Words {
  readonly words: readonly Word[];
  readonly problems: readonly Problem[];
  readonly end: number;
}

/** One character that the shell hands on, with its offset. */
interface Piece {
  readonly char: string;
  readonly at: number;
}

interface Cutter {
  readonly command: string;
  readonly words: Word[];
  readonly problems: Problem[];
  pieces: Piece[];
  wordStart: number;
  at: number;
}

const ANSI_ESCAPES = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["0", "\0"],
  ["a", "\x07"],
  ["b", "\b"],
  ["f", "\f"],
  ["v", "\v"],
]);

/** Cuts a command into words as a POSIX shell does, or as cmd.exe does when carets escape quotes or end lines. */
export function cutWords(command: string): Words {
  const cutter: Cutter = { command, words: [], problems: [], pieces: [], wordStart: -1, at: 0 };
  const isCmd = isCmdCommand(command);
  let step: Step = "on";
  while (cutter.at < command.length && step === "on") {
    step = isCmd ? cutCmdCharacter(cutter) : cutShellCharacter(cutter);
  }
  endWord(cutter);
  if (step === "open")
    report(cutter, command.length - 1, "unclosed-quote", "A quote in this curl command is never closed.");
  return { words: cutter.words, problems: cutter.problems, end: cutter.at };
}

/** Carets that escape quotes, or one that ends the first line, are cmd.exe's; a POSIX shell takes them as they are. */
function isCmdCommand(command: string): boolean {
  const end = command.indexOf("\n");
  const firstLine = end < 0 ? command : command.slice(0, end + 1);
  return /\^(?:\r?\n|")/.test(firstLine);
}

type Step = "on" | "end" | "open";

function cutShellCharacter(cutter: Cutter): Step {
  const { command, at } = cutter;
  const char = command[at] as string;
  if (/\s/.test(char)) return cutSpace(cutter, char);
  if (char === "\\") return cutBackslash(cutter);
  if (char === "'") return cutSingleQuoted(cutter);
  if (char === '"') return cutDoubleQuoted(cutter);
  if (char === "$" && command[at + 1] === "'") return cutAnsiQuoted(cutter);
  if (char === "|" || char === ";" || ((char === ">" || char === "<") && cutter.wordStart < 0)) return "end";
  if (char === "&") {
    if (cutter.wordStart < 0 || /^&(?:&|\s|$)/.test(command.slice(at, at + 2))) return "end";
    reportAmpersand(cutter);
  }
  return push(cutter, char, 1);
}

function reportAmpersand(cutter: Cutter): void {
  if (cutter.problems.length > 0) return;
  const message = "A shell ends the command at an & outside quotes: what follows was not part of the URL.";
  report(cutter, cutter.at, "unquoted-ampersand", message);
}

function report(cutter: Cutter, at: number, code: string, message: string): void {
  const start = Math.max(0, at);
  cutter.problems.push({ code, message, range: { start, end: start + 1 }, line: lineAt(cutter.command, start) });
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

function push(cutter: Cutter, char: string, length: number): Step {
  if (cutter.wordStart < 0) cutter.wordStart = cutter.at;
  cutter.pieces.push({ char, at: cutter.at });
  cutter.at += length;
  return "on";
}

/** Starts a word without a character, as an opening quote does. */
function openWord(cutter: Cutter, length: number): void {
  if (cutter.wordStart < 0) cutter.wordStart = cutter.at;
  cutter.at += length;
}

/** A line break ends the command, unless the next line starts with an option. */
function cutSpace(cutter: Cutter, char: string): Step {
  endWord(cutter);
  const isLineBreak = char === "\n" || char === "\r";
  if (isLineBreak && cutter.words.length > 0 && !/^\s*-/.test(cutter.command.slice(cutter.at, cutter.at + 100)))
    return "end";
  cutter.at++;
  return "on";
}

function endWord(cutter: Cutter): void {
  if (cutter.wordStart >= 0) {
    const text = cutter.pieces.map((piece) => piece.char).join("");
    const start = cutter.pieces[0]?.at ?? cutter.wordStart;
    const last = cutter.pieces.at(-1);
    const end = last === undefined ? start : last.at + 1;
    cutter.words.push({ text, range: { start, end }, isVerbatim: cutter.command.slice(start, end) === text });
  }
  cutter.pieces = [];
  cutter.wordStart = -1;
}

function cutBackslash(cutter: Cutter): Step {
  const next = cutter.command.slice(cutter.at + 1, cutter.at + 3);
  if (next.startsWith("\r\n")) cutter.at += 3;
  else if (next.startsWith("\n") || next.startsWith("\r") || next === "") cutter.at += 2;
  else {
    openWord(cutter, 1);
    push(cutter, next[0] as string, 1);
  }
  return "on";
}

function cutSingleQuoted(cutter: Cutter): Step {
  openWord(cutter, 1);
  while (cutter.at < cutter.command.length) {
    const char = cutter.command[cutter.at] as string;
    if (char === "'") {
      cutter.at++;
      return "on";
    }
    push(cutter, char, 1);
  }
  return "open";
}

function cutDoubleQuoted(cutter: Cutter): Step {
  openWord(cutter, 1);
  while (cutter.at < cutter.command.length) {
    const char = cutter.command[cutter.at] as string;
    const next = cutter.command[cutter.at + 1] ?? "";
    if (char === '"') {
      cutter.at++;
      return "on";
    }
    if (char === "\\" && next === "\n") cutter.at += 2;
    else if (char === "\\" && next !== "" && '"\\$`'.includes(next)) {
      cutter.at++;
      push(cutter, next, 1);
    } else push(cutter, char, 1);
  }
  return "open";
}

function cutAnsiQuoted(cutter: Cutter): Step {
  openWord(cutter, 2);
  while (cutter.at < cutter.command.length) {
    const char = cutter.command[cutter.at] as string;
    if (char === "'") {
      cutter.at++;
      return "on";
    }
    if (char === "\\") cutAnsiEscape(cutter);
    else push(cutter, char, 1);
  }
  return "open";
}

function cutAnsiEscape(cutter: Cutter): void {
  const coded = /^\\(?:u([0-9a-f]{1,4})|x([0-9a-f]{1,2}))/i.exec(cutter.command.slice(cutter.at, cutter.at + 6));
  const code = coded?.[1] ?? coded?.[2];
  if (coded !== null && code !== undefined) {
    push(cutter, String.fromCharCode(Number.parseInt(code, 16)), coded[0].length);
    return;
  }
  const next = cutter.command[cutter.at + 1] ?? "";
  push(cutter, ANSI_ESCAPES.get(next) ?? next, 2);
}

/** In cmd.exe a caret escapes one character, and a caret at the end of a line joins the next one. */
function cutCmdCharacter(cutter: Cutter): Step {
  const { char, length } = readCmdCharacter(cutter.command, cutter.at);
  if (char === "") {
    cutter.at += length;
    return "on";
  }
  if (char === '"') return cutCmdQuoted(cutter, length);
  if (/\s/.test(char)) return cutSpace(cutter, char);
  if (length === 1 && (char === "|" || char === "&" || char === ">")) return "end";
  return push(cutter, char, length);
}

function readCmdCharacter(command: string, at: number): { readonly char: string; readonly length: number } {
  if (command[at] !== "^") return { char: command[at] ?? "", length: 1 };
  const lineBreak = /^\^\r?\n/.exec(command.slice(at, at + 3))?.[0];
  if (lineBreak === undefined) return { char: command[at + 1] ?? "", length: 2 };
  return { char: "", length: lineBreak.length };
}

/** Between quotes a caret stays itself when plain quotes opened them, and escapes on when `^"` did. */
function cutCmdQuoted(cutter: Cutter, length: number): Step {
  const isEscaped = length === 2;
  openWord(cutter, length);
  while (cutter.at < cutter.command.length) {
    const read = isEscaped
      ? readCmdCharacter(cutter.command, cutter.at)
      : { char: cutter.command[cutter.at] ?? "", length: 1 };
    if (read.char === '"') {
      cutter.at += read.length;
      return "on";
    }
    const after = isEscaped
      ? readCmdCharacter(cutter.command, cutter.at + read.length)
      : { char: cutter.command[cutter.at + 1] ?? "", length: 1 };
    if (read.char === "\\" && (after.char === '"' || after.char === "\\"))
      push(cutter, after.char, read.length + after.length);
    else if (read.char === "") cutter.at += read.length;
    else push(cutter, read.char, read.length);
  }
  return "open";
}
