import { cutShellValue, type ShellValues } from "./shellVariables.ts";
import { type Cutter, cutSpace, openWord, push, report, type Step } from "./wordCutter.ts";

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

/** Takes one character as a POSIX shell (and bash with its `$'…'`) would. */
export function cutPosixCharacter(cutter: Cutter, values: ShellValues): Step {
  const { command, at } = cutter;
  const char = command[at] as string;
  if (/\s/.test(char)) return cutSpace(cutter, char);
  if (char === "#" && cutter.wordStart < 0) return skipComment(cutter);
  if (char === "\\") return cutBackslash(cutter);
  if (char === "'") return cutSingleQuoted(cutter);
  if (char === '"') return cutDoubleQuoted(cutter, values);
  if (char === "$" && command[at + 1] === "'") return cutAnsiQuoted(cutter);
  if (char === "|" || char === ";" || ((char === ">" || char === "<") && cutter.wordStart < 0)) return "end";
  if (char === "&") {
    if (cutter.wordStart < 0 || /^&(?:&|\s|$)/.test(command.slice(at, at + 2))) return "end";
    reportAmpersand(cutter);
  }
  return cutValueOr(cutter, char, values);
}

function skipComment(cutter: Cutter): Step {
  const end = cutter.command.indexOf("\n", cutter.at);
  cutter.at = end < 0 ? cutter.command.length : end;
  return "on";
}

function cutValueOr(cutter: Cutter, char: string, values: ShellValues): Step {
  const step = char === "$" || char === "`" ? cutShellValue(cutter, values) : null;
  return step ?? push(cutter, char, 1);
}

function reportAmpersand(cutter: Cutter): void {
  if (cutter.problems.some(({ code }) => code === "unquoted-ampersand")) return;
  const message = "A shell ends the command at an & outside quotes: what follows was not part of the URL.";
  report(cutter, { start: cutter.at, end: cutter.at + 1 }, "unquoted-ampersand", message);
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

function cutDoubleQuoted(cutter: Cutter, values: ShellValues): Step {
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
    } else cutValueOr(cutter, char, values);
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
  push(cutter, ANSI_ESCAPES.get(next) ?? next, 1 + next.length);
}
