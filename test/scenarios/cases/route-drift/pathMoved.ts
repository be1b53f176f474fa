import type { Scenario } from "../../scenario.ts";

const invoices: Scenario = {
  name: "account-invoices",
  files: {
    "package.json":
      '{ "name": "billing", "type": "module", "dependencies": { "hono": "^4.0.0", "@hono/node-server": "^2.0.0" } }',
    "billing.http": `@billing = http://localhost:PORT_OF_api

### Invoices
# @name invoices
GET {{billing}}/api/customers/C-88/invoices

### Account
# @name account
GET {{billing}}/api/accounts/C-88
`,
    "src/index.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { accounts } from "./accounts.ts";

const app = new Hono();
app.get("/healthz", (c) => c.text("ok"));
app.route("/api/accounts", accounts);

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/accounts.ts": `import { Hono } from "hono";

const known: Record<string, string[]> = { "C-88": ["2026-001", "2026-014"], "C-89": [] };

export const accounts = new Hono();

accounts.get("/:account", (c) => c.json({ account: c.req.param("account") }));

accounts.get("/:account/invoices", (c) => {
  const list = known[c.req.param("account")];
  return list ? c.json(list) : c.json({ problem: "account unknown" }, 404);
});
`,
  },
  servers: [{ name: "api", entry: "src/index.ts" }],
  ask: ["billing.http#invoices"],
  facts: ["GET /api/customers/C-88/invoices 404", "GET /api/accounts/C-88/invoices 200"],
  truth: {
    outcome: "not-found",
    kinds: ["path-moved"],
    links: [{ file: "src/accounts.ts", text: '"/:account/invoices"' }],
    fixes: [{ url: "/api/accounts/C-88/invoices" }],
  },
};

const people: Scenario = {
  name: "clinic-people",
  files: {
    "package.json": '{ "name": "clinic", "type": "module" }',
    "clinic.http": `### everyone
# @name everyone
GET http://localhost:PORT_OF_api/patients

### chart
# @name chart
GET http://localhost:PORT_OF_api/patients/77/chart
Accept: application/json
`,
    "clinic.js": `import { createServer } from "node:http";

const charts = new Map([["77", { bloodType: "A+" }], ["78", { bloodType: "0-" }]]);

function send(res, status, value) {
  res.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}

createServer((req, res) => {
  const { pathname } = new URL(req.url, "http://clinic");
  if (req.method === "GET" && pathname === "/patients") {
    return res.writeHead(301, { location: "/people" }).end();
  }
  if (req.method === "GET" && pathname === "/people") {
    return send(res, 200, [...charts.keys()].map((id) => ({ id, chart: "/people/" + id + "/chart" })));
  }
  const chart = /^\\/people\\/(\\d+)\\/chart$/.exec(pathname);
  if (req.method === "GET" && chart) {
    const found = charts.get(chart[1]);
    return found ? send(res, 200, found) : send(res, 404, { reason: "no chart", id: chart[1] });
  }
  send(res, 404, { reason: "no such address" });
}).listen(process.env.PORT ?? 8090);
`,
  },
  servers: [{ name: "api", entry: "clinic.js" }],
  ask: ["clinic.http#chart"],
  facts: ["GET /patients/77/chart 404", "GET /patients 301", "GET /people/77/chart 200", "GET /people/1/chart 404"],
  truth: {
    outcome: "not-found",
    kinds: ["path-moved"],
    fixes: [{ url: "/people/77/chart" }],
  },
};

const loansBefore = `const { Router } = require("express");

const router = Router();
const open = [{ id: "L9", title: "Emma" }, { id: "L10", title: "Persuasion" }];

router.get("/loans/:id", (req, res) => {
  const found = open.find((one) => one.id === req.params.id);
  return found ? res.json(found) : res.status(404).json({ message: "not on loan" });
});

module.exports = router;
`;

const loanFiles = {
  "package.json": '{ "name": "lending", "dependencies": { "express": "^5.0.0" } }',
  "desk.http": `# @name loan
GET http://localhost:PORT_OF_api/desk/loans/L10
`,
  "index.js": `const express = require("express");

const app = express();
app.use("/desk", require("./desk"));
app.listen(process.env.PORT || 3000);
`,
};

const loans: Scenario = {
  name: "lending-desk",
  history: [{ message: "Lend books at the desk", files: { ...loanFiles, "desk.js": loansBefore } }],
  files: { ...loanFiles, "desk.js": loansBefore.replace('"/loans/:id"', '"/borrowings/:id"') },
  servers: [{ name: "api", entry: "index.js" }],
  ask: ["desk.http#loan"],
  facts: ["GET /desk/loans/L10 404", "GET /desk/borrowings/L10 200", "GET /desk/borrowings/L99 404"],
  truth: {
    outcome: "not-found",
    kinds: ["path-moved"],
    links: [{ file: "desk.js", text: '"/borrowings/:id"' }],
    fixes: [{ url: "/desk/borrowings/L10" }],
  },
};

/** Requests for a path whose route now stands elsewhere. */
export const pathMoved: readonly Scenario[] = [invoices, people, loans];
