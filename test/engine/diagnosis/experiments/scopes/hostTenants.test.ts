import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate, verdictOf } from "../../investigate.ts";

const files = {
  "src/main.js": `import express from "express";
import houses from "../houses.json" with { type: "json" };
const app = express();
app.use((req, res, next) => {
  req.house = houses[req.hostname]?.id ?? null;
  next();
});
app.get("/menus/:id", (req, res) => {
  const menu = all.find((each) => each.house === req.house && each.id === Number(req.params.id));
  return menu ? res.json(menu) : res.status(404).json({ error: "menu not found" });
});
app.listen(3000);
`,
};
const named = {
  ...files,
  "houses.json":
    '{\n  "krone.tischlein.example": { "id": "krone" },\n  "bistro.tischlein.example": { "id": "bistro" }\n}\n',
};

const server: Parameters<typeof investigate>[0]["server"] = ({ url = "", headers }, response) => {
  const isThere = url === "/menus/5" && headers.host === "bistro.tischlein.example";
  response.writeHead(isThere ? 200 : 404, { "content-type": "application/json" });
  const missed = url.startsWith("/menus/") ? "menu not found" : "no such page";
  response.end(isThere ? '{"dish":"Quiche"}' : JSON.stringify({ error: missed }));
};

describe("code that chooses whose data is looked up by the host", () => {
  it("finds the thing under a host that the workspace names", async () => {
    const diagnosis = await investigate({ files: named, server, http: "GET ORIGIN/menus/5\n" });
    assert.equal(verdictOf(diagnosis), "wrong-scope/wrong-tenant");
    assert.match(diagnosis.verdict.summary, /under bistro\.tischlein\.example, which houses\.json:3 names/);
    assert.ok(diagnosis.links.some(({ file, line }) => file === "src/main.js" && line === 5));
  });

  it("finds it there too where the miss is in the router's own words", async () => {
    const alike: typeof server = ({ url, headers }, response) => {
      const isThere = url === "/menus/5" && headers.host === "bistro.tischlein.example";
      response.writeHead(isThere ? 200 : 404, { "content-type": "application/json" });
      response.end(isThere ? '{"dish":"Quiche"}' : '{"error":"Not Found"}');
    };
    const diagnosis = await investigate({ files: named, server: alike, http: "GET ORIGIN/menus/5\n" });
    assert.equal(verdictOf(diagnosis), "wrong-scope/wrong-tenant");
  });

  it("is not handed the credentials of the request under another host, which is another origin", async () => {
    const hosts = new Set<string>();
    const listening: typeof server = (asked, response) => {
      if (asked.headers.authorization !== undefined) {
        hosts.add(asked.headers.host ?? "");
      }
      server(asked, response);
    };
    const http = "GET ORIGIN/menus/5\nAuthorization: Bearer krone-71c2\n";
    const { request, probes } = await investigate({ files: named, server: listening, http });
    assert.deepEqual([...hosts], [new URL(request.url).host]);
    assert.ok(probes.some(({ why }) => why.includes("Host bistro.tischlein.example")));
  });

  it("leaves open whether the thing exists at all where no such host is known", async () => {
    const diagnosis = await investigate({ files, server, http: "GET ORIGIN/menus/5\n" });
    assert.equal(verdictOf(diagnosis), "stale-identifier/unknown-id");
    assert.ok(diagnosis.verdict.confidence <= 0.7, String(diagnosis.verdict.confidence));
    assert.ok(diagnosis.evidence.some(({ statement }) => statement.includes("src/main.js:5 chooses whose data")));
  });

  it("is asked nothing of other hosts where the one of the request is named", async () => {
    const http = "GET ORIGIN/menus/5\nHost: krone.tischlein.example\n";
    const { probes } = await investigate({ files: named, server, http });
    assert.ok(!probes.some(({ varies }) => varies === "tenant"));
  });
});
