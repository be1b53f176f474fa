import assert from "node:assert/strict";
import { it } from "node:test";
import { investigate, type Setting, verdictOf } from "./investigate.ts";

const serve = (isServed: (path: string) => boolean): Setting["server"] => {
  return ({ url = "" }, response) => {
    const isFound = isServed(url);
    response.writeHead(isFound ? 200 : 404, { "content-type": "application/json" });
    response.end(isFound ? '{"data":[]}' : '{"detail":"Not Found"}');
  };
};

it("a version that a base URL forgot is tried where nothing is known of the server, and the base is linked", async () => {
  const server = serve((path) => path === "/v1/models");
  const diagnosis = await investigate({ server, http: "@base = ORIGIN\n\nGET {{base}}/models\n" });
  assert.equal(verdictOf(diagnosis), "route-drift/version-moved");
  assert.ok(diagnosis.fixes[0]?.verified);
  assert.ok(diagnosis.links.some(({ role, line }) => role === "variable" && line === 1));
  assert.ok(
    diagnosis.log.some((line) => line.startsWith("GET /v1/no-such-path")),
    "with a control of its own",
  );
});

it("a server that answers everything below a prefix proves nothing by it", async () => {
  const diagnosis = await investigate({
    server: serve((path) => path.startsWith("/v1/")),
    http: "GET ORIGIN/models\n",
  });
  assert.notEqual(diagnosis.verdict.kind, "version-moved");
});

it("where the workspace has routes, they say what is served", async () => {
  const files = { "app.js": 'const app = require("express")();\napp.get("/other", show);\napp.listen(3000);\n' };
  const diagnosis = await investigate({ files, server: serve(() => false), http: "GET ORIGIN/models\n" });
  assert.ok(!diagnosis.log.includes("GET /v1/models"), JSON.stringify(diagnosis.log));
});
