import assert from "node:assert/strict";
import { it } from "node:test";
import { investigate, verdictOf } from "../../investigate.ts";

const app = `const app = require("express")();
app.get("/pages/:page", (req, res) => {
  const page = pages[req.params.page];
  return page ? res.json(page) : res.status(404).json({ error: "no page" });
});
app.listen(3000);
`;

const ask = (status: number, row: string) =>
  investigate({
    files: { "app.js": app, "db.py": `SCHEMA = """\n${row}\n"""\n` },
    server: ({ url = "" }, response) => {
      response.writeHead(url === "/pages/bo" ? status : 404, { "content-type": "application/json" });
      const missed = url.startsWith("/pages/") ? { error: "no page" } : { error: "no path" };
      response.end(JSON.stringify(url === "/pages/bo" ? { detail: "bo" } : missed));
    },
    http: "GET ORIGIN/pages/beau\n",
  });

const renamed = "insert into renamed (was, is_now) values ('beau', 'bo');";

it("the row of a table of other names says what something is called now", async () => {
  assert.equal(verdictOf(await ask(200, renamed)), "stale-identifier/renamed-slug");
});

it("a name that the service finds fault with is none", async () => {
  const diagnosis = await ask(422, renamed);
  assert.notEqual(verdictOf(diagnosis), "stale-identifier/renamed-slug");
  assert.ok(diagnosis.fixes.every(({ verified }) => !verified));
});

it("a sentence in a row says nothing of what the row is for", async () => {
  const { log } = await ask(200, "insert into pages values ('beau', 'bo', 'moved the sofa');");
  assert.ok(!log.includes("GET /pages/bo"));
});
