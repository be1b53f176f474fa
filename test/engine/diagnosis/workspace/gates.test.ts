import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findCondition } from "../../../../src/engine/diagnosis/workspace/condition.ts";
import { findGate } from "../../../../src/engine/diagnosis/workspace/gates.ts";
import { readTable } from "../../routes/workspace.ts";
import { filesOf } from "../workspaceDiagnosis.ts";

type Texts = Readonly<Record<string, string>>;

async function routeOf(texts: Texts, end: string) {
  const { routes } = await readTable(texts);
  const route = routes.find(({ path }) => path.endsWith(end));
  assert.ok(route, `${end} is none of ${routes.map(({ path }) => path).join(", ")}`);
  return route;
}

async function gateOf(texts: Texts, end: string): Promise<string | null> {
  const gate = await findGate(await routeOf(texts, end), filesOf(texts));
  return gate && `${gate.location.file}:${gate.location.line} ${gate.asks}`;
}

const fastify = (hook: string): Texts => ({
  "app.js":
    'import Fastify from "fastify";\nimport { drafts } from "./drafts.js";\nconst app = Fastify();\napp.register(drafts, { prefix: "/drafts" });\napp.listen({ port: 3000 });\n',
  "drafts.js": `export async function drafts(app) {\n${hook}\n  app.get("/all", async () => []);\n}\n`,
});

describe("code on the way to a handler", () => {
  it("is a hook of the same plugin that asks who is calling", async () => {
    const hook =
      '  app.addHook("preHandler", async (request, reply) => {\n    if (request.staff?.role !== "editor") reply.callNotFound();\n  });';
    assert.equal(await gateOf(fastify(hook), "/all"), "drafts.js:3 caller");
  });

  it("is none where the hook never misses, or stands behind the route", async () => {
    const logging = '  app.addHook("onRequest", async (request) => {\n    request.log.info("asked");\n  });';
    assert.equal(await gateOf(fastify(logging), "/all"), null);
    const behind = fastify("");
    const text = `${behind["drafts.js"]}`.replace(
      /\}\n$/,
      '  app.addHook("preHandler", async (request, reply) => {\n    if (!request.user) reply.callNotFound();\n  });\n}\n',
    );
    assert.equal(await gateOf({ ...behind, "drafts.js": text }, "/all"), null);
  });

  it("is middleware that a mount names, in the file that it is imported from", async () => {
    const texts = {
      "app.js":
        'import express from "express";\nimport { staffOnly } from "./staff.js";\nimport { rooms } from "./rooms.js";\nconst app = express();\napp.use("/rooms", staffOnly, rooms);\napp.listen(3000);\n',
      "staff.js":
        'export function staffOnly(req, res, next) {\n  if (!req.user?.isStaff) {\n    return next("router");\n  }\n  next();\n}\n',
      "rooms.js": 'import { Router } from "express";\nexport const rooms = Router();\nrooms.get("/free", list);\n',
    };
    assert.equal(await gateOf(texts, "/free"), "staff.js:2 caller");
  });

  it("is not what the handler itself answers", async () => {
    const texts = {
      "app.js":
        'import express from "express";\nconst app = express();\nfunction show(req, res) {\n  if (!rooms.has(req.params.room)) return res.status(404).end();\n  res.json({});\n}\napp.get("/rooms/:room", show);\napp.listen(3000);\n',
    };
    assert.equal(await gateOf(texts, "/{room}"), null);
  });

  it("is middleware above a mount, and what is mounted above it passes none", async () => {
    const texts = {
      "app.js":
        'import express from "express";\nimport { rooms } from "./rooms.js";\nimport { keys } from "./keys.js";\nconst app = express();\napp.use("/rooms", rooms);\napp.use((req, res, next) => {\n  if (!req.user) return res.sendStatus(404);\n  next();\n});\napp.use("/keys", keys);\napp.listen(3000);\n',
      "rooms.js": 'import { Router } from "express";\nexport const rooms = Router();\nrooms.get("/free", list);\n',
      "keys.js": 'import { Router } from "express";\nexport const keys = Router();\nkeys.get("/lost", list);\n',
    };
    assert.equal(await gateOf(texts, "/free"), null);
    assert.equal(await gateOf(texts, "/lost"), "app.js:7 caller");
  });

  it("is middleware of the same path alone", async () => {
    const texts = {
      "app.js":
        'import express from "express";\nconst app = express();\napp.use("/staff", (req, res, next) => (req.user ? next() : res.sendStatus(404)));\napp.get("/rooms", list);\napp.get("/staff/rooms", list);\napp.listen(3000);\n',
    };
    assert.equal(await gateOf(texts, "/rooms"), null);
    assert.equal(await gateOf(texts, "/staff/rooms"), "app.js:3 caller");
  });

  it("is a condition where it asks a switch", async () => {
    const hook =
      '  app.addHook("onRequest", async (_request, reply) => {\n    if (process.env.DRAFTS_ENABLED !== "true") return reply.callNotFound();\n  });';
    const texts = { ...fastify(hook), ".env": "DRAFTS_ENABLED=false\n" };
    const found = await findCondition(await routeOf(texts, "/all"), filesOf(texts));
    assert.deepEqual(found && [found.kind, found.location.file, found.location.line, found.set?.isServed], [
      "guard",
      "drafts.js",
      3,
      false,
    ]);
  });
});
