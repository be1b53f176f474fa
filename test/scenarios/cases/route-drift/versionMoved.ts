import type { Scenario } from "../../scenario.ts";

const orders: Scenario = {
  name: "orders-by-number",
  files: {
    "package.json": '{ "name": "orders", "type": "module", "dependencies": { "express": "^5.1.0" } }',
    "http-client.env.json": `{
  "production": { "host": "http://localhost:PORT_OF_api" }
}`,
    "requests/orders.http": `### Open orders
# @name listOrders
GET {{host}}/api/v1/orders?state=open
Accept: application/json

### One order
# @name getOrder
GET {{host}}/api/v2/orders/8472
Accept: application/json
`,
    "src/server.js": `import express from "express";
import { versionOne } from "./v1/index.js";

const app = express();
app.use(express.json());
app.get("/health", (_req, res) => res.json({ ok: true }));
app.use("/api/v1", versionOne);
app.listen(process.env.PORT ?? 3000);
`,
    "src/v1/index.js": `import { Router } from "express";
import orders from "./orders.js";
import parcels from "./parcels.js";

export const versionOne = Router();
versionOne.use("/orders", orders);
versionOne.use("/parcels", parcels);
`,
    "src/v1/orders.js": `import { Router } from "express";

const orders = [
  { id: 8471, state: "open", total: 1890 },
  { id: 8472, state: "open", total: 4200 },
  { id: 8473, state: "sent", total: 310 },
];
const router = Router();

router.get("/", (req, res) => {
  const { state } = req.query;
  res.json({ items: orders.filter((order) => state === undefined || order.state === state) });
});

router.get("/:number", (req, res) => {
  const order = orders.find(({ id }) => id === Number(req.params.number));
  if (!order) return res.status(404).json({ error: "order_not_found", number: req.params.number });
  res.json(order);
});

export default router;
`,
    "src/v1/parcels.js": `import { Router } from "express";

const router = Router();
router.get("/:code", (req, res) => res.json({ code: req.params.code, depot: "Lyon" }));
export default router;
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["requests/orders.http#getOrder", "--env", "production"],
  facts: [
    "GET /api/v2/orders/8472 404",
    "GET /api/v1/orders/8472 200",
    "GET /api/v1/orders/5 404",
    "GET /api/v3/orders/8472 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [{ file: "src/v1/orders.js", text: 'router.get("/:number"' }],
    fixes: [{ url: "/api/v1/orders/8472", kind: "edit-request" }],
  },
};

const readings: Scenario = {
  name: "device-readings",
  files: {
    "package.json": '{ "name": "telemetry", "private": true, "dependencies": { "fastify": "^5.0.0" } }',
    "calls.http": `@gateway = http://localhost:PORT_OF_api

### readings of the pump
# @name readings
GET {{gateway}}/v1/devices/pump-07/readings?since=2026-01-01
Accept: application/json

### all devices
# @name devices
GET {{gateway}}/v3/devices
`,
    "service/index.js": `const buildServer = require("./build");

buildServer().listen({ port: Number(process.env.PORT || 8080), host: "localhost" });
`,
    "service/build.js": `const fastify = require("fastify");

module.exports = function buildServer() {
  const server = fastify({ logger: false });
  server.register(require("./plugins/devices"), { prefix: "/v3/devices" });
  server.register(require("./plugins/alarms"), { prefix: "/v3/alarms" });
  return server;
};
`,
    "service/plugins/devices.js": `const devices = new Map([
  ["pump-07", [{ at: "2026-02-01T10:00:00Z", bar: 4.1 }]],
  ["pump-08", []],
]);

module.exports = async function (instance) {
  instance.get("/", async () => [...devices.keys()]);

  instance.get("/:device/readings", async (request, reply) => {
    const found = devices.get(request.params.device);
    return found ?? reply.code(404).send({ message: "no device " + request.params.device });
  });
};
`,
    "service/plugins/alarms.js": `module.exports = async function (instance) {
  instance.get("/", async () => []);
  instance.post("/:id/ack", async () => ({ acknowledged: true }));
};
`,
  },
  servers: [{ name: "api", entry: "service/index.js" }],
  ask: ["calls.http#readings"],
  facts: [
    "GET /v1/devices/pump-07/readings 404",
    "GET /v3/devices/pump-07/readings 200",
    "GET /v2/devices/pump-07/readings 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [{ file: "service/plugins/devices.js", text: '"/:device/readings"' }],
    fixes: [{ url: "/v3/devices/pump-07/readings?since=2026-01-01" }],
  },
};

const members: Scenario = {
  name: "library-member",
  files: {
    "package.json":
      '{ "name": "library", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }',
    "members.http": `@library = http://localhost:PORT_OF_api

### Card of a member
# @name member
GET {{library}}/members/1702/loans
Accept: application/json
`,
    "app/main.mjs": `import Koa from "koa";
import { members } from "./members.mjs";
import { shelves } from "./shelves.mjs";

const app = new Koa();
app.use(members.routes());
app.use(shelves.routes());
app.listen(process.env.PORT ?? 4000);
`,
    "app/members.mjs": `import Router from "@koa/router";

export const members = new Router({ prefix: "/v1/members" });
const loans = { 1702: ["Middlemarch"], 1703: [] };

members.get("/:card/loans", (ctx) => {
  const found = loans[ctx.params.card];
  ctx.assert(found, 404, "unknown card");
  ctx.body = found;
});
`,
    "app/shelves.mjs": `import Router from "@koa/router";

export const shelves = new Router({ prefix: "/v1/shelves" });
shelves.get("/", (ctx) => {
  ctx.body = ["A1", "A2"];
});
`,
  },
  servers: [{ name: "api", entry: "app/main.mjs" }],
  ask: ["members.http#member"],
  facts: ["GET /members/1702/loans 404", "GET /v1/members/1702/loans 200"],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved", "base-path"],
    links: [{ file: "app/members.mjs", text: '"/:card/loans"' }],
    fixes: [{ url: "/v1/members/1702/loans" }],
  },
};

const students: Scenario = {
  name: "student-record",
  files: {
    "school.http": `### Student
# @name student
GET http://127.0.0.1:PORT_OF_api/api/v1/students/S-204
`,
    "school/main.py": `import os

import uvicorn
from fastapi import FastAPI

from routers import classes, students

app = FastAPI(title="School")
app.include_router(students.router, prefix="/api/v2")
app.include_router(classes.router, prefix="/api/v1")

if __name__ == "__main__":
    uvicorn.run(app, port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "school/routers/__init__.py": "",
    "school/routers/students.py": `from fastapi import APIRouter, HTTPException

router = APIRouter(prefix="/students", tags=["students"])
STUDENTS = {"S-204": {"name": "Imani"}, "S-205": {"name": "Jonas"}}


@router.get("/{number}")
def read_student(number: str):
    if number not in STUDENTS:
        raise HTTPException(status_code=404)
    return STUDENTS[number]
`,
    "school/routers/classes.py": `from fastapi import APIRouter

router = APIRouter(prefix="/classes")


@router.get("")
def list_classes():
    return [{"id": "4b"}]
`,
  },
  servers: [{ name: "api", entry: "school/main.py", needs: "fastapi" }],
  ask: ["school.http#student"],
  facts: ["GET /api/v1/students/S-204 404", "GET /api/v2/students/S-204 200", "GET /api/v2/students/none 404"],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [{ file: "school/routers/students.py", text: '@router.get("/{number}")' }],
    fixes: [{ url: "/api/v2/students/S-204" }],
  },
};

/** Requests that ask for a version which the service does not route. */
export const versionMoved: readonly Scenario[] = [orders, readings, members, students];
