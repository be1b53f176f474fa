import type { Scenario } from "../../scenario.ts";

const root: Scenario = {
  name: "first-look-at-the-ski-lifts",
  files: {
    "README.md": `# Ski lifts

    node src/server.ts

and look at http://localhost:3000.
`,
    "package.json": `{ "name": "ski-lifts", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "src/server.ts": `import { serve } from "@hono/node-server";
import { app } from "./app.ts";

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/app.ts": `import { Hono } from "hono";
import { cors } from "hono/cors";

const lifts = [{ name: "Gondola", open: true }, { name: "T-bar", open: false }];

export const app = new Hono();
app.use("/lifts/*", cors());
app.get("/lifts", (c) => c.json(lifts));
app.get("/lifts/:name", (c) => {
  const lift = lifts.find(({ name }) => name === c.req.param("name"));
  return lift ? c.json(lift) : c.json({ error: "no such lift" }, 404);
});
`,
  },
  servers: [{ name: "api", entry: "src/server.ts" }],
  ask: ["--curl", "curl -i http://localhost:PORT_OF_api/"],
  facts: ["GET / 404", "GET /lifts 200", "GET /lifts/Gondola 200"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-entrypoint"],
    links: [
      { file: "src/app.ts", text: 'app.get("/lifts",' },
      { file: "src/app.ts", text: 'app.get("/lifts/:name"' },
    ],
    fixes: [{ url: "/lifts" }],
  },
};

/** Ski lifts: a first look at a service without a page. */
export const skiLifts: readonly Scenario[] = [root];
