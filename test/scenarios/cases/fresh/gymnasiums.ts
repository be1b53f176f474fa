import type { Scenario } from "../../scenario.ts";

const member: Scenario = {
  name: "member-by-number",
  files: {
    "package.json": `{
  "name": "gym-members",
  "type": "module",
  "dependencies": { "fastify": "^5.0.0" }
}
`,
    "src/main.js": `import { buildServer } from "./server.js";

const server = buildServer();
await server.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/server.js": `import Fastify from "fastify";
import { findMember, members } from "./members.js";

export function buildServer() {
  const server = Fastify();

  server.route({
    method: "GET",
    url: "/api/members",
    handler: async () => members,
  });

  server.route({
    method: "GET",
    url: "/api/members/:memberId/check-ins",
    handler: async (request, reply) => {
      const member = findMember(request.params.memberId);
      if (!member) return reply.code(404).send({ message: "Member not found" });
      return member.checkIns;
    },
  });

  return server;
}
`,
    "src/members.js": `export const members = [
  { id: "m-1001", name: "Ruth", checkIns: ["2026-05-02", "2026-05-04"] },
  { id: "m-1002", name: "Tomas", checkIns: [] },
];

export const findMember = (id) => members.find((member) => member.id === id);
`,
    "docs/api.md": `# Members

| Request | Answer |
|---|---|
| \`GET /api/members\` | all members |
| \`GET /api/members/:memberId/check-ins\` | the days on which a member came |
`,
    "docs/api.http": `### GET all members
GET http://localhost:PORT_OF_api/api/members

### GET check-ins
# @name checkIns
GET http://localhost:PORT_OF_api/api/members/:memberId/check-ins
`,
  },
  servers: [{ name: "api", entry: "src/main.js" }],
  ask: ["docs/api.http#checkIns"],
  facts: [
    "GET /api/members 200",
    "GET /api/members/:memberId/check-ins 404",
    "GET /api/members/m-1001/check-ins 200",
    "GET /api/other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unresolved-variable"],
    links: [
      { file: "docs/api.http", text: "GET http://localhost:PORT_OF_api/api/members/:memberId/check-ins" },
      { file: "src/server.js", text: 'url: "/api/members/:memberId/check-ins"' },
    ],
  },
};

const classes: Scenario = {
  name: "classes-of-the-day",
  files: {
    "package.json": `{
  "name": "gym-classes",
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
import { AppModule } from "./app.module";

async function bootstrap() {
  const app = await NestFactory.create(AppModule, { logger: false });
  app.enableVersioning({ type: VersioningType.URI });
  await app.listen(process.env.PORT ?? 3000);
}
await bootstrap();
`,
    "src/app.module.ts": `import { Module } from "@nestjs/common";
import { ClassesController } from "./classes/classes.controller";
import { StatusController } from "./status.controller";

@Module({ controllers: [StatusController, ClassesController] })
export class AppModule {}
`,
    "src/status.controller.ts": `import { Controller, Get, VERSION_NEUTRAL } from "@nestjs/common";

@Controller({ path: "status", version: VERSION_NEUTRAL })
export class StatusController {
  @Get()
  status() {
    return { ok: true };
  }
}
`,
    "src/classes/classes.controller.ts": `import { Controller, Get, NotFoundException, Param } from "@nestjs/common";

const classes = [
  { id: 1, title: "Rowing", at: "18:00" },
  { id: 2, title: "Yoga", at: "19:30" },
];

@Controller({ path: "classes", version: "1" })
export class ClassesController {
  @Get()
  findAll() {
    return classes;
  }

  @Get(":id")
  findOne(@Param("id") id: string) {
    const found = classes.find((one) => one.id === Number(id));
    if (!found) throw new NotFoundException("Class not found");
    return found;
  }
}
`,
    "classes.http": `@host = http://localhost:PORT_OF_api

### status
GET {{host}}/status

### a class
# @name one
GET {{host}}/classes/2
`,
  },
  servers: [{ name: "api", entry: "start.mjs" }],
  ask: ["classes.http#one"],
  facts: ["GET /classes/2 404", "GET /v1/classes/2 200", "GET /status 200", "GET /v1/classes/9 404"],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: "src/classes/classes.controller.ts", text: '@Get(":id")' },
      { file: "src/classes/classes.controller.ts", text: 'version: "1"' },
      { file: "src/main.ts", text: "app.enableVersioning" },
    ],
    fixes: [{ url: "/v1/classes/2" }],
  },
};

const tag: Scenario = {
  name: "tag-of-the-exercises",
  files: {
    "package.json": `{
  "name": "exercise-library",
  "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" }
}
`,
    "app.js": `const Koa = require("koa");
const Router = require("@koa/router");
const { exercisesByTag, tagNames } = require("./library");

const app = new Koa();
const api = new Router({ prefix: "/api" });

api.get("/tags", (ctx) => {
  ctx.body = tagNames();
});

api.get("/tags/:tag", (ctx) => {
  const exercises = exercisesByTag(ctx.params.tag);
  if (!exercises) {
    ctx.status = 404;
    ctx.body = { error: "Unknown tag" };
    return;
  }
  ctx.body = { tag: ctx.params.tag, exercises };
});

app.use(api.routes());
app.use(api.allowedMethods());
app.listen(process.env.PORT || 3000);
`,
    "library.js": `const tags = {
  shoulders: ["Overhead press", "Lateral raise"],
  legs: ["Squat", "Lunge"],
  core: ["Plank"],
};

exports.tagNames = () => Object.keys(tags);
exports.exercisesByTag = (tag) => tags[tag];
`,
    "library.http": `### Tags
GET http://localhost:PORT_OF_api/api/tags

### Exercises
# @name tag
GET http://localhost:PORT_OF_api/api/tags/Shoulders
`,
  },
  servers: [{ name: "api", entry: "app.js" }],
  ask: ["library.http#tag"],
  facts: [
    "GET /api/tags 200",
    "GET /api/tags/Shoulders 404",
    "GET /api/tags/shoulders 200",
    "GET /api/tags/arms 404",
    "GET /api/other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["id-format", "case"],
    links: [
      { file: "app.js", text: 'api.get("/tags/:tag"' },
      { file: "library.http", text: "/api/tags/Shoulders" },
    ],
    fixes: [{ url: "/api/tags/shoulders" }],
  },
};

/** Gymnasiums: a member by a placeholder, a class without its version, a tag in capitals. */
export const gymnasiums: readonly Scenario[] = [member, classes, tag];
