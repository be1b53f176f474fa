import { execFile } from "node:child_process";
import type { History, HistoryChange, HistoryQuery } from "../engine/ports.ts";
import { parseGitLog } from "./gitLog.ts";

const timeLimitMs = 3000;
const mostBytes = 2_000_000;
const mostCommits = 5;

// Nothing that a repository configures is run: no pager, no hook, no monitor, no external diff or text conversion.
const quiet = [
  "--no-pager",
  "--no-optional-locks",
  "--literal-pathspecs",
  "-c",
  "core.fsmonitor=false",
  "-c",
  "core.hooksPath=",
  "-c",
  "core.quotePath=false",
  "-c",
  "log.showSignature=false",
];
const patch = [
  "--patch",
  "--unified=0",
  "--no-color",
  "--no-ext-diff",
  "--no-textconv",
  "--no-renames",
  "--relative",
  "--pickaxe-all",
];

/**
 * The past of a folder as git tells it. Each question ends after 3 s or 2 MB; where there is no git, no repository, or no answer in
 * time, nothing is known. To be lent for trusted folders only.
 */
export function createGitHistory(folder: string): History {
  return {
    findChanges: (query, signal) =>
      new Promise((resolve) => {
        const options = { cwd: folder, timeout: timeLimitMs, maxBuffer: mostBytes, signal, windowsHide: true };
        const answer = (error: unknown, output: string) => resolve(error && output === "" ? [] : read(output));
        execFile("git", [...quiet, "log", ...wordsOf(query), ...patch], options, answer).on("error", () => resolve([]));
      }),
  };
}

function wordsOf(query: HistoryQuery): readonly string[] {
  const format = "--format=%x01%h%x00%ct%x00%s";
  return [`--max-count=${mostCommits}`, format, query.kind === "text" ? `-S${query.text}` : `-G${query.pattern}`];
}

function read(output: string): readonly HistoryChange[] {
  return parseGitLog(output);
}
