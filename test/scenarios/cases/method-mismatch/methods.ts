import type { Scenario } from "../../scenario.ts";

const cancel: Scenario = {
  name: "cancel-a-class",
  files: {
    "package.json": '{ "name": "gym", "dependencies": { "express": "^5.0.0" } }',
    "gym.http": `@gym = http://localhost:PORT_OF_api

# @name cancel
GET {{gym}}/classes/yoga-7/cancel
`,
    "gym.js": `const express = require("express");
const controller = require("./classes");

const app = express();
app.get("/classes", controller.list);
app.post("/classes/:id/cancel", controller.cancel);
app.listen(process.env.PORT || 3000);
`,
    "classes.js": `exports.list = (req, res) => res.json(["yoga-7"]);
exports.cancel = (req, res) => res.status(202).json({ cancelled: req.params.id });
`,
  },
  servers: [{ name: "api", entry: "gym.js" }],
  ask: ["gym.http#cancel"],
  facts: ["GET /classes/yoga-7/cancel 404", "POST /classes/yoga-7/cancel 202"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-method"],
    links: [{ file: "gym.js", text: 'app.post("/classes/:id/cancel"' }],
    fixes: [{ method: "POST", url: "/classes/yoga-7/cancel" }],
  },
};

const labels: Scenario = {
  name: "print-labels",
  files: {
    "package.json": '{ "name": "labels", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "labels.http": `# @name printer
POST http://localhost:PORT_OF_api/printers/p1/jobs
Content-Type: application/json

{ "copies": 2 }
`,
    "labels.js": `import fastify from "fastify";

const app = fastify();
app.route({ method: ["PUT", "PATCH"], url: "/printers/:printer/jobs", handler: async () => ({ queued: true }) });
app.get("/printers/:printer", async ({ params }) => ({ printer: params.printer }));
app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [{ name: "api", entry: "labels.js" }],
  ask: ["labels.http#printer", "--allow-unsafe"],
  facts: ["POST /printers/p1/jobs 404", "PUT /printers/p1/jobs 200"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-method"],
    links: [{ file: "labels.js", text: 'url: "/printers/:printer/jobs"' }],
    fixes: [
      { method: "PUT", url: "/printers/p1/jobs" },
      { method: "PATCH", url: "/printers/p1/jobs" },
    ],
  },
  consented: ["POST /printers/p1/jobs"],
};

const votes: Scenario = {
  name: "vote-count",
  files: {
    "package.json":
      '{ "name": "votes", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }',
    "votes.http": `# @name vote
GET http://localhost:PORT_OF_api/polls/lunch/votes
`,
    "votes.js": `import Koa from "koa";
import Router from "@koa/router";

const polls = new Router();
polls
  .get("/polls", (ctx) => {
    ctx.body = ["lunch"];
  })
  .post("/polls/:poll/votes", (ctx) => {
    ctx.status = 201;
    ctx.body = { poll: ctx.params.poll };
  });

new Koa().use(polls.routes()).listen(process.env.PORT ?? 3000);
`,
  },
  servers: [{ name: "api", entry: "votes.js" }],
  ask: ["votes.http#vote"],
  facts: ["GET /polls/lunch/votes 404", "POST /polls/lunch/votes 201"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-method"],
    links: [{ file: "votes.js", text: '.post("/polls/:poll/votes"' }],
    fixes: [{ method: "POST", url: "/polls/lunch/votes" }],
  },
};

const returns: Scenario = {
  name: "return-a-book",
  files: {
    "returns.http": `# @name returnBook
GET http://127.0.0.1:PORT_OF_api/loans/8/return
`,
    "manage.py": `import os
import sys

from django.conf import settings
from django.http import JsonResponse
from django.urls import path
from django.views.decorators.http import require_POST

settings.configure(DEBUG=False, SECRET_KEY="k", ROOT_URLCONF=__name__, ALLOWED_HOSTS=["127.0.0.1", "localhost"], MIDDLEWARE=[])


def loans(request):
    return JsonResponse({"loans": [8, 9]})


@require_POST
def return_book(request, loan):
    return JsonResponse({"returned": loan})


urlpatterns = [
    path("loans", loans),
    path("loans/<int:loan>/return", return_book),
]

if __name__ == "__main__":
    from wsgiref.simple_server import make_server

    from django.core.wsgi import get_wsgi_application

    make_server("127.0.0.1", int(os.environ.get("PORT", 8000)), get_wsgi_application()).serve_forever()
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "django" }],
  ask: ["returns.http#returnBook"],
  facts: ["GET /loans/8/return 405", "POST /loans/8/return 200", "GET /loans 200"],
  truth: {
    outcome: "soft-not-found",
    kinds: ["wrong-method"],
    links: [
      { file: "manage.py", text: 'path("loans/<int:loan>/return"' },
      { file: "manage.py", text: "def return_book" },
    ],
    fixes: [{ method: "POST", url: "/loans/8/return" }],
  },
};

const uptime: Scenario = {
  name: "uptime-check",
  files: {
    "package.json": '{ "name": "status", "type": "module" }',
    "uptime.http": `# @name uptime
HEAD http://localhost:PORT_OF_api/status/summary
`,
    "status.js": `import { createServer } from "node:http";

const pages = { "/status/summary": { healthy: true }, "/status/history": [] };

createServer((request, response) => {
  const page = request.method === "GET" ? pages[request.url] : undefined;
  response.setHeader("content-type", "application/json");
  if (page === undefined) {
    response.statusCode = 404;
    return response.end();
  }
  response.end(JSON.stringify(page));
}).listen(process.env.PORT ?? 3000);
`,
  },
  servers: [{ name: "api", entry: "status.js" }],
  ask: ["uptime.http#uptime"],
  facts: ["HEAD /status/summary 404", "GET /status/summary 200"],
  truth: { outcome: "not-found", kinds: ["head-not-routed"], fixes: [{ method: "GET", url: "/status/summary" }] },
};

const preflight: Scenario = {
  name: "browser-asks-first",
  files: {
    "package.json":
      '{ "name": "basket-api", "type": "module", "dependencies": { "hono": "^4.0.0", "@hono/node-server": "^2.0.0" } }',
    "preflight.http": `### sent by the browser
# @name preflight
OPTIONS http://localhost:PORT_OF_api/api/baskets
Origin: http://shop.example.test
Access-Control-Request-Method: POST
Access-Control-Request-Headers: content-type
`,
    "baskets.js": `import { serve } from "@hono/node-server";
import { Hono } from "hono";

const api = new Hono();
api.get("/baskets", (c) => c.json([]));
api.post("/baskets", (c) => c.json({ id: 1 }, 201));

const app = new Hono();
app.route("/api", api);
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [{ name: "api", entry: "baskets.js" }],
  ask: ["preflight.http#preflight"],
  facts: [
    "OPTIONS /api/baskets 404 | Origin: http://shop.example.test | Access-Control-Request-Method: POST",
    "GET /api/baskets 200",
  ],
  truth: { outcome: "not-found", kinds: ["preflight"], links: [{ file: "baskets.js", text: 'api.post("/baskets"' }] },
};

const live: Scenario = {
  name: "live-prices",
  files: {
    "package.json": '{ "name": "prices", "type": "module" }',
    "prices.http": `# @name live
GET http://localhost:PORT_OF_web/prices/live
Connection: Upgrade
Upgrade: websocket
Sec-WebSocket-Version: 13
Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
`,
    "prices.js": `import { createHash } from "node:crypto";
import { createServer } from "node:http";

const server = createServer((request, response) => {
  const found = request.url === "/prices";
  response.writeHead(found ? 200 : 404, { "content-type": "application/json" });
  response.end(JSON.stringify(found ? { gold: 71 } : { error: "nothing here" }));
});

server.on("upgrade", (request, socket) => {
  if (request.url !== "/prices/live") return socket.end("HTTP/1.1 404 Not Found\\r\\n\\r\\n");
  const key = request.headers["sec-websocket-key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  const accept = createHash("sha1").update(key).digest("base64");
  socket.write("HTTP/1.1 101 Switching Protocols\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\nSec-WebSocket-Accept: " + accept + "\\r\\n\\r\\n");
});
server.listen(process.env.PORT ?? 3000);
`,
  },
  servers: [
    { name: "api", entry: "prices.js" },
    { name: "web", entry: "front:headerFilter", env: { UPSTREAM: "PORT_OF_api" } },
  ],
  ask: ["prices.http#live"],
  facts: [
    "web:GET /prices/live 404 | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    "api:GET /prices/live 101 | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    "web:GET /prices 200",
  ],
  truth: { outcome: "not-found", kinds: ["upgrade-lost"] },
};

/** Requests whose path exists, though not for their method. */
export const methods: readonly Scenario[] = [cancel, labels, votes, returns, uptime, preflight, live];
