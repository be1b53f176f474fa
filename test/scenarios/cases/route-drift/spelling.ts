import type { Scenario } from "../../scenario.ts";

const appointments: Scenario = {
  name: "clinic-appointments",
  files: {
    "package.json": '{ "name": "clinic-desk", "dependencies": { "express": "^5.0.0" } }',
    "http/appointments.rest": `@clinic = http://localhost:PORT_OF_api/api

### today
# @name today
GET {{clinic}}/apointments?day=today
Accept: application/json

### doctors
# @name doctors
GET {{clinic}}/doctors
`,
    "server.js": `const express = require("express");
const app = express();

const api = express.Router();
api.use("/appointments", require("./routes/appointments"));
api.use("/doctors", require("./routes/doctors"));
app.use("/api", api);

app.listen(process.env.PORT || 5000);
`,
    "routes/appointments.js": `const router = require("express").Router();

router.route("/")
  .get((req, res) => res.json([{ at: "09:30", with: "Dr. Osei" }]))
  .post((req, res) => res.status(201).end());

router.get("/:id", (req, res) => res.status(404).json({ error: "unknown appointment" }));

module.exports = router;
`,
    "routes/doctors.js": `const router = require("express").Router();
router.get("/", (req, res) => res.json(["Osei", "Varga"]));
module.exports = router;
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["http/appointments.rest#today"],
  facts: ["GET /api/apointments?day=today 404", "GET /api/appointments?day=today 200"],
  truth: {
    outcome: "not-found",
    kinds: ["path-typo"],
    links: [
      { file: "routes/appointments.js", text: ".get((req, res) => res.json([" },
      { file: "routes/appointments.js", text: 'router.route("/")' },
    ],
    fixes: [{ url: "/api/appointments?day=today" }],
  },
};

const product: Scenario = {
  name: "shop-product",
  files: {
    "package.json":
      '{ "name": "shop", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }',
    "shop.http": `# @name product
GET http://localhost:PORT_OF_api/product/5
`,
    "shop.js": `import Koa from "koa";
import Router from "@koa/router";

const stock = { 5: "kettle", 6: "toaster" };
const router = new Router();

router.get("products", "/products/:sku", (ctx) => {
  const name = stock[ctx.params.sku];
  if (!name) ctx.throw(404, "no product " + ctx.params.sku);
  ctx.body = { name };
});
router.get("/baskets/:id", (ctx) => {
  ctx.body = { id: ctx.params.id, lines: [] };
});

new Koa().use(router.routes()).use(router.allowedMethods()).listen(process.env.PORT ?? 3100);
`,
  },
  servers: [{ name: "api", entry: "shop.js" }],
  ask: ["shop.http#product"],
  facts: ["GET /product/5 404", "GET /products/5 200"],
  truth: {
    outcome: "not-found",
    kinds: ["path-typo"],
    links: [{ file: "shop.js", text: 'router.get("products"' }],
    fixes: [{ url: "/products/5" }],
  },
};

const probe: Scenario = {
  name: "weather-station",
  files: {
    "package.json": '{ "name": "weather", "type": "module" }',
    "weather.http": `# @name wind
GET http://localhost:PORT_OF_api/stations/oslo/wnid
`,
    "src/server.mjs": `import http from "node:http";

const routes = [
  { method: "GET", pattern: /^\\/stations$/, run: () => ["oslo", "bergen"] },
  { method: "GET", pattern: /^\\/stations\\/([a-z]+)\\/wind$/, run: (station) => ({ station, knots: 12 }) },
  { method: "GET", pattern: /^\\/stations\\/([a-z]+)\\/rain$/, run: (station) => ({ station, mm: 3 }) },
];

const server = http.createServer((request, response) => {
  const path = request.url.split("?")[0];
  for (const { method, pattern, run } of routes) {
    const match = pattern.exec(path);
    if (match && request.method === method) {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(run(...match.slice(1))));
      return;
    }
  }
  response.statusCode = 404;
  response.end("Not found");
});
server.listen(process.env.PORT ?? 7000);
`,
  },
  servers: [{ name: "api", entry: "src/server.mjs" }],
  ask: ["weather.http#wind"],
  facts: ["GET /stations/oslo/wnid 404", "GET /stations/oslo/wind 200"],
  truth: { outcome: "not-found", kinds: ["path-typo"], fixes: [{ url: "/stations/oslo/wind" }] },
};

const wards: Scenario = {
  name: "hospital-ward",
  files: {
    "package.json": '{ "name": "hospital", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "wards.http": `@api = http://localhost:PORT_OF_api

# @name ward
GET {{api}}/api/Wards/north-2
`,
    "main.js": `import Fastify from "fastify";

const app = Fastify();
const wards = { "north-2": { beds: 24 }, "south-1": { beds: 18 } };

app.get("/api/wards/:ward", (request, reply) => {
  const ward = wards[request.params.ward];
  if (!ward) {
    reply.code(404);
    return { ward: request.params.ward, beds: null };
  }
  return ward;
});
app.get("/api/wards", () => Object.keys(wards));

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [{ name: "api", entry: "main.js" }],
  ask: ["wards.http#ward"],
  facts: ["GET /api/Wards/north-2 404", "GET /api/wards/north-2 200"],
  truth: {
    outcome: "not-found",
    kinds: ["case"],
    links: [{ file: "main.js", text: '"/api/wards/:ward"' }],
    fixes: [{ url: "/api/wards/north-2" }],
  },
};

const logo: Scenario = {
  name: "brand-logo",
  files: {
    "package.json": '{ "name": "brand-site", "dependencies": { "express": "^5.0.0" } }',
    "assets.http": `### shown in the mail footer
# @name logo
GET http://localhost:PORT_OF_site/img/logo-wide.svg
`,
    "index.js": `const path = require("node:path");
const express = require("express");

const site = express();
site.use(express.static(path.join(__dirname, "public")));
site.listen(process.env.PORT || 8000);
`,
    "public/index.html": "<!doctype html><title>Brand</title><img src='/img/Logo-Wide.svg'>",
    "public/img/Logo-Wide.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "public/img/icon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
  },
  servers: [{ name: "site", entry: "index.js" }],
  ask: ["assets.http#logo"],
  facts: ["GET /img/logo-wide.svg 404", "GET /img/Logo-Wide.svg 200"],
  truth: { outcome: "not-found", kinds: ["case"], fixes: [{ url: "/img/Logo-Wide.svg" }] },
};

/** Requests whose path differs from a served one by its spelling. */
export const spelling: readonly Scenario[] = [appointments, product, probe, wards, logo];
