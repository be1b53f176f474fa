import type { Problem } from "../../../model/place.ts";
import { cutCmdCharacter } from "./cmdWords.ts";
import { cutPosixCharacter } from "./posixWords.ts";
import { cutPowerShellCharacter } from "./powerShellWords.ts";
import type { ShellValues } from "./shellVariables.ts";
import { type Cutter, endWord, report, type Step, startCutter, type Word } from "./wordCutter.ts";

/** The words of one command, up to a pipe, a redirection, a semicolon or the end of its last line, and the offset where it ends. */
export interface Words {
  readonly words: readonly Word[];
  readonly problems: readonly Problem[];
  readonly end: number;
}

/**
 * Cuts a command into words as a POSIX shell does; as cmd.exe where carets escape quotes or end lines; as PowerShell where backticks
 * end lines. Never throws, in time that grows with the command.
 */
export function cutWords(command: string, values: ShellValues): Words {
  const cutter = startCutter(command);
  const cut = characterCutter(command, values);
  let step: Step = "on";
  while (cutter.at < command.length && step === "on") step = cut(cutter);
  endWord(cutter);
  if (step === "open") {
    const range = { start: command.length - 1, end: command.length };
    report(cutter, range, "unclosed-quote", "A quote in this curl command is never closed.");
  }
  return { words: cutter.words, problems: cutter.problems, end: cutter.at };
}

/** The first line tells whose command it is: to the other shells its last character would mean nothing. */
function characterCutter(command: string, values: ShellValues): (cutter: Cutter) => Step {
  const end = command.indexOf("\n");
  const firstLine = end < 0 ? command : command.slice(0, end + 1);
  if (/\^(?:\r?\n|")/.test(firstLine)) return cutCmdCharacter;
  if (/\s`[ \t]*\r?\n/.test(firstLine)) return (cutter) => cutPowerShellCharacter(cutter, values);
  return (cutter) => cutPosixCharacter(cutter, values);
}
