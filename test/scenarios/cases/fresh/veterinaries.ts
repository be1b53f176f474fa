import type { Scenario } from "../../scenario.ts";

const visits: Scenario = {
  name: "visits-of-a-patient",
  files: {
    "package.json": `{
  "name": "pawprint",
  "private": true,
  "scripts": { "start": "node app.js" },
  "dependencies": { "express": "^5.1.0" }
}
`,
    "app.js": `const express = require("express");
const owners = require("./routes/owners");
const patients = require("./routes/patients");

const app = express();
app.use(express.json());
app.use(express.static("public"));
app.use("/api/owners", owners);
app.use("/api/patients", patients);
app.use((err, req, res, next) => {
  console.error(err);
  res.status(500).json({ error: "Something went wrong" });
});

app.listen(process.env.PORT || 3000);
`,
    "routes/owners.js": `const { Router } = require("express");
const { owners } = require("../db");

const router = Router();

router.get("/", (req, res) => {
  res.json(owners.map(({ id, name, phone }) => ({ id, name, phone })));
});

module.exports = router;
`,
    "routes/patients.js": `const { Router } = require("express");
const { patients, visits } = require("../db");

const router = Router();

router.get("/", (req, res) => {
  const { species } = req.query;
  res.json(species ? patients.filter((p) => p.species === species) : patients);
});

router.get("/:patientId", (req, res) => {
  const patient = patients.find((p) => p.id === req.params.patientId);
  if (!patient) return res.status(404).json({ error: "Patient not found" });
  res.json(patient);
});

router.get("/:patientId/visits", (req, res) => {
  const patient = patients.find((p) => p.id === req.params.patientId);
  if (!patient) return res.status(404).json({ error: "Patient not found" });
  res.json(visits.filter((v) => v.patient === patient.id));
});

module.exports = router;
`,
    "db.js": `exports.owners = [
  { id: "o-12", name: "J. Marsh", phone: "0151 555 0117" },
  { id: "o-19", name: "A. Okafor", phone: "0151 555 0161" },
];

exports.patients = [
  { id: "p-204", name: "Biscuit", species: "dog", owner: "o-12" },
  { id: "p-207", name: "Olive", species: "cat", owner: "o-19" },
];

exports.visits = [
  { id: 1, patient: "p-204", on: "2026-03-02", reason: "Booster" },
  { id: 2, patient: "p-207", on: "2026-03-09", reason: "Dental check" },
];
`,
    "public/patients.html": `<!doctype html>
<title>Patients</title>
<ul id="patients"></ul>
<table id="visits"></table>
<script type="module" src="/js/patients.js"></script>
`,
    "public/js/patients.js": `const list = document.querySelector("#patients");
const table = document.querySelector("#visits");

async function showVisits(patient) {
  const response = await fetch(\`/api/patients/\${patient.patientId}/visits\`);
  const visits = await response.json();
  table.replaceChildren(...visits.map(row));
}

function row(visit) {
  const tr = document.createElement("tr");
  tr.innerHTML = \`<td>\${visit.on}</td><td>\${visit.reason}</td>\`;
  return tr;
}

const response = await fetch("/api/patients");
for (const patient of await response.json()) {
  const item = document.createElement("li");
  item.textContent = patient.name;
  item.addEventListener("click", () => showVisits(patient));
  list.append(item);
}
`,
  },
  servers: [{ name: "api", entry: "app.js" }],
  ask: [
    "--curl",
    "curl 'http://localhost:PORT_OF_api/api/patients/undefined/visits' -H 'Accept: */*' -H 'Referer: http://localhost:PORT_OF_api/patients.html' --compressed",
  ],
  facts: [
    "GET /api/patients 200",
    "GET /api/patients/undefined/visits 404",
    "GET /api/patients/p-204/visits 200",
    "GET /api/nothing 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unresolved-variable"],
    links: [{ file: "public/js/patients.js", text: "patient.patientId" }],
  },
};

