import assert from "node:assert/strict";
import { it } from "node:test";
import { investigate, verdictOf } from "../investigate.ts";

const files = {
  "src/app.js": `import express from "express";
const app = express();
app.get("/api/voice/v4/models", (req, res) => res.json(voices));
app.get("/api/voice/:from/:to", (req, res) => res.json(between(req.params)));
app.listen(3000);
`,
};

const server: Parameters<typeof investigate>[0]["server"] = ({ url = "" }, response) => {
  const isThere = url === "/api/voice/v4/models";
  response.writeHead(isThere ? 200 : 404, { "content-type": "application/json" });
  response.end(isThere ? '{"data":[]}' : '{"error":"Not Found"}');
};

it("a version of the path behind one of the base is one too many, whatever their numbers", async () => {
  const diagnosis = await investigate({
    files,
    server,
    http: "@base = ORIGIN/api/voice/v4\nGET {{base}}/v1/models\n",
  });
  assert.equal(verdictOf(diagnosis), "request-built-wrong/duplicated-segment");
  assert.match(diagnosis.verdict.summary, /two versions in a row, v4 and v1/);
  assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/api\/voice\/v4\/models$/);
});

it("two days in a row are no versions", async () => {
  const { log } = await investigate({ files, server, http: "GET ORIGIN/api/voice/2026-01-01/2026-02-01\n" });
  assert.ok(!log.includes("GET /api/voice/2026-02-01"));
});

for (const [name, written] of [
  ["a soft hyphen (U+00AD)", "GSK\u00ad-0410"],
  ["a zero width space (U+200B)", "GSK%E2%80%8B-0410"],
  ["an invisible character (U+2063)", "GSK-\u20630410"],
] as const) {
  it(`what no screen shows is named before the shape of the identifier: ${name}`, async () => {
    const diagnosis = await investigate({
      files: {
        "app.js":
          'const app = require("express")();\napp.get("/parts/:number", (req, res) => find(req, res));\napp.listen(3000);\n',
      },
      server: ({ url = "" }, response) => {
        response.writeHead(url === "/parts/GSK-0410" ? 200 : 404, { "content-type": "application/json" });
        response.end(url.startsWith("/parts/") ? `{"number":${JSON.stringify(url)}}` : '{"error":"Not Found"}');
      },
      http: `GET ORIGIN/parts/${written}\n`,
    });
    assert.equal(verdictOf(diagnosis), "request-built-wrong/stray-characters", diagnosis.verdict.summary);
    assert.ok(diagnosis.verdict.summary.includes(name), diagnosis.verdict.summary);
    assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/parts\/GSK-0410$/);
  });
}
