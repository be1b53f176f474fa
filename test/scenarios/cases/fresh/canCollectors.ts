import type { Scenario } from "../../scenario.ts";

const empty: Scenario = {
  name: "collector-without-a-number",
  files: {
    "package.json": `{ "name": "collectors", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "server.ts": `import express from "express";

const collectors = [{ id: "c-5", rounds: [{ day: "Monday" }] }];
const app = express();

app.get("/collectors", (_req, res) => {
  res.json(collectors.map(({ id }) => ({ id })));
});
app.get("/collectors/:id/rounds", (req, res) => {
  const collector = collectors.find(({ id }) => id === req.params.id);
  if (collector === undefined) {
    res.status(404).json({ error: "collector not found" });
    return;
  }
  res.json(collector.rounds);
});

app.listen(Number(process.env.PORT ?? 3000));
`,
    "rounds.http": `@api = http://localhost:PORT_OF_api
@collector =

### rounds
# @name rounds
GET {{api}}/collectors/{{collector}}/rounds
`,
  },
  servers: [{ name: "api", entry: "server.ts" }],
  ask: ["rounds.http#rounds"],
  facts: ["GET /collectors 200", "GET /collectors//rounds 404", "GET /collectors/c-5/rounds 200"],
  truth: {
    outcome: "not-found",
    kinds: ["unresolved-variable"],
    links: [
      { file: "rounds.http", text: "@collector" },
      { file: "rounds.http", text: "GET {{api}}/collectors/" },
    ],
  },
};

const mark: Scenario = {
  name: "collector-to-be-replaced",
  files: {
    "package.json": `{ "name": "collector-api", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "README.md": `# Collectors

    GET /collectors/<collector-id>
`,
    "app.js": `import Fastify from "fastify";

const collectors = { "c-5": { name: "Ole" } };
const app = Fastify();
app.get("/collectors", async () => Object.keys(collectors));
app.get("/collectors/:id", async ({ params }, reply) => collectors[params.id] ?? reply.code(404).send({ error: "collector not found" }));
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [{ name: "api", entry: "app.js" }],
  ask: ["--url", "http://localhost:PORT_OF_api/collectors/%3Ccollector-id%3E"],
  facts: ["GET /collectors 200", "GET /collectors/%3Ccollector-id%3E 404", "GET /collectors/c-5 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unresolved-variable"],
    links: [
      { file: "README.md", text: "<collector-id>" },
      { file: "app.js", text: '"/collectors/:id"' },
    ],
  },
};

const machine: Scenario = {
  name: "collector-of-this-machine",
  files: {
    "package.json": `{ "name": "collector-tools", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "api.mjs": `import { serve } from "@hono/node-server";
import { Hono } from "hono";

const app = new Hono();
app.get("/collectors/:id", (c) => (c.req.param("id") === "c-5" ? c.json({ name: "Ole" }) : c.json({ error: "collector not found" }, 404)));
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "tools.http": `@api = http://localhost:PORT_OF_api

# @name mine
GET {{api}}/collectors/{{$processEnv COLLECTOR_OF_THIS_DESK}}
`,
  },
  servers: [{ name: "api", entry: "api.mjs" }],
  ask: ["tools.http#mine"],
  facts: ["GET /collectors/c-5 200", "GET /collectors/c-6 404"],
  truth: {
    outcome: "not-sent",
    kinds: ["unresolved-variable"],
    links: [{ file: "tools.http", text: "GET {{api}}/collectors/" }],
  },
};

const club: Scenario = {
  name: "club-of-an-odd-name",
  files: {
    "package.json": `{ "name": "clubs", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "clubs.js": `import express from "express";

const clubs = [
  { slug: "null-island-rovers", members: 14 },
  { slug: "undefined-behaviour", members: 3 },
];
const app = express();
app.get("/clubs", (_req, res) => res.json(clubs));
app.get("/clubs/:slug", (req, res) => {
  const club = clubs.find(({ slug }) => slug === req.params.slug);
  if (!club) return res.status(404).json({ error: "club not found" });
  res.json(club);
});
app.listen(process.env.PORT ?? 3000);
`,
    "clubs.http": `# @name reserve
GET http://localhost:PORT_OF_api/clubs/null-island-reserves
`,
  },
  servers: [{ name: "api", entry: "clubs.js" }],
  ask: ["clubs.http#reserve"],
  facts: [
    "GET /clubs 200",
    "GET /clubs/null-island-reserves 404",
    "GET /clubs/null-island-rovers 200",
    "GET /other 404",
  ],
  truth: { outcome: "not-found", kinds: ["unknown-id"], links: [{ file: "clubs.js", text: 'app.get("/clubs/:slug"' }] },
};

/** Collectors of cans: an empty value, a mark to be replaced, a variable of a machine, and a club whose name only sounds like a mistake. */
export const canCollectors: readonly Scenario[] = [empty, mark, machine, club];
