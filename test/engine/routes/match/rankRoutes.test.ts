import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Route, RouteTable } from "../../../../src/engine/model/route.ts";
import { rankRoutes } from "../../../../src/engine/routes/match/rankRoutes.ts";
import { parseRouteQuery } from "../../../../src/engine/routes/match/routeQuery.ts";
import { readTable } from "../workspace.ts";

const app = `import express from "express";
const app = express();
app.get("/api/v1/orders", (req, res) => res.end());
app.get("/api/v1/orders/:id", (req, res) => res.end());
app.put("/api/v1/orders/:id", (req, res) => res.end());
app.get("/api/v1/orders/latest", (req, res) => res.end());
app.get("/status", (req, res) => res.end());
`;

function run(table: RouteTable, typed: string) {
  const work = rankRoutes(table, parseRouteQuery(typed));
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

describe("the routes that a person may have meant", () => {
  let table: RouteTable;
  const ranked = async (typed: string) => {
    table ??= await readTable({ "package.json": '{"dependencies":{"express":"^5.0.0"}}', "app.js": app });
    return run(table, typed).map(({ kind, route, differs }) =>
      `${kind} ${route.method} ${route.path} ${differs.map(({ what }) => what).join()}`.trim(),
    );
  };

  it("all, before anything is typed", async () => {
    assert.equal((await ranked("")).length, 5);
  });

  it("first what the URL reaches, for every method when none was typed", async () => {
    const found = await ranked("http://localhost:3000/api/v1/orders/8472?full=1");
    assert.deepEqual(found.slice(0, 2), ["reached GET /api/v1/orders/{id}", "reached PUT /api/v1/orders/{id}"]);
  });

  it("only the method that was typed, the others differing in it", async () => {
    const found = await ranked("PUT /api/v1/orders/8472");
    assert.equal(found[0], "reached PUT /api/v1/orders/{id}");
    assert.ok(found.includes("near GET /api/v1/orders/{id} method"), found.join("\n"));
  });

  it("then what is written for it and not served", async () => {
    const found = await ranked("GET /api/v1/orders/latest");
    assert.deepEqual(found.slice(0, 2), ["reached GET /api/v1/orders/{id}", "written GET /api/v1/orders/latest"]);
  });

  it("the operation that a document describes is no route beside the one that serves it", async () => {
    await ranked("");
    const [list] = table.routes;
    assert.ok(list !== undefined);
    const described: Route = { ...list, framework: "openapi", file: "api.yaml", line: 9 };
    const kinds = (routes: readonly Route[]) =>
      run({ ...table, routes }, list.path).map(({ kind, route }) => `${kind} ${route.framework}`);
    assert.deepEqual(kinds([list, described]), ["reached express", "fits openapi"]);
    assert.deepEqual(kinds([described]), ["reached openapi"]);
  });

  it("near misses with what differs, the nearest first, where nothing is reached", async () => {
    const found = await ranked("GET /api/v2/orders/8472");
    assert.equal(found[0], "near GET /api/v1/orders/{id} version");
    assert.deepEqual((await ranked("/statsu"))[0], "near GET /status typo");
  });

  it("what begins as typed, while typing", async () => {
    assert.deepEqual(await ranked("/sta"), ["fits GET /status"]);
    assert.deepEqual(await ranked("status"), ["fits GET /status"]);
  });

  it("names no route twice", async () => {
    for (const typed of ["/api/v1/orders", "/api/v1/orders/8472", "GET /", "/status/"]) {
      const found = (await ranked(typed)).map((line) => line.replace(/^\w+ (\w+ \S+).*/, "$1"));
      assert.equal(new Set(found).size, found.length, found.join("\n"));
    }
  });

  it("pauses often enough on a table of thousands that the editor stays fluid", async () => {
    await ranked("");
    const [sample] = table.routes as readonly [Route];
    const routes = Array.from({ length: 4000 }, (_, at) => ({
      ...sample,
      path: `/api/v${(at % 3) + 1}/${["orders", "users", "carts", "books"][at % 4]}${at % 97}/{id}/items/${at}`,
      line: at + 1,
    }));
    const large = { ...table, routes };
    run(large, "/api/v2/orders3/8472/items/7");
    const work = rankRoutes(large, parseRouteQuery("/api/v2/ordres3/8472/items/7"));
    const slices: number[] = [];
    for (let isDone = false; !isDone; ) {
      const before = process.cpuUsage();
      isDone = work.next().done === true;
      const { user, system } = process.cpuUsage(before);
      slices.push((user + system) / 1000);
    }
    assert.ok(slices.length > 80, `${slices.length} slices`);
    // How long a turn takes is the machine's affair; that none holds more than a small share of the work is ours.
    const whole = slices.reduce((sum, slice) => sum + slice, 0);
    const high = slices.toSorted((a, b) => a - b)[Math.floor(slices.length * 0.95)] ?? Number.POSITIVE_INFINITY;
    assert.ok(high < whole / 10, `95 of 100 slices take up to ${high} of ${whole} ms`);
  });
});
