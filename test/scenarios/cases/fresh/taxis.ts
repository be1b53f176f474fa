import type { Scenario } from "../../scenario.ts";

const licence: Scenario = {
  name: "licence-of-a-taxi",
  files: {
    "package.json": '{ "name": "taxi-office", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "src/index.js": `import express from "express";
import { api } from "./api/index.js";

const app = express();
app.use("/taxi-office", api);
app.use((req, res) => res.status(404).json({ status: 404, detail: "Resource not found" }));
app.listen(process.env.PORT ?? 3000);
`,
    "src/api/index.js": `import { Router } from "express";
import { drivers } from "./drivers.js";
import { licences } from "./licences.js";

export const api = Router();
api.use("/drivers", drivers);
api.use("/licences", licences);
`,
    "src/api/drivers.js": `import { Router } from "express";

export const drivers = Router();
drivers.get("/:driver", (req, res) => res.json({ driver: req.params.driver, since: 2014 }));
`,
    "src/api/licences.js": `import { Router } from "express";
import { registry } from "../registry.js";

export const licences = Router();
licences.get("/:plate/history", async (req, res) => {
  res.json(await registry.historyOf(req.params.plate));
});
`,
    "src/registry.js": `const entries = [{ plate: "T-410", issued: "2019-02-01" }, { plate: "T-410", issued: "2024-02-01" }];

export const registry = {
  historyOf: async (plate) => entries.filter((entry) => entry.plate === plate),
};
`,
    "taxi.http": `@office = http://localhost:PORT_OF_api/taxi-office

### driver
GET {{office}}/drivers/d-88

### what happened to 410
# @name history
GET {{office}}/licenses/T-410/history
`,
  },
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["taxi.http#history"],
  facts: [
    "GET /taxi-office/drivers/d-88 200",
    "GET /taxi-office/licenses/T-410/history 404",
    "GET /taxi-office/licences/T-410/history 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["path-typo"],
    links: [
      { file: "src/api/licences.js", text: 'licences.get("/:plate/history"' },
      { file: "src/api/index.js", text: 'api.use("/licences"' },
    ],
    fixes: [{ url: "/taxi-office/licences/T-410/history" }],
  },
};

const complaints: Scenario = {
  name: "complaints-about-a-driver",
  files: {
    "package.json": '{ "name": "complaints", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "src/server.ts": `import Fastify from "fastify";
import { identify } from "./identify.ts";
import { complaints } from "./complaints.ts";

const app = Fastify();
app.decorateRequest("roles", null);
app.addHook("onRequest", identify);
app.get("/me", async (request) => ({ roles: request.getDecorator("roles") }));
app.register(complaints, { prefix: "/supervision/complaints" });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/identify.ts": `import type { FastifyReply, FastifyRequest } from "fastify";

const roles: Record<string, string[]> = {
  "disp-6b1f": ["dispatcher"],
  "sup-92ce": ["dispatcher", "supervisor"],
};

export async function identify(request: FastifyRequest, reply: FastifyReply) {
  const token = (request.headers.authorization ?? "").replace(/^Bearer /, "");
  const held = roles[token];
  if (held === undefined) return reply.code(401).header("www-authenticate", "Bearer").send({ error: "Unauthorized" });
  request.setDecorator("roles", held);
}
`,
    "src/complaints.ts": `import type { FastifyInstance } from "fastify";

export async function complaints(app: FastifyInstance) {
  app.addHook("preHandler", async (request, reply) => {
    if (!request.getDecorator<string[]>("roles").includes("supervisor")) {
      return reply.callNotFound();
    }
  });
  app.get("/", async () => [{ id: "c-19", driver: "d-88" }]);
  app.get("/:id", async (request) => ({ id: (request.params as { id: string }).id, driver: "d-88" }));
}
`,
    "http-client.env.json": `{
  "dispatcher": { "desk": "http://localhost:PORT_OF_api" },
  "supervisor": { "desk": "http://localhost:PORT_OF_api" }
}`,
    "http-client.private.env.json": `{
  "dispatcher": { "token": "disp-6b1f" },
  "supervisor": { "token": "sup-92ce" }
}`,
    "desk.http": `### who am I
GET {{desk}}/me
Authorization: Bearer {{token}}

### what the passenger wrote
# @name complaint
GET {{desk}}/supervision/complaints/c-19
Authorization: Bearer {{token}}
`,
  },
  servers: [{ name: "api", entry: "src/server.ts" }],
  ask: ["desk.http#complaint", "--env", "dispatcher"],
  facts: [
    "GET /me 200 | Authorization: Bearer disp-6b1f",
    "GET /supervision/complaints/c-19 404 | Authorization: Bearer disp-6b1f",
    "GET /supervision/complaints/ 404 | Authorization: Bearer disp-6b1f",
    "GET /supervision/complaints/c-19 200 | Authorization: Bearer sup-92ce",
    "GET /supervision/complaints/c-19 401",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-endpoint"],
    links: [
      { file: "src/complaints.ts", text: 'app.get("/:id"' },
      { file: "src/complaints.ts", text: "reply.callNotFound()" },
      { file: "src/complaints.ts", text: 'app.addHook("preHandler"' },
      { file: "src/server.ts", text: "app.register(complaints" },
    ],
  },
  credentials: [
    { value: "disp-6b1f", servers: ["api"] },
    { value: "sup-92ce", servers: ["api"] },
  ],
};

const quote: Scenario = {
  name: "quote-for-a-ride",
  files: {
    "package.json":
      '{ "name": "fares", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" } }',
    "src/app.js": `import Koa from "koa";
import { fares } from "./fares.js";

const app = new Koa();
app.use(async (ctx, next) => {
  ctx.set("X-Request-Id", ctx.get("X-Request-Id") || "local");
  await next();
});
app.use(fares.routes());
app.listen(Number(process.env.PORT ?? 3000));
`,
    "src/fares.js": `import Router from "@koa/router";
import { priceOf } from "./tariff.js";

export const fares = new Router({ prefix: "/fares" });

fares.get("/tariff", (ctx) => {
  ctx.body = { base: 390, perKilometre: 220 };
});

fares.post("/quotes", async (ctx) => {
  let text = "";
  for await (const chunk of ctx.req) text += chunk;
  const { kilometres = 0 } = JSON.parse(text || "{}");
  ctx.body = { amount: priceOf(kilometres) };
});
`,
    "src/tariff.js": `export const priceOf = (kilometres) => 390 + 220 * kilometres;
`,
    "fares.http": `@fares = http://localhost:PORT_OF_api/fares

### tariff
GET {{fares}}/tariff

### what is 6 km
# @name quote
GET {{fares}}/quotes
Content-Type: application/json

{ "kilometres": 6 }
`,
  },
  servers: [{ name: "api", entry: "src/app.js" }],
  ask: ["fares.http#quote"],
  facts: ["GET /fares/tariff 200", "GET /fares/quotes 404", "POST /fares/quotes 200", "GET /fares/none 404"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-method"],
    links: [{ file: "src/fares.js", text: 'fares.post("/quotes"' }],
    fixes: [{ method: "POST", url: "/fares/quotes" }],
  },
};

/** Taxis: their licences, complaints about them, and what a ride costs. */
export const taxis: readonly Scenario[] = [licence, complaints, quote];
