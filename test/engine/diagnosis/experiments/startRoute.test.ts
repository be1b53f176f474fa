import assert from "node:assert/strict";
import { it } from "node:test";
import { investigate, verdictOf } from "../investigate.ts";

const files = {
  "app.js": 'const app = require("express")();\napp.get("/v1/conductors", list);\napp.listen(3000);\n',
};

for (const [asked, sent] of [
  ["ORIGIN", "http://localhost:3000 as a terminal prints it"],
  ["ORIGIN/", "its slash written out"],
] as const) {
  it(`a service that has no page at its root is told from one that does not run: ${sent}`, async () => {
    const diagnosis = await investigate({
      files,
      server: ({ url }, response) => {
        response.writeHead(url === "/v1/conductors" ? 200 : 404, { "content-type": "application/json" });
        response.end(url === "/v1/conductors" ? "[]" : '{"error":"nothing here"}');
      },
      http: `GET ${asked}\n`,
    });
    assert.equal(verdictOf(diagnosis), "other-responder/wrong-entrypoint", diagnosis.verdict.summary);
    assert.match(diagnosis.verdict.summary, /GET \/v1\/conductors \(app.js:2\) answers 200/);
    const [first, second] = diagnosis.fixes;
    assert.match(`${first?.verified} ${first?.request?.url}`, /^true http:.*\/v1\/conductors$/);
    assert.equal(second?.kind, "ask");
  });
}
