import type { Scenario } from "../../scenario.ts";

const commission: Scenario = {
  name: "commission-for-a-cover",
  files: {
    "package.json": `{ "name": "bindery", "type": "module", "dependencies": { "@hono/node-server": "^2.0.0", "hono": "^4.6.0" }, "devDependencies": { "msw": "^2.7.0" } }
`,
    "mocks/handlers.js": `import { HttpResponse, http } from "msw";

export const handlers = [
  http.get("/api/commissions", () => HttpResponse.json([{ id: "com-1", title: "Atlas" }])),
  http.get("/api/commissions/:id", ({ params }) => HttpResponse.json({ id: params.id, title: "Atlas" })),
];
`,
    "mocks/fixtures/commissions.json": `[
  { "id": "com-1", "title": "Atlas" },
  { "id": "com-404", "title": "The lost one" }
]
`,
    "server/index.js": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { commissions } from "./commissions.js";

const app = new Hono();
app.get("/api/commissions", (c) => c.json(commissions.map(({ id, title }) => ({ id, title }))));
app.get("/api/commissions/:id", (c) => {
  const commission = commissions.find(({ id }) => id === c.req.param("id"));
  if (!commission) return c.json({ error: { code: 4041, text: "commission does not exist" } }, 404);
  return c.json(commission);
});
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "server/commissions.js": `export const commissions = [
  { id: "com-1", title: "Atlas", leather: "goat" },
  { id: "com-2", title: "Psalter", leather: "calf" },
];
`,
    "bindery.http": `@api = http://localhost:PORT_OF_api/api

### all
GET {{api}}/commissions

### from the test page
# @name page
GET {{api}}/commissions/com-404
`,
  },
  servers: [{ name: "api", entry: "server/index.js" }],
  ask: ["bindery.http#page"],
  facts: ["GET /api/commissions 200", "GET /api/commissions/com-2 200", "GET /api/commissions/com-404 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "server/index.js", text: '"/api/commissions/:id"' },
      { file: "mocks/fixtures/commissions.json", text: "com-404" },
      { file: "bindery.http", text: "com-404" },
    ],
  },
};

const wish: Scenario = {
  name: "wish-for-paper",
  files: {
    "package.json": `{ "name": "paper-shop", "type": "module", "dependencies": { "express": "^5.1.0" } }
`,
    "src/index.js": `import express from "express";
import { basket } from "./basket.js";
import { papers } from "./papers.js";

const app = express();
app.use("/api/papers", papers);
app.use("/api/basket", basket);
app.listen(process.env.PORT ?? 3000);
`,
    "src/papers.js": `import { Router } from "express";

const sheets = { "wove-120": { weight: 120 }, "laid-90": { weight: 90 } };

export const papers = Router();
papers.get("/", (req, res) => res.json(Object.keys(sheets)));
papers.get("/:sheet", (req, res) => {
  const sheet = sheets[req.params.sheet];
  if (!sheet) return res.status(404).json({ error: "no such paper" });
  res.json(sheet);
});
`,
    "src/basket.js": `import { Router } from "express";

export const basket = Router();
basket.get("/", (req, res) => res.json({ lines: [] }));
basket.post("/lines", (req, res) => res.status(201).end());
`,
    "shop.http": `@shop = http://localhost:PORT_OF_api

### papers
GET {{shop}}/api/papers

### what a customer asked for on the phone
# @name phone
GET {{shop}}/api/customers/1188/wishlist
`,
  },
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["shop.http#phone"],
  facts: [
    "GET /api/papers 200",
    "GET /api/basket 200",
    "GET /api/customers/1188/wishlist 404",
    "GET /api/customers 404",
  ],
  truth: { outcome: "not-found", kinds: [] },
};

/** Bookbinders: commissions that only a mock has, and pages of a paper mill. */
export const bookbinders: readonly Scenario[] = [commission, wish];
