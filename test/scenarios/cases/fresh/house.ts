import type { Scenario } from "../../scenario.ts";

const boats: Scenario = {
  name: "boats-of-the-club",
  files: {
    "package.json":
      '{ "name": "boat-club", "dependencies": { "@nestjs/common": "^11.0.0", "@nestjs/core": "^11.0.0", "@nestjs/platform-express": "^11.0.0" } }',
    "src/main.ts": `import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module";

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.setGlobalPrefix("club");
  await app.listen(process.env.PORT ?? 3000);
}
void bootstrap();
`,
    "src/app.module.ts": `import { Module } from "@nestjs/common";
import { BoatsController } from "./boats/boats.controller";
import { BoatsService } from "./boats/boats.service";

@Module({ controllers: [BoatsController], providers: [BoatsService] })
export class AppModule {}
`,
    "src/boats/boats.controller.ts": `import { Controller, Get, NotFoundException, Param } from "@nestjs/common";
import { BoatsService } from "./boats.service";

@Controller("boats")
export class BoatsController {
  constructor(private readonly boats: BoatsService) {}

  @Get()
  all() {
    return this.boats.all();
  }

  @Get(":sail/trips")
  trips(@Param("sail") sail: string) {
    const trips = this.boats.tripsOf(sail);
    if (!trips) throw new NotFoundException();
    return trips;
  }
}
`,
    "src/boats/boats.service.ts": `import { Injectable } from "@nestjs/common";

@Injectable()
export class BoatsService {
  readonly #trips = new Map([["G-114", ["2026-05-01"]]]);

  all() {
    return [...this.#trips.keys()];
  }

  tripsOf(sail: string) {
    return this.#trips.get(sail);
  }
}
`,
    "club.http": `@club = http://localhost:PORT_OF_api

### trips of a boat
# @name trips
GET {{club}}/boats/G-114/trips
`,
  },
  deployed: {
    "main.mjs": `import express from "express";

const trips = new Map([["G-114", ["2026-05-01"]]]);
const app = express();
app.get("/club/boats", (req, res) => res.json([...trips.keys()]));
app.get("/club/boats/:sail/trips", (req, res) => {
  const found = trips.get(req.params.sail);
  return found ? res.json(found) : res.status(404).json({ message: "Not Found", statusCode: 404 });
});
app.use((req, res) => {
  res.status(404).json({ message: "Cannot " + req.method + " " + req.originalUrl, error: "Not Found", statusCode: 404 });
});
app.listen(process.env.PORT);
`,
  },
  servers: [{ name: "api", entry: "deployed:main.mjs" }],
  ask: ["club.http#trips"],
  facts: ["GET /boats/G-114/trips 404", "GET /club/boats/G-114/trips 200", "GET /club/boats/x/trips 404"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "src/main.ts", text: "setGlobalPrefix" },
      { file: "src/boats/boats.controller.ts", text: '@Get(":sail/trips")' },
    ],
    fixes: [{ url: "/club/boats/G-114/trips" }],
  },
};

const heating: Scenario = {
  name: "heating-of-the-house",
  files: {
    "package.json": '{ "name": "heating", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "heating.http": `@house = http://localhost:PORT_OF_api

### rooms
GET {{house}}/api/rooms

### set points, from the manual
# @name points
GET {{house}}/api/rooms/kitchen/setpoints
`,
    "app.js": `import fastify from "fastify";
import { rooms } from "./rooms.js";

const app = fastify();
app.register(rooms, { prefix: "/api/rooms" });
app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "rooms.js": `const rooms_ = { kitchen: { setPoints: [19, 21] }, bath: { setPoints: [22] } };

export async function rooms(app) {
  app.get("/", async () => Object.keys(rooms_));
  app.get("/:room/setPoints", async ({ params }, reply) => rooms_[params.room]?.setPoints ?? reply.code(404).send({ error: "no such room" }));
}
`,
  },
  servers: [{ name: "api", entry: "app.js" }],
  ask: ["heating.http#points"],
  facts: ["GET /api/rooms 200", "GET /api/rooms/kitchen/setpoints 404", "GET /api/rooms/kitchen/setPoints 200"],
  truth: {
    outcome: "not-found",
    kinds: ["case"],
    links: [{ file: "rooms.js", text: '"/:room/setPoints"' }],
    fixes: [{ url: "/api/rooms/kitchen/setPoints" }],
  },
};

