import type { Scenario } from "../../scenario.ts";

const crossing: Scenario = {
  name: "crossing-of-a-lorry",
  files: {
    "package.json": `{ "name": "crossings", "type": "module", "scripts": { "start": "node --env-file=.env src/server.js" }, "dependencies": { "express": "^5.0.0" } }
`,
    ".env": `API_URL=http://localhost:PORT_OF_local
DATA=data/local.json
`,
    ".env.staging": `API_URL=http://localhost:PORT_OF_staging
DATA=data/staging.json
`,
    "src/server.js": `import { readFileSync } from "node:fs";
import express from "express";

const crossings = JSON.parse(readFileSync(process.env.DATA ?? "data/local.json", "utf8"));
const app = express();

app.get("/api/crossings", (req, res) => {
  res.json(crossings);
});
app.get("/api/crossings/:id", (req, res) => {
  const crossing = crossings.find(({ id }) => id === req.params.id);
  if (!crossing) return res.status(404).json({ error: "crossing not found" });
  res.json(crossing);
});

app.listen(process.env.PORT ?? 3000);
`,
    "data/local.json": `[{ "id": "x-1", "axles": 2 }]
`,
    "data/staging.json": `[
  { "id": "x-50211", "axles": 5 },
  { "id": "x-50212", "axles": 2 }
]
`,
    "crossings.http": `@api = {{$dotenv API_URL}}/api

### all
GET {{api}}/crossings

### the lorry of the complaint
# @name lorry
GET {{api}}/crossings/x-50211
`,
  },
  servers: [
    { name: "local", entry: "src/server.js" },
    { name: "staging", entry: "src/server.js", env: { DATA: "data/staging.json" } },
  ],
  ask: ["crossings.http#lorry"],
  facts: [
    "local:GET /api/crossings/x-50211 404",
    "staging:GET /api/crossings/x-50211 200",
    "local:GET /api/crossings/x-1 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-environment"],
    links: [
      { file: ".env", text: "API_URL" },
      { file: ".env.staging", text: "API_URL" },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_staging/api/crossings/x-50211" }],
  },
};

const script: Scenario = {
  name: "script-of-the-last-release",
  files: {
    "package.json": `{ "name": "bridge-board", "private": true, "dependencies": { "react": "^18.3.0", "react-scripts": "5.0.1", "express": "^5.0.0" } }
`,
    "server.js": `const path = require("node:path");
const express = require("express");

const app = express();
const build = path.join(__dirname, "build");

app.get("/api/bridges", (req, res) => res.json([{ id: 1, open: true }]));
app.use("/static", express.static(path.join(build, "static"), { immutable: true, maxAge: "1y" }));
app.get("/", (req, res) => res.sendFile(path.join(build, "index.html")));

app.listen(process.env.PORT || 3000);
`,
    "build/index.html": `<!doctype html><html lang="en"><head><title>Bridges</title><script defer="defer" src="/static/js/main.4c81e07b.js"></script><link href="/static/css/main.9f1d22ab.css" rel="stylesheet"></head><body><div id="root"></div></body></html>
`,
    "build/asset-manifest.json": `{
  "files": {
    "main.css": "/static/css/main.9f1d22ab.css",
    "main.js": "/static/js/main.4c81e07b.js",
    "index.html": "/index.html"
  },
  "entrypoints": ["static/css/main.9f1d22ab.css", "static/js/main.4c81e07b.js"]
}
`,
    "build/static/js/main.4c81e07b.js": `document.getElementById("root").textContent = "Bridges";
`,
    "build/static/css/main.9f1d22ab.css": `body { margin: 0; }
`,
    "src/index.js": `import { createRoot } from "react-dom/client";

createRoot(document.getElementById("root")).render("Bridges");
`,
    "log.http": `# GET /static/js/main.b2770c19.js 404, forty times since noon
# @name old
GET http://localhost:PORT_OF_web/static/js/main.b2770c19.js
`,
  },
  servers: [{ name: "web", entry: "server.js" }],
  ask: ["log.http#old"],
  facts: ["GET /static/js/main.b2770c19.js 404", "GET /static/js/main.4c81e07b.js 200", "GET / 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["stale-asset"],
    links: [
      { file: "build/asset-manifest.json", text: '"main.js"' },
      { file: "build/index.html", text: "main.4c81e07b.js" },
      { file: "build/static/js/main.4c81e07b.js", text: "Bridges" },
    ],
  },
};

const notice: Scenario = {
  name: "notice-of-the-bridge",
  files: {
    "package.json": `{ "name": "notices", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "src/server.ts": `import Fastify from "fastify";
import { notices } from "./notices.ts";

const app = Fastify();
await app.register(notices, { prefix: "/notices" });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/notices.ts": `import type { FastifyInstance } from "fastify";

const all = [{ slug: "closed-at-night", from: "2026-06-10" }];

export async function notices(app: FastifyInstance) {
  app.get("/", async () => all);
  app.get<{ Params: { slug: string } }>("/:slug", async ({ params }, reply) => {
    return all.find(({ slug }) => slug === params.slug) ?? reply.code(404).send({ error: "notice not found" });
  });
}
`,
    "nginx/bridges.conf": `server {
  listen 80;

  location /api/notices/ {
    rewrite ^/api/notices/(.*)$ /news/$1 break;
    proxy_pass http://127.0.0.1:PORT_OF_api;
  }

  location / {
    return 200;
  }
}
`,
    "notices.http": `@site = http://localhost:PORT_OF_web

### a notice
# @name night
GET {{site}}/api/notices/closed-at-night
`,
  },
  servers: [
    { name: "api", entry: "src/server.ts" },
    {
      name: "web",
      entry: "front:ruleProxy",
      env: {
        RULES:
          '[{ "from": "^/api/notices/(.*)$", "to": "/news/$1", "port": "PORT_OF_api" }, { "from": "^/", "status": 200 }]',
      },
    },
  ],
  ask: ["notices.http#night"],
  facts: [
    "web:GET /api/notices/closed-at-night 404",
    "api:GET /notices/closed-at-night 200",
    "api:GET /news/closed-at-night 404",
    "web:GET / 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["rewrite-rule"],
    links: [
      { file: "nginx/bridges.conf", text: "rewrite ^/api/notices/" },
      { file: "nginx/bridges.conf", text: "location /api/notices/" },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

/** Toll bridges: crossings in another dotenv file, a script of the last release, a blog behind a rewrite. */
export const tollBridges: readonly Scenario[] = [crossing, script, notice];
