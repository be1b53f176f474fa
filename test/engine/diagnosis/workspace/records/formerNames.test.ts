import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate, verdictOf } from "../../investigate.ts";

const app = `const app = require("express")();
app.get("/recipes/:slug", (request, response) => show(request, response));
app.listen(3000);
`;

/** A kitchen that serves two recipes and is asked for one by a name of last year. */
function ask(files: Readonly<Record<string, string>>) {
  const slugs = ["sourdough-for-beginners", "plum-dumplings"];
  return investigate({
    files: { "app.js": app, ...files },
    server: ({ url = "" }, response) => {
      const slug = slugs.find((each) => url === `/recipes/${each}`);
      const missed = url.startsWith("/recipes/") ? { code: "no_recipe" } : { code: "no_path" };
      response.writeHead(slug ? 200 : 404, { "content-type": "application/json" });
      response.end(JSON.stringify(slug ? { slug } : missed));
    },
    http: "GET ORIGIN/recipes/first-bread\n\n###\nGET ORIGIN/recipes/plum-dumplings\n",
  });
}

const records: readonly (readonly [file: string, text: string])[] = [
  [
    "data/recipes.json",
    '[\n  { "id": 31, "slug": "sourdough-for-beginners", "formerSlugs": ["first-bread"] },\n  { "id": 32, "slug": "plum-dumplings" }\n]',
  ],
  [
    "data/recipes.json",
    '{ "sourdough-for-beginners": { "previous_names": [{ "slug": "first-bread", "until": "2025" }] } }',
  ],
  [
    "data/recipes.yaml",
    "- slug: sourdough-for-beginners\n  title: Sourdough\n  old_slug: first-bread\n- slug: plum-dumplings\n",
  ],
  ["data/recipes.json", '[\n  { "no": 31, "slug": "sourdough-for-beginners", "formerly": "First Bread" }\n]'],
  [
    "recipes.js",
    'module.exports = [\n  {\n    slug: "sourdough-for-beginners",\n    aliases: ["bread-one", "first-bread"],\n  },\n];',
  ],
  ["recipes.py", 'RECIPES = [\n    dict(slug="sourdough-for-beginners", former_slug="first-bread"),\n]'],
];

describe("a record that holds its former names", () => {
  for (const [file, text] of records) {
    it(`is asked for under its present one: ${text.replace(/\s+/g, " ").slice(0, 90)}`, async () => {
      const diagnosis = await ask({ [file]: text });
      assert.equal(verdictOf(diagnosis), "stale-identifier/renamed-slug", diagnosis.verdict.summary);
      assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/recipes\/sourdough-for-beginners$/);
    });
  }

  for (const text of [
    '[{ "slug": "sourdough-for-beginners", "related": ["first-bread"] }]',
    '[{ "slug": "sourdough-for-beginners", "formerSlugs": ["first-bread-of-all"] }]',
  ]) {
    it(`is another one where no such field holds the name: ${text}`, async () => {
      assert.equal(verdictOf(await ask({ "data/recipes.json": text })), "stale-identifier/unknown-id");
    });
  }
});
