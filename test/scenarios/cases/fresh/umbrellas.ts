import type { Scenario } from "../../scenario.ts";

const found: Scenario = {
  name: "umbrella-on-the-train",
  files: {
    "package.json": `{ "name": "lost-and-found", "type": "module", "dependencies": { "@hapi/hapi": "^21.3.0" } }
`,
    "src/server.js": `import Hapi from "@hapi/hapi";
import { findings } from "./findings/plugin.js";

const server = Hapi.server({ port: process.env.PORT ?? 3000, routes: { cors: true } });
await server.register({ plugin: findings, routes: { prefix: "/api" } });
await server.start();
`,
    "src/findings/plugin.js": `import { all, one } from "./handlers.js";

export const findings = {
  name: "findings",
  async register(server) {
    server.route([
      { method: "GET", path: "/findings", handler: all },
      { method: "GET", path: "/findings/{finding}", handler: one },
      { method: "GET", path: "/findings/{finding}/photos", handler: () => [] },
    ]);
  },
};
`,
    "src/findings/handlers.js": `import { findings } from "./findings.js";

export const all = () => findings;

export function one(request, h) {
  const found = findings.find(({ id }) => id === Number(request.params.finding));
  return found ?? h.response({ message: "no finding" }).code(404);
}
`,
    "src/findings/findings.js": `export const findings = [
  { id: 7714, what: "umbrella", train: "RE 4" },
  { id: 7715, what: "left shoe", train: "S 11" },
];
`,
    "desk/api.py": `import os
import requests

ROOT = os.environ["FOUND_API"]


def finding(number):
    answer = requests.get(f"{ROOT}/finding/{number}", timeout=5)
    answer.raise_for_status()
    return answer.json()
`,
    "desk.http": `@root = http://localhost:PORT_OF_api/api

### everything
GET {{root}}/findings

### umbrella
# @name umbrella
GET {{root}}/finding/7714
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["desk.http#umbrella"],
  facts: [
    "GET /api/findings 200",
    "GET /api/finding/7714 404",
    "GET /api/findings/7714 200",
    "GET /api/findings/1 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["path-typo"],
    links: [
      { file: "src/findings/plugin.js", text: '"/findings/{finding}",' },
      { file: "desk/api.py", text: "requests.get(" },
    ],
    fixes: [{ url: "/api/findings/7714" }],
  },
};

const claim: Scenario = {
  name: "claim-for-a-shoe",
  files: {
    "package.json": `{ "name": "claims-desk", "type": "module", "dependencies": { "express": "^5.1.0" } }
`,
    "src/app.js": `import express from "express";
import { audit } from "./audit.js";
import { claims } from "./routes/claims.js";
import { stations } from "./routes/stations.js";

export const app = express();

app.use(express.json());
app.use(audit);

app.use("/stations", stations);
// app.use("/claims", claims); // until legal has read it

app.use((req, res) => {
  res.status(404).json({ error: "Not Found" });
});
`,
    "src/server.js": `import { app } from "./app.js";

const server = app.listen(process.env.PORT ?? 3000);
process.on("SIGTERM", () => server.close());
`,
    "src/audit.js": `export function audit(req, res, next) {
  res.on("finish", () => process.env.AUDIT && console.log(req.method, req.originalUrl, res.statusCode));
  next();
}
`,
    "src/routes/stations.js": `import { Router } from "express";

export const stations = Router();
stations.get("/", (req, res) => res.json(["north", "harbour"]));
`,
    "src/routes/claims.js": `import { Router } from "express";

const filed = new Map([["cl-9", { item: 7715, by: "R. Vos" }]]);

export const claims = Router();
claims.get("/:claim", (req, res) => {
  const claim = filed.get(req.params.claim);
  if (!claim) return res.status(404).json({ error: "No such claim" });
  res.json(claim);
});
claims.post("/", (req, res) => res.status(201).json({ id: "cl-10" }));
`,
    "claims.http": `@desk = http://localhost:PORT_OF_api

### stations
GET {{desk}}/stations

### the shoe
# @name shoe
GET {{desk}}/claims/cl-9
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["claims.http#shoe"],
  facts: ["GET /stations 200", "GET /claims/cl-9 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [
      { file: "src/app.js", text: '// app.use("/claims"' },
      { file: "src/routes/claims.js", text: 'claims.get("/:claim"' },
      { file: "src/app.js", text: "import { claims }" },
    ],
    fixes: [{ kind: "register-route" }],
  },
};

/** Things left on trains: what was found, and who claims it. */
export const umbrellas: readonly Scenario[] = [found, claim];
