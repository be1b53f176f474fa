import type { Scenario } from "../../scenario.ts";
import { helpdesk } from "./helpdesk.ts";
import { turnsOf } from "./turn.ts";

const vary = turnsOf([...helpdesk]);

/** Tickets of the help desk, one thing turned in each. */
export const turnedTickets: readonly Scenario[] = [
  vary(
    "tickets-nobody-took",
    "turned-tickets-plain-get",
    {
      "src/routes/tickets.js": [
        [
          'router.use("/:ticketId", loadTicket, conversation());',
          'router.get("/:ticketId", loadTicket, (req, res) => res.json(req.ticket));',
        ],
      ],
    },
    {
      facts: ["GET /api/tickets/1042 200", "GET /api/tickets/unassigned 404"],
      truth: { links: [{ file: "src/routes/tickets.js", text: 'router.get("/:ticketId"' }] },
    },
  ),
  vary(
    "tickets-nobody-took",
    "turned-tickets-param",
    {
      "src/routes/tickets.js": [
        [
          'router.use("/:ticketId", loadTicket, conversation());',
          'router.param("ticketId", loadTicket);\n  router.route("/:ticketId").get((req, res) => res.json(req.ticket));',
        ],
      ],
    },
    {
      facts: ["GET /api/tickets/1042 200", "GET /api/tickets/unassigned 404"],
      truth: {
        links: [
          { file: "src/routes/tickets.js", text: 'router.route("/:ticketId")' },
          { file: "src/routes/tickets.js", text: 'router.get("/unassigned"' },
        ],
      },
    },
  ),
  vary(
    "tickets-nobody-took",
    "turned-tickets-table",
    {
      "src/routes/tickets.js": `import { Router } from "express";
import { HttpError } from "../middleware/onError.js";
import { allTickets, findTicket, openTicket } from "../store.js";

const list = (req, res) => res.json({ items: allTickets() });
const create = (req, res) => res.status(201).json(openTicket(req.body));
const unassigned = (req, res) => res.json({ items: allTickets().filter((ticket) => ticket.agent === null) });
function show(req, res) {
  const ticket = findTicket(req.params.ticketId);
  if (!ticket) throw new HttpError(404, "TICKET_NOT_FOUND", "There is no such ticket.");
  res.json(ticket);
}

const endpoints = [
  { method: "get", path: "/", handler: list },
  { method: "post", path: "/", handler: create },
  { method: "get", path: "/:ticketId", handler: show },
  { method: "get", path: "/unassigned", handler: unassigned },
];

export function tickets() {
  const router = Router();
  for (const { method, path, handler } of endpoints) router[method](path, handler);
  return router;
}
`,
    },
    {
      facts: ["GET /api/tickets/1042 200", "GET /api/tickets/unassigned 404"],
      truth: {
        links: [
          { file: "src/routes/tickets.js", text: 'path: "/:ticketId"' },
          { file: "src/routes/tickets.js", text: 'path: "/unassigned"' },
        ],
      },
    },
  ),
  vary(
    "tickets-nobody-took",
    "turned-shadow-koa",
    {
      "package.json":
        '{ "name": "helpdesk-api", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }\n',
      "src/app.js": null,
      "src/middleware/onError.js": null,
      "src/routes/index.js": null,
      "src/routes/agents.js": null,
      "src/routes/conversation.js": null,
      "src/server.js": `import Koa from "koa";
import { tickets } from "./routes/tickets.js";

const app = new Koa();
app.use(tickets.routes());
app.listen(Number(process.env.PORT ?? 3000));
`,
      "src/routes/tickets.js": `import Router from "@koa/router";
import { allTickets, findTicket } from "../store.js";

export const tickets = new Router({ prefix: "/api/tickets" });

tickets.get("/", (ctx) => {
  ctx.body = { items: allTickets() };
});

tickets.get("/:ticketId", (ctx) => {
  const ticket = findTicket(ctx.params.ticketId);
  if (!ticket) ctx.throw(404, "There is no such ticket.");
  ctx.body = ticket;
});

tickets.get("/unassigned", (ctx) => {
  ctx.body = { items: allTickets().filter((ticket) => ticket.agent === null) };
});
`,
    },
    {
      facts: ["GET /api/tickets/1042 200", "GET /api/tickets/unassigned 404"],
      truth: {
        links: [
          { file: "src/routes/tickets.js", text: 'tickets.get("/:ticketId"' },
          { file: "src/routes/tickets.js", text: 'tickets.get("/unassigned"' },
        ],
      },
    },
  ),
  vary(
    "tickets-nobody-took",
    "turned-shadow-pattern",
    {
      "src/routes/tickets.js": [
        [
          'router.use("/:ticketId", loadTicket, conversation());',
          "router.get(/^\\/([\\w-]+)$/, (req, res, next) => {\n    req.params.ticketId = req.params[0];\n    loadTicket(req, res, (error) => (error ? next(error) : res.json(req.ticket)));\n  });",
        ],
      ],
    },
    {
      facts: ["GET /api/tickets/1042 200", "GET /api/tickets/unassigned 404"],
      truth: {
        links: [
          { file: "src/routes/tickets.js", text: "router.get(/^" },
          { file: "src/routes/tickets.js", text: 'router.get("/unassigned"' },
        ],
      },
    },
  ),
];
