import assert from "node:assert/strict";
import { it } from "node:test";
import { joinSchema, readSqlRow } from "../../../../../src/engine/diagnosis/workspace/records/sqlRows.ts";

const rows: readonly (readonly [text: string, index: number, expected: string | null])[] = [
  ["INSERT INTO plans (code, state) VALUES ('S-24', 'retired');", 0, "code: 'S-24', state: 'retired'"],
  ["insert into plans (code, state) values ('B', 'open'), ('S-24', 'retired');", 0, "code: 'S-24', state: 'retired'"],
  [
    "INSERT INTO plans (code, state)\nVALUES\n  ('B', 'open'),\n  ('S-24', 'retired');",
    3,
    "code: 'S-24', state: 'retired'",
  ],
  [
    "CREATE TABLE plans (\n  code TEXT PRIMARY KEY,\n  price NUMERIC(8, 2),\n  state TEXT,\n  UNIQUE (code)\n);\nINSERT INTO plans VALUES ('S-24', 9.5, 'it''s, (so)');",
    6,
    "code: 'S-24', price: 9.5, state: 'it''s, (so)'",
  ],
  ["INSERT INTO plans VALUES ('S-24', 'retired');", 0, "column0: 'S-24', column1: 'retired'"],
  ["SELECT 'S-24';", 0, null],
  ["INSERT INTO plans VALUES ('B');\n('S-24', 'retired')", 1, null],
];
for (const [text, index, expected] of rows) {
  it(`reads the row of ${text.replace(/\s+/g, " ")}`, () => {
    assert.equal(readSqlRow(text.split("\n"), index, "S-24"), expected);
  });
}

it("reads the columns of a table from other files, with those that were added later", () => {
  const schema = joinSchema([
    {
      file: "db/001.sql",
      text: "CREATE TABLE plans (id INTEGER PRIMARY KEY, code TEXT);\nCREATE TABLE notes (code TEXT);",
    },
    {
      file: "db/002.sql",
      text: "ALTER TABLE plans ADD COLUMN removed INTEGER DEFAULT 0;\nALTER TABLE notes ADD word TEXT;",
    },
    { file: "db/notes.md", text: "ALTER TABLE plans ADD COLUMN never TEXT;" },
  ]);
  const row = readSqlRow(["INSERT INTO plans VALUES (2, 'S-24', 1);"], 0, "S-24", schema);
  assert.equal(row, "id: 2, code: 'S-24', removed: 1");
});
