import type { HistoryChange } from "../engine/ports.ts";

/** Reads what `git log --format=%x01%h%x00%ct%x00%s --patch --unified=0` prints: one change for each hunk, in its order; a cut end is left out. */
export function parseGitLog(output: string): readonly HistoryChange[] {
  return output.split("\u0001").slice(1).flatMap(parseCommit);
}

function parseCommit(text: string): readonly HistoryChange[] {
  const [head = "", ...lines] = text.split("\n");
  const [commit = "", seconds = "", subject = ""] = head.split("\0");
  const changes: HistoryChange[] = [];
  let file = "";
  let removed: string[] = [];
  let added: string[] = [];
  const finish = () => {
    if (file !== "" && removed.length + added.length > 0) {
      changes.push({ commit, at: Number(seconds) * 1000, subject, file, removed, added });
    }
    [removed, added] = [[], []];
  };
  let isBody = false;
  for (const line of lines) {
    if (line.startsWith("diff --git ")) {
      finish();
      [file, isBody] = ["", false];
    } else if (line.startsWith("@@ ")) {
      finish();
      isBody = true;
    } else if (!isBody && /^(?:---|\+\+\+) [ab]\//.test(line)) {
      // The file as it is called after the change; one that was removed keeps the name it had.
      file = line.slice(6).replace(/\t$/, "");
    } else if (isBody && line.startsWith("-")) {
      removed.push(line.slice(1));
    } else if (isBody && line.startsWith("+")) {
      added.push(line.slice(1));
    }
  }
  finish();
  return changes;
}
