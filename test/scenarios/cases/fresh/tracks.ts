import type { Scenario } from "../../scenario.ts";

const trips: Scenario = {
  name: "first-tram-of-the-day",
  files: {
    "compose.yaml": `services:
  web:
    image: caddy:2
    volumes: ["./Caddyfile:/etc/caddy/Caddyfile:ro"]
    ports: ["PORT_OF_web:80"]
  depot:
    build: ./depot
`,
    Caddyfile: `:80 {
	handle_path /depot/* {
		reverse_proxy depot:8080
	}
	respond 404
}
`,
    "depot/package.json": '{ "name": "depot", "type": "module" }',
    "depot/server.js": `import { createServer } from "node:http";
import { route } from "./router.js";

createServer((request, response) => {
  const body = route(request.method, new URL(request.url, "http://depot").pathname);
  if (body === undefined) return response.writeHead(404).end();
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}).listen(Number(process.env.PORT ?? 8080));
`,
    "depot/router.js": `import { lines, trip } from "./timetable.js";

const routes = [
  { method: "GET", path: /^\\/lines$/, answer: () => lines() },
  { method: "GET", path: /^\\/lines\\/(\\d+)\\/trips\\/(\\d{4}-\\d{2}-\\d{2})\\/(\\d{4})$/, answer: (line, day, at) => trip(line, day, at) },
];

export function route(method, path) {
  for (const one of routes) {
    const match = one.method === method ? one.path.exec(path) : null;
    if (match) return one.answer(...match.slice(1));
  }
}
`,
    "depot/timetable.js": `const trips = {
  7: { "2026-11-23": { "0415": { car: 2041 }, "0435": { car: 2017 } } },
  9: { "2026-11-23": { "0440": { car: 2008 } } },
};

export const lines = () => Object.keys(trips);
export const trip = (line, day, at) => trips[line]?.[day]?.[at];
`,
    "depot.http": `@depot = http://localhost:PORT_OF_web/depot

### lines
GET {{depot}}/lines

### the one the bakers take
GET {{depot}}/lines/7/trips/2026-11-23/0435

### the very first
# @name first
GET {{depot}}/lines/7/trips/2026-11-23/0355
`,
  },
  servers: [
    { name: "depot", entry: "depot/server.js" },
    {
      name: "web",
      entry: "front:ruleProxy",
      env: { SERVER: "Caddy", RULES: '[{"from":"^/depot/","to":"/","port":"PORT_OF_depot"}]' },
    },
  ],
  ask: ["depot.http#first"],
  facts: [
    "web:GET /depot/lines 200",
    "web:GET /depot/lines/7/trips/2026-11-23/0435 200",
    "web:GET /depot/lines/7/trips/2026-11-23/0355 404",
    "web:GET /lines 404",
  ],
  truth: { outcome: "not-found", kinds: ["unknown-id"] },
};

const kiosk: Scenario = {
  name: "menu-in-the-dining-car",
  files: {
    "package.json": '{ "name": "dining-car", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "config/default.json": '{\n  "name": "dining car",\n  "basePath": "/onboard",\n  "currency": "EUR"\n}\n',
    "src/index.js": `import { createApp } from "./createApp.js";
import { config } from "./config.js";

createApp(config).listen(process.env.PORT ?? 3000);
`,
    "src/config.js": `import { readFileSync } from "node:fs";

export const config = JSON.parse(readFileSync(new URL("../config/default.json", import.meta.url), "utf8"));
`,
    "src/createApp.js": `import express from "express";
import { menu } from "./menu.js";
import { orders } from "./orders.js";

export function createApp(config) {
  const api = express.Router();
  api.use("/menu", menu(config.currency));
  api.use("/orders", orders);
  const app = express();
  app.use(config.basePath, api);
  return app;
}
`,
    "src/menu.js": `import { Router } from "express";

export const menu = (currency) => {
  const router = Router();
  router.get("/:course", (req, res) => res.json({ course: req.params.course, price: 14.5, currency }));
  return router;
};
`,
    "src/orders.js": `import { Router } from "express";

export const orders = Router();
orders.post("/", (_req, res) => res.status(202).end());
`,
    "menu.http": `@car = http://localhost:PORT_OF_api

### what is for dinner
# @name dinner
GET {{car}}/menu/dinner
`,
  },
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["menu.http#dinner"],
  facts: ["GET /menu/dinner 404", "GET /onboard/menu/dinner 200", "GET /onboard/none 404"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "src/createApp.js", text: "app.use(config.basePath" },
      { file: "config/default.json", text: '"basePath"' },
      { file: "src/menu.js", text: 'router.get("/:course"' },
    ],
    fixes: [{ url: "/onboard/menu/dinner" }],
  },
};

const lockers: Scenario = {
  name: "locker-at-the-station",
  files: {
    "package.json":
      '{ "name": "lockers", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }',
    ".vscode/settings.json": `{
  "rest-client.environmentVariables": {
    "$shared": { "size": "large" },
    "local": { "lockers": "http://localhost:PORT_OF_api/api/v1" }
  }
}`,
    "server.mjs": `import Koa from "koa";
import { router } from "./routes/index.mjs";

const app = new Koa();
app.use(router.routes());
app.listen(Number(process.env.PORT ?? 3000));
`,
    "routes/index.mjs": `import Router from "@koa/router";
import { free, one } from "../lockers.mjs";

export const router = new Router({ prefix: "/api/v1" });
router.get("/lockers/free", (ctx) => {
  ctx.body = free(ctx.query.size);
});
router.get("/lockers/:number", (ctx) => {
  ctx.body = one(ctx.params.number) ?? ctx.throw(404, "There is no such locker");
});
`,
    "lockers.mjs": `const lockers = { 12: "large", 13: "small" };

export const free = (size) => Object.keys(lockers).filter((number) => lockers[number] === size);
export const one = (number) => (number in lockers ? { number, size: lockers[number] } : null);
`,
    "lockers.http": `### where to put a cello
# @name cello
GET {{lockers}}/api/v1/lockers/free?size={{size}}

### a locker
GET {{lockers}}/lockers/12
`,
  },
  servers: [{ name: "api", entry: "server.mjs" }],
  ask: ["lockers.http#cello", "--env", "local"],
  facts: [
    "GET /api/v1/api/v1/lockers/free?size=large 404",
    "GET /api/v1/lockers/free?size=large 200",
    "GET /api/v1/lockers/12 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["duplicated-segment", "base-path"],
    fixes: [{ url: "/api/v1/lockers/free?size=large" }],
  },
};

/** A tram depot, a dining car and lockers at a station. */
export const tracks: readonly Scenario[] = [trips, kiosk, lockers];
