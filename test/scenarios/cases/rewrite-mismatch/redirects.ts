import type { Scenario } from "../../scenario.ts";

const basket: Scenario = {
  name: "basket-of-the-shop",
  files: {
    "package.json": '{ "name": "basket", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "basket.http": `### old host name of the shop
# @name basket
GET http://localhost:PORT_OF_old/shop/baskets/771
Authorization: Bearer basket-2211

### the same on the new one
# @name basketThere
GET http://localhost:PORT_OF_api/shop/baskets/771
`,
    "basket.js": `import express from "express";

const shop = express.Router();
shop.get("/baskets/:id", (req, res) => res.json({ id: Number(req.params.id), lines: [] }));
shop.get("/vouchers/:code", (req, res) => res.json({ code: req.params.code }));

express().use("/shop", shop).listen(process.env.PORT ?? 3000);
`,
  },
  servers: [
    { name: "api", entry: "basket.js" },
    {
      name: "old",
      entry: "front:redirectFront",
      env: { FROM: "^/shop(/.*)$", TO: "http://localhost:PORT_OF_api$1" },
    },
  ],
  ask: ["basket.http#basket"],
  facts: ["old:GET /shop/baskets/771 301", "api:GET /baskets/771 404", "api:GET /shop/baskets/771 200"],
  truth: {
    outcome: "not-found",
    kinds: ["redirect-drops-path"],
    links: [
      { file: "basket.js", text: 'shop.get("/baskets/:id"' },
      { file: "basket.http", text: "PORT_OF_old" },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_api/shop/baskets/771" }],
  },
  credentials: [{ value: "basket-2211", servers: ["old"] }],
};

const tickets: Scenario = {
  name: "festival-tickets",
  files: {
    "package.json": '{ "name": "festival", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "festival.http": `@festival = http://localhost:PORT_OF_api

# @name tickets
GET {{festival}}/api/tickets/early-bird
Accept-Language: de
`,
    "src/server.js": `import express from "express";
import { locale } from "./locale.js";

const app = express();
app.use(locale);
app.get("/:locale/programme", (req, res) => res.send("<h1>" + req.params.locale + "</h1>"));
app.get("/api/tickets/:kind", (req, res) => res.json({ kind: req.params.kind, left: 9 }));
app.listen(process.env.PORT ?? 3000);
`,
    "src/locale.js": `const LOCALES = ["en", "de", "fr"];

export function locale(req, res, next) {
  const [, first] = req.path.split("/");
  if (LOCALES.includes(first)) return next();
  res.redirect(307, "/" + (req.acceptsLanguages(LOCALES) || "en") + req.originalUrl);
}
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["festival.http#tickets"],
  facts: ["GET /api/tickets/early-bird 307", "GET /de/api/tickets/early-bird 404"],
  truth: {
    outcome: "not-found",
    kinds: ["redirect-drops-path"],
    links: [
      { file: "src/server.js", text: 'app.get("/api/tickets/:kind"' },
      { file: "src/locale.js", text: "res.redirect" },
    ],
  },
};

const bookTable: Scenario = {
  name: "restaurant-table",
  files: {
    "package.json": '{ "name": "tables", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "tables.http": `# @name book
POST http://localhost:PORT_OF_web/api/reservations
Content-Type: application/json

{ "guests": 4, "at": "2026-05-01T19:30" }
`,
    "tables.js": `import fastify from "fastify";

const app = fastify();
app.post("/api/reservations/", async (request, reply) => {
  reply.code(201);
  return { confirmed: request.body.guests };
});
app.get("/api/tables", async () => [1, 2, 3]);
app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [
    { name: "api", entry: "tables.js" },
    {
      name: "web",
      entry: "front:redirectFront",
      env: { FROM: "^(.*/reservations)$", TO: "$1/", STATUS: "301", UPSTREAM: "PORT_OF_api" },
    },
  ],
  ask: ["tables.http#book", "--allow-unsafe"],
  facts: ["web:POST /api/reservations 301", "web:GET /api/reservations/ 404"],
  truth: {
    outcome: "not-found",
    kinds: ["redirect-changes-method"],
    links: [
      { file: "tables.js", text: 'app.post("/api/reservations/"' },
      { file: "tables.http", text: "POST http" },
    ],
    fixes: [{ url: "/api/reservations/", method: "POST" }],
  },
  consented: ["POST /api/reservations", "POST /api/reservations/"],
};

/** Requests that a redirect sends to an address where nothing answers. */
export const redirects: readonly Scenario[] = [basket, tickets, bookTable];
