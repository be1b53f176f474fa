import { cutShellValue, type ShellValues } from "./shellVariables.ts";
import { type Cutter, cutSpace, openWord, push, type Step } from "./wordCutter.ts";

const ESCAPES = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["0", "\0"],
]);

/** Takes one character as PowerShell would: a backtick escapes one character, and one at the end of a line joins the next. */
export function cutPowerShellCharacter(cutter: Cutter, values: ShellValues): Step {
  const { command, at } = cutter;
  const char = command[at] as string;
  if (char === "`") return cutBacktick(cutter);
  if (/\s/.test(char)) return cutSpace(cutter, char);
  if (char === "'") return cutSingleQuoted(cutter);
  if (char === '"') return cutDoubleQuoted(cutter, values);
  if (char === "|" || char === ";" || char === "&" || (char === ">" && cutter.wordStart < 0)) return "end";
  const step = char === "$" ? cutShellValue(cutter, values) : null;
  return step ?? push(cutter, char, 1);
}

function cutBacktick(cutter: Cutter): Step {
  const lineBreak = /^`[ \t]*\r?\n/.exec(cutter.command.slice(cutter.at, cutter.at + 100))?.[0];
  if (lineBreak !== undefined) {
    cutter.at += lineBreak.length;
    return "on";
  }
  const next = cutter.command[cutter.at + 1] ?? "";
  return push(cutter, ESCAPES.get(next) ?? next, 2);
}

/** Windows PowerShell hands `\"` on as it stands, and curl.exe reads it as a quote: so JSON is written there. */
function cutSingleQuoted(cutter: Cutter): Step {
  openWord(cutter, 1);
  while (cutter.at < cutter.command.length) {
    const pair = cutter.command.slice(cutter.at, cutter.at + 2);
    if (pair === "''") push(cutter, "'", 2);
    else if (pair === '\\"') push(cutter, '"', 2);
    else if (pair.startsWith("'")) {
      cutter.at++;
      return "on";
    } else push(cutter, pair[0] as string, 1);
  }
  return "open";
}

function cutDoubleQuoted(cutter: Cutter, values: ShellValues): Step {
  openWord(cutter, 1);
  while (cutter.at < cutter.command.length) {
    const pair = cutter.command.slice(cutter.at, cutter.at + 2);
    if (pair === '""') push(cutter, '"', 2);
    else if (pair.startsWith('"')) {
      cutter.at++;
      return "on";
    } else if (pair.startsWith("`")) cutBacktick(cutter);
    else if (!pair.startsWith("$") || cutShellValue(cutter, values) === null) push(cutter, pair[0] as string, 1);
  }
  return "open";
}
