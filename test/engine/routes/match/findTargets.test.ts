import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { RouteTable } from "../../../../src/engine/model/route.ts";
import { findTargets } from "../../../../src/engine/routes/match/findTargets.ts";
import { readTable } from "../workspace.ts";

const app = `import express from "express";
import { orders } from "./orders.js";
const app = express();
app.use("/api/v1/orders", orders);
app.get("/codes/:code(\\\\d+)", (req, res) => res.end());
app.get("/things/:id", (req, res) => res.end());
app.put("/things/:id", (req, res) => res.end());
app.delete("/only/:id", (req, res) => res.end());
app.get("/things/special", (req, res) => res.end());
`;
const orders = `import { Router } from "express";
export const orders = Router();
orders.get("/", (req, res) => res.end());
orders.get("/:id", (req, res) => res.end());
orders.post("/:id/cancel", (req, res) => res.end());
`;
const refunds = `import { Router } from "express";
export const refunds = Router();
refunds.get("/:id", (req, res) => res.end());
`;

describe("the routes that a URL in code leads to", () => {
  let table: RouteTable;
  const targets = async (method: string | null, text: string, mayLackPrefix = false) => {
    table ??= await readTable({
      "package.json": '{"dependencies":{"express":"^4.0.0"}}',
      "app.js": app,
      "orders.js": orders,
      "refunds.js": refunds,
    });
    const fill = (sample: string) => text.replaceAll("{}", sample);
    const work = findTargets(table, { method, fill, mayLackPrefix });
    for (;;) {
      const step = work.next();
      if (step.done === true) return step.value.map((route) => `${route.method} ${route.path}`);
    }
  };

  it("the one that serves it, whatever fills its parameters", async () => {
    assert.deepEqual(await targets("GET", "http://localhost/api/v1/orders/8472?x=1"), ["GET /api/v1/orders/{id}"]);
    assert.deepEqual(await targets("GET", "/codes/{}"), ["GET /codes/{code}"]);
    assert.deepEqual(await targets("POST", "/api/v1/orders/{}/cancel"), ["POST /api/v1/orders/{id}/cancel"]);
  });

  it("the one for GET where no method is named, else all others", async () => {
    assert.deepEqual(await targets(null, "/things/7"), ["GET /things/{id}"]);
    assert.deepEqual(await targets(null, "/only/7"), ["DELETE /only/{id}"]);
    assert.deepEqual(await targets("GET", "/only/7"), []);
  });

  it("what is written for it and not served, where nothing serves it", async () => {
    assert.deepEqual(await targets("GET", "/api/v1/refunds/7"), ["GET /{id}"]);
    assert.deepEqual(await targets("GET", "/things/special"), ["GET /things/{id}"]);
  });

  it("what ends like it, where a base URL may come before", async () => {
    assert.deepEqual(await targets("GET", "/orders/{}", true), ["GET /api/v1/orders/{id}"]);
    assert.deepEqual(await targets("GET", "/orders/{}"), []);
    assert.deepEqual(await targets("GET", "/{}", true), []);
    assert.deepEqual(await targets("GET", "/invoices/{}", true), []);
  });
});
