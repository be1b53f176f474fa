import type { Scenario } from "../../scenario.ts";

const deliveries: Scenario = {
  name: "delivery-in-a-locker",
  files: {
    "package.json": `{
  "name": "locker-api",
  "version": "2.3.1",
  "scripts": { "start": "node src/index.js" },
  "dependencies": { "express": "^5.1.0", "morgan": "^1.10.0" }
}
`,
    "src/index.js": `const { createApp } = require("./app");

createApp().listen(process.env.PORT || 3000);
`,
    "src/app.js": `const express = require("express");
const deliveries = require("./deliveries/router");
const lockers = require("./lockers/router");

function createApp() {
  const app = express();
  const v1 = express.Router();
  v1.use("/deliveries", deliveries);
  v1.use("/lockers", lockers);
  app.use(express.json());
  app.use("/api/v1", v1);
  return app;
}

module.exports = { createApp };
`,
    "src/deliveries/router.js": `const express = require("express");
const store = require("./store");

const router = express.Router();

router.get("/", (req, res) => res.json(store.all()));

router.get("/:id", (req, res) => {
  const delivery = store.byId(req.params.id);
  if (!delivery) return res.status(404).json({ code: "DELIVERY_NOT_FOUND" });
  return res.json(delivery);
});

router.post("/:id/collect", (req, res) => res.status(204).end());

module.exports = router;
`,
    "src/deliveries/store.js": `const deliveries = new Map([
  ["42", { id: "42", locker: "L-7", slot: 3, state: "waiting" }],
  ["43", { id: "43", locker: "L-7", slot: 9, state: "collected" }],
]);

module.exports = {
  all: () => [...deliveries.values()],
  byId: (id) => deliveries.get(id),
};
`,
    "src/lockers/router.js": `const express = require("express");

const router = express.Router();
router.get("/", (req, res) => res.json([{ id: "L-7", street: "Station Road" }]));

module.exports = router;
`,
    "docs/lockers.http": `@baseUrl = http://localhost:PORT_OF_api/api/v1

### Lockers
GET {{baseUrl}}/lockers

### One delivery
# @name delivery
GET {{baseUrl}}/v1/deliveries/42
Accept: application/json

### Collect it
POST {{baseUrl}}/deliveries/42/collect
`,
  },
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["docs/lockers.http#delivery"],
  facts: [
    "GET /api/v1/v1/deliveries/42 404",
    "GET /api/v1/deliveries/42 200",
    "GET /api/v1/lockers 200",
    "GET /api/v1/deliveries/1 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["duplicated-segment"],
    links: [
      { file: "docs/lockers.http", text: "@baseUrl" },
      { file: "docs/lockers.http", text: "/v1/deliveries/42" },
      { file: "src/deliveries/router.js", text: 'router.get("/:id"' },
    ],
    fixes: [{ url: "/api/v1/deliveries/42" }],
  },
};

const stations: Scenario = {
  name: "charging-station-of-a-courier",
  files: {
    "package.json": `{
  "name": "courier-app",
  "type": "module",
  "dependencies": { "fastify": "^5.1.0" }
}
`,
    "api/server.js": `import Fastify from "fastify";

const stations = {
  12: { id: 12, street: "Harbour Row", plugs: 4 },
  14: { id: 14, street: "Mill Lane", plugs: 2 },
};

export function build() {
  const app = Fastify();
  app.register(
    async (v2) => {
      v2.get("/stations", async () => Object.values(stations));
      v2.get("/stations/:id", async (request, reply) => {
        const station = stations[request.params.id];
        return station ?? reply.callNotFound();
      });
    },
    { prefix: "/api/v2" },
  );
  return app;
}

await build().listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "client/config.js": `export const config = {
  apiBase: process.env.API_BASE ?? "http://localhost:PORT_OF_api/api/v2",
  timeoutMs: 4000,
};
`,
    "client/api.js": `import { config } from "./config.js";

async function getJson(path) {
  const url = new URL(path, config.apiBase);
  const response = await fetch(url, { signal: AbortSignal.timeout(config.timeoutMs) });
  if (!response.ok) {
    throw new Error(\`GET \${url} failed with \${response.status}\`);
  }
  return response.json();
}

export const listStations = () => getJson("/stations");
export const getStation = (id) => getJson(\`/stations/\${id}\`);
`,
    "client/nearest.js": `import { getStation, listStations } from "./api.js";

const [first] = await listStations();
console.log(await getStation(first.id));
`,
  },
  servers: [{ name: "api", entry: "api/server.js" }],
  ask: ["--url", "http://localhost:PORT_OF_api/stations/12"],
  facts: [
    "GET /stations/12 404",
    "GET /api/v2/stations/12 200",
    "GET /api/v2/stations/99 404",
    "GET /api/stations/12 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["dropped-segment"],
    links: [
      { file: "client/api.js", text: "new URL(path, config.apiBase)" },
      { file: "client/config.js", text: "apiBase" },
      { file: "client/api.js", text: "export const getStation" },
    ],
    fixes: [{ url: "/api/v2/stations/12" }],
  },
};

const albums: Scenario = {
  name: "album-in-the-bins",
  files: {
    "package.json": `{
  "name": "second-hand-records",
  "type": "module",
  "dependencies": { "express": "^5.0.1" }
}
`,
    "server.ts": `import express from "express";
import { albumRouter } from "./albums.ts";
import { requestTime } from "./requestTime.ts";

const app = express();
app.disable("x-powered-by");
app.use(requestTime);
app.use("/albums", albumRouter());

app.listen(Number(process.env.PORT ?? 3000));
`,
    "requestTime.ts": `import type { RequestHandler } from "express";

export const requestTime: RequestHandler = (_req, res, next) => {
  res.setHeader("X-Request-Time", new Date().toISOString());
  next();
};
`,
    "albums.ts": `import { Router } from "express";

interface Album {
  readonly id: number;
  readonly title: string;
  readonly price: number;
}

const albums: readonly Album[] = [
  { id: 7, title: "Blue Train", price: 18 },
  { id: 8, title: "Pink Moon", price: 22 },
];

export function albumRouter(): Router {
  const router = Router();
  router.get("/", (_req, res) => {
    res.json(albums);
  });
  router.get("/:id", (req, res) => {
    const album = albums.find(({ id }) => id === Number(req.params.id));
    if (album === undefined) {
      res.status(404).json({ message: "album not found" });
      return;
    }
    res.json(album);
  });
  return router;
}
`,
    "records.http": `@host = http://localhost:PORT_OF_api/

###
# @name album
GET {{host}}/albums/7 HTTP/1.1
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "server.ts" }],
  ask: ["records.http#album"],
  facts: ["GET //albums/7 404", "GET /albums/7 200", "GET /albums 200", "GET /albums/70 404"],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-joins-wrong"],
    links: [
      { file: "records.http", text: "@host" },
      { file: "records.http", text: "GET {{host}}/albums/7" },
      { file: "albums.ts", text: 'router.get("/:id"' },
    ],
    fixes: [{ url: "/albums/7" }],
  },
};

/** Parcel lockers and the records of a shop: a base that already holds the version, a join that loses it, and a slash too many. */
export const parcelLockers: readonly Scenario[] = [deliveries, stations, albums];
