import type { Scenario } from "../../scenario.ts";

const tide: Scenario = {
  name: "tide-of-a-day",
  files: {
    "package.json": `{ "name": "tides", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" } }
`,
    "index.js": `import Router from "@koa/router";
import Koa from "koa";

const tides = { "2026-07-01": ["03:12", "15:40"], "2026-07-02": ["04:01", "16:28"] };
const router = new Router({ prefix: "/v1/tides" });

router.get("/", (ctx) => {
  ctx.body = { days: Object.keys(tides) };
});
router.get("/:day", (ctx) => {
  const times = tides[ctx.params.day];
  if (!times) ctx.throw(404, "No table for that day");
  ctx.body = times;
});

new Koa().use(router.routes()).listen(process.env.PORT ?? 3000);
`,
    "tides.http": `@harbour = http://localhost:PORT_OF_api/v1

# @name day
GET {{harbour}}/tides/2026-12-24
`,
  },
  servers: [{ name: "api", entry: "index.js" }],
  ask: ["tides.http#day"],
  facts: ["GET /v1/tides 200", "GET /v1/tides/2026-12-24 404", "GET /v1/tides/2026-07-02 200", "GET /other 404"],
  truth: { outcome: "not-found", kinds: ["unknown-id"], links: [{ file: "index.js", text: 'router.get("/:day"' }] },
};

const ship: Scenario = {
  name: "ship-of-the-average",
  files: {
    "package.json": `{ "name": "ships", "type": "module", "version": "2.0.0", "dependencies": { "fastify": "^5.0.0" } }
`,
    "src/app.ts": `import Fastify from "fastify";
import { ships } from "./ships.ts";

const app = Fastify();
await app.register(ships, { prefix: "/ships" });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/ships.ts": `import type { FastifyInstance } from "fastify";

const all = [
  { id: "aurora", tonnes: 900 },
  { id: "borea", tonnes: 1400 },
];

export async function ships(app: FastifyInstance) {
  app.get("/", async () => all);
  app.get("/average", async () => ({ tonnes: all.reduce((sum, { tonnes }) => sum + tonnes, 0) / all.length }));
  app.get<{ Params: { id: string } }>("/:id", async ({ params }, reply) => {
    return all.find(({ id }) => id === params.id) ?? reply.code(404).send({ message: \`Ship "\${params.id}" is not in port\` });
  });
}
`,
    "ships.http": `### ships
GET http://localhost:PORT_OF_api/ships

### average
# @name average
GET http://localhost:PORT_OF_api/ships/average
`,
  },
  deployed: {
    "package.json": `{ "type": "module" }
`,
    "app.ts": `import Fastify from "fastify";

const all = [
  { id: "aurora", tonnes: 900 },
  { id: "borea", tonnes: 1400 },
];
const app = Fastify();
app.get("/ships", async () => all);
app.get<{ Params: { id: string } }>("/ships/:id", async ({ params }, reply) => {
  return all.find(({ id }) => id === params.id) ?? reply.code(404).send({ message: \`Ship "\${params.id}" is not in port\` });
});
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [{ name: "api", entry: "deployed:app.ts" }],
  ask: ["ships.http#average"],
  facts: ["GET /ships 200", "GET /ships/average 404", "GET /ships/borea 200", "GET /ships/x 404", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-deployed"],
    links: [{ file: "src/ships.ts", text: 'app.get("/average"' }],
  },
};

const note: Scenario = {
  name: "note-in-a-page",
  files: {
    "package.json": `{ "name": "harbour-notes", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "server.js": `import express from "express";

const notes = new Map([["berth#4", "Out of use"], ["crane", "Inspected"]]);
const app = express();

app.get("/notes", (_req, res) => res.json([...notes.keys()]));
app.get("/notes/:key", (req, res) => {
  const text = notes.get(req.params.key);
  if (text === undefined) return res.status(404).json({ error: "no note" });
  res.json({ key: req.params.key, text });
});

app.listen(process.env.PORT ?? 3000);
`,
    "notes.http": `@harbour = http://localhost:PORT_OF_api

### keys
GET {{harbour}}/notes

### on the fourth berth
# @name fourth
GET {{harbour}}/notes/berth#4
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["notes.http#fourth"],
  facts: [
    "GET /notes 200",
    "GET /notes/berth 404",
    "GET /notes/berth%234 200",
    "GET /notes/crane 200",
    "GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["id-encoding"],
    links: [
      { file: "notes.http", text: "/notes/berth#4" },
      { file: "server.js", text: 'app.get("/notes/:key"' },
    ],
    fixes: [{ url: "/notes/berth%234" }],
  },
};

const pilot: Scenario = {
  name: "pilot-of-the-morning",
  files: {
    "package.json": `{
  "name": "pilots",
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
import { NestFactory } from "@nestjs/core";
import { PilotsModule } from "./pilots.module";

const app = await NestFactory.create(PilotsModule, { logger: false });
await app.listen(process.env.PORT ?? 3000);
`,
    "src/pilots.module.ts": `import { Module } from "@nestjs/common";
import { PilotsController } from "./pilots.controller";

@Module({ controllers: [PilotsController] })
export class PilotsModule {}
`,
    "src/pilots.controller.ts": `import { Controller, Get, NotFoundException, Param } from "@nestjs/common";

const pilots = [
  { licence: "9007199254740995001", name: "H. Brandt" },
  { licence: "9007199254740995407", name: "S. Loo" },
];

@Controller("pilots")
export class PilotsController {
  @Get()
  all() {
    return pilots;
  }

  @Get(":licence")
  one(@Param("licence") licence: string) {
    const pilot = pilots.find((each) => each.licence === \`\${+licence}\`);
    if (!pilot) throw new NotFoundException("No pilot holds that licence");
    return pilot;
  }
}
`,
    "pilots.http": `@api = http://localhost:PORT_OF_api

### pilots
GET {{api}}/pilots

### on duty
# @name duty
GET {{api}}/pilots/9007199254740995001
`,
  },
  servers: [{ name: "api", entry: "start.mjs" }],
  ask: ["pilots.http#duty"],
  facts: [
    "GET /pilots 200",
    "GET /pilots/9007199254740995001 404",
    "GET /pilots/9007199254740995407 404",
    "GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["precision-loss"],
    links: [
      { file: "src/pilots.controller.ts", text: "+licence" },
      { file: "src/pilots.controller.ts", text: '@Get(":licence")' },
    ],
  },
};

/** Harbour masters: a tide of a day, a pilot that only the list knows, an average that an old build takes for a ship, a note in a page. */
export const harbourMasters: readonly Scenario[] = [tide, ship, note, pilot];
