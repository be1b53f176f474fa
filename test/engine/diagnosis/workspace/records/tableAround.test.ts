import assert from "node:assert/strict";
import { test } from "node:test";
import { readPastTable } from "../../../../../src/engine/diagnosis/workspace/records/tableAround.ts";

test("the name of a table says that what it holds is past, unless it holds names", () => {
  const tables: readonly (readonly [name: string, fate: string | null])[] = [
    ["ARCHIVED", "archived"],
    ["PAST", "archived"],
    ["past_tickets", "archived"],
    ["expiredCards", "archived"],
    ["deletedJobs", "deleted"],
    ["CURRENT", null],
    ["pasta", null],
    ["past_names", null],
    ["removedAliases", null],
    ["archiver", null],
  ];
  for (const [name, fate] of tables) {
    assert.equal(readPastTable(name), fate, name);
  }
});
