import type { Scenario } from "../../scenario.ts";

const enclosure: Scenario = {
  name: "enclosure-of-the-lynx",
  files: {
    "package.json": `{ "name": "enclosures", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "src/main.ts": `import Fastify from "fastify";
import { config } from "./config.ts";
import { loadEnclosures } from "./enclosures.ts";

const enclosures = loadEnclosures(config.data);
const app = Fastify();

app.get("/enclosures", async () => enclosures);
app.get<{ Params: { code: string } }>("/enclosures/:code", async ({ params }, reply) => {
  return enclosures.find(({ code }) => code === params.code) ?? reply.code(404).send({ error: "enclosure not found" });
});

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/config.ts": `export const config = { data: process.env.DATA ?? "data/test.json" };
`,
    "src/enclosures.ts": `import { readFileSync } from "node:fs";

interface Enclosure {
  readonly code: string;
  readonly hectares: number;
}

export const loadEnclosures = (file: string): readonly Enclosure[] => JSON.parse(readFileSync(file, "utf8"));
`,
    "data/test.json": `[{ "code": "T1", "hectares": 1 }]
`,
    "data/park.json": `[{ "code": "LX2", "hectares": 3.5 }, { "code": "WF1", "hectares": 6 }]
`,
    "http/.env.park": `HOST=http://localhost:PORT_OF_park
`,
    "http/.env": `HOST=http://localhost:PORT_OF_test
`,
    "http/enclosures.http": `### the lynx
# @name lynx
GET {{$dotenv HOST}}/enclosures/LX2
`,
  },
  servers: [
    { name: "test", entry: "src/main.ts" },
    { name: "park", entry: "src/main.ts", env: { DATA: "data/park.json" } },
  ],
  ask: ["http/enclosures.http#lynx"],
  facts: ["test:GET /enclosures/LX2 404", "park:GET /enclosures/LX2 200", "test:GET /enclosures/T1 200"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-environment"],
    links: [
      { file: "http/.env", text: "HOST" },
      { file: "http/.env.park", text: "HOST" },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_park/enclosures/LX2" }],
  },
};

const animal: Scenario = {
  name: "animal-without-a-keeper",
  files: {
    "package.json": `{ "name": "animals-app", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "server/app.js": `import express from "express";
import { animals, keepers } from "./data.js";

const app = express();
app.use(express.static("web"));

app.get("/api/animals", (_req, res) => res.json(animals));

app.get("/api/keepers/:id", (req, res) => {
  const keeper = keepers.find(({ id }) => String(id) === req.params.id);
  if (!keeper) return res.status(404).json({ message: "keeper not found" });
  res.json(keeper);
});

app.listen(process.env.PORT ?? 3000);
`,
    "server/data.js": `export const animals = [
  { id: 1, name: "Lynx", keeper: 4 },
  { id: 2, name: "Otter", keeper: null },
];

export const keepers = [{ id: 4, name: "Ilse" }];
`,
    "web/index.html": `<!doctype html>
<title>Animals</title>
<ul></ul>
<script type="module" src="/animals.js"></script>
`,
    "web/animals.js": `const list = document.querySelector("ul");
const animals = await fetch("/api/animals").then((response) => response.json());

for (const animal of animals) {
  const keeper = await fetch(\`/api/keepers/\${animal.keeper}\`).then((response) => response.json());
  const item = document.createElement("li");
  item.textContent = \`\${animal.name}: \${keeper.name}\`;
  list.append(item);
}
`,
    "requests.http": `### from the network tab
# @name keeper
GET http://localhost:PORT_OF_api/api/keepers/null
`,
  },
  servers: [{ name: "api", entry: "server/app.js" }],
  ask: ["requests.http#keeper"],
  facts: ["GET /api/animals 200", "GET /api/keepers/null 404", "GET /api/keepers/4 200", "GET /api/other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unresolved-variable"],
    links: [{ file: "web/animals.js", text: "/api/keepers/" }],
  },
};

const feeding: Scenario = {
  name: "feeding-of-the-otters",
  files: {
    "package.json": `{
  "name": "feedings",
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
import { AppModule } from "./app.module";

const app = await NestFactory.create(AppModule, { logger: false });
app.setGlobalPrefix("api/v1");
await app.listen(process.env.PORT ?? 3000);
`,
    "src/app.module.ts": `import { Module } from "@nestjs/common";
import { FeedingsModule } from "./feedings/feedings.module";

@Module({ imports: [FeedingsModule] })
export class AppModule {}
`,
    "src/feedings/feedings.module.ts": `import { Module } from "@nestjs/common";
import { FeedingsController } from "./feedings.controller";

@Module({ controllers: [FeedingsController] })
export class FeedingsModule {}
`,
    "src/feedings/feedings.controller.ts": `import { Body, Controller, Get, NotFoundException, Param, Patch } from "@nestjs/common";

const feedings = [{ id: "f-otters", kilos: 4, at: "11:00" }];

@Controller("feedings")
export class FeedingsController {
  @Get()
  findAll() {
    return feedings;
  }

  @Patch(":id")
  update(@Param("id") id: string, @Body() changes: { kilos?: number; at?: string }) {
    const feeding = feedings.find((each) => each.id === id);
    if (!feeding) throw new NotFoundException(\`Feeding \${id} not found\`);
    return Object.assign(feeding, changes);
  }
}
`,
    "feedings.http": `@api = http://localhost:PORT_OF_api/api/v1

### all
GET {{api}}/feedings

### more for the otters
# @name otters
PUT {{api}}/feedings/f-otters
Content-Type: application/json

{ "kilos": 5 }
`,
  },
  servers: [{ name: "api", entry: "start.mjs" }],
  ask: ["feedings.http#otters", "--allow-unsafe"],
  facts: ["GET /api/v1/feedings 200", "PUT /api/v1/feedings/f-otters 404", "PUT /api/v1/other 404"],
  consented: ["PUT /api/v1/feedings/f-otters", "PATCH /api/v1/feedings/f-otters"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-method"],
    links: [
      { file: "src/feedings/feedings.controller.ts", text: '@Patch(":id")' },
      { file: "src/feedings/feedings.controller.ts", text: "update(@Param" },
    ],
    fixes: [{ url: "/api/v1/feedings/f-otters", method: "PATCH" }],
  },
};

/** Wildlife parks: enclosures in another file of settings, an animal by a null, feeding that was put. */
export const wildlifeParks: readonly Scenario[] = [enclosure, animal, feeding];
