import type { Scenario } from "../../scenario.ts";

const fixture: Scenario = {
  name: "fixture-of-a-season",
  files: {
    "package.json": '{ "name": "fixtures", "type": "module", "dependencies": { "@hapi/hapi": "^21.0.0" } }',
    ".env": "RELEASE=2026-04\n",
    "src/server.js": `import Hapi from "@hapi/hapi";
import { fixtures } from "./plugins/fixtures.js";
import { venues } from "./plugins/venues.js";

const release = process.env.RELEASE ?? "2026-04";
const server = Hapi.server({ port: process.env.PORT ?? 3000 });
for (const plugin of [fixtures, venues]) {
  await server.register({ plugin, routes: { prefix: "/" + release } });
}
await server.start();
`,
    "src/plugins/fixtures.js": `const held = { "F-7781": { home: "Otters", away: "Herons" }, "F-7782": { home: "Lynxes", away: "Otters" } };

export const fixtures = {
  name: "fixtures",
  register(server) {
    server.route({ method: "GET", path: "/fixtures/{key}", handler: showFixture });
  },
};

function showFixture(request, h) {
  return held[request.params.key] ?? h.response({ statusCode: 404, error: "Not Found", message: "No fixture" }).code(404);
}
`,
    "src/plugins/venues.js": `export const venues = {
  name: "venues",
  register(server) {
    server.route({ method: "GET", path: "/venues", handler: () => [{ key: "hall-2", seats: 340 }] });
  },
};
`,
    "mobile/api.js": `const base = "https://fixtures.example.test/2025-09";

export const fixture = async (key) => (await fetch(base + "/fixtures/" + key)).json();
`,
    "fixtures.http": `### as the old phones ask
# @name phones
GET http://localhost:PORT_OF_api/2025-09/fixtures/F-7781
`,
  },
  servers: [{ name: "api", entry: "src/server.js", env: { RELEASE: "2026-04" } }],
  ask: ["fixtures.http#phones"],
  facts: [
    "GET /2025-09/fixtures/F-7781 404",
    "GET /2026-04/fixtures/F-7781 200",
    "GET /2026-04/venues 200",
    "GET /2025-09/venues 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: "src/server.js", text: "await server.register(" },
      { file: "src/server.js", text: "const release" },
      { file: "src/plugins/fixtures.js", text: 'path: "/fixtures/{key}"' },
    ],
    fixes: [{ url: "/2026-04/fixtures/F-7781" }],
  },
};

