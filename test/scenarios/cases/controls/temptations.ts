import type { Scenario } from "../../scenario.ts";

const diary: Scenario = {
  name: "diary-of-two-people",
  files: {
    "package.json": '{ "name": "diary", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "http-client.env.json": `{
  "nora": { "diary": "http://localhost:PORT_OF_api", "token": "nora-1a" },
  "piet": { "diary": "http://localhost:PORT_OF_api", "token": "piet-2b" }
}`,
    "diary.http": `### all
# @name entries
GET {{diary}}/entries
Authorization: Bearer {{token}}

### one
# @name entry
GET {{diary}}/entries/e-90
Authorization: Bearer {{token}}
`,
    "diary.js": `import express from "express";

const entries = { "Bearer nora-1a": ["e-10"], "Bearer piet-2b": ["e-20"] };
const app = express();
app.use((req, res, next) => {
  req.entries = entries[req.get("authorization")];
  return req.entries ? next() : res.status(401).end();
});
app.get("/entries", (req, res) => res.json(req.entries.map((id) => ({ id }))));
app.get("/entries/:id", (req, res) => {
  if (!req.entries.includes(req.params.id)) return res.status(404).json({ error: "no entry" });
  res.json({ id: req.params.id });
});
app.listen(process.env.PORT ?? 3000);
`,
  },
  servers: [{ name: "api", entry: "diary.js" }],
  ask: ["diary.http#entry", "--env", "nora"],
  facts: [
    "GET /entries/e-90 404 | Authorization: Bearer nora-1a",
    "GET /entries/e-90 404 | Authorization: Bearer piet-2b",
    "GET /entries/e-10 200 | Authorization: Bearer nora-1a",
  ],
  truth: { outcome: "not-found", kinds: ["unknown-id"], links: [{ file: "diary.js", text: 'app.get("/entries/:id"' }] },
};

const comic: Scenario = {
  name: "comic-behind-a-cache",
  files: {
    "package.json": '{ "name": "comics", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "comics.http": `@comics = http://localhost:PORT_OF_edge

# @name comics
GET {{comics}}/comics

###
# @name comic
GET {{comics}}/comics/9931
`,
    "comics.js": `import fastify from "fastify";

const app = fastify();
const comics = [{ number: 101 }, { number: 102 }];
app.get("/comics", async () => comics);
app.get("/comics/:number", async ({ params }, reply) => {
  const comic = comics.find(({ number }) => number === Number(params.number));
  return comic ?? reply.code(404).send({ error: "comic does not exist" });
});
app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [
    { name: "api", entry: "comics.js" },
    { name: "edge", entry: "front:cachingProxy", env: { UPSTREAM: "PORT_OF_api", FIELDS: "standard" } },
  ],
  before: ["edge:GET /comics/9931 404"],
  ask: ["comics.http#comic"],
  facts: ["edge:GET /comics/9931 404", "api:GET /comics/9931 404", "edge:GET /comics/101 200"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "comics.js", text: 'app.get("/comics/:number"' }],
  },
};

const payments: Scenario = {
  name: "payment-with-a-long-number",
  files: {
    "package.json": '{ "name": "payments", "dependencies": { "express": "^5.0.0" } }',
    "payments.http": `@bank = http://localhost:PORT_OF_api

# @name payments
GET {{bank}}/payments

###
# @name payment
GET {{bank}}/payments/7300000000000000123
`,
    "payments.js": `const express = require("express");

const ids = ["1200000000000000457", "5600000000000000891"];
const app = express();
app.get("/payments", (req, res) => res.json(ids.map((id) => ({ id }))));
app.get("/payments/:id", (req, res) => {
  if (ids.includes(req.params.id)) return res.json({ id: req.params.id });
  res.status(404).json({ error: "no payment" });
});
app.listen(process.env.PORT || 3000);
`,
  },
  servers: [{ name: "api", entry: "payments.js" }],
  ask: ["payments.http#payment"],
  facts: ["GET /payments/7300000000000000123 404", "GET /payments/1200000000000000457 200"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "payments.js", text: 'app.get("/payments/:id"' }],
  },
};

