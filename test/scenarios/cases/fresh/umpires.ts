import type { Scenario } from "../../scenario.ts";

const reports: Scenario = {
  name: "report-of-a-match",
  files: {
    "package.json": `{ "name": "match-reports", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "src/index.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { reportApi } from "./reportApi.ts";
import { ReportStore } from "./reportStore.ts";

const store = ReportStore.fromFile(new URL("../data/reports.json", import.meta.url));
const app = new Hono();
app.get("/version", (c) => c.json({ version: "2.0.1" }));
app.route("/reports", reportApi(store));
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/reportApi.ts": `import { Hono } from "hono";
import type { ReportStore } from "./reportStore.ts";

export function reportApi(store: ReportStore) {
  const api = new Hono();
  api.get("/", (c) => c.json({ results: store.list() }));
  api.get("/:ref", (c) => {
    const report = store.get(c.req.param("ref"));
    return report === undefined ? c.json({ message: "Report not found" }, 404) : c.json(report);
  });
  return api;
}
`,
    "src/reportStore.ts": `import { readFileSync } from "node:fs";

interface Report {
  readonly ref: string;
  readonly sets: readonly string[];
}

export class ReportStore {
  private readonly byRef: ReadonlyMap<string, Report>;

  private constructor(reports: readonly Report[]) {
    this.byRef = new Map(reports.map((report) => [report.ref, report]));
  }

  static fromFile(file: URL): ReportStore {
    return new ReportStore(JSON.parse(readFileSync(file, "utf8")));
  }

  list(): readonly Report[] {
    return [...this.byRef.values()];
  }

  get(ref: string): Report | undefined {
    return this.byRef.get(ref);
  }
}
`,
    "data/reports.json": `[
  { "ref": "MR-2026-014", "sets": ["6:4", "7:5"] },
  { "ref": "MR-2026-015", "sets": ["6:1", "3:6", "6:2"] }
]
`,
    "docs/references.md": `A report has a reference like \`MR-2026-014\`: the year and a number of three digits.
`,
    "reports.http": `@umpire = http://localhost:PORT_OF_api

### from the note on the door
# @name noted
GET {{umpire}}/reports/MR_2026_15
`,
  },
  servers: [{ name: "api", entry: "src/index.ts" }],
  ask: ["reports.http#noted"],
  facts: ["GET /reports 200", "GET /reports/MR_2026_15 404", "GET /reports/MR-2026-015 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["id-format"],
    links: [
      { file: "src/reportApi.ts", text: 'api.get("/:ref"' },
      { file: "reports.http", text: "MR_2026_15" },
      { file: "docs/references.md", text: "MR-2026-014" },
    ],
    fixes: [{ url: "/reports/MR-2026-015" }, { kind: "ask" }],
  },
};

