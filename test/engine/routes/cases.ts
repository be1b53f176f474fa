import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { change, readAll, saidBy } from "./edits.ts";
import { lines, readTable, showTable, type Workspace } from "./workspace.ts";

/** One workspace and the table that must be read from it, a route a line. */
export interface Case {
  readonly name: string;
  readonly files: Workspace;
  readonly table: string;
}

/** Of the edits that could be made, a few in every file; whatever they are, the table must be the one that a new reader gives. */
async function checkEdits(files: Workspace): Promise<void> {
  const original = new Map(Object.entries(files));
  const reader = await readAll(original);
  await reader.table();
  for (const [index, [file, text]] of [...original].entries()) {
    for (const [turn, kind] of (["insert", "text", "remove", "word"] as const).entries()) {
      const edited = change(text, text, { kind, at: 7 * index + 3 * turn + text.length });
      await reader.setText(file, edited);
      const followed = saidBy(await reader.table());
      const anew = saidBy(await (await readAll(new Map(original).set(file, edited))).table());
      assert.deepEqual(followed, anew, `${file}: ${kind}`);
    }
    await reader.setText(file, null);
  }
}

/** Runs the cases of one framework; every framework goes through here. */
export function checkCases(framework: string, cases: readonly Case[]): void {
  describe(`routes of ${framework}`, () => {
    for (const { name, files, table } of cases) {
      it(name, async () => assert.equal(showTable(await readTable(files)), lines(table)));
      it(`${name}, after every edit`, async () => checkEdits(files));
    }
  });
}
