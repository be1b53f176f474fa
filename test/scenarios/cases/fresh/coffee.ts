import type { Scenario } from "../../scenario.ts";

const roasts: Scenario = {
  name: "roast-of-the-week",
  files: {
    "docker-compose.yml": `services:
  edge:
    image: nginx:1.27-alpine
    ports:
      - "PORT_OF_edge:80"
    volumes:
      - ./edge/default.conf:/etc/nginx/conf.d/default.conf:ro
  roasts:
    build: ./roasts
    environment:
      PORT: "3000"
`,
    "edge/default.conf": `server {
  listen 80;

  location /roasts-service/ {
    proxy_set_header Host $host;
    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    proxy_pass http://roasts:3000;
  }
}
`,
    "roasts/package.json": `{ "name": "roasts", "type": "module", "dependencies": { "express": "^5.1.0" } }
`,
    "roasts/server.js": `import express from "express";
import { roasts } from "./routes.js";

const app = express();
app.use(express.json());
app.use("/roasts", roasts);
app.listen(process.env.PORT ?? 3000, () => console.log("roasts listens"));
`,
    "roasts/routes.js": `import { Router } from "express";

const all = [
  { id: 21, origin: "Huila", level: "light" },
  { id: 22, origin: "Sidama", level: "medium" },
];

export const roasts = Router();

roasts.get("/", (req, res) => {
  res.json(all);
});

roasts.get("/:id", (req, res) => {
  const roast = all.find(({ id }) => id === Number(req.params.id));
  if (!roast) return res.status(404).json({ error: "roast not found" });
  res.json(roast);
});
`,
    "roasts.http": `@edge = http://localhost:PORT_OF_edge

### A roast
# @name roast
GET {{edge}}/roasts-service/roasts/21
`,
  },
  servers: [
    { name: "roasts", entry: "roasts/server.js" },
    {
      name: "edge",
      entry: "front:ruleProxy",
      env: { RULES: '[{ "from": "^/roasts-service/", "port": "PORT_OF_roasts" }]' },
    },
  ],
  ask: ["roasts.http#roast"],
  facts: [
    "edge:GET /roasts-service/roasts/21 404",
    "roasts:GET /roasts/21 200",
    "roasts:GET /roasts-service/roasts/21 404",
    "edge:GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-keeps-prefix"],
    links: [
      { file: "edge/default.conf", text: "proxy_pass" },
      { file: "edge/default.conf", text: "location /roasts-service/" },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

const shopBundle: Scenario = {
  name: "bundle-that-is-a-page",
  files: {
    "package.json": `{ "name": "coffee-shop", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "server.js": `import { fileURLToPath } from "node:url";
import express from "express";

const dist = fileURLToPath(new URL("./dist", import.meta.url));
const app = express();

app.get("/api/beans", (_req, res) => res.json([{ id: 1, name: "Huila" }]));
app.use(express.static(dist));
app.get("/{*page}", (_req, res) => res.sendFile("index.html", { root: dist }));

app.listen(process.env.PORT ?? 3000);
`,
    "dist/index.html": `<!doctype html>
<html>
  <head>
    <title>Coffee</title>
    <script type="module" src="/assets/app-Dk29sLx1.js"></script>
  </head>
  <body><div id="app"></div></body>
</html>
`,
    "dist/assets/app-Dk29sLx1.js": `document.getElementById("app").textContent = "Coffee";
`,
    "dist/assets/checkout-Bw7Yt0eR.js": `export const checkout = () => "Checkout";
`,
    "errors.http": `# Failed to fetch dynamically imported module
# @name chunk
GET http://localhost:PORT_OF_shop/assets/checkout-Cq51vNaM.js
Accept: */*
`,
  },
  servers: [{ name: "shop", entry: "server.js" }],
  ask: ["errors.http#chunk"],
  facts: [
    "GET /assets/checkout-Cq51vNaM.js 200",
    "GET /assets/checkout-Bw7Yt0eR.js 200",
    "GET / 200",
    "GET /api/beans 200",
  ],
  truth: {
    outcome: "soft-not-found",
    kinds: ["stale-asset", "spa-fallback"],
    links: [
      { file: "server.js", text: 'app.get("/{*page}"' },
      { file: "dist/assets/checkout-Bw7Yt0eR.js", text: "export const checkout" },
    ],
  },
};

const report: Scenario = {
  name: "report-of-a-roaster",
  files: {
    "package.json": `{ "name": "roaster-reports", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "server/index.ts": `import Fastify from "fastify";
import { reports } from "./reports.ts";

const app = Fastify();
await app.register(reports, { prefix: "/api/v3/reports" });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "server/reports.ts": `import type { FastifyInstance } from "fastify";

const all = [{ id: 7, month: "2026-04", kilos: 812 }];

export async function reports(app: FastifyInstance) {
  app.get("/", async () => all);
  app.get<{ Params: { id: string } }>("/:id", async ({ params }, reply) => {
    return all.find(({ id }) => id === Number(params.id)) ?? reply.code(404).send({ error: "report not found" });
  });
}
`,
    "jobs/settings.ts": `export const API_URL = process.env.API_URL ?? "http://localhost:PORT_OF_api/api/v3";
`,
    "jobs/monthly.ts": `import { API_URL } from "./settings.ts";

export async function monthlyReport(id: number): Promise<{ kilos: number }> {
  const url = new URL(\`reports/\${id}\`, API_URL);
  const response = await fetch(url);
  if (!response.ok) throw new Error(\`\${response.status} for \${url.href}\`);
  return (await response.json()) as { kilos: number };
}
`,
    "jobs/run.ts": `import { monthlyReport } from "./monthly.ts";

console.log((await monthlyReport(7)).kilos);
`,
  },
  servers: [{ name: "api", entry: "server/index.ts" }],
  ask: ["--url", "http://localhost:PORT_OF_api/api/reports/7"],
  facts: ["GET /api/reports/7 404", "GET /api/v3/reports/7 200", "GET /api/v3/reports/9 404"],
  truth: {
    outcome: "not-found",
    kinds: ["dropped-segment"],
    links: [
      { file: "jobs/monthly.ts", text: "new URL(" },
      { file: "jobs/settings.ts", text: "API_URL" },
    ],
    fixes: [{ url: "/api/v3/reports/7" }],
  },
};

const cupping: Scenario = {
  name: "notes-of-a-cupping",
  files: {
    "package.json": `{ "name": "cupping", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" } }
`,
    "server.js": `import Router from "@koa/router";
import Koa from "koa";
import { cuppings } from "./cuppings.js";

const api = new Router({ prefix: "/api" });
api.use("/cuppings", cuppings.routes());

new Koa().use(api.routes()).listen(process.env.PORT ?? 3000);
`,
    "cuppings.js": `import Router from "@koa/router";

const notes = { "2026-05-02": ["Jasmine", "Bergamot"], "2026-05-09": ["Cocoa"] };

export const cuppings = new Router();
cuppings.get("/", (ctx) => {
  ctx.body = Object.keys(notes);
});
cuppings.get("/:day/notes", (ctx) => {
  const found = notes[ctx.params.day];
  if (!found) ctx.throw(404, "No cupping on that day");
  ctx.body = found;
});
`,
    "web/http.js": `const BASE = "http://localhost:PORT_OF_api/api";

export async function get(path) {
  const response = await fetch(BASE + path);
  if (!response.ok) throw new Error(\`GET \${path}: \${response.status}\`);
  return response.json();
}
`,
    "web/cuppings.js": `import { get } from "./http.js";

export const listCuppings = () => get("/cuppings");
export const notesOf = (day) => get(\`/api/cuppings/\${day}/notes\`);
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: [
    "--curl",
    "curl 'http://localhost:PORT_OF_api/api/api/cuppings/2026-05-02/notes' -H 'Accept: application/json'",
  ],
  facts: [
    "GET /api/api/cuppings/2026-05-02/notes 404",
    "GET /api/cuppings/2026-05-02/notes 200",
    "GET /api/cuppings 200",
    "GET /api/cuppings/2020-01-01/notes 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["duplicated-segment"],
    links: [
      { file: "web/cuppings.js", text: "export const notesOf" },
      { file: "web/http.js", text: "const BASE" },
      { file: "cuppings.js", text: 'cuppings.get("/:day/notes"' },
    ],
    fixes: [{ url: "/api/cuppings/2026-05-02/notes" }],
  },
};

/** Coffee roasters: roasts behind a proxy of containers, a bundle answered by a page, a report that a client asks for, a cupping twice under its prefix. */
export const coffee: readonly Scenario[] = [roasts, shopBundle, report, cupping];
