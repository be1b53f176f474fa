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
    ['"bonnie": Pony("Bonnie", 128, State.RETIRED)', "archived State RETIRED"],
    ["new Berth(4, BerthStatus.Removed)", "deleted BerthStatus Removed"],
    ["Pony(128, State.RIDDEN)", null],
    ["State.archived(pony)", null],
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

test("a day says that the time of a record is over, or has not come", () => {
  const records: readonly (readonly [string, string | null])[] = [
    ['code: "S-24", validUntil: "2024-09-30"', "archived validUntil 2024-09-30"],
    ['"expires_at": "2026-11-22T23:59:59Z"', "archived expires_at 2026-11-22"],
    ["endDate: 2026-10-01", "archived endDate 2026-10-01"],
    ['available_to: new Date("2026-01-31")', "archived available_to 2026-01-31"],
    ['publishAt: "2027-01-01", expires: "2099-12-31"', "to come publishAt 2027-01-01"],
    ['"embargo": "2031-01-08T09:00:00Z"', "to come embargo 2031-01-08"],
    ["visible_from: 2026-11-24", "to come visible_from 2026-11-24"],
    ['validUntil: "2026-11-23", publishedAt: "2026-11-23"', null],
    ['createdAt: "2099-01-01", bornOn: "2001-01-01"', null],
    ["weekend_date: 2020-01-01", null],
  ];
  for (const [fields, said] of records) {
    const state = readPastState(fields, "2026-11-23");
    assert.equal(state && `${state.fate} ${state.key} ${state.value}`, said, fields);
    assert.equal(readPastState(fields), null, "without a day to compare with nothing is over");
  }
});
