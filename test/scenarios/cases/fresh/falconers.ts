import type { Scenario } from "../../scenario.ts";

const bird: Scenario = {
  name: "bird-on-the-perch",
  files: {
    "server.mjs": `import { createServer } from "node:http";
import { birds } from "./birds.mjs";

const routes = {
  "GET /birds": ({ query }) => [...birds.values()].filter((bird) => query.has("all") || bird.active),
  "GET /birds/:ring": ({ id }) => {
    const bird = birds.get(id);
    return bird?.active ? bird : null;
  },
};

createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, "http://mews");
  const [, collection, id] = pathname.split("/");
  const handler = routes[\`\${request.method} /\${collection}\${id === undefined ? "" : "/:ring"}\`];
  const body = handler?.({ id, query: searchParams }) ?? null;
  response.writeHead(body === null ? 404 : 200, { "content-type": "application/json" });
  response.end(JSON.stringify(body ?? { message: handler ? "no bird wears that ring" : "no such page" }));
}).listen(process.env.PORT ?? 3000);
`,
    "birds.mjs": `export const birds = new Map([
  ["NL-771", { ring: "NL-771", kind: "Harris hawk", active: true }],
  ["NL-640", { ring: "NL-640", kind: "lanner", active: false, since: "2025-04-02" }],
  ["NL-802", { ring: "NL-802", kind: "kestrel", active: true }],
]);
`,
    "mews.http": `@mews = http://localhost:PORT_OF_mews

### those that fly
GET {{mews}}/birds

### Harris hawk
GET {{mews}}/birds/NL-771

### lanner, from the log book
# @name lanner
GET {{mews}}/birds/NL-640
`,
  },
  servers: [{ name: "mews", entry: "server.mjs" }],
  ask: ["mews.http#lanner"],
  facts: ["GET /birds 200", "GET /birds?all 200", "GET /birds/NL-771 200", "GET /birds/NL-640 404", "GET /birds/x 404"],
  truth: {
    outcome: "not-found",
    kinds: ["archived"],
    links: [
      { file: "server.mjs", text: "bird?.active ?" },
      { file: "birds.mjs", text: '["NL-640"' },
    ],
  },
};

const permit: Scenario = {
  name: "permit-of-a-county",
  files: {
    "package.json": `{ "name": "permits", "type": "module", "dependencies": { "express": "^5.1.0" } }
`,
    "src/index.js": `import express from "express";
import { county } from "./county.js";
import { permits } from "./permits.js";

const app = express();
app.set("trust proxy", true);
app.use(county);
app.get("/permits", (req, res) => res.json(permits.filter((permit) => permit.county === req.county)));
app.get("/permits/:number", (req, res) => {
  const permit = permits.find(({ county, number }) => county === req.county && number === req.params.number);
  if (!permit) return res.status(404).json({ code: "PERMIT_UNKNOWN" });
  res.json(permit);
});
app.listen(process.env.PORT ?? 3000);
`,
    "src/county.js": `/** The county of a request is the first label of its host: kent.permits.example. */
export function county(req, res, next) {
  [req.county] = req.hostname.split(".");
  next();
}
`,
    "src/permits.js": `export const permits = [
  { county: "kent", number: "P-4410", until: "2027-03-31" },
  { county: "devon", number: "P-5127", until: "2026-12-31" },
];
`,
    "http-client.env.json": `{
  "kent": { "host": "http://localhost:PORT_OF_api", "tenantHost": "kent.permits.example" },
  "devon": { "host": "http://localhost:PORT_OF_api", "tenantHost": "devon.permits.example" }
}
`,
    "permits.http": `### all
GET {{host}}/permits
X-Forwarded-Host: {{tenantHost}}

### the one on the letter
# @name letter
GET {{host}}/permits/P-5127
X-Forwarded-Host: {{tenantHost}}
`,
  },
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["permits.http#letter", "--env", "kent"],
  facts: [
    "GET /permits/P-4410 200 | X-Forwarded-Host: kent.permits.example",
    "GET /permits/P-5127 404 | X-Forwarded-Host: kent.permits.example",
    "GET /permits/P-5127 200 | X-Forwarded-Host: devon.permits.example",
    "GET /permits/x 404 | X-Forwarded-Host: devon.permits.example",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-tenant"],
    links: [
      { file: "src/index.js", text: '"/permits/:number"' },
      { file: "src/county.js", text: "req.hostname" },
      { file: "src/index.js", text: "county === req.county && number" },
      { file: "http-client.env.json", text: '"kent"' },
      { file: "http-client.env.json", text: '"devon"' },
    ],
  },
};

/** Falconers: birds that are retired, and permits of a county. */
export const falconers: readonly Scenario[] = [bird, permit];