const score: Scenario = {
  name: "score-of-a-set",
  files: {
    "package.json": `{ "name": "scores", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "src/server.js": `import express from "express";
import { scoreRouter } from "./scoreRouter.js";

const app = express();
app.use(express.json());
app.use("/v1/matches", scoreRouter);
app.use((_req, res) => res.status(404).json({ error: "Not Found" }));
app.listen(process.env.PORT ?? 3000);
`,
    "src/scoreRouter.js": `import { Router } from "express";

const scores = new Map([["m-9", [{ home: 6, away: 4 }]]]);

export const scoreRouter = Router();

scoreRouter.get("/:match/score", (req, res) => {
  const score = scores.get(req.params.match);
  if (!score) return res.status(404).json({ error: "Match not found" });
  res.json(score);
});

scoreRouter.post("/:match/score", (req, res) => {
  const score = scores.get(req.params.match);
  if (!score) return res.status(404).json({ error: "Match not found" });
  score.push(req.body);
  res.status(201).json(score);
});
`,
    "docs/api.md": `## Scores

\`PUT /v1/matches/{match}/score\` adds a set.
`,
    "scores.http": `@api = http://localhost:PORT_OF_api/v1

### so far
GET {{api}}/matches/m-9/score

### second set
# @name second
PUT {{api}}/matches/m-9/score
Content-Type: application/json

{ "home": 7, "away": 5 }
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["scores.http#second", "--allow-unsafe"],
  facts: ["PUT /v1/matches/m-9/score 404", "GET /v1/matches/m-9/score 200", "PUT /other 404"],
  consented: ["PUT /v1/matches/m-9/score", "POST /v1/matches/m-9/score"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-method"],
    links: [{ file: "src/scoreRouter.js", text: 'scoreRouter.post("/:match/score"' }],
    fixes: [{ url: "/v1/matches/m-9/score", method: "POST" }],
  },
};

const season: Scenario = {
  name: "chart-of-the-season",
  files: {
    "package.json": `{ "name": "season-site", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "server.js": `import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import Fastify from "fastify";

const types = { ".js": "text/javascript", ".css": "text/css", ".html": "text/html" };
const app = Fastify();

async function send(reply, file) {
  const content = await readFile(file).catch(() => null);
  return content === null ? reply.callNotFound() : reply.type(types[extname(file)]).send(content);
}

app.get("/", async (_request, reply) => send(reply, "dist/index.html"));
app.get("/assets/:name", async (request, reply) => send(reply, \`dist/assets/\${request.params.name}\`));
app.get("/api/season", async () => ({ year: 2026, rounds: 14 }));

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "dist/index.html": `<!doctype html>
<title>Season</title>
<script type="module" src="/assets/index-DpQ8s1Vy.js"></script>
`,
    "dist/assets/index-DpQ8s1Vy.js": `const chart = () => import("./chart-Ck3mW0tB.js");
chart().then(({ draw }) => draw());
`,
    "dist/assets/chart-Ck3mW0tB.js": `export function draw() { document.title = "Season 2026"; }
`,
    "dist/manifest.json": `{
  "src/main.ts": { "file": "assets/index-DpQ8s1Vy.js", "isEntry": true, "dynamicImports": ["src/chart.ts"] },
  "src/chart.ts": { "file": "assets/chart-Ck3mW0tB.js", "isDynamicEntry": true }
}
`,
    "src/main.ts": `const chart = () => import("./chart.ts");
chart().then(({ draw }) => draw());
`,
    "src/chart.ts": `export function draw() {
  document.title = "Season 2026";
}
`,
    "report.http": `### of a visitor, this morning
# @name chart
GET http://localhost:PORT_OF_site/assets/chart-Ba71xQeL.js
Referer: http://localhost:PORT_OF_site/
`,
  },
  servers: [{ name: "site", entry: "server.js" }],
  ask: ["report.http#chart"],
  facts: ["GET /assets/chart-Ba71xQeL.js 404", "GET /assets/chart-Ck3mW0tB.js 200", "GET / 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["stale-asset"],
    links: [
      { file: "dist/assets/chart-Ck3mW0tB.js", text: "export function draw" },
      { file: "dist/manifest.json", text: "isDynamicEntry" },
    ],
  },
};

const list: Scenario = {
  name: "list-of-umpires",
  files: {
    "package.json": `{ "name": "umpire-lists", "private": true, "workspaces": ["api", "app"] }
`,
    "api/package.json": `{ "name": "api", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "api/index.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { umpires } from "./umpires.ts";

const app = new Hono().basePath("/api");
app.route("/umpires", umpires);
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "api/umpires.ts": `import { Hono } from "hono";

const list = [{ id: 5, name: "C. Moreau", level: "A" }];

export const umpires = new Hono();
umpires.get("/", (c) => c.json(list));
umpires.get("/:id/matches", (c) => {
  const known = list.some(({ id }) => id === Number(c.req.param("id")));
  return known ? c.json([{ id: "m-9" }]) : c.json({ error: "no such umpire" }, 404);
});
`,
    "app/package.json": `{ "name": "app", "type": "module" }
`,
    "app/src/environment.ts": `export const environment = {
  production: false,
  apiUrl: "http://localhost:PORT_OF_api/api/umpires",
};
`,
    "app/src/umpire.service.ts": `import { environment } from "./environment.ts";

export class UmpireService {
  list() {
    return fetch(environment.apiUrl).then((response) => response.json());
  }

  matchesOf(id: number) {
    return fetch(\`\${environment.apiUrl}/umpires/\${id}/matches\`).then((response) => response.json());
  }
}
`,
  },
  servers: [{ name: "api", entry: "api/index.ts" }],
  ask: ["--url", "http://localhost:PORT_OF_api/api/umpires/umpires/5/matches"],
  facts: [
    "GET /api/umpires/umpires/5/matches 404",
    "GET /api/umpires/5/matches 200",
    "GET /api/umpires 200",
    "GET /api/umpires/6/matches 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["duplicated-segment"],
    links: [
      { file: "app/src/umpire.service.ts", text: "/matches`" },
      { file: "app/src/environment.ts", text: "apiUrl" },
      { file: "api/umpires.ts", text: 'umpires.get("/:id/matches"' },
    ],
    fixes: [{ url: "/api/umpires/5/matches" }],
  },
};

/** Umpires: a match report whose number is written otherwise, a score that is put, a chart of the season, an address of a list joined twice. */
export const umpires: readonly Scenario[] = [reports, score, season, list];