const match: Scenario = {
  name: "match-of-a-cup",
  files: {
    "package.json": '{ "name": "cups", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "src/main.js": `import express from "express";
import { cupRoutes } from "./cups/cupRoutes.js";
import { fail } from "./fail.js";

const app = express();
app.use("/cups", cupRoutes());
app.use((req, res) => fail(res, "NO_SUCH_PAGE"));
app.listen(process.env.PORT ?? 3000);
`,
    "src/fail.js": `export const fail = (res, code) => res.status(404).json({ data: null, errors: [{ extensions: { code } }] });
`,
    "src/cups/cupRoutes.js": `import { Router } from "express";
import { fail } from "../fail.js";
import { cups } from "./cups.js";

export function cupRoutes() {
  const routes = Router();
  routes.get("/", (req, res) => res.json({ data: Object.keys(cups).map((slug) => ({ slug })) }));
  routes.get("/:cup/matches", (req, res) => res.json({ data: cups[req.params.cup] ?? [] }));
  routes.get("/:cup/matches/:match", (req, res) => {
    const match = (cups[req.params.cup] ?? []).find(({ id }) => id === req.params.match);
    return match ? res.json({ data: match }) : fail(res, "NO_SUCH_MATCH");
  });
  return routes;
}
`,
    "src/cups/cups.js": `export const cups = {
  "spring-open": [{ id: "m-3f0a91", score: "2:1" }, { id: "m-7c22de", score: "0:0" }],
  "autumn-open": [{ id: "m-b81e47", score: "3:2" }, { id: "m-d05c6f", score: "1:4" }],
};
`,
    "cups.http": `@cups = http://localhost:PORT_OF_api/cups

### matches in spring
GET {{cups}}/spring-open/matches

### the one with the red card
# @name red
GET {{cups}}/spring-open/matches/m-d05c6f
`,
  },
  servers: [{ name: "api", entry: "src/main.js" }],
  ask: ["cups.http#red"],
  facts: [
    "GET /cups 200",
    "GET /cups/spring-open/matches/m-3f0a91 200",
    "GET /cups/spring-open/matches/m-d05c6f 404",
    "GET /cups/autumn-open/matches/m-d05c6f 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-project"],
    links: [
      { file: "src/cups/cupRoutes.js", text: '"/:cup/matches/:match"' },
      { file: "src/cups/cupRoutes.js", text: "find(({ id })" },
      { file: "src/cups/cups.js", text: '"autumn-open"' },
    ],
    fixes: [{ url: "/cups/autumn-open/matches/m-d05c6f" }],
  },
};

const player: Scenario = {
  name: "player-of-a-club",
  files: {
    "src/server.js": `import { createServer } from "node:http";
import { findPlayer, playersOf } from "./clubs.js";
import { element, list } from "./xml.js";

const send = (res, status, text) => res.writeHead(status, { "content-type": "application/xml" }).end(text);

createServer((req, res) => {
  const { pathname, searchParams } = new URL(req.url, "http://clubs");
  const players = playersOf(searchParams.get("club"));
  if (pathname === "/players") return send(res, 200, list("players", players));
  const [, handle] = /^\\/players\\/([a-z0-9]+)$/.exec(pathname) ?? [];
  const player = findPlayer(players, handle);
  return player ? send(res, 200, element("player", player)) : send(res, 404, '<error status="404"/>');
}).listen(Number(process.env.PORT ?? 3000));
`,
    "src/clubs.js": `const clubs = {
  riverside: [{ handle: "kestrel9", rank: 12 }, { handle: "moth", rank: 40 }],
  hilltop: [{ handle: "quarry", rank: 3 }, { handle: "tinder77", rank: 25 }],
};

export const playersOf = (club) => clubs[club] ?? [];
export const findPlayer = (players, handle) => players.find((player) => player.handle === handle);
`,
    "src/xml.js": `export const element = (name, { handle, rank }) => \`<\${name} handle="\${handle}" rank="\${rank}"/>\`;
export const list = (name, all) => \`<\${name}>\${all.map((one) => element("player", one)).join("")}</\${name}>\`;
`,
    "http-client.env.json": `{
  "riverside": { "host": "http://localhost:PORT_OF_api", "club": "riverside" },
  "hilltop": { "host": "http://localhost:PORT_OF_api", "club": "hilltop" }
}`,
    "players.http": `### everybody
GET {{host}}/players?club={{club}}

### for the line-up
# @name lineup
GET {{host}}/players/tinder77?club={{club}}
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["players.http#lineup", "--env", "riverside"],
  facts: [
    "GET /players?club=riverside 200",
    "GET /players/moth?club=riverside 200",
    "GET /players/tinder77?club=riverside 404",
    "GET /players/tinder77?club=hilltop 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-tenant"],
    links: [
      { file: "src/server.js", text: 'searchParams.get("club")' },
      { file: "src/clubs.js", text: "playersOf" },
      { file: "http-client.env.json", text: '"club": "riverside"' },
      { file: "http-client.env.json", text: '"club": "hilltop"' },
    ],
    fixes: [{ url: "/players/tinder77?club=hilltop" }],
  },
};

const bracket: Scenario = {
  name: "bracket-of-a-night",
  files: {
    "package.json": '{ "name": "brackets", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "config/switches.json": `{
  "spectatorChat": { "on": true, "since": "2026-02-01" },
  "bracketPreview": { "on": false, "since": "2026-10-19" }
}
`,
    "src/switches.ts": `import { readFileSync } from "node:fs";

const switches = JSON.parse(readFileSync(new URL("../config/switches.json", import.meta.url), "utf8"));

export const isOn = (name: string): boolean => switches[name]?.on === true;
`,
    "src/server.ts": `import Fastify from "fastify";
import { previewRoutes } from "./brackets/previewRoutes.ts";
import { resultRoutes } from "./brackets/resultRoutes.ts";
import { isOn } from "./switches.ts";

const app = Fastify();
app.register(resultRoutes, { prefix: "/nights" });
if (isOn("bracketPreview")) {
  app.register(previewRoutes, { prefix: "/nights" });
}
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/brackets/previewRoutes.ts": `import type { FastifyInstance } from "fastify";

export async function previewRoutes(app: FastifyInstance) {
  app.get("/:night/preview", async () => ({ rounds: [["quarry", "moth"], ["kestrel9", "tinder77"]] }));
}
`,
    "src/brackets/resultRoutes.ts": `import type { FastifyInstance } from "fastify";

export async function resultRoutes(app: FastifyInstance) {
  app.get("/:night/results", async () => ({ winner: "quarry" }));
}
`,
    "nights.http": `@night = 2026-11-20

### who won
GET http://localhost:PORT_OF_api/nights/{{night}}/results

### for the board at the door
# @name board
GET http://localhost:PORT_OF_api/nights/{{night}}/preview
`,
  },
  servers: [{ name: "api", entry: "src/server.ts" }],
  ask: ["nights.http#board"],
  facts: ["GET /nights/2026-11-20/results 200", "GET /nights/2026-11-20/preview 404"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "src/server.ts", text: 'isOn("bracketPreview")' },
      { file: "src/server.ts", text: "app.register(previewRoutes" },
      { file: "config/switches.json", text: '"bracketPreview"' },
      { file: "src/brackets/previewRoutes.ts", text: '"/:night/preview"' },
    ],
  },
};

/** Tournaments: fixtures, matches of a cup, players of a club, brackets of a night. */
export const tournaments: readonly Scenario[] = [fixture, match, player, bracket];
