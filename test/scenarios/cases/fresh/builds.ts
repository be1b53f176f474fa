import type { Scenario } from "../../scenario.ts";

const artifact: Scenario = {
  name: "artifacts-of-a-build",
  files: {
    "package.json": `{
  "name": "ci-coordinator",
  "version": "2.9.0",
  "type": "module",
  "scripts": {
    "build": "tsc -p .",
    "start": "node dist/server.js",
    "test": "node --test"
  },
  "dependencies": { "express": "^5.1.0" },
  "devDependencies": { "typescript": "^5.9.0" }
}
`,
    "tsconfig.json": `{
  "compilerOptions": {
    "rootDir": "src",
    "outDir": "dist",
    "module": "nodenext",
    "target": "es2023",
    "strict": true
  }
}
`,
    "src/server.ts": `import express from "express";
import { builds } from "./builds.js";
import { queue } from "./queue.js";

const app = express();
app.use(express.json());
app.use("/api/builds", builds);
app.use("/api/queue", queue);
app.listen(Number(process.env.PORT ?? 8111));
`,
    "src/builds.ts": `import { Router } from "express";
import { artifactsOf, findBuild } from "./store.js";

export const builds = Router();

builds.get("/:number", (req, res) => {
  const build = findBuild(Number(req.params.number));
  if (!build) {
    res.status(404).json({ message: \`Build #\${req.params.number} does not exist\` });
    return;
  }
  res.json(build);
});

builds.get("/:number/artifacts", (req, res) => {
  res.json({ artifacts: artifactsOf(Number(req.params.number)) });
});
`,
    "src/queue.ts": `import { Router } from "express";

export const queue = Router();
queue.get("/", (_req, res) => {
  res.json({ waiting: [] });
});
`,
    "src/store.ts": `interface Build {
  readonly number: number;
  readonly branch: string;
  readonly artifacts: readonly string[];
}

const builds: readonly Build[] = [
  { number: 5120, branch: "main", artifacts: ["app.tgz", "coverage.xml"] },
  { number: 5121, branch: "login-page", artifacts: [] },
];

export const findBuild = (number: number) => builds.find((build) => build.number === number);
export const artifactsOf = (number: number) => findBuild(number)?.artifacts ?? [];
`,
    "dist/server.js": `import express from "express";
import { builds } from "./builds.js";
import { queue } from "./queue.js";
const app = express();
app.use(express.json());
app.use("/api/builds", builds);
app.use("/api/queue", queue);
app.listen(Number(process.env.PORT ?? 8111));
`,
    "dist/builds.js": `import { Router } from "express";
import { findBuild } from "./store.js";
export const builds = Router();
builds.get("/:number", (req, res) => {
    const build = findBuild(Number(req.params.number));
    if (!build) {
        res.status(404).json({ message: \`Build #\${req.params.number} does not exist\` });
        return;
    }
    res.json(build);
});
`,
    "dist/queue.js": `import { Router } from "express";
export const queue = Router();
queue.get("/", (_req, res) => {
    res.json({ waiting: [] });
});
`,
    "dist/store.js": `const builds = [
    { number: 5120, branch: "main", artifacts: ["app.tgz", "coverage.xml"] },
    { number: 5121, branch: "login-page", artifacts: [] },
];
export const findBuild = (number) => builds.find((build) => build.number === number);
`,
    ".gitignore": `node_modules
dist
`,
    "ci.http": `@ci = http://localhost:PORT_OF_ci

###
GET {{ci}}/api/queue

### the build
GET {{ci}}/api/builds/5120

### what it made
# @name made
GET {{ci}}/api/builds/5120/artifacts
`,
  },
  servers: [{ name: "ci", entry: "dist/server.js" }],
  ask: ["ci.http#made"],
  facts: [
    "GET /api/queue 200",
    "GET /api/builds/5120 200",
    "GET /api/builds/5120/artifacts 404",
    "GET /api/builds/1 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["not-deployed"],
    links: [
      { file: "src/builds.ts", text: '"/:number/artifacts"' },
      { file: "dist/server.js", text: 'app.use("/api/builds"' },
      { file: "dist/builds.js", text: "export const builds" },
    ],
  },
};

const run: Scenario = {
  name: "run-in-the-dashboard",
  files: {
    "package.json": `{ "name": "runs", "type": "module", "dependencies": { "fastify": "^5.2.0" } }
`,
    "src/server.js": `import Fastify from "fastify";
import { findRun, recentRuns } from "./runs.js";

const app = Fastify();

// ids are 64 bit and written as JSON numbers, as the runners send them
const toJson = (run) => \`{"id":\${run.id},"state":"\${run.state}","seconds":\${run.seconds}}\`;

app.get("/api/runs", async (request, reply) => {
  reply.type("application/json");
  return \`{"runs":[\${recentRuns().map(toJson).join(",")}]}\`;
});

app.get("/api/runs/:id", async (request, reply) => {
  const run = findRun(request.params.id);
  if (!run) return reply.code(404).send({ message: "run not found" });
  return reply.type("application/json").send(toJson(run));
});

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/runs.js": `const runs = [
  { id: 1846203945718272937n, state: "passed", seconds: 312 },
  { id: 1846203945718273471n, state: "failed", seconds: 48 },
];

export const recentRuns = () => runs;
export const findRun = (id) => (/^\\d+$/.test(id) ? runs.find((run) => run.id === BigInt(id)) : undefined);
`,
    "dashboard/runs.js": `export async function openRun(index) {
  const { runs } = await fetch("/api/runs").then((answer) => answer.json());
  location.href = \`/runs/\${runs[index].id}\`;
}
`,
    "runs.http": `@api = http://localhost:PORT_OF_api/api

### recent
GET {{api}}/runs

### the first one, id as the dashboard has it in its URL
# @name first
GET {{api}}/runs/1846203945718273000
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["runs.http#first"],
  facts: ["GET /api/runs 200", "GET /api/runs/1846203945718272937 200", "GET /api/runs/1846203945718273000 404"],
  truth: {
    outcome: "not-found",
    kinds: ["precision-loss"],
    links: [
      { file: "dashboard/runs.js", text: "answer.json()" },
      { file: "dashboard/runs.js", text: "location.href" },
      { file: "runs.http", text: "1846203945718273000" },
      { file: "src/server.js", text: '"/api/runs/:id"' },
    ],
    fixes: [{ url: "/api/runs/1846203945718272937" }],
  },
};

/** Builds of a continuous integration server: their artifacts and runs. */
export const builds: readonly Scenario[] = [artifact, run];
