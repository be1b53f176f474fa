import type { Scenario } from "../../scenario.ts";

const parcel: Scenario = {
  name: "parcel-in-the-index",
  files: {
    "package.json": '{ "name": "parcels", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    ".diagnose404.json": `{
  "existenceChecks": [
    {
      "name": "parcel index",
      "route": "/parcels/{code}",
      "url": "{{index}}/documents/{code}",
      "headers": { "Authorization": "Bearer {{indexToken}}" },
      "exists": { "jsonPath": "$.found" },
      "deleted": { "jsonPath": "$.source.removedOn" }
    }
  ]
}
`,
    "http-client.env.json": `{
  "live": {
    "parcels": "http://localhost:PORT_OF_api", "token": "parcels-61aa",
    "index": "http://localhost:PORT_OF_index", "indexToken": "index-03fe"
  }
}`,
    "parcels.http": `# @name parcel
GET {{parcels}}/parcels/PX-40277
Authorization: Bearer {{token}}
`,
    "parcels.js": `import express from "express";

const parcels = new Map([["PX-40278", { weight: 3 }]]);
const app = express();
app.get("/parcels/:code", (req, res) => {
  const parcel = parcels.get(req.params.code);
  return parcel ? res.json(parcel) : res.status(404).json({ error: "no parcel" });
});
app.listen(process.env.PORT ?? 3000);
`,
    "index.js": `import express from "express";

const documents = { "PX-40277": { removedOn: "2026-05-02" }, "PX-40278": { weight: 3 } };
const app = express();
app.use((req, res, next) => (req.get("authorization") === "Bearer index-03fe" ? next() : res.status(401).json({})));
app.get("/documents/:id", (req, res) => {
  const source = documents[req.params.id];
  res.json(source ? { found: true, source } : { found: false });
});
app.listen(process.env.PORT ?? 3000);
`,
  },
  servers: [
    { name: "api", entry: "parcels.js" },
    { name: "index", entry: "index.js" },
  ],
  ask: ["parcels.http#parcel", "--env", "live"],
  facts: [
    "api:GET /parcels/PX-40277 404 | Authorization: Bearer parcels-61aa",
    "api:GET /parcels/PX-40278 200 | Authorization: Bearer parcels-61aa",
    "index:GET /documents/PX-40277 200 | Authorization: Bearer index-03fe",
    "index:GET /documents/PX-40277 401 | Authorization: Bearer parcels-61aa",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["deleted"],
    links: [
      { file: "parcels.js", text: 'app.get("/parcels/:code"' },
      { file: ".diagnose404.json", text: '"name": "parcel index"' },
    ],
  },
  credentials: [
    { value: "parcels-61aa", servers: ["api"] },
    { value: "index-03fe", servers: ["index"] },
  ],
};

/** What was deleted and says so only where it is looked up besides the endpoint. */
export const lookedUp: readonly Scenario[] = [parcel];
