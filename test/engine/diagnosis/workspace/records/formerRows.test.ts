import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate, verdictOf } from "../../investigate.ts";

const app = `const app = require("express")();
app.get("/wiki/:slug", (request, response) => show(request, response));
app.listen(3000);
`;

/** A wiki that has two pages and is asked for one by a former name. */
function ask(files: Readonly<Record<string, string>>) {
  const slugs = ["box-kites", "bridle-knots"];
  return investigate({
    files: { "app.js": app, ...files },
    server: ({ url = "" }, response) => {
      const slug = slugs.find((each) => url === `/wiki/${each}`);
      const missed = url.startsWith("/wiki/") ? { code: "no_page" } : { code: "no_path" };
      response.writeHead(slug ? 200 : 404, { "content-type": "application/json" });
      response.end(JSON.stringify(slug ? { slug } : missed));
    },
    http: "GET ORIGIN/wiki/cellular-kites\n\n###\nGET ORIGIN/wiki/bridle-knots\n",
  });
}

const fixtures = (key: number) =>
  JSON.stringify([
    { model: "wiki.page", pk: 4, fields: { slug: "box-kites" } },
    { model: "wiki.page", pk: 5, fields: { slug: "bridle-knots" } },
    { model: "wiki.slughistory", pk: 1, fields: { page: key, slug: "cellular-kites" } },
  ]);

const tables: readonly (readonly [what: string, files: Readonly<Record<string, string>>])[] = [
  ["fixtures of Django", { "wiki/fixtures/demo.json": fixtures(4) }],
  [
    "SQL",
    {
      "db/schema.sql":
        "CREATE TABLE pages (id INTEGER PRIMARY KEY, slug TEXT);\nCREATE TABLE slug_history (slug TEXT, page_id INTEGER);\n",
      "db/seed.sql":
        "INSERT INTO pages VALUES (4, 'box-kites'), (5, 'bridle-knots');\nINSERT INTO slug_history VALUES ('cellular-kites', 4);\n",
    },
  ],
  [
    "the table of friendly_id",
    {
      "db/seed.sql":
        "INSERT INTO pages (id, slug) VALUES (4, 'box-kites');\nINSERT INTO friendly_id_slugs (slug, sluggable_id, sluggable_type) VALUES ('cellular-kites', 4, 'Page');\n",
    },
  ],
  ["CSV", { "data/pages.csv": "id,slug\n4,box-kites\n", "data/renames.csv": "old_slug,page_id\ncellular-kites,4\n" }],
  [
    "code",
    {
      "data.js":
        'exports.pages = { p4: { slug: "box-kites", title: "Box" }, p5: { slug: "bridle-knots", title: "Knots" } };\nexports.aliases = [{ slug: "cellular-kites", pageId: "p4" }];\n',
    },
  ],
];

describe("a row of former names that points to a record", () => {
  for (const [what, files] of tables) {
    it(`leads to its present name: ${what}`, async () => {
      const diagnosis = await ask(files);
      assert.equal(verdictOf(diagnosis), "stale-identifier/renamed-slug", diagnosis.verdict.summary);
      assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/wiki\/box-kites$/);
      assert.equal(diagnosis.fixes[0]?.verified, true);
    });
  }

  it("leads nowhere where it points to a record that is not there", async () => {
    const diagnosis = await ask({ "wiki/fixtures/demo.json": fixtures(9) });
    assert.notEqual(verdictOf(diagnosis), "stale-identifier/renamed-slug", diagnosis.verdict.summary);
  });

  it("leads nowhere where the table does not speak of former names", async () => {
    const files = { "wiki/fixtures/demo.json": fixtures(4).replace("slughistory", "pagelink") };
    assert.notEqual(verdictOf(await ask(files)), "stale-identifier/renamed-slug");
  });
});
