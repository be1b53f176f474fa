import type { Scenario } from "../../scenario.ts";

const porting: Scenario = {
  name: "where-a-number-went",
  files: {
    "package.json": '{ "name": "numbering", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "src/index.js": `import express from "express";
import { negotiate } from "./negotiate.js";
import { first } from "./releases/first.js";
import { second } from "./releases/second.js";

const app = express().disable("x-powered-by");
app.use("/numbering", negotiate({ 1: first(), 2: second() }));
app.use((req, res) => res.status(404).type("application/problem+json").send({ title: "Not Found", status: 404 }));
app.listen(process.env.PORT ?? 3000);
`,
    "src/negotiate.js": `const asked = /^application\\/vnd\\.numbering\\+json; *v=(\\d+)$/;

export const negotiate = (releases) => (req, res, next) => {
  const [, release = "1"] = asked.exec(req.get("accept") ?? "") ?? [];
  const router = releases[release];
  return router ? router(req, res, next) : next();
};
`,
    "src/releases/first.js": `import { Router } from "express";
export function first() {
  const router = Router();
  router.get("/numbers/:number", (req, res) => res.json({ number: req.params.number, holder: "K. Moser" }));
  return router;
}
`,
    "src/releases/second.js": `import { Router } from "express";
import { first } from "./first.js";
export function second() {
  const router = Router();
  router.get("/numbers/:number/porting", (req, res) => res.json({ number: req.params.number, to: "green" }));
  router.use(first());
  return router;
}
`,
    "numbering.http": `@numbering = http://localhost:PORT_OF_api/numbering

### who has it
GET {{numbering}}/numbers/41445550101
Accept: application/vnd.numbering+json; v=2

### where did it go
# @name where
GET {{numbering}}/numbers/41445550101/porting
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["numbering.http#where"],
  facts: [
    "GET /numbering/numbers/41445550101 200 | Accept: application/json",
    "GET /numbering/numbers/41445550101/porting 404 | Accept: application/json",
    "GET /numbering/numbers/41445550101/porting 200 | Accept: application/vnd.numbering+json; v=2",
    "GET /numbering/numbers/41445550101/none 404 | Accept: application/vnd.numbering+json; v=2",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-selector"],
    links: [
      { file: "src/releases/second.js", text: '"/numbers/:number/porting"' },
      { file: "src/negotiate.js", text: "asked.exec(" },
      { file: "src/index.js", text: 'app.use("/numbering"' },
    ],
    fixes: [{ url: "/numbering/numbers/41445550101/porting", kind: "edit-request" }],
  },
};

const mailbox: Scenario = {
  name: "mailbox-of-a-subscriber",
  files: {
    "package.json":
      '{ "name": "switch", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }',
    "src/app.js": `import Koa from "koa";
import { modules } from "./modules/index.js";
import { openStore } from "./store.js";

const app = new Koa();
const store = openStore();
for (const createModule of modules) {
  const router = createModule({ store });
  app.use(router.routes());
}
app.listen(Number(process.env.PORT ?? 3000));
`,
    "src/store.js": `const boxes = new Map([["41445550101", [{ from: "41315550177", seconds: 12 }]]]);
const subscribers = new Map([["41445550101", { name: "K. Moser", plan: "flat" }]]);

export const openStore = () => ({ boxes, subscribers });
`,
    "src/modules/index.js": `import { createPlans } from "./plans.js";
import { createSubscribers } from "./subscribers.js";

export const modules = [createSubscribers, createPlans];
`,
    "src/modules/mailboxes.js": `import Router from "@koa/router";

export function createMailboxes({ store }) {
  const router = new Router({ prefix: "/mailboxes" });
  router.get("/:number", (ctx) => {
    const messages = store.boxes.get(ctx.params.number) ?? ctx.throw(404);
    ctx.body = { data: messages, meta: { count: messages.length } };
  });
  return router;
}
`,
    "src/modules/plans.js": `import Router from "@koa/router";
export function createPlans() {
  return new Router({ prefix: "/plans" }).get("/", (ctx) => {
    ctx.body = { data: ["flat", "metered"] };
  });
}
`,
    "src/modules/subscribers.js": `import Router from "@koa/router";
export function createSubscribers({ store }) {
  const router = new Router({ prefix: "/subscribers" });
  router.get("/:number", (ctx) => {
    ctx.body = store.subscribers.get(ctx.params.number) ?? ctx.throw(404);
  });
  return router;
}
`,
    "switch.http": `@number = 41445550101

### subscriber
GET http://localhost:PORT_OF_api/subscribers/{{number}}

### what was said after the tone
# @name messages
GET http://localhost:PORT_OF_api/mailboxes/{{number}}
`,
  },
  servers: [{ name: "api", entry: "src/app.js" }],
  ask: ["switch.http#messages"],
  facts: ["GET /subscribers/41445550101 200", "GET /plans 200", "GET /mailboxes/41445550101 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [
      { file: "src/modules/mailboxes.js", text: 'router.get("/:number"' },
      { file: "src/modules/index.js", text: "export const modules" },
      { file: "src/modules/mailboxes.js", text: "new Router(" },
    ],
    fixes: [{ kind: "register-route" }],
  },
};

const invoice: Scenario = {
  name: "invoice-through-the-gateway",
  files: {
    "billing/package.json": '{ "name": "billing", "type": "module", "dependencies": { "hono": "^4.0.0" } }',
    "billing/src/server.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { invoices } from "./invoices.ts";

const app = new Hono().basePath("/billing");
app.route("/invoices", invoices);
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 4002) });
`,
    "billing/src/invoices.ts": `import { Hono } from "hono";

