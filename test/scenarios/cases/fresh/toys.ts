import type { Scenario } from "../../scenario.ts";

const script: Scenario = {
  name: "script-of-the-shop",
  files: {
    "package.json": `{ "name": "toyshop", "type": "module", "scripts": { "build": "vite build" }, "dependencies": { "express": "^5.1.0" }, "devDependencies": { "vite": "^8.0.0" } }
`,
    "server.js": `import express from "express";

const app = express();
app.use("/assets", express.static("dist/assets", { immutable: true, maxAge: "1y", fallthrough: false }));
app.get("/", (req, res) => res.sendFile("dist/index.html", { root: "." }));
app.use((err, req, res, next) => res.status(err.status ?? 500).type("text").send(err.message));
app.listen(process.env.PORT ?? 3000);
`,
    "dist/index.html": `<!doctype html>
<html lang="en">
  <head>
    <title>Toys</title>
    <script type="module" crossorigin src="/assets/index-D4kq1Zx9.js"></script>
  </head>
  <body><div id="app"></div></body>
</html>
`,
    "dist/assets/index-D4kq1Zx9.js": `document.querySelector("#app").textContent = "Toys";
`,
    "dist/.vite/manifest.json": `{
  "src/main.js": { "file": "assets/index-D4kq1Zx9.js", "src": "src/main.js", "isEntry": true }
}
`,
    "src/main.js": `document.querySelector("#app").textContent = "Toys";
`,
    "errors.http": `### from the error reports of this morning
# @name report
GET http://localhost:PORT_OF_shop/assets/index-Bh03mPq2.js
Referer: http://localhost:PORT_OF_shop/
`,
  },
  servers: [{ name: "shop", entry: "server.js" }],
  ask: ["errors.http#report"],
  facts: ["GET / 200", "GET /assets/index-Bh03mPq2.js 404", "GET /assets/index-D4kq1Zx9.js 200"],
  truth: {
    outcome: "not-found",
    kinds: ["stale-asset"],
    links: [
      { file: "dist/index.html", text: "index-D4kq1Zx9" },
      { file: "dist/.vite/manifest.json", text: "index-D4kq1Zx9" },
      { file: "dist/assets/index-D4kq1Zx9.js", text: "Toys" },
    ],
  },
};

const stock: Scenario = {
  name: "stock-of-a-shelf",
  files: {
    "package.json": `{ "name": "stock", "type": "module", "dependencies": { "@koa/router": "^15.0.0", "koa": "^3.0.0" } }
`,
    "src/index.js": `import Koa from "koa";
import { api } from "./api.js";
import { notFound } from "./notFound.js";

const app = new Koa();
app.use(notFound);
app.use(api.routes());
app.listen(Number(process.env.PORT ?? 3000));
`,
    "src/notFound.js": `export async function notFound(ctx, next) {
  await next();
  if (ctx.status === 404 && !ctx.body) {
    ctx.status = 404;
    ctx.body = { ok: false, error: { message: "not found" } };
  }
}
`,
    "src/api.js": `import Router from "@koa/router";
import { query } from "./query.js";

export const api = new Router();
api.get("/ping", (ctx) => {
  ctx.body = { ok: true };
});
api.post("/stock/query", query);
`,
    "src/query.js": `const shelves = { "A-4": [{ toy: "kite", left: 3 }] };

export async function query(ctx) {
  let text = "";
  for await (const chunk of ctx.req) text += chunk;
  const { shelf } = JSON.parse(text || "{}");
  ctx.body = { ok: true, rows: shelves[shelf] ?? [] };
}
`,
    "docs/api.md": `# Stock

\`/stock/query\` takes a shelf: \`{ "shelf": "A-4" }\`. It answers its rows.
`,
    "stock.http": `@stock = http://localhost:PORT_OF_api

###
GET {{stock}}/ping

### what is on the shelf
# @name shelf
GET {{stock}}/stock/query?shelf=A-4
`,
  },
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["stock.http#shelf"],
  facts: ["GET /ping 200", "GET /stock/query?shelf=A-4 404", "POST /stock/query 200"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-method"],
    links: [{ file: "src/api.js", text: '"/stock/query"' }],
    fixes: [{ method: "POST", kind: "edit-request" }],
  },
};

/** A toy shop: the files of its page and its stock. */
export const toys: readonly Scenario[] = [script, stock];
