/** One change of a text: the lines it replaces, 1-based and both included, the column it starts at, and what it puts there. */
export interface LineChange {
  readonly firstLine: number;
  readonly firstColumn: number;
  readonly lastLine: number;
  readonly text: string;
}

/** Where a line stands after changes of one edit, none of which overlap; a line that is changed itself stays where its start is. */
export function followLine(line: number, changes: readonly LineChange[]): number {
  let moved = line;
  for (const change of changes) {
    const isAbove = change.lastLine < line || (change.lastLine === line && change.firstLine < line);
    const isBeforeStart =
      change.firstLine === line && change.lastLine === line && change.firstColumn === 1 && change.text.endsWith("\n");
    if (isAbove || isBeforeStart) {
      moved += countLineFeeds(change.text) - (change.lastLine - change.firstLine);
    }
  }
  return Math.max(1, moved);
}

function countLineFeeds(text: string): number {
  return text.split("\n").length - 1;
}
