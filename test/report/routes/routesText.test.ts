import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { RouteTable } from "../../../src/engine/model/route.ts";
import { matchJson } from "../../../src/report/routes/matchJson.ts";
import { matchText } from "../../../src/report/routes/matchText.ts";
import { routesJson } from "../../../src/report/routes/routesJson.ts";
import { routesText } from "../../../src/report/routes/routesText.ts";
import { plainPaint } from "../../../src/report/terminalText.ts";
import { nearOrder, orderRoute } from "../movedOrder.ts";

const plain = (text: string) => text;
const view = { paint: plainPaint, width: 80 };
const mount = { file: "service/app.js", line: 12, column: 3, prefix: "/api/v1" };

const table: RouteTable = {
  routes: [
    { ...orderRoute, mounts: [mount] },
    { ...orderRoute, method: "POST", path: "/api/v1/orders", line: 20, mounts: [mount] },
    { ...orderRoute, path: "/refunds", file: "service/routes/refunds.js", problems: ["not-registered"] },
    { ...orderRoute, path: "/health", framework: "fastify", unresolved: "a prefix from the environment" },
  ],
  rewrites: [{ kind: "nginx", from: "/shop/", to: "/", file: "nginx.conf", line: 3 }],
  stats: { files: 9, parsed: 4, ms: 12.345 },
};

suite("routes as text and JSON", () => {
  test("a tree of framework, application and routes by path", () => {
    assert.equal(
      routesText(routesJson(table, plain), view),
      `express
  not mounted anywhere
    GET  /refunds  service/routes/refunds.js:11:1  not-registered
  service/app.js
    POST  /api/v1/orders       service/routes/orders.js:20:1
    GET   /api/v1/orders/{id}  service/routes/orders.js:11:1

fastify
  service/routes/orders.js
    GET  /health (a prefix from the environment)  service/routes/orders.js:11:1

rewrites
  nginx  /shop/ -> /  nginx.conf:3

4 routes; 9 files seen, 4 read by a grammar, 12 ms
`,
    );
  });

  test("pages stand apart from routes, in text and JSON", () => {
    const page = { ...orderRoute, path: "/about", framework: "next", file: "app/about/page.tsx", page: true };
    const document = routesJson({ ...table, pages: [page] }, plain);
    assert.equal(document.routes.length, table.routes.length);
    assert.deepEqual(
      document.pages?.map(({ kind, method, path, file }) => [kind, method, path, file]),
      [["page", "GET", "/about", "app/about/page.tsx"]],
    );
    assert.match(routesText(document, view), /\npages\n {4}GET {2}\/about {2}app\/about\/page\.tsx:11:1\n/);
    assert.equal("pages" in routesJson(table, plain), false);
    const module = { ...page, framework: "remix", file: "app/routes/about.tsx", listed: true };
    const listed = routesJson({ ...table, routes: [...table.routes, module] }, plain).routes.at(-1);
    assert.deepEqual(listed && { ...listed, kind: "kind" in listed && listed.kind }, { ...listed, kind: "page" });
  });

  test("what was not read, and why", () => {
    const skipped = [
      { file: "web/bundle.js", why: "minified" },
      { file: "web/loop", why: "link" },
      { file: "secret.py", why: "unreadable" },
      ...Array.from({ length: 20 }, (_, at) => ({ file: `huge${at}.js`, why: "too-large" }) as const),
    ] as const;
    const document = routesJson({ ...table, skipped }, plain);
    assert.deepEqual(document.skipped, skipped);
    assert.match(
      routesText(document, view),
      /\nnot read: web\/bundle\.js \(minified\), web\/loop \(a link to a folder that is read\), secret\.py \(cannot be opened\), .*huge16\.js \(too large\), and 3 more\n/,
    );
    assert.equal("skipped" in routesJson(table, plain), false);
  });

  test("each route with the fields of the contract", () => {
    const document = routesJson(table, plain);
    assert.deepEqual(document.stats, { files: 9, parsed: 4, ms: 12.3 });
    assert.deepEqual(document.routes[0], {
      method: "GET",
      path: "/api/v1/orders/{id}",
      framework: "express",
      file: "service/routes/orders.js",
      line: 11,
      column: 1,
      handler: null,
      mounts: [{ file: "service/app.js", line: 12, prefix: "/api/v1" }],
      problems: [],
      culprit: null,
      unresolved: null,
      test: false,
    });
  });
});

suite("match as text and JSON", () => {
  test("the nearest route, what differs, and what would reach it", () => {
    assert.equal(
      matchText(matchJson(nearOrder, plain), view),
      `GET /api/v2/orders/8472 reaches no route of this workspace. The nearest:
  GET /api/v1/orders/{id} 93 % service/routes/orders.js:11:1
    version: "v1" expected, "v2" asked
    would reach it: /api/v1/orders/8472
`,
    );
  });

  test("the route that is reached, with its parameters", () => {
    const match = { ...nearOrder, matched: orderRoute, params: [{ name: "id", value: "8472" }], near: [] };
    assert.equal(
      matchText(matchJson(match, plain), view),
      `GET /api/v2/orders/8472 reaches GET /api/v1/orders/{id}
  service/routes/orders.js:11:1 (express)
  id = 8472
`,
    );
  });

  test("a path that is near nothing", () => {
    assert.match(matchText(matchJson({ ...nearOrder, near: [] }, plain), view), /reaches no route .* none is near\./);
  });
});