const recipe: Scenario = {
  name: "recipe-under-its-old-roof",
  files: {
    "package.json": '{ "name": "cooking", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "cooking.http": `# @name recipe
GET http://localhost:PORT_OF_old/rezepte/borscht
`,
    "cooking.js": `import express from "express";

const recipes = { goulash: 4, ratatouille: 2 };
const app = express();
app.get("/recipes", (_req, res) => res.json(Object.keys(recipes).map((slug) => ({ slug }))));
app.get("/recipes/:slug", (req, res) => {
  const servings = recipes[req.params.slug];
  servings ? res.json({ servings }) : res.status(404).json({ message: "recipe not found" });
});
app.listen(process.env.PORT ?? 3000);
`,
  },
  servers: [
    { name: "api", entry: "cooking.js" },
    {
      name: "old",
      entry: "front:redirectFront",
      env: { FROM: "^/rezepte/", TO: "http://localhost:PORT_OF_api/recipes/" },
    },
  ],
  ask: ["cooking.http#recipe"],
  facts: ["old:GET /rezepte/borscht 301", "api:GET /recipes/borscht 404", "api:GET /recipes/goulash 200"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "cooking.js", text: 'app.get("/recipes/:slug"' }],
  },
};

const twoApps: Scenario = {
  name: "two-services-one-folder",
  files: {
    "package.json": '{ "name": "workspace", "private": true, "workspaces": ["services/*"] }',
    "requests/staff.http": `@staff = http://localhost:PORT_OF_staff

### rota of a week
# @name rota
GET {{staff}}/rotas/2026-11
`,
    "services/staff/package.json": '{ "name": "staff", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "services/staff/index.js": `import express from "express";

const app = express();
app.get("/people", (_req, res) => res.json([]));
app.get("/rota/:week", (req, res) => res.json({ week: req.params.week, early: ["Mo"] }));
app.listen(process.env.PORT ?? 3001);
`,
    "services/staff/test/rota.test.js": `import express from "express";

const app = express();
app.get("/rotas/:week", (req, res) => res.json({ stub: true }));
`,
    "services/kitchen/package.json": '{ "name": "kitchen", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "services/kitchen/index.js": `import fastify from "fastify";

const app = fastify();
app.get("/routes/:week", async () => []);
app.get("/dishes", async () => []);
app.listen({ port: Number(process.env.PORT ?? 3002) });
`,
  },
  servers: [
    { name: "staff", entry: "services/staff/index.js" },
    { name: "kitchen", entry: "services/kitchen/index.js" },
  ],
  ask: ["requests/staff.http#rota"],
  facts: ["staff:GET /rotas/2026-11 404", "staff:GET /rota/2026-11 200", "kitchen:GET /rotas/2026-11 404"],
  truth: {
    outcome: "not-found",
    kinds: ["path-typo"],
    links: [{ file: "services/staff/index.js", text: 'app.get("/rota/:week"' }],
    fixes: [{ url: "/rota/2026-11" }],
  },
};

const switchedOn: Scenario = {
  name: "feature-that-is-on",
  files: {
    "package.json": '{ "name": "vouchers", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "flags.json": '{ "vouchers": true }',
    "vouchers.http": `@shop = http://localhost:PORT_OF_api

# @name voucher
GET {{shop}}/vouchers/V-77
`,
    "shop.js": `import { readFileSync } from "node:fs";
import express from "express";

const flags = JSON.parse(readFileSync("flags.json", "utf8"));
const app = express();
if (flags.vouchers) {
  app.get("/vouchers", (_req, res) => res.json([{ code: "V-10", archived: false, deleted_at: null }]));
  app.get("/vouchers/:code", (req, res) => {
    if (req.params.code === "V-10") return res.json({ code: "V-10", archived: false, deleted_at: null });
    res.status(404).json({ error: "voucher_not_found" });
  });
}
app.listen(process.env.PORT ?? 3000);
`,
  },
  servers: [{ name: "api", entry: "shop.js" }],
  ask: ["vouchers.http#voucher"],
  facts: ["GET /vouchers/V-77 404", "GET /vouchers/V-10 200"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "shop.js", text: 'app.get("/vouchers/:code"' }],
  },
};

/** Plain causes beside what looks like a more interesting one. */
export const temptations: readonly Scenario[] = [diary, comic, payments, recipe, twoApps, switchedOn];
