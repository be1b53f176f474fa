import type { Scenario } from "../../scenario.ts";

const repair: Scenario = {
  name: "repair-of-a-bow",
  files: {
    "package.json": `{ "name": "repairs", "type": "module", "scripts": { "test": "node --test" }, "dependencies": { "express": "^5.1.0" } }
`,
    "src/server.js": `import { app } from "./app.js";

app.listen(process.env.PORT ?? 3000);
`,
    "src/app.js": `import express from "express";
import { workshop } from "./workshop.js";

export const app = express();
app.use("/workshop", workshop);
`,
    "src/workshop.js": `import { Router } from "express";

const jobs = [
  { ticket: "W-300", what: "bow, new hair" },
  { ticket: "W-301", what: "bridge" },
];

export const workshop = Router();
workshop.get("/jobs", (req, res) => res.json(jobs));
workshop.get("/jobs/:ticket", (req, res) => {
  const job = jobs.find(({ ticket }) => ticket === req.params.ticket);
  if (!job) return res.status(404).json({ error: "no job" });
  res.json(job);
});
`,
    "CHANGELOG.md": `# 2.0

- A repair is a job now: \`/workshop/repairs/W-300\` became \`/workshop/jobs/W-300\`.
`,
    "test/partner.test.js": `import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import express from "express";

test("reads a repair of the partner", async () => {
  const partner = express();
  partner.get("/workshop/repairs/:ticket", (req, res) => res.json({ ticket: req.params.ticket }));
  const server = partner.listen(0);
  await once(server, "listening");
  const answer = await fetch(\`http://localhost:\${server.address().port}/workshop/repairs/W-1\`);
  assert.equal((await answer.json()).ticket, "W-1");
  server.close();
});
`,
    "repairs.http": `@workshop = http://localhost:PORT_OF_api/workshop

### bow
# @name bow
GET {{workshop}}/repairs/W-300
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["repairs.http#bow"],
  facts: [
    "GET /workshop/jobs 200",
    "GET /workshop/jobs/W-300 200",
    "GET /workshop/repairs/W-300 404",
    "GET /workshop/jobs/W-1 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["path-moved"],
    links: [
      { file: "src/workshop.js", text: '"/jobs/:ticket"' },
      { file: "CHANGELOG.md", text: "became" },
    ],
    fixes: [{ url: "/workshop/jobs/W-300" }],
  },
};

const job: Scenario = {
  name: "job-of-the-varnish-oven",
  files: {
    "README.md": `- \`oven/\` (Python) drives the oven, port 8000
- \`board/\` (Node) shows its jobs, port 3000
`,
    "oven/main.py": `from fastapi import FastAPI, HTTPException

app = FastAPI()
JOBS = {1: "ground", 2: "varnish"}


@app.get("/jobs/{job_id}")
def get_job(job_id: int):
    if job_id not in JOBS:
        raise HTTPException(status_code=404, detail="Job not found")
    return {"id": job_id, "step": JOBS[job_id]}


@app.get("/jobs")
def list_jobs():
    return JOBS
`,
    "board/package.json": `{ "name": "board", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }
`,
    "board/index.js": `import Router from "@koa/router";
import Koa from "koa";
import { shown } from "./shown.js";

const router = new Router();
router.get("/jobs", (ctx) => {
  ctx.body = shown;
});
router.get("/jobs/:key", (ctx) => {
  const job = shown.find(({ key }) => key === ctx.params.key);
  if (!job) ctx.throw(404, \`job \${ctx.params.key} is not on the board\`);
  ctx.body = job;
});

new Koa().use(router.routes()).use(router.allowedMethods()).listen(process.env.PORT ?? 3000);
`,
    "board/shown.js": `export const shown = [
  { key: "oven-1", step: "ground" },
  { key: "oven-2", step: "varnish" },
];
`,
    "jobs.http": `@board = http://localhost:PORT_OF_board

### all
GET {{board}}/jobs

### the one of yesterday
# @name yesterday
GET {{board}}/jobs/oven-9
`,
  },
  servers: [{ name: "board", entry: "board/index.js" }],
  ask: ["jobs.http#yesterday"],
  facts: ["GET /jobs 200", "GET /jobs/oven-1 200", "GET /jobs/oven-9 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "board/index.js", text: 'router.get("/jobs/:key"' },
      { file: "board/index.js", text: "shown.find(" },
      { file: "jobs.http", text: "oven-9" },
    ],
  },
};

/** Violin makers: repairs and jobs, in repositories of two languages and with servers of their tests. */
export const violins: readonly Scenario[] = [repair, job];
