import type { Scenario } from "../../scenario.ts";

const claimsRouter = (noun: string) => `import { Router } from "express";
import { claims } from "../claims.js";

export const createClaimsRouter = () => {
  const router = Router();
  router.param("ref", (req, res, next, ref) => {
    req.claim = claims[ref];
    req.claim ? next() : res.status(404).json({ code: "not_found" });
  });
  router.get("/:ref", (req, res) => res.json({ ref: req.params.ref, state: req.claim.state }));
  router.get("/:ref/${noun}", (req, res) => res.json({ data: req.claim.files }));
  return router;
};
`;

const evidence: Scenario = {
  name: "pictures-of-a-claim",
  files: {
    "package.json": '{ "name": "claims-desk", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "server/claims.js": `export const claims = {
  "M-2026-118": { state: "open", files: [{ name: "door.jpg" }, { name: "street.mp4" }] },
};
`,
    "server/index.js": `import express from "express";
import { createClaimsRouter } from "./routers/claims.js";

const app = express();
app.use("/desk/claims", createClaimsRouter());
app.use((req, res) => res.status(404).json({ code: "not_found" }));
app.listen(process.env.PORT ?? 3000);
`,
    "server/routers/claims.js": claimsRouter("evidence"),
    "claims.http": `### the claim
GET http://localhost:PORT_OF_api/desk/claims/M-2026-118

### what was sent in
# @name pictures
GET http://localhost:PORT_OF_api/desk/claims/M-2026-118/photos
`,
  },
  history: [
    { message: "Photos of a claim", files: { "server/routers/claims.js": claimsRouter("photos") } },
    {
      message: "People send films too: photos are evidence from now on",
      files: { "server/routers/claims.js": claimsRouter("evidence") },
    },
  ],
  servers: [{ name: "api", entry: "server/index.js" }],
  ask: ["claims.http#pictures"],
  facts: [
    "GET /desk/claims/M-2026-118 200",
    "GET /desk/claims/M-2026-118/photos 404",
    "GET /desk/claims/M-2026-118/evidence 200",
    "GET /desk/claims/M-0/evidence 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["path-moved"],
    links: [{ file: "server/routers/claims.js", text: 'router.get("/:ref/evidence"' }],
    fixes: [{ url: "/desk/claims/M-2026-118/evidence" }],
  },
};

const policy: Scenario = {
  name: "policy-of-a-colleague",
  files: {
    "package.json": '{ "name": "agents", "type": "module", "dependencies": { "@hapi/hapi": "^21.0.0" } }',
    "http-client.env.json": `{
  "chur": { "agency": "http://localhost:PORT_OF_api/agency" },
  "basel": { "agency": "http://localhost:PORT_OF_api/agency" }
}`,
    "http-client.private.env.json": `{
  "chur": { "badge": "chur-4f10a7" },
  "basel": { "badge": "basel-c93e55" }
}`,
    "src/auth/agentScheme.js": `const badges = { "chur-4f10a7": "agent-chur", "basel-c93e55": "agent-basel" };

export const agentScheme = () => ({
  authenticate(request, h) {
    const agent = badges[request.headers["x-badge"]];
    if (!agent) return h.response({ message: "Badge please" }).code(401).takeover();
    return h.authenticated({ credentials: { agent } });
  },
});
`,
    "src/policies/plugin.js": `import { portfolio } from "./portfolio.js";

export const name = "policies";
export const register = (server) => {
  server.route({ method: "GET", path: "/policies", handler: (request) => portfolio.of(request.auth.credentials) });
  server.route({
    method: "GET",
    path: "/policies/{policy}",
    handler: (request, h) => {
      const mine = portfolio.of(request.auth.credentials);
      const found = mine.find(({ id }) => id === request.params.policy);
      return found ?? h.response({ statusCode: 404, error: "Not Found", message: "Not Found" }).code(404);
    },
  });
};
`,
    "src/policies/portfolio.js": `const all = [
  { id: "4c1f7c0e-93a5-4d0b-9a35-0c7b5e1f2d66", agent: "agent-chur", kind: "household" },
  { id: "b7e0d2a4-5b1c-4f7e-8c3d-1a9f6e2b4d80", agent: "agent-basel", kind: "motor" },
];

export const portfolio = { of: ({ agent }) => all.filter((policy) => policy.agent === agent) };
`,
    "src/server.js": `import Hapi from "@hapi/hapi";
import { agentScheme } from "./auth/agentScheme.js";
import * as policies from "./policies/plugin.js";

const server = Hapi.server({ port: process.env.PORT ?? 3000 });
server.auth.scheme("agent", agentScheme);
server.auth.strategy("agent", "agent");
server.auth.default("agent");
await server.register(policies, { routes: { prefix: "/agency" } });
await server.start();
`,
    "agency.http": `### what I look after
GET {{agency}}/policies
X-Badge: {{badge}}

### the car of Mrs Frei
# @name car
GET {{agency}}/policies/b7e0d2a4-5b1c-4f7e-8c3d-1a9f6e2b4d80
X-Badge: {{badge}}
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["agency.http#car", "--env", "chur"],
  facts: [
    "GET /agency/policies/4c1f7c0e-93a5-4d0b-9a35-0c7b5e1f2d66 200 | X-Badge: chur-4f10a7",
    "GET /agency/policies/b7e0d2a4-5b1c-4f7e-8c3d-1a9f6e2b4d80 404 | X-Badge: chur-4f10a7",
    "GET /agency/policies/b7e0d2a4-5b1c-4f7e-8c3d-1a9f6e2b4d80 200 | X-Badge: basel-c93e55",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [
      { file: "src/policies/plugin.js", text: 'path: "/policies/{policy}"' },
      { file: "src/policies/plugin.js", text: "const mine" },
      { file: "src/policies/plugin.js", text: "handler: (request, h)" },
    ],
  },
  credentials: [
    { value: "chur-4f10a7", servers: ["api"] },
    { value: "basel-c93e55", servers: ["api"] },
  ],
};

