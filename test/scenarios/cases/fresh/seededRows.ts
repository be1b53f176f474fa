import type { Scenario } from "../../scenario.ts";

const scores: Scenario = {
  name: "score-sheet-of-another-trainer",
  files: {
    "package.json": `{ "name": "score-sheets", "private": true, "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "src/db.ts": `import { DatabaseSync } from "node:sqlite";

export const db = new DatabaseSync(":memory:");

db.exec(\`
  create table sheets (
    id integer primary key,
    trainer_id text not null,
    athlete text not null
  );
  insert into sheets (id, trainer_id, athlete) values
    (140, 'tr-petra', 'Lene'),
    (141, 'tr-oskar', 'Malik');
\`);
`,
    "src/sheets.ts": `import { Hono } from "hono";
import { db } from "./db.ts";
import type { Trainer } from "./trainer.ts";

export const sheets = new Hono<{ Variables: { trainer: Trainer } }>();

sheets.get("/", (c) => {
  const rows = db.prepare("SELECT id, athlete FROM sheets WHERE trainer_id = ?").all(c.get("trainer").id);
  return c.json(rows);
});

sheets.get("/:id", (c) => {
  const row = db
    .prepare("SELECT id, athlete FROM sheets WHERE id = ? AND trainer_id = ?")
    .get(Number(c.req.param("id")), c.get("trainer").id);
  return row ? c.json(row) : c.json({ error: "sheet not found" }, 404);
});
`,
    "src/trainer.ts": `import { createMiddleware } from "hono/factory";

export interface Trainer {
  readonly id: string;
}

export const trainer = createMiddleware<{ Variables: { trainer: Trainer } }>(async (c, next) => {
  const id = c.req.header("x-trainer");
  if (id === undefined) return c.json({ error: "unauthorized" }, 401);
  c.set("trainer", { id });
  await next();
});
`,
    "src/index.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { sheets } from "./sheets.ts";
import { trainer } from "./trainer.ts";

const app = new Hono();
app.use("/sheets/*", trainer);
app.route("/sheets", sheets);
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "sheets.http": `@api = http://localhost:PORT_OF_api

### mine
GET {{api}}/sheets/140
X-Trainer: tr-petra

### Malik's
# @name malik
GET {{api}}/sheets/141
X-Trainer: tr-petra
`,
  },
  servers: [{ name: "api", entry: "src/index.ts" }],
  ask: ["sheets.http#malik"],
  facts: [
    "GET /sheets/140 200 | X-Trainer: tr-petra",
    "GET /sheets/141 404 | X-Trainer: tr-petra",
    "GET /sheets/141 200 | X-Trainer: tr-oskar",
    "GET /sheets/150 404 | X-Trainer: tr-petra",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [
      { file: "src/sheets.ts", text: "AND trainer_id = ?" },
      { file: "src/sheets.ts", text: 'sheets.get("/:id"' },
      { file: "src/db.ts", text: "(141, 'tr-oskar'" },
    ],
  },
};

const sites: Scenario = {
  name: "task-of-another-building-site",
  files: {
    "package.json": `{ "name": "sites", "private": true, "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "schema.sql": `CREATE TABLE sites (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE tasks (id INTEGER PRIMARY KEY, site_id INTEGER NOT NULL REFERENCES sites (id), what TEXT NOT NULL);

INSERT INTO sites VALUES (1, 'School'), (2, 'Bridge');
INSERT INTO tasks VALUES (5, 2, 'paint the rail'), (6, 1, 'hang the doors'), (7, 1, 'lay the floor');
`,
    "src/app.js": `import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import Fastify from "fastify";

const db = new DatabaseSync(":memory:");
db.exec(readFileSync(new URL("../schema.sql", import.meta.url), "utf8"));

const app = Fastify();

app.get("/sites", async () => db.prepare("SELECT * FROM sites").all());

app.get("/sites/:site/tasks", async ({ params }) => db.prepare("SELECT * FROM tasks WHERE site_id = ?").all(Number(params.site)));

app.get("/sites/:site/tasks/:task", async ({ params }, reply) => {
  const task = db.prepare("SELECT * FROM tasks WHERE site_id = ? AND id = ?").get(Number(params.site), Number(params.task));
  if (!task) return reply.code(404).send({ error: "task not found" });
  return task;
});

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "sites.http": `@api = http://localhost:PORT_OF_api
@site = 1

### doors
GET {{api}}/sites/{{site}}/tasks/6

### rail
# @name rail
GET {{api}}/sites/{{site}}/tasks/5
`,
  },
  servers: [{ name: "api", entry: "src/app.js" }],
  ask: ["sites.http#rail"],
  facts: ["GET /sites 200", "GET /sites/1/tasks/6 200", "GET /sites/1/tasks/5 404", "GET /sites/2/tasks/5 200"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-project"],
    links: [
      { file: "src/app.js", text: '"/sites/:site/tasks/:task"' },
      { file: "schema.sql", text: "(5, 2, " },
      { file: "sites.http", text: "@site" },
    ],
    fixes: [{ url: "/sites/2/tasks/5" }],
  },
};

/** Rows that a database is seeded with: a sheet of another trainer, a task of another site. */
export const seededRows: readonly Scenario[] = [scores, sites];
