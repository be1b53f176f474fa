import type { Scenario } from "../../scenario.ts";

const cloth: Scenario = {
  name: "cloth-of-a-sail",
  files: {
    "package.json": `{ "name": "loft", "type": "module", "dependencies": { "fastify": "^5.2.0" } }
`,
    "docs/openapi.yaml": `openapi: 3.0.3
info:
  title: Loft
  version: "1.0"
servers:
  - url: /api/v1
paths:
  /cloths:
    get:
      operationId: listCloths
      responses: { "200": { description: All cloths } }
  /cloths/{sku}:
    get:
      operationId: getCloth
      parameters: [{ name: sku, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: One cloth }, "404": { description: None } }
`,
    "src/index.js": `import Fastify from "fastify";
import { cloths } from "./cloths.js";
import { routePrefix } from "./routePrefix.js";

const app = Fastify();
await app.register(cloths, { prefix: routePrefix("cloths") });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/routePrefix.js": `const API_VERSION = 2;

export const routePrefix = (resource) => \`/api/v\${API_VERSION}/\${resource}\`;
`,
    "src/cloths.js": `const stock = { "DAC-4.4": { metres: 120 }, "LAM-7": { metres: 18 } };

export async function cloths(app) {
  app.get("/", async () => Object.keys(stock));
  app.get("/:sku", async ({ params }, reply) => stock[params.sku] ?? reply.code(404).send({ reason: "no such cloth" }));
}
`,
    "loft.http": `@loft = http://localhost:PORT_OF_api/api/v1

### dacron
# @name dacron
GET {{loft}}/cloths/DAC-4.4
`,
  },
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["loft.http#dacron"],
  facts: [
    "GET /api/v1/cloths/DAC-4.4 404",
    "GET /api/v2/cloths/DAC-4.4 200",
    "GET /api/v1/cloths 404",
    "GET /api/v2/cloths/none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: "src/routePrefix.js", text: "API_VERSION = 2" },
      { file: "src/index.js", text: "app.register(cloths" },
      { file: "src/cloths.js", text: 'app.get("/:sku"' },
    ],
    fixes: [{ url: "/api/v2/cloths/DAC-4.4" }],
  },
};

const order: Scenario = {
  name: "order-of-a-genoa",
  files: {
    "package.json": `{ "name": "orders", "type": "module", "dependencies": { "express": "^5.1.0" } }
`,
    "legacy/README.md": `Before we split the orders from the shop. Kept until the migration of the old invoices is done.
`,
    "legacy/routes/orders.js": `import { Router } from "express";
import { query } from "../db.js";

export const orders = Router();
orders.get("/orders/:id", async (req, res) => {
  const [order] = await query("SELECT * FROM orders WHERE id = $1", [req.params.id]);
  if (!order) return res.status(404).end();
  res.json(order);
});
`,
    "legacy/db.js": `export const query = async () => [];
`,
    "src/index.js": `import express from "express";
import orders from "./orders/index.js";

const app = express();
app.get("/healthz", (req, res) => res.sendStatus(204));
app.use("/loft/orders", orders);
app.listen(process.env.PORT ?? 3000);
`,
    "src/orders/index.js": `import { Router } from "express";
import { book } from "./book.js";

const router = Router();
router.get("/:id", (req, res) => {
  const order = book[req.params.id];
  if (!order) return res.status(404).json({ message: "Order not found" });
  res.json(order);
});
export default router;
`,
    "src/orders/book.js": `export const book = { 1204: { sail: "genoa", state: "cutting" }, 1205: { sail: "jib", state: "sewing" } };
`,
    "orders.http": `@orders = http://localhost:PORT_OF_api

### genoa
# @name genoa
GET {{orders}}/orders/1204
`,
  },
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["orders.http#genoa"],
  facts: ["GET /healthz 204", "GET /orders/1204 404", "GET /loft/orders/1204 200", "GET /loft/orders/1 404"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "src/index.js", text: 'app.use("/loft/orders"' },
      { file: "src/orders/index.js", text: 'router.get("/:id"' },
    ],
    fixes: [{ url: "/loft/orders/1204" }],
  },
};

/** Sailmakers: their orders and cloths, with documents and folders that lag behind. */
export const sailmakers: readonly Scenario[] = [cloth, order];
