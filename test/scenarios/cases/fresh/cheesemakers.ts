import type { Scenario } from "../../scenario.ts";

const wheels: Scenario = {
  name: "wheels-in-the-cellar",
  files: {
    "package.json": `{ "name": "cellar", "type": "module", "dependencies": { "fastify": "^5.0.0" }, "devDependencies": { "vite": "^7.0.0" } }
`,
    "vite.config.ts": `import { defineConfig, loadEnv } from "vite";

export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, process.cwd(), "");
  return {
    define: { __MODE__: JSON.stringify(mode) },
    server: {
      port: PORT_OF_web,
      proxy: {
        "/api": {
          target: env.API_ORIGIN ?? "http://localhost:PORT_OF_api",
          changeOrigin: true,
          rewrite: (path) => path.replace(/^\\/api/, ""),
        },
      },
    },
  };
});
`,
    "index.html": `<!doctype html>
<div id="app"></div>
<script type="module" src="/web/main.ts"></script>
`,
    "web/main.ts": `export const wheels = async () => (await fetch("/api/wheels?ripe=true")).json();
`,
    "server/start.ts": `import { createServer } from "./createServer.ts";

await createServer().listen({ port: Number(process.env.PORT ?? 3001) });
`,
    "server/createServer.ts": `import Fastify from "fastify";

const wheels = [
  { id: 1, weeks: 14, ripe: true },
  { id: 2, weeks: 3, ripe: false },
];

export function createServer() {
  const server = Fastify();
  server.get("/health", async () => ({ ok: true }));
  server.get<{ Querystring: { ripe?: string } }>("/api/wheels", async ({ query }) =>
    query.ripe === "true" ? wheels.filter(({ ripe }) => ripe) : wheels,
  );
  return server;
}
`,
    "dev.http": `### ripe ones, through vite
# @name ripe
GET http://localhost:PORT_OF_web/api/wheels?ripe=true
`,
  },
  servers: [
    { name: "api", entry: "server/start.ts" },
    { name: "web", entry: "front:devProxy", env: { PREFIX: "/api", STRIP: "/api", UPSTREAM: "PORT_OF_api" } },
  ],
  ask: ["dev.http#ripe"],
  facts: [
    "web:GET /api/wheels?ripe=true 404",
    "api:GET /api/wheels?ripe=true 200",
    "web:GET /api/api/wheels 200",
    "web:GET /api/health 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-strips-prefix"],
    links: [
      { file: "vite.config.ts", text: "rewrite:" },
      { file: "vite.config.ts", text: '"/api": {' },
      { file: "vite.config.ts", text: "target:" },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

const batch: Scenario = {
  name: "batch-of-milk",
  files: {
    "package.json": `{ "name": "batches", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "src/app.ts": `import express from "express";
import { batchRepository } from "./batches.ts";

const app = express();

app.get("/batches", (_req, res) => {
  res.json(batchRepository.all());
});

app.get("/batches/:id", (req, res) => {
  const id = Number(req.params.id);
  const batch = batchRepository.byId(String(id));
  if (!batch) {
    res.status(404).json({ error: "batch_not_found", id: req.params.id });
    return;
  }
  res.json(batch);
});

app.listen(Number(process.env.PORT ?? 3000));
`,
    "src/batches.ts": `interface Batch {
  readonly id: string;
  readonly litres: number;
}

const batches: readonly Batch[] = [
  { id: "900719925474099301", litres: 400 },
  { id: "900719925474099377", litres: 380 },
];

export const batchRepository = {
  all: () => batches,
  byId: (id: string) => batches.find((batch) => batch.id === id),
};
`,
    "batches.http": `@dairy = http://localhost:PORT_OF_api

### all
GET {{dairy}}/batches

### the first
# @name first
GET {{dairy}}/batches/900719925474099301
`,
  },
  servers: [{ name: "api", entry: "src/app.ts" }],
  ask: ["batches.http#first"],
  facts: [
    "GET /batches 200",
    "GET /batches/900719925474099301 404",
    "GET /batches/900719925474099377 404",
    "GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["precision-loss"],
    links: [
      { file: "src/app.ts", text: "Number(req.params.id)" },
      { file: "src/app.ts", text: 'app.get("/batches/:id"' },
    ],
  },
};

/** Cheesemakers: wheels behind a development server, a batch whose number is longer than a number may be. */
export const cheesemakers: readonly Scenario[] = [wheels, batch];
