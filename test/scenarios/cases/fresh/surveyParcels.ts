import type { Scenario } from "../../scenario.ts";

const parcel: Scenario = {
  name: "parcel-in-the-new-cadastre",
  files: {
    "package.json": `{ "name": "cadastre", "private": true, "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^2.0.0" } }
`,
    "docs/moving-to-2.md": `# From 1 to 2

| before | now |
|---|---|
| \`GET /plots/:no\` | \`GET /land/parcels/:no\` |
| \`GET /owners/:no\` | \`GET /people/:no\` |
`,
    "src/app.js": `import { serve } from "@hono/node-server";
import { Hono } from "hono";

const parcels = { "17-204": { hectares: 1.3 }, "17-205": { hectares: 0.4 } };

const land = new Hono();
land.get("/parcels/:no", (c) => {
  const parcel = parcels[c.req.param("no")];
  return parcel ? c.json(parcel) : c.json({ error: "no parcel" }, 404);
});

const people = new Hono();
people.get("/:no", (c) => c.json({ no: c.req.param("no") }));

const app = new Hono();
app.route("/land", land).route("/people", people);

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "notary.http": `@cadastre = http://localhost:PORT_OF_cadastre

### meadow behind the church
# @name meadow
GET {{cadastre}}/plots/17-204
`,
  },
  servers: [{ name: "cadastre", entry: "src/app.js" }],
  ask: ["notary.http#meadow"],
  facts: ["GET /plots/17-204 404", "GET /land/parcels/17-204 200"],
  truth: {
    outcome: "not-found",
    kinds: ["path-moved"],
    links: [
      { file: "docs/moving-to-2.md", text: "`GET /plots/:no`" },
      { file: "src/app.js", text: 'land.get("/parcels/:no"' },
    ],
    fixes: [{ url: "/land/parcels/17-204" }],
  },
};

/** In the cadastre. */
export const surveyParcels: readonly Scenario[] = [parcel];
