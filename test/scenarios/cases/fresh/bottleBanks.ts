import type { Scenario } from "../../scenario.ts";

const session: Scenario = {
  name: "bank-after-the-sign-in",
  files: {
    "package.json": `{ "name": "bottle-banks", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "app.js": `import express from "express";

const banks = [{ id: "bb-1", owner: "u-9" }, { id: "bb-2", owner: "u-9" }];
const app = express();
app.use(express.json());

app.post("/sessions", (_req, res) => res.status(201).json({ userId: "u-9", token: "t" }));
app.get("/users/:userId/banks", (req, res) => {
  const found = banks.filter(({ owner }) => owner === req.params.userId);
  if (found.length === 0) return res.status(404).json({ error: "user has no banks" });
  res.json(found);
});

app.listen(process.env.PORT ?? 3000);
`,
    "banks.http": `@api = http://localhost:PORT_OF_api

### sign in
# @name login
POST {{api}}/sessions
Content-Type: application/json

{ "mail": "anna@example.org" }

### my banks
# @name mine
GET {{api}}/users/{{login.response.body.$.userId}}/banks
`,
  },
  servers: [{ name: "api", entry: "app.js" }],
  ask: ["banks.http#mine"],
  facts: ["GET /users/u-9/banks 200", "GET /users/u-1/banks 404"],
  truth: {
    outcome: "not-sent",
    kinds: ["unresolved-variable"],
    links: [
      { file: "banks.http", text: "GET {{api}}/users/" },
      { file: "banks.http", text: "# @name login" },
      { file: "banks.http", text: "POST {{api}}/sessions" },
    ],
  },
};

const shell: Scenario = {
  name: "bank-out-of-a-script",
  files: {
    "package.json": `{ "name": "bank-levels", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "server.js": `import Fastify from "fastify";

const levels = new Map([["bb-1", 0.4], ["bb-2", 0.9]]);
const app = Fastify();
app.get("/banks", async () => [...levels.keys()]);
app.get("/banks/:id/level", async ({ params }, reply) => {
  const level = levels.get(params.id);
  return level === undefined ? reply.code(404).send({ error: "bank not found" }) : { level };
});
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "scripts/level.sh": `#!/bin/sh
BANK_ID="\${1:-bb-1}"
curl -s 'http://localhost:PORT_OF_api/banks/$BANK_ID/level'
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["--curl", "curl -s 'http://localhost:PORT_OF_api/banks/$BANK_ID/level'"],
  facts: ["GET /banks 200", "GET /banks/$BANK_ID/level 404", "GET /banks/bb-1/level 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unresolved-variable"],
    links: [
      { file: "scripts/level.sh", text: "curl -s" },
      { file: "server.js", text: '"/banks/:id/level"' },
    ],
  },
};

const tried: Scenario = {
  name: "bank-as-it-was-tried-out",
  files: {
    "package.json": `{ "name": "bank-registry", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" } }
`,
    "openapi.yaml": `openapi: 3.0.3
info: { title: Banks, version: "1" }
paths:
  /banks/{bankId}:
    get:
      parameters:
        - { name: bankId, in: path, required: true, schema: { type: string } }
      responses:
        "200": { description: A bank }
`,
    "index.js": `import Router from "@koa/router";
import Koa from "koa";

const banks = { "bb-1": { place: "Mill Lane" } };
const router = new Router();
router.get("/banks", (ctx) => {
  ctx.body = Object.keys(banks);
});
router.get("/banks/:bankId", (ctx) => {
  const bank = banks[ctx.params.bankId];
  ctx.assert(bank, 404, "no such bank");
  ctx.body = bank;
});
new Koa().use(router.routes()).listen(process.env.PORT ?? 3000);
`,
    "tried.http": `### try it out
# @name tried
GET http://localhost:PORT_OF_api/banks/%7BbankId%7D
`,
  },
  servers: [{ name: "api", entry: "index.js" }],
  ask: ["tried.http#tried"],
  facts: ["GET /banks 200", "GET /banks/%7BbankId%7D 404", "GET /banks/bb-1 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unresolved-variable"],
    links: [{ file: "tried.http", text: "%7BbankId%7D" }],
  },
};

const nan: Scenario = {
  name: "page-that-is-no-number",
  files: {
    "package.json": `{ "name": "bank-pages", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "server.js": `import { serve } from "@hono/node-server";
import { Hono } from "hono";

const pages = [["bb-1", "bb-2"], ["bb-3"]];
const app = new Hono();
app.get("/banks/pages", (c) => c.json({ count: pages.length }));
app.get("/banks/pages/:page", (c) => {
  const page = pages[Number(c.req.param("page")) - 1];
  return page ? c.json(page) : c.json({ error: "no such page" }, 404);
});
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "web/pager.js": `const button = document.querySelector("#next");

button.addEventListener("click", async () => {
  const page = Number.parseInt(button.dataset.pgae, 10) + 1;
  const response = await fetch(\`/banks/pages/\${page}\`);
  document.querySelector("#banks").textContent = (await response.json()).join(", ");
});
`,
    "web/index.html": `<!doctype html>
<title>Banks</title>
<p id="banks"></p>
<button id="next" data-page="1">More</button>
<script type="module" src="/pager.js"></script>
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["--url", "http://localhost:PORT_OF_api/banks/pages/NaN"],
  facts: ["GET /banks/pages 200", "GET /banks/pages/NaN 404", "GET /banks/pages/2 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unresolved-variable"],
    links: [
      { file: "web/pager.js", text: "fetch(" },
      { file: "web/pager.js", text: "parseInt" },
    ],
  },
};

/** Bottle banks: values that were to be filled in, and one that only looks like it. */
export const bottleBanks: readonly Scenario[] = [session, shell, tried, nan];
