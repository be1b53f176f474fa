import type { Scenario } from "../../scenario.ts";

const customers: Scenario = {
  name: "customer-record",
  files: {
    "package.json": '{ "name": "customers", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "customers.http": `# @name customer
GET http://localhost:PORT_OF_api/customers/cus_81
Accept: application/json
`,
    "customers.js": `import express from "express";

const customers = { cus_90: { name: "Ines" }, cus_12: { name: "Karl" } };
const successors = { cus_81: "cus_90" };

const app = express();
app.get("/customers/:id", (req, res) => {
  const { id } = req.params;
  if (customers[id]) return res.json({ id, ...customers[id] });
  if (successors[id]) {
    return res.status(404).json({ error: "no_such_customer", merged_into: successors[id] });
  }
  res.status(404).json({ error: "no_such_customer" });
});
app.listen(process.env.PORT ?? 3000);
`,
  },
  servers: [{ name: "api", entry: "customers.js" }],
  ask: ["customers.http#customer"],
  facts: ["GET /customers/cus_81 404", "GET /customers/cus_90 200", "GET /customers/cus_1 404"],
  truth: {
    outcome: "not-found",
    kinds: ["merged"],
    links: [{ file: "customers.js", text: 'app.get("/customers/:id"' }],
    fixes: [{ url: "/customers/cus_90" }],
  },
};

const species: Scenario = {
  name: "species-sheet",
  files: {
    "package.json":
      '{ "name": "species", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }',
    "species.http": `# @name sheet
GET http://localhost:PORT_OF_api/species/parus-caeruleus
`,
    "species.js": `import Koa from "koa";
import Router from "@koa/router";

const sheets = { "cyanistes-caeruleus": { name: "Blue tit" }, "parus-major": { name: "Great tit" } };
const synonyms = new Map([["parus-caeruleus", "cyanistes-caeruleus"]]);
const router = new Router();

router.get("/species/:key", (ctx) => {
  const sheet = sheets[ctx.params.key];
  if (sheet) {
    ctx.body = sheet;
    return;
  }
  ctx.status = 404;
  ctx.body = { detail: "No sheet under this name." };
  const accepted = synonyms.get(ctx.params.key);
  if (accepted) ctx.set("Link", '</species/' + accepted + '>; rel="successor-version"');
});

new Koa().use(router.routes()).listen(process.env.PORT ?? 3000);
`,
  },
  servers: [{ name: "api", entry: "species.js" }],
  ask: ["species.http#sheet"],
  facts: ["GET /species/parus-caeruleus 404", "GET /species/cyanistes-caeruleus 200"],
  truth: {
    outcome: "not-found",
    kinds: ["merged", "renamed-slug"],
    links: [{ file: "species.js", text: 'router.get("/species/:key"' }],
    fixes: [{ url: "/species/cyanistes-caeruleus" }],
  },
};

const jobs: Scenario = {
  name: "render-job",
  files: {
    "package.json": '{ "name": "render", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "render.http": `# @name job
GET http://localhost:PORT_OF_balancer/jobs/j-551
`,
    "render.js": `import express from "express";

const jobs = new Set((process.env.JOBS ?? "").split(","));
const app = express();
app.get("/jobs/:id", (req, res) => {
  if (jobs.has(req.params.id)) return res.json({ id: req.params.id, state: "queued" });
  res.status(404).json({ error: "job not found" });
});
app.listen(process.env.PORT ?? 3000);
`,
  },
  servers: [
    { name: "one", entry: "render.js", env: { JOBS: "j-100" } },
    { name: "two", entry: "render.js", env: { JOBS: "j-100,j-551" } },
    { name: "balancer", entry: "front:roundRobin", env: { UPSTREAMS: "PORT_OF_one,PORT_OF_two" } },
  ],
  ask: ["render.http#job"],
  facts: ["balancer:GET /jobs/j-551 404", "balancer:GET /jobs/j-551 200", "balancer:GET /jobs/j-551 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-yet-visible"],
    links: [{ file: "render.js", text: 'app.get("/jobs/:id"' }],
  },
};

const uploads: Scenario = {
  name: "uploaded-picture",
  files: {
    "package.json": '{ "name": "pictures", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "pictures.http": `# @name picture
GET http://localhost:PORT_OF_api/pictures/p-77
`,
    "pictures.js": `import fastify from "fastify";

const primary = new Map([["p-77", { bytes: 91022 }], ["p-78", { bytes: 10 }]]);
const replica = new Map([["p-78", { bytes: 10 }]]);

function copyLater(id) {
  setTimeout(() => replica.set(id, primary.get(id)), 700);
}

const app = fastify();
app.get("/pictures/:id", async ({ params }, reply) => {
  const picture = replica.get(params.id);
  if (picture) return picture;
  if (primary.has(params.id)) copyLater(params.id);
  return reply.code(404).send({ error: "picture unknown" });
});
app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [{ name: "api", entry: "pictures.js" }],
  ask: ["pictures.http#picture"],
  facts: ["GET /pictures/p-77 404", "GET /pictures/p-78 200"],
  truth: {
    outcome: "not-found",
    kinds: ["not-yet-visible"],
    links: [{ file: "pictures.js", text: 'app.get("/pictures/:id"' }],
  },
};

const forecasts: Scenario = {
  name: "sales-forecast",
  files: {
    "package.json": '{ "name": "sales", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "sales.http": `# @name forecast
GET http://localhost:PORT_OF_api/sales/forecast
`,
    "features.json": '{ "forecast": false, "heatmap": true }',
    "src/app.js": `import { readFileSync } from "node:fs";
import express from "express";
import { forecast } from "./forecast.js";
import { heatmap } from "./heatmap.js";

const features = JSON.parse(readFileSync("features.json", "utf8"));
const app = express();
app.get("/sales", (_req, res) => res.json([]));
if (features.forecast) {
  app.use("/sales/forecast", forecast);
}
if (features.heatmap) {
  app.use("/sales/heatmap", heatmap);
}
app.listen(process.env.PORT ?? 3000);
`,
    "src/forecast.js": `import { Router } from "express";

export const forecast = Router();
forecast.get("/", (_req, res) => res.json({ next: 1200 }));
`,
    "src/heatmap.js": `import { Router } from "express";

export const heatmap = Router();
heatmap.get("/", (_req, res) => res.json([[1, 2]]));
`,
  },
  servers: [{ name: "api", entry: "src/app.js" }],
  ask: ["sales.http#forecast"],
  facts: ["GET /sales/forecast 404", "GET /sales/heatmap 200"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "src/app.js", text: "if (features.forecast)" },
      { file: "src/app.js", text: 'app.use("/sales/forecast"' },
      { file: "src/forecast.js", text: 'forecast.get("/"' },
    ],
  },
};

const beta: Scenario = {
  name: "beta-invites",
  files: {
    "package.json": '{ "name": "invites", "dependencies": { "express": "^5.0.0" } }',
    ".env": "ENABLE_INVITES=false\n",
    "invites.http": `# @name invites
GET http://localhost:PORT_OF_api/invites/open
`,
    "index.js": `const express = require("express");
const { invites } = require("./invites");

const enabled = process.env.ENABLE_INVITES === "true";
const requireFeature = (on) => (req, res, next) => (on ? next() : res.status(404).json({ error: "Not found" }));

const app = express();
app.use("/invites", requireFeature(enabled), invites);
app.get("/members", (req, res) => res.json([]));
app.listen(process.env.PORT || 3000);
`,
    "invites.js": `const { Router } = require("express");

const invites = Router();
invites.get("/open", (req, res) => res.json([{ mail: "a@example.test" }]));
module.exports = { invites };
`,
  },
  servers: [{ name: "api", entry: "index.js", env: { ENABLE_INVITES: "false" } }],
  ask: ["invites.http#invites"],
  facts: ["GET /invites/open 404", "GET /members 200"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "index.js", text: 'app.use("/invites"' },
      { file: "invites.js", text: 'invites.get("/open"' },
      { file: "index.js", text: "const enabled" },
    ],
  },
};

/** Requests for what was merged into another record, is not visible yet, or is switched off. */
export const mergedAndLate: readonly Scenario[] = [customers, species, jobs, uploads, forecasts, beta];
