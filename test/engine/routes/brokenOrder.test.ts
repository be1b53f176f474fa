import assert from "node:assert/strict";
import { createServer, type RequestListener, type Server } from "node:http";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import type { RouteProblem } from "../../../src/engine/model/route.ts";
import { ask } from "./runningApp.ts";
import { readTable } from "./workspace.ts";

const require = createRequire(import.meta.url);

interface Ordering {
  readonly name: string;
  /** Makes `app`; a handler is written as `ANSWER`, which answers the line it stands on. */
  readonly head: string;
  readonly answer: (line: number) => string;
  /** Registers the routes of the router, where it is not the application. */
  readonly tail?: string;
  readonly listener: (head: string) => RequestListener;
  /** Path asked, lines that register, the line that answers, and what the table says of the other line. */
  readonly cases: readonly (readonly [
    path: string,
    lines: readonly string[],
    answers: number,
    said: RouteProblem | null,
  ])[];
}

const express: Ordering = {
  name: "Express",
  head: `const app = require("express")();`,
  answer: (line) => `(req, res) => res.json({ file: "app.js", line: ${line} })`,
  listener: (text) => new Function("require", `${text}\nreturn app;`)(require),
  cases: [
    ["/a", [`app.get("/a", ANSWER);`, `app.get("/a", ANSWER);`], 2, "duplicate"],
    ["/a", [`app.all("/a", ANSWER);`, `app.get("/a", ANSWER);`], 2, "duplicate"],
    ["/a/me", [`app.get("/a/:id", ANSWER);`, `app.get("/a/me", ANSWER);`], 2, "shadowed"],
    ["/a/me", [`app.get("/a/me", ANSWER);`, `app.get("/a/:id", ANSWER);`], 2, null],
    ["/a/b", [`app.get("/a/*rest", ANSWER);`, `app.get("/a/b", ANSWER);`], 2, "after-catch-all"],
    ["/a", [`app.use(ANSWER);`, `app.get("/a", ANSWER);`], 2, "after-catch-all"],
    ["/a", [`app.get("/A", ANSWER);`, `app.get("/a/", ANSWER);`], 2, "duplicate"],
  ],
};

const koa: Ordering = {
  name: "the router of Koa",
  head: `const Koa = require("koa"); const { Router } = require("@koa/router"); const koa = new Koa(); const app = new Router();`,
  answer: (line) => `(ctx) => { ctx.body = { file: "app.js", line: ${line} }; }`,
  tail: "koa.use(app.routes());",
  listener: (text) => new Function("require", `${text}\nreturn koa.callback();`)(require),
  cases: [
    ["/a", [`app.get("/a", ANSWER);`, `app.get("/a", ANSWER);`], 2, "duplicate"],
    ["/a/me", [`app.get("/a/:id", ANSWER);`, `app.get("/a/me", ANSWER);`], 2, "shadowed"],
    ["/a/b", [`app.get("/a/*rest", ANSWER);`, `app.get("/a/b", ANSWER);`], 2, "after-catch-all"],
    ["/a/b", [`app.get("/a/b", ANSWER);`, `app.get("/a/*rest", ANSWER);`], 2, null],
  ],
};

const hono: Ordering = {
  name: "Hono",
  head: `import { Hono } from "hono"; const app = new Hono();`,
  answer: (line) => `(c) => c.json({ file: "app.js", line: ${line} })`,
  listener: (text) => {
    const app = new Function("Hono", `${text.replace(/^import[^;]*;/, "")}\nreturn app;`)(Hono);
    return getRequestListener(app.fetch);
  },
  cases: [
    ["/a", [`app.get("/a", ANSWER);`, `app.get("/a", ANSWER);`], 2, "duplicate"],
    ["/a", [`app.all("/a", ANSWER);`, `app.get("/a", ANSWER);`], 2, "duplicate"],
    ["/a/me", [`app.get("/a/:id", ANSWER);`, `app.get("/a/me", ANSWER);`], 2, "shadowed"],
    ["/a/b", [`app.get("/a/*", ANSWER);`, `app.get("/a/b", ANSWER);`], 2, "after-catch-all"],
    ["/a/me", [`app.get("/a/me", ANSWER);`, `app.get("/a/:id", ANSWER);`], 2, null],
  ],
};

async function serve(listener: RequestListener): Promise<Server> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

for (const { name, head, answer, tail = "", listener, cases } of [express, koa, hono]) {
  describe(`what an earlier route of the real ${name} keeps requests from`, () => {
    for (const [path, written, first, said] of cases) {
      it(`${said ?? "nothing"}: ${written.join(" ")}`, async () => {
        const lines = written.map((line, index) => line.replace("ANSWER", answer(first + index)));
        const text = [head, ...lines, tail].join("\n");
        const server = await serve(listener(text));
        assert.equal((await ask(server, "GET", path)).where, `app.js:${first}`);
        server.close();
        const { routes } = await readTable({ "app.js": text });
        const late = routes.filter(({ line }) => line === first + 1);
        assert.deepEqual(
          late.map(({ problems, culprit }) => [problems.join(), culprit?.line ?? null]),
          [[said ?? "", said === null ? null : first]],
        );
      });
    }
  });
}

describe("parameters of Next.js that are named differently at one place", () => {
  const { getSortedRoutes } = require("next/dist/shared/lib/router/utils/index.js");
  const handler = "export default function handler(req, res) { res.json(1); }\n";
  const cases: readonly (readonly [one: string, other: string, isRefused: boolean])[] = [
    ["/api/orders/[id]", "/api/orders/[slug]/items", true],
    ["/api/orders/[id]", "/api/orders/[id]/items", false],
    ["/api/orders/[id]", "/api/users/[name]", false],
  ];
  for (const [one, other, isRefused] of cases) {
    it(`${isRefused ? "are refused" : "are taken"}: ${one} ${other}`, async () => {
      if (isRefused) assert.throws(() => getSortedRoutes([one, other]), /different slug names/);
      else getSortedRoutes([one, other]);
      const { routes } = await readTable({
        "package.json": `{ "dependencies": { "next": "^16" } }`,
        [`pages${one}.js`]: handler,
        [`pages${other}.js`]: handler,
      });
      const found = routes.flatMap(({ problems }) => problems);
      assert.deepEqual(found, isRefused ? ["constraint-conflict"] : []);
    });
  }
});
