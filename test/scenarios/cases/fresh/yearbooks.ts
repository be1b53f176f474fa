import type { Scenario } from "../../scenario.ts";

const year: Scenario = {
  name: "year-of-the-association",
  files: {
    "package.json": `{ "name": "yearbooks", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "app.js": `import express from "express";

const books = [{ year: 2023, pages: 120 }, { year: 2024, pages: 132 }];
const app = express();

app.get("/yearbooks", (_req, res) => res.json(books));
app.get("/yearbooks/:year", (req, res) => {
  const book = books.find(({ year }) => year === Number(req.params.year));
  if (!book) return res.status(404).json({ error: "No yearbook of that year" });
  res.json(book);
});

app.listen(process.env.PORT ?? 3000);
`,
    "yearbooks.http": `# @name latest
GET http://localhost:PORT_OF_api/yearbooks/2026
`,
  },
  servers: [{ name: "api", entry: "app.js" }],
  ask: ["yearbooks.http#latest"],
  facts: ["GET /yearbooks 200", "GET /yearbooks/2026 404", "GET /yearbooks/2024 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "app.js", text: 'app.get("/yearbooks/:year"' }],
  },
};

const host: Scenario = {
  name: "host-by-its-address",
  files: {
    "package.json": `{ "name": "inventory", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "src/server.ts": `import Fastify from "fastify";

const hosts = [
  { address: "10.0.0.4", role: "printer" },
  { address: "10.0.0.5", role: "switch" },
];
const app = Fastify();

app.get("/api/hosts", async () => ({ hosts }));
app.get<{ Params: { address: string } }>("/api/hosts/:address", async ({ params }, reply) => {
  return hosts.find(({ address }) => address === params.address) ?? reply.code(404).send({ error: "host is not in the inventory" });
});

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "hosts.http": `@inventory = http://localhost:PORT_OF_api/api

# @name seven
GET {{inventory}}/hosts/10.0.0.7
`,
  },
  servers: [{ name: "api", entry: "src/server.ts" }],
  ask: ["hosts.http#seven"],
  facts: ["GET /api/hosts 200", "GET /api/hosts/10.0.0.7 404", "GET /api/hosts/10.0.0.5 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "src/server.ts", text: '"/api/hosts/:address"' }],
  },
};

const street: Scenario = {
  name: "street-with-a-blank",
  files: {
    "package.json": `{ "name": "streets", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" } }
`,
    "app.js": `import Router from "@koa/router";
import Koa from "koa";

const streets = new Map([["Mill Lane", 14], ["Station Road", 40]]);
const router = new Router();

router.get("/streets", (ctx) => {
  ctx.body = [...streets].map(([name, houses]) => ({ name, houses }));
});
router.get("/streets/:name", (ctx) => {
  const houses = streets.get(ctx.params.name);
  ctx.assert(houses, 404, "There is no such street");
  ctx.body = { name: ctx.params.name, houses };
});

new Koa().use(router.routes()).listen(process.env.PORT ?? 3000);
`,
    "streets.http": `# @name harbour
GET http://localhost:PORT_OF_api/streets/Harbour%20Row
`,
  },
  servers: [{ name: "api", entry: "app.js" }],
  ask: ["streets.http#harbour"],
  facts: ["GET /streets 200", "GET /streets/Harbour%20Row 404", "GET /streets/Mill%20Lane 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "app.js", text: 'router.get("/streets/:name"' }],
  },
};

const pkg: Scenario = {
  name: "package-of-a-number",
  files: {
    "package.json": `{ "name": "package-index", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "src/index.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";

const packages: Readonly<Record<string, readonly string[]>> = {
  lute: ["1.9.0", "2.0.0", "2.0.1"],
  viol: ["0.3.0"],
};
const app = new Hono();

app.get("/packages/:name", (c) => {
  const versions = packages[c.req.param("name")];
  return versions ? c.json({ name: c.req.param("name"), versions }) : c.json({ error: "unknown package" }, 404);
});
app.get("/packages/:name/:version", (c) => {
  const { name, version } = c.req.param();
  const known = packages[name]?.includes(version) ?? false;
  return known ? c.json({ name, version }) : c.json({ error: "unknown version" }, 404);
});

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "packages.http": `@index = http://localhost:PORT_OF_index

### versions of the lute
GET {{index}}/packages/lute

### the next one
# @name next
GET {{index}}/packages/lute/2.1.0
`,
  },
  servers: [{ name: "index", entry: "src/index.ts" }],
  ask: ["packages.http#next"],
  facts: ["GET /packages/lute 200", "GET /packages/lute/2.1.0 404", "GET /packages/lute/2.0.1 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "src/index.ts", text: '"/packages/:name/:version"' }],
  },
};

/** Yearbooks: a year that is not there, a host by its address, a street with a blank, a package by its number. */
export const yearbooks: readonly Scenario[] = [year, host, street, pkg];
