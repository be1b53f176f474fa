import type { Scenario } from "../../scenario.ts";

const cello: Scenario = {
  name: "cello-on-loan",
  files: {
    "package.json": '{ "name": "instrument-pool", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "src/main.js": `import { createApp } from "./app.js";

createApp().listen(process.env.PORT ?? 3000);
`,
    "src/app.js": `import express from "express";
import { problems } from "./http/problems.js";
import { schoolRoutes } from "./schools/routes.js";

export function createApp() {
  const app = express();
  app.disable("x-powered-by");
  app.use("/api/schools", schoolRoutes());
  app.use(problems);
  return app;
}
`,
    "src/http/problems.js": `export class NotFound extends Error {
  status = 404;
}

export function problems(error, _req, res, _next) {
  res.status(error.status ?? 500).type("application/problem+json").json({ title: error.message, status: error.status });
}
`,
    "src/schools/routes.js": `import { Router } from "express";
import * as controller from "./controller.js";

export function schoolRoutes() {
  const routes = Router();
  routes.get("/:school/instruments", controller.listInstruments);
  routes.get("/:school/instruments/:serial", controller.readInstrument);
  return routes;
}
`,
    "src/schools/controller.js": `import { NotFound } from "../http/problems.js";
import { findInstrument, instrumentsOf } from "./pool.js";

export const listInstruments = async (req, res) => {
  res.json(await instrumentsOf(req.params.school));
};

export const readInstrument = async (req, res) => {
  const instrument = await findInstrument(req.params.school, req.params.serial);
  if (instrument === undefined) throw new NotFound("Instrument not found");
  res.json(instrument);
};
`,
    "src/schools/pool.js": `const pool = [
  { school: "nord", serial: "VC-1907", kind: "cello", size: "3/4" },
  { school: "nord", serial: "VN-0388", kind: "violin", size: "1/2" },
  { school: "west", serial: "VN-0391", kind: "violin", size: "4/4" },
];

export const instrumentsOf = async (school) => pool.filter((one) => one.school === school);
export const findInstrument = async (school, serial) =>
  pool.find((one) => one.school === school && one.serial === serial);
`,
    "pool.http": `@api = http://localhost:PORT_OF_api/api
@serial = VC-1877

### what the school has
GET {{api}}/schools/nord/instruments

### the cello of the third year
# @name cello
GET {{api}}/schools/nord/instruments/{{serial}}
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "src/main.js" }],
  ask: ["pool.http#cello"],
  facts: [
    "GET /api/schools/nord/instruments 200",
    "GET /api/schools/nord/instruments/VC-1877 404",
    "GET /api/schools/west/instruments/VC-1877 404",
    "GET /api/schools/nord/instruments/VC-1907 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "src/schools/routes.js", text: 'routes.get("/:school/instruments/:serial"' },
      { file: "src/schools/controller.js", text: "throw new NotFound" },
      { file: "src/schools/controller.js", text: "export const readInstrument" },
    ],
  },
};

const act: Scenario = {
  name: "act-on-another-weekend",
  files: {
    "package.json":
      '{ "name": "line-up", "type": "module", "dependencies": { "hono": "^4.0.0", "@hono/node-server": "^2.0.0" } }',
    "src/index.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { acts } from "./acts.ts";
import { editions } from "./programme.ts";

const app = new Hono();
app.get("/festivals", (c) => c.json(Object.keys(editions)));
app.route("/festivals/:festival/acts", acts);
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/acts.ts": `import { Hono } from "hono";
import { editions } from "./programme.ts";

export const acts = new Hono();

acts.get("/", (c) => c.json(editions[c.req.param("festival") ?? ""] ?? []));

acts.get("/:act", (c) => {
  const booked = editions[c.req.param("festival") ?? ""] ?? [];
  const act = booked.find(({ id }) => id === c.req.param("act"));
  return act ? c.json(act) : c.json({ error: "No such act at this festival" }, 404);
});
`,
    "src/programme.ts": `export const editions: Record<string, { id: string; name: string }[]> = {
  "dunes-2026": [
    { id: "a-204", name: "Night Ferry" },
    { id: "a-207", name: "Halyard" },
  ],
  "quay-2026": [{ id: "a-311", name: "Salt & Tin" }],
};
`,
    "line-up.http": `@api = http://localhost:PORT_OF_api

### everything we run
GET {{api}}/festivals

### the quay
GET {{api}}/festivals/quay-2026/acts

### rider of Salt & Tin
# @name rider
GET {{api}}/festivals/dunes-2026/acts/a-311
`,
  },
  servers: [{ name: "api", entry: "src/index.ts" }],
  ask: ["line-up.http#rider"],
  facts: [
    "GET /festivals 200",
    "GET /festivals/dunes-2026/acts 200",
    "GET /festivals/dunes-2026/acts/a-204 200",
    "GET /festivals/dunes-2026/acts/a-311 404",
    "GET /festivals/quay-2026/acts/a-311 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-project"],
    links: [
      { file: "src/acts.ts", text: 'acts.get("/:act"' },
      { file: "src/index.ts", text: 'app.route("/festivals/:festival/acts"' },
    ],
    fixes: [{ url: "/festivals/quay-2026/acts/a-311" }],
  },
};

const setlist: Scenario = {
  name: "setlist-that-moved-politely",
  files: {
    "package.json": '{ "name": "setlists", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "server.js": `import Fastify from "fastify";
import { setlists } from "./routes/setlists.js";

const app = Fastify();
app.register(setlists, { prefix: "/v2/setlists" });
app.get("/v1/concerts/:id/songs", (request, reply) => reply.redirect(\`/v2/setlists/\${request.params.id}\`, 308));
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "routes/setlists.js": `const played = { "2026-03-14": ["Overture", "Reel", "Encore"] };

export async function setlists(app) {
  app.get("/:id", async (request, reply) => {
    const songs = played[request.params.id];
    if (!songs) return reply.callNotFound();
    return { id: request.params.id, songs, missing: [] };
  });
}
`,
    "setlists.http": `### old bookmark of the sound engineer
# @name bookmark
GET http://localhost:PORT_OF_api/v1/concerts/2026-03-14/songs
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["setlists.http#bookmark"],
  facts: [
    "GET /v1/concerts/2026-03-14/songs 308",
    "GET /v2/setlists/2026-03-14 200",
    "GET /v2/setlists/2025-01-01 404",
  ],
  truth: { outcome: "answered", kinds: [] },
};

/** Instruments lent to pupils, acts at festivals, and what was played. */
export const music: readonly Scenario[] = [cello, act, setlist];
