import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { listRowFilters } from "../../../../../src/engine/diagnosis/workspace/records/rowFilters.ts";

const today = "2026-11-23";

/** What a line lets through of the given cells of the column `shelf`; null where it is no filter. */
function passing(line: string, cells: readonly string[], beside = ""): readonly string[] | null {
  const [filter] = listRowFilters([{ file: "app.js", text: `${line}\n${beside}` }], "shelf", today);
  return filter ? cells.filter(filter.passes) : null;
}

describe("a line that filters rows by a column", () => {
  const words = ["hall", "attic", "cellar"];
  const filters: readonly (readonly [line: string, passes: readonly string[], beside?: string])[] = [
    ['rows.filter((row) => row.shelf === "hall")', ["hall"]],
    ['if row["shelf"] == "hall":', ["hall"]],
    ['if row.get("shelf") != "attic":', ["hall", "cellar"]],
    [`query += " and shelf = 'hall'"`, ["hall"]],
    [`db.execute("select * from songs where id = ? and shelf <> 'attic'")`, ["hall", "cellar"]],
    ['Song.objects.filter(shelf="hall")', ["hall"]],
    ['prisma.song.findFirst({ where: { id, shelf: "hall" } })', ["hall"]],
    ["Song.objects.filter(shelf=Song.Shelf.HALL)", ["hall"], 'class Shelf:\n    HALL = "hall"'],
    ['({ shelf }) => shelf === "hall" || shelf === "cellar"', ["hall", "cellar"]],
    ['return row if row["shelf"] in SUNG else None', ["hall", "cellar"], 'SUNG = {"hall", "cellar"}'],
    ['if row["shelf"] not in ("attic", "cellar"):', ["hall"]],
    ["hats.filter(({ shelf }) => sung.has(shelf))", ["hall"], 'const sung = new Set(["hall"]);'],
    ["hats.filter((hat) => !hidden.includes(hat.shelf))", ["hall", "cellar"], 'const hidden = ["attic"];'],
  ];
  for (const [line, passes, beside] of filters) {
    it(line, () => assert.deepEqual(passing(line, words, beside), passes));
  }

  const empty: readonly string[] = [
    "rows.filter((row) => row.shelf === undefined)",
    '{row["id"]: row for row in ROWS if row["shelf"] is None}',
    'return None if song is None or song["shelf"] else song',
    "select * from songs where shelf is null",
    "rows.filter((row) => !row.shelf)",
  ];
  for (const line of empty) {
    it(line, () => assert.deepEqual(passing(line, ["", "hall"]), [""]));
  }

  const days: readonly (readonly [line: string, passes: readonly string[]])[] = [
    ["Date.parse(shelf) <= this.now()", ["2026-03-01T09:00:00Z"]],
    ["return new Date() >= new Date(shelf);", ["2026-03-01T09:00:00Z"]],
    ['row["shelf"] > date.today().isoformat()', ["2031-01-08T09:00:00Z"]],
    ["now() < row.shelf", ["2031-01-08T09:00:00Z"]],
  ];
  for (const [line, passes] of days) {
    it(line, () => assert.deepEqual(passing(line, ["2026-03-01T09:00:00Z", "2031-01-08T09:00:00Z"]), passes));
  }

  it("is none where it only reads, sets or compares with what is not written", () => {
    for (const line of [
      "res.json({ shelf: row.shelf })",
      'row.shelf = "attic";',
      "rows.filter((row) => row.shelf === req.query.shelf)",
      "rows.filter((row) => shelves.has(row.shelf))",
      "rows.sort((one, other) => one.shelf < other.shelf)",
      'bookshelf === "hall"',
    ]) {
      assert.equal(passing(line, words), null, line);
    }
  });

  it("is none where it asks who is calling as well: then the row is there for some", () => {
    for (const line of [
      'return row["shelf"] == "hall" or person in row["singers"]',
      "rows.filter(({ shelf }) => !shelf || ctx.state.person.foreman)",
      'if (row.shelf === "attic" && !request.user.isStaff) {',
    ]) {
      assert.equal(passing(line, words), null, line);
    }
  });
});
