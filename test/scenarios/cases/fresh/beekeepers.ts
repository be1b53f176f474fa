import type { Scenario } from "../../scenario.ts";

const hive: Scenario = {
  name: "hive-by-its-number",
  files: {
    "package.json": `{
  "name": "hives",
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
import { HivesModule } from "./hives.module";

const app = await NestFactory.create(HivesModule, { logger: false });
await app.listen(process.env.PORT ?? 3000);
`,
    "src/hives.module.ts": `import { Module } from "@nestjs/common";
import { HivesController } from "./hives.controller";

@Module({ controllers: [HivesController] })
export class HivesModule {}
`,
    "src/hives.controller.ts": `import { Controller, Get, NotFoundException, Param, ParseIntPipe } from "@nestjs/common";
import { hives } from "./hives";

@Controller("hives")
export class HivesController {
  @Get()
  list() {
    return hives.map(({ id, meadow }) => ({ id, meadow }));
  }

  @Get(":id")
  one(@Param("id", ParseIntPipe) id: number) {
    const hive = hives.find((each) => each.id === String(id));
    if (!hive) throw new NotFoundException(\`Hive \${id} not found\`);
    return hive;
  }
}
`,
    "src/hives.ts": `export const hives = [
  { id: "7034512288816201733", meadow: "Lime trees", frames: 10 },
  { id: "7034512288816201801", meadow: "Heather", frames: 8 },
];
`,
    "hives.http": `### all hives
GET http://localhost:PORT_OF_api/hives

### the one below the limes
# @name limes
GET http://localhost:PORT_OF_api/hives/7034512288816201733
`,
  },
  servers: [{ name: "api", entry: "start.mjs" }],
  ask: ["hives.http#limes"],
  facts: [
    "GET /hives 200",
    "GET /hives/7034512288816201733 404",
    "GET /hives/7034512288816201801 404",
    "GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["precision-loss"],
    links: [
      { file: "src/hives.controller.ts", text: "ParseIntPipe) id" },
      { file: "src/hives.controller.ts", text: '@Get(":id")' },
    ],
  },
};

const swarm: Scenario = {
  name: "swarm-that-nobody-saw",
  files: {
    "package.json": `{ "name": "swarms", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "swarms.js": `import Fastify from "fastify";

const swarms = [
  { id: 301, street: "Mill Lane", caught: true },
  { id: 302, street: "Station Road", caught: false },
];
const app = Fastify();

app.get("/swarms", async () => swarms);
app.get("/swarms/:id", async (request, reply) => {
  const swarm = swarms.find(({ id }) => id === Number(request.params.id));
  return swarm ?? reply.code(404).send({ message: "nobody reported this swarm" });
});

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "swarms.http": `@keepers = http://localhost:PORT_OF_cdn

GET {{keepers}}/swarms

###
# @name unseen
GET {{keepers}}/swarms/330
`,
  },
  servers: [
    { name: "api", entry: "swarms.js" },
    { name: "cdn", entry: "front:cachingProxy", env: { UPSTREAM: "PORT_OF_api", FIELDS: "x-cache" } },
  ],
  ask: ["swarms.http#unseen"],
  facts: [
    "cdn:GET /swarms 200",
    "cdn:GET /swarms/330 404",
    "api:GET /swarms/330 404",
    "cdn:GET /swarms/302 200",
    "cdn:GET /other 404",
  ],
  truth: { outcome: "not-found", kinds: ["unknown-id"], links: [{ file: "swarms.js", text: 'app.get("/swarms/:id"' }] },
};

/** Beekeepers: a hive whose number is too long for a number, a swarm that no cache and nobody knows. */
export const beekeepers: readonly Scenario[] = [hive, swarm];
