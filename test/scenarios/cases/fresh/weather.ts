import type { Scenario } from "../../scenario.ts";

const station: Scenario = {
  name: "station-on-the-ridge",
  files: {
    "package.json": `{ "name": "stations", "type": "module", "dependencies": { "express": "^5.1.0" } }
`,
    "src/index.js": `import express from "express";
import { stations } from "./stations.js";

const app = express();
app.use("/v1", (req, res) => res.redirect(308, \`/v2\${req.url}\`));
app.use("/v2/stations", stations);
app.use((req, res) => res.status(404).json({ fault: "no such resource", path: req.originalUrl }));
app.listen(process.env.PORT ?? 3000);
`,
    "src/stations.js": `import { Router } from "express";

const posts = new Map([["ridge-4", { elevation: 1812, wind: null, fault: "404: anemometer not found" }]]);

export const stations = Router();
stations.get("/:station", (req, res) => {
  const post = posts.get(req.params.station);
  if (!post) return res.status(404).json({ fault: "no such station" });
  res.json(post);
});
`,
    "stations.http": `@api = http://localhost:PORT_OF_api

### as the old loggers ask
# @name ridge
GET {{api}}/v1/stations/ridge-4
`,
  },
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["stations.http#ridge"],
  facts: ["GET /v1/stations/ridge-4 308", "GET /v2/stations/ridge-4 200", "GET /v2/stations/none 404"],
  truth: { outcome: "answered", kinds: [] },
};

const report: Scenario = {
  name: "report-of-a-month",
  files: {
    "package.json": `{ "name": "reports", "type": "module", "dependencies": { "@hono/node-server": "^2.0.0", "hono": "^4.6.0" } }
`,
    "src/index.js": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { reports } from "./reports.js";

const app = new Hono();
app.route("/reports", reports);
app.notFound((c) => c.text("nothing here", 404));
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/reports.js": `import { Hono } from "hono";

const rain = { "2026-01": 61, "2026-02": 48, "2026-10": 112 };

export const reports = new Hono();
reports.get("/:year{[0-9]{4}}/:month{[0-9]{2}}", (c) => {
  const { year, month } = c.req.param();
  const millimetres = rain[\`\${year}-\${month}\`];
  return millimetres === undefined ? c.text("no report yet", 404) : c.json({ millimetres });
});
`,
    "cli/report.sh": `#!/bin/sh
# rain of last month
month=$(date -d "last month" +%-m)
curl -fsS "$REPORTS/reports/$(date +%Y)/$month"
`,
    "reports.http": `@reports = http://localhost:PORT_OF_api/reports

### October
GET {{reports}}/2026/10

### February
# @name february
GET {{reports}}/2026/2
`,
  },
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["reports.http#february"],
  facts: [
    "GET /reports/2026/10 200",
    "GET /reports/2026/2 404",
    "GET /reports/2026/02 200",
    "GET /reports/2026/09 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["id-format"],
    links: [{ file: "src/reports.js", text: ":month{[0-9]{2}}" }],
    fixes: [{ url: "/reports/2026/02" }],
  },
};

/** Weather: stations whose addresses have moved for good, and reports by month. */
export const weather: readonly Scenario[] = [station, report];
