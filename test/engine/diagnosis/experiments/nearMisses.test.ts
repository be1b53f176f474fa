import assert from "node:assert/strict";
import { it } from "node:test";
import { investigate, verdictOf } from "../investigate.ts";

const description = `openapi: 3.0.3
info: { title: Loft, version: "1.0" }
servers: [{ url: /api/v1 }]
paths:
  /cloths/{sku}:
    get: { responses: { "200": { description: One cloth } } }
`;

const code = `import express from "express";
const app = express();
app.get("/api/v2/cloths/:sku", (req, res) => find(req, res));
app.listen(3000);
`;

const serveFrom = (prefix: string): Parameters<typeof investigate>[0]["server"] => {
  return ({ url = "" }, response) => {
    const isThere = url === `${prefix}/DAC-4.4`;
    response.writeHead(isThere ? 200 : 404, { "content-type": "application/json" });
    response.end(isThere ? '{"metres":120}' : '{"error":"Not Found"}');
  };
};

const ask = (served: string, files: Readonly<Record<string, string>>) =>
  investigate({ files, server: serveFrom(served), http: "GET ORIGIN/api/v1/cloths/DAC-4.4\n" });

it("a description that still has the old version does not hide the version that the code serves", async () => {
  const diagnosis = await ask("/api/v2/cloths", { "docs/openapi.yaml": description, "src/app.js": code });
  assert.equal(verdictOf(diagnosis), "route-drift/version-moved");
  assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/api\/v2\/cloths\/DAC-4\.4$/);
});

it("another word in the code is not taken for the one that the description has", async () => {
  const diagnosis = await ask("/api/v1/threads", {
    "docs/openapi.yaml": description,
    "src/app.js": code.replace("v2/cloths", "v1/threads"),
  });
  assert.notEqual(verdictOf(diagnosis), "route-drift/path-moved");
});
