import type { Scenario } from "../../scenario.ts";

const page: Scenario = {
  name: "page-in-french",
  files: {
    "package.json": `{ "name": "house-pages", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "pages.js": `import Fastify from "fastify";

const pages = { welcome: { de: "Willkommen", en: "Welcome" }, breakfast: { de: "Frühstück", en: "Breakfast" } };
const app = Fastify();

app.get("/pages", async () => Object.keys(pages));
app.get("/pages/:page", async ({ params }, reply) => {
  const texts = pages[params.page];
  return texts ? { page: params.page, languages: Object.keys(texts) } : reply.code(404).send({ error: "page not found" });
});
app.get("/pages/:page/:language", async ({ params }, reply) => {
  const text = pages[params.page]?.[params.language];
  return text ? { text } : reply.code(404).send({ error: "page not written in that language" });
});

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "pages.http": `@house = http://localhost:PORT_OF_api

### in English
GET {{house}}/pages/breakfast/en

### in French
# @name french
GET {{house}}/pages/breakfast/fr
`,
  },
  servers: [{ name: "api", entry: "pages.js" }],
  ask: ["pages.http#french"],
  facts: ["GET /pages 200", "GET /pages/breakfast/fr 404", "GET /pages/breakfast/en 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "pages.js", text: '"/pages/:page/:language"' }],
  },
};

const room: Scenario = {
  name: "room-that-is-not-there",
  files: {
    "package.json": `{
  "name": "rooms",
  "type": "module",
  "dependencies": { "@nestjs/common": "^11.0.0", "@nestjs/core": "^11.0.0", "@nestjs/platform-express": "^11.0.0" }
}
`,
    "tsconfig.json": `{ "compilerOptions": { "target": "es2022", "module": "esnext", "moduleResolution": "bundler", "experimentalDecorators": true } }
`,
    ".gitignore": `dist
`,
    "start.mjs": `import { build } from "esbuild";

await build({ entryPoints: ["src/main.ts"], outfile: "dist/main.mjs", bundle: true, packages: "external", platform: "node", format: "esm" });
await import("./dist/main.mjs");
`,
    "src/main.ts": `import "reflect-metadata";
import { VersioningType } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { RoomsModule } from "./rooms.module";

const app = await NestFactory.create(RoomsModule, { logger: false });
app.setGlobalPrefix("api");
app.enableVersioning({ type: VersioningType.URI, defaultVersion: "1" });
await app.listen(process.env.PORT ?? 3000);
`,
    "src/rooms.module.ts": `import { Module } from "@nestjs/common";
import { RoomsController } from "./rooms.controller";

@Module({ controllers: [RoomsController] })
export class RoomsModule {}
`,
    "src/rooms.controller.ts": `import { Controller, Get, NotFoundException, Param } from "@nestjs/common";

const rooms = [
  { number: "101", beds: 2 },
  { number: "102", beds: 1 },
];

@Controller("rooms")
export class RoomsController {
  @Get()
  all() {
    return { data: rooms, total: rooms.length };
  }

  @Get(":number")
  one(@Param("number") number: string) {
    const room = rooms.find((each) => each.number === number);
    if (!room) throw new NotFoundException({ code: "ROOM_UNKNOWN", number });
    return { data: room };
  }
}
`,
    "rooms.http": `@api = http://localhost:PORT_OF_api/api/v1

### all
GET {{api}}/rooms

### the one under the roof
# @name roof
GET {{api}}/rooms/301
`,
  },
  servers: [{ name: "api", entry: "start.mjs" }],
  ask: ["rooms.http#roof"],
  facts: ["GET /api/v1/rooms 200", "GET /api/v1/rooms/301 404", "GET /api/v1/rooms/102 200", "GET /api/rooms 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "src/rooms.controller.ts", text: '@Get(":number")' }],
  },
};

const guest: Scenario = {
  name: "guest-by-a-random-number",
  files: {
    "package.json": `{ "name": "guests", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "src/server.ts": `import express from "express";

const guests = new Map([
  ["0b9f6f0e-6a55-4c86-9a53-4f0c6f5f9a10", { nights: 3 }],
  ["7f3e2a51-0c0b-4d8d-8a8d-2f1b5f0a7c42", { nights: 1 }],
]);
const app = express();

app.get("/guests/:id", (req, res) => {
  const guest = guests.get(req.params.id);
  if (guest === undefined) {
    res.status(404).json({ error: "guest not found" });
    return;
  }
  res.json(guest);
});

app.listen(Number(process.env.PORT ?? 3000));
`,
    "guests.http": `@house = http://localhost:PORT_OF_api

### works
GET {{house}}/guests/7f3e2a51-0c0b-4d8d-8a8d-2f1b5f0a7c42

### does not
# @name lost
GET {{house}}/guests/c2c1b8d4-5e0f-4c5f-9d57-3c1e9a8b7f66
`,
  },
  servers: [{ name: "api", entry: "src/server.ts" }],
  ask: ["guests.http#lost"],
  facts: [
    "GET /guests/c2c1b8d4-5e0f-4c5f-9d57-3c1e9a8b7f66 404",
    "GET /guests/7f3e2a51-0c0b-4d8d-8a8d-2f1b5f0a7c42 200",
    "GET /guests 404",
    "GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "src/server.ts", text: 'app.get("/guests/:id"' }],
  },
};

const picture: Scenario = {
  name: "picture-as-a-record",
  files: {
    "package.json": `{ "name": "pictures", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "src/app.js": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { pictures } from "./pictures.js";

const app = new Hono();

app.get("/pictures", (c) => c.json([...pictures.keys()]));
app.get("/pictures/:file", (c) => {
  const svg = pictures.get(c.req.param("file"));
  if (svg === undefined) return c.json({ error: "picture not stored" }, 404);
  return c.body(svg, 200, { "content-type": "image/svg+xml" });
});

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/pictures.js": `const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>';

export const pictures = new Map([
  ["garden.svg", svg],
  ["kitchen.svg", svg],
]);
`,
    "pictures.http": `@api = http://localhost:PORT_OF_api

GET {{api}}/pictures

###
# @name cellar
GET {{api}}/pictures/cellar.svg
`,
  },
  servers: [{ name: "api", entry: "src/app.js" }],
  ask: ["pictures.http#cellar"],
  facts: ["GET /pictures 200", "GET /pictures/cellar.svg 404", "GET /pictures/garden.svg 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "src/app.js", text: 'app.get("/pictures/:file"' }],
  },
};

/** Guest rooms: a page in a language that is not written, a room by a number that is not there, a guest by a random number, a picture that is stored as a record. */
export const guestRooms: readonly Scenario[] = [page, room, guest, picture];
