import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Route } from "../../../../src/engine/model/route.ts";
import {
  fitsPartly,
  fitsQuery,
  isEmptyQuery,
  parseRouteQuery,
} from "../../../../src/engine/routes/match/routeQuery.ts";
import { readTable } from "../workspace.ts";

describe("what was typed to find routes", () => {
  const cases = [
    ["", null, null, ""],
    ["get", "GET", null, ""],
    ["Delete /orders", "DELETE", "/orders", ""],
    ["https://shop.example:8443/api/orders?page=2#top", null, "/api/orders", ""],
    ["POST localhost:3000/orders", "POST", "/orders", ""],
    ["localhost:3000", null, "/", ""],
    ["shop.example/orders", null, "/orders", ""],
    ["  orders  Cancel ", null, null, "orders cancel"],
    ["getting started", null, null, "getting started"],
    ["orders.js", null, null, "orders.js"],
  ] as const;
  for (const [text, method, path, words] of cases) {
    it(`"${text}"`, () => {
      const query = parseRouteQuery(text);
      assert.deepEqual(query, { method, path, words: words === "" ? [] : words.split(" ") });
      assert.equal(isEmptyQuery(query), text === "");
    });
  }
});

describe("routes that fit what was typed", () => {
  const app = `import express from "express";
const app = express();
app.get("/orders", (req, res) => res.end());
app.get("/orders/:id", (req, res) => res.end());
app.delete("/orders/:id/items/:item", (req, res) => res.end());
app.all("/files/*rest", (req, res) => res.end());
`;
  let routes: readonly Route[];
  const fitting = async (text: string, fits = fitsQuery) => {
    routes ??= (await readTable({ "package.json": '{"dependencies":{"express":"^5.0.0"}}', "app.js": app })).routes;
    return routes.filter((route) => fits(route, parseRouteQuery(text))).map(({ method, path }) => `${method} ${path}`);
  };
  const [list, one, item, files] = [
    "GET /orders",
    "GET /orders/{id}",
    "DELETE /orders/{id}/items/{item}",
    "ANY /files/{rest*}",
  ];

  it("all of them before anything is typed", async () => {
    assert.deepEqual(await fitting(""), [list, one, item, files]);
  });

  it("a path is the beginning of a URL, its last segment unfinished", async () => {
    assert.deepEqual(await fitting("/or"), [list, one, item]);
    assert.deepEqual(await fitting("/orders/84"), [one, item]);
    assert.deepEqual(await fitting("/orders/8472/it"), [item]);
    assert.deepEqual(await fitting("/orders/8472/it/"), []);
    assert.deepEqual(await fitting("http://localhost:3000/files/a/b/c"), [files]);
    assert.deepEqual(await fitting("/{id}/items"), [item]);
  });

  it("a method leaves those that answer it", async () => {
    assert.deepEqual(await fitting("DELETE"), [item, files]);
    assert.deepEqual(await fitting("get /orders/8472"), [one]);
  });

  it("words are found in path, framework and file", async () => {
    assert.deepEqual(await fitting("items express"), [item]);
    assert.deepEqual(await fitting("app.js orders"), [list, one, item]);
    assert.deepEqual(await fitting("invoices"), []);
  });

  it("a word with a slash is a part of a URL that begins at a fixed segment", async () => {
    assert.deepEqual(await fitting("orders/8472"), [one, item]);
    assert.deepEqual(await fitting("delete items/3"), [item]);
    assert.deepEqual(await fitting("8472/items"), []);
  });

  it("to narrow a view, so is a path; a whole URL is none", async () => {
    assert.deepEqual(await fitting("/items/3", fitsPartly), [item]);
    assert.deepEqual(await fitting("/items/3"), []);
    assert.deepEqual(await fitting("/3", fitsPartly), []);
    assert.deepEqual(await fitting("GET /items/3", fitsPartly), []);
  });

  it("what is wrong with a route is found by its name", async () => {
    await fitting("");
    const [first] = routes;
    assert.ok(first !== undefined);
    const broken = { ...first, problems: ["not-registered"] as const, deprecated: true };
    for (const text of ["problem", "not registered", "deprecated orders"]) {
      assert.ok(fitsQuery(broken, parseRouteQuery(text)), text);
      assert.ok(!fitsQuery(first, parseRouteQuery(text)), text);
    }
  });
});
