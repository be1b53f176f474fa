import { type Case, checkCases } from "./cases.ts";

const serve = `import { createServer } from "node:http";
import { dispatch } from "./dispatch.js";
createServer(dispatch).listen(3000);
`;

/** What walks a table in \`table.js\` from its first row. */
const dispatch = `import { table } from "./table.js";
export function dispatch(req, res) {
  const { pathname } = new URL(req.url, "http://shop");
  for (const row of table) if (row.test(req.method, pathname)) return row.run(res);
  res.writeHead(404).end();
}
`;

const handlers = `export const list = (res) => res.end();
export function show(res, { id }) { res.end(id); }
export function latest(res) { res.end(); }
`;

/** A server of \`node:http\` that walks what a file says; its handlers are \`list\`, \`show\` and \`latest\` of \`orders.js\`. */
function walked(name: string, table: string, expected: string): Case {
  const files = {
    "server.js": serve,
    "dispatch.js": dispatch,
    "orders.js": handlers,
    "table.js": `import { latest, list, show } from "./orders.js";\n${table}`,
  };
  return { name, files, table: expected };
}

checkCases("tables that a server of node:http walks", [
  walked(
    "rows of method, path and handler, of which the first that matches answers",
    `export const table = [
  ["GET", "/orders", list],
  ["GET", "/orders/{id}", show],
  ["GET", "/orders/latest", latest],
  ["POST", "/orders/latest", latest],
];`,
    `
      GET /orders table.js:3 -> orders.js:1
      GET /orders/{id} table.js:4 -> orders.js:2
      GET /orders/latest table.js:5 -> orders.js:3 !shadowed by table.js:4
      POST /orders/latest table.js:6 -> orders.js:3`,
  ),
  walked(
    "rows that are sorted before they are walked, of which none is said to hide another",
    `export const table = [
  ["GET", "/orders/{id}", show],
  ["GET", "/orders/latest", latest],
].sort(([, a], [, b]) => a.split("{").length - b.split("{").length);`,
    `
      GET /orders/{id} table.js:3 -> orders.js:2
      GET /orders/latest table.js:4 -> orders.js:3`,
  ),
  walked(
    "objects of method, path and handler, with paths as texts, expressions and URL patterns",
    `export const table = [
  { method: "GET", path: "/orders", handler: list },
  { methods: ["PUT", "PATCH"], url: "/orders/:id", auth: true, run: show },
  { verb: "GET", pattern: /^\\/orders\\/(\\d+)$/, handle: (res, id) => show(res, { id }) },
  { method: "GET", pattern: new URLPattern({ pathname: "/stock/:id" }), handler: show },
  { path: "/any/[id]", handler: show },
];`,
    `
      GET /orders table.js:3 -> orders.js:1
      PUT /orders/{id} table.js:4 -> orders.js:2
      PATCH /orders/{id} table.js:4 -> orders.js:2
      GET /orders/{part1} table.js:5
      GET /stock/{id} table.js:6 -> orders.js:2
      ANY /any/{id} table.js:7 -> orders.js:2`,
  ),
  walked(
    "objects by method and path",
    `export const table = {
  "GET /orders": list,
  "GET /orders/:id": show,
  "/stock": { GET: list, POST: latest },
  DELETE: { "/stock/:id": show },
  "/ping": list,
};`,
    `
      GET /orders table.js:3 -> orders.js:1
      GET /orders/{id} table.js:4 -> orders.js:2
      GET /stock table.js:5 -> orders.js:1
      POST /stock table.js:5 -> orders.js:3
      DELETE /stock/{id} table.js:6 -> orders.js:2
      ANY /ping table.js:7 -> orders.js:1`,
  ),
  walked(
    "maps, and routers of the workspace",
    `const base = "/orders";
export const table = new Map([["/a", list], ["/b", show]]);
table.set("/orders", list);
table.set("GET /orders/:id", show);
class Routes {
  rows = [];
  get(path, handler) { this.rows.push({ path, handler }); }
  add(method, path, handler) { this.rows.push({ method, path, handler }); }
}
const routes = new Routes();
routes.get(\`\${base}/latest\`, latest);
routes.add("POST", "/orders", list);`,
    `
      ANY /a table.js:3 -> orders.js:1
      ANY /b table.js:3 -> orders.js:2
      ANY /orders table.js:4 -> orders.js:1
      GET /orders/{id} table.js:5 -> orders.js:2
      GET /orders/latest table.js:12 -> orders.js:3
      POST /orders table.js:13 -> orders.js:1`,
  ),
  walked(
    "routers of the workspace that are mounted somewhere, whose prefix is unknown",
    `class Routes {
  rows = [];
  use(path, other) { this.rows.push(...other.rows); }
  get(path, handler) { this.rows.push({ path, handler }); }
}
const orders = new Routes();
orders.get("/latest", latest);
export const table = new Routes();
table.use("/orders", orders);`,
    "GET /latest table.js:8 -> orders.js:3 ?mounted where it cannot be followed",
  ),
  {
    name: "rows behind a prefix that the server tells apart, which is unknown for them",
    files: {
      "server.ts": `import { createServer } from "node:http";
const table: [string, string, () => void][] = [["GET", "/orders", () => {}]];
createServer((req, res) => {
  if (!req.url.startsWith("/api/")) return res.writeHead(404).end();
  const path = req.url.slice(4);
  for (const [method, each, run] of table) if (method === req.method && each === path) return run();
  res.writeHead(404).end();
}).listen(3000);
`,
    },
    table: `
      ANY /api/{rest*} server.ts:4
      GET /orders server.ts:2 ?behind_api_`,
  },
]);

