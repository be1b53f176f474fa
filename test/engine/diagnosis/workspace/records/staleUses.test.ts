import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Recorder, startRecorder } from "../../recorder.ts";
import { diagnoseWorkspace, kindOf } from "../../workspaceDiagnosis.ts";

const app = `const app = require("express")();
app.get("/api/v1/orders/:id", (req, res) => res.json({}));
app.get("/api/v1/orders/:id/lines", (req, res) => res.json({}));
`;

describe("what else uses a path that moved", () => {
  let server: Recorder;

  before(async () => {
    server = await startRecorder(({ url }, response) => {
      const isServed = /^\/api\/v1\/orders\/\d+(\/lines)?$/.test(url ?? "");
      response.writeHead(isServed ? 200 : 404, { "content-type": "application/json" });
      response.end(isServed ? '{"id":8472}' : '{"error":"no route"}');
    });
  });
  after(() => server.close());

  const texts = {
    "app.js": app,
    "web/client.ts": 'const url = base + "/api/v2/orders/" + id;\nfetch("https://shop.test/api/v2/orders-export");\n',
    "web/index.ts":
      'import { orders } from "../server/api/v2/orders";\nexport * from "../server/api/v2/orders/lines";\n',
    "docs/api.md": "Ask `GET https://shop.test/api/v2/orders/{id}`.\n",
  };

  it("is linked, and told in what to verify", async () => {
    const diagnosis = await diagnoseWorkspace(
      { ...texts, "api.http": `GET ${server.origin}/api/v2/orders/8472\n` },
      null,
    );
    assert.equal(kindOf(diagnosis), "route-drift/version-moved");
    const uses = diagnosis.links.filter(({ label }) => label.startsWith("/api/v2/orders in"));
    assert.deepEqual(
      uses.map(({ role, file, line, label }) => [role, `${file}:${line}`, label]),
      [
        ["reference", "docs/api.md:1", "/api/v2/orders in a document"],
        ["reference", "web/client.ts:1", "/api/v2/orders in code"],
      ],
    );
    assert.ok(diagnosis.verify.includes("Correct what else uses the old path: docs/api.md:1 and 1 more."));
  });

  it("is nothing where that part of the path is right", async () => {
    const diagnosis = await diagnoseWorkspace(
      { ...texts, "api.http": `GET ${server.origin}/api/v1/orders/8472/linse\n`, "b.md": "/api/v1/orders/1\n" },
      null,
    );
    assert.equal(kindOf(diagnosis), "route-drift/path-typo");
    assert.deepEqual(
      diagnosis.links.filter(({ label }) => label.includes(" in a document")),
      [],
    );
  });
});
