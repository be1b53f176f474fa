import type { Scenario } from "../../scenario.ts";

const vessel: Scenario = {
  name: "vessel-under-an-older-version",
  files: {
    "package.json": `{ "name": "vessels", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "src/index.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { vessels } from "./vessels.ts";

const app = new Hono();
app.route("/api/v3/vessels", vessels);
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/vessels.ts": `import { Hono } from "hono";

const all = [{ id: 12, shape: "vase" }, { id: 13, shape: "bowl" }];

export const vessels = new Hono();
vessels.get("/", (c) => c.json(all));
vessels.get("/:id", (c) => {
  const vessel = all.find(({ id }) => id === Number(c.req.param("id")));
  return vessel ? c.json(vessel) : c.json({ error: "vessel not found" }, 404);
});
`,
    "shop/vessels.ts": `export const vessel = async (id: number) => (await fetch(\`http://localhost:PORT_OF_api/api/v2/vessels/\${id}\`)).json();
`,
    "vessels.http": `# @name vase
GET http://localhost:PORT_OF_api/api/v2/vessels/12
`,
  },
  servers: [{ name: "api", entry: "src/index.ts" }],
  ask: ["vessels.http#vase"],
  facts: ["GET /api/v2/vessels/12 404", "GET /api/v3/vessels/12 200", "GET /api/v3/vessels/99 404"],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: "src/vessels.ts", text: 'vessels.get("/:id"' },
      { file: "src/index.ts", text: 'app.route("/api/v3/vessels"' },
    ],
    fixes: [{ url: "/api/v3/vessels/12" }],
  },
};

const oven: Scenario = {
  name: "oven-at-the-proxy",
  files: {
    "package.json": `{ "name": "ovens", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "server/index.js": `import express from "express";
import { ovens } from "./ovens.js";

const app = express();
app.use("/ovens", ovens);
app.listen(process.env.PORT ?? 3000);
`,
    "server/ovens.js": `import { Router } from "express";

const all = { 1: { id: 1, degrees: 1120 } };

export const ovens = Router();
ovens.get("/", (_req, res) => res.json(Object.values(all)));
ovens.get("/:id", (req, res) => {
  const oven = all[req.params.id];
  if (!oven) return res.status(404).json({ error: "oven not found" });
  res.json(oven);
});
`,
    "nginx/works.conf": `server {
  listen 80;

  location /works/ {
    proxy_pass http://127.0.0.1:PORT_OF_api;
    proxy_set_header Host $host;
  }
}
`,
    "ovens.http": `@works = http://localhost:PORT_OF_web/works

# @name first
GET {{works}}/ovens/1
`,
  },
  servers: [
    { name: "api", entry: "server/index.js" },
    { name: "web", entry: "front:ruleProxy", env: { RULES: '[{ "from": "^/works/", "port": "PORT_OF_api" }]' } },
  ],
  ask: ["ovens.http#first"],
  facts: ["web:GET /works/ovens/1 404", "api:GET /ovens/1 200", "web:GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-keeps-prefix"],
    links: [
      { file: "nginx/works.conf", text: "proxy_pass" },
      { file: "nginx/works.conf", text: "location /works/" },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

const colour: Scenario = {
  name: "colour-by-its-letters",
  files: {
    "package.json": `{ "name": "colours", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "app.js": `import Fastify from "fastify";

const colours = new Map([["CO-27", "cobalt"], ["CU-29", "copper"]]);
const app = Fastify();
app.get("/colours", async () => [...colours].map(([code, name]) => ({ code, name })));
app.get("/colours/:code", async ({ params }, reply) => {
  const name = colours.get(params.code);
  return name === undefined ? reply.code(404).send({ error: "colour not mixed here" }) : { code: params.code, name };
});
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "colours.http": `# @name cobalt
GET http://localhost:PORT_OF_api/colours/CO27
`,
  },
  servers: [{ name: "api", entry: "app.js" }],
  ask: ["colours.http#cobalt"],
  facts: ["GET /colours 200", "GET /colours/CO27 404", "GET /colours/CO-27 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["id-format"],
    links: [
      { file: "app.js", text: '"/colours/:code"' },
      { file: "colours.http", text: "/colours/CO27" },
    ],
    fixes: [{ url: "/colours/CO-27" }],
  },
};

const bowl: Scenario = {
  name: "bowl-behind-two-slashes",
  files: {
    "package.json": `{ "name": "bowls", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" } }
`,
    "index.js": `import Router from "@koa/router";
import Koa from "koa";

const bowls = [{ id: 3, litres: 2 }];
const router = new Router({ prefix: "/api/bowls" });
router.get("/", (ctx) => {
  ctx.body = bowls;
});
router.get("/:id", (ctx) => {
  ctx.body = bowls.find(({ id }) => id === Number(ctx.params.id)) ?? ctx.throw(404, "bowl not found");
});
new Koa().use(router.routes()).listen(process.env.PORT ?? 3000);
`,
    "http-client.env.json": `{
  "dev": { "origin": "http://localhost:PORT_OF_api/" }
}
`,
    "bowls.http": `### a bowl
# @name third
GET {{origin}}/api/bowls/3
`,
  },
  servers: [{ name: "api", entry: "index.js" }],
  ask: ["bowls.http#third", "--env", "dev"],
  facts: ["GET //api/bowls/3 404", "GET /api/bowls/3 200", "GET /api/bowls/9 404"],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-joins-wrong"],
    links: [
      { file: "http-client.env.json", text: '"origin"' },
      { file: "bowls.http", text: "GET {{origin}}" },
      { file: "index.js", text: 'router.get("/:id"' },
    ],
    fixes: [{ url: "/api/bowls/3" }],
  },
};

/** Glass blowers: a vase under an older version, a bowl behind two slashes, an oven at a proxy, a colour by its letters. */
export const glassBlowers: readonly Scenario[] = [vessel, oven, colour, bowl];
