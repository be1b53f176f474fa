import type { Scenario } from "../../scenario.ts";

const bundle: Scenario = {
  name: "bundle-in-an-open-tab",
  files: {
    "package.json": `{ "name": "florist-web", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "server.mjs": `import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";

const app = new Hono();
app.get("/api/opening", (c) => c.json({ from: "09:00", to: "18:00" }));
app.use("/*", serveStatic({ root: "./build" }));
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "build/index.html": `<!doctype html>
<html lang="en">
  <head>
    <title>Flowers</title>
    <link rel="stylesheet" href="/assets/main-D9xw2Lq0.css" />
    <script type="module" src="/assets/main-BhT81kQz.js"></script>
  </head>
  <body></body>
</html>
`,
    "build/assets/main-BhT81kQz.js": `document.body.textContent = "Flowers";
`,
    "build/assets/main-D9xw2Lq0.css": `body { font-family: serif; }
`,
    "assets.http": `### from the error log of the browser
# @name chunk
GET http://localhost:PORT_OF_web/assets/main-7Zr0aPwE.js
`,
  },
  servers: [{ name: "web", entry: "server.mjs" }],
  ask: ["assets.http#chunk"],
  facts: ["GET /assets/main-7Zr0aPwE.js 404", "GET /assets/main-BhT81kQz.js 200", "GET / 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["stale-asset"],
    links: [
      { file: "build/index.html", text: "main-BhT81kQz.js" },
      { file: "build/assets/main-BhT81kQz.js", text: "document.body" },
    ],
  },
};

const bouquet: Scenario = {
  name: "bouquet-of-the-week",
  files: {
    "package.json": `{
  "name": "bouquets",
  "type": "module",
  "dependencies": { "express": "^5.0.0" }
}
`,
    "src/index.ts": `import { createApp } from "./app.ts";
import { openStore } from "./store.ts";

const store = openStore(process.env.SEED ?? "seed/local.json");
createApp(store).listen(Number(process.env.PORT ?? 3000));
`,
    "src/app.ts": `import express, { type Express } from "express";
import type { Store } from "./store.ts";

export function createApp(store: Store): Express {
  const app = express();
  app.get("/v1/bouquets", (_req, res) => {
    res.json({ data: store.all() });
  });
  app.get("/v1/bouquets/:id", (req, res) => {
    const bouquet = store.find(req.params.id);
    if (!bouquet) {
      res.status(404).json({ error: { code: "not_found", message: "Bouquet not found" } });
      return;
    }
    res.json({ data: bouquet });
  });
  return app;
}
`,
    "src/store.ts": `import { readFileSync } from "node:fs";

export interface Bouquet {
  readonly id: string;
  readonly name: string;
}

export interface Store {
  all(): readonly Bouquet[];
  find(id: string): Bouquet | undefined;
}

export function openStore(file: string): Store {
  const bouquets: Bouquet[] = JSON.parse(readFileSync(file, "utf8"));
  return { all: () => bouquets, find: (id) => bouquets.find((one) => one.id === id) };
}
`,
    "seed/local.json": `[
  { "id": "b_01", "name": "Test roses" },
  { "id": "b_02", "name": "Test tulips" }
]
`,
    "http/http-client.env.json": `{
  "local": { "api": "http://localhost:PORT_OF_local" },
  "live": { "api": "http://localhost:PORT_OF_live" }
}
`,
    "http/bouquets.http": `### Bouquet from the customer's mail
# @name mail
GET {{api}}/v1/bouquets/b_8k2
Accept: application/json
`,
  },
  deployed: {
    "live.json": `[
  { "id": "b_8k1", "name": "Peonies" },
  { "id": "b_8k2", "name": "Ranunculus" }
]
`,
    "src/index.ts": `import { readFileSync } from "node:fs";
import express from "express";

const bouquets = JSON.parse(readFileSync("live.json", "utf8"));
const app = express();
app.get("/v1/bouquets", (_req, res) => {
  res.json({ data: bouquets });
});
app.get("/v1/bouquets/:id", (req, res) => {
  const bouquet = bouquets.find(({ id }) => id === req.params.id);
  if (!bouquet) {
    res.status(404).json({ error: { code: "not_found", message: "Bouquet not found" } });
    return;
  }
  res.json({ data: bouquet });
});
app.listen(Number(process.env.PORT ?? 3000));
`,
  },
  servers: [
    { name: "local", entry: "src/index.ts" },
    { name: "live", entry: "deployed:src/index.ts" },
  ],
  ask: ["http/bouquets.http#mail", "--env", "local"],
  facts: [
    "local:GET /v1/bouquets/b_8k2 404",
    "live:GET /v1/bouquets/b_8k2 200",
    "local:GET /v1/bouquets/b_01 200",
    "live:GET /v1/bouquets/b_01 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-environment"],
    links: [
      { file: "http/http-client.env.json", text: '"local"' },
      { file: "http/http-client.env.json", text: '"live"' },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_live/v1/bouquets/b_8k2" }],
  },
};

const till: Scenario = {
  name: "till-that-is-off",
  files: {
    "package.json": `{ "name": "till", "type": "module", "dependencies": { "koa": "^3.0.0" } }
`,
    "till.js": `import Koa from "koa";

const app = new Koa();
app.use((ctx) => {
  if (ctx.path === "/till/balance") ctx.body = { balance: 214.5 };
});
app.listen(process.env.PORT ?? 4400);
`,
    "till.http": `# @name balance
GET http://localhost:PORT_OF_till/till/balance
`,
  },
  servers: [{ name: "till", entry: "till.js", stopped: true }],
  ask: ["till.http#balance"],
  facts: [],
  truth: { outcome: "unreachable", kinds: [] },
};

const parcel: Scenario = {
  name: "parcel-of-another-company",
  files: {
    "README.md": `# Deliveries

Bouquets are sent by a courier company; these are the requests we use when a customer asks.
`,
    "courier.http": `@courier = http://localhost:PORT_OF_courier
@key = ck_test_51

### Where is it?
# @name track
GET {{courier}}/tracking/JD0140600003
X-Api-Key: {{key}}
`,
  },
  deployed: {
    "courier.mjs": `import { createServer } from "node:http";

createServer((_request, response) => {
  response.writeHead(404, { "content-type": "application/json" }).end('{"status":404,"detail":"Resource not found"}');
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "courier", entry: "deployed:courier.mjs" }],
  ask: ["courier.http#track"],
  facts: ["GET /tracking/JD0140600003 404", "GET / 404", "GET /other 404"],
  credentials: [{ value: "ck_test_51", servers: ["courier"] }],
  truth: { outcome: "not-found", kinds: [] },
};

/** A florist: a bundle that a browser still asks for, bouquets in two environments, a stopped till, a foreign parcel service. */
export const florists: readonly Scenario[] = [bundle, bouquet, till, parcel];
