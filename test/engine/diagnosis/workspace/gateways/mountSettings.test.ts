import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findMountSetting } from "../../../../../src/engine/diagnosis/workspace/gateways/mountSettings.ts";
import { readTable } from "../../../routes/workspace.ts";
import { investigate, verdictOf } from "../../investigate.ts";

/** The setting under which the only parameterised route of an application is mounted. */
async function read(app: string) {
  const files = { "app.js": app };
  const { routes } = await readTable(files);
  const route = routes.find(({ path }) => path.endsWith("{id}")) ?? null;
  assert.ok(route, "the route is read");
  return findMountSetting(route, [{ file: "app.js", text: app }]);
}

const express = (mount: string) => `const express = require("express");
const config = require("./config");
const app = express();
const stays = express.Router();
stays.get("/stays/:id", (req, res) => res.json({}));
app.get("/healthz", (req, res) => res.json({ ok: true }));
${mount}
app.listen(3000);
`;
const fastify = `const app = require("fastify")();
app.get("/healthz", async () => ({ ok: true }));
app.register(
  async (api) => {
    api.register(async (rooms) => rooms.get("/:id", async () => ({})), { prefix: "/stays" });
  },
  { prefix: config.root },
);
app.listen({ port: 3000 });
`;

describe("the mount of a route under what a setting holds", () => {
  it("is read from the call that mounts, not from those within it", async () => {
    assert.deepEqual(await read(fastify), {
      expression: "config.root",
      location: { file: "app.js", line: 7, column: 13 },
    });
    assert.equal((await read(express("app.use(config.root, stays);")))?.expression, "config.root");
  });

  it("is none where the prefix is written, or there is none", async () => {
    assert.equal(await read(express('app.use("/pms", stays);')), null);
    assert.equal(await read(express("app.use(stays);")), null);
  });
});

describe("a path that may lack what a setting holds", () => {
  const ask = (app: string, served: readonly string[]) =>
    investigate({
      files: { "app.js": app },
      server: ({ method, url = "" }, response) => {
        const isThere = served.includes(url);
        response.writeHead(isThere ? 200 : 404, { "content-type": "application/json" });
        response.end(isThere ? '{"ok":true}' : `{"message":"Route ${method}:${url} not found"}`);
      },
      http: "GET ORIGIN/stays/HX-20931\n\n###\nGET ORIGIN/healthz\n",
    });

  it("is told where routes beside the mount are served, and not with certainty", async () => {
    const diagnosis = await ask(fastify, ["/healthz"]);
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/base-path", diagnosis.verdict.summary);
    assert.match(diagnosis.verdict.summary, /mounted under config\.root \(app\.js:7\)/);
    assert.ok(diagnosis.verdict.confidence < 0.8, String(diagnosis.verdict.confidence));
  });

  it("is not told where nothing answers", async () => {
    const diagnosis = await ask(fastify, []);
    assert.notEqual(verdictOf(diagnosis), "rewrite-mismatch/base-path", diagnosis.verdict.summary);
  });
});
