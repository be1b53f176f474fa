import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate, verdictOf } from "../investigate.ts";

const files = {
  "app.js": `const app = require("express")();
const trails = [{ name: "ridge", closed: false }, { name: "falls", closed: true }];
app.get("/trails", (req, res) => res.json(trails.filter(({ closed }) => req.query.closed === "true" || !closed)));
app.get("/trails/:name", (req, res) => {
  const trail = trails.find(({ name, closed }) => name === req.params.name && (req.query.closed === "true" || !closed));
  if (!trail) return res.status(404).json({ error: "no such trail" });
  res.json(trail);
});
app.listen(3000);
`,
};
const http = "GET ORIGIN/trails/falls\n";

/** A service behind a cache that holds a 404 of one URL; all others are answered by the service. */
function behindCache(fields: Readonly<Record<string, string>>): Parameters<typeof investigate>[0]["server"] {
  return ({ url = "" }, response) => {
    const isStored = url === "/trails/falls";
    const isThere = !isStored && url.split("?")[0] === "/trails/falls";
    response.writeHead(isThere ? 200 : 404, { "content-type": "application/json", ...(isStored ? fields : {}) });
    response.end(isThere ? '{"name":"falls"}' : `{"error":"${url.startsWith("/trails/") ? "no such trail" : "?"}"}`);
  };
}

describe("a query that is added passes a cache, whatever it says", () => {
  it("the cache itself is asked past before anything else is believed of a stored answer", async () => {
    const diagnosis = await investigate({ files, server: behindCache({ "x-cache": "HIT", age: "40" }), http });
    assert.equal(verdictOf(diagnosis), "cached-miss/shared-cache", diagnosis.verdict.summary);
    assert.ok(!diagnosis.log.some((line) => line.includes("closed=")), diagnosis.log.join(", "));
  });

  it("one that means nothing answers as well where no field tells of the cache", async () => {
    const diagnosis = await investigate({ files, server: behindCache({}), http });
    assert.equal(verdictOf(diagnosis), "cached-miss/shared-cache", diagnosis.verdict.summary);
    assert.ok(diagnosis.log.some((line) => line.includes("closed=")));
  });

  it("one that means something is believed where the other misses", async () => {
    const diagnosis = await investigate({
      files,
      server: ({ url = "" }, response) => {
        const isThere = url === "/trails/falls?closed=true";
        response.writeHead(isThere ? 200 : 404, { "content-type": "application/json" });
        response.end(
          isThere ? '{"name":"falls"}' : `{"error":"${url.startsWith("/trails/") ? "no such trail" : "?"}"}`,
        );
      },
      http,
    });
    assert.equal(verdictOf(diagnosis), "lifecycle/archived", diagnosis.verdict.summary);
  });
});
