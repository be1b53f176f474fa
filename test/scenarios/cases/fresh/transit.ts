import type { Scenario } from "../../scenario.ts";

const departures: Scenario = {
  name: "departures-on-a-screen",
  files: {
    "package.json":
      '{ "name": "departures", "type": "module", "dependencies": { "express": "^5.0.0", "ws": "^8.0.0" }, "scripts": { "api": "node api/main.js", "gateway": "node gateway/main.js" } }',
    "gateway/main.js": `import { createServer, request } from "node:http";
import { connectionFields } from "./connectionFields.js";

const upstream = { host: process.env.API_HOST ?? "localhost", port: Number(process.env.API_PORT ?? 4100) };

createServer((incoming, outgoing) => {
  const headers = Object.fromEntries(Object.entries(incoming.headers).filter(([name]) => !connectionFields.has(name)));
  const sent = request({ ...upstream, method: incoming.method, path: incoming.url, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode, answer.headers);
    answer.pipe(outgoing);
  });
  sent.on("error", () => outgoing.writeHead(502).end());
  incoming.pipe(sent);
}).listen(process.env.PORT ?? 4000);
`,
    "gateway/connectionFields.js": `/** RFC 9110, section 7.6.1: these belong to one connection and are not handed on. */
export const connectionFields = new Set(["connection", "keep-alive", "te", "transfer-encoding", "upgrade"]);
`,
    "api/main.js": `import { createServer } from "node:http";
import express from "express";
import { announce } from "./announce.js";
import { stops } from "./stops.js";

const app = express();
app.use("/stops", stops);
const server = createServer(app);
announce(server, "/live/departures");
server.listen(process.env.PORT ?? 4100);
`,
    "api/announce.js": `import { WebSocketServer } from "ws";

/** Tells every screen when something leaves. */
export function announce(server, path) {
  const screens = new WebSocketServer({ server, path });
  screens.on("connection", (screen) => screen.send(JSON.stringify({ line: "U3", in: 4 })));
}
`,
    "api/stops.js": `import { Router } from "express";

export const stops = Router();
stops.get("/", (_req, res) => res.json(["Hafen", "Rathaus"]));
`,
    "screen.http": `@gateway = http://localhost:PORT_OF_web

### stops
GET {{gateway}}/stops

### what the screen opens
# @name screen
GET {{gateway}}/live/departures
Connection: Upgrade
Upgrade: websocket
Sec-WebSocket-Version: 13
Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
`,
  },
  servers: [
    { name: "api", entry: "api/main.js" },
    { name: "web", entry: "gateway/main.js", env: { API_PORT: "PORT_OF_api" }, passesOn: true },
  ],
  ask: ["screen.http#screen"],
  facts: [
    "web:GET /stops 200",
    "web:GET /live/departures 404 | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13 | Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    "api:GET /live/departures 101 | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13 | Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
  ],
  truth: { outcome: "not-found", kinds: ["upgrade-lost"] },
};

const stops: Scenario = {
  name: "stops-of-a-line",
  files: {
    "package.json": '{ "name": "timetable", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "web/trip.js": `export async function showStops(trip) {
  const response = await fetch(\`/api/lines/\${trip.lineId}/stops?direction=\${trip.direction}\`);
  return response.ok ? response.json() : [];
}
`,
    "web/search.js": `import { showStops } from "./trip.js";

export async function pick(result) {
  return showStops({ line: result.line, direction: result.direction });
}
`,
    "service/app.js": `import fastify from "fastify";
import { lines } from "./lines.js";

const app = fastify();
app.register(lines, { prefix: "/api/lines" });
app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "service/lines.js": `const network = new Map([
  ["u3", ["Barmbek", "Rathaus", "Schlump"]],
  ["s1", ["Wedel", "Altona"]],
]);

export async function lines(app) {
  app.get("/", async () => [...network.keys()]);
  app.get("/:line/stops", async (request, reply) => {
    const stops = network.get(request.params.line);
    if (stops === undefined) return reply.code(404).send({ error: "no such line" });
    return request.query.direction === "back" ? stops.toReversed() : stops;
  });
}

`,
    "timetable.http": `@timetable = http://localhost:PORT_OF_api

### lines
GET {{timetable}}/api/lines

### copied from the network tab
# @name copied
GET {{timetable}}/api/lines/undefined/stops?direction=back
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "service/app.js" }],
  ask: ["timetable.http#copied"],
  facts: [
    "GET /api/lines 200",
    "GET /api/lines/undefined/stops?direction=back 404",
    "GET /api/lines/u3/stops?direction=back 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unresolved-variable"],
    links: [
      { file: "web/trip.js", text: "/api/lines/" },
      { file: "service/lines.js", text: '"/:line/stops"' },
      { file: "timetable.http", text: "/api/lines/undefined" },
    ],
  },
};

const traffic: Scenario = {
  name: "traffic-at-a-gate",
  files: {
    "package.json":
      '{ "name": "gates", "type": "module", "dependencies": { "hono": "^4.0.0", "@hono/node-server": "^2.0.0" } }',
    "gates.http": `@gates = http://localhost:PORT_OF_api
@gate = north%2520gate

### gates of the airport
GET {{gates}}/gates

### passengers per minute
# @name traffic
GET {{gates}}/gates/{{gate}}/traffic?minutes=15
`,
    "src/main.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { gates } from "./gates.ts";

const app = new Hono();
app.route("/gates", gates);
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/gates.ts": `import { Hono } from "hono";
import { countsAt, known } from "./counters.ts";

export const gates = new Hono();
gates.get("/", (c) => c.json(known().map((name) => ({ name, href: "/gates/" + encodeURIComponent(name) }))));
gates.get("/:gate/traffic", (c) => {
  const counts = countsAt(c.req.param("gate"));
  if (!counts) return c.json({ error: "gate not found" }, 404);
  return c.json(counts.slice(0, Number(c.req.query("minutes"))));
});
`,
    "src/counters.ts": `const counters = new Map([
  ["north gate", [12, 14, 9]],
  ["cargo", [1, 0, 2]],
]);

export const known = () => [...counters.keys()];
export const countsAt = (gate: string) => counters.get(gate);
`,
  },
  servers: [{ name: "api", entry: "src/main.ts" }],
  ask: ["gates.http#traffic"],
  facts: [
    "GET /gates 200",
    "GET /gates/north%2520gate/traffic?minutes=15 404",
    "GET /gates/north%20gate/traffic?minutes=15 200",
    "GET /gates/cargo/traffic 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["id-encoding"],
    links: [
      { file: "src/gates.ts", text: '"/:gate/traffic"' },
      { file: "gates.http", text: "@gate " },
    ],
    fixes: [{ url: "/gates/north%20gate/traffic?minutes=15" }],
  },
};

/** Screens, lines and gates. */
export const transit: readonly Scenario[] = [departures, stops, traffic];
