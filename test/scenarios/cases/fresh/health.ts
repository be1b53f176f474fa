import type { Scenario } from "../../scenario.ts";

const surgery: Scenario = {
  name: "surgery-slots",
  files: {
    "package.json": '{ "name": "surgery-planner", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "http-client.env.json": '{ "ward": { "planner": "http://localhost:PORT_OF_api/planner" } }',
    "planner.http": `### today's slots
# @name slots
GET {{planner}}/slots

### the slot on the printed plan
# @name slot
GET {{planner}}/slots/slot-171
Accept: application/json

### its team
GET {{planner}}/slots/slot-171/team
`,
    "app.js": `import fastify from "fastify";
import { slots } from "./plugins/slots.js";
import { teams } from "./plugins/teams.js";

const app = fastify({ logger: false });
app.setNotFoundHandler((_request, reply) => {
  reply.code(404).send({ status: "error", reason: "resource unavailable" });
});
await app.register(slots, { prefix: "/planner/slots" });
await app.register(teams, { prefix: "/planner/slots" });
await app.listen({ port: Number(process.env.PORT ?? 8090) });
`,
    "plugins/slots.js": `import { planned } from "../data/plan.js";

export async function slots(app) {
  app.get("/", async () => planned.map(({ id, theatre, start }) => ({ id, theatre, start })));
  app.get("/:slotId", async (request, reply) => {
    const slot = planned.find(({ id }) => id === request.params.slotId);
    if (!slot) {
      reply.callNotFound();
      return reply;
    }
    return slot;
  });
}
`,
    "plugins/teams.js": `import { planned } from "../data/plan.js";

export async function teams(app) {
  app.get("/:slotId/team", async (request, reply) => {
    const slot = planned.find(({ id }) => id === request.params.slotId);
    return slot ? slot.team : reply.callNotFound();
  });
}
`,
    "data/plan.js": `export const planned = [
  { id: "slot-117", theatre: 2, start: "08:00", team: ["Okafor", "Lind"] },
  { id: "slot-118", theatre: 2, start: "11:30", team: ["Okafor", "Brandt"] },
  { id: "slot-122", theatre: 5, start: "09:15", team: ["Sato"] },
];
`,
  },
  servers: [{ name: "api", entry: "app.js" }],
  ask: ["planner.http#slot", "--env", "ward"],
  facts: [
    "GET /planner/slots 200",
    "GET /planner/slots/slot-118 200",
    "GET /planner/slots/slot-171 404",
    "GET /planner/none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "plugins/slots.js", text: 'app.get("/:slotId"' }],
  },
};

const practices: Scenario = {
  name: "two-practices",
  files: {
    "package.json": '{ "name": "practice-records", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "http-client.env.json": `{
  "northside": { "records": "http://localhost:PORT_OF_api/records", "practice": "northside", "token": "nrt-58aa01" },
  "riverside": { "records": "http://localhost:PORT_OF_api/records", "practice": "riverside", "token": "rvr-91cc47" }
}`,
    "records.http": `### patients seen this week
# @name recent
GET {{records}}/patients
Authorization: Bearer {{token}}
X-Practice: {{practice}}

### vaccination card
# @name card
GET {{records}}/patients/pt-3107/vaccinations
Authorization: Bearer {{token}}
X-Practice: {{practice}}
`,
    "src/server.js": `import express from "express";
import { practiceOf } from "./practice.js";
import { patients } from "./patients.js";

const app = express();
app.use("/records", practiceOf, patients);
app.use((_req, res) => res.status(404).json({ message: "Not found" }));
app.listen(process.env.PORT ?? 3000);
`,
    "src/practice.js": `const keys = { northside: "nrt-58aa01", riverside: "rvr-91cc47" };

/** A key opens the records of one practice only. */
export function practiceOf(req, res, next) {
  const practice = req.get("x-practice");
  const [, key] = (req.get("authorization") ?? "").split(" ");
  if (!key) return res.status(401).json({ message: "Sign in" });
  if (keys[practice] !== key) return res.status(403).json({ message: "Key does not fit the practice" });
  req.practice = practice;
  next();
}
`,
    "src/patients.js": `import { Router } from "express";
import { recordsOf } from "./store.js";

export const patients = Router();

patients.get("/patients", (req, res) => {
  res.json({ items: recordsOf(req.practice).map(({ id, name }) => ({ id, name })) });
});

patients.get("/patients/:patientId/vaccinations", (req, res) => {
  const patient = recordsOf(req.practice).find(({ id }) => id === req.params.patientId);
  if (!patient) return res.status(404).json({ message: "Not found" });
  res.json({ patient: patient.id, vaccinations: patient.vaccinations });
});
`,
    "src/store.js": `const records = {
  northside: [{ id: "pt-2001", name: "E. Marsh", vaccinations: ["tetanus"] }],
  riverside: [
    { id: "pt-3107", name: "L. Oyelaran", vaccinations: ["measles", "polio"] },
    { id: "pt-3110", name: "K. Rossi", vaccinations: [] },
  ],
};

export const recordsOf = (practice) => records[practice] ?? [];
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["records.http#card", "--env", "northside"],
  facts: [
    "GET /records/patients/pt-3107/vaccinations 404 | X-Practice: northside | Authorization: Bearer nrt-58aa01",
    "GET /records/patients/pt-3107/vaccinations 200 | X-Practice: riverside | Authorization: Bearer rvr-91cc47",
    "GET /records/patients/pt-3107/vaccinations 403 | X-Practice: riverside | Authorization: Bearer nrt-58aa01",
    "GET /records/patients 200 | X-Practice: northside | Authorization: Bearer nrt-58aa01",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-tenant"],
    links: [
      { file: "src/patients.js", text: '"/patients/:patientId/vaccinations"' },
      { file: "http-client.env.json", text: '"northside":' },
      { file: "http-client.env.json", text: '"riverside":' },
    ],
    fixes: [{ url: "/records/patients/pt-3107/vaccinations" }],
  },
  credentials: [
    { value: "nrt-58aa01", servers: ["api"] },
    { value: "rvr-91cc47", servers: ["api"] },
  ],
};

