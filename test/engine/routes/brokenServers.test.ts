import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import type { RouteProblem } from "../../../src/engine/model/route.ts";
import { readTable } from "./workspace.ts";

const require = createRequire(import.meta.url);

interface Server {
  readonly name: string;
  /** Makes `app`, on which each line registers. */
  readonly head: string;
  /** The last step of registration, at which some frameworks first look at what they were given. */
  readonly tail: string;
  readonly cases: readonly (readonly [line: string, problem: RouteProblem | null])[];
}

// Each line is registered on the real framework, which throws exactly where the table names a problem.
const servers: readonly Server[] = [
  {
    name: "Fastify",
    head: `const app = require("fastify")(); const handlers = { list: async () => 1 };\n`,
    tail: "\nreturn app.ready();",
    cases: [
      [`app.get("/a", handlers.list); app.get("/a", async () => 2);`, "duplicate"],
      [`app.get("/a/:id", handlers.list); app.get("/a/:name", async () => 2);`, "duplicate"],
      [`app.get("/a", handlers.list); app.post("/a", handlers.list);`, null],
      [`app.get("/a/:id", handlers.list); app.get("/a/b", handlers.list);`, null],
      [`app.get("/a/:id(^\\\\d+$)", handlers.list); app.get("/a/:id", handlers.list);`, null],
      [`app.get("/a", { constraints: { version: "1.0.0" } }, handlers.list); app.get("/a", handlers.list);`, null],
      [`app.get("/a", { constraints: { host: "a.example" } }, handlers.list); app.get("/a", handlers.list);`, null],
      [
        `app.route({ method: "GET", url: "/a", handler: handlers.list, constraints: { version: "2.0.0" } }); app.get("/a", handlers.list);`,
        null,
      ],
      [
        `app.register(async (inner) => { inner.get("/b", handlers.list); }, { prefix: "/a" }); app.get("/a/b", async () => 2);`,
        "duplicate",
      ],
      [`app.get("/a", handlers.lost);`, "missing-handler"],
    ],
  },
  {
    name: "Hapi",
    head: `const app = require("@hapi/hapi").server(); const handlers = { list: () => 1 };\n`,
    tail: "\nreturn app.initialize();",
    cases: [
      [
        `app.route({ method: "GET", path: "/a", handler: handlers.list }); app.route({ method: "GET", path: "/a", handler: () => 2 });`,
        "duplicate",
      ],
      [
        `app.route({ method: "GET", path: "/a/{id}", handler: handlers.list }); app.route({ method: "GET", path: "/a/{n}", handler: () => 2 });`,
        "duplicate",
      ],
      [
        `app.route({ method: "GET", path: "/a/{id}", handler: handlers.list }); app.route({ method: "GET", path: "/a/b", handler: () => 2 });`,
        null,
      ],
      [
        `app.route({ method: "*", path: "/a", handler: handlers.list }); app.route({ method: "GET", path: "/a", handler: () => 2 });`,
        null,
      ],
      [
        `app.route({ method: "GET", path: "/a", vhost: "a.example", handler: handlers.list }); app.route({ method: "GET", path: "/a", handler: () => 2 });`,
        null,
      ],
      [`app.route({ method: "GET", path: "/a", handler: handlers.lost });`, "missing-handler"],
    ],
  },
  {
    name: "the router of Koa",
    head: `const Koa = require("koa"); const { Router } = require("@koa/router"); const koa = new Koa(); const app = new Router();
const handlers = { list: (ctx) => { ctx.body = 1; } };\n`,
    tail: "\nkoa.use(app.routes());",
    cases: [
      [`app.get("/a", handlers.list);`, null],
      [`app.get("/a", handlers.lost);`, "missing-handler"],
      [`app.get("/a/:id", handlers.list); app.post("/a/:id", handlers.list);`, null],
    ],
  },
];

for (const { name, head, tail, cases } of servers) {
  describe(`routes that the real ${name} refuses to register`, () => {
    for (const [line, problem] of cases) {
      it(`${problem ?? "none"}: ${line}`, async () => {
        const register = async () => new Function("require", head + line + tail)(require);
        if (problem === null) await register();
        else await assert.rejects(register);
        const { routes } = await readTable({ "app.js": head + line + tail.replace("return ", "") });
        const found = new Set(routes.flatMap((route) => route.problems));
        assert.deepEqual([...found], problem === null ? [] : [problem]);
      });
    }
  });
}
