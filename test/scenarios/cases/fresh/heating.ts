import type { Scenario } from "../../scenario.ts";

const reading: Scenario = {
  name: "readings-of-a-boiler",
  files: {
    "package.json": `{ "name": "boilers", "type": "module", "dependencies": { "express": "^5.1.0" } }
`,
    "src/server.js": `import express from "express";
import { devices } from "./devices.js";

const app = express();
app.use("/api/devices", devices);
app.listen(process.env.PORT ?? 3000);
`,
    "src/devices.js": `import { Router } from "express";
import { samplesOf } from "./samples.js";

export const devices = Router();
devices.get("/:device", (req, res) => res.json({ device: req.params.device, online: true }));
devices.get("/:device/telemetry", (req, res) => res.json(samplesOf(req.params.device)));
devices.post("/:device/commands", (req, res) => res.status(202).end());
`,
    "src/samples.js": `export const samplesOf = (device) => [{ device, flow: 48.5, at: "2026-11-23T06:00:00Z" }];
`,
    "grafana/boilers.json": `{
  "title": "Boilers",
  "panels": [{ "type": "timeseries", "targets": [{ "url": "/api/devices/\${boiler}/readings", "columns": ["flow"] }] }]
}
`,
    "boilers.http": `@api = http://localhost:PORT_OF_api/api

### one
GET {{api}}/devices/bl-7

### flow, as the dashboard asks
# @name flow
GET {{api}}/devices/bl-7/readings
`,
  },
  history: [
    {
      message: "Devices with their readings",
      files: {
        "src/devices.js": `import { Router } from "express";
import { samplesOf } from "./samples.js";

export const devices = Router();
devices.get("/:device", (req, res) => res.json({ device: req.params.device, online: true }));
devices.get("/:device/readings", (req, res) => res.json(samplesOf(req.params.device)));
`,
      },
    },
  ],
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["boilers.http#flow"],
  facts: ["GET /api/devices/bl-7 200", "GET /api/devices/bl-7/readings 404", "GET /api/devices/bl-7/telemetry 200"],
  truth: {
    outcome: "not-found",
    kinds: ["path-moved"],
    links: [
      { file: "src/devices.js", text: '"/:device/telemetry"' },
      { file: "grafana/boilers.json", text: "readings" },
    ],
    fixes: [{ url: "/api/devices/bl-7/telemetry" }],
  },
};

const vendor: Scenario = {
  name: "boiler-of-a-tenant",
  files: {
    "README.md": `Requests to the boiler cloud of Warmont, for the caretakers. No code here.
`,
    "warmont.openapi.json": `{
  "openapi": "3.0.3",
  "info": { "title": "Warmont Cloud", "version": "3" },
  "paths": {
    "/v3/sites/{site}/boilers": { "get": { "operationId": "boilers", "responses": { "200": { "description": "ok" } } } },
    "/v3/sites/{site}/boilers/{serial}": { "get": { "operationId": "boiler", "responses": { "200": { "description": "ok" } } } }
  }
}
`,
    "http-client.env.json": `{ "cloud": { "warmont": "http://localhost:PORT_OF_cloud/v3", "site": "lindenhof" } }
`,
    "requests/boilers.http": `### all of the site
GET {{warmont}}/sites/{{site}}/boilers

### stairs B, read from the sticker
# @name sticker
GET {{warmont}}/sites/{{site}}/boilers/WM-40B1-7
`,
  },
  deployed: {
    "cloud.mjs": `import Fastify from "fastify";

const sites = { lindenhof: ["WM-4081-7", "WM-4081-8"], parkweg: ["WM-2219-1"] };
const app = Fastify();
app.get("/v3/sites/:site/boilers", async ({ params }) => ({ total: 2, data: sites[params.site].map((serial) => ({ serial })) }));
app.get("/v3/sites/:site/boilers/:serial", async ({ params }, reply) => {
  if (sites[params.site]?.includes(params.serial)) return { serial: params.serial, on: true };
  return reply.code(404).send({ fault: { code: 40404, text: "Unknown boiler" } });
});
await app.listen({ port: Number(process.env.PORT) });
`,
  },
  servers: [{ name: "cloud", entry: "deployed:cloud.mjs" }],
  ask: ["requests/boilers.http#sticker", "--env", "cloud"],
  facts: [
    "GET /v3/sites/lindenhof/boilers 200",
    "GET /v3/sites/lindenhof/boilers/WM-4081-7 200",
    "GET /v3/sites/lindenhof/boilers/WM-40B1-7 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id", "id-format"],
    links: [
      { file: "requests/boilers.http", text: "WM-40B1-7" },
      { file: "warmont.openapi.json", text: '"/v3/sites/{site}/boilers/{serial}"' },
    ],
  },
};

/** Heating of houses: readings of a boiler, and a vendor's boilers seen from outside. */
export const heating: readonly Scenario[] = [reading, vendor];
