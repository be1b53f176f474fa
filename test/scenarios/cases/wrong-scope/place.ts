import type { Scenario } from "../../scenario.ts";

const shipmentService = `import express from "express";

const held = new Set((process.env.SHIPMENTS ?? "").split(","));
const app = express();
app.get("/v1/shipments", (_req, res) => res.json([...held].map((id) => ({ id }))));
app.get("/v1/shipments/:id", (req, res) => {
  if (!held.has(req.params.id)) return res.status(404).json({ type: "about:blank", title: "Not Found", status: 404 });
  res.json({ id: req.params.id, state: "in transit" });
});
app.listen(process.env.PORT ?? 3000);
`;

const shipments: Scenario = {
  name: "shipment-by-hub",
  files: {
    "package.json": '{ "name": "shipments", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "http-client.env.json": `{
  "eu-west": { "region": "eu-west", "hub": "http://localhost:PORT_OF_eu", "apiKey": "eu-key-771" },
  "us-east": { "region": "us-east", "hub": "http://localhost:PORT_OF_us", "apiKey": "us-key-402" }
}`,
    "shipments.http": `# @name shipment
GET {{hub}}/v1/shipments/SH-40021
X-Api-Key: {{apiKey}}
`,
    "service.js": shipmentService,
  },
  servers: [
    { name: "eu", entry: "service.js", env: { SHIPMENTS: "SH-10001,SH-10002" } },
    { name: "us", entry: "service.js", env: { SHIPMENTS: "SH-40020,SH-40021" } },
  ],
  ask: ["shipments.http#shipment", "--env", "eu-west"],
  facts: [
    "eu:GET /v1/shipments/SH-40021 404",
    "us:GET /v1/shipments/SH-40021 200",
    "eu:GET /v1/shipments/SH-10001 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-region"],
    links: [
      { file: "service.js", text: 'app.get("/v1/shipments/:id"' },
      { file: "http-client.env.json", text: '"eu-west"' },
      { file: "http-client.env.json", text: '"us-east"' },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_us/v1/shipments/SH-40021" }],
  },
  credentials: [
    { value: "eu-key-771", servers: ["eu"] },
    { value: "us-key-402", servers: ["us"] },
  ],
};

const player: Scenario = {
  name: "player-profile",
  files: {
    "package.json":
      '{ "name": "arena", "type": "module", "dependencies": { "hono": "^4.0.0", "@hono/node-server": "^2.0.0" } }',
    "http-client.env.json": `{
  "asia": { "base": "http://localhost:PORT_OF_asia", "region": "ap-southeast-1" },
  "europe": { "base": "http://localhost:PORT_OF_europe", "region": "eu-central-1" },
  "americas": { "base": "http://localhost:PORT_OF_americas", "region": "us-east-2" }
}`,
    "arena.http": `### profile
# @name profile
GET {{base}}/players/nightowl/profile
`,
    "arena.js": `import { serve } from "@hono/node-server";
import { Hono } from "hono";

const players = JSON.parse(process.env.PLAYERS ?? "{}");
const app = new Hono();
app.get("/players/:nick/profile", (c) => {
  const level = players[c.req.param("nick")];
  return level === undefined ? c.notFound() : c.json({ level });
});
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [
    { name: "asia", entry: "arena.js", env: { PLAYERS: '{"kumo":3}' } },
    { name: "europe", entry: "arena.js", env: { PLAYERS: '{"wolke":9}' } },
    { name: "americas", entry: "arena.js", env: { PLAYERS: '{"nightowl":41}' } },
  ],
  ask: ["arena.http#profile", "--env", "asia"],
  facts: [
    "asia:GET /players/nightowl/profile 404",
    "europe:GET /players/nightowl/profile 404",
    "americas:GET /players/nightowl/profile 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-region"],
    fixes: [{ url: "http://localhost:PORT_OF_americas/players/nightowl/profile" }],
  },
};

const menus: Scenario = {
  name: "canteen-menu",
  files: {
    "package.json": '{ "name": "canteen", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "http-client.env.json": `{
  "dev": { "canteen": "http://localhost:PORT_OF_dev", "password": "dev-pass-1" },
  "staging": { "canteen": "http://localhost:PORT_OF_staging", "password": "stage-pass-2" }
}`,
    "menu.http": `# @name menu
GET {{canteen}}/menus/2026-W12
Authorization: Basic kitchen {{password}}
`,
    "canteen.js": `import express from "express";

const menus = new Map(JSON.parse(process.env.MENUS));
const app = express();
app.get("/menus", (_req, res) => res.json([...menus.keys()]));
app.get("/menus/:week", (req, res) => {
  const menu = menus.get(req.params.week);
  menu ? res.json(menu) : res.status(404).json({ message: "No menu for " + req.params.week });
});
app.listen(process.env.PORT ?? 3000);
`,
  },
  servers: [
    { name: "dev", entry: "canteen.js", env: { MENUS: '[["2026-W01",["soup"]]]' } },
    { name: "staging", entry: "canteen.js", env: { MENUS: '[["2026-W01",["soup"]],["2026-W12",["pie"]]]' } },
  ],
  ask: ["menu.http#menu", "--env", "dev"],
  facts: ["dev:GET /menus/2026-W12 404", "staging:GET /menus/2026-W12 200", "dev:GET /menus/2026-W01 200"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-environment"],
    links: [
      { file: "canteen.js", text: 'app.get("/menus/:week"' },
      { file: "http-client.env.json", text: '"dev"' },
      { file: "http-client.env.json", text: '"staging"' },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_staging/menus/2026-W12" }],
  },
  credentials: [
    { value: "ZXYtcGFzcy0x", servers: ["dev"] },
    { value: "dGFnZS1wYXNzLTI", servers: ["staging"] },
    { value: "dev-pass-1", servers: ["dev"] },
    { value: "stage-pass-2", servers: ["staging"] },
  ],
};

const surveys: Scenario = {
  name: "survey-results",
  files: {
    "package.json": '{ "name": "surveys", "dependencies": { "fastify": "^5.0.0" } }',
    "http-client.env.json": `{
  "test": { "url": "http://localhost:PORT_OF_test" },
  "production": { "url": "http://localhost:PORT_OF_live" }
}`,
    "surveys.http": `# @name results
GET {{url}}/surveys/77aa/results
`,
    "surveys.js": `const app = require("fastify")();
const surveys = (process.env.SURVEYS ?? "").split(" ");

app.get("/surveys/:key/results", (request, reply) => {
  if (surveys.includes(request.params.key)) return reply.send({ answers: 12 });
  return reply.code(404).send({ error: "survey " + request.params.key + " is not here" });
});
app.listen({ port: Number(process.env.PORT || 3000) });
`,
  },
  servers: [
    { name: "test", entry: "surveys.js", env: { SURVEYS: "77aa 77ab" } },
    { name: "live", entry: "surveys.js", env: { SURVEYS: "1001" } },
  ],
  ask: ["surveys.http#results", "--env", "production"],
  facts: ["live:GET /surveys/77aa/results 404", "test:GET /surveys/77aa/results 200"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-environment"],
    fixes: [{ url: "http://localhost:PORT_OF_test/surveys/77aa/results" }],
  },
};

/** Requests sent to the wrong region or environment. */
export const place: readonly Scenario[] = [shipments, player, menus, surveys];
