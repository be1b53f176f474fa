import type { Scenario } from "../../scenario.ts";

const samplings: Scenario = {
  name: "samplings-of-a-barrel",
  files: {
    "package.json": '{ "name": "domaine", "type": "module", "dependencies": { "hono": "^4.0.0" } }',
    "src/main.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { cellarRoutes } from "./cellars/routes.ts";
import { readBarrels } from "./cellars/barrels.ts";
import { settings } from "./settings.ts";

const app = new Hono();
app.route(settings.mount, cellarRoutes(readBarrels()));
app.notFound((c) => c.html("<!doctype html><title>Domaine</title><p>There is nothing on this shelf.</p>", 404));
serve({ fetch: app.fetch, port: settings.port });
`,
    "src/settings.ts": `export const settings = {
  mount: process.env.MOUNT ?? "/domaine",
  port: Number(process.env.PORT ?? 3000),
};
`,
    "src/cellars/routes.ts": `import { Hono } from "hono";
import type { Barrel } from "./barrels.ts";

export function cellarRoutes(barrels: readonly Barrel[]): Hono {
  const routes = new Hono();
  const held = (cellar: string) => barrels.filter((barrel) => barrel.cellar === cellar);
  routes.get("/cellars/:cellar/barrels", (c) => c.json({ data: held(c.req.param("cellar")) }));
  routes.get("/cellars/:cellar/barrels/:barrel/samplings/latest", (c) => {
    const barrel = held(c.req.param("cellar")).find(({ id }) => id === c.req.param("barrel"));
    return barrel === undefined ? c.notFound() : c.json({ barrel: barrel.id, ...barrel.latest });
  });
  return routes;
}
`,
    "src/cellars/barrels.ts": `export interface Barrel {
  readonly id: string;
  readonly cellar: string;
  readonly latest: { readonly on: string; readonly sugar: number };
}

export const readBarrels = (): readonly Barrel[] => [
  { id: "b-12", cellar: "north", latest: { on: "2025-10-02", sugar: 3.1 } },
  { id: "b-31", cellar: "vault", latest: { on: "2025-10-04", sugar: 2.2 } },
];
`,
    "cellar.http": `@domaine = http://localhost:PORT_OF_api/domaine
@cellar = north

### barrels
GET {{domaine}}/cellars/{{cellar}}/barrels

### how sweet is it now
# @name sweetness
GET {{domaine}}/cellars/{{cellar}}/barrels/b-12/sampling/latest
`,
  },
  servers: [{ name: "api", entry: "src/main.ts" }],
  ask: ["cellar.http#sweetness"],
  facts: [
    "GET /domaine/cellars/north/barrels 200",
    "GET /domaine/cellars/north/barrels/b-12/sampling/latest 404",
    "GET /domaine/cellars/north/barrels/b-12/samplings/latest 200",
    "GET /domaine/cellars/north/barrels/b-99/samplings/latest 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["path-typo"],
    links: [{ file: "src/cellars/routes.ts", text: "/samplings/latest" }],
    fixes: [{ url: "/domaine/cellars/north/barrels/b-12/samplings/latest" }],
  },
};

const lot: Scenario = {
  name: "lot-in-the-ledger",
  files: {
    "package.json": '{ "name": "ledger", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "src/server.js": `import Fastify from "fastify";
import lots from "./lots/plugin.js";

const app = Fastify();
app.setNotFoundHandler((request, reply) => reply.code(404).send({ data: null, meta: { found: false } }));
app.register(lots, { prefix: "/ledger/lots" });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/lots/plugin.js": `import { ledger } from "./ledger.js";

const SIZE = 2;

export default async function lots(app) {
  app.get("/", async (request) => {
    const page = Number(request.query.page ?? 1);
    const open = ledger.filter((entry) => entry.drawnOff === null);
    const data = open.slice((page - 1) * SIZE, page * SIZE);
    return { data, meta: { page, pages: Math.ceil(open.length / SIZE) } };
  });
  app.get("/:lot", async (request, reply) => {
    const entry = ledger.find(({ lot }) => lot === request.params.lot);
    if (!entry) return reply.callNotFound();
    if (entry.drawnOff) return reply.code(410).send({ data: null, meta: { drawnOff: entry.drawnOff } });
    return { data: entry, meta: { found: true } };
  });
}
`,
    "src/lots/ledger.js": `export const ledger = [
  { lot: "01J8QZ4T7M0V6X3E9K5C2R1HBD", litres: 2250, drawnOff: null },
  { lot: "01J8QZ9A2N8Y4W7D0G6P3S5FJK", litres: 1800, drawnOff: "2025-02-11" },
  { lot: "01J8R03BX5T1Q9Z2M8H4V7ECNW", litres: 900, drawnOff: null },
  { lot: "01J8R0C6KD3P7Y5G1S9A4W2TRX", litres: 4100, drawnOff: null },
];
`,
    "ledger.http": `@ledger = http://localhost:PORT_OF_api/ledger

### the open lots
GET {{ledger}}/lots?page=1

### a lot that was measured today
GET {{ledger}}/lots/01J8QZ4T7M0V6X3E9K5C2R1HBD

### the lot on the broken label
# @name label
GET {{ledger}}/lots/01J8R07WE4H2F6B9T3N5K8QZAC
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["ledger.http#label"],
  facts: [
    "GET /ledger/lots?page=2 200",
    "GET /ledger/lots/01J8QZ4T7M0V6X3E9K5C2R1HBD 200",
    "GET /ledger/lots/01J8QZ9A2N8Y4W7D0G6P3S5FJK 410",
    "GET /ledger/lots/01J8R07WE4H2F6B9T3N5K8QZAC 404",
    "GET /ledger/nothing 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "src/lots/plugin.js", text: 'app.get("/:lot"' },
      { file: "src/lots/plugin.js", text: "ledger.find(" },
      { file: "src/lots/plugin.js", text: "reply.callNotFound()" },
    ],
  },
};