checkCases("tables that a worker walks", [
  {
    name: "rows of the module that answers, and of those it imports",
    files: {
      "worker.ts": `import { orders } from "./orders.ts";
const rows = [{ method: "GET", pathname: "/ping", run: () => new Response("pong") }, ...orders];
export default {
  fetch(request: Request) {
    const path = new URL(request.url).pathname;
    return rows.find((row) => row.method === request.method && row.pathname === path)?.run() ?? new Response(null, { status: 404 });
  },
};
`,
      "orders.ts": `const list = () => new Response("[]");
export const orders = [{ method: "GET", pathname: "/orders", run: list }];
`,
    },
    table: `
      GET /ping worker.ts:2
      GET /orders orders.ts:2 -> orders.ts:1`,
  },
]);

checkCases("what is no table of a server", [
  walked(
    "rows whose last value is no function of the workspace",
    `export const table = [["GET", "/orders", "list"], ["GET", "/users", missing]];
export const menu = [{ path: "/home", title: "Home" }, { path: "/orders", title: "Orders" }];
export const links = { "/home": "Home", "/orders": { title: "Orders" } };
export const asked = [["GET", "/orders", 200], ["GET", "/never", 404]];
export const one = ["/orders", list];
fetch("/orders", list);
cache.set("/orders", list);`,
    "",
  ),
  {
    name: "rows in code that the server does not import, in tests, and in packages that start no server",
    files: {
      "server.js": serve,
      "dispatch.js": `export function dispatch(req, res) { res.end(req.url); }`,
      "client.js": `const home = () => fetch(req); export const pages = [{ path: "/home", view: home }, { path: "/orders", view: home }];`,
      "test/server.test.js": `import { createServer } from "node:http"; const run = () => {};
createServer(run); const cases = [["GET", "/orders", run], ["GET", "/users", run]];`,
      "other/index.js": `const run = () => {}; export const table = [["GET", "/orders", run], ["GET", "/users", run]];`,
    },
    table: "",
  },
  {
    name: "rows beside an application of a framework, which alone is asked",
    files: {
      "server.js": `import { createServer } from "node:http";
import express from "express";
import { list } from "./orders.js";
const app = express();
export const checks = [["GET", "/orders", list], ["GET", "/users", list]];
app.get("/health", (req, res) => res.end());
createServer((req, res) => app(req, res)).listen(3000);
`,
      "orders.js": handlers,
    },
    table: "GET /health server.js:6",
  },
]);

checkCases("tables that a server of Python walks", [
  {
    name: "pairs, dictionaries and expressions beside a handler of http.server",
    files: {
      "serve.py": `from http.server import BaseHTTPRequestHandler, HTTPServer
from table import ROUTES, BY_PATH

class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        for method, pattern, run in ROUTES:
            match = pattern.match(self.path)
            if method == "GET" and match:
                return run(self, **match.groupdict())
        self.send_error(404)

HTTPServer(("", 8000), Handler).serve_forever()
`,
      "table.py": `import re
import orders

ROUTES = [
    ("GET", re.compile(r"^/orders$"), orders.all_orders),
    ("GET", re.compile(r"^/orders/(?P<order>\\\\w+)$"), orders.one),
]
BY_PATH = {("GET", "/ping"): orders.ping, "/health": orders.ping}
`,
      "orders.py": `def all_orders(handler): ...
def one(handler, order): ...
def ping(handler): ...
`,
    },
    table: `
      GET /orders table.py:5 -> orders.py:1
      GET /orders/{order} table.py:6 -> orders.py:2
      GET /ping table.py:8 -> orders.py:3
      ANY /health table.py:8 -> orders.py:3`,
  },
]);
