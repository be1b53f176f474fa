import type { Scenario } from "../../scenario.ts";

const listing: Scenario = {
  name: "flat-listing",
  files: {
    "package.json": '{ "name": "flats", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "flats.http": `# @name flat
GET http://localhost:PORT_OF_api/flats/f-2093
Accept: application/json
`,
    "flats.js": `import express from "express";

const flats = new Map([
  ["f-2093", { rooms: 3, deletedAt: "2026-01-17T08:00:00Z" }],
  ["f-2094", { rooms: 2, deletedAt: null }],
]);
const app = express();
app.get("/flats/:id", (req, res) => {
  const flat = flats.get(req.params.id);
  if (flat === undefined) return res.status(404).json({ error: "not_found" });
  if (flat.deletedAt) return res.status(404).json({ error: "not_found", deleted_at: flat.deletedAt });
  res.json(flat);
});
app.listen(process.env.PORT ?? 3000);
`,
  },
  servers: [{ name: "api", entry: "flats.js" }],
  ask: ["flats.http#flat"],
  facts: ["GET /flats/f-2093 404", "GET /flats/f-2094 200", "GET /flats/f-1 404"],
  truth: { outcome: "not-found", kinds: ["deleted"], links: [{ file: "flats.js", text: 'app.get("/flats/:id"' }] },
};

const coupon: Scenario = {
  name: "coupon-code",
  files: {
    "package.json": '{ "name": "coupons", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "coupons.http": `@shop = http://localhost:PORT_OF_api

# @name coupon
GET {{shop}}/coupons/WINTER24
`,
    "coupons.mjs": `import fastify from "fastify";

const app = fastify();
const coupons = { SPRING26: 10, SUMMER26: 15 };
const withdrawn = new Set(["WINTER24"]);

app.get("/coupons/:code", async ({ params }, reply) => {
  if (withdrawn.has(params.code)) return reply.code(410).send({ message: "This code was withdrawn" });
  const percent = coupons[params.code];
  return percent ? { percent } : reply.code(404).send({ message: "Unknown code" });
});
app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [{ name: "api", entry: "coupons.mjs" }],
  ask: ["coupons.http#coupon"],
  facts: ["GET /coupons/WINTER24 410", "GET /coupons/SPRING26 200", "GET /coupons/X 404"],
  truth: {
    outcome: "not-found",
    kinds: ["deleted"],
    links: [{ file: "coupons.mjs", text: 'app.get("/coupons/:code"' }],
  },
};

const exportApi: Scenario = {
  name: "ledger-export",
  files: {
    "package.json": '{ "name": "ledger", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "ledger.http": `# @name export
GET http://localhost:PORT_OF_api/ledger/export.xml
`,
    "ledger.js": `import express from "express";

const app = express();
app.get("/ledger/export.xml", (_req, res) => {
  res.set("Deprecation", "@1735689600");
  res.set("Sunset", "Wed, 01 Oct 2025 00:00:00 GMT");
  res.status(404).json({ message: "Not available" });
});
app.get("/ledger/entries", (_req, res) => res.json([]));
app.listen(process.env.PORT ?? 3000);
`,
  },
  servers: [{ name: "api", entry: "ledger.js" }],
  ask: ["ledger.http#export"],
  facts: ["GET /ledger/export.xml 404"],
  truth: { outcome: "not-found", kinds: ["deleted"], links: [{ file: "ledger.js", text: '"/ledger/export.xml"' }] },
};

const boards: Scenario = {
  name: "project-board",
  files: {
    "package.json": '{ "name": "boards", "dependencies": { "express": "^5.0.0" } }',
    "boards.http": `@boards = http://localhost:PORT_OF_api/boards

### every board
# @name boards
GET {{boards}}

### the one from the old wiki page
# @name board
GET {{boards}}/19
`,
    "boards.js": `const express = require("express");

const rows = [
  { id: 18, title: "Hiring", archived: false },
  { id: 19, title: "Office move", archived: true },
  { id: 20, title: "Website", archived: false },
];
const visible = (req) => rows.filter((row) => !row.archived || req.query.include === "archived");

const router = express.Router();
router.get("/", (req, res) => res.json(visible(req)));
router.get("/:id", (req, res) => {
  const row = visible(req).find(({ id }) => String(id) === req.params.id);
  return row ? res.json(row) : res.status(404).json({ error: "Board not found" });
});

express().use("/boards", router).listen(process.env.PORT || 3000);
`,
  },
  servers: [{ name: "api", entry: "boards.js" }],
  ask: ["boards.http#board"],
  facts: ["GET /boards/19 404", "GET /boards/19?include=archived 200", "GET /boards/18 200", "GET /boards/99 404"],
  truth: {
    outcome: "not-found",
    kinds: ["archived"],
    links: [{ file: "boards.js", text: 'router.get("/:id"' }],
    fixes: [{ url: "/boards/19?include=archived" }],
  },
};

const campaign: Scenario = {
  name: "mail-campaign",
  files: {
    "package.json":
      '{ "name": "campaigns", "type": "module", "dependencies": { "hono": "^4.0.0", "@hono/node-server": "^2.0.0" } }',
    "campaigns.http": `# @name campaign
GET http://localhost:PORT_OF_api/campaigns/c-300/report
`,
    "campaigns.js": `import { serve } from "@hono/node-server";
import { Hono } from "hono";

const campaigns = { "c-300": { state: "archived", sent: 900 }, "c-301": { state: "active", sent: 12 } };
const app = new Hono();

app.get("/campaigns/:id/report", (c) => {
  const campaign = campaigns[c.req.param("id")];
  if (campaign === undefined) return c.json({ title: "Not found" }, 404);
  if (campaign.state === "archived") return c.json({ title: "Not found", status: "archived" }, 404);
  return c.json({ sent: campaign.sent });
});
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [{ name: "api", entry: "campaigns.js" }],
  ask: ["campaigns.http#campaign"],
  facts: ["GET /campaigns/c-300/report 404", "GET /campaigns/c-301/report 200"],
  truth: {
    outcome: "not-found",
    kinds: ["archived"],
    links: [{ file: "campaigns.js", text: 'app.get("/campaigns/:id/report"' }],
  },
};

/** Requests for what was deleted, withdrawn or archived. */
export const gone: readonly Scenario[] = [listing, coupon, exportApi, boards, campaign];
