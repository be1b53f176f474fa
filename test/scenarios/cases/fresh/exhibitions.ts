import type { Scenario } from "../../scenario.ts";

const museumFiles = {
  "package.json": '{ "name": "exhibitions", "type": "module", "dependencies": { "express": "^5.0.0" } }',
  "museum.http": `@museum = http://localhost:PORT_OF_api

### what is on
GET {{museum}}/api/exhibitions

### link in the newsletter of March
# @name newsletter
GET {{museum}}/api/exhibitions/water-and-light
Accept: application/json
`,
  "src/server.js": `import express from "express";
import { exhibitions } from "./exhibitions.js";

express().use("/api/exhibitions", exhibitions).listen(process.env.PORT ?? 3000);
`,
  "src/exhibitions.js": `import { readFileSync } from "node:fs";
import { Router } from "express";

const programme = JSON.parse(readFileSync(new URL("../content/programme.json", import.meta.url), "utf8"));

export const exhibitions = Router();
exhibitions.get("/", (_req, res) => res.json(programme.map(({ slug, title }) => ({ slug, title }))));
exhibitions.get("/:slug", (req, res) => {
  const exhibition = programme.find(({ slug }) => slug === req.params.slug);
  if (exhibition) return res.json(exhibition);
  res.status(404).json({ message: "Not Found" });
});
`,
};
const programme = (slug: string, title: string) => `[
  { "id": 29, "slug": "paper-cities", "title": "Paper Cities", "until": "2026-05-03" },
  { "id": 31, "slug": "${slug}", "title": "${title}", "until": "2026-09-20" },
  { "id": 34, "slug": "two-rivers", "title": "Two Rivers", "until": "2027-01-10" }
]
`;

const newsletter: Scenario = {
  name: "exhibition-in-a-newsletter",
  files: { ...museumFiles, "content/programme.json": programme("sea-glass", "Sea Glass") },
  history: [
    {
      message: "Programme of the spring",
      files: { ...museumFiles, "content/programme.json": programme("water-and-light", "Water and Light") },
    },
  ],
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["museum.http#newsletter"],
  facts: [
    "GET /api/exhibitions 200",
    "GET /api/exhibitions/water-and-light 404",
    "GET /api/exhibitions/sea-glass 200",
    "GET /none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["renamed-slug"],
    links: [
      { file: "content/programme.json", text: "sea-glass" },
      { file: "src/exhibitions.js", text: 'exhibitions.get("/:slug"' },
    ],
    fixes: [{ url: "/api/exhibitions/sea-glass" }],
  },
};

const festivalFiles = {
  "requirements.txt": "flask\n",
  "box_office.py": `import json
import os
from pathlib import Path

from flask import Flask, abort, jsonify, request

app = Flask(__name__)
stage = os.environ.get("STAGE", "staging")
settings = json.loads(Path(__file__).with_name("stages.json").read_text())[stage]


@app.before_request
def signed_in():
    if request.headers.get("Authorization") != "Token " + settings["token"]:
        return jsonify(message="Sign in"), 401


@app.get("/orders")
def orders():
    return jsonify(sorted(settings["orders"]))


@app.get("/orders/<number>/tickets")
def tickets(number):
    if number not in settings["orders"]:
        return jsonify(message="Unknown order"), 404
    return jsonify(settings["orders"][number])


app.run(port=int(os.environ.get("PORT", "5000")))
`,
  "stages.json": `{
  "staging": { "token": "stg-0b7715", "orders": { "T-100": ["A1"], "T-101": [] } },
  "production": { "token": "prd-ee2094", "orders": { "T-9017": ["C4", "C5"], "T-9018": ["B1"] } }
}`,
};

const orders: Scenario = {
  name: "order-of-the-festival",
  files: {
    ...festivalFiles,
    "http-client.env.json": `{
  "staging": { "office": "http://localhost:PORT_OF_staging" },
  "production": { "office": "http://localhost:PORT_OF_production" }
}`,
    "http-client.private.env.json": `{
  "staging": { "token": "stg-0b7715" },
  "production": { "token": "prd-ee2094" }
}`,
    "orders.http": `### orders
GET {{office}}/orders
Authorization: Token {{token}}

### tickets of the order in the complaint
# @name tickets
GET {{office}}/orders/T-9017/tickets
Authorization: Token {{token}}
`,
  },
  servers: [
    { name: "staging", entry: "box_office.py", env: { STAGE: "staging" }, needs: "flask" },
    { name: "production", entry: "box_office.py", env: { STAGE: "production" }, needs: "flask" },
  ],
  ask: ["orders.http#tickets", "--env", "staging"],
  facts: [
    "staging:GET /orders/T-9017/tickets 404 | Authorization: Token stg-0b7715",
    "production:GET /orders/T-9017/tickets 200 | Authorization: Token prd-ee2094",
    "production:GET /orders/T-9017/tickets 401 | Authorization: Token stg-0b7715",
    "staging:GET /orders 200 | Authorization: Token stg-0b7715",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-environment"],
    fixes: [{ url: "http://localhost:PORT_OF_production/orders/T-9017/tickets" }],
  },
  credentials: [
    { value: "stg-0b7715", servers: ["staging"] },
    { value: "prd-ee2094", servers: ["production"] },
  ],
};

const transfer: Scenario = {
  name: "transfer-of-a-ticket",
  files: {
    "package.json": '{ "name": "ticketing", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "ticketing.http": `@ticketing = http://localhost:PORT_OF_api

### ticket
GET {{ticketing}}/v1/tickets/tk-881

### as the browser asks before it sends the transfer
# @name ask
OPTIONS {{ticketing}}/v1/tickets/tk-881/transfer
Origin: https://seats.festival.test
Access-Control-Request-Method: POST
Access-Control-Request-Headers: content-type
`,
    "app.js": `import fastify from "fastify";
import { tickets } from "./tickets.js";

const app = fastify();
app.addHook("onSend", async (_request, reply) => {
  reply.header("access-control-allow-origin", "https://seats.festival.test");
});
await app.register(tickets, { prefix: "/v1/tickets" });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "tickets.js": `const issued = new Map([["tk-881", { seat: "C4", holder: "ana" }]]);

export async function tickets(app) {
  app.get("/:ticket", async (request, reply) => issued.get(request.params.ticket) ?? reply.callNotFound());
  app.post("/:ticket/transfer", async (request, reply) => {
    const ticket = issued.get(request.params.ticket);
    if (!ticket) return reply.callNotFound();
    ticket.holder = request.body.to;
    return ticket;
  });
}
`,
  },
  servers: [{ name: "api", entry: "app.js" }],
  ask: ["ticketing.http#ask"],
  facts: [
    "GET /v1/tickets/tk-881 200",
    "OPTIONS /v1/tickets/tk-881/transfer 404 | Origin: https://seats.festival.test | Access-Control-Request-Method: POST",
    "POST /v1/tickets/none/transfer 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["preflight"],
    links: [{ file: "tickets.js", text: 'app.post("/:ticket/transfer"' }],
  },
};

/** The programme of a museum and the tickets of a festival. */
export const exhibitions: readonly Scenario[] = [newsletter, orders, transfer];
