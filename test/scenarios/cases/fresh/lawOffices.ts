import type { Scenario } from "../../scenario.ts";

const contract: Scenario = {
  name: "contract-by-its-key",
  files: {
    "package.json": `{
  "name": "contract-archive",
  "dependencies": { "express": "^5.1.0" }
}
`,
    "server.js": `const express = require("express");
const { contracts } = require("./contracts");

const app = express();

app.get("/contracts", (req, res) => {
  res.json(Object.keys(contracts));
});

app.get("/contracts/:key", (req, res) => {
  const contract = contracts[req.params.key];
  if (contract === undefined) {
    return res.status(404).json({ error: "contract_not_found" });
  }
  res.json(contract);
});

app.listen(process.env.PORT ?? 3000);
`,
    "contracts.js": `exports.contracts = {
  "lease/2026-14": { title: "Lease, Mill Lane 3", pages: 18 },
  "lease/2026-15": { title: "Lease, Mill Lane 5", pages: 18 },
  "retainer": { title: "Retainer agreement", pages: 4 },
};
`,
    "deploy/nginx.conf": `events {}
http {
  upstream archive {
    server 127.0.0.1:PORT_OF_api;
  }
  server {
    listen 80;
    location /archive/ {
      proxy_pass http://archive/;
      proxy_set_header Host $host;
    }
  }
}
`,
    "archive.http": `@archive = http://localhost:PORT_OF_web/archive

### keys
GET {{archive}}/contracts

### retainer
GET {{archive}}/contracts/retainer

### lease
# @name lease
GET {{archive}}/contracts/lease%2F2026-14
`,
  },
  deployed: {
    "edge.mjs": `import { createServer, request } from "node:http";

const upstream = process.env.UPSTREAM;

createServer((incoming, outgoing) => {
  const [path, query] = incoming.url.split("?");
  if (!path.startsWith("/archive/")) {
    outgoing.writeHead(404, { server: "nginx/1.27.0", "content-type": "text/html" });
    outgoing.end("<html>\\r\\n<head><title>404 Not Found</title></head>\\r\\n<body>\\r\\n<center><h1>404 Not Found</h1></center>\\r\\n<hr><center>nginx/1.27.0</center>\\r\\n</body>\\r\\n</html>\\r\\n");
    return;
  }
  const decoded = decodeURIComponent(path).slice("/archive".length);
  const target = encodeURI(decoded) + (query === undefined ? "" : \`?\${query}\`);
  const sent = request({ host: "127.0.0.1", port: upstream, method: incoming.method, path: target, headers: incoming.headers }, (answer) => {
    outgoing.writeHead(answer.statusCode, { ...answer.headers, server: "nginx/1.27.0" });
    answer.pipe(outgoing);
  });
  incoming.pipe(sent);
}).listen(process.env.PORT);
`,
  },
  servers: [
    { name: "api", entry: "server.js" },
    { name: "web", entry: "deployed:edge.mjs", env: { UPSTREAM: "PORT_OF_api" }, passesOn: true },
  ],
  ask: ["archive.http#lease"],
  facts: [
    "web:GET /archive/contracts/lease%2F2026-14 404",
    "web:GET /archive/contracts/retainer 200",
    "api:GET /contracts/lease%2F2026-14 200",
    "web:GET /archive/contracts 200",
    "web:GET /archive/contracts/nothing 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["id-encoding"],
    links: [
      { file: "deploy/nginx.conf", text: "proxy_pass" },
      { file: "server.js", text: 'app.get("/contracts/:key"' },
    ],
  },
};

