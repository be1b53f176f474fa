import type { Scenario } from "../../scenario.ts";

const berth: Scenario = {
  name: "berth-of-another-stage",
  files: {
    "package.json": `{ "name": "berths", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    ".env": `BERTHS_ORIGIN=http://localhost:PORT_OF_mine
`,
    ".env.acceptance": `BERTHS_ORIGIN=http://localhost:PORT_OF_acceptance
`,
    "src/server.js": `import { readFileSync } from "node:fs";
import Fastify from "fastify";

const berths = JSON.parse(readFileSync(process.env.BERTHS ?? "fixtures/mine.json", "utf8"));
const app = Fastify();

app.get("/v1/berths", async () => berths);
app.get("/v1/berths/:code", async ({ params }, reply) => berths.find(({ code }) => code === params.code) ?? reply.code(404).send({ error: "berth not found" }));

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "fixtures/mine.json": `[{ "code": "A1", "metres": 40 }]
`,
    "fixtures/acceptance.json": `[{ "code": "N7", "metres": 95 }, { "code": "N8", "metres": 60 }]
`,
    "berths.http": `### berth of the report
# @name report
GET {{$dotenv BERTHS_ORIGIN}}/v1/berths/N7
`,
  },
  servers: [
    { name: "mine", entry: "src/server.js" },
    { name: "acceptance", entry: "src/server.js", env: { BERTHS: "fixtures/acceptance.json" } },
  ],
  ask: ["berths.http#report"],
  facts: ["mine:GET /v1/berths/N7 404", "acceptance:GET /v1/berths/N7 200", "mine:GET /v1/berths/A1 200"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-environment"],
    links: [
      { file: ".env", text: "BERTHS_ORIGIN" },
      { file: ".env.acceptance", text: "BERTHS_ORIGIN" },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_acceptance/v1/berths/N7" }],
  },
};

const signoff: Scenario = {
  name: "board-of-a-pier",
  files: {
    "package.json": `{ "name": "pier-board", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "src/index.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { board } from "./board.ts";

const app = new Hono().basePath("/pier");
app.get("/health", (c) => c.text("ok"));
app.route("/board", board);

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/board.ts": `import { Hono } from "hono";

const departures = [{ at: "09:10", to: "Island" }];

export const board = new Hono();
board.get("/", (c) => c.redirect("/board/today"));
board.get("/today", (c) => c.json(departures));
`,
    "board.http": `@pier = http://localhost:PORT_OF_api/pier

### health
GET {{pier}}/health

### board
# @name board
GET {{pier}}/board
`,
  },
  servers: [{ name: "api", entry: "src/index.ts" }],
  ask: ["board.http#board"],
  facts: [
    "GET /pier/health 200",
    "GET /pier/board 302",
    "GET /board/today 404",
    "GET /pier/board/today 200",
    "GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["redirect-drops-path"],
    links: [
      { file: "src/board.ts", text: 'c.redirect("/board/today")' },
      { file: "src/index.ts", text: 'basePath("/pier")' },
    ],
    fixes: [{ url: "/pier/board/today" }, { kind: "edit-route" }],
  },
};

const timetable: Scenario = {
  name: "timetable-of-a-gateway",
  files: {
    "package.json": `{ "name": "timetables", "type": "module" }
`,
    "serverless.yml": `service: timetables
provider:
  name: aws
  runtime: nodejs22.x
  stage: live
functions:
  timetable:
    handler: src/timetable.get
    events:
      - http:
          path: /timetables/{line}
          method: GET
`,
    "src/timetable.js": `const lines = { blue: ["08:00", "10:00"], red: ["09:00"] };

export async function get({ pathParameters }) {
  const times = lines[pathParameters.line];
  return times
    ? { statusCode: 200, body: JSON.stringify(times) }
    : { statusCode: 404, body: JSON.stringify({ message: "No such line" }) };
}
`,
    "timetables.http": `# @name blue
GET http://localhost:PORT_OF_gateway/timetables/blue
`,
  },
  deployed: {
    "gateway.mjs": `import { createServer } from "node:http";

const lines = { blue: ["08:00", "10:00"], red: ["09:00"] };

createServer((request, response) => {
  const send = (status, body, type) => {
    const fields = { "content-type": "application/json", "x-amzn-requestid": "5b1f2c3d-8f5e-4b77-a1b9-2c3d4e5f6071", "x-amz-apigw-id": "PqT7wE5HFiAEbqA=" };
    response.writeHead(status, type === undefined ? fields : { ...fields, "x-amzn-errortype": type }).end(JSON.stringify(body));
  };
  const [, stage, line] = /^\\/([^/?]*)(?:\\/timetables\\/([^/?]+))?/.exec(request.url) ?? [];
  if (stage !== "live") return send(403, { message: "Forbidden" }, "ForbiddenException");
  if (line === undefined) return send(403, { message: "Missing Authentication Token" }, "MissingAuthenticationTokenException");
  return lines[line] ? send(200, lines[line]) : send(404, { message: "No such line" });
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "gateway", entry: "deployed:gateway.mjs" }],
  ask: ["timetables.http#blue"],
  facts: [
    "GET /timetables/blue 403",
    "GET /live/timetables/blue 200",
    "GET /live/timetables/green 404",
    "GET /other 403",
  ],
  truth: {
    outcome: "soft-not-found",
    kinds: ["base-path"],
    links: [
      { file: "serverless.yml", text: "stage: live" },
      { file: "serverless.yml", text: "path: /timetables/{line}" },
      { file: "src/timetable.js", text: "export async function get" },
    ],
    fixes: [{ url: "/live/timetables/blue" }],
  },
};

const pier: Scenario = {
  name: "pier-with-a-slash",
  files: {
    "package.json": `{ "name": "piers", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "app.js": `import express from "express";

const piers = { "north/2": { depth: 6 }, south: { depth: 4 } };
const app = express();

app.get("/piers", (_req, res) => res.json(Object.keys(piers)));
app.get("/piers/:name", (req, res) => {
  const pier = piers[req.params.name];
  if (!pier) return res.status(404).json({ error: "pier not found" });
  res.json(pier);
});

app.listen(process.env.PORT ?? 3000);
`,
    "piers.http": `@api = http://localhost:PORT_OF_api

### piers
GET {{api}}/piers

### the second of the north
# @name second
GET {{api}}/piers/north/2
`,
  },
  servers: [{ name: "api", entry: "app.js" }],
  ask: ["piers.http#second"],
  facts: [
    "GET /piers 200",
    "GET /piers/north/2 404",
    "GET /piers/north%2F2 200",
    "GET /piers/south 200",
    "GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["id-encoding"],
    links: [
      { file: "app.js", text: 'app.get("/piers/:name"' },
      { file: "piers.http", text: "/piers/north/2" },
    ],
    fixes: [{ url: "/piers/north%2F2" }],
  },
};

/** Ferry piers: a berth of another stage, a sign-off under a base path, a timetable of a gateway, a pier by a slash in its name. */
export const ferryPiers: readonly Scenario[] = [berth, signoff, timetable, pier];
