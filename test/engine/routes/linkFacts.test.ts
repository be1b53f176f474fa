import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { lines, readTable, showTable } from "./workspace.ts";

/** Calls that double at each step: more of them than a workspace is ever followed for. */
const doubling = Array.from({ length: 26 }, (_, at) => `function f${at}() { f${at + 1}(); f${at + 1}(); }`).join("\n");

const files = {
  "app.js": `const app = require("express")(); app.get("/orders", (q, s) => s.end()); module.exports = app;`,
  "lost.js": `const r = require("express").Router(); r.get("/lost", (q, s) => s.end()); module.exports = r;`,
};

describe("joining the facts of files", () => {
  it("is not cut short by tests, however long they run", async () => {
    const table = await readTable({
      ...files,
      "test/orders.test.js": `const app = require("express")(); ${doubling} f0();`,
      "test/users.test.js": `const app = require("express")(); app.get("/made-in-a-test", (q, s) => s.end());`,
    });
    assert.equal(
      showTable(table),
      lines(`GET /orders app.js:1
        GET /made-in-a-test test/users.test.js:1 (test)
        GET /lost lost.js:1 !not-registered`),
    );
  });

  it("claims of nothing that it is left out when it was cut short", async () => {
    const table = await readTable({ ...files, "other.js": `const app = require("express")(); ${doubling} f0();` });
    assert.equal(
      showTable(table),
      lines(`GET /orders app.js:1
        GET /lost lost.js:1 ?the workspace is too large to be followed to its end`),
    );
  });
});
