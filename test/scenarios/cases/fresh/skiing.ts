import type { Scenario } from "../../scenario.ts";

const pass: Scenario = {
  name: "pass-at-the-gate",
  files: {
    "README.md": `# Resort services

| service | folder | port in development |
|---|---|---|
| snow | services/snow | PORT_OF_snow |
| passes | services/passes | PORT_OF_passes |

Start all with \`npm start\`. Both speak JSON.
`,
    "package.json": `{ "name": "resort", "private": true, "workspaces": ["services/*"], "scripts": { "start": "concurrently npm:start -w services/*" } }
`,
    ".env": `SNOW_URL=http://localhost:PORT_OF_snow
PASSES_URL=http://localhost:PORT_OF_passes
`,
    "services/snow/package.json": `{ "name": "snow", "type": "module", "dependencies": { "@hono/node-server": "^2.0.0", "hono": "^4.6.0" } }
`,
    "services/snow/src/index.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";

const app = new Hono();
app.get("/api/snow", (c) => c.json({ valley: 20, summit: 145 }));
app.get("/api/snow/:slope", (c) => c.json({ slope: c.req.param("slope"), groomed: true }));
app.notFound((c) => c.json({ error: "not_found" }, 404));

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 4801) });
`,
    "services/passes/package.json": `{ "name": "passes", "type": "module", "dependencies": { "express": "^5.1.0" } }
`,
    "services/passes/src/index.js": `import express from "express";
import { passes } from "./passes.js";

const app = express();
app.use("/api/passes", passes);
app.use((req, res) => res.status(404).json({ error: "not_found" }));
app.listen(process.env.PORT ?? 4802);
`,
    "services/passes/src/passes.js": `import { Router } from "express";

const sold = { "SP-5512": { days: 6, until: "2026-12-27" }, "SP-5513": { days: 1, until: "2026-12-21" } };

export const passes = Router();
passes.get("/:number", (req, res) => {
  const pass = sold[req.params.number];
  if (!pass) return res.status(404).json({ error: "unknown_pass" });
  res.json(pass);
});
passes.post("/:number/block", (req, res) => res.status(204).end());
`,
    "requests/resort.http": `@host = http://localhost:PORT_OF_snow

### snow
GET {{host}}/api/snow

### slope
GET {{host}}/api/snow/eastern-bowl

### pass of the lady at the gate
# @name gate
GET {{host}}/api/passes/SP-5512
`,
  },
  servers: [
    { name: "snow", entry: "services/snow/src/index.ts" },
    { name: "passes", entry: "services/passes/src/index.js" },
  ],
  ask: ["requests/resort.http#gate"],
  facts: [
    "snow:GET /api/snow 200",
    "snow:GET /api/passes/SP-5512 404",
    "passes:GET /api/passes/SP-5512 200",
    "passes:GET /api/passes/none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-entrypoint"],
    links: [
      { file: "requests/resort.http", text: "@host" },
      { file: ".env", text: "PASSES_URL" },
      { file: "services/passes/src/passes.js", text: 'passes.get("/:number"' },
      { file: "services/passes/src/index.js", text: 'app.use("/api/passes"' },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_passes/api/passes/SP-5512" }],
  },
};

const times: Scenario = {
  name: "times-of-the-lifts",
  files: {
    "package.json": `{ "name": "resort-site", "type": "module", "dependencies": { "express": "^5.1.0" } }
`,
    "NOTES.md": `# Lift times

We buy them from Gondolytics (contract until 2027). Their manual is behind a login.
Support: support@gondolytics.example, quote the trace id.

- 2026-11-02 switched from their test host
- 2026-11-20 site shows no times since the morning
`,
    "src/site.js": `import express from "express";
import { liftTimes } from "./gondolytics.js";

const app = express();
app.get("/resorts/:resort/lifts", async (req, res) => {
  const times = await liftTimes(req.params.resort).catch(() => null);
  if (!times) return res.status(404).json({ error: "no lift times" });
  res.json(times);
});
app.get("/resorts/:resort", (req, res) => res.json({ resort: req.params.resort, open: true }));
app.listen(process.env.PORT ?? 3000);
`,
    "src/gondolytics.js": `const root = process.env.GONDOLYTICS_URL;
const key = process.env.GONDOLYTICS_KEY;

export async function liftTimes(resort) {
  const answer = await fetch(\`\${root}/lifts/\${resort}/times\`, { headers: { "X-Api-Key": key } });
  if (!answer.ok) throw new Error(\`gondolytics \${answer.status} \${answer.headers.get("x-trace")}\`);
  return answer.json();
}
`,
    "http/http-client.env.json": `{
  "vendor": { "gondolytics": "http://localhost:PORT_OF_vendor/g/2", "resort": "AT-0417" }
}
`,
    "http/http-client.private.env.json": `{ "vendor": { "key": "gk_live_71b0c2d9e4" } }
`,
    "http/vendor.http": `### as the site asks
# @name times
GET {{gondolytics}}/lifts/{{resort}}/times
X-Api-Key: {{key}}
`,
  },
  deployed: {
    "edge.mjs": `import { createServer } from "node:http";

let count = 0;
createServer((request, response) => {
  count += 1;
  response.writeHead(404, { "Content-Type": "application/json", "X-Trace": \`gx-\${4100 + count}\` });
  response.end('{"ok":false,"reason":"E404"}');
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "vendor", entry: "deployed:edge.mjs" }],
  ask: ["http/vendor.http#times", "--env", "vendor"],
  facts: ["GET /g/2/lifts/AT-0417/times 404", "GET /g/1/lifts/AT-0417/times 404", "GET / 404"],
  truth: { outcome: "not-found", kinds: [] },
  credentials: [{ value: "gk_live_71b0c2d9e4", servers: ["vendor"] }],
};

/** A ski resort: its passes, and the lift times it buys from elsewhere. */
export const skiing: readonly Scenario[] = [pass, times];