const quote: Scenario = {
  name: "quote-behind-the-portal",
  files: {
    "package.json": '{ "name": "customers", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    ".env": "QUOTING_URL=http://localhost:PORT_OF_quoting\n",
    "portal/server.js": `import { createServer, request } from "node:http";
import { upstreamOf } from "./upstreams.js";

createServer((incoming, outgoing) => {
  const upstream = upstreamOf(incoming.url);
  if (!upstream) return outgoing.writeHead(404, { "content-type": "text/html" }).end("<h1>Portal</h1><p>No page</p>");
  const headers = { ...incoming.headers, "x-portal": "customers" };
  const passed = request(upstream, { method: incoming.method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode, answer.headers);
    answer.pipe(outgoing);
  });
  incoming.pipe(passed);
}).listen(Number(process.env.PORT ?? 8080));
`,
    "portal/upstreams.js": `const quoting = process.env.QUOTING_URL ?? "http://quoting:3000";

export function upstreamOf(url) {
  return url.startsWith("/portal/api/") ? new URL(url.slice("/portal/api".length), quoting) : null;
}
`,
    "quoting/quotes.js": `export const quotes = [
  { year: "2026", number: "00869", premium: 412 },
  { year: "2026", number: "00870", premium: 95 },
  { year: "2026", number: "00874", premium: 1210 },
  { year: "2025", number: "00031", premium: 388 },
];
`,
    "quoting/server.js": `import express from "express";
import { quotes } from "./quotes.js";

const app = express();
const problem = (res, status, title) => res.status(status).type("application/problem+json").json({ title, status });
app.get("/quotes/:year", (req, res) => res.json({ items: quotes.filter((one) => one.year === req.params.year) }));
app.get("/quotes/:year/:number", (req, res) => {
  const { year, number } = req.params;
  const quote = quotes.find((one) => one.year === year && one.number === number);
  return quote ? res.json(quote) : problem(res, 404, "Not Found");
});
app.use((req, res) => problem(res, 404, "Not Found"));
app.listen(process.env.PORT ?? 3000);
`,
    "portal.http": `@api = http://localhost:PORT_OF_portal/portal/api

### one that came back signed
GET {{api}}/quotes/2026/00869

### one the customer asks about
# @name asked
GET {{api}}/quotes/2026/00871
`,
  },
  servers: [
    { name: "quoting", entry: "quoting/server.js" },
    {
      name: "portal",
      entry: "portal/server.js",
      env: { QUOTING_URL: "http://localhost:PORT_OF_quoting" },
      passesOn: true,
    },
  ],
  ask: ["portal.http#asked"],
  facts: [
    "portal:GET /portal/api/quotes/2026/00869 200",
    "portal:GET /portal/api/quotes/2026/00871 404",
    "portal:GET /portal/api/quotes/2025/00871 404",
    "quoting:GET /quotes/2026/00871 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "quoting/server.js", text: 'app.get("/quotes/:year/:number"' },
      { file: "quoting/server.js", text: "quotes.find(" },
    ],
  },
};

const tariff: Scenario = {
  name: "tariff-of-a-year",
  files: {
    "package.json": '{ "name": "rating", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "config/default.json": `{
  "http": { "root": "/rating/engine", "keepAlive": 5 }
}
`,
    "src/createApp.ts": `import Fastify from "fastify";
import { tariffs } from "./tariffs.ts";

export function createApp(config: { http: { root: string; keepAlive: number } }) {
  const app = Fastify({ keepAliveTimeout: config.http.keepAlive * 1000 });
  app.get("/health", async () => ({ up: true }));
  app.register(tariffs, { prefix: config.http.root });
  return app;
}
`,
    "src/main.ts": `import { readFileSync } from "node:fs";
import { createApp } from "./createApp.ts";

const config = JSON.parse(readFileSync(new URL("../config/default.json", import.meta.url), "utf8"));
await createApp(config).listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/tariffs.ts": `import type { FastifyInstance } from "fastify";

const published: Record<string, number[]> = { motor: [2024, 2025], hail: [2025] };

export async function tariffs(app: FastifyInstance) {
  app.get<{ Params: { line: string; year: string } }>("/tariffs/:line/:year", async ({ params }, reply) => {
    if (!published[params.line]?.includes(Number(params.year))) return reply.code(404).send({ tariff: "unpublished" });
    return { line: params.line, year: Number(params.year), base: 310 };
  });
}
`,
    "rating.http": `@rating = http://localhost:PORT_OF_api

### what motor cost
# @name motor
GET {{rating}}/tariffs/motor/2025
`,
  },
  servers: [{ name: "api", entry: "src/main.ts" }],
  ask: ["rating.http#motor"],
  facts: [
    "GET /health 200",
    "GET /tariffs/motor/2025 404",
    "GET /rating/engine/tariffs/motor/2025 200",
    "GET /rating/engine/tariffs/motor/1999 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "src/createApp.ts", text: "app.register(tariffs" },
      { file: "config/default.json", text: '"root"' },
      { file: "src/tariffs.ts", text: '"/tariffs/:line/:year"' },
    ],
    fixes: [{ url: "/rating/engine/tariffs/motor/2025" }],
  },
};

/** An insurer: claims, policies of agents, quotes behind a portal, and tariffs. */
export const insurance: readonly Scenario[] = [evidence, policy, quote, tariff];
