import type { Scenario } from "../../scenario.ts";
import { hotels } from "./hotels.ts";
import { turnsOf } from "./turn.ts";

const vary = turnsOf([...hotels]);

/** Reservations and rate plans of the hotels, one thing turned in each. */
export const turnedHotels: readonly Scenario[] = [
  vary(
    "reservation-at-the-desk",
    "turned-reservation-compose",
    {
      ".env": null,
      "docker-compose.yml": `services:
  front-desk:
    build: .
    environment:
      - API_ROOT=/pms
      - LOG_LEVEL=warn
    ports:
      - "3000:3000"
`,
    },
    {
      truth: {
        links: [
          { file: "src/app.ts", text: "{ prefix: config.root }" },
          { file: "src/app.ts", text: "await app.register(" },
          { file: "docker-compose.yml", text: "API_ROOT" },
          { file: "src/modules/reservations.ts", text: '"/:locator", async' },
        ],
      },
    },
  ),
  vary(
    "reservation-at-the-desk",
    "turned-reservation-yaml",
    {
      ".env": null,
      "config/default.yaml": "server:\n  root: /pms\n  workers: 2\n",
      "src/config.ts": `import { readFileSync } from "node:fs";

export interface Config {
  readonly port: number;
  readonly root: string;
}

export function readConfig(env: NodeJS.ProcessEnv): Config {
  const text = readFileSync(new URL("../config/default.yaml", import.meta.url), "utf8");
  const root = /^ {2}root: *(\\S+)/m.exec(text)?.[1] ?? "";
  return { port: Number(env.PORT ?? 3000), root };
}
`,
    },
    {
      truth: {
        links: [
          { file: "src/app.ts", text: "{ prefix: config.root }" },
          { file: "config/default.yaml", text: "root:" },
          { file: "src/modules/reservations.ts", text: '"/:locator", async' },
          { file: "http/http-client.env.json", text: '"base"' },
        ],
      },
    },
  ),
  vary(
    "rate-plan-of-a-summer",
    "turned-plan-active-false",
    {
      "data/rate-plans.json": `[
  { "code": "BAR", "active": true, "from": 129 },
  { "code": "SUMMER-25", "active": true, "from": 99 },
  { "code": "SUMMER-24", "active": false, "from": 95 }
]
`,
      "lib/ratePlanStore.js": `const plans = require("../data/rate-plans.json");

function findByCode(code) {
  return plans.find((plan) => plan.code === code && plan.active);
}

function list({ state }) {
  return state === "all" ? plans : plans.filter((plan) => plan.active);
}

module.exports = { findByCode, list };
`,
    },
    {
      truth: {
        kinds: ["archived"],
        links: [
          { file: "lib/ratePlanStore.js", text: "plan.code === code" },
          { file: "data/rate-plans.json", text: "SUMMER-24" },
          { file: "lib/ratePlanRoutes.js", text: 'router.get("/:code"' },
        ],
      },
    },
  ),
  vary(
    "rate-plan-of-a-summer",
    "turned-plan-sql",
    {
      "data/rate-plans.json": null,
      "db/schema.sql": `CREATE TABLE rate_plans (code TEXT PRIMARY KEY, state TEXT NOT NULL, from_price INTEGER);
INSERT INTO rate_plans VALUES ('BAR', 'published', 129);
INSERT INTO rate_plans VALUES ('SUMMER-25', 'published', 99);
INSERT INTO rate_plans VALUES ('SUMMER-24', 'retired', 95);
`,
      "lib/ratePlanStore.js": `const { readFileSync } = require("node:fs");
const { DatabaseSync } = require("node:sqlite");

const db = new DatabaseSync(":memory:");
db.exec(readFileSync("db/schema.sql", "utf8"));

function findByCode(code) {
  return db.prepare("SELECT * FROM rate_plans WHERE code = ? AND state IN ('published', 'draft')").get(code);
}

function list({ state }) {
  const where = state === "all" ? "" : "WHERE state IN ('published', 'draft')";
  return db.prepare("SELECT * FROM rate_plans " + where).all();
}

module.exports = { findByCode, list };
`,
    },
    {
      truth: {
        links: [
          { file: "lib/ratePlanStore.js", text: "WHERE code = ?" },
          { file: "db/schema.sql", text: "SUMMER-24" },
          { file: "lib/ratePlanRoutes.js", text: 'router.get("/:code"' },
        ],
      },
    },
  ),
  vary(
    "reservation-at-the-desk",
    "turned-root-k8s",
    {
      ".env": null,
      "docker-compose.yml": null,
      "k8s/deployment.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: front-desk
spec:
  template:
    spec:
      containers:
        - name: front-desk
          image: front-desk:1.9
          env:
            - name: LOG_LEVEL
              value: warn
            - name: API_ROOT
              value: /pms
`,
    },
    {
      truth: {
        links: [
          { file: "src/app.ts", text: "await app.register(" },
          { file: "src/app.ts", text: "{ prefix: config.root }" },
          { file: "k8s/deployment.yaml", text: "value: /pms" },
          { file: "k8s/deployment.yaml", text: "API_ROOT" },
          { file: "src/modules/reservations.ts", text: '"/:locator", async' },
        ],
      },
    },
  ),
  vary(
    "reservation-at-the-desk",
    "turned-root-unknown",
    { ".env": null, "docker-compose.yml": null },
    {
      truth: {
        kinds: ["base-path"],
        fixes: [{ kind: "ask" }, { kind: "edit-variable" }, { kind: "edit-request" }],
        links: [
          { file: "src/app.ts", text: "await app.register(" },
          { file: "src/app.ts", text: "{ prefix: config.root }" },
          { file: "src/config.ts", text: "API_ROOT" },
          { file: "src/modules/reservations.ts", text: '"/:locator", async' },
        ],
      },
    },
  ),
  vary(
    "rate-plan-of-a-summer",
    "turned-plan-valid-until",
    {
      "data/rate-plans.json": `[
  { "code": "BAR", "validUntil": "2099-12-31", "from": 129 },
  { "code": "SUMMER-25", "validUntil": "2099-09-30", "from": 99 },
  { "code": "SUMMER-24", "validUntil": "2024-09-30", "from": 95 }
]
`,
      "lib/ratePlanStore.js": `const plans = require("../data/rate-plans.json");

const today = () => new Date().toISOString().slice(0, 10);

function findByCode(code) {
  return plans.find((plan) => plan.code === code && plan.validUntil >= today());
}

function list({ state }) {
  return state === "all" ? plans : plans.filter((plan) => plan.validUntil >= today());
}

module.exports = { findByCode, list };
`,
    },
    {
      truth: {
        kinds: ["archived", "deleted"],
        links: [
          { file: "lib/ratePlanStore.js", text: "plan.code === code" },
          { file: "data/rate-plans.json", text: "SUMMER-24" },
        ],
      },
    },
  ),
];
