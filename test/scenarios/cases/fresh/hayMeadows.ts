import type { Scenario } from "../../scenario.ts";

const picture: Scenario = {
  name: "picture-of-a-meadow",
  files: {
    "package.json": `{ "name": "meadows", "type": "module", "dependencies": { "express": "^5.1.0" } }
`,
    "src/server.ts": `import { join } from "node:path";
import express from "express";
import { meadows } from "./meadows.ts";

const root = join(import.meta.dirname, "..");
const app = express();

app.use("/media", express.static(join(root, "uploads")));
app.get("/api/meadows", (_req, res) => {
  res.json(meadows);
});

app.listen(Number(process.env.PORT ?? 3000));
`,
    "src/meadows.ts": `export const meadows = [
  { id: 1, name: "Upper meadow", picture: "uploads/upper.svg" },
  { id: 2, name: "Mill meadow", picture: "uploads/mill.svg" },
];
`,
    "uploads/upper.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><rect width="3" height="2" fill="yellowgreen"/></svg>
`,
    "uploads/mill.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><rect width="3" height="2" fill="olive"/></svg>
`,
    "web/meadows.js": `const meadows = await (await fetch("/api/meadows")).json();

for (const meadow of meadows) {
  const image = new Image();
  image.src = \`/\${meadow.picture}\`;
  image.alt = meadow.name;
  document.body.append(image);
}
`,
    "meadows.http": `### meadows
GET http://localhost:PORT_OF_api/api/meadows

### picture of the first
# @name upper
GET http://localhost:PORT_OF_api/uploads/upper.svg
`,
  },
  servers: [{ name: "api", entry: "src/server.ts" }],
  ask: ["meadows.http#upper"],
  facts: ["GET /api/meadows 200", "GET /uploads/upper.svg 404", "GET /media/upper.svg 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path", "path-moved", "rewrite-rule"],
    links: [
      { file: "src/server.ts", text: 'app.use("/media"' },
      { file: "uploads/upper.svg", text: "<svg" },
      { file: "src/meadows.ts", text: "uploads/upper.svg" },
    ],
    fixes: [{ url: "/media/upper.svg" }],
  },
};

const signin: Scenario = {
  name: "sign-in-of-the-farm",
  files: {
    "package.json": `{ "name": "farm", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "src/index.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { getCookie } from "hono/cookie";

const app = new Hono();

app.get("/sign-in", (c) => c.html("<!doctype html><title>Sign in</title><form method='post'></form>"));

app.use("/ledger/*", async (c, next) => {
  if (getCookie(c, "farm") === undefined) return c.redirect("/sign-in");
  await next();
});

app.get("/ledger/:year", (c) => c.json({ year: c.req.param("year"), bales: 412 }));

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    Caddyfile: `farm.example {
	handle_path /farm/* {
		reverse_proxy localhost:PORT_OF_app
	}
}
`,
    "ledger.http": `@farm = http://localhost:PORT_OF_web/farm

# @name ledger
GET {{farm}}/ledger/2026
`,
  },
  servers: [
    { name: "app", entry: "src/index.ts" },
    {
      name: "web",
      entry: "front:ruleProxy",
      env: { SERVER: "Caddy", RULES: '[{ "from": "^/farm/", "to": "/", "port": "PORT_OF_app" }]' },
    },
  ],
  ask: ["ledger.http#ledger"],
  facts: [
    "web:GET /farm/ledger/2026 302",
    "web:GET /sign-in 404",
    "web:GET /farm/sign-in 200",
    "web:GET /farm/ledger/2026 200 | Cookie: farm=1",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["redirect-drops-path"],
    links: [
      { file: "src/index.ts", text: 'c.redirect("/sign-in")' },
      { file: "Caddyfile", text: "handle_path" },
    ],
    fixes: [{ url: "/farm/sign-in" }, { kind: "edit-route" }, { kind: "edit-rewrite" }],
  },
};

const list: Scenario = {
  name: "list-of-the-barns",
  files: {
    "package.json": `{ "name": "barns", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" } }
`,
    "app.js": `import Router from "@koa/router";
import Koa from "koa";

const barns = [{ id: 1, bales: 90 }, { id: 2, bales: 140 }];
const router = new Router();
router.get("/barns", (ctx) => {
  ctx.body = barns;
});
router.get("/barns/:id", (ctx) => {
  ctx.body = barns.find(({ id }) => id === Number(ctx.params.id)) ?? ctx.throw(404, "barn not found");
});

new Koa({ proxy: true }).use(router.routes()).listen(process.env.PORT ?? 3000);
`,
    "docker-compose.yml": `services:
  traefik:
    image: traefik:v3
    command: ["--providers.docker", "--entrypoints.web.address=:80"]
    ports: ["PORT_OF_edge:80"]
  barns:
    build: .
    labels:
      - "traefik.http.routers.barns.rule=Host(\`barns.farm.example\`)"
      - "traefik.http.services.barns.loadbalancer.server.port=3000"
`,
    "barns.http": `@edge = http://localhost:PORT_OF_edge

### all barns
# @name barns
GET {{edge}}/barns
`,
  },
  deployed: {
    "edge.mjs": `import { createServer, request } from "node:http";

createServer((incoming, outgoing) => {
  if ((incoming.headers.host ?? "").replace(/:\\d+$/, "") !== "barns.farm.example") {
    outgoing.writeHead(404, { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff", "content-length": "19" });
    return outgoing.end("404 page not found\\n");
  }
  const sent = request({ host: "localhost", port: process.env.UPSTREAM, method: incoming.method, path: incoming.url, headers: incoming.headers }, (answer) => {
    outgoing.writeHead(answer.statusCode, answer.headers);
    answer.pipe(outgoing);
  });
  incoming.pipe(sent);
}).listen(process.env.PORT);
`,
  },
  servers: [
    { name: "api", entry: "app.js" },
    { name: "edge", entry: "deployed:edge.mjs", env: { UPSTREAM: "PORT_OF_api" }, passesOn: true },
  ],
  ask: ["barns.http#barns"],
  facts: ["edge:GET /barns 404", "edge:GET /barns 200 | Host: barns.farm.example", "api:GET /barns 200"],
  truth: {
    outcome: "not-found",
    kinds: ["host-unmatched"],
    links: [{ file: "docker-compose.yml", text: "routers.barns.rule" }],
    fixes: [{ kind: "edit-request" }],
  },
};

/** Hay meadows: a picture of a folder, a page to sign in behind a prefix, a list behind a wrong host. */
export const hayMeadows: readonly Scenario[] = [picture, signin, list];
