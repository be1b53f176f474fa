import type { Scenario } from "../../scenario.ts";

const terminal: Scenario = {
  name: "container-terminal",
  files: {
    "package.json": '{ "name": "terminal-api", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "README.md": `# Terminal API

A release is named after its month and served for a year. Partners pin the release in the first segment.

    npm start
    curl http://localhost:3000/<release>/vessels
`,
    "http-client.env.json": '{ "yard": { "terminal": "http://localhost:PORT_OF_api" } }',
    "terminal.http": `@release = 2025-10

### vessels at the quay
GET {{terminal}}/{{release}}/vessels

### where is the box
# @name box
GET {{terminal}}/{{release}}/containers/MSKU7251990?fields=position,customs
Accept: application/json
`,
    "src/server.js": `import { app } from "./app.js";

app.listen(process.env.PORT ?? 3000);
`,
    "src/release.js": `export const RELEASE = "2026-04";
`,
    "src/app.js": `import express from "express";
import { RELEASE } from "./release.js";
import { containers } from "./routes/containers.js";
import { vessels } from "./routes/vessels.js";
import { answerErrors, missing } from "./errors.js";

export const app = express();
app.disable("x-powered-by");

const api = express.Router();
api.use("/containers", containers);
api.use("/vessels", vessels);

app.use("/" + RELEASE, api);
app.use(missing);
app.use(answerErrors);
`,
    "src/errors.js": `export class NotFound extends Error {}

export function missing(_req, _res, next) {
  next(new NotFound());
}

export function answerErrors(error, _req, res, _next) {
  const status = error instanceof NotFound ? 404 : 500;
  res.status(status).json({ errors: [{ code: status === 404 ? "not_found" : "internal" }] });
}
`,
    "src/routes/containers.js": `import { Router } from "express";
import { NotFound } from "../errors.js";

const yard = new Map([
  ["MSKU7251990", { position: "C-14-3", customs: "released" }],
  ["TGHU4417038", { position: "A-02-1", customs: "held" }],
]);

export const containers = Router();
containers.get("/:number", (req, res) => {
  const box = yard.get(req.params.number);
  if (!box) throw new NotFound();
  res.json({ number: req.params.number, ...box });
});
`,
    "src/routes/vessels.js": `import { Router } from "express";

export const vessels = Router();
vessels.get("/", (_req, res) => res.json([{ imo: "9811000", berth: 4 }]));
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["terminal.http#box", "--env", "yard"],
  facts: [
    "GET /2025-10/containers/MSKU7251990?fields=position,customs 404",
    "GET /2026-04/containers/MSKU7251990?fields=position,customs 200",
    "GET /2026-04/containers/XXXX0000000 404",
    "GET /2025-10/vessels 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: "src/routes/containers.js", text: 'containers.get("/:number"' },
      { file: "src/app.js", text: 'app.use("/" + RELEASE' },
      { file: "src/release.js", text: "2026-04" },
      { file: "terminal.http", text: "@release" },
    ],
    fixes: [{ url: "/2026-04/containers/MSKU7251990?fields=position,customs" }],
  },
};

