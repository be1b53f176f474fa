import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { lines, readTable, showTable, type Workspace } from "./workspace.ts";

/** One workspace and the table that must be read from it, a route a line. */
export interface Case {
  readonly name: string;
  readonly files: Workspace;
  readonly table: string;
}

/** Runs the cases of one framework; every framework goes through here. */
export function checkCases(framework: string, cases: readonly Case[]): void {
  describe(`routes of ${framework}`, () => {
    for (const { name, files, table } of cases) {
      it(name, async () => assert.equal(showTable(await readTable(files)), lines(table)));
    }
  });
}