const template: Scenario = {
  name: "branches-of-a-template",
  files: {
    "package.json": `{
  "name": "template-registry",
  "type": "module",
  "dependencies": { "fastify": "^5.2.0" }
}
`,
    "src/app.ts": `import Fastify from "fastify";
import { projects } from "./projects.ts";

const app = Fastify();
await app.register(projects, { prefix: "/api/v4" });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/projects.ts": `import type { FastifyPluginAsync } from "fastify";
import { findProject, projectList } from "./store.ts";

interface ById {
  Params: { id: string };
}

export const projects: FastifyPluginAsync = async (app) => {
  app.get("/projects", async () => projectList());

  app.get<ById>("/projects/:id", async (request, reply) => {
    const project = findProject(request.params.id);
    return project ?? reply.code(404).send({ message: "404 Project Not Found" });
  });

  app.get<ById>("/projects/:id/branches", async (request, reply) => {
    const project = findProject(request.params.id);
    if (!project) return reply.code(404).send({ message: "404 Project Not Found" });
    return project.branches;
  });
};
`,
    "src/store.ts": `const projects = [
  { id: 61, path: "litigation/complaints", branches: ["main", "2026-rules"] },
  { id: 62, path: "property/leases", branches: ["main"] },
];

export const projectList = () => projects.map(({ id, path }) => ({ id, path_with_namespace: path }));

/** A project by its number or by its path with the namespace. */
export const findProject = (key: string) => projects.find(({ id, path }) => String(id) === key || path === key);
`,
    "scripts/branches.sh": `#!/bin/sh
set -eu
curl -fsS "http://localhost:PORT_OF_api/api/v4/projects/litigation/complaints/branches"
`,
  },
  servers: [{ name: "api", entry: "src/app.ts" }],
  ask: ["--curl", 'curl -fsS "http://localhost:PORT_OF_api/api/v4/projects/litigation/complaints/branches"'],
  facts: [
    "GET /api/v4/projects 200",
    "GET /api/v4/projects/litigation/complaints/branches 404",
    "GET /api/v4/projects/litigation%2Fcomplaints/branches 200",
    "GET /api/v4/projects/61/branches 200",
    "GET /api/v4/projects/9/branches 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["id-encoding"],
    links: [{ file: "src/projects.ts", text: "/projects/:id/branches" }],
    fixes: [{ url: "/api/v4/projects/litigation%2Fcomplaints/branches" }],
  },
};

const invoice: Scenario = {
  name: "invoice-of-a-client",
  files: {
    "package.json": `{
  "name": "fee-notes",
  "type": "module",
  "dependencies": { "hono": "^4.7.0", "@hono/node-server": "^1.14.0" }
}
`,
    "src/index.ts": `import { serve } from "@hono/node-server";
import { createApp } from "./app.ts";

serve({ fetch: createApp().fetch, port: Number(process.env.PORT ?? 8787) });
`,
    "src/app.ts": `import { Hono } from "hono";
import { invoices } from "./invoices.ts";

export function createApp() {
  const app = new Hono().basePath("/fees");
  app.get("/health", (c) => c.text("ok"));
  app.route("/invoices", invoices);
  return app;
}
`,
    "src/invoices.ts": `import { Hono } from "hono";
import { allInvoices, invoiceByNumber } from "./repository.ts";

export const invoices = new Hono()
  .get("/", (c) => c.json({ items: allInvoices() }))
  .get("/:number", (c) => {
    const invoice = invoiceByNumber(c.req.param("number"));
    return invoice ? c.json(invoice) : c.json({ error: "Invoice not found" }, 404);
  });
`,
    "src/repository.ts": `interface Invoice {
  readonly number: string;
  readonly client: string;
  readonly amount: number;
}

const invoices = new Map<string, Invoice>(
  [
    { number: "INV-00410", client: "Marsh & Co", amount: 1240 },
    { number: "INV-00412", client: "Okafor", amount: 310 },
    { number: "INV-00413", client: "Lindqvist", amount: 95 },
  ].map((invoice) => [invoice.number, invoice]),
);

export const allInvoices = () => [...invoices.values()];
export const invoiceByNumber = (number: string) => invoices.get(number);
`,
    "fees.http": `### Invoices
GET http://localhost:PORT_OF_api/fees/invoices

### One invoice
# @name invoice
GET http://localhost:PORT_OF_api/fees/invoices/00412
`,
  },
  servers: [{ name: "api", entry: "src/index.ts" }],
  ask: ["fees.http#invoice"],
  facts: [
    "GET /fees/invoices 200",
    "GET /fees/invoices/00412 404",
    "GET /fees/invoices/INV-00412 200",
    "GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["id-format"],
    links: [
      { file: "src/invoices.ts", text: '.get("/:number"' },
      { file: "fees.http", text: "/fees/invoices/00412" },
    ],
    fixes: [{ url: "/fees/invoices/INV-00412" }],
  },
};

/** A law office: contracts behind a proxy, the branches of a template, an invoice by its number. */
export const lawOffices: readonly Scenario[] = [contract, template, invoice];
