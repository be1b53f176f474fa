import assert from "node:assert/strict";
import { followLine } from "../../src/editor/lineTracking.ts";
import { findUrlAt } from "../../src/editor/urlAt.ts";

describe("followLine", () => {
  const at = (firstLine: number, firstColumn: number, lastLine: number, text: string) => [
    { firstLine, firstColumn, lastLine, text },
  ];

  it("moves with what is put in or taken out above", () => {
    assert.equal(followLine(5, at(1, 1, 1, "a\nb\n")), 7);
    assert.equal(followLine(5, at(2, 1, 4, "")), 3);
    assert.equal(followLine(5, at(4, 9, 4, "\n")), 6);
    assert.equal(followLine(5, at(4, 9, 5, "")), 4);
  });

  it("moves when a line is put in just before it, and stays for changes on it or below", () => {
    assert.equal(followLine(5, at(5, 1, 5, "a\n")), 6);
    assert.equal(followLine(5, at(5, 3, 5, "a\n")), 5);
    assert.equal(followLine(5, at(6, 1, 8, "")), 5);
  });

  it("takes all changes of one edit together", () => {
    assert.equal(followLine(9, [...at(8, 1, 8, "x\n"), ...at(2, 1, 4, "")]), 8);
  });
});

describe("findUrlAt", () => {
  const urlIn = (line: string, at: string) => findUrlAt(line, line.indexOf(at));

  it("finds absolute URLs and quoted paths, not the sentence around them", () => {
    assert.equal(urlIn("see (http://localhost:3000/a/b).", "/a")?.text, "http://localhost:3000/a/b");
    assert.equal(urlIn("[x](https://h.example/a_(b))", "h.")?.text, "https://h.example/a_(b)");
    assert.equal(urlIn('fetch("/api/v1/orders")', "orders")?.text, "/api/v1/orders");
    assert.equal(urlIn("a /path without quotes", "/path"), null);
    assert.equal(findUrlAt('x = 1; fetch("/api")', 0), null);
  });

  it("reads the method from the call, the options or the words before", () => {
    assert.equal(urlIn('axios.post("/api/v1/orders")', "/api")?.method, "POST");
    assert.equal(urlIn('fetch("/api/v1/orders", { method: "DELETE" })', "/api")?.method, "DELETE");
    assert.equal(urlIn("curl -X PUT http://localhost/a", "http")?.method, "PUT");
    assert.equal(urlIn("PATCH http://localhost/a", "http")?.method, "PATCH");
    assert.equal(urlIn("http://localhost/a", "http")?.method, "GET");
  });
});
