import type { Scenario } from "../../scenario.ts";

const notes: Scenario = {
  name: "private-note",
  files: {
    "package.json": '{ "name": "notes", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "http-client.env.json": `{
  "amir": { "notes": "http://localhost:PORT_OF_api", "token": "amir-7f1c" },
  "bea": { "notes": "http://localhost:PORT_OF_api", "token": "bea-0d92" }
}`,
    "notes.http": `### own notes
# @name notes
GET {{notes}}/notes
Authorization: Bearer {{token}}

### one note
# @name note
GET {{notes}}/notes/n-204
Authorization: Bearer {{token}}
`,
    "src/server.js": `import express from "express";
import { signedIn } from "./signedIn.js";
import { notes } from "./notes.js";

express().use(signedIn).use("/notes", notes).listen(process.env.PORT ?? 3000);
`,
    "src/signedIn.js": `const people = { "amir-7f1c": "amir", "bea-0d92": "bea" };

export function signedIn(req, res, next) {
  const [, token] = (req.get("authorization") ?? "").split(" ");
  req.user = people[token];
  return req.user ? next() : res.status(401).json({ error: "sign in first" });
}
`,
    "src/notes.js": `import { Router } from "express";

const rows = [
  { id: "n-201", owner: "bea", text: "Call the plumber" },
  { id: "n-204", owner: "amir", text: "Passport number" },
];
export const notes = Router();

notes.get("/", (req, res) => res.json(rows.filter((row) => row.owner === req.user)));
notes.get("/:id", (req, res) => {
  const row = rows.find(({ id, owner }) => id === req.params.id && owner === req.user);
  if (row === undefined) return res.status(404).json({ error: "note not found" });
  res.json(row);
});
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["notes.http#note", "--env", "bea"],
  facts: [
    "GET /notes/n-204 404 | Authorization: Bearer bea-0d92",
    "GET /notes/n-204 200 | Authorization: Bearer amir-7f1c",
    "GET /notes/n-999 404 | Authorization: Bearer amir-7f1c",
    "GET /notes/n-204 401",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [{ file: "src/notes.js", text: 'notes.get("/:id"' }],
  },
  credentials: [
    { value: "amir-7f1c", servers: ["api"] },
    { value: "bea-0d92", servers: ["api"] },
  ],
};

