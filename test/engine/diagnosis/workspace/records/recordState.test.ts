import assert from "node:assert/strict";
import { test } from "node:test";
import { readPastState } from "../../../../../src/engine/diagnosis/workspace/records/recordState.ts";

test("the fields of a record say that it is past in the ways data is written", () => {
  const records: readonly (readonly [string, string | null])[] = [
    ['slug: "a", active: false', "archived active false"],
    ['"slug": "a", "isPublished": false', "archived isPublished false"],
    ['Dish("a", available=False)', "archived available false"],
    ["visible: no", "archived visible false"],
    ['"listed" => 0', "archived listed false"],
    ['status: "retired"', "archived status retired"],
    ["lifecycle_state: discontinued", "archived lifecycle_state discontinued"],
    ['"deleted_at": "2026-10-30T16:02:00Z"', "deleted deleted_at 2026-10-30"],
    ["deletedOn: 2026-10-30", "deleted deletedOn 2026-10-30"],
    ["archived: true", "archived archived true"],
    ["is_deleted = 1", "deleted is_deleted true"],
    ['state: "removed"', "deleted state removed"],
    ['slug: "a", active: true', null],
    ['"deleted_at": null, "archived": false', null],
    ["active: 0.5, visible: 01", null],
    ['status: "open", closedDays: 3', null],
    ['estate: "retired people"', null],
    ["notActive: false, reactive: false", null],
    ['state: "undeleted"', null],
    ["mail.enabled: false", null],
  ];
  for (const [fields, said] of records) {
    const state = readPastState(fields);
    assert.equal(state && `${state.fate} ${state.key} ${state.value}`, said, fields);
  }
});
