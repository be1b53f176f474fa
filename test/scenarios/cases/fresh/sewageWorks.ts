import type { Scenario } from "../../scenario.ts";

const readings: Scenario = {
  name: "readings-of-a-plant",
  files: {
    "package.json": `{ "name": "plant-readings", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "api/index.ts": `import express from "express";
import { plants } from "./plants.ts";

const app = express();
const v2 = express.Router();

v2.get("/plants", (_req, res) => {
  res.json(plants);
});
v2.get("/plants/:code/readings", (req, res) => {
  const plant = plants.find(({ code }) => code === req.params.code);
  if (plant === undefined) {
    res.status(404).json({ error: "unknown plant" });
    return;
  }
  res.json(plant.readings);
});

app.use("/api/v2", v2);
app.listen(Number(process.env.PORT ?? 3000));
`,
    "api/plants.ts": `export const plants = [
  { code: "west", readings: [7.1, 7.2] },
  { code: "harbour", readings: [6.9] },
];
`,
    "dashboard/.env.local": `API_BASE=http://localhost:PORT_OF_api/api
`,
    "dashboard/src/readings.ts": `const base = process.env.API_BASE ?? "http://localhost:3000/api";

export async function readingsOf(plant: string): Promise<number[]> {
  const response = await fetch(\`\${base}/plants/\${encodeURIComponent(plant)}/readings\`);
  if (!response.ok) {
    throw new Error(\`readings of \${plant}: \${response.status}\`);
  }
  return (await response.json()) as number[];
}
`,
  },
  servers: [{ name: "api", entry: "api/index.ts" }],
  ask: ["--curl", "curl -i http://localhost:PORT_OF_api/api/plants/harbour/readings"],
  facts: [
    "GET /api/plants/harbour/readings 404",
    "GET /api/v2/plants/harbour/readings 200",
    "GET /api/v2/plants/east/readings 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: "api/index.ts", text: '"/plants/:code/readings"' },
      { file: "api/index.ts", text: 'app.use("/api/v2"' },
      { file: "dashboard/.env.local", text: "API_BASE" },
    ],
    fixes: [{ url: "/api/v2/plants/harbour/readings" }],
  },
};

const alarms: Scenario = {
  name: "alarms-of-last-night",
  files: {
    "package.json": `{ "name": "alarms", "type": "module", "version": "0.14.0", "dependencies": { "fastify": "^5.0.0" } }
`,
    "src/server.ts": `import Fastify from "fastify";
import { alarms } from "./alarms.ts";
import { pumps } from "./pumps.ts";

const app = Fastify();
app.register(pumps, { prefix: "/pumps" });
app.register(alarms, { prefix: "/alarms" });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/pumps.ts": `import type { FastifyInstance } from "fastify";

const installed = [{ id: 1, running: true }, { id: 2, running: false }];

export async function pumps(app: FastifyInstance) {
  app.get("/", async () => installed);
}
`,
    "src/alarms.ts": `import type { FastifyInstance } from "fastify";

const open = [{ id: 41, pump: 2, at: "02:14" }];

export async function alarms(app: FastifyInstance) {
  app.get("/", async () => open);
  app.get("/open", async () => open.filter(({ pump }) => pump > 0));
  app.get("/open/count", async () => ({ count: open.length }));
}
`,
    "alarms.http": `@works = http://localhost:PORT_OF_api

### alarms
GET {{works}}/alarms

### how many are open
# @name count
GET {{works}}/alarms/open/count
`,
  },
  deployed: {
    "package.json": `{ "type": "module" }
`,
    "server.ts": `import Fastify from "fastify";

const app = Fastify();
const pumps = [{ id: 1, running: true }, { id: 2, running: false }];
const open = [{ id: 41, pump: 2, at: "02:14" }];

app.get("/pumps", async () => pumps);
app.get("/alarms", async () => open);
app.get("/alarms/open", async () => open.filter(({ pump }) => pump > 0));
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [{ name: "api", entry: "deployed:server.ts" }],
  ask: ["alarms.http#count"],
  facts: ["GET /alarms 200", "GET /alarms/open 200", "GET /alarms/open/count 404", "GET /pumps 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-deployed"],
    links: [{ file: "src/alarms.ts", text: 'app.get("/open/count"' }],
  },
};

const pump: Scenario = {
  name: "pump-that-answers",
  files: {
    "package.json": `{ "name": "pumps", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "app.mjs": `import Fastify from "fastify";

const app = Fastify({ ignoreTrailingSlash: true });
const pumps = new Map([["p-1", { id: "p-1", litres: 900 }]]);

app.get("/pumps/:id", async (request, reply) => pumps.get(request.params.id) ?? reply.code(404).send({ error: "no pump" }));

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "pump.http": `###
GET http://localhost:PORT_OF_api/pumps/p-1/
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "app.mjs" }],
  ask: ["pump.http:2"],
  facts: ["GET /pumps/p-1/ 200", "GET /pumps/p-2 404"],
  truth: { outcome: "answered", kinds: [] },
};

const mail: Scenario = {
  name: "mail-of-the-works",
  files: {
    "package.json": `{ "name": "works-mail", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "server.js": `import express from "express";
import { messages } from "./messages.js";

const app = express();
app.use("/messages", messages);
app.use((req, res) => {
  res.status(404).json({ type: "about:blank", title: "Not Found", status: 404, instance: req.originalUrl });
});
app.listen(process.env.PORT ?? 3000);
`,
    "messages.js": `import { Router } from "express";

const inbox = new Map([
  ["anna@works.example", ["Shift plan for July"]],
  ["b.ortiz@works.example", ["Pump 2"]],
]);

export const messages = Router();

messages.get("/:address", (req, res, next) => {
  const found = inbox.get(req.params.address);
  if (found === undefined) return next();
  res.json({ address: req.params.address, subjects: found });
});
`,
    "mail.http": `@mail = http://localhost:PORT_OF_api
@who = b.ortiz@works.example%E2%80%8B

### inbox
# @name inbox
GET {{mail}}/messages/{{who}}
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["mail.http#inbox"],
  facts: [
    "GET /messages/b.ortiz@works.example%E2%80%8B 404",
    "GET /messages/b.ortiz@works.example 200",
    "GET /messages/none 404",
    "GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["stray-characters"],
    links: [{ file: "mail.http", text: "@who" }],
    fixes: [{ url: "/messages/b.ortiz@works.example" }],
  },
};

/** Sewage works: an answer that is fine, readings of a plant in a client's base, alarms of an old build, a pump of another stage. */
export const sewageWorks: readonly Scenario[] = [readings, alarms, pump, mail];
