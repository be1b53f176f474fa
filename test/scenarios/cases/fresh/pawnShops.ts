import type { Scenario } from "../../scenario.ts";

const pledge: Scenario = {
  name: "pledge-at-the-pawn-shop",
  files: {
    "package.json": `{ "name": "pawn-desk", "type": "module", "dependencies": { "express": "^5.1.0" } }
`,
    "src/server.js": `import express from "express";
import { identify } from "./identify.js";
import { pledges } from "./pledges.js";

const app = express();
app.use(express.json());
app.use("/pledges", identify, pledges);
app.listen(process.env.PORT ?? 3000);
`,
    "src/identify.js": `const sessions = new Map([
  ["ines-4f0c2b7a91", { id: 3, name: "Ines" }],
  ["tom-88b1d06e5c", { id: 4, name: "Tom" }],
]);

export function identify(req, res, next) {
  const token = req.get("authorization")?.replace("Bearer ", "");
  req.customer = sessions.get(token);
  if (!req.customer) return res.status(401).json({ error: "sign in first" });
  next();
}
`,
    "src/pledges.js": `import { Router } from "express";
import { rows } from "./rows.js";

export const pledges = Router();

pledges.get("/", (req, res) => {
  res.json(rows.filter((row) => row.customerId === req.customer.id));
});

pledges.get("/:id", (req, res) => {
  const pledge = rows.find((row) => row.id === Number(req.params.id) && row.customerId === req.customer.id);
  if (!pledge) return res.status(404).json({ error: "pledge not found" });
  res.json(pledge);
});
`,
    "src/rows.js": `export const rows = [
  { id: 87, customerId: 3, item: "Trumpet", loan: 140 },
  { id: 88, customerId: 4, item: "Pocket watch", loan: 260 },
  { id: 89, customerId: 3, item: "Camera", loan: 95 },
];
`,
    "pledges.http": `@host = http://localhost:PORT_OF_desk
@token = ines-4f0c2b7a91

### All
GET {{host}}/pledges
Authorization: Bearer {{token}}

### One
# @name one
GET {{host}}/pledges/88
Authorization: Bearer {{token}}
`,
  },
  servers: [{ name: "desk", entry: "src/server.js" }],
  ask: ["pledges.http#one"],
  facts: [
    "GET /pledges/88 404 | Authorization: Bearer ines-4f0c2b7a91",
    "GET /pledges/88 200 | Authorization: Bearer tom-88b1d06e5c",
    "GET /pledges/87 200 | Authorization: Bearer ines-4f0c2b7a91",
    "GET /pledges/999 404 | Authorization: Bearer ines-4f0c2b7a91",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [{ file: "src/pledges.js", text: "const pledge = rows.find(" }],
  },
  credentials: [{ value: "ines-4f0c2b7a91", servers: ["desk"] }],
};

const appraisals: Scenario = {
  name: "appraisals-of-jewels",
  files: {
    "package.json": `{ "name": "appraisals", "dependencies": { "express": "^4.21.0" } }
`,
    "index.js": `const express = require("express");
const appraisals = require("./routes/appraisals");
const branches = require("./routes/branches");

const app = express();
app.use(express.json());
app.use("/api/branches", branches);

app.use((req, res) => {
  res.status(404).json({ message: "Resource not found" });
});

app.use("/api/appraisals", appraisals);

app.use((err, req, res, next) => {
  res.status(500).json({ message: err.message });
});

app.listen(process.env.PORT || 3000);
`,
    "routes/appraisals.js": `const { Router } = require("express");

const router = Router();
const appraisals = [{ id: 1, piece: "Ruby ring", value: 1800 }];

router.get("/", (req, res) => res.json(appraisals));
router.get("/:id", (req, res) => {
  const found = appraisals.find((entry) => entry.id === Number(req.params.id));
  if (!found) return res.status(404).json({ message: "Appraisal not found" });
  res.json(found);
});

module.exports = router;
`,
    "routes/branches.js": `const { Router } = require("express");

const router = Router();

router.get("/", (req, res) => res.json([{ id: "north", city: "Leeds" }]));

module.exports = router;
`,
    "requests.http": `### Branches
GET http://localhost:PORT_OF_app/api/branches

### Appraisals
# @name appraisals
GET http://localhost:PORT_OF_app/api/appraisals
Accept: application/json
`,
  },
  servers: [{ name: "app", entry: "index.js" }],
  ask: ["requests.http#appraisals"],
  facts: ["GET /api/appraisals 404", "GET /api/branches 200", "GET /api/other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["after-catch-all"],
    links: [
      { file: "index.js", text: "app.use((req, res) => {" },
      { file: "index.js", text: 'app.use("/api/appraisals"' },
    ],
  },
};

const auctionLot: Scenario = {
  name: "lot-that-was-never-pawned",
  files: {
    "package.json": `{ "name": "lots", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "server.ts": `import Fastify from "fastify";
import { lots } from "./lots.ts";

const app = Fastify({ logger: false });
app.register(lots, { prefix: "/lots" });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "lots.ts": `import type { FastifyPluginAsync } from "fastify";
import { findLot, listLots } from "./store.ts";

export const lots: FastifyPluginAsync = async (app) => {
  app.get("/", async () => listLots());
  app.get<{ Params: { id: string } }>("/:id", async (request, reply) => {
    const lot = findLot(Number(request.params.id));
    if (!lot) return reply.code(404).send({ error: "Lot not found" });
    return lot;
  });
};
`,
    "store.ts": `interface Lot {
  id: number;
  title: string;
  reserve: number;
}

const lots: Lot[] = [
  { id: 510, title: "Silver tray", reserve: 80 },
  { id: 511, title: "Accordion", reserve: 120 },
  { id: 512, title: "Opera glasses", reserve: 45 },
];

export const listLots = () => lots;
export const findLot = (id: number) => lots.find((lot) => lot.id === id);
`,
    "lots.http": `GET http://localhost:PORT_OF_lots/lots

###
# @name lot
GET http://localhost:PORT_OF_lots/lots/547
`,
  },
  servers: [{ name: "lots", entry: "server.ts" }],
  ask: ["lots.http#lot"],
  facts: ["GET /lots/547 404", "GET /lots/511 200", "GET /lots 200"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "lots.ts", text: "if (!lot) return" },
      { file: "lots.ts", text: 'app.get<{ Params: { id: string } }>("/:id"' },
      { file: "lots.ts", text: "const lot = findLot(" },
      { file: "lots.http", text: "/lots/547" },
    ],
  },
};

/** Pawn shops: a pledge of another customer, appraisals that nothing reaches, a lot that never was. */
export const pawnShops: readonly Scenario[] = [pledge, appraisals, auctionLot];
