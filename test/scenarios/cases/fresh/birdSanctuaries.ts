import type { Scenario } from "../../scenario.ts";

const counts: Scenario = {
  name: "counts-of-a-morning",
  files: {
    "package.json": `{ "name": "sanctuary", "private": true, "type": "module", "dependencies": { "fastify": "^5.0.0", "express": "^5.0.0" } }
`,
    "gateway/index.ts": `import express from "express";
import { services } from "./services.ts";

const app = express();

for (const { path, origin } of services) {
  app.use(async (req, res, next) => {
    if (!req.path.startsWith(\`\${path}/\`)) return next();
    const answer = await fetch(\`\${origin}\${req.originalUrl}\`, { headers: { accept: "application/json" } });
    res.status(answer.status).type("application/json").send(await answer.text());
  });
}

app.listen(Number(process.env.PORT ?? 8080));
`,
    "gateway/services.ts": `export const services = [
  { path: "/counts", origin: process.env.COUNTS_ORIGIN ?? "http://localhost:PORT_OF_counts" },
];
`,
    "counts/index.ts": `import Fastify from "fastify";
import { mornings } from "./mornings.ts";

const app = Fastify();
await app.register(mornings);
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "counts/mornings.ts": `import type { FastifyInstance } from "fastify";

const counted = [{ day: "2026-05-03", species: 41 }];

export async function mornings(app: FastifyInstance) {
  app.get("/mornings", async () => counted);
  app.get<{ Params: { day: string } }>("/mornings/:day", async ({ params }, reply) => {
    return counted.find(({ day }) => day === params.day) ?? reply.code(404).send({ error: "nobody counted" });
  });
}
`,
    "counts.http": `@gateway = http://localhost:PORT_OF_gateway

# @name morning
GET {{gateway}}/counts/mornings/2026-05-03
`,
  },
  servers: [
    { name: "counts", entry: "counts/index.ts" },
    {
      name: "gateway",
      entry: "gateway/index.ts",
      env: { COUNTS_ORIGIN: "http://localhost:PORT_OF_counts" },
      passesOn: true,
    },
  ],
  ask: ["counts.http#morning"],
  facts: [
    "gateway:GET /counts/mornings/2026-05-03 404",
    "counts:GET /mornings/2026-05-03 200",
    "counts:GET /counts/mornings/2026-05-03 404",
    "gateway:GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-keeps-prefix"],
    links: [
      { file: "gateway/index.ts", text: "req.originalUrl" },
      { file: "gateway/services.ts", text: 'path: "/counts"' },
      { file: "counts/mornings.ts", text: '"/mornings/:day"' },
    ],
    fixes: [
      { kind: "edit-rewrite" },
      { kind: "edit-route" },
      { url: "http://localhost:PORT_OF_counts/mornings/2026-05-03" },
    ],
  },
};

const nest: Scenario = {
  name: "newest-nest",
  files: {
    "package.json": `{ "name": "nests", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "src/server.js": `import Fastify from "fastify";
import { nests } from "./nests.js";

const app = Fastify();
await app.register(nests, { prefix: "/v1/nests" });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/nests.js": `const all = [
  { id: 70, tree: "Alder" },
  { id: 71, tree: "Willow" },
];

export async function nests(app) {
  app.get("/", async () => all);
  app.get("/newest", async (_request, reply) => reply.redirect(\`/nests/\${all.at(-1).id}\`));
  app.get("/:id", async ({ params }, reply) => {
    return all.find(({ id }) => id === Number(params.id)) ?? reply.code(404).send({ error: "nest not found" });
  });
}
`,
    "nests.http": `### the newest
# @name newest
GET http://localhost:PORT_OF_api/v1/nests/newest
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["nests.http#newest"],
  facts: [
    "GET /v1/nests 200",
    "GET /v1/nests/newest 302",
    "GET /nests/71 404",
    "GET /v1/nests/71 200",
    "GET /v1/nests/1 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["redirect-drops-path"],
    links: [
      { file: "src/nests.js", text: "reply.redirect(" },
      { file: "src/server.js", text: 'prefix: "/v1/nests"' },
    ],
    fixes: [{ url: "/v1/nests/71" }, { kind: "edit-route" }],
  },
};

const ring: Scenario = {
  name: "ring-of-a-stork",
  files: {
    "package.json": `{ "name": "rings", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" } }
`,
    "app.js": `import Router from "@koa/router";
import Koa from "koa";
import { rings } from "./rings.js";

const router = new Router({ prefix: "/rings" });
router.get("/", (ctx) => {
  ctx.body = [...rings.keys()];
});
router.get("/:code", (ctx) => {
  const ring = rings.get(ctx.params.code);
  if (!ring) {
    ctx.status = 404;
    ctx.body = { error: "ring unknown" };
    return;
  }
  ctx.body = ring;
});

new Koa().use(router.routes()).listen(process.env.PORT ?? 3000);
`,
    "rings.js": `export const rings = new Map([
  ["DER-A4471", { bird: "White stork", year: 2023 }],
  ["DER-A4472", { bird: "White stork", year: 2023 }],
]);
`,
    "rings.http": `# read by a walker
# @name read
GET http://localhost:PORT_OF_api/rings/der-a4472
`,
  },
  servers: [{ name: "api", entry: "app.js" }],
  ask: ["rings.http#read"],
  facts: ["GET /rings 200", "GET /rings/der-a4472 404", "GET /rings/DER-A4472 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["id-format", "case"],
    links: [
      { file: "app.js", text: 'router.get("/:code"' },
      { file: "rings.http", text: "der-a4472" },
    ],
    fixes: [{ url: "/rings/DER-A4472" }],
  },
};

const colony: Scenario = {
  name: "colony-on-the-cliff",
  files: {
    "package.json": `{ "name": "colonies", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "index.ts": `import express from "express";

const counts: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  cliff: { "2024": 310, "2025": 298 },
  island: { "2025": 1204 },
};

const app = express();

app.get("/colonies/:colony", (req, res) => {
  const years = counts[req.params.colony];
  if (years === undefined) {
    res.status(404).json({ error: "colony unknown" });
    return;
  }
  res.json({ colony: req.params.colony, years });
});

app.get("/colonies/:colony/:year", (req, res) => {
  const pairs = counts[req.params.colony]?.[req.params.year];
  if (pairs === undefined) {
    res.status(404).json({ error: "not counted" });
    return;
  }
  res.json({ colony: req.params.colony, year: req.params.year, pairs });
});

app.listen(Number(process.env.PORT ?? 3000));
`,
    "colonies.http": `@api = http://localhost:PORT_OF_api

### years
GET {{api}}/colonies/cliff

### last summer
GET {{api}}/colonies/cliff/2025

### long ago
# @name early
GET {{api}}/colonies/cliff/1931
`,
  },
  servers: [{ name: "api", entry: "index.ts" }],
  ask: ["colonies.http#early"],
  facts: ["GET /colonies/cliff/1931 404", "GET /colonies/cliff/2025 200", "GET /colonies/cliff 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "index.ts", text: '"/colonies/:colony/:year"' }],
  },
};

/** Bird sanctuaries: counts behind a gateway of its own, a nest of a mounted router, a ring whose letters were lost, a colony that nobody counted. */
export const birdSanctuaries: readonly Scenario[] = [counts, nest, ring, colony];
