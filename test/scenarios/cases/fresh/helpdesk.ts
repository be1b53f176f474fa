import type { Scenario } from "../../scenario.ts";

const unassigned: Scenario = {
  name: "tickets-nobody-took",
  files: {
    "package.json": `{
  "name": "helpdesk-api",
  "private": true,
  "type": "module",
  "scripts": { "start": "node src/server.js", "test": "node --test" },
  "dependencies": { "express": "^5.1.0" }
}
`,
    "README.md": `# helpdesk-api

REST backend of the agent console.

- \`npm start\` listens on \`PORT\` (3000)
- agents sign in through the console and send \`X-Agent\`
- try things out with \`requests/tickets.http\`

The queue board polls \`/api/tickets/unassigned\` every 20 seconds.
`,
    "src/server.js": `import { createApp } from "./app.js";

const port = Number(process.env.PORT ?? 3000);
createApp().listen(port);
`,
    "src/app.js": `import express from "express";
import { onError } from "./middleware/onError.js";
import { api } from "./routes/index.js";

export function createApp() {
  const app = express();
  app.disable("x-powered-by");
  app.use(express.json({ limit: "256kb" }));
  app.use("/api", api());
  app.use(onError);
  return app;
}
`,
    "src/middleware/onError.js": `export class HttpError extends Error {
  constructor(status, code, detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

export function onError(error, req, res, next) {
  if (res.headersSent) return next(error);
  const status = error.status ?? 500;
  res.status(status).json({ error: { code: error.code ?? "INTERNAL", detail: error.message } });
}
`,
    "src/routes/index.js": `import { Router } from "express";
import { agents } from "./agents.js";
import { tickets } from "./tickets.js";

export function api() {
  const router = Router();
  router.use("/agents", agents());
  router.use("/tickets", tickets());
  return router;
}
`,
    "src/routes/agents.js": `import { Router } from "express";
import { allAgents } from "../store.js";

export function agents() {
  const router = Router();
  router.get("/", (req, res) => res.json({ items: allAgents() }));
  return router;
}
`,
    "src/routes/tickets.js": `import { Router } from "express";
import { HttpError } from "../middleware/onError.js";
import { allTickets, findTicket, openTicket } from "../store.js";
import { conversation } from "./conversation.js";

function loadTicket(req, res, next) {
  const ticket = findTicket(req.params.ticketId);
  if (!ticket) return next(new HttpError(404, "TICKET_NOT_FOUND", "There is no such ticket."));
  req.ticket = ticket;
  next();
}

export function tickets() {
  const router = Router();
  router.get("/", (req, res) => res.json({ items: allTickets() }));
  router.post("/", (req, res) => res.status(201).json(openTicket(req.body)));
  router.use("/:ticketId", loadTicket, conversation());
  router.get("/unassigned", (req, res) => {
    res.json({ items: allTickets().filter((ticket) => ticket.agent === null) });
  });
  return router;
}
`,
    "src/routes/conversation.js": `import { Router } from "express";

export function conversation() {
  const router = Router();
  router.get("/", (req, res) => res.json(req.ticket));
  router.get("/messages", (req, res) => res.json({ items: req.ticket.messages }));
  router.post("/messages", (req, res) => {
    req.ticket.messages.push({ from: req.get("x-agent") ?? "customer", text: req.body.text });
    res.status(201).end();
  });
  return router;
}
`,
    "src/store.js": `const agents = [{ id: "mira" }, { id: "tobias" }];
const tickets = new Map([
  ["1042", { id: "1042", subject: "Cannot log in", agent: "mira", messages: [{ from: "customer", text: "Help!" }] }],
  ["1043", { id: "1043", subject: "Invoice is wrong", agent: null, messages: [] }],
]);

export const allAgents = () => agents;
export const allTickets = () => [...tickets.values()];
export const findTicket = (id) => tickets.get(id);

export function openTicket({ subject }) {
  const id = String(1042 + tickets.size);
  const ticket = { id, subject, agent: null, messages: [] };
  tickets.set(id, ticket);
  return ticket;
}
`,
    "requests/tickets.http": `@api = http://localhost:PORT_OF_api/api

### all tickets
GET {{api}}/tickets

### one ticket with its messages
GET {{api}}/tickets/1042/messages
X-Agent: mira

### new ticket
POST {{api}}/tickets
Content-Type: application/json

{ "subject": "Printer on fire" }

### what the queue board shows
# @name queue
GET {{api}}/tickets/unassigned
X-Agent: mira
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["requests/tickets.http#queue"],
  facts: [
    "GET /api/tickets 200",
    "GET /api/tickets/1042 200",
    "GET /api/tickets/1042/messages 200",
    "GET /api/tickets/unassigned 404",
    "GET /api/tickets/9 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["shadowed"],
    links: [
      { file: "src/routes/tickets.js", text: 'router.use("/:ticketId"' },
      { file: "src/routes/tickets.js", text: 'router.get("/unassigned"' },
    ],
    fixes: [{ kind: "edit-route" }],
  },
};

const contact: Scenario = {
  name: "contact-nobody-wrote-down",
  files: {
    "package.json": `{
  "name": "contacts",
  "private": true,
  "type": "module",
  "dependencies": { "express": "^5.1.0" }
}
`,
    ".env.example": `PORT=3000
MERGE_DUPLICATES=off
`,
    "docs/contacts.md": `# Contacts

| method | path | what |
|---|---|---|
| GET | /v1/contacts | newest first, \`?limit=\` and \`?email=\` |
| GET | /v1/contacts/{id} | one contact |
| DELETE | /v1/contacts/{id} | hides the contact for 30 days, then removes it |
| POST | /v1/contacts/{id}/merge | only with MERGE_DUPLICATES=on |

Ids look like \`c_4410\` and are never given twice.
`,
    "src/index.js": `import express from "express";
import { contactRoutes } from "./contacts/routes.js";

const app = express();
app.use(express.json());
app.use("/v1/contacts", contactRoutes({ merging: process.env.MERGE_DUPLICATES === "on" }));
app.use((req, res) => res.status(404).json({ message: "No such endpoint", path: req.originalUrl }));
app.listen(process.env.PORT ?? 3000);
`,
    "src/contacts/routes.js": `import { Router } from "express";
import * as contacts from "./repository.js";

export function contactRoutes({ merging }) {
  const router = Router();

  router.get("/", (req, res) => {
    const limit = Math.min(Number(req.query.limit ?? 20), 100);
    res.json({ contacts: contacts.list({ email: req.query.email }).slice(0, limit) });
  });

  router.get("/:id", (req, res) => {
    const contact = contacts.find(req.params.id);
    if (!contact) {
      return res.status(404).json({ message: "Contact not found" });
    }
    res.json(contact);
  });

  router.delete("/:id", (req, res) => {
    contacts.hide(req.params.id);
    res.status(204).end();
  });

  if (merging) {
    router.post("/:id/merge", (req, res) => res.json(contacts.merge(req.params.id, req.body.into)));
  }
  return router;
}
`,
    "src/contacts/repository.js": `import { readFileSync } from "node:fs";

const rows = JSON.parse(readFileSync(new URL("../../data/contacts.json", import.meta.url), "utf8"));
const visible = (row) => row.hiddenAt === null;

export const list = ({ email }) => rows.filter((row) => visible(row) && (email === undefined || row.email === email));
export const find = (id) => rows.find((row) => row.id === id && visible(row));

export function hide(id) {
  const row = find(id);
  if (row) row.hiddenAt = new Date().toISOString();
}

export function merge(from, into) {
  hide(from);
  return find(into);
}
`,
    "data/contacts.json": `[
  { "id": "c_4408", "name": "Ida Brandt", "email": "ida@brandt.example", "hiddenAt": null },
  { "id": "c_4409", "name": "Old Test", "email": "test@brandt.example", "hiddenAt": "2026-08-14T10:02:11.000Z" },
  { "id": "c_4410", "name": "Leon Fuchs", "email": "leon@fuchs.example", "hiddenAt": null }
]
`,
    "contacts.http": `@base = http://localhost:PORT_OF_api/v1

### newest
GET {{base}}/contacts?limit=5

### Leon
GET {{base}}/contacts/c_4410

### from the voice mail, 11 November
# @name caller
GET {{base}}/contacts/c_4471
`,
  },
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["contacts.http#caller"],
  facts: [
    "GET /v1/contacts 200",
    "GET /v1/contacts/c_4410 200",
    "GET /v1/contacts/c_4409 404",
    "GET /v1/contacts/c_4471 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "src/contacts/routes.js", text: 'router.get("/:id"' },
      { file: "src/contacts/routes.js", text: "contacts.find(" },
      { file: "src/contacts/repository.js", text: "export const find" },
    ],
  },
};

/** A help desk: its tickets and the contacts who write them. */
export const helpdesk: readonly Scenario[] = [unassigned, contact];
