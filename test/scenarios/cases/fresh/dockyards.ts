import type { Scenario } from "../../scenario.ts";

const cranes: Scenario = {
  name: "cranes-behind-the-router",
  files: {
    "package.json": `{
  "name": "cranes",
  "type": "module",
  "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" }
}
`,
    "docker-compose.yml": `services:
  traefik:
    image: traefik:v3.1
    command:
      - --providers.docker=true
      - --entrypoints.web.address=:80
      - --entrypoints.intranet.address=:8443
    ports:
      - "PORT_OF_web:80"
      - "PORT_OF_intranet:8443"
    volumes:
      - /var/run/docker.sock:/var/run/docker.sock:ro

  cranes:
    build: .
    labels:
      - traefik.enable=true
      - traefik.http.routers.cranes.rule=PathPrefix(\`/cranes\`)
      - traefik.http.routers.cranes.entrypoints=web
      - traefik.http.services.cranes.loadbalancer.server.port=3000
`,
    "src/index.js": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { cranes } from "./cranes.js";

const app = new Hono();

app.get("/cranes", (c) => c.json(cranes.map(({ id, dock }) => ({ id, dock }))));
app.get("/cranes/:id/load", (c) => {
  const crane = cranes.find(({ id }) => id === c.req.param("id"));
  return crane ? c.json({ tonnes: crane.tonnes }) : c.json({ error: "crane not found" }, 404);
});

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/cranes.js": `export const cranes = [
  { id: "c-1", dock: 3, tonnes: 12.5 },
  { id: "c-2", dock: 5, tonnes: 0 },
];
`,
    "http/http-client.env.json": `{
  "intranet": { "host": "http://localhost:PORT_OF_intranet" }
}
`,
    "http/cranes.http": `### Load of the first crane
# @name load
GET {{host}}/cranes/c-1/load
`,
  },
  servers: [
    { name: "api", entry: "src/index.js" },
    {
      name: "web",
      entry: "front:ruleProxy",
      env: { SERVER: "traefik", RULES: '[{ "from": "^/cranes", "port": "PORT_OF_api" }]' },
    },
    { name: "intranet", entry: "front:ruleProxy", env: { SERVER: "traefik", RULES: "[]" } },
  ],
  ask: ["http/cranes.http#load", "--env", "intranet"],
  facts: [
    "intranet:GET /cranes/c-1/load 404",
    "web:GET /cranes/c-1/load 200",
    "api:GET /cranes/c-1/load 200",
    "web:GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-entrypoint"],
    links: [
      { file: "docker-compose.yml", text: "routers.cranes.entrypoints=web" },
      { file: "docker-compose.yml", text: "routers.cranes.rule" },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_web/cranes/c-1/load" }, { kind: "edit-rewrite" }],
  },
};

const orders: Scenario = {
  name: "work-orders-at-the-gateway",
  files: {
    "package.json": `{
  "name": "dock-orders",
  "type": "module",
  "devDependencies": { "serverless": "^4.4.0" }
}
`,
    "serverless.yml": `service: dock-orders

provider:
  name: aws
  runtime: nodejs22.x
  stage: prod
  region: eu-central-1

functions:
  listOrders:
    handler: src/handlers.list
    events:
      - http:
          path: orders
          method: get
  getOrder:
    handler: src/handlers.get
    events:
      - http:
          path: orders/{orderId}
          method: get
`,
    "src/handlers.js": `import { orders } from "./orders.js";

const answer = (statusCode, body) => ({
  statusCode,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

export const list = async () => answer(200, orders);

export const get = async (event) => {
  const order = orders.find(({ id }) => id === event.pathParameters.orderId);
  return order ? answer(200, order) : answer(404, { message: "Order not found" });
};
`,
    "src/orders.js": `export const orders = [
  { id: "wo-88", dock: 3, task: "Repaint hull" },
  { id: "wo-91", dock: 5, task: "Replace rudder" },
];
`,
    "orders.http": `@gateway = http://localhost:PORT_OF_gateway

### an order
# @name order
GET {{gateway}}/orders/wo-88
Accept: application/json
`,
  },
  deployed: {
    "gateway.mjs": `import { randomUUID } from "node:crypto";
import { createServer } from "node:http";

const orders = [
  { id: "wo-88", dock: 3, task: "Repaint hull" },
  { id: "wo-91", dock: 5, task: "Replace rudder" },
];

createServer((request, response) => {
  const send = (status, body, fields = {}) => {
    response.writeHead(status, { "content-type": "application/json", "x-amzn-requestid": randomUUID(), "x-amz-apigw-id": "Kd2xQF1cliAEZ0g=", ...fields });
    response.end(JSON.stringify(body));
  };
  const [path] = request.url.split("?");
  const [, id] = /^\\/prod\\/orders\\/([^/]+)$/.exec(path) ?? [];
  if (request.method === "GET" && path === "/prod/orders") return send(200, orders);
  if (request.method === "GET" && id !== undefined) {
    const order = orders.find((one) => one.id === id);
    return order ? send(200, order) : send(404, { message: "Order not found" });
  }
  if (!path.startsWith("/prod")) return send(403, { message: "Forbidden" }, { "x-amzn-errortype": "ForbiddenException" });
  send(403, { message: "Missing Authentication Token" }, { "x-amzn-errortype": "MissingAuthenticationTokenException" });
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "gateway", entry: "deployed:gateway.mjs" }],
  ask: ["orders.http#order"],
  facts: [
    "GET /orders/wo-88 403",
    "GET /prod/orders/wo-88 200",
    "GET /prod/orders 200",
    "GET /prod/orders/wo-1 404",
    "GET /prod/other 403",
  ],
  truth: {
    outcome: "soft-not-found",
    kinds: ["base-path"],
    links: [
      { file: "serverless.yml", text: "stage: prod" },
      { file: "serverless.yml", text: "path: orders/{orderId}" },
      { file: "serverless.yml", text: "handler: src/handlers.get" },
      { file: "src/handlers.js", text: "export const get" },
    ],
    fixes: [{ url: "/prod/orders/wo-88" }],
  },
};

const certificates: Scenario = {
  name: "certificate-of-a-hull",
  files: {
    "package.json": `{
  "name": "hull-certificates",
  "type": "module",
  "version": "1.9.0",
  "dependencies": { "express": "^5.0.0" }
}
`,
    "src/server.js": `import express from "express";
import { certificates } from "./certificates.js";
import { hulls } from "./hulls.js";

const app = express();
app.use("/api/hulls", hulls);
app.use("/api/certificates", certificates);
app.listen(process.env.PORT ?? 3000);
`,
    "src/hulls.js": `import { Router } from "express";

const known = [{ id: 17, name: "Meridian" }];

export const hulls = Router();
hulls.get("/", (_req, res) => res.json(known));
hulls.get("/:id", (req, res) => {
  const hull = known.find(({ id }) => id === Number(req.params.id));
  if (!hull) return res.status(404).json({ error: "hull not found" });
  res.json(hull);
});
`,
    "src/certificates.js": `import { Router } from "express";

const issued = [{ hull: 17, class: "1A", until: "2028-03-31" }];

export const certificates = Router();
certificates.get("/", (_req, res) => res.json(issued));
certificates.get("/by-hull/:hull", (req, res) => {
  const found = issued.filter(({ hull }) => hull === Number(req.params.hull));
  res.json(found);
});
`,
    "requests.http": `@api = http://localhost:PORT_OF_api/api

### Hulls
GET {{api}}/hulls

### Certificates of a hull
# @name certificates
GET {{api}}/certificates/by-hull/17
`,
  },
  deployed: {
    "server.js": `import express from "express";
import { hulls } from "./hulls.js";

const app = express();
app.use("/api/hulls", hulls);
app.listen(process.env.PORT ?? 3000);
`,
    "package.json": `{ "type": "module" }
`,
    "hulls.js": `import { Router } from "express";

const known = [{ id: 17, name: "Meridian" }];

export const hulls = Router();
hulls.get("/", (_req, res) => res.json(known));
hulls.get("/:id", (req, res) => {
  const hull = known.find(({ id }) => id === Number(req.params.id));
  if (!hull) return res.status(404).json({ error: "hull not found" });
  res.json(hull);
});
`,
  },
  servers: [{ name: "api", entry: "deployed:server.js" }],
  ask: ["requests.http#certificates"],
  facts: [
    "GET /api/hulls 200",
    "GET /api/hulls/17 200",
    "GET /api/certificates/by-hull/17 404",
    "GET /api/certificates 404",
    "GET /api/hulls/1 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["not-deployed"],
    links: [
      { file: "src/certificates.js", text: "/by-hull/:hull" },
      { file: "src/server.js", text: 'app.use("/api/certificates"' },
    ],
  },
};

/** A dockyard: cranes behind an edge router, work orders at a gateway, a route that was written this week. */
export const dockyards: readonly Scenario[] = [cranes, orders, certificates];
