import type { Scenario } from "../../scenario.ts";

const ticket: Scenario = {
  name: "helpdesk-ticket",
  files: {
    "package.json": '{ "name": "helpdesk", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "http-client.env.json": '{ "local": { "desk": "http://localhost:PORT_OF_api/v2" } }',
    "tickets.http": `### tickets
# @name tickets
GET {{desk}}/tickets

### one ticket
# @name ticket
GET {{desk}}/tickets/90417
`,
    "src/app.js": `import express from "express";
import * as tickets from "./tickets.js";

const app = express();
for (const version of ["/v1", "/v2"]) {
  app.get(version + "/tickets", tickets.list);
  app.get(version + "/tickets/:ticketId", tickets.show);
}
app.listen(process.env.PORT ?? 3000);
`,
    "src/tickets.js": `const tickets = { 90411: "Printer on fire", 90412: "Cannot log in" };

export const list = (req, res) => {
  res.json(Object.keys(tickets).map((id) => ({ id: Number(id), title: tickets[id] })));
};

export const show = (req, res) => {
  const title = tickets[req.params.ticketId];
  if (title === undefined) {
    res.status(404).json({ status: 404, title: "Ticket not found" });
    return;
  }
  res.json({ id: Number(req.params.ticketId), title });
};
`,
  },
  servers: [{ name: "api", entry: "src/app.js" }],
  ask: ["tickets.http#ticket", "--env", "local"],
  facts: ["GET /v2/tickets/90417 404", "GET /v1/tickets/90417 404", "GET /v2/tickets/90412 200", "GET /v2/nothing 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "src/tickets.js", text: "export const show" },
      { file: "src/app.js", text: "tickets.show" },
    ],
  },
};

const course: Scenario = {
  name: "course-enrolment",
  files: {
    "enrol.http": `@school = http://127.0.0.1:PORT_OF_api

### courses
# @name courses
GET {{school}}/courses

### who is in it
# @name enrolled
GET {{school}}/courses/BIO-9/enrolments
`,
    "main.py": `import os

import uvicorn
from fastapi import Depends, FastAPI, HTTPException

app = FastAPI()
COURSES = {"BIO-1": ["Ana"], "CHE-2": ["Bo", "Cy"]}


def course(code: str):
    try:
        return COURSES[code]
    except KeyError:
        raise HTTPException(404) from None


@app.get("/courses")
async def courses():
    return [{"code": code} for code in COURSES]


@app.get("/courses/{code}/enrolments")
async def enrolments(members=Depends(course)):
    return members


if __name__ == "__main__":
    uvicorn.run(app, port=int(os.environ.get("PORT", 8000)), log_level="error")
`,
  },
  servers: [{ name: "api", entry: "main.py", needs: "fastapi" }],
  ask: ["enrol.http#enrolled"],
  facts: ["GET /courses/BIO-9/enrolments 404", "GET /courses/BIO-1/enrolments 200", "GET /nothing 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "main.py", text: '@app.get("/courses/{code}/enrolments")' }],
  },
};

const vehicle: Scenario = {
  name: "fleet-vehicle",
  files: {
    "package.json": '{ "name": "fleet", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "fleet.http": `# @name position
GET http://localhost:PORT_OF_api/fleet/vehicles/7b1e6c2a-53d0-4f0e-9c57-1c2d3e4f5a6b/position
`,
    "server.ts": `import Fastify from "fastify";
import { fleetRoutes } from "./fleetRoutes.ts";

const server = Fastify();
server.register(fleetRoutes, { prefix: "/fleet" });
server.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "fleetRoutes.ts": `import type { FastifyInstance } from "fastify";

const positions = new Map([["2f0c8d1e-8a43-4b57-b1c8-0a9b8c7d6e5f", { lat: 47.4, lon: 8.5 }]]);

export async function fleetRoutes(app: FastifyInstance) {
  app.get("/vehicles", async () => [...positions.keys()].map((id) => ({ id })));

  app.get<{ Params: { id: string } }>("/vehicles/:id/position", async (request, reply) => {
    const position = positions.get(request.params.id);
    if (position === undefined) return reply.callNotFound();
    return position;
  });
}
`,
  },
  servers: [{ name: "api", entry: "server.ts" }],
  ask: ["fleet.http#position"],
  facts: [
    "GET /fleet/vehicles/7b1e6c2a-53d0-4f0e-9c57-1c2d3e4f5a6b/position 404",
    "GET /fleet/vehicles/2f0c8d1e-8a43-4b57-b1c8-0a9b8c7d6e5f/position 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "fleetRoutes.ts", text: '"/vehicles/:id/position"' }],
  },
};

const wine: Scenario = {
  name: "cellar-bottle",
  files: {
    "package.json":
      '{ "name": "cellar", "type": "module", "dependencies": { "hono": "^4.0.0", "@hono/node-server": "^2.0.0" } }',
    "cellar.http": `@cellar = http://localhost:PORT_OF_api

# @name bottle
GET {{cellar}}/bottles/3341
Authorization: Bearer cellar-reader

###
# @name racks
GET {{cellar}}/racks
Authorization: Bearer cellar-reader
`,
    "cellar.js": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { bearerAuth } from "hono/bearer-auth";

const bottles = [{ id: 3301, rack: "B" }, { id: 3302, rack: "A" }];
const app = new Hono();
app.use("*", bearerAuth({ token: "cellar-reader" }));
app.get("/racks", (c) => c.json(["A", "B"]));
app.get("/bottles", (c) => c.json({ bottles }));
app.get("/bottles/:id", (c) => {
  const bottle = bottles.find((one) => one.id === Number(c.req.param("id")));
  return bottle ? c.json(bottle) : c.json({ error: "No such bottle" }, 404);
});
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [{ name: "api", entry: "cellar.js" }],
  ask: ["cellar.http#bottle"],
  facts: [
    "GET /bottles/3341 404 | Authorization: Bearer cellar-reader",
    "GET /bottles/3301 200 | Authorization: Bearer cellar-reader",
    "GET /bottles/3301 401",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "cellar.js", text: 'app.get("/bottles/:id"' }],
  },
  credentials: [{ value: "cellar-reader", servers: ["api"] }],
};

/** Requests for a record that does not exist, on a route that works. */
export const unknownId: readonly Scenario[] = [ticket, course, vehicle, wine];
