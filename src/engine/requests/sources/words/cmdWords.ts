import { type Cutter, cutSpace, openWord, push, type Step } from "./wordCutter.ts";

/** Takes one character as cmd.exe would: a caret escapes one character, and a caret at the end of a line joins the next one. */
export function cutCmdCharacter(cutter: Cutter): Step {
  const { char, length } = readCharacter(cutter.command, cutter.at);
  if (char === "") {
    cutter.at += length;
    return "on";
  }
  if (char === '"') return cutQuoted(cutter, length);
  if (/\s/.test(char)) return cutSpace(cutter, char);
  if (length === 1 && (char === "|" || char === "&" || char === ">")) return "end";
  return push(cutter, char, length);
}

function readCharacter(command: string, at: number): { readonly char: string; readonly length: number } {
  if (command[at] !== "^") return { char: command[at] ?? "", length: 1 };
  const lineBreak = /^\^\r?\n/.exec(command.slice(at, at + 3))?.[0];
  if (lineBreak === undefined) return { char: command[at + 1] ?? "", length: 2 };
  return { char: "", length: lineBreak.length };
}

/** Between quotes a caret stays itself when plain quotes opened them, and escapes on when `^"` did. */
function cutQuoted(cutter: Cutter, length: number): Step {
  const isEscaped = length === 2;
  const read = (at: number): ReturnType<typeof readCharacter> =>
    isEscaped ? readCharacter(cutter.command, at) : { char: cutter.command[at] ?? "", length: 1 };
  openWord(cutter, length);
  while (cutter.at < cutter.command.length) {
    const { char, length: taken } = read(cutter.at);
    if (char === '"') {
      cutter.at += taken;
      return "on";
    }
    const after = read(cutter.at + taken);
    if (char === "\\" && (after.char === '"' || after.char === "\\")) push(cutter, after.char, taken + after.length);
    else if (char === "") cutter.at += taken;
    else push(cutter, char, taken);
  }
  return "open";
}