const wine: Scenario = {
  name: "wine-of-an-old-list",
  files: {
    "package.json":
      '{ "name": "wine-list", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }',
    "src/app.js": `import Koa from "koa";
import { listRouter } from "./list/router.js";

const app = new Koa();
for (const router of [listRouter("/list")]) app.use(router.routes()).use(router.allowedMethods());
app.listen(Number(process.env.PORT ?? 3000));
`,
    "src/list/router.js": `import Router from "@koa/router";
import { wines, visible } from "./wines.js";

export function listRouter(prefix) {
  const router = new Router({ prefix });
  router.get("/wines", (ctx) => {
    ctx.body = wines.filter(visible(ctx.query.include)).map(({ slug, name }) => ({ slug, name }));
  });
  router.get("/wines/:slug", (ctx) => {
    const wine = wines.filter(visible(ctx.query.include)).find(({ slug }) => slug === ctx.params.slug);
    ctx.assert(wine, 404, "No such wine");
    ctx.body = wine;
  });
  return router;
}
`,
    "src/list/wines.js": `export const wines = [
  { slug: "les-crais-2019", name: "Les Crais 2019", state: "poured" },
  { slug: "clos-du-loup-2021", name: "Clos du Loup 2021", state: "poured" },
  { slug: "les-crais-2011", name: "Les Crais 2011", state: "retired" },
];

export const visible = (include) => (wine) => wine.state === "poured" || wine.state === include;
`,
    "docs/list.md": `# The wine list

What is poured now is listed. A wine that left the list stays on record, see \`include=retired\`.
`,
    "list.http": `@list = http://localhost:PORT_OF_api/list

### what we pour
GET {{list}}/wines

### the new one
GET {{list}}/wines/les-crais-2019

### a guest had this in spring
# @name spring
GET {{list}}/wines/les-crais-2011
`,
  },
  servers: [{ name: "api", entry: "src/app.js" }],
  ask: ["list.http#spring"],
  facts: [
    "GET /list/wines/les-crais-2019 200",
    "GET /list/wines/les-crais-2011 404",
    "GET /list/wines/les-crais-2011?include=retired 200",
    "GET /list/wines/les-crais-1900?include=retired 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["archived"],
    links: [
      { file: "src/list/router.js", text: 'router.get("/wines/:slug"' },
      { file: "src/list/router.js", text: "find(({ slug })" },
      { file: "src/list/wines.js", text: "export const visible" },
      { file: "src/list/wines.js", text: 'slug: "les-crais-2011"' },
    ],
    fixes: [{ url: "/list/wines/les-crais-2011?include=retired" }, { kind: "gone-410" }],
  },
};

const auction: Scenario = {
  name: "auctions-to-come",
  files: {
    "package.json": '{ "name": "auctions", "type": "module" }',
    "src/server.js": `import { createServer } from "node:http";
import { dispatch } from "./dispatch.js";

createServer(dispatch).listen(Number(process.env.PORT ?? 3000));
`,
    "src/dispatch.js": `import { table } from "./table.js";

const rules = table.map(([method, path, run]) => {
  const names = [...path.matchAll(/\\{(\\w+)\\}/g)].map(([, name]) => name);
  return { method, names, run, pattern: new RegExp("^" + path.replace(/\\{\\w+\\}/g, "([^/]+)") + "$") };
});

export function dispatch(req, res) {
  const { pathname } = new URL(req.url, "http://auctions");
  for (const { method, names, run, pattern } of rules) {
    const found = method === req.method ? pattern.exec(pathname) : null;
    if (found) return run(res, Object.fromEntries(names.map((name, at) => [name, found[at + 1]])));
  }
  res.writeHead(404).end();
}
`,
    "src/table.js": `import { listAuctions, listUpcoming, showAuction } from "./auctions.js";

export const table = [
  ["GET", "/auctions", listAuctions],
  ["GET", "/auctions/{auction}", showAuction],
  ["GET", "/auctions/upcoming", listUpcoming],
];
`,
    "src/auctions.js": `const held = [{ id: "a-7", on: "2025-09-20" }, { id: "a-8", on: "2027-03-14" }];

const send = (res, body) => res.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));

export const listAuctions = (res) => send(res, held);
export const listUpcoming = (res) => send(res, held.filter(({ on }) => on > "2026-12-31"));
export const showAuction = (res, { auction }) => {
  const one = held.find(({ id }) => id === auction);
  if (one) send(res, one);
  else res.writeHead(404).end();
};
`,
    "auctions.http": `### all
GET http://localhost:PORT_OF_api/auctions

### for the invitation
# @name invitation
GET http://localhost:PORT_OF_api/auctions/upcoming
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["auctions.http#invitation"],
  facts: ["GET /auctions 200", "GET /auctions/a-8 200", "GET /auctions/upcoming 404", "GET /lots 404"],
  truth: {
    outcome: "not-found",
    kinds: ["shadowed"],
    links: [
      { file: "src/table.js", text: '"/auctions/upcoming"' },
      { file: "src/table.js", text: '"/auctions/{auction}"' },
    ],
  },
};

/** A vineyard: its barrels, its ledger of lots, its list and its auctions. */
export const vineyards: readonly Scenario[] = [samplings, lot, wine, auction];
