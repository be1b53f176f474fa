import type { Scenario } from "../../scenario.ts";

const ledgerFiles = {
  "package.json": '{ "name": "ledger", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
  "http-client.env.json": `{
  "eu": { "ledger": "http://localhost:PORT_OF_eu", "key": "eu-6d20aa" },
  "us": { "ledger": "http://localhost:PORT_OF_us", "key": "us-9f31be" }
}`,
  "ledger.http": `### entries of today
GET {{ledger}}/v1/entries
X-Api-Key: {{key}}

### the entry in the ticket
# @name entry
GET {{ledger}}/v1/entries/en_77120
X-Api-Key: {{key}}
`,
  "server.js": `import fastify from "fastify";
import { entries } from "./entries.js";
import { keyOf } from "./keys.js";

const region = process.env.REGION ?? "eu";
const app = fastify();
app.addHook("onRequest", async (request, reply) => {
  if (request.headers["x-api-key"] !== keyOf(region)) return reply.code(401).send({ code: "UNAUTHENTICATED" });
});
app.register(entries, { prefix: "/v1/entries", region });
app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
  "keys.js": `const keys = { eu: "eu-6d20aa", us: "us-9f31be" };

export const keyOf = (region) => keys[region];
`,
  "entries.js": `import { readFileSync } from "node:fs";

const books = JSON.parse(readFileSync(new URL("./books.json", import.meta.url), "utf8"));

export async function entries(app, { region }) {
  const book = books[region];
  app.get("/", async () => book);
  app.get("/:entry", async (request, reply) => {
    const entry = book.find(({ id }) => id === request.params.entry);
    if (!entry) return reply.code(404).send({ code: "ENTRY_NOT_FOUND" });
    return entry;
  });
}
`,
  "books.json": `{
  "eu": [{ "id": "en_10044", "amount": 120 }, { "id": "en_10045", "amount": -20 }],
  "us": [{ "id": "en_77119", "amount": 80 }, { "id": "en_77120", "amount": 310 }]
}`,
};

const ledger: Scenario = {
  name: "entry-in-the-ledger",
  files: ledgerFiles,
  servers: [
    { name: "eu", entry: "server.js", env: { REGION: "eu" } },
    { name: "us", entry: "server.js", env: { REGION: "us" } },
  ],
  ask: ["ledger.http#entry", "--env", "eu"],
  facts: [
    "eu:GET /v1/entries/en_77120 404 | X-Api-Key: eu-6d20aa",
    "us:GET /v1/entries/en_77120 200 | X-Api-Key: us-9f31be",
    "us:GET /v1/entries/en_77120 401 | X-Api-Key: eu-6d20aa",
    "eu:GET /v1/entries 200 | X-Api-Key: eu-6d20aa",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-region"],
    fixes: [{ url: "http://localhost:PORT_OF_us/v1/entries/en_77120" }],
  },
  credentials: [
    { value: "eu-6d20aa", servers: ["eu"] },
    { value: "us-9f31be", servers: ["us"] },
  ],
};

const bookings: Scenario = {
  name: "booking-of-a-room",
  files: {
    "package.json": '{ "name": "rooms", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "nginx/sites/rooms.conf": `server {
  listen PORT_OF_web;
  server_name rooms.office.test localhost;

  location /bookings/ {
    proxy_pass http://127.0.0.1:PORT_OF_api/api/bookings;
  }

  location /rooms/ {
    proxy_pass http://127.0.0.1:PORT_OF_api/api/rooms/;
  }
}
`,
    "rooms.http": `@office = http://localhost:PORT_OF_web

### a room
GET {{office}}/rooms/atrium

### the booking on the door sign
# @name booking
GET {{office}}/bookings/b-5518
`,
    "src/server.js": `import express from "express";
import { bookings } from "./bookings.js";
import { rooms } from "./rooms.js";

const app = express();
app.use("/api/bookings", bookings);
app.use("/api/rooms", rooms);
app.listen(process.env.PORT ?? 3000);
`,
    "src/bookings.js": `import { Router } from "express";

const rows = [{ id: "b-5518", room: "atrium", from: "10:00" }];

export const bookings = Router();
bookings.get("/", (_req, res) => res.json(rows));
bookings.get("/:id", (req, res) => {
  const row = rows.find(({ id }) => id === req.params.id);
  return row ? res.json(row) : res.status(404).json({ error: "unknown booking" });
});
`,
    "src/rooms.js": `import { Router } from "express";

export const rooms = Router();
rooms.get("/:room", (req, res) => res.json({ room: req.params.room, seats: 12 }));
`,
  },
  servers: [
    { name: "api", entry: "src/server.js" },
    {
      name: "web",
      entry: "front:ruleProxy",
      env: {
        RULES: JSON.stringify([
          { from: "^/bookings/", to: "/api/bookings", port: "PORT_OF_api" },
          { from: "^/rooms/", to: "/api/rooms/", port: "PORT_OF_api" },
        ]),
      },
    },
  ],
  ask: ["rooms.http#booking"],
  facts: [
    "web:GET /rooms/atrium 200",
    "web:GET /bookings/b-5518 404",
    "api:GET /api/bookings/b-5518 200",
    "api:GET /api/bookingsb-5518 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-joins-wrong"],
    links: [
      { file: "nginx/sites/rooms.conf", text: "/api/bookings;" },
      { file: "nginx/sites/rooms.conf", text: "location /bookings/" },
    ],
  },
};

const caseFiles: Scenario = {
  name: "case-file",
  files: {
    "package.json":
      '{ "name": "case-files", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }',
    "cases.http": `@office = http://localhost:PORT_OF_api

### open cases
GET {{office}}/cases

### asked for by the court
# @name file
GET {{office}}/cases/5512
Accept: application/json
`,
    "index.js": `import Koa from "koa";
import { problems } from "./problems.js";
import { cases } from "./cases.js";

const app = new Koa();
app.use(problems);
app.use(cases.routes());
app.listen(Number(process.env.PORT ?? 3000));
`,
    "problems.js": `/** Every failure leaves as a problem document. */
export async function problems(ctx, next) {
  try {
    await next();
    if (ctx.status === 404 && !ctx.body) ctx.throw(404);
  } catch (error) {
    ctx.status = error.status ?? 500;
    ctx.type = "application/problem+json";
    ctx.body = JSON.stringify({ type: "about:blank", title: error.status === 404 ? "Not Found" : "Error", status: ctx.status, detail: error.detail });
  }
}
`,
    "cases.js": `import Router from "@koa/router";
import { findCase, openCases, whyGone } from "./archive.js";

export const cases = new Router({ prefix: "/cases" });

cases.get("/", (ctx) => {
  ctx.body = openCases();
});
cases.get("/:number", (ctx) => {
  const found = findCase(ctx.params.number);
  if (!found) ctx.throw(404, { detail: whyGone(ctx.params.number) });
  ctx.body = found;
});
`,
    "archive.js": `import { readFileSync } from "node:fs";

const { open, ended } = JSON.parse(readFileSync(new URL("./archive.json", import.meta.url), "utf8"));

export const openCases = () => open;
export const findCase = (number) => open.find((one) => String(one.number) === number);

export function whyGone(number) {
  const day = ended[number];
  return day && \`Case file \${number} was erased on \${day}, six years after it was closed.\`;
}
`,
    "archive.json": `{
  "open": [{ "number": 7001, "clerk": "Ito" }, { "number": 7004, "clerk": "Baker" }],
  "ended": { "5512": "2026-02-11" }
}`,
  },
  servers: [{ name: "api", entry: "index.js" }],
  ask: ["cases.http#file"],
  facts: ["GET /cases 200", "GET /cases/5512 404", "GET /cases/7001 200", "GET /cases/1 404"],
  truth: {
    outcome: "not-found",
    kinds: ["deleted"],
    links: [{ file: "cases.js", text: 'cases.get("/:number"' }],
  },
};

const stopped: Scenario = {
  name: "ledger-of-the-closed-office",
  files: ledgerFiles,
  servers: [
    { name: "us", entry: "server.js", env: { REGION: "us" } },
    { name: "eu", entry: "server.js", env: { REGION: "eu" }, stopped: true },
  ],
  ask: ["ledger.http#entry", "--env", "eu"],
  facts: ["us:GET /v1/entries/en_77120 200 | X-Api-Key: us-9f31be"],
  truth: { outcome: "unreachable", kinds: [] },
  credentials: [
    { value: "eu-6d20aa", servers: ["eu"] },
    { value: "us-9f31be", servers: ["us"] },
  ],
};

/** A ledger in two regions, rooms behind a proxy, and case files. */
export const offices: readonly Scenario[] = [ledger, bookings, caseFiles, stopped];
