import type { Scenario } from "../../scenario.ts";

const score: Scenario = {
  name: "score-in-the-library",
  files: {
    "package.json": `{ "name": "scores", "type": "module", "version": "5.0.0", "dependencies": { "fastify": "^5.0.0" } }
`,
    "src/index.ts": `import Fastify from "fastify";
import { loans } from "./loans.ts";
import { parts } from "./parts.ts";
import { scores } from "./scores.ts";

const app = Fastify();
app.register(loans, { prefix: "/library/loans" });
app.register(scores, { prefix: "/library/scores" });
app.register(parts, { prefix: "/library/parts" });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/loans.ts": `import type { FastifyInstance } from "fastify";

export async function loans(app: FastifyInstance) {
  app.get("/", async () => [{ score: 3, until: "2026-08-01" }]);
}
`,
    "src/parts.ts": `import type { FastifyInstance } from "fastify";

export async function parts(app: FastifyInstance) {
  app.get("/", async () => [{ score: 3, voice: "viola", copies: 6 }]);
}
`,
    "src/scores.ts": `import type { FastifyInstance } from "fastify";

const all = [{ id: 3, title: "St John Passion" }];

export async function scores(app: FastifyInstance) {
  app.get("/", async () => all);
  app.get<{ Params: { id: string } }>("/:id", async ({ params }, reply) => {
    return all.find(({ id }) => id === Number(params.id)) ?? reply.code(404).send({ error: "score not found" });
  });
}
`,
    "scores.http": `@library = http://localhost:PORT_OF_api/library

### loans
GET {{library}}/loans

### the passion
# @name passion
GET {{library}}/scores/3
`,
  },
  deployed: {
    "package.json": `{ "type": "module" }
`,
    "index.ts": `import Fastify from "fastify";

const app = Fastify();
app.get("/library/loans", async () => [{ score: 3, until: "2026-08-01" }]);
app.get("/library/parts", async () => [{ score: 3, voice: "viola", copies: 6 }]);
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [{ name: "api", entry: "deployed:index.ts" }],
  ask: ["scores.http#passion"],
  facts: [
    "GET /library/loans 200",
    "GET /library/parts 200",
    "GET /library/scores/3 404",
    "GET /library/scores 404",
    "GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["not-deployed"],
    links: [
      { file: "src/index.ts", text: "app.register(scores" },
      { file: "src/scores.ts", text: '("/:id"' },
    ],
  },
};

const tempo: Scenario = {
  name: "tempo-of-a-piece",
  files: {
    "package.json": `{ "name": "tempi", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" } }
`,
    "server.js": `import Router from "@koa/router";
import Koa from "koa";
import { tempi } from "./tempi.js";

const router = new Router();

router.param("id", (id, ctx, next) => {
  ctx.tempo = tempi.get(String(parseInt(id, 10)));
  return next();
});

router.get("/tempi", (ctx) => {
  ctx.body = [...tempi.values()];
});

router.get("/tempi/:id", (ctx) => {
  if (!ctx.tempo) ctx.throw(404, "There is no tempo of that number");
  ctx.body = ctx.tempo;
});

new Koa().use(router.routes()).listen(process.env.PORT ?? 3000);
`,
    "tempi.js": `export const tempi = new Map(
  [
    { id: "640012345678901249", beats: 72 },
    { id: "640012345678901377", beats: 120 },
  ].map((tempo) => [tempo.id, tempo]),
);
`,
    "tempi.http": `### all
GET http://localhost:PORT_OF_api/tempi

### the slow one
# @name slow
GET http://localhost:PORT_OF_api/tempi/640012345678901249
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["tempi.http#slow"],
  facts: ["GET /tempi 200", "GET /tempi/640012345678901249 404", "GET /tempi/640012345678901377 404", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["precision-loss"],
    links: [
      { file: "server.js", text: "parseInt(id, 10)" },
      { file: "server.js", text: 'router.get("/tempi/:id"' },
    ],
  },
};

const podium: Scenario = {
  name: "podium-at-its-root",
  files: {
    "package.json": `{ "name": "podium", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "README.md": `# Podium

The service keeps which conductor stands where. It has no pages.
`,
    "src/index.ts": `import { serve } from "@hono/node-server";
import { podium } from "./podium.ts";

serve({ fetch: podium.fetch, port: Number(process.env.PORT ?? 3000) }, ({ port }) => {
  console.log(\`podium listens on http://localhost:\${port}\`);
});
`,
    "src/podium.ts": `import { Hono } from "hono";

export const podium = new Hono().basePath("/podium/v1");

podium.get("/conductors", (c) => c.json([{ id: 1, name: "M. Oro" }]));
podium.get("/conductors/:id", (c) => (c.req.param("id") === "1" ? c.json({ id: 1, name: "M. Oro" }) : c.json({ error: "unknown conductor" }, 404)));
`,
  },
  servers: [{ name: "api", entry: "src/index.ts" }],
  ask: ["--curl", "curl -i http://localhost:PORT_OF_api"],
  facts: ["GET / 404", "GET /podium/v1/conductors 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-entrypoint"],
    fixes: [{ url: "/podium/v1/conductors" }, { kind: "ask" }],
  },
};

const seat: Scenario = {
  name: "seat-of-the-first-violin",
  files: {
    "package.json": `{
  "name": "seats",
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
import { SeatsModule } from "./seats.module";

const app = await NestFactory.create(SeatsModule, { logger: false });
app.setGlobalPrefix("orchestra");
await app.listen(process.env.PORT ?? 3000);
`,
    "src/seats.module.ts": `import { Module } from "@nestjs/common";
import { SeatsController } from "./seats.controller";

@Module({ controllers: [SeatsController] })
export class SeatsModule {}
`,
    "src/seats.controller.ts": `import { Controller, Get, NotFoundException, Param, Redirect } from "@nestjs/common";

const seats = [
  { number: 1, instrument: "violin" },
  { number: 2, instrument: "violin" },
];

@Controller("seats")
export class SeatsController {
  @Get()
  all() {
    return seats;
  }

  @Get("first")
  @Redirect("/seats/1")
  first() {}

  @Get(":number")
  one(@Param("number") number: string) {
    const seat = seats.find((each) => String(each.number) === number);
    if (!seat) throw new NotFoundException("Nobody sits there");
    return seat;
  }
}
`,
    "seats.http": `@orchestra = http://localhost:PORT_OF_api/orchestra

### seats
GET {{orchestra}}/seats

### first
# @name first
GET {{orchestra}}/seats/first
`,
  },
  servers: [{ name: "api", entry: "start.mjs" }],
  ask: ["seats.http#first"],
  facts: [
    "GET /orchestra/seats 200",
    "GET /orchestra/seats/first 302",
    "GET /seats/1 404",
    "GET /orchestra/seats/1 200",
    "GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["redirect-drops-path"],
    links: [
      { file: "src/seats.controller.ts", text: '@Redirect("/seats/1")' },
      { file: "src/main.ts", text: "setGlobalPrefix" },
      { file: "src/seats.controller.ts", text: '@Get("first")' },
    ],
    fixes: [{ url: "/orchestra/seats/1" }, { kind: "edit-route" }],
  },
};

/** Conductors: a score of a new router, a tempo that is too long for a number, a podium asked at its root, a redirect of a group of routes. */
export const conductors: readonly Scenario[] = [score, tempo, podium, seat];
