import type { Scenario } from "../../scenario.ts";

const question: Scenario = {
  name: "question-with-its-mark",
  files: {
    "package.json": `{ "name": "riddles", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "src/app.js": `import Fastify from "fastify";
import { riddles } from "./riddles.js";

const app = Fastify();

app.get("/riddles", async () => riddles.map(({ title }) => title));
app.get("/riddles/:title", async ({ params }, reply) => {
  return riddles.find(({ title }) => title === params.title) ?? reply.code(404).send({ error: \`no riddle "\${params.title}"\` });
});

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/riddles.js": `export const riddles = [
  { title: "who-am-i?", answer: "An echo" },
  { title: "the-three-doors", answer: "The second" },
];
`,
    "riddles.http": `@api = http://localhost:PORT_OF_api

### all
GET {{api}}/riddles

### the first
# @name echo
GET {{api}}/riddles/who-am-i?
`,
  },
  servers: [{ name: "api", entry: "src/app.js" }],
  ask: ["riddles.http#echo"],
  facts: [
    "GET /riddles 200",
    "GET /riddles/who-am-i? 404",
    "GET /riddles/who-am-i%3F 200",
    "GET /riddles/the-three-doors 200",
    "GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["id-encoding", "id-format"],
    links: [
      { file: "riddles.http", text: "who-am-i?" },
      { file: "src/app.js", text: '"/riddles/:title"' },
    ],
    fixes: [{ url: "/riddles/who-am-i%3F" }],
  },
};

const number: Scenario = {
  name: "number-from-a-letter",
  files: {
    "package.json": `{ "name": "subscriptions-of-riddles", "dependencies": { "express": "^5.0.0" } }
`,
    "server.js": `const express = require("express");

const subscriptions = new Map([
  ["8812", { number: "8812", riddlesAWeek: 2 }],
  ["8813", { number: "8813", riddlesAWeek: 7 }],
]);
const app = express();

app.get("/subscriptions", (req, res) => res.json([...subscriptions.values()]));
app.get("/subscriptions/:number", (req, res) => {
  const subscription = subscriptions.get(req.params.number);
  if (!subscription) return res.status(404).json({ error: "subscription not found" });
  res.json(subscription);
});

app.listen(process.env.PORT || 3000);
`,
    "subscriptions.http": `### "…concerning my subscription 8812."
# @name letter
GET http://localhost:PORT_OF_api/subscriptions/8812.
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["subscriptions.http#letter"],
  facts: ["GET /subscriptions 200", "GET /subscriptions/8812. 404", "GET /subscriptions/8812 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["id-format", "stray-characters"],
    links: [
      { file: "subscriptions.http", text: "/subscriptions/8812." },
      { file: "server.js", text: '"/subscriptions/:number"' },
    ],
    fixes: [{ url: "/subscriptions/8812" }],
  },
};

const start: Scenario = {
  name: "start-of-the-riddles",
  files: {
    "package.json": `{
  "name": "riddle-service",
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
import { RiddlesModule } from "./riddles.module";

const app = await NestFactory.create(RiddlesModule, { logger: false });
await app.listen(process.env.PORT ?? 3000);
`,
    "src/riddles.module.ts": `import { Module } from "@nestjs/common";
import { RiddlesController } from "./riddles.controller";

@Module({ controllers: [RiddlesController] })
export class RiddlesModule {}
`,
    "src/riddles.controller.ts": `import { Controller, Get } from "@nestjs/common";

@Controller("riddles")
export class RiddlesController {
  @Get()
  findAll() {
    return [{ id: 1, title: "The ferryman" }];
  }

  @Get("today")
  today() {
    return { id: 1, title: "The ferryman" };
  }
}
`,
    "up.http": `# does the server run?
# @name up
GET http://localhost:PORT_OF_api/
`,
  },
  servers: [{ name: "api", entry: "start.mjs" }],
  ask: ["up.http#up"],
  facts: ["GET / 404", "GET /riddles 200", "GET /riddles/today 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-entrypoint"],
    fixes: [{ url: "/riddles" }, { url: "/riddles/today" }, { kind: "ask" }],
  },
};

const remembered: Scenario = {
  name: "riddle-remembered-as-missing",
  files: {
    "package.json": `{ "name": "riddle-store", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "src/server.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { Shelf } from "./shelf.ts";

const shelf = new Shelf();
const app = new Hono();

app.get("/riddles", (c) => c.json(shelf.titles()));
app.get("/riddles/:title", (c) => {
  const riddle = shelf.find(c.req.param("title"));
  return riddle === null ? c.json({ error: "riddle not found" }, 404) : c.json(riddle);
});
app.put("/riddles/:title", (c) => {
  shelf.add(c.req.param("title"));
  return c.body(null, 204);
});

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/shelf.ts": `interface Riddle {
  readonly title: string;
}

const HOUR = 3_600_000;

export class Shelf {
  private readonly riddles = new Map<string, Riddle>([["ferryman", { title: "ferryman" }]]);
  private readonly cache = new Map<string, { readonly riddle: Riddle | null; readonly until: number }>();

  titles(): readonly string[] {
    return [...this.riddles.keys()];
  }

  find(title: string): Riddle | null {
    const cached = this.cache.get(title);
    if (cached !== undefined && cached.until > Date.now()) return cached.riddle;
    const riddle = this.riddles.get(title) ?? null;
    this.cache.set(title, { riddle, until: Date.now() + HOUR });
    return riddle;
  }

  add(title: string): void {
    this.riddles.set(title, { title });
  }
}
`,
    "riddles.http": `### titles
GET http://localhost:PORT_OF_api/riddles

### the new one
# @name fresh
GET http://localhost:PORT_OF_api/riddles/doors
`,
  },
  servers: [{ name: "api", entry: "src/server.ts" }],
  before: ["GET /riddles/doors 404", "PUT /riddles/doors 204"],
  ask: ["riddles.http#fresh"],
  facts: ["GET /riddles 200", "GET /riddles/doors 404", "GET /riddles/ferryman 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["framework-cache"],
    links: [
      { file: "src/shelf.ts", text: "this.cache.set(" },
      { file: "src/shelf.ts", text: "const cached" },
      { file: "src/shelf.ts", text: "private readonly cache" },
      { file: "src/shelf.ts", text: "find(title: string)" },
    ],
  },
};

/** Riddles: a question with its mark, a number with a full stop behind it, the start of an API, a riddle that was remembered as missing. */
export const riddles: readonly Scenario[] = [question, number, start, remembered];
