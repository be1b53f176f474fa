import type { Scenario } from "../../scenario.ts";

const tide: Scenario = {
  name: "tide-service-in-the-cloud",
  files: {
    "package.json": '{ "name": "tides", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "railway.json": '{ "deploy": { "startCommand": "node app.js", "healthcheckPath": "/ready" } }\n',
    "http-client.env.json": `{
  "cloud": { "tides": "http://localhost:PORT_OF_edge" }
}`,
    "tides.http": `### high water
# @name high
GET {{tides}}/harbours/husum/high-water?day=2026-11-22
Accept: application/json
`,
    "app.js": `import fastify from "fastify";

const app = fastify();
app.get("/ready", async () => "ok");
app.get("/harbours/:harbour/high-water", async ({ params }) => ({ harbour: params.harbour, at: ["03:12", "15:40"] }));
app.listen({ host: "0.0.0.0", port: Number(process.env.PORT ?? 3000) });
`,
  },
  deployed: {
    "edge.mjs": `import { createServer } from "node:http";

createServer((_request, response) => {
  const id = Math.random().toString(36).slice(2, 12);
  response.writeHead(404, { "content-type": "application/json", server: "railway-edge", "x-railway-fallback": "true", "x-railway-request-id": id });
  response.end(JSON.stringify({ status: "error", code: 404, message: "Application not found", request_id: id }));
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "edge", entry: "deployed:edge.mjs" }],
  ask: ["tides.http#high", "--env", "cloud"],
  facts: ["GET / 404", "GET /ready 404", "GET /harbours/husum/high-water?day=2026-11-22 404"],
  truth: { outcome: "not-found", kinds: ["platform-missing"] },
};

const opening: Scenario = {
  name: "opening-hours-page",
  files: {
    "package.json":
      '{ "name": "town-hall", "type": "module", "dependencies": { "express": "^5.0.0", "vue-router": "^4.0.0" } }',
    "web/router.js": `import { createRouter, createWebHistory } from "vue-router";

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: "/", component: () => import("./Start.vue") },
    { path: "/help/:topic", component: () => import("./Help.vue") },
  ],
});
`,
    "server.js": `import express from "express";
import { offices } from "./offices.js";

const app = express();
app.use("/api/offices", offices);
app.use(express.static("public"));
app.get("/*page", (_req, res) => res.sendFile("index.html", { root: "public" }));
app.listen(process.env.PORT ?? 3000);
`,
    "offices.js": `import { Router } from "express";

export const offices = Router();
offices.get("/", (_req, res) => res.json(["registry"]));
offices.use((_req, res) => res.status(404).json({ error: "unknown" }));
`,
    "public/index.html":
      '<!doctype html><html><body><div id="app"></div><script type="module" src="/main.js"></script></body></html>',
    "town.http": `# @name help
GET http://localhost:PORT_OF_site/help/opening-hours
Accept: text/html
`,
  },
  servers: [{ name: "site", entry: "server.js" }],
  ask: ["town.http#help"],
  facts: ["GET /help/opening-hours 200", "GET /api/offices/none 404"],
  truth: { outcome: "answered", kinds: [] },
};

const fares: Scenario = {
  name: "fares-between-two-stops",
  files: {
    "package.json":
      '{ "name": "fares", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }',
    "fares.js": `import Router from "@koa/router";
import Koa from "koa";

const router = new Router({ prefix: "/v2" });
router.get("/fares", (ctx) => {
  const missing = ["from", "to"].filter((name) => !ctx.query[name]);
  if (missing.length > 0) {
    ctx.status = 400;
    ctx.body = { errors: missing.map((name) => ({ parameter: name, message: "is required" })) };
    return;
  }
  ctx.body = { from: ctx.query.from, to: ctx.query.to, cents: 340 };
});
new Koa().use(router.routes()).use(router.allowedMethods()).listen(Number(process.env.PORT ?? 3000));
`,
    "fares.http": `@fares = http://localhost:PORT_OF_api/v2

### complete
GET {{fares}}/fares?from=Altona&to=Wedel

### half
# @name half
GET {{fares}}/fares?from=Altona
`,
  },
  servers: [{ name: "api", entry: "fares.js" }],
  ask: ["fares.http#half"],
  facts: ["GET /v2/fares?from=Altona 400", "GET /v2/fares?from=Altona&to=Wedel 200"],
  truth: { outcome: "answered", kinds: [] },
};

const rooms: Scenario = {
  name: "rooms-of-the-chosen-house",
  files: {
    "package.json": '{ "name": "houses", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "http-client.env.json": `{
  "old-town": { "houses": "http://localhost:PORT_OF_api", "houseId": "h-2" },
  "harbour": { "houses": "http://localhost:PORT_OF_api" }
}`,
    "houses.http": `### rooms
# @name rooms
GET {{houses}}/houses/{{houseId}}/rooms
`,
    "app.js": `import fastify from "fastify";

const app = fastify();
app.get("/houses/:house/rooms", async ({ params }, reply) =>
  params.house === "h-2" ? ["101", "102"] : reply.code(404).send({ error: "no such house" }),
);
app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [{ name: "api", entry: "app.js" }],
  ask: ["houses.http#rooms", "--env", "harbour"],
  facts: ["GET /houses/h-2/rooms 200", "GET /houses/x/rooms 404"],
  truth: {
    outcome: "not-sent",
    kinds: ["unresolved-variable"],
    links: [
      { file: "http-client.env.json", text: '"harbour"' },
      { file: "http-client.env.json", text: '"old-town"' },
      { file: "houses.http", text: "{{houseId}}" },
      { file: "app.js", text: '"/houses/:house/rooms"' },
    ],
  },
};

/** Tides, a town hall, fares and houses. */
export const services: readonly Scenario[] = [tide, opening, fares, rooms];
