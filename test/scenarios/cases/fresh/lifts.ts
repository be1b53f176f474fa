import type { Scenario } from "../../scenario.ts";

const workOrder: Scenario = {
  name: "work-order-of-a-lift",
  files: {
    "package.json": '{ "name": "lift-maintenance", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "src/server.js": `import Fastify from "fastify";
import { lifts } from "./lifts/lifts.plugin.js";
import { workOrders } from "./orders/workOrders.plugin.js";

const app = Fastify({ logger: false });
await app.register(lifts, { prefix: "/api" });
await app.register(workOrders, { prefix: "/api" });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/lifts/lifts.plugin.js": `const known = [{ id: 31, address: "Kai 4" }, { id: 32, address: "Kai 6" }];

export async function lifts(app) {
  app.get("/lifts", async () => known);
}
`,
    "src/orders/workOrders.plugin.js": `const open = new Map([[8817, { lift: 31, fault: "door edge" }]]);

export async function workOrders(app) {
  app.get("/workOrders/:orderId", async (request, reply) => {
    const order = open.get(Number(request.params.orderId));
    if (order === undefined) return reply.code(404).send({ message: "Work order not found" });
    return order;
  });
  app.get("/workOrders", async () => [...open.keys()]);
}
`,
    "vite.config.js": `export default {
  root: "dashboard",
  server: { proxy: { "/api": { target: "http://localhost:PORT_OF_api" } } },
};
`,
    "dashboard/index.html": "<!doctype html><title>Lifts</title><div id='root'></div>\n",
    "requests/lifts.http": `@api = http://localhost:PORT_OF_web/api

### lifts
GET {{api}}/lifts
`,
    "requests/orders.http": `@api = http://localhost:PORT_OF_web/api

# @name order
GET {{api}}/workorders/8817
Accept: application/json
`,
  },
  servers: [
    { name: "api", entry: "src/server.js" },
    { name: "web", entry: "front:devProxy", env: { PREFIX: "/api", UPSTREAM: "PORT_OF_api" } },
  ],
  ask: ["requests/orders.http#order"],
  facts: [
    "web:GET /api/lifts 200",
    "web:GET /api/workorders/8817 404",
    "web:GET /api/workOrders/8817 200",
    "web:GET /api/workOrders/1 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["case"],
    links: [{ file: "src/orders/workOrders.plugin.js", text: 'app.get("/workOrders/:orderId"' }],
    fixes: [{ url: "/api/workOrders/8817" }],
  },
};

const inspection: Scenario = {
  name: "inspection-of-an-escalator",
  files: {
    "package.json": '{ "name": "inspections", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "nginx/inspections.conf": `server {
  listen 8080;
  location /inspections/ {
    proxy_pass http://localhost:PORT_OF_api;
  }
}
`,
    "src/server.js": `import express from "express";
import { reports } from "./reports.js";

const API = "/inspections/v3";

const app = express();
app.get("/inspections/health", (_req, res) => res.json({ up: true }));
app.use(API, reports);
app.listen(process.env.PORT ?? 3000);
`,
    "src/reports.js": `import { Router } from "express";

const byUnit = { "esc-7": [{ on: "2026-05-04", passed: true }] };

export const reports = Router();
reports.get("/units", (_req, res) => res.json(Object.keys(byUnit)));
reports.get("/units/:unit/reports", (req, res) => {
  const found = byUnit[req.params.unit];
  if (!found) return res.status(404).json({ error: "unit not known" });
  res.json(found);
});
`,
    "inspections.http": `@web = http://localhost:PORT_OF_web

### is it up
GET {{web}}/inspections/health

### reports of escalator 7
# @name reports
GET {{web}}/inspections/v2/units/esc-7/reports?year=2026
`,
  },
  servers: [
    { name: "api", entry: "src/server.js" },
    {
      name: "web",
      entry: "front:ruleProxy",
      env: { RULES: '[{ "from": "^/inspections/", "port": "PORT_OF_api" }]' },
    },
  ],
  ask: ["inspections.http#reports"],
  facts: [
    "web:GET /inspections/health 200",
    "web:GET /inspections/v2/units/esc-7/reports?year=2026 404",
    "api:GET /inspections/v2/units/esc-7/reports?year=2026 404",
    "web:GET /inspections/v3/units/esc-7/reports?year=2026 200",
    "web:GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: "src/reports.js", text: 'reports.get("/units/:unit/reports"' },
      { file: "src/server.js", text: "app.use(API, reports)" },
    ],
    fixes: [{ url: "/inspections/v3/units/esc-7/reports?year=2026" }],
  },
};

const parts: Scenario = {
  name: "spare-part-in-the-van",
  files: {
    "package.json":
      '{ "name": "van-stock", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" } }',
    "config/default.json": '{\n  "http": { "basePath": "/van-stock" }\n}\n',
    "src/server.js": `import { readFileSync } from "node:fs";
import Router from "@koa/router";
import Koa from "koa";
import { vans } from "./vans.js";

const { http } = JSON.parse(readFileSync(new URL("../config/default.json", import.meta.url), "utf8"));

const root = new Router({ prefix: http.basePath });
root.use("/vans", vans.routes());

const app = new Koa();
app.use(root.routes());
app.listen(Number(process.env.PORT ?? 3000));
`,
    "src/vans.js": `import Router from "@koa/router";

const stock = { "HB-T 19": [{ part: "G-102", count: 3 }] };

export const vans = new Router();
vans.get("/:plate/parts", (ctx) => {
  ctx.body = stock[ctx.params.plate] ?? [];
});
vans.get("/:plate/parts/:part", (ctx) => {
  const line = (stock[ctx.params.plate] ?? []).find(({ part }) => part === ctx.params.part);
  ctx.assert(line, 404);
  ctx.body = line;
});
`,
    "van.http": `@host = http://localhost:PORT_OF_api

# @name guides
GET {{host}}/vans/HB-T%2019/parts/G-102
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["van.http#guides"],
  facts: [
    "GET /vans/HB-T%2019/parts/G-102 404",
    "GET /van-stock/vans/HB-T%2019/parts/G-102 200",
    "GET /van-stock/vans/HB-T%2019/parts 200",
    "GET /vans/HB-T%2019/parts 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "src/vans.js", text: 'vans.get("/:plate/parts/:part"' },
      { file: "src/server.js", text: "new Router({ prefix: http.basePath })" },
      { file: "config/default.json", text: '"basePath"' },
      { file: "src/server.js", text: 'root.use("/vans"' },
    ],
    fixes: [{ url: "/van-stock/vans/HB-T%2019/parts/G-102" }],
  },
};

/** Lifts and escalators: orders, inspections and the parts in the van. */
export const lifts: readonly Scenario[] = [workOrder, inspection, parts];
