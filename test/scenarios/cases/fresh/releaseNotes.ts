import type { Scenario } from "../../scenario.ts";

const release: Scenario = {
  name: "release-that-nobody-made",
  files: {
    "package.json": `{ "name": "releases", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "app.js": `import express from "express";
import { releases } from "./releases.js";

const app = express();

app.get("/releases", (_req, res) => res.json(releases));
app.get("/releases/:tag", (req, res) => {
  const release = releases.find(({ tag }) => tag === req.params.tag);
  if (!release) return res.status(404).json({ error: "Release not found" });
  res.json(release);
});

app.listen(process.env.PORT ?? 3000);
`,
    "releases.js": `export const releases = [
  { tag: "v2.4.1", on: "2026-01-14" },
  { tag: "v3.0.0", on: "2026-04-02" },
];
`,
    "releases.http": `@api = http://localhost:PORT_OF_api

### all
GET {{api}}/releases

### the next one
# @name next
GET {{api}}/releases/v3.1.0
`,
  },
  servers: [{ name: "api", entry: "app.js" }],
  ask: ["releases.http#next"],
  facts: ["GET /releases 200", "GET /releases/v3.1.0 404", "GET /releases/v3.0.0 200", "GET /other 404"],
  truth: { outcome: "not-found", kinds: ["unknown-id"], links: [{ file: "app.js", text: 'app.get("/releases/:tag"' }] },
};

const older: Scenario = {
  name: "release-under-an-older-version",
  files: {
    "package.json": `{ "name": "release-api", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "src/server.ts": `import Fastify from "fastify";
import { releases } from "./releases.ts";

const app = Fastify();
await app.register(releases, { prefix: "/api/v2" });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/releases.ts": `import type { FastifyInstance } from "fastify";

const all = [
  { tag: "v1", notes: "First" },
  { tag: "v2", notes: "Second" },
];

export async function releases(app: FastifyInstance) {
  app.get("/releases", async () => all);
  app.get<{ Params: { tag: string } }>("/releases/:tag", async ({ params }, reply) => {
    return all.find(({ tag }) => tag === params.tag) ?? reply.code(404).send({ error: "Release not found" });
  });
}
`,
    "releases.http": `# @name second
GET http://localhost:PORT_OF_api/api/v1/releases/v2
`,
  },
  servers: [{ name: "api", entry: "src/server.ts" }],
  ask: ["releases.http#second"],
  facts: ["GET /api/v1/releases/v2 404", "GET /api/v2/releases/v2 200", "GET /api/v2/releases/v9 404"],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: "src/releases.ts", text: '"/releases/:tag"' },
      { file: "src/server.ts", text: 'prefix: "/api/v2"' },
    ],
    fixes: [{ url: "/api/v2/releases/v2" }],
  },
};

const build: Scenario = {
  name: "build-by-its-hash",
  files: {
    "package.json": `{ "name": "builds", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "src/index.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";

const builds = [
  { commit: "8f3c1ae", passed: true },
  { commit: "c02b97d", passed: false },
];
const app = new Hono();

app.get("/builds", (c) => c.json({ builds }));
app.get("/builds/:commit", (c) => {
  const build = builds.find(({ commit }) => commit === c.req.param("commit"));
  return build ? c.json(build) : c.json({ message: "No build of that commit" }, 404);
});

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "builds.http": `@ci = http://localhost:PORT_OF_ci

# @name build
GET {{ci}}/builds/1d94e60
`,
  },
  servers: [{ name: "ci", entry: "src/index.ts" }],
  ask: ["builds.http#build"],
  facts: ["GET /builds 200", "GET /builds/1d94e60 404", "GET /builds/c02b97d 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "src/index.ts", text: 'app.get("/builds/:commit"' }],
  },
};

const week: Scenario = {
  name: "week-without-notes",
  files: {
    "package.json": `{ "name": "week-notes", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" } }
`,
    "server.js": `import Router from "@koa/router";
import Koa from "koa";

const notes = { "2026-W21": ["Moved to the new office"], "2026-W22": ["Nothing happened"] };
const router = new Router({ prefix: "/api/weeks" });

router.get("/", (ctx) => {
  ctx.body = Object.entries(notes).map(([week, lines]) => ({ week, lines: lines.length }));
});
router.get("/:week", (ctx) => {
  const found = notes[ctx.params.week];
  if (!found) {
    ctx.status = 404;
    ctx.body = { error: "no notes of that week" };
    return;
  }
  ctx.body = found;
});

new Koa().use(router.routes()).listen(process.env.PORT ?? 3000);
`,
    "weeks.http": `# @name week
GET http://localhost:PORT_OF_api/api/weeks/2026-W30
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["weeks.http#week"],
  facts: ["GET /api/weeks 200", "GET /api/weeks/2026-W30 404", "GET /api/weeks/2026-W21 200", "GET /other 404"],
  truth: { outcome: "not-found", kinds: ["unknown-id"], links: [{ file: "server.js", text: 'router.get("/:week"' }] },
};

/** Notes on releases: a release that nobody made, a release under an older version of the service, a build by its short hash, a week without notes. */
export const releaseNotes: readonly Scenario[] = [release, older, build, week];
