import type { Scenario } from "../../scenario.ts";

const reservation: Scenario = {
  name: "reservation-at-the-desk",
  files: {
    "package.json": `{
  "name": "front-desk",
  "type": "module",
  "scripts": { "dev": "node --env-file=.env --watch src/main.ts" },
  "dependencies": { "fastify": "^5.2.0" }
}
`,
    ".env": `API_ROOT=/pms
LOG_LEVEL=warn
`,
    "docker-compose.yml": `services:
  front-desk:
    build: .
    env_file: .env
    ports:
      - "3000:3000"
`,
    "src/main.ts": `import { buildApp } from "./app.ts";
import { readConfig } from "./config.ts";

const config = readConfig(process.env);
const app = await buildApp(config);
await app.listen({ port: config.port, host: "127.0.0.1" });
`,
    "src/config.ts": `export interface Config {
  readonly port: number;
  readonly root: string;
}

export function readConfig(env: NodeJS.ProcessEnv): Config {
  return {
    port: Number(env.PORT ?? 3000),
    root: env.API_ROOT ?? "",
  };
}
`,
    "src/app.ts": `import Fastify from "fastify";
import type { Config } from "./config.ts";
import { housekeeping } from "./modules/housekeeping.ts";
import { reservations } from "./modules/reservations.ts";

export async function buildApp(config: Config) {
  const app = Fastify();
  app.get("/healthz", async () => ({ ok: true }));
  await app.register(
    async (api) => {
      await api.register(housekeeping, { prefix: "/housekeeping" });
      await api.register(reservations, { prefix: "/reservations" });
    },
    { prefix: config.root },
  );
  return app;
}
`,
    "src/modules/housekeeping.ts": `import type { FastifyInstance } from "fastify";

export async function housekeeping(app: FastifyInstance) {
  app.get("/rooms", async () => [
    { room: "204", state: "clean" },
    { room: "205", state: "dirty" },
  ]);
}
`,
    "src/modules/reservations.ts": `import type { FastifyInstance } from "fastify";

const booked = new Map([
  ["HX-20931", { guest: "A. Lindqvist", nights: 3 }],
  ["HX-20944", { guest: "P. Okafor", nights: 1 }],
]);

export async function reservations(app: FastifyInstance) {
  app.get<{ Params: { locator: string } }>("/:locator", async (request, reply) => {
    const reservation = booked.get(request.params.locator);
    if (!reservation) {
      return reply.code(404).send({ code: "RESERVATION_NOT_FOUND" });
    }
    return reservation;
  });

  app.post<{ Params: { locator: string } }>("/:locator/check-in", async (request) => {
    return { locator: request.params.locator, checkedIn: true };
  });
}
`,
    "http/http-client.env.json": `{
  "local": { "base": "http://localhost:PORT_OF_api", "locator": "HX-20931" }
}
`,
    "http/desk.http": `### is it up
GET {{base}}/healthz

### guest at the desk
# @name lookup
GET {{base}}/reservations/{{locator}}
Accept: application/json

### hand over the key
POST {{base}}/reservations/{{locator}}/check-in
`,
  },
  servers: [{ name: "api", entry: "src/main.ts", env: { API_ROOT: "/pms" } }],
  ask: ["http/desk.http#lookup", "--env", "local"],
  facts: [
    "GET /healthz 200",
    "GET /reservations/HX-20931 404",
    "GET /pms/reservations/HX-20931 200",
    "GET /pms/housekeeping/rooms 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "src/app.ts", text: "{ prefix: config.root }" },
      { file: "src/config.ts", text: "env.API_ROOT" },
      { file: ".env", text: "API_ROOT=/pms" },
      { file: "src/modules/reservations.ts", text: '"/:locator", async' },
      { file: "http/http-client.env.json", text: '"base"' },
    ],
    fixes: [{ url: "/pms/reservations/HX-20931" }],
  },
};

const plan: Scenario = {
  name: "rate-plan-of-a-summer",
  files: {
    "package.json": `{
  "name": "rates",
  "version": "4.2.0",
  "main": "server.js",
  "dependencies": { "express": "^5.1.0" }
}
`,
    "server.js": `const express = require("express");
const ratePlans = require("./lib/ratePlanRoutes");

const app = express();
app.set("x-powered-by", false);
app.use("/api/v1/rate-plans", ratePlans);
app.use((err, req, res, next) => {
  res.status(500).json({ code: "UNEXPECTED" });
});

app.listen(process.env.PORT || 3000);
`,
    "lib/ratePlanRoutes.js": `const { Router } = require("express");
const { findByCode, list } = require("./ratePlanStore");

const router = Router();

router.get("/", (req, res) => {
  const plans = list({ state: req.query.state });
  res.json({ count: plans.length, plans });
});

router.get("/:code", (req, res) => {
  const plan = findByCode(req.params.code);
  if (!plan) return res.status(404).json({ code: "RATE_PLAN_NOT_FOUND" });
  return res.json(plan);
});

module.exports = router;
`,
    "lib/ratePlanStore.js": `const plans = require("../data/rate-plans.json");

const SOLD = new Set(["published", "draft"]);

function findByCode(code) {
  return plans.find((plan) => plan.code === code && SOLD.has(plan.state));
}

function list({ state }) {
  if (state === "all") return plans;
  return plans.filter((plan) => SOLD.has(plan.state));
}

module.exports = { findByCode, list };
`,
    "data/rate-plans.json": `[
  { "code": "BAR", "state": "published", "from": 129 },
  { "code": "SUMMER-25", "state": "published", "from": 99 },
  { "code": "SUMMER-24", "state": "retired", "from": 95 },
  { "code": "WELLNESS", "state": "draft", "from": 189 }
]
`,
    "openapi.yaml": `openapi: 3.0.3
info:
  title: Rates
  version: 4.2.0
paths:
  /api/v1/rate-plans:
    get:
      operationId: listRatePlans
      parameters:
        - name: state
          in: query
          schema:
            type: string
            enum: [sold, all]
      responses:
        "200":
          description: Rate plans
  /api/v1/rate-plans/{code}:
    get:
      operationId: getRatePlan
      parameters:
        - name: code
          in: path
          required: true
          schema:
            type: string
      responses:
        "200":
          description: One rate plan
        "404":
          description: There is none
`,
    "scratch.http": `@rates = http://localhost:PORT_OF_api/api/v1

### this year
GET {{rates}}/rate-plans/SUMMER-25

### guest shows a voucher of last year
# @name voucher
GET {{rates}}/rate-plans/SUMMER-24
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["scratch.http#voucher"],
  facts: [
    "GET /api/v1/rate-plans 200",
    "GET /api/v1/rate-plans?state=all 200",
    "GET /api/v1/rate-plans/SUMMER-25 200",
    "GET /api/v1/rate-plans/SUMMER-24 404",
    "GET /api/v1/rate-plans/NONE 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["archived"],
    links: [
      { file: "lib/ratePlanStore.js", text: "plan.code === code" },
      { file: "lib/ratePlanStore.js", text: "const SOLD" },
      { file: "data/rate-plans.json", text: '"SUMMER-24"' },
      { file: "lib/ratePlanRoutes.js", text: 'router.get("/:code"' },
    ],
  },
};

/** Hotels: reservations and rate plans. */
export const hotels: readonly Scenario[] = [reservation, plan];
