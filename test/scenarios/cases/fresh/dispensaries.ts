import type { Scenario } from "../../scenario.ts";

const stock: Scenario = {
  name: "stock-of-a-dispensary",
  files: {
    "package.json": `{
  "name": "dispensary",
  "scripts": { "start": "ng serve --proxy-config proxy.conf.json", "api": "node api/server.mjs" },
  "dependencies": { "@angular/core": "^20.0.0", "express": "^5.0.0" }
}
`,
    "proxy.conf.json": `{
  "/api": {
    "target": "http://localhost:PORT_OF_api",
    "secure": false,
    "changeOrigin": true,
    "logLevel": "debug"
  }
}
`,
    "angular.json": `{
  "version": 1,
  "projects": {
    "dispensary": {
      "projectType": "application",
      "root": "",
      "sourceRoot": "src",
      "architect": {
        "serve": {
          "builder": "@angular/build:dev-server",
          "options": { "buildTarget": "dispensary:build", "proxyConfig": "proxy.conf.json" }
        }
      }
    }
  }
}
`,
    "src/app/stock.service.ts": `import { HttpClient } from "@angular/common/http";
import { Injectable, inject } from "@angular/core";

@Injectable({ providedIn: "root" })
export class StockService {
  private readonly http = inject(HttpClient);

  level(product: string) {
    return this.http.get<{ boxes: number }>(\`/api/stock/\${product}\`);
  }
}
`,
    "api/server.mjs": `import express from "express";

const levels = { ibuprofen: { boxes: 40 }, paracetamol: { boxes: 112 } };

const app = express();
app.get("/stock", (_req, res) => res.json(levels));
app.get("/stock/:product", (req, res) => {
  const level = levels[req.params.product];
  if (!level) return res.status(404).json({ message: "Product is not kept in stock" });
  res.json(level);
});
app.listen(process.env.PORT ?? 3000);
`,
    "stock.http": `### through ng serve
# @name level
GET http://localhost:PORT_OF_web/api/stock/ibuprofen
`,
  },
  servers: [
    { name: "api", entry: "api/server.mjs" },
    { name: "web", entry: "front:devProxy", env: { PREFIX: "/api", UPSTREAM: "PORT_OF_api" } },
  ],
  ask: ["stock.http#level"],
  facts: [
    "web:GET /api/stock/ibuprofen 404",
    "api:GET /stock/ibuprofen 200",
    "api:GET /api/stock/ibuprofen 404",
    "web:GET / 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-keeps-prefix"],
    links: [
      { file: "proxy.conf.json", text: '"/api"' },
      { file: "proxy.conf.json", text: '"target"' },
      { file: "api/server.mjs", text: 'app.get("/stock/:product"' },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

const suppliers: Scenario = {
  name: "supplier-of-bandages",
  files: {
    "package.json": `{
  "name": "suppliers",
  "private": true,
  "scripts": { "start": "react-scripts start", "server": "node server/index.js" },
  "dependencies": { "react": "^18.3.0", "react-scripts": "5.0.1", "express": "^5.0.0" },
  "devDependencies": { "http-proxy-middleware": "^3.0.0" }
}
`,
    "src/setupProxy.js": `const { createProxyMiddleware } = require("http-proxy-middleware");

module.exports = function setupProxy(app) {
  app.use(
    createProxyMiddleware({
      pathFilter: "/api",
      target: "http://localhost:PORT_OF_server",
      changeOrigin: true,
      pathRewrite: { "^/api": "" },
    }),
  );
};
`,
    "src/suppliers.js": `export async function loadSupplier(id) {
  const response = await fetch(\`/api/suppliers/\${id}\`);
  if (!response.ok) throw new Error("The supplier could not be loaded");
  return response.json();
}
`,
    "server/index.js": `const express = require("express");
const suppliers = require("./suppliers");

const app = express();
app.use("/api/suppliers", suppliers);
app.listen(process.env.PORT || 3001);
`,
    "server/suppliers.js": `const { Router } = require("express");

const router = Router();
const suppliers = new Map([["s-40", { id: "s-40", name: "Gauze & Sons" }]]);

router.get("/", (req, res) => res.json([...suppliers.values()]));
router.get("/:id", (req, res) => {
  const supplier = suppliers.get(req.params.id);
  return supplier ? res.json(supplier) : res.status(404).json({ error: "Unknown supplier" });
});

module.exports = router;
`,
    "suppliers.http": `# @name supplier
GET http://localhost:PORT_OF_web/api/suppliers/s-40
`,
  },
  servers: [
    { name: "server", entry: "server/index.js" },
    { name: "web", entry: "front:devProxy", env: { PREFIX: "/api", STRIP: "/api", UPSTREAM: "PORT_OF_server" } },
  ],
  ask: ["suppliers.http#supplier"],
  facts: ["web:GET /api/suppliers/s-40 404", "server:GET /api/suppliers/s-40 200", "server:GET /suppliers/s-40 404"],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-strips-prefix"],
    links: [
      { file: "src/setupProxy.js", text: "pathRewrite" },
      { file: "src/setupProxy.js", text: "target:" },
      { file: "src/setupProxy.js", text: "pathFilter" },
      { file: "src/setupProxy.js", text: "createProxyMiddleware({" },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

const orders: Scenario = {
  name: "order-of-plasters",
  files: {
    "package.json": `{ "name": "plasters", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" } }
`,
    "api/index.js": `import Koa from "koa";
import { orders } from "./orders.js";

const app = new Koa();
app.use(async (ctx, next) => {
  await next();
  if (ctx.status === 404 && ctx.body === undefined) {
    ctx.status = 404;
    ctx.body = { error: "Not Found", path: ctx.path };
  }
});
app.use(orders.routes());
app.listen(process.env.PORT ?? 3000);
`,
    "api/orders.js": `import Router from "@koa/router";

const all = [{ id: 61, boxes: 12 }];

export const orders = new Router({ prefix: "/api/orders" });
orders.get("/", (ctx) => {
  ctx.body = all;
});
orders.get("/:id", (ctx) => {
  const order = all.find(({ id }) => id === Number(ctx.params.id));
  if (!order) {
    ctx.status = 404;
    ctx.body = { error: "Order not found" };
    return;
  }
  ctx.body = order;
});
`,
    "apache/dispensary.conf": `<VirtualHost *:80>
  ServerName dispensary.example
  ProxyPreserveHost On
  ProxyPass "/shop/" "http://127.0.0.1:PORT_OF_api/api"
  ProxyPassReverse "/shop/" "http://127.0.0.1:PORT_OF_api/api"
</VirtualHost>
`,
    "orders.http": `@shop = http://localhost:PORT_OF_web/shop

# @name order
GET {{shop}}/orders/61
`,
  },
  servers: [
    { name: "api", entry: "api/index.js" },
    {
      name: "web",
      entry: "front:ruleProxy",
      env: { SERVER: "Apache/2.4.62 (Debian)", RULES: '[{ "from": "^/shop/", "to": "/api", "port": "PORT_OF_api" }]' },
    },
  ],
  ask: ["orders.http#order"],
  facts: [
    "web:GET /shop/orders/61 404",
    "api:GET /api/orders/61 200",
    "api:GET /apiorders/61 404",
    "web:GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-joins-wrong"],
    links: [{ file: "apache/dispensary.conf", text: 'ProxyPass "/shop/"' }],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

/** A dispensary: stock behind the proxy of Angular, suppliers behind that of React, orders behind Apache. */
export const dispensaries: readonly Scenario[] = [stock, suppliers, orders];