const keys: Scenario = {
  name: "keys-on-another-name",
  files: {
    "package.json": '{ "name": "keys", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "keys.http": `### the desk, by its name
GET http://localhost:PORT_OF_api/keys
Host: desk.house.test

### one key
# @name key
GET http://localhost:PORT_OF_api/keys/k-3/holders
Accept: application/json
`,
    "server.js": `import express from "express";
import { byName } from "./byName.js";
import { desk } from "./desk.js";
import { guests } from "./guests.js";

const app = express();
app.use(byName({ "desk.house.test": desk, "guests.house.test": guests }));
app.use((_req, res) => res.status(404).type("text/plain").send("404 page not found\\n"));
app.listen(process.env.PORT ?? 3000);
`,
    "byName.js": `/** One process, several names. */
export const byName = (applications) => (req, res, next) => {
  const application = applications[req.hostname];
  return application ? application(req, res, next) : next();
};
`,
    "desk.js": `import { Router } from "express";

const holders = { "k-3": ["ana"], "k-4": [] };

export const desk = Router();
desk.get("/keys", (_req, res) => res.json(Object.keys(holders)));
desk.get("/keys/:key/holders", (req, res, next) => (holders[req.params.key] ? res.json(holders[req.params.key]) : next()));
`,
    "guests.js": `import { Router } from "express";

export const guests = Router();
guests.get("/wifi", (_req, res) => res.json({ name: "house" }));
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["keys.http#key"],
  facts: [
    "GET /keys/k-3/holders 404",
    "GET /keys/k-3/holders 200 | Host: desk.house.test",
    "GET /keys/k-9/holders 404 | Host: desk.house.test",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["host-unmatched"],
    links: [
      { file: "server.js", text: "desk.house.test" },
      { file: "desk.js", text: 'desk.get("/keys/:key/holders"' },
      { file: "byName.js", text: "req.hostname" },
    ],
  },
};

const repairs: Scenario = {
  name: "export-of-the-repairs",
  files: {
    "package.json":
      '{ "name": "repairs", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }',
    "repairs.http": `@repairs = http://localhost:PORT_OF_api/repairs

### one
GET {{repairs}}/r-7

### for the accountant
# @name sheet
GET {{repairs}}/export?format=csv
`,
    "app.js": `import Koa from "koa";
import { exports } from "./exports.js";
import { repairs } from "./repairs.js";

const app = new Koa();
app.use(repairs.routes());
app.use(exports.routes());
app.listen(Number(process.env.PORT ?? 3000));
`,
    "repairs.js": `import Router from "@koa/router";

export const rows = new Map([["r-7", { what: "lift" }]]);
export const repairs = new Router({ prefix: "/repairs" });
repairs.get("/:repair", (ctx) => {
  ctx.body = rows.get(ctx.params.repair) ?? ctx.throw(404, "unknown repair");
});
`,
    "exports.js": `import Router from "@koa/router";
import { rows } from "./repairs.js";

export const exports = new Router();
exports.get("/repairs/export", (ctx) => {
  ctx.type = "text/csv";
  ctx.body = [...rows].map(([id, { what }]) => id + "," + what).join("\\n");
});
`,
  },
  servers: [{ name: "api", entry: "app.js" }],
  ask: ["repairs.http#sheet"],
  facts: ["GET /repairs/r-7 200", "GET /repairs/export?format=csv 404", "GET /repairs/none 404"],
  truth: {
    outcome: "not-found",
    kinds: ["shadowed"],
    links: [
      { file: "exports.js", text: '"/repairs/export"' },
      { file: "repairs.js", text: 'repairs.get("/:repair"' },
    ],
  },
};

/** Boats, heating, keys and repairs. */
export const house: readonly Scenario[] = [boats, heating, keys, repairs];
