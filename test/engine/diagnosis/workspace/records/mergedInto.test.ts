import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate, verdictOf } from "../../investigate.ts";

const app = `const app = require("express")();
app.get("/people", (request, response) => response.json(everybody()));
app.get("/people/:number", (request, response) => show(request, response));
app.listen(3000);
`;

/** A register that knows the people 118 and 140. */
function ask(files: Readonly<Record<string, string>>) {
  return investigate({
    files: { "app.js": app, ...files },
    server: ({ url = "" }, response) => {
      const found = { "/people": [{ number: 118 }, { number: 140 }], "/people/118": {}, "/people/140": {} }[url];
      const missed = url.startsWith("/people/") ? { code: "person_absent" } : { code: "no_path" };
      response.writeHead(found ? 200 : 404, { "content-type": "application/json" });
      response.end(JSON.stringify(found ?? missed));
    },
    http: "GET ORIGIN/people/152\n",
  });
}

describe("a record that data says was merged into another", () => {
  const forms: readonly (readonly [file: string, text: string, line: number])[] = [
    [
      "people.sql",
      "CREATE TABLE joined (number INTEGER PRIMARY KEY, into_number INTEGER, on_day TEXT);\nINSERT INTO joined VALUES (152, 118, '2026-10-03');\n",
      2,
    ],
    ["people.json", '[\n  { "number": 152, "mergedInto": 118 }\n]\n', 2],
    ["people.json", '[\n  {\n    "number": 152,\n    "survivor": 118\n  }\n]\n', 3],
    ["people.csv", "number,name,joined_with\n118,Ahrens,\n152,Ahrens-Timm,118\n", 3],
    ["people.ndjson", '{"number":118}\n{"number":152,"survivor":118}\n', 2],
    ["people.py", "MERGES = [dict(number=152, replaced_by=118)]\n", 1],
  ];
  for (const [file, text, line] of forms) {
    it(`${file}: is asked for under the other, which is the fix`, async () => {
      const diagnosis = await ask({ [file]: text });
      assert.equal(verdictOf(diagnosis), "lifecycle/merged", diagnosis.verdict.summary);
      assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/people\/118$/);
      assert.equal(diagnosis.fixes[0]?.verified, true);
      assert.ok(diagnosis.links.some((link) => link.file === file && link.line === line));
    });
  }

  it("is unknown where the other column says nothing of a successor", async () => {
    const photos =
      "CREATE TABLE photo (number INTEGER PRIMARY KEY, person INTEGER);\nINSERT INTO photo VALUES (152, 118);\n";
    assert.equal(verdictOf(await ask({ "people.sql": photos })), "stale-identifier/unknown-id");
  });

  it("is not sought where nothing took its place", async () => {
    const diagnosis = await ask({ "people.json": '[{ "number": 152, "mergedInto": null }]\n' });
    assert.notEqual(verdictOf(diagnosis), "lifecycle/merged");
  });
});