const payslips: Scenario = {
  name: "payslip-of-march",
  files: {
    "package.json": '{ "name": "payroll", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "http-client.env.json": `{
  "dev": { "payroll": "http://localhost:PORT_OF_api", "key": "pk-employee-31" }
}`,
    "payroll.http": `# @name payslip
GET {{payroll}}/payslips/2026-03-e12
X-Api-Key: {{key}}
`,
    "server.js": `import fastify from "fastify";
import { findPayslip } from "./store.js";

const keys = new Map([["pk-employee-31", { employee: "e31" }], ["pk-employee-12", { employee: "e12" }]]);
const app = fastify();

app.addHook("onRequest", async (request, reply) => {
  request.caller = keys.get(request.headers["x-api-key"]);
  if (!request.caller) return reply.code(401).send({ message: "key needed" });
});
app.get("/payslips/:id", async (request, reply) => {
  const payslip = findPayslip({ id: request.params.id, ownerId: request.caller.employee });
  return payslip ?? reply.code(404).send({ message: "No payslip " + request.params.id });
});
app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "store.js": `const payslips = [
  { id: "2026-03-e12", ownerId: "e12", net: 3100 },
  { id: "2026-03-e31", ownerId: "e31", net: 2900 },
];

export function findPayslip({ id, ownerId }) {
  return payslips.find((one) => one.id === id && one.ownerId === ownerId);
}
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["payroll.http#payslip", "--env", "dev"],
  facts: [
    "GET /payslips/2026-03-e12 404 | X-Api-Key: pk-employee-31",
    "GET /payslips/2026-03-e12 200 | X-Api-Key: pk-employee-12",
    "GET /payslips/2026-03-e31 200 | X-Api-Key: pk-employee-31",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [{ file: "server.js", text: 'app.get("/payslips/:id"' }],
  },
  credentials: [{ value: "pk-employee-31", servers: ["api"] }],
};

const repositories: Scenario = {
  name: "closed-repository",
  files: {
    "package.json":
      '{ "name": "hub", "type": "module", "dependencies": { "hono": "^4.0.0", "@hono/node-server": "^2.0.0" } }',
    "http-client.env.json": `{
  "reader": { "hub": "http://localhost:PORT_OF_api", "pat": "pat_reader_01" },
  "maintainer": { "hub": "http://localhost:PORT_OF_api", "pat": "pat_maint_02" }
}`,
    "hub.http": `# @name repository
GET {{hub}}/repos/acme/ledger
Authorization: token {{pat}}
`,
    "hub.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";

const grants: Record<string, string[]> = {
  "token pat_reader_01": ["acme/docs"],
  "token pat_maint_02": ["acme/docs", "acme/ledger"],
};
const app = new Hono();
app.get("/repos", (c) => c.json(grants[c.req.header("authorization") ?? ""] ?? []));
app.get("/repos/:owner/:repo", (c) => {
  const { owner, repo } = c.req.param();
  const readable = grants[c.req.header("authorization") ?? ""] ?? [];
  if (!readable.includes(owner + "/" + repo)) return c.json({ message: "Not Found" }, 404);
  return c.json({ full_name: owner + "/" + repo });
});
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [{ name: "api", entry: "hub.ts" }],
  ask: ["hub.http#repository", "--env", "reader"],
  facts: [
    "GET /repos/acme/ledger 404 | Authorization: token pat_reader_01",
    "GET /repos/acme/ledger 200 | Authorization: token pat_maint_02",
    "GET /repos/acme/none 404 | Authorization: token pat_maint_02",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [{ file: "hub.ts", text: 'app.get("/repos/:owner/:repo"' }],
  },
  credentials: [
    { value: "pat_reader_01", servers: ["api"] },
    { value: "pat_maint_02", servers: ["api"] },
  ],
};

const admin: Scenario = {
  name: "admin-audit",
  files: {
    "package.json": '{ "name": "backoffice", "dependencies": { "express": "^5.0.0" } }',
    "http-client.env.json": `{
  "clerk": { "office": "http://localhost:PORT_OF_api", "token": "clerk-31" },
  "auditor": { "office": "http://localhost:PORT_OF_api", "token": "auditor-77" }
}`,
    "audit.http": `# @name audit
GET {{office}}/admin/audit
Authorization: Bearer {{token}}
`,
    "office.js": `const express = require("express");
const { admin } = require("./admin");

const roles = { "Bearer clerk-31": "clerk", "Bearer auditor-77": "auditor" };
const app = express();
app.use((req, res, next) => {
  req.role = roles[req.headers.authorization];
  next();
});
app.get("/invoices", (req, res) => res.json([]));
app.use("/admin", admin);
app.listen(process.env.PORT || 3000);
`,
    "admin.js": `const { Router } = require("express");

const admin = Router();
admin.use((req, res, next) => (req.role === "auditor" ? next() : next("router")));
admin.get("/audit", (req, res) => res.json([{ who: "clerk", what: "login" }]));
admin.get("/audit/:id", (req, res) => res.json({ id: req.params.id }));

module.exports = { admin };
`,
  },
  servers: [{ name: "api", entry: "office.js" }],
  ask: ["audit.http#audit", "--env", "clerk"],
  facts: [
    "GET /admin/audit 404 | Authorization: Bearer clerk-31",
    "GET /admin/audit 200 | Authorization: Bearer auditor-77",
    "GET /admin/other 404 | Authorization: Bearer auditor-77",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-endpoint"],
    links: [
      { file: "admin.js", text: 'admin.get("/audit",' },
      { file: "admin.js", text: "admin.use" },
    ],
  },
  credentials: [
    { value: "clerk-31", servers: ["api"] },
    { value: "auditor-77", servers: ["api"] },
  ],
};

const publishing: Scenario = {
  name: "internal-statistics",
  files: {
    "package.json": '{ "name": "stats", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "http-client.env.json": `{
  "local": { "stats": "http://localhost:PORT_OF_api", "statsKey": "sk-44c0" }
}`,
    "stats.http": `### by the nightly job
# @name nightly
GET {{stats}}/internal/statistics/daily
X-Stats-Key: {{statsKey}}

### by hand
# @name byHand
GET {{stats}}/internal/statistics/daily
`,
    "stats.js": `import fastify from "fastify";

const app = fastify();
app.register(
  async (internal) => {
    internal.addHook("onRequest", async (request, reply) => {
      if (request.headers["x-stats-key"] !== "sk-44c0") reply.callNotFound();
    });
    internal.get("/statistics/daily", async () => ({ visits: 120 }));
    internal.get("/statistics/weekly", async () => ({ visits: 900 }));
  },
  { prefix: "/internal" },
);
app.get("/ping", async () => "pong");
app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [{ name: "api", entry: "stats.js" }],
  ask: ["stats.http#byHand", "--env", "local"],
  facts: [
    "GET /internal/statistics/daily 404",
    "GET /internal/statistics/daily 200 | X-Stats-Key: sk-44c0",
    "GET /internal/none 404 | X-Stats-Key: sk-44c0",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-endpoint"],
    links: [{ file: "stats.js", text: 'internal.get("/statistics/daily"' }],
  },
  credentials: [{ value: "sk-44c0", servers: ["api"] }],
};

/** Requests that are refused without saying so. */
export const masking: readonly Scenario[] = [notes, payslips, repositories, admin, publishing];