const menus: Scenario = {
  name: "allergens-of-a-dish",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "main.py": `import os

import uvicorn
from fastapi import FastAPI

from kitchen.routers import dishes, suppliers

app = FastAPI(title="Hospital kitchen")
app.include_router(dishes.router, prefix="/api")
app.include_router(suppliers.router, prefix="/api")

if __name__ == "__main__":
    uvicorn.run(app, port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "kitchen/__init__.py": "",
    "kitchen/routers/__init__.py": "",
    "kitchen/routers/dishes.py": `from fastapi import APIRouter, HTTPException

from kitchen.recipes import DISHES

router = APIRouter(prefix="/dishes", tags=["dishes"])


@router.get("")
def list_dishes():
    return sorted(DISHES)


@router.get("/{dish}")
def read_dish(dish: str):
    if dish not in DISHES:
        raise HTTPException(status_code=404)
    return DISHES[dish]
`,
    "kitchen/routers/suppliers.py": `from fastapi import APIRouter

router = APIRouter(prefix="/suppliers", tags=["suppliers"])


@router.get("")
def list_suppliers():
    return ["Nordmilch", "Acker & Sohn"]
`,
    "kitchen/routers/allergens.py": `from fastapi import APIRouter, HTTPException

from kitchen.recipes import DISHES

router = APIRouter(tags=["allergens"])


@router.get("/dishes/{dish}/allergens")
def read_allergens(dish: str):
    if dish not in DISHES:
        raise HTTPException(status_code=404)
    return DISHES[dish]["allergens"]
`,
    "kitchen/recipes.py": `DISHES = {
    "lentil-soup": {"kcal": 410, "allergens": ["celery"]},
    "pancakes": {"kcal": 620, "allergens": ["egg", "gluten", "milk"]},
}
`,
    "kitchen.http": `@kitchen = http://localhost:PORT_OF_api/api

### all dishes
GET {{kitchen}}/dishes

### one dish
GET {{kitchen}}/dishes/pancakes

### for the diet label
# @name allergens
GET {{kitchen}}/dishes/pancakes/allergens
`,
  },
  servers: [{ name: "api", entry: "main.py", needs: "fastapi" }],
  ask: ["kitchen.http#allergens"],
  facts: [
    "GET /api/dishes/pancakes 200",
    "GET /api/dishes/pancakes/allergens 404",
    "GET /api/dishes/none 404",
    "GET /dishes/pancakes/allergens 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [{ file: "kitchen/routers/allergens.py", text: '@router.get("/dishes/{dish}/allergens")' }],
  },
};

/** A surgery plan, the records of two practices, a hospital kitchen. */
export const health: readonly Scenario[] = [surgery, practices, menus];
