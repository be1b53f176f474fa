import { dayOf } from "../../days.ts";
import type { HistoryChange } from "../../ports.ts";

/** A commit as a person quotes it: its short name, day in UTC, and subject. */
export function sayCommit(change: HistoryChange): string {
  return `${nameCommit(change)} ("${change.subject.slice(0, 72)}")`;
}

/** A commit by its short name and day in UTC alone. */
export function nameCommit({ commit, at }: HistoryChange): string {
  return `commit ${commit} of ${dayOf(at)}`;
}