const kennel: Scenario = {
  name: "kennel-to-be-booked",
  files: {
    "package.json": `{
  "name": "kennels",
  "type": "module",
  "private": true,
  "dependencies": { "fastify": "^5.2.0" }
}
`,
    "src/server.ts": `import Fastify from "fastify";
import { bookingRoutes } from "./bookings.ts";
import { kennelRoutes } from "./kennels.ts";

const app = Fastify({ logger: false });

app.get("/health", async () => ({ status: "ok" }));
app.register(kennelRoutes, { prefix: "/kennels" });
app.register(bookingRoutes, { prefix: "/bookings" });

await app.listen({ port: Number(process.env.PORT ?? 8080) });
`,
    "src/kennels.ts": `import type { FastifyInstance } from "fastify";

interface Kennel {
  readonly code: string;
  readonly size: "small" | "large";
  readonly heated: boolean;
}

const kennels: readonly Kennel[] = [
  { code: "K04", size: "large", heated: true },
  { code: "K05", size: "small", heated: true },
  { code: "K11", size: "small", heated: false },
];

export async function kennelRoutes(app: FastifyInstance) {
  app.get("/", async () => kennels);

  app.get<{ Params: { code: string } }>("/:code/calendar", async (request, reply) => {
    const kennel = kennels.find(({ code }) => code === request.params.code);
    if (!kennel) return reply.code(404).send({ message: \`No kennel \${request.params.code}\` });
    return { kennel: kennel.code, taken: ["2026-07-01", "2026-07-02"] };
  });
}
`,
    "src/bookings.ts": `import type { FastifyInstance } from "fastify";

const bookings = [{ id: 881, kennel: "K04", from: "2026-07-01", nights: 2 }];

export async function bookingRoutes(app: FastifyInstance) {
  app.get("/", async () => bookings);
  app.post("/", async (_request, reply) => reply.code(201).send({ id: 882 }));
}
`,
    "http/http-client.env.json": `{
  "dev": {
    "host": "http://localhost:PORT_OF_api"
  },
  "staging": {
    "host": "https://kennels-staging.example.com",
    "kennelCode": "K11"
  }
}
`,
    "http/calendar.http": `### All kennels
GET {{host}}/kennels
Accept: application/json

### Calendar of a kennel
# @name calendar
GET {{host}}/kennels/{{kennelCode}}/calendar
Accept: application/json

### Bookings
GET {{host}}/bookings
`,
  },
  servers: [{ name: "api", entry: "src/server.ts" }],
  ask: ["http/calendar.http#calendar", "--env", "dev"],
  facts: ["GET /kennels 200", "GET /kennels/K11/calendar 200", "GET /kennels/%7B%7BkennelCode%7D%7D/calendar 404"],
  truth: {
    outcome: "not-sent",
    kinds: ["unresolved-variable"],
    links: [
      { file: "http/calendar.http", text: "GET {{host}}/kennels/{{kennelCode}}/calendar" },
      { file: "http/http-client.env.json", text: "kennelCode" },
      { file: "http/http-client.env.json", text: '"dev"' },
    ],
    fixes: [{ kind: "edit-variable" }, { kind: "ask" }],
  },
};

const vaccine: Scenario = {
  name: "vaccine-in-the-fridge",
  files: {
    "package.json": `{
  "name": "vaccine-stock",
  "type": "module",
  "private": true,
  "scripts": { "dev": "node --watch src/index.ts" },
  "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" }
}
`,
    "src/index.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { logger } from "hono/logger";
import { vaccines } from "./vaccines.ts";

const app = new Hono();
app.use(logger(() => {}));
app.route("/api/vaccines", vaccines);

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/vaccines.ts": `import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { findVaccine, listVaccines } from "./store.ts";

export const vaccines = new Hono();

vaccines.get("/", (c) => c.json(listVaccines()));

vaccines.get("/:id", (c) => {
  const vaccine = findVaccine(Number(c.req.param("id")));
  if (!vaccine) {
    throw new HTTPException(404, { message: "No such vaccine" });
  }
  return c.json(vaccine);
});
`,
    "src/store.ts": `import { readFileSync } from "node:fs";

interface Vaccine {
  readonly id: number;
  readonly name: string;
  readonly doses: number;
}

const stock: Vaccine[] = JSON.parse(readFileSync(new URL("../data/vaccines.json", import.meta.url), "utf8"));

export const listVaccines = () => stock;
export const findVaccine = (id: number) => stock.find((vaccine) => vaccine.id === id);
`,
    "data/vaccines.json": `[
  { "id": 101, "name": "DHP", "doses": 24 },
  { "id": 102, "name": "Rabies", "doses": 9 },
  { "id": 105, "name": "Leptospirosis", "doses": 16 }
]
`,
    "stock.http": `@api = http://localhost:PORT_OF_api/api

###
GET {{api}}/vaccines

###
# @name one
GET {{api}}/vaccines/140
`,
  },
  servers: [{ name: "api", entry: "src/index.ts" }],
  ask: ["stock.http#one"],
  facts: ["GET /api/vaccines 200", "GET /api/vaccines/140 404", "GET /api/vaccines/102 200", "GET /api/other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "src/vaccines.ts", text: 'vaccines.get("/:id"' }],
  },
};

/** Veterinary practice and boarding kennel: visits of a patient, a kennel to be booked, a vaccine that nobody has. */
export const veterinaries: readonly Scenario[] = [visits, kennel, vaccine];