const sent = new Map([["R-2026-10-7731", { total: 4890 }]]);

export const invoices = new Hono();
invoices.get("/:reference", (c) => {
  const invoice = sent.get(c.req.param("reference"));
  return invoice ? c.json(invoice) : c.json({ code: "INVOICE_UNKNOWN" }, 404);
});
`,
    "directory/package.json": '{ "name": "directory", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "directory/server.js": `import express from "express";
const app = express();
app.get("/entries/:number", (req, res) => res.json({ number: req.params.number, name: "K. Moser" }));
app.listen(process.env.PORT ?? 4001);
`,
    "gateway/server.js": `import { readFileSync } from "node:fs";
import { createServer, request } from "node:http";

const rules = JSON.parse(readFileSync(new URL("./rules.json", import.meta.url), "utf8"));

createServer((incoming, outgoing) => {
  const rule = rules.find(({ prefix }) => incoming.url.startsWith(prefix + "/"));
  if (!rule) return outgoing.writeHead(404).end();
  const path = rule.strip ? incoming.url.slice(rule.prefix.length) : incoming.url;
  const passed = request(new URL(path, process.env[rule.upstream]), { method: incoming.method }, (answer) => {
    outgoing.writeHead(answer.statusCode, answer.headers);
    answer.pipe(outgoing);
  });
  incoming.pipe(passed);
}).listen(Number(process.env.PORT ?? 8080));
`,
    "gateway/rules.json": `[
  { "prefix": "/directory", "upstream": "DIRECTORY_URL", "strip": true },
  { "prefix": "/billing", "upstream": "BILLING_URL", "strip": true }
]
`,
    "gateway/.env": "DIRECTORY_URL=http://localhost:PORT_OF_directory\nBILLING_URL=http://localhost:PORT_OF_billing\n",
    "gateway.http": `@gateway = http://localhost:PORT_OF_gateway

### who is that
GET {{gateway}}/directory/entries/41445550101

### October
# @name october
GET {{gateway}}/billing/invoices/R-2026-10-7731
`,
  },
  servers: [
    { name: "billing", entry: "billing/src/server.ts" },
    { name: "directory", entry: "directory/server.js" },
    {
      name: "gateway",
      entry: "gateway/server.js",
      env: { BILLING_URL: "http://localhost:PORT_OF_billing", DIRECTORY_URL: "http://localhost:PORT_OF_directory" },
      passesOn: true,
    },
  ],
  ask: ["gateway.http#october"],
  facts: [
    "gateway:GET /directory/entries/41445550101 200",
    "gateway:GET /billing/invoices/R-2026-10-7731 404",
    "gateway:GET /billing/billing/invoices/R-2026-10-7731 200",
    "billing:GET /billing/invoices/R-2026-10-7731 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-strips-prefix"],
    links: [
      { file: "gateway/rules.json", text: '"/billing"' },
      { file: "gateway/server.js", text: "rule.strip" },
      { file: "billing/src/server.ts", text: 'basePath("/billing")' },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

const card: Scenario = {
  name: "card-of-an-operator",
  files: {
    "package.json": '{ "name": "cards", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "src/server.js": `import Fastify from "fastify";
import { cards } from "./cards.js";

const app = Fastify();
app.addHook("onRequest", async (request, reply) => {
  const held = cards[request.headers["x-operator"]];
  if (!held) return reply.code(400).send({ code: "operator" });
  request.held = held;
});
app.get("/v1/cards", async (request) => ({ items: request.held, next: null }));
app.get("/v1/cards/:uuid", async (request, reply) => {
  const card = request.held.find(({ uuid }) => uuid === request.params.uuid);
  return card ?? reply.code(404).send();
});
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/cards.js": `export const cards = {
  blue: [{ uuid: "0f9d6c1a-52b7-4c44-8f0e-7a1e3bd28c95" }, { uuid: "62c1a7de-0b3f-4e58-9d27-c4f8a1e6b730" }],
  green: [{ uuid: "d41b8e70-6a9c-4f15-b2e3-095c7fa8d162" }],
};
`,
    "http-client.env.json": `{
  "blue": { "cards": "http://localhost:PORT_OF_api/v1/cards", "operator": "blue" },
  "green": { "cards": "http://localhost:PORT_OF_api/v1/cards", "operator": "green" }
}`,
    "cards.http": `### all
GET {{cards}}
X-Operator: {{operator}}

### the one that was returned by post
# @name returned
GET {{cards}}/7be20f4c-91d8-4a36-a5c0-3f68d2e1b947
X-Operator: {{operator}}
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["cards.http#returned", "--env", "blue"],
  facts: [
    "GET /v1/cards/0f9d6c1a-52b7-4c44-8f0e-7a1e3bd28c95 200 | X-Operator: blue",
    "GET /v1/cards/7be20f4c-91d8-4a36-a5c0-3f68d2e1b947 404 | X-Operator: blue",
    "GET /v1/cards/7be20f4c-91d8-4a36-a5c0-3f68d2e1b947 404 | X-Operator: green",
    "GET /v1/cards 400",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "src/server.js", text: 'app.get("/v1/cards/:uuid"' },
      { file: "src/server.js", text: "request.held.find(" },
    ],
  },
};

/** A telephone company: its numbers, mailboxes, invoices and cards. */
export const telephony: readonly Scenario[] = [porting, mailbox, invoice, card];
