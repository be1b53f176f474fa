import type { Scenario } from "../../scenario.ts";

const chat: Scenario = {
  name: "model-gateway",
  files: {
    "package.json": '{ "name": "gateway", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "http-client.env.json": '{ "team": { "baseUrl": "http://localhost:PORT_OF_api/v1", "model": "small-3" } }',
    "models.http": `### what can be asked
# @name model
GET {{baseUrl}}/v1/models/{{model}}
`,
    "gateway.js": `import fastify from "fastify";

const app = fastify();
app.register(
  async (v1) => {
    v1.get("/models", async () => ["small-3", "large-1"]);
    v1.get("/models/:model", async ({ params }) => ({ id: params.model, context: 8192 }));
  },
  { prefix: "/v1" },
);
app.setNotFoundHandler((request, reply) => {
  reply.code(404).send({ error: { code: "unknown_url", message: "Unknown request URL: " + request.method + " " + request.url } });
});
app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [{ name: "api", entry: "gateway.js" }],
  ask: ["models.http#model", "--env", "team"],
  facts: ["GET /v1/v1/models/small-3 404", "GET /v1/models/small-3 200"],
  truth: {
    outcome: "not-found",
    kinds: ["duplicated-segment"],
    links: [
      { file: "models.http", text: "/v1/models/" },
      { file: "http-client.env.json", text: "/v1" },
      { file: "gateway.js", text: 'v1.get("/models/:model"' },
    ],
    fixes: [{ url: "/v1/models/small-3" }],
  },
};

const stops: Scenario = {
  name: "bus-stops",
  files: {
    "package.json": '{ "name": "bus", "dependencies": { "express": "^5.0.0" } }',
    "bus.http": `@bus = http://localhost:PORT_OF_api/transit/stops

# @name departures
GET {{bus}}/transit/stops/central/departures
`,
    "bus.js": `const express = require("express");

const transit = express.Router();
transit.get("/stops", (req, res) => res.json(["central", "harbour"]));
transit.get("/stops/:stop/departures", (req, res) => res.json({ stop: req.params.stop, next: ["10:02"] }));

const app = express();
app.use("/transit", transit);
app.listen(process.env.PORT || 3000);
`,
  },
  servers: [{ name: "api", entry: "bus.js" }],
  ask: ["bus.http#departures"],
  facts: ["GET /transit/stops/transit/stops/central/departures 404", "GET /transit/stops/central/departures 200"],
  truth: {
    outcome: "not-found",
    kinds: ["duplicated-segment"],
    links: [
      { file: "bus.http", text: "@bus" },
      { file: "bus.http", text: "GET {{bus}}" },
      { file: "bus.js", text: '"/stops/:stop/departures"' },
    ],
    fixes: [{ url: "/transit/stops/central/departures" }],
  },
};

const invoicesClient: Scenario = {
  name: "invoice-client",
  files: {
    "package.json": '{ "name": "invoicing", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    ".env": "INVOICE_API=http://localhost:PORT_OF_api/finance/v1\n",
    "client/invoices.js": `const base = process.env.INVOICE_API;

export async function readInvoice(number) {
  const response = await fetch(new URL("/invoices/" + number, base));
  return response.json();
}
`,
    "seen.http": `### what client/invoices.js sends
# @name invoice
GET http://localhost:PORT_OF_api/invoices/2026-118
Accept: application/json
`,
    "server/index.js": `import express from "express";
import { invoices } from "./invoices.js";
import { reminders } from "./reminders.js";

const app = express();
app.use("/finance/v1/invoices", invoices);
app.use("/finance/v1/reminders", reminders);
app.use("/status", (_req, res) => res.json({ up: true }));
app.listen(process.env.PORT ?? 3000);
`,
    "server/invoices.js": `import { Router } from "express";

export const invoices = Router();
invoices.get("/:number", (req, res) => res.json({ number: req.params.number, open: true }));
`,
    "server/reminders.js": `import { Router } from "express";

export const reminders = Router();
reminders.get("/", (_req, res) => res.json([]));
`,
  },
  servers: [{ name: "api", entry: "server/index.js" }],
  ask: ["seen.http#invoice"],
  facts: ["GET /invoices/2026-118 404", "GET /finance/v1/invoices/2026-118 200"],
  truth: {
    outcome: "not-found",
    kinds: ["dropped-segment", "base-path"],
    links: [
      { file: "client/invoices.js", text: "new URL" },
      { file: "server/invoices.js", text: 'invoices.get("/:number"' },
    ],
    fixes: [{ url: "/finance/v1/invoices/2026-118" }],
  },
};

const tides: Scenario = {
  name: "tide-table",
  files: {
    "package.json":
      '{ "name": "tides", "type": "module", "dependencies": { "hono": "^4.0.0", "@hono/node-server": "^2.0.0" } }',
    "http-client.env.json": '{ "coast": { "tides": "http://localhost:PORT_OF_api/tides", "harbour": "brest " } }',
    "tides.http": `# @name table
GET {{tides}}/{{harbour}}
`,
    "tides.js": `import { serve } from "@hono/node-server";
import { Hono } from "hono";

const heights = { brest: [6.1, 1.2], calais: [7, 0.9] };
const app = new Hono();
app.get("/tides", (c) => c.json(Object.keys(heights)));
app.get("/tides/:harbour", (c) => {
  const found = heights[c.req.param("harbour")];
  return found ? c.json(found) : c.json({ error: "harbour unknown" }, 404);
});
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [{ name: "api", entry: "tides.js" }],
  ask: ["tides.http#table", "--env", "coast"],
  facts: ["GET /tides/brest%20 404", "GET /tides/brest 200"],
  truth: {
    outcome: "not-found",
    kinds: ["stray-characters"],
    links: [
      { file: "http-client.env.json", text: '"brest "' },
      { file: "tides.http", text: "GET {{tides}}" },
    ],
    fixes: [{ url: "/tides/brest" }],
  },
};

const exams: Scenario = {
  name: "exam-results",
  files: {
    "package.json": '{ "name": "exams", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "exams.http": `# @name results
GET http://localhost:PORT_OF_api/exams/results%E2%80%8B?term=spring
`,
    "exams.js": `import express from "express";

const app = express();
app.get("/exams/results", (req, res) => res.json({ term: req.query.term, passed: 20 }));
app.get("/exams/dates", (_req, res) => res.json(["2026-06-01"]));
app.listen(process.env.PORT ?? 3000);
`,
  },
  servers: [{ name: "api", entry: "exams.js" }],
  ask: ["exams.http#results"],
  facts: ["GET /exams/results%E2%80%8B?term=spring 404", "GET /exams/results?term=spring 200"],
  truth: {
    outcome: "not-found",
    kinds: ["stray-characters"],
    links: [
      { file: "exams.http", text: "GET http" },
      { file: "exams.js", text: '"/exams/results"' },
    ],
    fixes: [{ url: "/exams/results?term=spring" }],
  },
};

/** Requests whose URL was glued together wrongly, or holds what cannot be seen. */
export const joins: readonly Scenario[] = [chat, stops, invoicesClient, tides, exams];
