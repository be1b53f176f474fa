import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate, verdictOf } from "../../investigate.ts";

const paths = ["/realms/guild/keys", "/theme/css/site.css"];
const server: Parameters<typeof investigate>[0]["server"] = ({ url = "" }, response) => {
  response.writeHead(paths.includes(url) ? 200 : 404, { "content-type": "application/json" });
  response.end(paths.includes(url) ? '{"keys":[]}' : '{"error":"nothing"}');
};

describe("the first word of a path that no route is known for", () => {
  it("is one too much where the rest answers, and what sets it is linked", async () => {
    const diagnosis = await investigate({
      files: { "hall.py": 'import os\nISSUER_BASE = "/auth"\n' },
      server,
      http: "@issuer = ORIGIN/auth/realms/guild\n\nGET {{issuer}}/keys\n",
    });
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/base-path", diagnosis.verdict.summary);
    assert.match(diagnosis.verdict.summary, /the prefix "\/auth" that this host does not serve/);
    assert.match(diagnosis.fixes[0]?.request?.url ?? "", /:\d+\/realms\/guild\/keys$/);
    const places = diagnosis.links.map(({ role, file, line }) => `${role} ${file}:${line}`);
    assert.ok(places.includes("variable ask.http:1") && places.includes("variable hall.py:2"), places.join(", "));
  });

  it("is left alone where something else of the host is asked for below it", async () => {
    const { log } = await investigate({
      server,
      http: "GET ORIGIN/auth/realms/guild/keys\n\n###\nGET ORIGIN/auth/health\n",
    });
    assert.deepEqual(
      log.filter((line) => line === "GET /realms/guild/keys"),
      [],
    );
  });

  it("is left alone before what may be an identifier, and where a route comes near the path", async () => {
    const { log } = await investigate({ server, http: "GET ORIGIN/orders/42/items\n" });
    assert.deepEqual(
      log.filter((line) => line === "GET /42/items"),
      [],
    );
    const near = await investigate({
      files: {
        "app.js": 'const app = require("express")();\napp.get("/auth/realm/guild/keys", show);\napp.listen(3000);\n',
      },
      server,
      http: "GET ORIGIN/auth/realms/guild/keys\n",
    });
    assert.ok(!near.log.includes("GET /realms/guild/keys"), near.log.join("\n"));
  });
});
