import type { Scenario } from "../../scenario.ts";

const tonight: Scenario = {
  name: "show-under-the-dome",
  files: {
    "package.json": `{ "name": "dome", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "src/index.js": `import Fastify from "fastify";
import { shows } from "./shows.js";

const app = Fastify();
await app.register(shows, { prefix: "/api/shows" });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/shows.js": `import { programme } from "./programme.js";

export async function shows(app) {
  app.get("/", async () => programme);

  app.get("/tonight", async (request, reply) => {
    const [next] = programme;
    return reply.redirect(\`/shows/\${next.id}\`);
  });

  app.get("/:id", async (request, reply) => {
    const show = programme.find(({ id }) => id === request.params.id);
    if (!show) return reply.code(404).send({ error: "no such show" });
    return show;
  });
}
`,
    "src/programme.js": `export const programme = [
  { id: "rings-of-saturn", starts: "19:30", seats: 40 },
  { id: "southern-sky", starts: "21:00", seats: 12 },
];
`,
    "dome.http": `### Tonight
# @name tonight
GET http://localhost:PORT_OF_dome/api/shows/tonight
`,
  },
  servers: [{ name: "dome", entry: "src/index.js" }],
  ask: ["dome.http#tonight"],
  facts: [
    "GET /api/shows/tonight 302",
    "GET /shows/rings-of-saturn 404",
    "GET /api/shows/rings-of-saturn 200",
    "GET /api/shows/none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["redirect-drops-path"],
    links: [
      { file: "src/shows.js", text: "reply.redirect(" },
      { file: "src/shows.js", text: 'app.get("/tonight"' },
      { file: "src/index.js", text: "app.register(" },
    ],
  },
};

const bookings: Scenario = {
  name: "bookings-of-a-school-class",
  files: {
    "package.json": `{ "name": "class-visits", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" } }
`,
    "server.js": `import { readFileSync } from "node:fs";
import Router from "@koa/router";
import Koa from "koa";

const visits = JSON.parse(readFileSync(new URL("./visits.json", import.meta.url), "utf8"));
const router = new Router();

router.get("/visits", (ctx) => {
  ctx.body = visits;
});

router.get("/visits/:id", (ctx) => {
  const visit = visits.find(({ id }) => id === ctx.params.id);
  if (!visit) ctx.throw(404, "visit not found");
  ctx.body = visit;
});

new Koa().use(router.routes()).listen(process.env.PORT ?? 3000);
`,
    "visits.json": `[
  { "id": "V-0001", "school": "Test school", "pupils": 20 },
  { "id": "V-0002", "school": "Sample school", "pupils": 25 }
]
`,
    "http-client.env.json": `{
  "dev": { "host": "http://localhost:PORT_OF_dev" },
  "staging": { "host": "http://localhost:PORT_OF_staging" }
}
`,
    "visits.http": `### All visits
GET {{host}}/visits

### The visit of the Hill School
# @name hill
GET {{host}}/visits/V-3187
`,
  },
  deployed: {
    "package.json": `{ "name": "class-visits", "type": "module" }
`,
    "server.js": `import { readFileSync } from "node:fs";
import Router from "@koa/router";
import Koa from "koa";

const visits = JSON.parse(readFileSync(new URL("./visits.json", import.meta.url), "utf8"));
const router = new Router();

router.get("/visits", (ctx) => {
  ctx.body = visits;
});

router.get("/visits/:id", (ctx) => {
  const visit = visits.find(({ id }) => id === ctx.params.id);
  if (!visit) ctx.throw(404, "visit not found");
  ctx.body = visit;
});

new Koa().use(router.routes()).listen(process.env.PORT ?? 3000);
`,
    "visits.json": `[
  { "id": "V-3186", "school": "River School", "pupils": 28 },
  { "id": "V-3187", "school": "Hill School", "pupils": 31 }
]
`,
  },
  servers: [
    { name: "dev", entry: "server.js" },
    { name: "staging", entry: "deployed:server.js" },
  ],
  ask: ["visits.http#hill", "--env", "dev"],
  facts: [
    "dev:GET /visits/V-3187 404",
    "staging:GET /visits/V-3187 200",
    "dev:GET /visits/V-0001 200",
    "staging:GET /visits/V-0001 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-environment"],
    links: [
      { file: "http-client.env.json", text: '"dev"' },
      { file: "http-client.env.json", text: '"staging"' },
      { file: "visits.http", text: "V-3187" },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_staging/visits/V-3187" }],
  },
};

const projectors: Scenario = {
  name: "projector-that-answers",
  files: {
    "package.json": `{
  "name": "projectors",
  "dependencies": {
    "@nestjs/common": "^11.0.0",
    "@nestjs/core": "^11.0.0",
    "@nestjs/platform-express": "^11.0.0",
    "reflect-metadata": "^0.2.2"
  }
}
`,
    "tsconfig.json": `{ "compilerOptions": { "target": "es2022", "module": "esnext", "moduleResolution": "bundler", "experimentalDecorators": true } }
`,
    "scripts/start.mjs": `import { build } from "esbuild";

await build({
  entryPoints: ["src/main.ts"],
  outfile: "dist/main.mjs",
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
});
await import("../dist/main.mjs");
`,
    "src/main.ts": `import "reflect-metadata";
import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module";

const app = await NestFactory.create(AppModule, { logger: ["error"] });
app.setGlobalPrefix("api");
await app.listen(process.env.PORT ?? 3000);
`,
    "src/app.module.ts": `import { Module } from "@nestjs/common";
import { ProjectorsController } from "./projectors.controller";

@Module({ controllers: [ProjectorsController] })
export class AppModule {}
`,
    "src/projectors.controller.ts": `import { Controller, Get, NotFoundException, Param, ParseIntPipe } from "@nestjs/common";

const projectors = [
  { id: 1, model: "Zeiss", hours: 812 },
  { id: 2, model: "Digistar", hours: 90 },
];

@Controller("projectors")
export class ProjectorsController {
  @Get(":id")
  one(@Param("id", ParseIntPipe) id: number) {
    const projector = projectors.find((entry) => entry.id === id);
    if (!projector) throw new NotFoundException();
    return projector;
  }
}
`,
    "projectors.http": `@id = 2

# @name projector
GET http://localhost:PORT_OF_app/api/projectors/{{id}}
`,
  },
  servers: [{ name: "app", entry: "scripts/start.mjs" }],
  ask: ["projectors.http#projector"],
  facts: ["GET /api/projectors/2 200", "GET /api/projectors/7 404"],
  truth: { outcome: "answered", kinds: [] },
};

/** Planetariums: tonight's show, the visit of a class, a projector that is there. */
export const planetariums: readonly Scenario[] = [tonight, bookings, projectors];
