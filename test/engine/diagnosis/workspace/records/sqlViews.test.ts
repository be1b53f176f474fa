import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findView } from "../../../../../src/engine/diagnosis/workspace/records/sqlViews.ts";

const view = {
  file: "db/002.sql",
  text: `ALTER TABLE points ADD COLUMN deleted_at TEXT;
CREATE OR REPLACE VIEW live_points AS
  SELECT * FROM points WHERE deleted_at IS NULL;
`,
};
const reading = (table: string) => ({
  file: "src/points.js",
  text: `db.prepare("SELECT * FROM ${table} WHERE code = ?")`,
});

describe("a view that leaves out what is past", () => {
  it("is found by the column that it looks at and the code that reads it", () => {
    assert.deepEqual(findView([view], [reading("live_points")], "deleted_at"), {
      file: "db/002.sql",
      line: 2,
      column: 1,
    });
  });

  it("is none where nothing reads it, where it looks at another column, or where no SQL creates it", () => {
    assert.equal(findView([view], [reading("points")], "deleted_at"), null);
    assert.equal(findView([view], [reading("live_points")], "archived_at"), null);
    assert.equal(findView([{ ...view, file: "README.md" }], [reading("live_points")], "deleted_at"), null);
  });
});
