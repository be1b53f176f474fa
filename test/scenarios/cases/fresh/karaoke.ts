import type { Scenario } from "../../scenario.ts";

const playlist: Scenario = {
  name: "playlist-of-the-bar",
  files: {
    "package.json": `{
  "name": "karaoke-backend",
  "private": true,
  "type": "module",
  "scripts": { "start": "node scripts/start.mjs" },
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
    ".gitignore": `node_modules
dist
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
import { PlaylistsController } from "./playlists/playlists.controller";
import { PlaylistsService } from "./playlists/playlists.service";

@Module({
  controllers: [PlaylistsController],
  providers: [PlaylistsService],
})
export class AppModule {}
`,
    "src/playlists/playlists.controller.ts": `import { Controller, Get, Inject, NotFoundException, Param } from "@nestjs/common";
import { PlaylistsService } from "./playlists.service";

@Controller("playlists")
export class PlaylistsController {
  constructor(@Inject(PlaylistsService) private readonly playlists: PlaylistsService) {}

  @Get()
  findAll() {
    return this.playlists.findAll();
  }

  @Get(":code")
  findOne(@Param("code") code: string) {
    const playlist = this.playlists.findOne(code);
    if (!playlist) {
      throw new NotFoundException(\`Playlist \${code} not found\`);
    }
    return playlist;
  }
}
`,
    "src/playlists/playlists.service.ts": `import { Injectable } from "@nestjs/common";

@Injectable()
export class PlaylistsService {
  private readonly playlists = [
    { code: "pl-31", title: "Eighties", songs: 64 },
    { code: "pl-33", title: "Duets", songs: 28 },
  ];

  findAll() {
    return this.playlists;
  }

  findOne(code: string) {
    return this.playlists.find((playlist) => playlist.code === code);
  }
}
`,
    "http/http-client.env.json": `{
  "local": {
    "api": "http://localhost:PORT_OF_api/api",
    "playlist": "pl-33 "
  }
}
`,
    "http/playlists.http": `### every playlist
GET {{api}}/playlists

### the playlist of tonight
# @name tonight
GET {{api}}/playlists/{{playlist}}
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "scripts/start.mjs" }],
  ask: ["http/playlists.http#tonight", "--env", "local"],
  facts: [
    "GET /api/playlists 200",
    "GET /api/playlists/pl-33%20 404",
    "GET /api/playlists/pl-33 200",
    "GET /api/playlists/pl-99 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["stray-characters"],
    links: [{ file: "http/http-client.env.json", text: '"playlist"' }],
    fixes: [{ url: "/api/playlists/pl-33" }],
  },
};

const tab: Scenario = {
  name: "tab-of-a-table",
  files: {
    "package.json": `{
  "name": "bar-tabs",
  "type": "module",
  "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0", "koa-bodyparser": "^4.4.1" }
}
`,
    "src/index.js": `import Koa from "koa";
import { errors } from "./middleware/errors.js";
import { tabs } from "./tabs.js";

const app = new Koa();

app.use(errors);
app.use(tabs.routes());

app.listen(process.env.PORT ?? 3000);
`,
    "src/middleware/errors.js": `export async function errors(ctx, next) {
  try {
    await next();
  } catch (error) {
    ctx.status = error.status ?? 500;
    ctx.body = { message: error.expose ? error.message : "Internal error" };
  }
}
`,
    "src/tabs.js": `import Router from "@koa/router";

const open = new Map([
  [14, { table: 14, total: 38.5, items: ["2x Helles", "Song credits"] }],
  [15, { table: 15, total: 12, items: ["Lemonade"] }],
]);

export const tabs = new Router({ prefix: "/tabs" });

tabs.get("/", (ctx) => {
  ctx.body = [...open.values()];
});

tabs.get("/:table", (ctx) => {
  const tab = open.get(Number(ctx.params.table));
  if (!tab) ctx.throw(404, "No open tab");
  ctx.body = tab;
});

tabs.post("/:table/settle", (ctx) => {
  const tab = open.get(Number(ctx.params.table));
  if (!tab) ctx.throw(404, "No open tab");
  open.delete(tab.table);
  ctx.body = { table: tab.table, paid: tab.total };
});
`,
    "tabs.http": `@bar = http://localhost:PORT_OF_api

### open tabs
GET {{bar}}/tabs

### pay
# @name settle
GET {{bar}}/tabs/14/settle
`,
  },
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["tabs.http#settle"],
  facts: ["GET /tabs 200", "GET /tabs/14 200", "GET /tabs/14/settle 404", "GET /nothing 404"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-method"],
    links: [{ file: "src/tabs.js", text: 'tabs.post("/:table/settle"' }],
    fixes: [{ url: "/tabs/14/settle", method: "POST" }],
  },
};

const stage: Scenario = {
  name: "stage-that-is-up",
  files: {
    "package.json": `{
  "name": "stage-control",
  "type": "module",
  "dependencies": { "fastify": "^5.0.0" }
}
`,
    "server.mjs": `import Fastify from "fastify";
import status from "./plugins/status.mjs";
import stages from "./plugins/stages.mjs";

const server = Fastify({
  exposeHeadRoutes: false,
  routerOptions: { ignoreTrailingSlash: true },
});

server.register(status);
server.register(stages, { prefix: "/stages" });

await server.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "plugins/status.mjs": `const startedAt = Date.now();

export default async function status(server) {
  server.get("/status", async () => ({ up: true, since: startedAt }));
}
`,
    "plugins/stages.mjs": `const stages = [
  { id: "main", microphones: 4 },
  { id: "cellar", microphones: 2 },
];

export default async function (server) {
  server.get("/", async () => stages);
  server.get("/:id", async (request, reply) => {
    const stage = stages.find(({ id }) => id === request.params.id);
    if (!stage) return reply.code(404).send({ error: "stage not found" });
    return stage;
  });
}
`,
    "ops/uptime.http": `# Checks of the monitor, one a minute

### status
# @name status
HEAD http://localhost:PORT_OF_api/status

### stages
GET http://localhost:PORT_OF_api/stages
`,
  },
  servers: [{ name: "api", entry: "server.mjs" }],
  ask: ["ops/uptime.http#status"],
  facts: ["HEAD /status 404", "GET /status 200", "GET /stages/main 200"],
  truth: {
    outcome: "not-found",
    kinds: ["head-not-routed"],
    links: [{ file: "plugins/status.mjs", text: 'server.get("/status"' }],
    fixes: [{ url: "/status", method: "GET" }],
  },
};

/** Karaoke bars: a playlist from an environment, a tab that must be paid, and the nightly check of a stage. */
export const karaoke: readonly Scenario[] = [playlist, tab, stage];
