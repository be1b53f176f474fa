import type { Scenario } from "../../scenario.ts";

const order: Scenario = {
  name: "order-of-seedlings",
  files: {
    "package.json": `{ "name": "seedling-orders", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "app/main.ts": `import express from "express";
import { OrderController } from "./orderController.ts";
import { OrderRepository } from "./orderRepository.ts";

const orders = new OrderController(new OrderRepository());
const app = express();

app.get("/api/orders", orders.list);
app.get("/api/orders/:id", orders.show);

app.listen(Number(process.env.PORT ?? 3000));
`,
    "app/orderController.ts": `import type { RequestHandler } from "express";
import type { OrderRepository } from "./orderRepository.ts";

export class OrderController {
  private readonly orders: OrderRepository;

  constructor(orders: OrderRepository) {
    this.orders = orders;
  }

  list: RequestHandler = (_req, res) => {
    const rows = this.orders.page(0, 20);
    res.json({ data: rows, meta: { total: rows.length, page: 1 } });
  };

  show: RequestHandler<{ id: string }> = (req, res) => {
    const order = this.orders.byId(req.params.id);
    if (order === undefined) {
      res.status(404).json({ errors: [{ code: "ORDER_NOT_FOUND", detail: \`No order \${req.params.id}\` }] });
      return;
    }
    res.json({ data: order });
  };
}
`,
    "app/orderRepository.ts": `interface Order {
  readonly id: string;
  readonly trays: number;
}

export class OrderRepository {
  private readonly rows: readonly Order[] = [
    { id: "665f1c2e9b1d8a0012ab34c1", trays: 12 },
    { id: "665f1c7f9b1d8a0012ab34d7", trays: 3 },
  ];

  page(from: number, size: number): readonly Order[] {
    return this.rows.slice(from, from + size);
  }

  byId(id: string): Order | undefined {
    return this.rows.find((row) => row.id === id);
  }
}
`,
    "orders.http": `@base = http://localhost:PORT_OF_api/api

GET {{base}}/orders

###
# @name mine
GET {{base}}/orders/665f20b19b1d8a0012ab3577
`,
  },
  servers: [{ name: "api", entry: "app/main.ts" }],
  ask: ["orders.http#mine"],
  facts: [
    "GET /api/orders 200",
    "GET /api/orders/665f20b19b1d8a0012ab3577 404",
    "GET /api/orders/665f1c2e9b1d8a0012ab34c1 200",
    "GET /api/other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "app/main.ts", text: 'app.get("/api/orders/:id"' },
      { file: "app/orderController.ts", text: "show: RequestHandler" },
    ],
  },
};

/** Seedlings: an order that nobody placed. */
export const seedlings: readonly Scenario[] = [order];
