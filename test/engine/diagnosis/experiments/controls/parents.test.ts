import assert from "node:assert/strict";
import { it } from "node:test";
import { investigate, verdictOf } from "../../investigate.ts";

const files = {
  "src/app.js": `import express from "express";
const app = express();
app.get("/sites", (req, res) => res.json(sites));
app.get("/sites/:site/tasks", (req, res) => res.json(tasksOf(req.params.site)));
app.get("/sites/:site/tasks/:task", (req, res) => find(req, res));
app.listen(3000);
`,
};

/** Site 1 has the tasks that are listed, site 2 has task 5. */
const ask = (listed: readonly number[]) =>
  investigate({
    files,
    server: ({ url = "" }, response) => {
      const items = listed.map((id) => ({ id }));
      const own = listed.map((id) => [`/sites/1/tasks/${id}`, { id }] as const);
      const found = new Map<string, unknown>([
        ["/sites", [{ id: 1 }, { id: 2 }]],
        ["/sites/1/tasks", items],
        ["/sites/2/tasks/5", { id: 5 }],
        ...own,
      ]).get(url);
      response.writeHead(found ? 200 : 404, { "content-type": "application/json" });
      response.end(JSON.stringify(found ?? { error: url.startsWith("/sites/") ? "no task" : "no path" }));
    },
    http: "GET ORIGIN/sites/1/tasks/5\n",
  });

it("a number that another parent has is that parent's where the numbers of this one do not begin with 1", async () => {
  const diagnosis = await ask([6, 7]);
  assert.equal(verdictOf(diagnosis), "wrong-scope/wrong-project");
  assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/sites\/2\/tasks\/5$/);
});

it("where each parent numbers its own, it may be another thing, and whether this one is unknown is not sure", async () => {
  const { verdict } = await ask([1, 2]);
  assert.notEqual(verdict.kind, "wrong-project");
  assert.ok(verdict.confidence <= 0.7, String(verdict.confidence));
});

it("a parent that is only written in other letters is no other parent", async () => {
  const { verdict, probes } = await investigate({
    files: {
      "src/app.js": `import express from "express";
const app = express();
const catalogue = {
  PFAFF: { "pf-130-b": { name: "Pfaff 130" }, "pf-262-a": { name: "Pfaff 262" } },
  SINGER: { "si-201-k": { name: "Singer 201" } },
};
app.get("/catalogue/:brand/:model", (req, res) => find(req, res));
app.listen(3000);
`,
    },
    server: ({ url }, response) => {
      const isThere = url === "/catalogue/PFAFF/pf-130-b";
      response.writeHead(isThere ? 200 : 404, { "content-type": "application/json" });
      response.end(isThere ? '{"name":"Pfaff 130"}' : '{"error":"no such model"}');
    },
    http: "GET ORIGIN/catalogue/pfaff/pf-130-b\n",
  });
  assert.notEqual(verdict.kind, "wrong-project");
  assert.ok(!probes.some(({ why }) => why.includes("under the parent PFAFF")));
});
