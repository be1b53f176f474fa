import type { Scenario } from "../../scenario.ts";

const talk: Scenario = {
  name: "talks-about-a-topic",
  files: {
    "package.json": `{
  "name": "conference-api",
  "scripts": { "build": "nest build", "start:prod": "node dist/main" },
  "dependencies": { "@nestjs/common": "^11.0.0", "@nestjs/core": "^11.0.0", "@nestjs/platform-express": "^11.0.0" }
}
`,
    "src/main.ts": `import { ValidationPipe } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module";

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.setGlobalPrefix("api", { exclude: ["health"] });
  app.useGlobalPipes(new ValidationPipe({ whitelist: true }));
  await app.listen(process.env.PORT ?? 3000);
}
bootstrap();
`,
    "src/app.module.ts": `import { Module } from "@nestjs/common";
import { HealthController } from "./health.controller";
import { TalksModule } from "./talks/talks.module";

@Module({
  imports: [TalksModule],
  controllers: [HealthController],
})
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
    "src/talks/talks.module.ts": `import { Module } from "@nestjs/common";
import { TalksController } from "./talks.controller";
import { TalksService } from "./talks.service";

@Module({ controllers: [TalksController], providers: [TalksService] })
export class TalksModule {}
`,
    "src/talks/talks.controller.ts": `import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from "@nestjs/common";
import { CreateTalkDto } from "./dto/create-talk.dto";
import { TalksService } from "./talks.service";

@Controller("talks")
export class TalksController {
  constructor(private readonly talksService: TalksService) {}

  @Post()
  create(@Body() dto: CreateTalkDto) {
    return this.talksService.create(dto);
  }

  @Get()
  findAll() {
    return this.talksService.findAll();
  }

  @Get(":id")
  findOne(@Param("id") id: string) {
    return this.talksService.findOne(id);
  }

  @Delete(":id")
  @HttpCode(204)
  remove(@Param("id") id: string) {
    this.talksService.remove(id);
  }

  @Get("search")
  search(@Query("topic") topic: string) {
    return this.talksService.search(topic);
  }
}
`,
    "src/talks/dto/create-talk.dto.ts": `export class CreateTalkDto {
  readonly title: string;
  readonly topic: string;
}
`,
    "src/talks/talks.service.ts": `import { Injectable, NotFoundException } from "@nestjs/common";
import { CreateTalkDto } from "./dto/create-talk.dto";

@Injectable()
export class TalksService {
  private readonly talks = [
    { id: "1", title: "Reading flame graphs", topic: "performance" },
    { id: "2", title: "Boring databases", topic: "storage" },
  ];

  create(dto: CreateTalkDto) {
    const talk = { id: String(this.talks.length + 1), ...dto };
    this.talks.push(talk);
    return talk;
  }

  findAll() {
    return this.talks;
  }

  findOne(id: string) {
    const talk = this.talks.find((one) => one.id === id);
    if (!talk) throw new NotFoundException(\`Talk #\${id} not found\`);
    return talk;
  }

  remove(id: string) {
    this.talks.splice(this.talks.indexOf(this.findOne(id)), 1);
  }

  search(topic: string) {
    return this.talks.filter((talk) => talk.topic === topic);
  }
}
`,
    "requests.http": `@url = http://localhost:PORT_OF_api/api

### all talks
GET {{url}}/talks

### new talk
POST {{url}}/talks
Content-Type: application/json

{ "title": "Sourdough", "topic": "food" }

### search
# @name search
GET {{url}}/talks/search?topic=storage
`,
  },
  deployed: {
    "main.mjs": `import "reflect-metadata";
import { Controller, Delete, Get, Module, NotFoundException, Param, Query } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";

const talks = [
  { id: "1", title: "Reading flame graphs", topic: "performance" },
  { id: "2", title: "Boring databases", topic: "storage" },
];

class HealthController {
  check() {
    return { status: "ok" };
  }
}
class TalksController {
  findAll() {
    return talks;
  }
  findOne(id) {
    const talk = talks.find((one) => one.id === id);
    if (!talk) throw new NotFoundException(\`Talk #\${id} not found\`);
    return talk;
  }
  remove() {}
  search(topic) {
    return talks.filter((talk) => talk.topic === topic);
  }
}
const on = (decorate, type, key) =>
  decorate(type.prototype, key, Object.getOwnPropertyDescriptor(type.prototype, key));
on(Get(), HealthController, "check");
on(Get(), TalksController, "findAll");
on(Get(":id"), TalksController, "findOne");
on(Delete(":id"), TalksController, "remove");
on(Get("search"), TalksController, "search");
Param("id")(TalksController.prototype, "findOne", 0);
Query("topic")(TalksController.prototype, "search", 0);
Controller("health")(HealthController);
Controller("talks")(TalksController);
class AppModule {}
Module({ controllers: [HealthController, TalksController] })(AppModule);

const app = await NestFactory.create(AppModule, { logger: false });
app.setGlobalPrefix("api", { exclude: ["health"] });
await app.listen(process.env.PORT ?? 3000);
`,
  },
  servers: [{ name: "api", entry: "deployed:main.mjs" }],
  ask: ["requests.http#search"],
  facts: [
    "GET /health 200",
    "GET /api/talks 200",
    "GET /api/talks/2 200",
    "GET /api/talks/search?topic=storage 404",
    "GET /api/talks/99 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["shadowed"],
    links: [
      { file: "src/talks/talks.controller.ts", text: '@Get(":id")' },
      { file: "src/talks/talks.controller.ts", text: '@Get("search")' },
    ],
    fixes: [{ kind: "edit-route" }],
  },
};

const speaker: Scenario = {
  name: "speakers-of-a-day",
  files: {
    "package.json": `{ "name": "speakers", "type": "module", "dependencies": { "fastify": "^5.2.0" } }
`,
    "src/server.js": `import Fastify from "fastify";
import { database } from "./plugins/database.js";
import speakers from "./routes/speakers.js";
import tracks from "./routes/tracks.js";

const app = Fastify();
await app.register(database);
await app.register(tracks, { prefix: "/api/tracks" });
await app.register(speakers, { prefix: "/api/speakers" });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/plugin.js": `/** Lets a plugin decorate the instance it is registered on, as fastify-plugin does. */
export function plugin(register) {
  register[Symbol.for("skip-override")] = true;
  return register;
}
`,
    "src/plugins/database.js": `import { plugin } from "../plugin.js";

export const database = plugin(async (app) => {
  app.decorate("db", { speakers: [{ day: 1, name: "G. Hopper" }], tracks: ["systems", "web"] });
});
`,
    "src/routes/tracks.js": `export default async function tracks(app) {
  app.get("/", async () => app.db.tracks);
}
`,
    "src/routes/speakers.js": `import { plugin } from "../plugin.js";

export default plugin(async function speakers(app) {
  app.get("/day/:day", async ({ params }) => app.db.speakers.filter(({ day }) => day === Number(params.day)));
});
`,
    "conference.http": `@api = http://localhost:PORT_OF_api/api

### tracks
GET {{api}}/tracks

### who speaks on the first day
# @name first
GET {{api}}/speakers/day/1
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["conference.http#first"],
  facts: ["GET /api/tracks 200", "GET /api/speakers/day/1 404", "GET /day/1 200"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "src/routes/speakers.js", text: "export default plugin(" },
      { file: "src/routes/speakers.js", text: '"/day/:day"' },
      { file: "src/server.js", text: "app.register(speakers" },
      { file: "src/plugin.js", text: "skip-override" },
    ],
  },
};

/** Conferences: talks and speakers. */
export const conferences: readonly Scenario[] = [talk, speaker];
