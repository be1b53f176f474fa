import type { Scenario } from "../../scenario.ts";

const queue: Scenario = {
  name: "queue-behind-the-counter",
  files: {
    "package.json": `{
  "name": "kitchen-display",
  "type": "module",
  "scripts": { "dev": "node src/index.js", "start": "NODE_ENV=production node src/index.js" },
  "dependencies": { "fastify": "^5.2.0" }
}
`,
    Dockerfile: `FROM node:24-alpine
WORKDIR /app
COPY . .
RUN npm ci --omit=dev
ENV NODE_ENV=production
CMD ["node", "src/index.js"]
`,
    "src/index.js": `import Fastify from "fastify";
import { inspector } from "./inspector.js";
import { orders } from "./orders.js";

const app = Fastify();
app.register(orders, { prefix: "/orders" });

if (process.env.NODE_ENV !== "production") {
  app.register(inspector, { prefix: "/inspector" });
}

await app.listen({ port: Number(process.env.PORT ?? 3000), host: process.env.HOST ?? "localhost" });
`,
    "src/orders.js": `export async function orders(app) {
  app.get("/open", async () => [{ table: 4, dishes: ["soup", "pie"] }]);
}
`,
    "src/inspector.js": `export async function inspector(app) {
  app.get("/queue", async () => ({ waiting: 0, failed: 2 }));
  app.get("/memory", async () => process.memoryUsage());
}
`,
    "debug.http": `@kitchen = http://localhost:PORT_OF_api

### open orders
GET {{kitchen}}/orders/open

### stuck jobs
# @name stuck
GET {{kitchen}}/inspector/queue
`,
  },
  servers: [{ name: "api", entry: "src/index.js", env: { NODE_ENV: "production" } }],
  ask: ["debug.http#stuck"],
  facts: ["GET /orders/open 200", "GET /inspector/queue 404", "GET /inspector/memory 404"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "src/index.js", text: 'process.env.NODE_ENV !== "production"' },
      { file: "src/index.js", text: "app.register(inspector" },
      { file: "src/inspector.js", text: '"/queue"' },
    ],
  },
};

const dish: Scenario = {
  name: "dish-with-an-accent",
  files: {
    "package.json": `{ "name": "menu", "type": "module", "dependencies": { "express": "^5.1.0" } }
`,
    "src/index.js": `import express from "express";
import { findDish, menu } from "./menu.js";

const app = express();
app.get("/dishes", (req, res) => res.json(menu()));
app.get("/dishes/:name", (req, res) => {
  const dish = findDish(req.params.name);
  if (!dish) return res.status(404).json({ error: \`no dish \${req.params.name}\` });
  res.json(dish);
});
app.listen(process.env.PORT ?? 3000);
`,
    "src/menu.js": `import { readFileSync } from "node:fs";

const dishes = JSON.parse(readFileSync(new URL("../menu.json", import.meta.url), "utf8"));

export const menu = () => dishes.map(({ name }) => name);
export const findDish = (wanted) => dishes.find(({ name }) => name === wanted);
`,
    "menu.json": `[
  { "name": "goulash", "price": 14 },
  { "name": "crème brûlée", "price": 7 },
  { "name": "paella", "price": 19 }
]
`,
    "menu.http": `@menu = http://localhost:PORT_OF_api

### goulash
GET {{menu}}/dishes/goulash

### dessert, name taken from the file names of the photos
# @name dessert
GET {{menu}}/dishes/cre%CC%80me%20bru%CC%82le%CC%81e
`,
  },
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["menu.http#dessert"],
  facts: [
    "GET /dishes/goulash 200",
    "GET /dishes/cre%CC%80me%20bru%CC%82le%CC%81e 404",
    "GET /dishes/cr%C3%A8me%20br%C3%BBl%C3%A9e 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["id-encoding", "stray-characters", "id-format"],
    links: [
      { file: "menu.http", text: "%CC%80" },
      { file: "menu.json", text: 'price": 7' },
      { file: "src/index.js", text: '"/dishes/:name"' },
    ],
    fixes: [{ url: "/dishes/cr%C3%A8me%20br%C3%BBl%C3%A9e" }],
  },
};

/** Kitchens: what goes on behind the counter, and dishes with names from everywhere. */
export const kitchens: readonly Scenario[] = [queue, dish];
