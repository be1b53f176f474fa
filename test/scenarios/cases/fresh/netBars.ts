import type { Scenario } from "../../scenario.ts";

const strings: Scenario = {
  name: "string-of-a-racket",
  files: {
    "docker-compose.yml": `services:
  proxy:
    image: nginx:1.27
    ports: ["PORT_OF_proxy:80"]
    volumes: ["./proxy/nginx.conf:/etc/nginx/nginx.conf:ro"]
    depends_on: [stock, repairs, site]
  stock:
    build: ./stock
  repairs:
    build: ./repairs
  site:
    image: nginx:1.27
`,
    "proxy/nginx.conf": `events {}
http {
  upstream stock { server stock:3000; }
  upstream repairs { server repairs:3000; }

  server {
    listen 80;
    proxy_set_header Host $host;

    location /api/repairs/ {
      proxy_pass http://repairs/repairs/;
    }

    location /api/stock/ {
      proxy_pass http://stock/;
    }

    location / {
      proxy_pass http://site:80;
    }
  }
}
`,
    "stock/package.json": `{ "name": "stock", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" } }
`,
    "stock/index.js": `import Koa from "koa";
import { strings } from "./strings.js";

const app = new Koa();
app.use(async (ctx, next) => {
  ctx.set("Cache-Control", "no-store");
  await next();
});
app.use(strings.routes()).use(strings.allowedMethods());
app.listen(process.env.PORT ?? 3000);
`,
    "stock/strings.js": `import Router from "@koa/router";

const rows = [
  { sku: "NG-125", gauge: 1.25, reels: 4 },
  { sku: "PL-130", gauge: 1.3, reels: 0 },
];

export const strings = new Router({ prefix: "/stock/strings" });
strings.get("/", (ctx) => {
  ctx.body = rows;
});
strings.get("/:sku", (ctx) => {
  const row = rows.find(({ sku }) => sku === ctx.params.sku);
  ctx.assert(row, 404, "unknown sku");
  ctx.body = row;
});
`,
    "repairs/package.json": `{ "name": "repairs", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "repairs/index.js": `import express from "express";

const app = express();
app.get("/repairs/open", (_req, res) => res.json([{ racket: "R-4", since: "2026-05-30" }]));
app.listen(process.env.PORT ?? 3000);
`,
    "requests/stock.http": `@origin = http://localhost:PORT_OF_proxy

### repairs
GET {{origin}}/api/repairs/open

### string
# @name string
GET {{origin}}/api/stock/strings/NG-125
`,
  },
  servers: [
    { name: "stock", entry: "stock/index.js" },
    { name: "repairs", entry: "repairs/index.js" },
    {
      name: "proxy",
      entry: "front:ruleProxy",
      env: {
        RULES:
          '[{ "from": "^/api/repairs/", "to": "/repairs/", "port": "PORT_OF_repairs" }, { "from": "^/api/stock/", "to": "/", "port": "PORT_OF_stock" }]',
      },
    },
  ],
  ask: ["requests/stock.http#string"],
  facts: [
    "proxy:GET /api/repairs/open 200",
    "proxy:GET /api/stock/strings/NG-125 404",
    "stock:GET /stock/strings/NG-125 200",
    "proxy:GET /api/stock/stock/strings/NG-125 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-strips-prefix"],
    links: [
      { file: "proxy/nginx.conf", text: "proxy_pass http://stock/;" },
      { file: "proxy/nginx.conf", text: "location /api/stock/" },
      { file: "stock/strings.js", text: 'prefix: "/stock/strings"' },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

const member: Scenario = {
  name: "member-of-the-club",
  files: {
    "package.json": `{ "name": "club-members", "dependencies": { "express": "^5.0.0", "pg": "^8.13.0" } }
`,
    "db/migrations/001_members.sql": `create table members (
  id serial primary key,
  name text not null,
  joined date not null,
  left_on date
);
`,
    "db/seeds/members.sql": `insert into members (id, name, joined) values
  (1, 'Ida Holm', '2019-04-01'),
  (2, 'Piet Bakker', '2021-09-15'),
  (3, 'Sana Iqbal', '2024-01-10');
`,
    "src/index.js": `const express = require("express");
const { members } = require("./members");

const app = express();
app.use("/members", members);
app.listen(process.env.PORT || 3000);
`,
    "src/members.js": `const { Router } = require("express");
const { findMember, listMembers } = require("./store");

const members = Router();

members.get("/", async (req, res) => res.json(await listMembers()));

members.get("/:id", async (req, res) => {
  const member = await findMember(req.params.id);
  if (!member) {
    return res.status(404).json({ message: "No member with this number" });
  }
  res.json(member);
});

exports.members = members;
`,
    "src/store.js": `const rows = [
  { id: 1, name: "Ida Holm", joined: "2019-04-01" },
  { id: 2, name: "Piet Bakker", joined: "2021-09-15" },
  { id: 3, name: "Sana Iqbal", joined: "2024-01-10" },
];

exports.listMembers = async () => rows;
exports.findMember = async (id) => rows.find((row) => String(row.id) === id);
`,
    "test/members.test.js": `const assert = require("node:assert");
const test = require("node:test");
const { findMember } = require("../src/store");

test("finds a member", async () => {
  assert.equal((await findMember("2")).name, "Piet Bakker");
});
`,
    "members.http": `@club = http://localhost:PORT_OF_api
@number = 12

### all members
GET {{club}}/members

### one of them
# @name member
GET {{club}}/members/{{number}}
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["members.http#member"],
  facts: ["GET /members 200", "GET /members/12 404", "GET /members/2 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "src/members.js", text: 'members.get("/:id"' },
      { file: "members.http", text: "@number" },
    ],
  },
};

/** Strings of rackets, with all that lies around a service: several services behind one proxy, an older client, seeds of a database. */
export const netBars: readonly Scenario[] = [strings, member];
