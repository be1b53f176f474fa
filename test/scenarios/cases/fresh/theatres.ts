import type { Scenario } from "../../scenario.ts";

const home: Scenario = {
  name: "start-page-of-the-theatre",
  files: {
    "README.md": `# Stage door

\`docker compose up\`, then the box office is at http://localhost:PORT_OF_web and the API at http://localhost:PORT_OF_api.
`,
    "docker-compose.yml": `services:
  api:
    build: ./api
    ports: ["PORT_OF_api:3000"]
  web:
    build: ./web
    ports: ["PORT_OF_web:80"]
`,
    "api/package.json": `{ "name": "api", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "api/server.js": `import Fastify from "fastify";
import shows from "./shows.js";

const app = Fastify();
app.register(shows, { prefix: "/v1/shows" });
await app.listen({ port: Number(process.env.PORT ?? 3000), host: "::" });
`,
    "api/shows.js": `const shows = [{ id: 1, title: "The Cherry Orchard", seats: 212 }];

export default async function (app) {
  app.get("/", () => shows);
  app.get("/:id", (request, reply) => shows.find(({ id }) => id === Number(request.params.id)) ?? reply.code(404).send({ error: "no such show" }));
}
`,
    "web/package.json": `{ "name": "web", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "web/server.js": `import express from "express";

const app = express();
app.use(express.static(new URL("./public", import.meta.url).pathname));
app.listen(process.env.PORT ?? 80);
`,
    "web/public/index.html": `<!doctype html>
<title>Box office</title>
<main id="shows"></main>
`,
    "smoke.http": `### Is the box office up?
# @name up
GET http://localhost:PORT_OF_api/
Accept: text/html

### Shows
GET http://localhost:PORT_OF_api/v1/shows
`,
  },
  servers: [
    { name: "api", entry: "api/server.js" },
    { name: "web", entry: "web/server.js" },
  ],
  ask: ["smoke.http#up"],
  facts: ["api:GET / 404", "api:GET /v1/shows 200", "web:GET / 200", "web:GET /v1/shows 404"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-entrypoint"],
    fixes: [{ url: "http://localhost:PORT_OF_web/" }, { url: "/v1/shows" }],
  },
};

const seats: Scenario = {
  name: "seats-of-the-balcony",
  files: {
    "package.json": `{
  "name": "seating",
  "type": "module",
  "scripts": { "start": "node start.mjs" },
  "dependencies": { "@nestjs/common": "^11.0.0", "@nestjs/core": "^11.0.0", "@nestjs/platform-express": "^11.0.0" }
}
`,
    "tsconfig.json": `{ "compilerOptions": { "target": "es2022", "module": "esnext", "moduleResolution": "bundler", "experimentalDecorators": true } }
`,
    "start.mjs": `import { build } from "esbuild";

await build({ entryPoints: ["src/main.ts"], outfile: "dist/main.mjs", bundle: true, packages: "external", platform: "node", format: "esm" });
await import("./dist/main.mjs");
`,
    ".gitignore": `dist/
node_modules/
`,
    "src/main.ts": `import "reflect-metadata";
import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module";

async function bootstrap() {
  const app = await NestFactory.create(AppModule, { logger: false });
  app.setGlobalPrefix("api");
  app.enableShutdownHooks();
  await app.listen(process.env.PORT ?? 3000);
}

bootstrap();
`,
    "src/app.module.ts": `import { Module } from "@nestjs/common";
import { HealthController } from "./health.controller";
import { SeatsModule } from "./seats/seats.module";

@Module({ imports: [SeatsModule], controllers: [HealthController] })
export class AppModule {}
`,
    "src/health.controller.ts": `import { Controller, Get } from "@nestjs/common";

@Controller("health")
export class HealthController {
  @Get()
  check() {
    return { status: "ok" };
  }
}
`,
    "src/seats/seats.module.ts": `import { Module } from "@nestjs/common";
import { SeatsController } from "./seats.controller";

@Module({ controllers: [SeatsController] })
export class SeatsModule {}
`,
    "src/seats/seats.controller.ts": `import { Controller, Get, Param } from "@nestjs/common";

const seats = { balcony: [{ row: "A", seat: 1 }, { row: "A", seat: 2 }], stalls: [{ row: "F", seat: 11 }] };

@Controller("seats")
export class SeatsController {
  @Get(":level")
  onLevel(@Param("level") level: keyof typeof seats) {
    return seats[level] ?? [];
  }
}
`,
    "nginx/default.conf": `server {
  listen 80;

  location /api/ {
    proxy_set_header Host $host;
    proxy_pass http://127.0.0.1:PORT_OF_api/;
  }

  location = /ping {
    return 200;
  }
}
`,
    "http/seats.http": `@origin = http://localhost:PORT_OF_web

### balcony
# @name balcony
GET {{origin}}/api/seats/balcony
`,
  },
  servers: [
    { name: "api", entry: "start.mjs" },
    {
      name: "web",
      entry: "front:ruleProxy",
      env: { RULES: '[{ "from": "^/api/", "to": "/", "port": "PORT_OF_api" }, { "from": "^/ping$", "status": 200 }]' },
    },
  ],
  ask: ["http/seats.http#balcony"],
  facts: [
    "web:GET /api/seats/balcony 404",
    "api:GET /api/seats/balcony 200",
    "web:GET /ping 200",
    "web:GET /api/api/seats/balcony 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-strips-prefix"],
    links: [
      { file: "nginx/default.conf", text: "proxy_pass" },
      { file: "src/main.ts", text: "setGlobalPrefix" },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

const plays: Scenario = {
  name: "plays-in-development",
  files: {
    "package.json": `{
  "name": "repertoire",
  "type": "module",
  "scripts": { "dev": "vite", "api": "node server/index.js" },
  "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" },
  "devDependencies": { "vite": "^7.0.0" }
}
`,
    "vite.config.ts": `import { defineConfig } from "vite";

export default defineConfig({
  build: { outDir: "build" },
  server: {
    port: PORT_OF_web,
    proxy: {
      "/api": {
        target: "http://localhost:PORT_OF_api",
        changeOrigin: true,
      },
    },
  },
});
`,
    "index.html": `<!doctype html>
<div id="root"></div>
<script type="module" src="/src/main.ts"></script>
`,
    "src/main.ts": `const plays = await fetch("/api/plays").then((response) => response.json());
document.querySelector("#root")!.textContent = plays.map((play: { title: string }) => play.title).join(", ");
`,
    "server/index.js": `import Koa from "koa";
import { plays } from "./plays.js";

const app = new Koa();
app.use(async (ctx, next) => {
  const started = Date.now();
  await next();
  ctx.set("X-Response-Time", \`\${Date.now() - started} ms\`);
});
app.use(plays.routes());
app.use(plays.allowedMethods());
app.listen(process.env.PORT ?? 5001);
`,
    "server/plays.js": `import Router from "@koa/router";

const all = [
  { id: "hedda", title: "Hedda Gabler" },
  { id: "vanya", title: "Uncle Vanya" },
];

export const plays = new Router();
plays.get("/plays", (ctx) => (ctx.body = all));
plays.get("/plays/:id", (ctx) => {
  const play = all.find(({ id }) => id === ctx.params.id);
  ctx.assert(play, 404, "play not found");
  ctx.body = play;
});
`,
    "plays.http": `# @name plays
GET http://localhost:PORT_OF_web/api/plays
`,
  },
  servers: [
    { name: "api", entry: "server/index.js" },
    { name: "web", entry: "front:devProxy", env: { PREFIX: "/api", UPSTREAM: "PORT_OF_api" } },
  ],
  ask: ["plays.http#plays"],
  facts: ["web:GET /api/plays 404", "api:GET /plays 200", "api:GET /api/plays 404", "web:GET / 200"],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-keeps-prefix"],
    links: [
      { file: "vite.config.ts", text: '"/api": {' },
      { file: "vite.config.ts", text: "target:" },
      { file: "server/plays.js", text: 'plays.get("/plays",' },
    ],
    fixes: [{ kind: "edit-rewrite" }, { url: "http://localhost:PORT_OF_api/plays" }],
  },
};

/** A theatre: its start page, the seats behind a proxy, the plays behind a development server. */
export const theatres: readonly Scenario[] = [home, seats, plays];
