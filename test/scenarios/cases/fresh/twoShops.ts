import type { Scenario } from "../../scenario.ts";

const cookie: Scenario = {
  name: "basket-of-the-other-language-shop",
  files: {
    "package.json": `{ "name": "two-shops", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "src/index.js": `import express from "express";
import { shopOf } from "./shops.js";

const app = express();

app.get("/items/:sku", (req, res) => {
  const shop = shopOf(req);
  const item = shop.items[req.params.sku];
  if (!item) return res.status(404).json({ shop: shop.name, error: "unknown item" });
  res.json(item);
});
app.get("/items", (req, res) => res.json(Object.keys(shopOf(req).items)));

app.listen(process.env.PORT ?? 3000);
`,
    "src/shops.js": `const shops = new Map([
  ["nl", { name: "Winkel", items: { "kaas-1": { cents: 890 }, "drop-2": { cents: 250 } } }],
  ["be", { name: "Boetiek", items: { "praline-4": { cents: 1450 } } }],
]);

export const shopOf = (req) => shops.get(req.get("X-Country")?.toLowerCase()) ?? shops.get("nl");
`,
    "shop.http": `@shop = http://localhost:PORT_OF_api

### cheese
GET {{shop}}/items/kaas-1

### chocolates
# @name chocolates
GET {{shop}}/items/praline-4
`,
  },
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["shop.http#chocolates"],
  facts: [
    "GET /items 200",
    "GET /items/kaas-1 200",
    "GET /items/praline-4 404",
    "GET /items/praline-4 200 | X-Country: BE",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-tenant"],
    links: [
      { file: "src/shops.js", text: '["be",' },
      { file: "src/shops.js", text: 'req.get("X-Country")' },
      { file: "src/index.js", text: '"/items/:sku"' },
      { file: "shop.http", text: "praline-4" },
    ],
    fixes: [{ kind: "edit-request" }],
  },
};

/** Two shops: a field that was not sent picks the other one. */
export const twoShops: readonly Scenario[] = [cookie];
