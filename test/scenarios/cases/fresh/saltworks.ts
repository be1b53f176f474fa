import type { Scenario } from "../../scenario.ts";

const picture: Scenario = {
  name: "picture-of-the-pans",
  files: {
    "package.json": `{ "name": "saltworks-site", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "src/server.ts": `import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { visits } from "./visits.ts";

const app = new Hono();
app.route("/api/visits", visits);
app.use("*", serveStatic({ root: "./static" }));
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/visits.ts": `import { Hono } from "hono";

export const visits = new Hono();
visits.get("/", (c) => c.json([{ day: "Saturday", at: "11:00" }]));
`,
    "static/index.html": `<!doctype html>
<title>Saltworks</title>
<img src="/images/pans.svg" alt="The pans" />
`,
    "static/visits.html": `<!doctype html>
<title>Visits</title>
<img src="/static/images/pans.svg" alt="The pans" />
`,
    "static/images/pans.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6 2"><rect width="6" height="2" fill="lightsteelblue"/></svg>
`,
    "pages.http": `@site = http://localhost:PORT_OF_site

GET {{site}}/visits.html

###
# @name picture
GET {{site}}/static/images/pans.svg
`,
  },
  servers: [{ name: "site", entry: "src/server.ts" }],
  ask: ["pages.http#picture"],
  facts: [
    "GET / 200",
    "GET /visits.html 200",
    "GET /static/images/pans.svg 404",
    "GET /images/pans.svg 200",
    "GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["base-path", "path-moved", "rewrite-rule"],
    links: [
      { file: "src/server.ts", text: "serveStatic({" },
      { file: "static/visits.html", text: "/static/images/pans.svg" },
      { file: "static/images/pans.svg", text: "<svg" },
    ],
    fixes: [{ url: "/images/pans.svg" }],
  },
};

const exported: Scenario = {
  name: "export-of-the-harvest",
  files: {
    "package.json": `{ "name": "harvests", "type": "module", "version": "0.9.4", "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" } }
`,
    "src/index.js": `import Koa from "koa";
import { harvests } from "./harvests.js";

const app = new Koa();
app.use(harvests.routes());
app.listen(process.env.PORT ?? 3000);
`,
    "src/harvests.js": `import Router from "@koa/router";
import { toCsv } from "./csv.js";
import { all, one } from "./records.js";

export const harvests = new Router({ prefix: "/harvests" });

harvests.get("/", (ctx) => {
  ctx.body = all();
});

harvests.get("/export", (ctx) => {
  ctx.type = "text/csv";
  ctx.body = toCsv(all());
});

harvests.get("/:year", (ctx) => {
  const harvest = one(ctx.params.year);
  if (!harvest) {
    ctx.status = 404;
    ctx.body = { error: "not_found" };
    return;
  }
  ctx.body = harvest;
});
`,
    "src/csv.js": `export const toCsv = (rows) => rows.map((row) => Object.values(row).join(";")).join("\\n");
`,
    "src/records.js": `const harvests = [
  { year: "2024", tonnes: 61 },
  { year: "2025", tonnes: 58 },
];

export const all = () => harvests;
export const one = (year) => harvests.find((harvest) => harvest.year === year);
`,
    "harvests.http": `@works = http://localhost:PORT_OF_api

### all
GET {{works}}/harvests

### as a table
# @name table
GET {{works}}/harvests/export
Accept: text/csv
`,
  },
  deployed: {
    "package.json": `{ "type": "module" }
`,
    "index.js": `import Router from "@koa/router";
import Koa from "koa";

const rows = [
  { year: "2024", tonnes: 61 },
  { year: "2025", tonnes: 58 },
];
const harvests = new Router({ prefix: "/harvests" });
harvests.get("/", (ctx) => {
  ctx.body = rows;
});
harvests.get("/:year", (ctx) => {
  const harvest = rows.find(({ year }) => year === ctx.params.year);
  if (!harvest) {
    ctx.status = 404;
    ctx.body = { error: "not_found" };
    return;
  }
  ctx.body = harvest;
});

new Koa().use(harvests.routes()).listen(process.env.PORT ?? 3000);
`,
  },
  servers: [{ name: "api", entry: "deployed:index.js" }],
  ask: ["harvests.http#table"],
  facts: [
    "GET /harvests 200",
    "GET /harvests/export 404",
    "GET /harvests/2025 200",
    "GET /harvests/1999 404",
    "GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["not-deployed"],
    links: [{ file: "src/harvests.js", text: 'harvests.get("/export"' }],
  },
};

const price: Scenario = {
  name: "price-of-a-sack",
  files: {
    "package.json": `{ "name": "prices", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "src/server.js": `import express from "express";
import { prices, setPrice } from "./prices.js";

const app = express();
app.use(express.json());

app.get("/prices", (req, res) => {
  res.json(Object.keys(prices));
});
app.get("/prices/:grade", (req, res) => {
  const price = prices[req.params.grade];
  if (price === undefined) return res.status(404).json({ error: "no price yet" });
  res.json({ grade: req.params.grade, currency: req.query.currency ?? "EUR", price });
});
app.put("/prices/:grade", (req, res) => {
  setPrice(req.params.grade, 14);
  res.status(204).end();
});

app.listen(process.env.PORT ?? 3000);
`,
    "src/prices.js": `export const prices = { coarse: 9, fine: 11 };
export const setPrice = (grade, price) => {
  prices[grade] = price;
};
`,
    "prices.http": `@shop = http://localhost:PORT_OF_cdn

### flakes, in pounds
# @name flakes
GET {{shop}}/prices/flakes?currency=GBP
`,
  },
  servers: [
    { name: "origin", entry: "src/server.js" },
    { name: "cdn", entry: "front:cachingProxy", env: { UPSTREAM: "PORT_OF_origin", FIELDS: "x-cache" } },
  ],
  before: ["cdn:GET /prices/flakes?currency=GBP 404", "origin:PUT /prices/flakes 204"],
  ask: ["prices.http#flakes"],
  facts: [
    "cdn:GET /prices/flakes?currency=GBP 404",
    "origin:GET /prices/flakes?currency=GBP 200",
    "cdn:GET /prices/coarse 200",
    "cdn:GET /prices/flakes?currency=USD 200",
  ],
  truth: { outcome: "not-found", kinds: ["shared-cache"], fixes: [{ kind: "wait" }, { kind: "ask" }] },
};

/** Saltworks: a picture under the name of its folder, an export that the running build lacks, a price kept by a cache. */
export const saltworks: readonly Scenario[] = [picture, exported, price];
