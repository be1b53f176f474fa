import type { Scenario } from "../../scenario.ts";

const visit: Scenario = {
  name: "visit-of-a-cave",
  files: {
    "package.json": `{ "name": "cave-visits", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "src/index.js": `import { serve } from "@hono/node-server";
import { Hono } from "hono";

const visits = [{ id: 1, cave: "Long barrow", places: 8 }];
const app = new Hono();
app.get("/visits/:id", (c) => {
  const visit = visits.find(({ id }) => id === Number(c.req.param("id")));
  return visit ? c.json(visit) : c.notFound();
});
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "visits.http": `GET http://localhost:PORT_OF_api/visits/1
`,
  },
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["visits.http:1"],
  facts: ["GET /visits/1 200", "GET /visits/2 404"],
  truth: { outcome: "answered", kinds: [] },
};

/** Caves of bats: a visit that is answered. */
export const batCaves: readonly Scenario[] = [visit];
