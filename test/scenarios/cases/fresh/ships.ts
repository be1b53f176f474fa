import type { Scenario } from "../../scenario.ts";

const crewFiles = {
  "package.json": '{ "name": "ships", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
  "ships.http": `@ships = http://localhost:PORT_OF_api/api

### one ship
GET {{ships}}/ships/alma

### certificates of one of the crew
# @name certificates
GET {{ships}}/ships/alma/crew/c-31/certificates
`,
  "plugins/people.js": `const crew = { "c-31": ["STCW", "medical"], "c-32": [] };

export async function people(app) {
  app.get("/:member", async (request, reply) => (request.params.member in crew ? { member: request.params.member } : reply.callNotFound()));
  app.get("/:member/certificates", async (request, reply) => crew[request.params.member] ?? reply.callNotFound());
}
`,
};
const shipServer = (prefix: string) => `import fastify from "fastify";
import { people } from "./plugins/people.js";

const app = fastify();
app.setNotFoundHandler((_request, reply) => reply.code(404).send({ ok: false }));
app.get("/api/ships/:ship", async ({ params }) => ({ ship: params.ship }));
app.register(people, { prefix: "${prefix}" });
app.listen({ port: Number(process.env.PORT ?? 3000) });
`;

const crew: Scenario = {
  name: "certificates-of-the-crew",
  files: { ...crewFiles, "app.js": shipServer("/api/personnel") },
  history: [{ message: "Ships and crews", files: { ...crewFiles, "app.js": shipServer("/api/ships/:ship/crew") } }],
  servers: [{ name: "api", entry: "app.js" }],
  ask: ["ships.http#certificates"],
  facts: [
    "GET /api/ships/alma 200",
    "GET /api/ships/alma/crew/c-31/certificates 404",
    "GET /api/personnel/c-31/certificates 200",
    "GET /api/personnel/c-99/certificates 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["path-moved"],
    links: [
      { file: "plugins/people.js", text: '"/:member/certificates"' },
      { file: "app.js", text: "app.register(people" },
    ],
    fixes: [{ url: "/api/personnel/c-31/certificates" }],
  },
};

const cargo: Scenario = {
  name: "cargo-behind-traefik",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "compose.yaml": `services:
  edge:
    image: traefik:v3.3
    command: ["--providers.docker", "--entrypoints.web.address=:PORT_OF_web"]
    ports: ["PORT_OF_web:PORT_OF_web"]
  cargo:
    build: .
    labels:
      traefik.http.routers.cargo.rule: PathPrefix(\`/cargo\`)
      traefik.http.routers.cargo.entrypoints: web
      traefik.http.routers.cargo.middlewares: cargo-strip
      traefik.http.middlewares.cargo-strip.stripprefix.prefixes: /cargo
      traefik.http.services.cargo.loadbalancer.server.port: "PORT_OF_api"
`,
    "serve.py": `import os

import uvicorn
from fastapi import FastAPI

from cargo import manifests

app = FastAPI()
app.include_router(manifests.router, prefix="/cargo")
uvicorn.run(app, port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "cargo/__init__.py": "",
    "cargo/manifests.py": `from fastapi import APIRouter, HTTPException

router = APIRouter(prefix="/manifests")
MANIFESTS = {"m-81": ["coffee", "timber"], "m-82": []}


@router.get("/{number}")
def manifest(number: str):
    if number not in MANIFESTS:
        raise HTTPException(404)
    return MANIFESTS[number]
`,
    "cargo.http": `@edge = http://localhost:PORT_OF_web

### what is on board
# @name manifest
GET {{edge}}/cargo/manifests/m-81
`,
  },
  servers: [
    { name: "api", entry: "serve.py", needs: "fastapi" },
    {
      name: "web",
      entry: "front:ruleProxy",
      env: { SERVER: "traefik", RULES: JSON.stringify([{ from: "^/cargo", to: "", port: "PORT_OF_api" }]) },
    },
  ],
  ask: ["cargo.http#manifest"],
  facts: [
    "web:GET /cargo/manifests/m-81 404",
    "api:GET /cargo/manifests/m-81 200",
    "web:GET /cargo/cargo/manifests/m-81 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-strips-prefix"],
    links: [
      { file: "compose.yaml", text: "stripprefix.prefixes" },
      { file: "compose.yaml", text: "middlewares: cargo-strip" },
      { file: "compose.yaml", text: "PathPrefix" },
    ],
  },
};

const voyages: Scenario = {
  name: "voyages-with-a-dated-version",
  files: {
    "package.json":
      '{ "name": "voyages", "type": "module", "dependencies": { "hono": "^4.0.0", "@hono/node-server": "^2.0.0" } }',
    "docs/versions.md":
      "# Versions\n\nEvery call names the version it was written for: `?api-version=2026-03-01`. Older: ended.\n",
    "voyages.http": `@voyages = http://localhost:PORT_OF_api

### a voyage
# @name voyage
GET {{voyages}}/voyages/v-12?api-version=2024-09-01
Accept: application/json
`,
    "src/index.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { versioned } from "./versioned.ts";
import { voyages } from "./voyages.ts";

const app = new Hono();
app.use("/voyages/*", versioned);
app.route("/voyages", voyages);
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/versioned.ts": `import type { MiddlewareHandler } from "hono";

const SUPPORTED = ["2026-03-01"];

export const versioned: MiddlewareHandler = async (c, next) => {
  const version = c.req.query("api-version");
  c.header("api-supported-versions", SUPPORTED.join(", "));
  if (version === undefined || !SUPPORTED.includes(version)) {
    return c.json({ error: { code: "UnsupportedApiVersion", message: "The resource does not support this version." } }, 400);
  }
  return next();
};
`,
    "src/voyages.ts": `import { Hono } from "hono";

export const voyages = new Hono();
voyages.get("/:voyage", (c) => c.json({ voyage: c.req.param("voyage"), from: "Kiel" }));
`,
  },
  servers: [{ name: "api", entry: "src/index.ts" }],
  ask: ["voyages.http#voyage"],
  facts: [
    "GET /voyages/v-12?api-version=2024-09-01 400",
    "GET /voyages/v-12?api-version=2026-03-01 200",
    "GET /none 404",
  ],
  truth: {
    outcome: "soft-not-found",
    kinds: ["version-selector"],
    links: [
      { file: "src/versioned.ts", text: "SUPPORTED = " },
      { file: "src/versioned.ts", text: "UnsupportedApiVersion" },
      { file: "src/voyages.ts", text: 'voyages.get("/:voyage"' },
      { file: "src/index.ts", text: 'app.use("/voyages/*"' },
    ],
    fixes: [{ url: "/voyages/v-12?api-version=2026-03-01" }],
  },
};

/** Crews, cargo and voyages. */
export const ships: readonly Scenario[] = [crew, cargo, voyages];