const depot: Scenario = {
  name: "parcels-of-a-depot",
  files: {
    "package.json":
      '{ "name": "depot", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }',
    ".env": "PORT=4080\nDEPOT_URL=http://localhost:PORT_OF_api\n",
    "requests/depot.http": `@depot = {{$dotenv DEPOT_URL}}
@number = 00340434161094042557

### one parcel
# @name parcel
GET {{depot}}/parcels/{{number}}

### what came in today
# @name today
GET {{depot}}/parcels/recieved?depot=HAM&day=today
`,
    "src/index.js": `import Koa from "koa";
import { logRequests } from "./logRequests.js";
import { parcels } from "./parcels.js";

const app = new Koa();
app.use(logRequests);
app.use(parcels.routes()).use(parcels.allowedMethods());
app.listen(Number(process.env.PORT ?? 4080));
`,
    "src/logRequests.js": `export async function logRequests(ctx, next) {
  const started = Date.now();
  await next();
  ctx.set("Server-Timing", "total;dur=" + (Date.now() - started));
}
`,
    "src/parcels.js": `import Router from "@koa/router";
import { findParcel, receivedAt } from "./store.js";

export const parcels = new Router({ prefix: "/parcels" });

parcels.get("/received", (ctx) => {
  ctx.body = receivedAt(ctx.query.depot);
});

parcels.get("/:number", (ctx) => {
  const parcel = findParcel(ctx.params.number);
  ctx.assert(parcel, 404, "no such parcel");
  ctx.body = parcel;
});
`,
    "src/store.js": `const rows = [
  { number: "00340434161094042557", depot: "HAM", state: "received" },
  { number: "00340434161094015902", depot: "BER", state: "out for delivery" },
];

export const findParcel = (number) => rows.find((row) => row.number === number);
export const receivedAt = (depot) => rows.filter((row) => row.depot === depot && row.state === "received");
`,
  },
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["requests/depot.http#today"],
  facts: [
    "GET /parcels/recieved?depot=HAM&day=today 404",
    "GET /parcels/received?depot=HAM&day=today 200",
    "GET /parcels/00340434161094042557 200",
    "GET /parcels/1 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["path-typo"],
    links: [{ file: "src/parcels.js", text: 'parcels.get("/received"' }],
    fixes: [{ url: "/parcels/received?depot=HAM&day=today" }],
  },
};

const stations: Scenario = {
  name: "air-quality",
  files: {
    "package.json":
      '{ "name": "air-quality", "type": "module", "dependencies": { "hono": "^4.0.0", "@hono/node-server": "^2.0.0" } }',
    "http-client.env.json": '{ "local": { "base": "http://localhost:PORT_OF_api/api/v1" } }',
    "air.http": `### stations
# @name stations
GET {{base}}/stations

### last day of one station
# @name lastDay
GET {{base}}/api/v1/stations/st-7/readings?hours=24
`,
    "src/main.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { stations } from "./stations.ts";

const app = new Hono();
app.route("/api/v1/stations", stations);
app.notFound((c) => c.json({ title: "Not Found", status: 404 }, 404));
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/stations.ts": `import { Hono } from "hono";
import { readingsOf, stationList } from "./readings.ts";

export const stations = new Hono();
stations.get("/", (c) => c.json(stationList()));
stations.get("/:station/readings", (c) => {
  const readings = readingsOf(c.req.param("station"), Number(c.req.query("hours") ?? 1));
  return readings ? c.json(readings) : c.notFound();
});
`,
    "src/readings.ts": `const byStation: Record<string, number[]> = { "st-7": [11, 12, 14], "st-9": [8, 8] };

export const stationList = () => Object.keys(byStation);
export const readingsOf = (station: string, hours: number) => byStation[station]?.slice(0, hours);
`,
    "openapi.yaml": `openapi: 3.0.3
info: { title: Air quality, version: "1" }
servers:
  - url: http://localhost:3000/api/v1
paths:
  /stations:
    get: { responses: { "200": { description: All stations } } }
  /stations/{station}/readings:
    get:
      parameters:
        - { name: station, in: path, required: true, schema: { type: string } }
        - { name: hours, in: query, schema: { type: integer } }
      responses: { "200": { description: Readings, newest first } }
`,
  },
  servers: [{ name: "api", entry: "src/main.ts" }],
  ask: ["air.http#lastDay", "--env", "local"],
  facts: [
    "GET /api/v1/api/v1/stations/st-7/readings?hours=24 404",
    "GET /api/v1/stations/st-7/readings?hours=24 200",
    "GET /api/v1/stations/st-1/readings 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["duplicated-segment"],
    links: [
      { file: "src/stations.ts", text: '"/:station/readings"' },
      { file: "http-client.env.json", text: '"base"' },
      { file: "openapi.yaml", text: "/stations/{station}/readings:" },
    ],
    fixes: [{ url: "/api/v1/stations/st-7/readings?hours=24" }],
  },
};

/** Boxes in a port, parcels in a depot, and what a measuring station sends. */
export const freight: readonly Scenario[] = [terminal, depot, stations];
