import type { Scenario } from "../../scenario.ts";

const appointment: Scenario = {
  name: "appointment-of-a-cat",
  files: {
    "package.json": `{ "name": "appointments", "type": "module", "dependencies": { "fastify": "^5.2.0" } }
`,
    "README.md": `# appointments

Writes go to the primary. Reads are spread over its replicas, which follow it (usually within a second).
`,
    "src/server.js": `import Fastify from "fastify";
import { appointmentRoutes } from "./routes.js";
import { Pool } from "./pool.js";

const app = Fastify();
const pool = new Pool(["replica-a", "replica-b"]);
app.register(appointmentRoutes, { prefix: "/v1/appointments", pool });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/pool.js": `import { openReplica } from "./replica.js";

export class Pool {
  #replicas;
  #turn = 0;

  constructor(names) {
    this.#replicas = names.map(openReplica);
  }

  /** The next replica, each in its turn. */
  get reader() {
    return this.#replicas[this.#turn++ % this.#replicas.length];
  }
}
`,
    "src/replica.js": `import { readFileSync } from "node:fs";

export function openReplica(name) {
  const rows = JSON.parse(readFileSync(new URL(\`../var/\${name}.json\`, import.meta.url), "utf8"));
  return { get: (id) => rows[id] };
}
`,
    "src/routes.js": `export async function appointmentRoutes(app, { pool }) {
  app.get("/:id", async ({ params }, reply) => {
    const appointment = pool.reader.get(params.id);
    if (!appointment) return reply.code(404).send({ error: "appointment_not_found" });
    return appointment;
  });
}
`,
    "var/replica-a.json": `{ "ap-501": { "pet": "Miso", "at": "2026-11-24T09:00" } }
`,
    "var/replica-b.json": `{ "ap-501": { "pet": "Miso", "at": "2026-11-24T09:00" }, "ap-502": { "pet": "Tofu", "at": "2026-11-24T09:20" } }
`,
    "clinic.http": `@api = http://localhost:PORT_OF_api/v1

### Miso
GET {{api}}/appointments/ap-501

### Tofu, made a moment ago
# @name tofu
GET {{api}}/appointments/ap-502
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["clinic.http#tofu"],
  facts: [
    "GET /v1/appointments/ap-502 404",
    "GET /v1/appointments/ap-502 200",
    "GET /v1/appointments/ap-502 404",
    "GET /v1/appointments/ap-502 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["not-yet-visible"],
    links: [
      { file: "src/pool.js", text: "this.#turn++" },
      { file: "src/routes.js", text: "pool.reader.get(" },
      { file: "src/routes.js", text: 'app.get("/:id"' },
    ],
  },
};

const invoices: Scenario = {
  name: "invoices-of-a-clinic",
  files: {
    "package.json": `{ "name": "backoffice", "type": "module", "dependencies": { "express": "^5.1.0" } }
`,
    "src/index.js": `import express from "express";
import { invoices } from "./invoices.js";
import { session } from "./session.js";

const app = express();
app.get("/health", (req, res) => res.send("ok"));
app.use(session);
app.use("/invoices", invoices);
app.listen(process.env.PORT ?? 3000);
`,
    "src/session.js": `const sessions = new Map([["s-7f20c1", { name: "Dr. Oyelaran" }]]);

export function session(req, res, next) {
  const [, id] = /(?:^|; )sid=([^;]+)/.exec(req.headers.cookie ?? "") ?? [];
  req.user = sessions.get(id);
  if (!req.user) return res.redirect("/signin?next=" + encodeURIComponent(req.originalUrl));
  next();
}
`,
    "src/invoices.js": `import { Router } from "express";

export const invoices = Router();
invoices.get("/open", (req, res) => res.json([{ number: "2026-311", total: 84.5 }]));
`,
    "http-client.env.json": `{ "clinic": { "host": "http://localhost:PORT_OF_app" } }
`,
    "backoffice.http": `### health
GET {{host}}/health

### open invoices
# @name open
GET {{host}}/invoices/open
Accept: application/json
`,
  },
  servers: [{ name: "app", entry: "src/index.js" }],
  ask: ["backoffice.http#open", "--env", "clinic"],
  facts: [
    "GET /health 200",
    "GET /invoices/open 302",
    "GET /signin 302",
    "GET /invoices/open 200 | Cookie: sid=s-7f20c1",
  ],
  truth: {
    outcome: "soft-not-found",
    kinds: ["masked-endpoint"],
    links: [
      { file: "src/session.js", text: "res.redirect(" },
      { file: "src/index.js", text: "app.use(session)" },
      { file: "src/invoices.js", text: '"/open"' },
    ],
  },
};

/** Clinics for animals: appointments read from replicas, and a page for those who are signed in. */
export const clinics: readonly Scenario[] = [appointment, invoices];
