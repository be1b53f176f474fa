import type { Scenario } from "../../scenario.ts";

const basket: Scenario = {
  name: "basket-after-a-reload",
  files: {
    "package.json": `{
  "name": "bookshop-web",
  "type": "module",
  "scripts": { "build": "vite build" },
  "dependencies": { "vue": "^3.5.0", "vue-router": "^4.5.0" }
}
`,
    "src/router.js": `import { createRouter, createWebHistory } from "vue-router";
import Basket from "./views/Basket.vue";
import Home from "./views/Home.vue";

export default createRouter({
  history: createWebHistory(),
  routes: [
    { path: "/", component: Home },
    { path: "/basket", component: Basket },
    { path: "/books/:isbn", component: () => import("./views/Book.vue") },
  ],
});
`,
    "src/views/Home.vue": `<template><RouterLink to="/basket">Basket</RouterLink></template>
`,
    "src/views/Basket.vue": `<template><h1>Basket</h1></template>
`,
    "src/views/Book.vue": `<template><h1>{{ $route.params.isbn }}</h1></template>
`,
    "nginx.conf": `server {
  listen 80;
  root /usr/share/nginx/html;

  location / {
    try_files $uri $uri/ =404;
  }

  location /assets/ {
    expires 1y;
  }
}
`,
    Dockerfile: `FROM nginx:1.27-alpine
COPY dist /usr/share/nginx/html
COPY nginx.conf /etc/nginx/conf.d/default.conf
`,
    "pages.http": `### reload of the basket
# @name basket
GET http://localhost:PORT_OF_web/basket
Accept: text/html
`,
  },
  deployed: {
    "dist/index.html": `<!doctype html>
<html><head><title>Bookshop</title><script type="module" src="/assets/index-Bq81mzLd.js"></script></head><body><div id="app"></div></body></html>
`,
    "dist/assets/index-Bq81mzLd.js": `document.getElementById("app").textContent = "Bookshop";
`,
    "web.mjs": `import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";

const types = { ".html": "text/html", ".js": "application/javascript" };
const page = "<html>\\r\\n<head><title>404 Not Found</title></head>\\r\\n<body>\\r\\n<center><h1>404 Not Found</h1></center>\\r\\n<hr><center>nginx/1.27.3</center>\\r\\n</body>\\r\\n</html>\\r\\n";

createServer((request, response) => {
  const [path] = request.url.split("?");
  const found = [join("dist", path), join("dist", path, "index.html")].find((file) => existsSync(file) && statSync(file).isFile());
  if (found === undefined) {
    return response.writeHead(404, { server: "nginx/1.27.3", "content-type": "text/html" }).end(page);
  }
  response.writeHead(200, { server: "nginx/1.27.3", "content-type": types[extname(found)] ?? "application/octet-stream" }).end(readFileSync(found));
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "web", entry: "deployed:web.mjs" }],
  ask: ["pages.http#basket"],
  facts: ["GET /basket 404", "GET / 200", "GET /assets/index-Bq81mzLd.js 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["spa-fallback"],
    links: [
      { file: "nginx.conf", text: "try_files" },
      { file: "src/router.js", text: 'path: "/basket"' },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

const books: Scenario = {
  name: "books-behind-the-gateway",
  files: {
    "package.json": `{ "name": "bookshop", "private": true, "workspaces": ["gateway", "catalogue"] }
`,
    "gateway/package.json": `{ "name": "gateway", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "gateway/src/server.js": `import express from "express";
import { passTo } from "./passTo.js";

const app = express();
app.get("/health", (_req, res) => res.json({ gateway: "up" }));
app.use("/api/books", passTo(process.env.CATALOGUE_URL ?? "http://localhost:PORT_OF_catalogue"));
app.listen(process.env.PORT ?? 8080);
`,
    "gateway/src/passTo.js": `/** Hands a request on to another service and its answer back. */
export function passTo(origin) {
  return async (req, res) => {
    const answer = await fetch(new URL(req.url, origin), {
      method: req.method,
      headers: { accept: req.get("accept") ?? "*/*" },
    });
    res.status(answer.status).type(answer.headers.get("content-type") ?? "text/plain");
    res.send(Buffer.from(await answer.arrayBuffer()));
  };
}
`,
    "catalogue/package.json": `{ "name": "catalogue", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "catalogue/src/server.js": `import Fastify from "fastify";
import { books } from "./books.js";

const app = Fastify();
await app.register(books, { prefix: "/api/books" });
await app.listen({ port: Number(process.env.PORT ?? 8081) });
`,
    "catalogue/src/books.js": `const shelf = [{ isbn: "9780140449136", title: "The Odyssey" }];

export async function books(app) {
  app.get("/", async () => shelf);
  app.get("/:isbn", async ({ params }, reply) => shelf.find(({ isbn }) => isbn === params.isbn) ?? reply.code(404).send({ error: "Book not found" }));
}
`,
    "books.http": `@gateway = http://localhost:PORT_OF_gateway

### Is it up?
GET {{gateway}}/health

### The Odyssey
# @name book
GET {{gateway}}/api/books/9780140449136
`,
  },
  servers: [
    { name: "catalogue", entry: "catalogue/src/server.js" },
    {
      name: "gateway",
      entry: "gateway/src/server.js",
      env: { CATALOGUE_URL: "http://localhost:PORT_OF_catalogue" },
      passesOn: true,
    },
  ],
  ask: ["books.http#book"],
  facts: [
    "gateway:GET /health 200",
    "gateway:GET /api/books/9780140449136 404",
    "catalogue:GET /api/books/9780140449136 200",
    "catalogue:GET /9780140449136 404",
    "gateway:GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-strips-prefix"],
    links: [
      { file: "gateway/src/server.js", text: 'app.use("/api/books"' },
      { file: "gateway/src/passTo.js", text: "new URL(req.url, origin)" },
      { file: "catalogue/src/server.js", text: 'prefix: "/api/books"' },
    ],
    fixes: [{ kind: "edit-rewrite" }, { kind: "edit-route" }],
  },
};

/** A bookshop: a page of the shop after a reload, the books behind the shop's own gateway. */
export const bookshops: readonly Scenario[] = [basket, books];
