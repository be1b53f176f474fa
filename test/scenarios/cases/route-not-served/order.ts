import type { Scenario } from "../../scenario.ts";

const profile: Scenario = {
  name: "own-profile",
  files: {
    "package.json": '{ "name": "people", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "people.http": `# @name me
GET http://localhost:PORT_OF_api/api/people/me
`,
    "src/index.js": `import express from "express";
import { people } from "./people.js";

express().use("/api/people", people).listen(process.env.PORT ?? 3000);
`,
    "src/people.js": `import { Router } from "express";
import { findPerson } from "./findPerson.js";

export const people = Router();

people.get("/:handle", (req, res) => {
  const person = findPerson(req.params.handle);
  if (!person) return res.status(404).json({ message: "Nobody is called " + req.params.handle });
  res.json(person);
});

people.get("/me", (_req, res) => {
  res.json({ handle: "lena", mail: "lena@example.test" });
});
`,
    "src/findPerson.js": `const people = [{ handle: "lena" }, { handle: "otto" }];
export const findPerson = (handle) => people.find((person) => person.handle === handle);
`,
  },
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["people.http#me"],
  facts: ["GET /api/people/me 404", "GET /api/people/lena 200"],
  truth: {
    outcome: "not-found",
    kinds: ["shadowed"],
    links: [
      { file: "src/people.js", text: 'people.get("/:handle"' },
      { file: "src/people.js", text: 'people.get("/me"' },
    ],
  },
};

const latest: Scenario = {
  name: "latest-measurement",
  files: {
    "lab.http": `# @name latest
GET http://127.0.0.1:PORT_OF_api/measurements/latest
`,
    "lab/main.py": `import os

import uvicorn
from fastapi import FastAPI, HTTPException

app = FastAPI()
MEASUREMENTS = {"m1": 7.2, "m2": 7.4}


@app.get("/measurements/{key}")
def one(key: str):
    if key not in MEASUREMENTS:
        raise HTTPException(status_code=404, detail=f"measurement {key} not found")
    return MEASUREMENTS[key]


@app.get("/measurements/latest")
def latest():
    return MEASUREMENTS["m2"]


uvicorn.run(app, port=int(os.environ.get("PORT", "8000")), log_level="error")
`,
  },
  servers: [{ name: "api", entry: "lab/main.py", needs: "fastapi" }],
  ask: ["lab.http#latest"],
  facts: ["GET /measurements/latest 404", "GET /measurements/m1 200"],
  truth: {
    outcome: "not-found",
    kinds: ["shadowed"],
    links: [
      { file: "lab/main.py", text: '@app.get("/measurements/{key}")' },
      { file: "lab/main.py", text: '@app.get("/measurements/latest")' },
    ],
  },
};

const search: Scenario = {
  name: "garden-search",
  files: {
    "package.json":
      '{ "name": "garden", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }',
    "garden.http": `# @name search
GET http://localhost:PORT_OF_api/plants/search?q=fern
`,
    "garden.js": `import Koa from "koa";
import Router from "@koa/router";

const plants = [{ id: "12", name: "Fern" }, { id: "13", name: "Moss" }];
const router = new Router();

router.get("/plants", (ctx) => {
  ctx.body = plants;
});
router.get("/plants/:id", (ctx) => {
  const plant = plants.find(({ id }) => id === ctx.params.id);
  ctx.assert(plant, 404, "No plant with id " + ctx.params.id);
  ctx.body = plant;
});
router.get("/plants/search", (ctx) => {
  const q = String(ctx.query.q ?? "").toLowerCase();
  ctx.body = plants.filter(({ name }) => name.toLowerCase().includes(q));
});

new Koa().use(router.routes()).listen(process.env.PORT ?? 3000);
`,
  },
  servers: [{ name: "api", entry: "garden.js" }],
  ask: ["garden.http#search"],
  facts: ["GET /plants/search?q=fern 404", "GET /plants/12 200"],
  truth: {
    outcome: "not-found",
    kinds: ["shadowed"],
    links: [
      { file: "garden.js", text: 'router.get("/plants/:id"' },
      { file: "garden.js", text: 'router.get("/plants/search"' },
    ],
  },
};

const webhooks: Scenario = {
  name: "webhook-log",
  files: {
    "package.json": '{ "name": "hooks", "dependencies": { "express": "^5.0.0" } }',
    "hooks.http": `# @name log
GET http://localhost:PORT_OF_api/hooks/log
Accept: application/json
`,
    "app.js": `const express = require("express");

const app = express();
app.get("/hooks", (req, res) => res.json([]));

app.use((req, res) => {
  res.status(404).json({ ok: false, error: "Not found", path: req.originalUrl });
});

app.use("/hooks/log", require("./log"));

app.listen(process.env.PORT || 3000);
`,
    "log.js": `const { Router } = require("express");

const router = Router();
router.get("/", (req, res) => res.json([{ at: 1 }]));
module.exports = router;
`,
  },
  servers: [{ name: "api", entry: "app.js" }],
  ask: ["hooks.http#log"],
  facts: ["GET /hooks/log 404", "GET /hooks 200"],
  truth: {
    outcome: "not-found",
    kinds: ["after-catch-all"],
    links: [
      { file: "app.js", text: "app.use((req, res) => {" },
      { file: "log.js", text: 'router.get("/"' },
    ],
  },
};

const quotes: Scenario = {
  name: "insurance-quotes",
  files: {
    "package.json":
      '{ "name": "insurance", "type": "module", "dependencies": { "hono": "^4.0.0", "@hono/node-server": "^2.0.0" } }',
    "insurance.http": `# @name quote
GET http://localhost:PORT_OF_api/v1/quotes/q-5
`,
    "insurance.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";

const app = new Hono();
app.get("/v1/policies/:id", (c) => c.json({ id: c.req.param("id") }));
app.all("/v1/*", (c) => c.json({ error: { code: 404, text: "Unknown resource" } }, 404));
app.get("/v1/quotes/:id", (c) => c.json({ id: c.req.param("id"), monthly: 31 }));

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [{ name: "api", entry: "insurance.ts" }],
  ask: ["insurance.http#quote"],
  facts: ["GET /v1/quotes/q-5 404", "GET /v1/policies/p 200"],
  truth: {
    outcome: "not-found",
    kinds: ["after-catch-all"],
    links: [
      { file: "insurance.ts", text: 'app.all("/v1/*"' },
      { file: "insurance.ts", text: 'app.get("/v1/quotes/:id"' },
    ],
  },
};

/** Requests that an earlier route takes. */
export const order: readonly Scenario[] = [profile, latest, search, webhooks, quotes];
