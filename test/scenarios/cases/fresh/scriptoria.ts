import type { Scenario } from "../../scenario.ts";

const leaf: Scenario = {
  name: "leaf-of-a-codex",
  files: {
    "package.json": `{ "name": "codices", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "src/app.ts": `import Fastify from "fastify";
import { leaves } from "./leaves.ts";

const app = Fastify();
await app.register(leaves, { prefix: "/leaves" });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/leaves.ts": `import type { FastifyPluginAsync } from "fastify";

const scans = new Map([
  ["cod-12/f3r", { codex: "cod-12", folio: "3 recto", dpi: 600 }],
  ["cod-12/f3v", { codex: "cod-12", folio: "3 verso", dpi: 600 }],
  ["binding", { codex: "cod-12", folio: "binding", dpi: 300 }],
]);

export const leaves: FastifyPluginAsync = async (app) => {
  app.get("/", async () => [...scans.keys()]);
  app.get<{ Params: { shelfmark: string } }>("/:shelfmark", async (request, reply) => {
    const scan = scans.get(request.params.shelfmark);
    return scan ?? reply.code(404).send({ error: "Leaf not found" });
  });
};
`,
    "proxy/nginx.conf": `events {}
http {
  server {
    listen 80;

    location /library/ {
      proxy_http_version 1.1;
      proxy_set_header Host $host;
      proxy_pass http://127.0.0.1:PORT_OF_api/;
    }
  }
}
`,
    "leaves.http": `@library = http://localhost:PORT_OF_web/library

### list
GET {{library}}/leaves

### binding
GET {{library}}/leaves/binding

### folio 3 recto
# @name recto
GET {{library}}/leaves/cod-12%2Ff3r
Accept: application/json
`,
  },
  deployed: {
    "edge.mjs": `import { createServer, request } from "node:http";

const page = "<html>\\r\\n<head><title>404 Not Found</title></head>\\r\\n<body>\\r\\n<center><h1>404 Not Found</h1></center>\\r\\n<hr><center>nginx/1.27.3</center>\\r\\n</body>\\r\\n</html>\\r\\n";

createServer((incoming, outgoing) => {
  const [path, query] = incoming.url.split("?");
  if (!path.startsWith("/library/")) {
    return outgoing.writeHead(404, { server: "nginx/1.27.3", "content-type": "text/html" }).end(page);
  }
  const target = encodeURI(decodeURIComponent(path).slice("/library".length)) + (query === undefined ? "" : \`?\${query}\`);
  const sent = request({ host: "localhost", port: process.env.UPSTREAM, method: incoming.method, path: target, headers: incoming.headers }, (answer) => {
    outgoing.writeHead(answer.statusCode, { ...answer.headers, server: "nginx/1.27.3" });
    answer.pipe(outgoing);
  });
  incoming.pipe(sent);
}).listen(process.env.PORT);
`,
  },
  servers: [
    { name: "api", entry: "src/app.ts" },
    { name: "web", entry: "deployed:edge.mjs", env: { UPSTREAM: "PORT_OF_api" }, passesOn: true },
  ],
  ask: ["leaves.http#recto"],
  facts: [
    "web:GET /library/leaves/cod-12%2Ff3r 404",
    "web:GET /library/leaves/binding 200",
    "api:GET /leaves/cod-12%2Ff3r 200",
    "web:GET /library/leaves/none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["id-encoding"],
    links: [
      { file: "proxy/nginx.conf", text: "proxy_pass" },
      { file: "src/leaves.ts", text: '"/:shelfmark"' },
    ],
  },
};

const latest: Scenario = {
  name: "latest-book-of-the-house",
  files: {
    "docker-compose.yml": `services:
  traefik:
    image: traefik:v3.1
    command:
      - --providers.docker
      - --entrypoints.web.address=:80
    ports:
      - "PORT_OF_edge:80"
  books:
    build: .
    labels:
      - traefik.http.routers.books.rule=PathPrefix(\`/scriptorium\`)
      - traefik.http.routers.books.middlewares=books-strip
      - traefik.http.middlewares.books-strip.stripprefix.prefixes=/scriptorium
      - traefik.http.services.books.loadbalancer.server.port=3000
`,
    "package.json": `{ "name": "books", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" } }
`,
    "server.js": `import Koa from "koa";
import { books } from "./books.js";

const app = new Koa({ proxy: true });
app.use(books.routes()).use(books.allowedMethods());
app.listen(process.env.PORT ?? 3000);
`,
    "books.js": `import Router from "@koa/router";

const all = [
  { id: 8, title: "Herbal", leaves: 120 },
  { id: 9, title: "Bestiary", leaves: 96 },
];

export const books = new Router({ prefix: "/books" });

books.get("/", (ctx) => {
  ctx.body = all;
});

books.get("/newest", (ctx) => {
  ctx.redirect(\`/books/\${all.at(-1).id}\`);
});

books.get("/:id", (ctx) => {
  const book = all.find(({ id }) => String(id) === ctx.params.id);
  ctx.assert(book, 404, "No such book");
  ctx.body = book;
});
`,
    "books.http": `@house = http://localhost:PORT_OF_edge/scriptorium

### books
GET {{house}}/books

### newest
# @name newest
GET {{house}}/books/newest
`,
  },
  servers: [
    { name: "books", entry: "server.js" },
    {
      name: "edge",
      entry: "front:ruleProxy",
      env: { SERVER: "traefik", RULES: '[{ "from": "^/scriptorium", "to": "", "port": "PORT_OF_books" }]' },
    },
  ],
  ask: ["books.http#newest"],
  facts: [
    "edge:GET /scriptorium/books 200",
    "edge:GET /scriptorium/books/newest 302",
    "edge:GET /books/9 404",
    "edge:GET /scriptorium/books/9 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["redirect-drops-path"],
    links: [
      { file: "books.js", text: "ctx.redirect(" },
      { file: "docker-compose.yml", text: "stripprefix.prefixes" },
      { file: "docker-compose.yml", text: "routers.books.rule" },
    ],
    fixes: [{ url: "/scriptorium/books/9" }, { kind: "edit-route" }, { kind: "edit-rewrite" }],
  },
};

const desk: Scenario = {
  name: "desk-of-the-house",
  files: {
    "compose.yaml": `services:
  api:
    build: api
    ports:
      - "PORT_OF_api:3000"
  desk:
    build: desk
    ports:
      - "PORT_OF_desk:8080"
    environment:
      API_URL: http://api:3000
`,
    "api/package.json": `{ "name": "api", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "api/main.ts": `import express, { Router } from "express";

const orders = [{ id: 3, text: "Two initials in gold" }];
const api = Router();

api.get("/orders", (_req, res) => {
  res.json(orders);
});
api.get("/orders/:id", (req, res) => {
  const order = orders.find(({ id }) => id === Number(req.params.id));
  if (order === undefined) {
    res.status(404).json({ error: "order not found" });
    return;
  }
  res.json(order);
});

const app = express();
app.disable("x-powered-by");
app.use("/api", api);
app.listen(Number(process.env.PORT ?? 3000));
`,
    "desk/package.json": `{ "name": "desk", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "desk/main.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";

const desk = new Hono();
desk.get("/", (c) => c.html("<!doctype html><title>Desk</title><h1>Orders</h1>"));
serve({ fetch: desk.fetch, port: Number(process.env.PORT ?? 8080) });
`,
    "desk.http": `### open the desk
# @name desk
GET http://localhost:PORT_OF_api

### orders
GET http://localhost:PORT_OF_api/api/orders
`,
  },
  servers: [
    { name: "api", entry: "api/main.ts" },
    { name: "desk", entry: "desk/main.ts" },
  ],
  ask: ["desk.http#desk"],
  facts: ["api:GET / 404", "api:GET /api/orders 200", "desk:GET / 200", "desk:GET /api/orders 404"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-entrypoint"],
    fixes: [
      { url: "http://localhost:PORT_OF_desk/" },
      { url: "http://localhost:PORT_OF_desk" },
      { url: "/api/orders" },
    ],
  },
};

/** A scriptorium: a leaf whose name holds a slash, a book behind an edge router, the desk of the house. */
export const scriptoria: readonly Scenario[] = [leaf, latest, desk];
