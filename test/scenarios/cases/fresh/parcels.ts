import type { Scenario } from "../../scenario.ts";

const printServer = `import express from "express";
import { jobs } from "./jobs.js";

const app = express();
app.use(express.json());
app.use("/api/jobs", jobs);
app.listen(process.env.PORT ?? 3000);
`;
const printJobs = (extra: string) => `import { Router } from "express";

const queue = new Map([["J-50", { pages: 12, copies: 300, grams: 4.9 }], ["J-51", { pages: 2, copies: 40, grams: 9.8 }]]);
export const jobs = Router();

jobs.get("/", (_req, res) => res.json([...queue.keys()]));
jobs.get("/:job", (req, res) => {
  const job = queue.get(req.params.job);
  return job ? res.json(job) : res.status(404).json({ error: "unknown job" });
});
${extra}`;
const weight = `jobs.get("/:job/weight", (req, res) => {
  const job = queue.get(req.params.job);
  return job ? res.json({ grams: job.pages * job.copies * job.grams }) : res.status(404).json({ error: "unknown job" });
});
`;

const printing: Scenario = {
  name: "weight-of-a-print-job",
  files: {
    "package.json": '{ "name": "print-shop", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "src/server.js": printServer,
    "src/jobs.js": printJobs(weight),
    "jobs.http": `@shop = http://localhost:PORT_OF_api/api

### a job
GET {{shop}}/jobs/J-50

### for the postage
# @name postage
GET {{shop}}/jobs/J-50/weight
`,
  },
  deployed: { "src/server.js": printServer, "src/jobs.js": printJobs(""), "package.json": '{ "type": "module" }' },
  servers: [{ name: "api", entry: "deployed:src/server.js" }],
  ask: ["jobs.http#postage"],
  facts: [
    "GET /api/jobs/J-50 200",
    "GET /api/jobs/J-50/weight 404",
    "GET /api/jobs/J-51/weight 404",
    "GET /api/jobs/J-99 404",
    "GET /none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["not-deployed"],
    links: [{ file: "src/jobs.js", text: 'jobs.get("/:job/weight"' }],
  },
};

const courier: Scenario = {
  name: "parcel-at-the-courier",
  files: {
    "README.md": `# Returns

Customers send things back with a courier; we ask them where a parcel is. Their address is in \`courier.http\`.
`,
    "package.json": '{ "name": "returns", "type": "module" }',
    "src/parcel.js": `/** Where a parcel is, as the courier tells it. */
export async function whereIs(parcel, base = process.env.COURIER_URL) {
  const response = await fetch(base + "/tracking/" + encodeURIComponent(parcel) + "/events");
  return response.ok ? response.json() : null;
}
`,
    "courier.http": `### a customer is waiting
# @name waiting
GET http://localhost:PORT_OF_courier/tracking/00340434161094022115/events
Accept: application/json
`,
  },
  deployed: {
    "courier.mjs": `import { createServer } from "node:http";

createServer((request, response) => {
  request.resume();
  response.writeHead(404, { "content-type": "application/json", "cache-control": "no-store" });
  response.end('{"status":404,"title":"No result"}');
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "courier", entry: "deployed:courier.mjs" }],
  ask: ["courier.http#waiting"],
  facts: ["GET /tracking/00340434161094022115/events 404", "GET / 404", "GET /none 404"],
  truth: { outcome: "not-found", kinds: [] },
};

/** A print shop and a courier. */
export const parcels: readonly Scenario[] = [printing, courier];
