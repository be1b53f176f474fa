import type { Scenario } from "../../scenario.ts";

const pallets: Scenario = {
  name: "warehouse-pallet",
  files: {
    "package.json": '{ "name": "warehouse", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "warehouse.http": `@wms = http://localhost:PORT_OF_api

# @name pallet
GET {{wms}}/pallets/PAL-20771
`,
    "warehouse.mjs": `import fastify from "fastify";

const app = fastify();
const pallets = new Map([["20771", { bay: "C4" }], ["20772", { bay: "C5" }]]);

app.get("/pallets", async () => Array.from(pallets, ([number, { bay }]) => ({ number, bay })));
app.get("/pallets/:number(^\\\\d+$)", async (request, reply) => {
  const pallet = pallets.get(request.params.number);
  return pallet ?? reply.code(404).send({ problem: "no pallet" });
});

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [{ name: "api", entry: "warehouse.mjs" }],
  ask: ["warehouse.http#pallet"],
  facts: ["GET /pallets/PAL-20771 404", "GET /pallets/20771 200", "GET /pallets/1 404"],
  truth: {
    outcome: "not-found",
    kinds: ["id-format"],
    links: [{ file: "warehouse.mjs", text: 'app.get("/pallets/:number' }],
  },
};

const bookings: Scenario = {
  name: "hotel-booking",
  files: {
    "package.json": '{ "name": "hotel", "dependencies": { "express": "^5.0.0" } }',
    "hotel.http": `@hotel = http://localhost:PORT_OF_api

### all bookings of today
# @name bookings
GET {{hotel}}/bookings

### from the confirmation mail
# @name booking
GET {{hotel}}/bookings/58213
Accept: application/json
`,
    "hotel.js": `const express = require("express");
const bookings = ["BK-58211", "BK-58213", "BK-58214"].map((reference) => ({ reference, nights: 2 }));

const router = express.Router();
router.get("/", (req, res) => res.json({ bookings }));
router.get("/:reference", (req, res) => {
  const booking = bookings.find((one) => one.reference === req.params.reference);
  if (booking) res.json(booking);
  else res.status(404).json({ message: "Booking not found." });
});

express().use("/bookings", router).listen(process.env.PORT || 3000);
`,
  },
  servers: [{ name: "api", entry: "hotel.js" }],
  ask: ["hotel.http#booking"],
  facts: ["GET /bookings/58213 404", "GET /bookings/BK-58213 200", "GET /bookings 200"],
  truth: {
    outcome: "not-found",
    kinds: ["id-format"],
    links: [{ file: "hotel.js", text: 'router.get("/:reference"' }],
    fixes: [{ url: "/bookings/BK-58213" }],
  },
};

const posts: Scenario = {
  name: "blog-post",
  files: {
    "package.json":
      '{ "name": "blog", "type": "module", "dependencies": { "hono": "^4.0.0", "@hono/node-server": "^2.0.0" } }',
    "blog.http": `# @name post
GET http://localhost:PORT_OF_api/posts/latest-news/comments
`,
    "blog.js": `import { serve } from "@hono/node-server";
import { Hono } from "hono";

const app = new Hono();
const comments = { 12: ["First!"], 13: [] };

app.get("/posts", (c) => c.json(Object.keys(comments).map((id) => ({ id: Number(id) }))));
app.get("/posts/:id{[0-9]+}/comments", (c) => {
  const found = comments[c.req.param("id")];
  return found ? c.json(found) : c.json({ code: "POST_UNKNOWN" }, 404);
});

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [{ name: "api", entry: "blog.js" }],
  ask: ["blog.http#post"],
  facts: ["GET /posts/latest-news/comments 404", "GET /posts/12/comments 200"],
  truth: {
    outcome: "not-found",
    kinds: ["id-format"],
    links: [{ file: "blog.js", text: 'app.get("/posts/:id{[0-9]+}/comments"' }],
  },
};

const transfers: Scenario = {
  name: "bank-transfer",
  files: {
    "package.json": '{ "name": "transfers", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "transfers.http": `@bank = http://localhost:PORT_OF_api/transfers

### all
# @name all
GET {{bank}}

### copied from the console
# @name one
GET {{bank}}/9223372036854776000
`,
    "transfers.js": `import express from "express";

const rows = [
  { id: 9223372036854775781n, cents: 1200 },
  { id: 9223372036854775799n, cents: 990 },
];
const toJson = (row) => '{"id":' + row.id + ',"cents":' + row.cents + "}";

const app = express();
app.get("/transfers", (_req, res) => {
  res.type("json").send("[" + rows.map(toJson).join(",") + "]");
});
app.get("/transfers/:id", (req, res) => {
  const row = rows.find(({ id }) => String(id) === req.params.id);
  if (row) return res.type("json").send(toJson(row));
  res.status(404).json({ error: "transfer not found" });
});
app.listen(process.env.PORT ?? 3000);
`,
  },
  servers: [{ name: "api", entry: "transfers.js" }],
  ask: ["transfers.http#one"],
  facts: ["GET /transfers/9223372036854776000 404", "GET /transfers/9223372036854775799 200", "GET /transfers 200"],
  truth: {
    outcome: "not-found",
    kinds: ["precision-loss"],
    links: [
      { file: "transfers.js", text: 'app.get("/transfers/:id"' },
      { file: "transfers.http", text: "/9223372036854776000" },
    ],
  },
};

const messages: Scenario = {
  name: "chat-message",
  files: {
    "package.json": '{ "name": "chat", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "chat.http": `@chat = http://localhost:PORT_OF_api
@message = 1189998819991197200

### the channel
# @name channel
GET {{chat}}/channels/7/messages

### one of its messages
# @name message
GET {{chat}}/channels/7/messages/{{message}}
`,
    "chat.js": `import fastify from "fastify";

const messages = new Map([
  ["1189998819991197253", { text: "0118 999" }],
  ["1189998819991197254", { text: "881 999 119" }],
]);
const app = fastify();
app.get("/channels/:channel/messages", async () => [...messages].map(([id, { text }]) => ({ id, text })));
app.get("/channels/:channel/messages/:message", async (request, reply) => {
  const found = messages.get(request.params.message);
  if (!found) return reply.code(404).send({ code: 10008, message: "Unknown Message" });
  return found;
});
app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [{ name: "api", entry: "chat.js" }],
  ask: ["chat.http#message"],
  facts: ["GET /channels/7/messages/1189998819991197200 404", "GET /channels/7/messages/1189998819991197253 200"],
  truth: {
    outcome: "not-found",
    kinds: ["precision-loss"],
    links: [
      { file: "chat.http", text: "@message" },
      { file: "chat.js", text: '"/channels/:channel/messages/:message"' },
    ],
  },
};

/** Requests whose identifier has the wrong shape, or lost digits. */
export const idShape: readonly Scenario[] = [pallets, bookings, posts, transfers, messages];
