import type { Scenario } from "../../scenario.ts";

const sites: Scenario = {
  name: "pump-at-the-other-works",
  files: {
    "package.json": `{ "name": "waterworks", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "works.js": `import { serve } from "@hono/node-server";
import { Hono } from "hono";

const pumps = JSON.parse(process.env.PUMPS ?? "[]");
const app = new Hono();
app.get("/pumps", (c) => c.json(pumps));
app.get("/pumps/:pump", (c) => (pumps.includes(c.req.param("pump")) ? c.json({ pump: c.req.param("pump"), runs: true }) : c.json({ error: "no such pump" }, 404)));
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "README.md": `# Waterworks

| works  | address                  |
| ------ | ------------------------ |
| valley | http://localhost:PORT_OF_valley |
| hill   | http://localhost:PORT_OF_hill   |
`,
    "pumps.http": `# valley
@works = http://localhost:PORT_OF_valley

### pump 9
# @name nine
GET {{works}}/pumps/pump-9

### all of the hill
GET http://localhost:PORT_OF_hill/pumps
`,
  },
  servers: [
    { name: "valley", entry: "works.js", env: { PUMPS: '["pump-1","pump-2"]' } },
    { name: "hill", entry: "works.js", env: { PUMPS: '["pump-8","pump-9"]' } },
  ],
  ask: ["pumps.http#nine"],
  facts: [
    "valley:GET /pumps/pump-1 200",
    "valley:GET /pumps/pump-9 404",
    "hill:GET /pumps/pump-9 200",
    "hill:GET /pumps/x 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-region", "wrong-environment"],
    links: [
      { file: "pumps.http", text: "@works = " },
      { file: "pumps.http", text: "GET http://localhost:PORT_OF_hill" },
      { file: "README.md", text: "PORT_OF_hill" },
      { file: "works.js", text: '"/pumps/:pump"' },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_hill/pumps/pump-9" }],
  },
};

/** Waterworks: a pump of the other works. */
export const waterworks: readonly Scenario[] = [sites];
