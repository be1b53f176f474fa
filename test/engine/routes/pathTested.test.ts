import { type Case, checkCases } from "./cases.ts";

const node: readonly Case[] = [
  {
    name: "reads comparisons, regular expressions, prefixes, switches and what a handler calls",
    files: {
      "server.ts": `import { createServer } from "node:http"; import { stations } from "./stations";
        const ORDER = /^\\/orders\\/(\\d+)$/;
        createServer(async (req, res) => {
          const { pathname } = new URL(req.url, "http://x");
          if (req.method === "GET" && pathname === "/health") return res.end();
          const order = ORDER.exec(pathname);
          if (order && req.method === "DELETE") return res.end(order[1]);
          if (pathname.startsWith("/api/")) {
            switch (pathname) {
              case "/api/users":
                if (req.method === "POST") return res.end();
                return res.end();
              case "/api/ping":
                return res.end();
            }
          } else if (pathname.startsWith("/files/")) res.end();
          if (req.method !== "PUT") { res.statusCode = 405; return res.end(); }
          if (["/a", "/b"].includes(pathname)) res.end();
          stations(req, res);
        }).listen(0);`,
      "stations.ts": `export function stations(req, res) {
          if (/^\\/stations\\/(?<id>[a-z]+)/.test(req.url)) res.end();
        }
        export function other(req) { return req.url === "/never"; }`,
    },
    table: `
      GET /health server.ts:5
      DELETE /orders/{part1} server.ts:7
      POST /api/users server.ts:10
      ANY /api/ping server.ts:13
      ANY /files/{rest*} server.ts:16
      PUT /b server.ts:18
      PUT /a server.ts:18
      ANY /stations/{id}/{rest*} stations.ts:2`,
  },
  {
    name: "reads Bun's routes, URL patterns and the fetch handlers of workers",
    files: {
      "bun.ts": `Bun.serve({
          routes: {
            "/orders/:id": { GET: (request) => new Response(), DELETE: remove },
            "/ping": () => new Response("x"),
          },
          fetch(request) { return new Response("x", { status: 404 }); },
        });
        function remove() {}`,
      "worker.ts": `const book = new URLPattern({ pathname: "/books/:id" });
        export default {
          async fetch(request, env) {
            const url = new URL(request.url);
            if (book.test(request.url)) return new Response();
            if (url.pathname === "/" && request.method === "POST") return new Response();
            return new Response(null, { status: 404 });
          },
        };`,
    },
    table: `
      GET /orders/{id} bun.ts:3
      DELETE /orders/{id} bun.ts:3 -> bun.ts:8
      ANY /ping bun.ts:4
      ANY /books/{id} worker.ts:5
      POST / worker.ts:6`,
  },
  {
    name: "reads an expression whose match is taken apart at once",
    files: {
      "server.js": `import { createServer } from "node:http";
        const ORDER = /^\\/orders\\/(?<id>\\d+)$/;
        createServer((req, res) => {
          const { pathname, searchParams } = new URL(req.url, "http://x");
          if (pathname === "/players") return res.end();
          const [, handle] = /^\\/players\\/([a-z0-9]+)$/.exec(pathname) ?? [];
          if (handle) return res.end(handle);
          const { id } = pathname.match(ORDER)?.groups ?? {};
          if (req.method !== "GET") return res.writeHead(405).end();
          const { groups } = ORDER.exec(pathname) ?? {};
          res.end(id);
        }).listen(0);`,
    },
    table: `
      ANY /players server.js:5
      ANY /players/{part1} server.js:6
      GET /orders/{id} server.js:10`,
  },
  {
    name: "takes no path from servers that only carry an application, nor from code that serves nothing",
    files: {
      "index.js": `const http = require("http"); const app = require("express")();
        app.get("/a", (req, res) => res.end());
        http.createServer((req, res) => app(req, res)).listen(0);`,
      "client.js": `export function isHome(location) { if (location.pathname === "/home") return true; }`,
    },
    table: `GET /a index.js:2`,
  },
];

const python: readonly Case[] = [
  {
    name: "reads what do_GET and its like compare",
    files: {
      "app.py": `import re
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import urlparse

class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        path = urlparse(self.path).path
        if path == "/":
            self.send_response(200)
        elif path in ("/a", "/b"):
            self.send_response(200)
        elif (m := re.match(r"/orders/(\\\\d+)$", path)):
            self.send_response(200)
        elif path.startswith("/static/"):
            self.send_response(200)

    def do_POST(self):
        match self.path:
            case "/login":
                self.send_response(200)
            case _:
                self.send_response(404)

HTTPServer(("", 8000), Handler).serve_forever()
`,
    },
    table: `
      GET / app.py:8
      GET /b app.py:10
      GET /a app.py:10
      GET /orders/{part1} app.py:12
      GET /static/{rest*} app.py:14
      POST /login app.py:19`,
  },
];

checkCases("servers without a router", node);
checkCases("Python's own server", python);
