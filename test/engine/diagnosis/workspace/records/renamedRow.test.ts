import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate, verdictOf } from "../../investigate.ts";

const app = `const app = require("express")();
app.get("/courses", (request, response) => response.json(read()));
app.get("/courses/:slug", (request, response) => show(request, response));
app.listen(3000);
`;

/** A school that has two courses and is asked for the one of a summer that is over. */
function ask(files: Readonly<Record<string, string>>) {
  const slugs = ["salsa-level-1", "west-coast-swing"];
  return investigate({
    files: { "app.js": app, ...files },
    server: ({ url = "" }, response) => {
      const slug = url.replace("/courses/", "");
      const found = url === "/courses" ? slugs.map((each) => ({ slug: each })) : slugs.includes(slug) ? { slug } : null;
      const missed = url.startsWith("/courses/") ? { code: "no_course" } : { code: "no_path" };
      response.writeHead(found ? 200 : 404, { "content-type": "application/json" });
      response.end(JSON.stringify(found ?? missed));
    },
    http: "GET ORIGIN/courses/salsa-for-beginners\n",
  });
}

const csv = (slug: string, key = "number") => `${key},slug,title\nD-201,${slug},Salsa\nD-202,west-coast-swing,Swing\n`;
const json = (slug: string) =>
  JSON.stringify({
    courses: [
      { id: 4, slug },
      { id: 5, slug: "west-coast-swing" },
    ],
  });

describe("a record that two tables of data hold under two names", () => {
  const pairs: readonly (readonly [name: string, write: (slug: string) => string])[] = [
    ["csv", csv],
    ["tsv", (slug) => csv(slug).replaceAll(",", "\t")],
    ["json", json],
  ];
  for (const [ending, write] of pairs) {
    it(`${ending}: is asked for under the other`, async () => {
      const diagnosis = await ask({
        [`plans/summer.${ending}`]: write("salsa-for-beginners"),
        [`plans/winter.${ending}`]: write("salsa-level-1"),
      });
      assert.equal(verdictOf(diagnosis), "stale-identifier/renamed-slug", diagnosis.verdict.summary);
      assert.match(diagnosis.verdict.summary, /is now called "salsa-level-1", as plans\/winter\.\w+:\d says/);
      assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/courses\/salsa-level-1$/);
      assert.equal(diagnosis.fixes[0]?.verified, true);
    });
  }

  it("is not taken for one that only has what many share", async () => {
    const diagnosis = await ask({
      "plans/summer.csv": csv("salsa-for-beginners", "teacher_id"),
      "plans/winter.csv": csv("salsa-level-1", "teacher_id"),
    });
    assert.equal(verdictOf(diagnosis), "stale-identifier/unknown-id", diagnosis.verdict.summary);
  });

  it("is not taken for one of a table that has other columns", async () => {
    const diagnosis = await ask({
      "plans/summer.csv": csv("salsa-for-beginners"),
      "rooms.csv": "number,slug,floor,beds,view\nD-201,salsa-level-1,2,3,sea\n",
    });
    assert.equal(verdictOf(diagnosis), "stale-identifier/unknown-id", diagnosis.verdict.summary);
  });
});
