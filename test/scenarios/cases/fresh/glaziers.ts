import type { Scenario } from "../../scenario.ts";

const offer: Scenario = {
  name: "offer-to-be-sent",
  files: {
    "package.json": `{
  "name": "offers",
  "type": "module",
  "dependencies": { "@nestjs/common": "^11.0.0", "@nestjs/core": "^11.0.0", "@nestjs/platform-express": "^11.0.0" }
}
`,
    "tsconfig.json": `{ "compilerOptions": { "target": "es2022", "module": "esnext", "moduleResolution": "bundler", "experimentalDecorators": true } }
`,
    ".gitignore": `dist
`,
    "start.mjs": `import { build } from "esbuild";

await build({ entryPoints: ["src/main.ts"], outfile: "dist/main.mjs", bundle: true, packages: "external", platform: "node", format: "esm" });
await import("./dist/main.mjs");
`,
    "src/main.ts": `import "reflect-metadata";
import { NestFactory } from "@nestjs/core";
import { OffersModule } from "./offers.module";

const app = await NestFactory.create(OffersModule, { logger: false });
app.setGlobalPrefix("api");
await app.listen(process.env.PORT ?? 3000);
`,
    "src/offers.module.ts": `import { Module } from "@nestjs/common";
import { OffersController } from "./offers.controller";

@Module({ controllers: [OffersController] })
export class OffersModule {}
`,
    "src/offers.controller.ts": `import { Controller, Get, HttpCode, Param, Post } from "@nestjs/common";

@Controller("offers")
export class OffersController {
  @Get()
  all() {
    return [{ id: 40, panes: 6 }];
  }

  @Post(":id/send")
  @HttpCode(202)
  send(@Param("id") id: string) {
    return { id, sent: true };
  }
}
`,
    "offers.http": `@api = http://localhost:PORT_OF_api/api

### offers
GET {{api}}/offers

### send it
# @name send
GET {{api}}/offers/40/send
`,
  },
  servers: [{ name: "api", entry: "start.mjs" }],
  ask: ["offers.http#send"],
  facts: ["GET /api/offers 200", "GET /api/offers/40/send 404", "GET /api/other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-method"],
    links: [
      { file: "src/offers.controller.ts", text: '@Post(":id/send")' },
      { file: "src/offers.controller.ts", text: "send(@Param" },
    ],
    fixes: [{ url: "/api/offers/40/send", method: "POST" }],
  },
};

const pane: Scenario = {
  name: "pane-of-an-older-build",
  files: {
    "package.json": `{ "name": "panes", "type": "module", "version": "1.1.0", "dependencies": { "express": "^5.0.0" } }
`,
    "app.js": `import express from "express";
import { panes } from "./panes.js";
import { prices } from "./prices.js";

const app = express();
app.use("/panes", panes);
app.use("/prices", prices);
app.listen(process.env.PORT ?? 3000);
`,
    "panes.js": `import { Router } from "express";

const all = [{ id: 1, millimetres: 4 }, { id: 2, millimetres: 6 }];

export const panes = Router();
panes.get("/", (_req, res) => res.json(all));
panes.get("/:id/offcuts", (req, res) => {
  const pane = all.find(({ id }) => id === Number(req.params.id));
  if (!pane) return res.status(404).json({ error: "pane not found" });
  res.json([]);
});
panes.get("/:id", (req, res) => {
  const pane = all.find(({ id }) => id === Number(req.params.id));
  if (!pane) return res.status(404).json({ error: "pane not found" });
  res.json(pane);
});
`,
    "prices.js": `import { Router } from "express";

export const prices = Router();
prices.get("/", (_req, res) => res.json({ squareMetre: 38 }));
`,
    "panes.http": `@shop = http://localhost:PORT_OF_api

### panes
GET {{shop}}/panes

### what is left over
# @name offcuts
GET {{shop}}/panes/2/offcuts
`,
  },
  deployed: {
    "package.json": `{ "type": "module" }
`,
    "app.js": `import express, { Router } from "express";

const all = [{ id: 1, millimetres: 4 }, { id: 2, millimetres: 6 }];
const panes = Router();
panes.get("/", (_req, res) => res.json(all));
panes.get("/:id", (req, res) => {
  const pane = all.find(({ id }) => id === Number(req.params.id));
  if (!pane) return res.status(404).json({ error: "pane not found" });
  res.json(pane);
});

const app = express();
app.use("/panes", panes);
app.get("/prices", (_req, res) => res.json({ squareMetre: 38 }));
app.listen(process.env.PORT ?? 3000);
`,
  },
  servers: [{ name: "api", entry: "deployed:app.js" }],
  ask: ["panes.http#offcuts"],
  facts: ["GET /panes 200", "GET /panes/2 200", "GET /panes/2/offcuts 404", "GET /prices 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-deployed"],
    links: [{ file: "panes.js", text: 'panes.get("/:id/offcuts"' }],
  },
};

const window: Scenario = {
  name: "window-of-the-wrong-environment",
  files: {
    "package.json": `{ "name": "windows", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "api.ts": `import { readFileSync } from "node:fs";
import { serve } from "@hono/node-server";
import { Hono } from "hono";

const windows: { id: string }[] = JSON.parse(readFileSync(process.env.WINDOWS ?? "sandbox.json", "utf8"));
const app = new Hono();
app.get("/windows", (c) => c.json(windows));
app.get("/windows/:id", (c) => {
  const window = windows.find(({ id }) => id === c.req.param("id"));
  return window ? c.json(window) : c.json({ error: "window not found" }, 404);
});
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "sandbox.json": `[{ "id": "w-test" }]
`,
    "main.json": `[{ "id": "w-3301" }, { "id": "w-3302" }]
`,
    "http-client.env.json": `{
  "sandbox": { "host": "http://localhost:PORT_OF_sandbox" },
  "main": { "host": "http://localhost:PORT_OF_main" }
}
`,
    "windows.http": `# @name ordered
GET {{host}}/windows/w-3301
`,
  },
  servers: [
    { name: "sandbox", entry: "api.ts" },
    { name: "main", entry: "api.ts", env: { WINDOWS: "main.json" } },
  ],
  ask: ["windows.http#ordered", "--env", "sandbox"],
  facts: ["sandbox:GET /windows/w-3301 404", "main:GET /windows/w-3301 200", "sandbox:GET /windows/w-test 200"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-environment"],
    links: [
      { file: "http-client.env.json", text: '"sandbox"' },
      { file: "http-client.env.json", text: '"main"' },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_main/windows/w-3301" }],
  },
};

const order: Scenario = {
  name: "order-of-a-glazier",
  files: {
    "package.json": `{ "name": "glazier-orders", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "server.js": `import Fastify from "fastify";

const orders = [{ number: "G-100", panes: 4 }, { number: "G-101", panes: 1 }];
const app = Fastify();
app.get("/orders", async () => ({ orders }));
app.get("/orders/:number", async ({ params }, reply) => orders.find(({ number }) => number === params.number) ?? reply.code(404).send({ error: "order not found" }));
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "orders.http": `@api = http://localhost:PORT_OF_api

# @name lost
GET {{api}}/orders/G-140
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["orders.http#lost"],
  facts: ["GET /orders 200", "GET /orders/G-140 404", "GET /orders/G-101 200", "GET /other 404"],
  truth: { outcome: "not-found", kinds: ["unknown-id"], links: [{ file: "server.js", text: '"/orders/:number"' }] },
};

/** Glaziers: an offer that is to be sent, a pane of an older build, a window of the wrong environment, an order that nobody placed. */
export const glaziers: readonly Scenario[] = [offer, pane, window, order];
