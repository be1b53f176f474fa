import type { Scenario } from "../../scenario.ts";

const help: Scenario = {
  name: "help-of-the-administration",
  files: {
    "package.json": `{ "name": "bridge-admin", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "src/app.js": `import express from "express";
import { admin } from "./admin.js";
import { lifts } from "./lifts.js";

const app = express();
app.use("/lifts", lifts);
app.use("/admin", admin);
app.listen(process.env.PORT ?? 3000);
`,
    "src/admin.js": `import { Router } from "express";

export const admin = Router();

admin.get("/", (_req, res) => res.redirect("/overview"));

admin.get("/overview", (_req, res) => {
  res.json({ bridges: 3, open: 1 });
});
`,
    "src/lifts.js": `import { Router } from "express";

export const lifts = Router();
lifts.get("/", (_req, res) => res.json([{ bridge: 2, at: "08:40" }]));
`,
    "admin.http": `@host = http://localhost:PORT_OF_api

### lifts
GET {{host}}/lifts

### administration
# @name admin
GET {{host}}/admin
`,
  },
  servers: [{ name: "api", entry: "src/app.js" }],
  ask: ["admin.http#admin"],
  facts: ["GET /admin 302", "GET /overview 404", "GET /admin/overview 200", "GET /lifts 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["redirect-drops-path"],
    links: [
      { file: "src/admin.js", text: 'res.redirect("/overview")' },
      { file: "src/app.js", text: 'app.use("/admin"' },
    ],
    fixes: [{ url: "/admin/overview" }, { kind: "edit-route" }],
  },
};

const plan: Scenario = {
  name: "plan-of-a-bridge",
  files: {
    "package.json": `{ "name": "plans", "dependencies": { "express": "^5.0.0" } }
`,
    "index.js": `const express = require("express");

const plans = { north: { spans: 3, built: 1931 }, south: { spans: 5, built: 1964 } };
const app = express();

app.get("/plans", (req, res) => res.json(Object.keys(plans)));
app.get("/plans/:bridge", (req, res) => {
  const plan = plans[req.params.bridge];
  if (!plan) return res.status(404).json({ error: "no plan of this bridge" });
  res.json(plan);
});

app.listen(process.env.PORT || 3000);
`,
    "nginx.conf": `events {}
http {
  server {
    listen 80;
    merge_slashes off;

    location /bridges {
      proxy_pass http://127.0.0.1:PORT_OF_api/;
    }
  }
}
`,
    "plans.http": `@web = http://localhost:PORT_OF_web

# @name north
GET {{web}}/bridges/plans/north
`,
  },
  servers: [
    { name: "api", entry: "index.js" },
    {
      name: "web",
      entry: "front:ruleProxy",
      env: { RULES: '[{ "from": "^/bridges", "to": "/", "port": "PORT_OF_api" }]' },
    },
  ],
  ask: ["plans.http#north"],
  facts: [
    "web:GET /bridges/plans/north 404",
    "api:GET //plans/north 404",
    "api:GET /plans/north 200",
    "web:GET /bridgesplans/north 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-joins-wrong"],
    links: [
      { file: "nginx.conf", text: "proxy_pass" },
      { file: "nginx.conf", text: "location /bridges" },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

const crew: Scenario = {
  name: "crew-on-duty",
  files: {
    "package.json": `{ "name": "crews", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" } }
`,
    "app.js": `import Koa from "koa";
import { crews } from "./crews.js";

const app = new Koa();
app.use(crews.routes()).use(crews.allowedMethods());
app.listen(process.env.PORT ?? 3000);
`,
    "crews.js": `import Router from "@koa/router";

const all = [{ id: "c-7", people: 4 }, { id: "c-8", people: 3 }];

export const crews = new Router({ prefix: "/api" });
crews.get("/crews", (ctx) => {
  ctx.body = all;
});
crews.get("/crews/:id", (ctx) => {
  const crew = all.find(({ id }) => id === ctx.params.id);
  ctx.assert(crew, 404, "crew not found");
  ctx.body = crew;
});
`,
    "display/config.json": `{ "api": "http://localhost:PORT_OF_api/api/v1", "refreshSeconds": 30 }
`,
    "display/crews.js": `import config from "./config.json" with { type: "json" };

export const crew = async (id) => (await fetch(\`\${config.api}/crews/\${id}\`)).json();
`,
    "display/crews.http": `@api = http://localhost:PORT_OF_api/api/v1

# @name seven
GET {{api}}/crews/c-7
`,
  },
  servers: [{ name: "api", entry: "app.js" }],
  ask: ["display/crews.http#seven"],
  facts: ["GET /api/v1/crews/c-7 404", "GET /api/crews/c-7 200", "GET /api/crews 200", "GET /api/crews/c-1 404"],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved", "path-moved"],
    links: [
      { file: "crews.js", text: 'crews.get("/crews/:id"' },
      { file: "display/crews.http", text: "@api" },
      { file: "display/config.json", text: '"api"' },
    ],
    fixes: [{ url: "/api/crews/c-7" }],
  },
};

const lock: Scenario = {
  name: "lock-of-a-bridge",
  files: {
    "package.json": `{ "name": "locks", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "server.js": `import Fastify from "fastify";

const locked = new Set(["north"]);
const app = Fastify();

app.get("/locks", async () => [...locked]);
app.put("/locks/:bridge", async ({ params }) => {
  locked.add(params.bridge);
  return { locked: true };
});
app.delete("/locks/:bridge", async ({ params }, reply) => {
  locked.delete(params.bridge);
  return reply.code(204).send();
});

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "locks.http": `### locked bridges
GET http://localhost:PORT_OF_api/locks

### is the north one locked?
# @name north
GET http://localhost:PORT_OF_api/locks/north
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["locks.http#north"],
  facts: ["GET /locks 200", "GET /locks/north 404", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-method"],
    links: [
      { file: "server.js", text: 'app.put("/locks/:bridge"' },
      { file: "server.js", text: 'app.delete("/locks/:bridge"' },
    ],
  },
};

/** Drawbridges: the help of an administration, a plan behind a location, a crew without its version, a lock that may only be deleted, a lift that nobody planned. */
export const drawbridges: readonly Scenario[] = [help, plan, crew, lock];
