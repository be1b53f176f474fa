import assert from "node:assert/strict";
import { followLine } from "../../src/editor/investigations/lineTracking.ts";
import { fillTemplate, findUrlAt, findUrls, linesAround } from "../../src/editor/routes/urlAt.ts";
import { assertLinear } from "../growth.ts";

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

  /** The one URL of a text in which it is marked by its first word of a path. */
  const urlOf = (text: string, at: string) => {
    const lines = text.split("\n");
    const line = lines.findIndex((each) => each.includes(at));
    const around = linesAround((each) => lines[each] ?? "", lines.length, line);
    const [found] = findUrls(lines[line] ?? "", around);
    return found === undefined ? null : `${found.method} ${found.text} ${found.isSent} ${found.callsAbove}`;
  };

  it("reads the method of a call over several lines", () => {
    const cases: readonly (readonly [string, string])[] = [
      ['fetch("/a", {\n  headers: { a: 1 },\n  method: "POST",\n});', "POST /a true 0"],
      ['await requests.put(\n    f"{BASE}/a",\n    json={},\n)', "PUT /a true 1"],
      ['axios({\n  method: "patch",\n  url: "/a",\n})', "PATCH /a true 2"],
      ['axios({\n  url: "/a",\n  method: "delete",\n})', "DELETE /a true 1"],
      ["curl -sS \\\n  http://h/a \\\n  -X POST", "POST http://h/a true 0"],
      ['{ "method": "PUT", "url": "/a" }', "PUT /a true 0"],
    ];
    for (const [text, found] of cases) {
      assert.equal(urlOf(text, "/a"), found, text);
    }
  });

  it("takes no method of another call", () => {
    const cases: readonly (readonly [string, string])[] = [
      ['fetch("/a");\nfetch("/b", { method: "POST" });', "GET /a true 0"],
      ['fetch("/a")\n  .then(() => fetch("/b", { method: "POST" }))', "GET /a true 0"],
      ['const orders = "/a";\nfetch(orders, { method: "POST" });', "GET /a false 0"],
      ["echo DELETE\ncurl http://h/a\ncurl -X POST http://h/b", "GET http://h/a false 0"],
      ['api.post(\n  "/b",\n);\nlink("/a");', "GET /a false 0"],
    ];
    for (const [text, found] of cases) {
      assert.equal(urlOf(text, "/a"), found, text);
    }
  });

  it("says how far above a registration over several lines begins", () => {
    assert.equal(urlOf('router.get(\n  "/a",\n  handler,\n);', "/a"), "GET /a true 1");
    assert.equal(urlOf('app.route({\n  method: "GET",\n  url: "/a",\n});', "/a"), "GET /a true 2");
    assert.equal(urlOf('app.get("/b", () => {\n  const url = "/a";', "/a"), "GET /a false 0");
  });

  it("says when the method is only a guess", () => {
    assert.equal(urlIn("http://localhost/a", "http")?.isMethodNamed, false);
    assert.equal(urlIn('axios.get("/api/v1/orders")', "/api")?.isMethodNamed, true);
    assert.equal(urlIn(`axios.post(\`\${base}/api/v1/orders\`)`, "/api")?.method, "POST");
  });
});

describe("findUrls", () => {
  it("tells what is sent from what is only a path", () => {
    const isSent = (line: string) => findUrls(line)[0]?.isSent;
    for (const call of [
      'api.get("/orders")',
      'fetch("/orders")',
      'axios({ url: "/orders" })',
      'httpClient("/orders")',
    ]) {
      assert.equal(isSent(call), true, call);
    }
    for (const path of ['<a href="/orders">', 'navigate("/orders")', 'const orders = "/orders";']) {
      assert.equal(isSent(path), false, path);
    }
  });

  const texts = (line: string) => findUrls(line).map(({ text }) => text);

  it("finds paths behind a base that is only known at run time", () => {
    assert.deepEqual(texts(`fetch(\`\${base}/orders/\${order.id}/items\`)`), [`/orders/\${order.id}/items`]);
    assert.deepEqual(texts('requests.get(f"{BASE}/orders/{order_id}")'), ["/orders/{order_id}"]);
    assert.deepEqual(texts('get(BASE + "/orders/" + id)'), ["/orders/{}"]);
    assert.deepEqual(texts('get("/orders/%s" % id)'), ["/orders/%s"]);
  });

  it("finds paths after a method in prose, and several in a line", () => {
    assert.deepEqual(texts("Ask `GET /orders/7`, or DELETE /orders/7."), ["/orders/7", "/orders/7"]);
    assert.deepEqual(texts('["/a", "/b/c"]'), ["/a", "/b/c"]);
    assert.deepEqual(texts("either /this or /that"), []);
  });

  it("finds a path that is a value of its own, as data may write it", () => {
    for (const line of [
      "  path: /orders/{id}",
      "- /orders/{id} # checked",
      "  - url: /orders/{id}",
      "ORDERS=/orders/{id}",
    ]) {
      assert.deepEqual(texts(line), ["/orders/{id}"], line);
    }
    for (const line of [
      "path: /",
      "const re = /orders/g",
      "  re: /orders/,",
      "/orders/7",
      "a: b /orders",
      "total = a",
      "see: /this or",
    ]) {
      assert.deepEqual(texts(line), [], line);
    }
  });

  it("keeps what is pointed at to what is written", () => {
    const line = 'get("/orders/" + id)';
    const [found] = findUrls(line);
    assert.equal(line.slice(found?.start, found?.end), "/orders/");
  });

  it("takes time that grows with the line, whatever it holds", () => {
    for (const piece of ["/", "${", '"/{', "`${a", "https://(", "GET /"]) {
      assertLinear((size) => findUrls(piece.repeat(size / piece.length)), 20_000, piece);
      const before = [piece.repeat(200)];
      assertLinear((size) => findUrls(piece.repeat(size / piece.length), { before, after: before }), 20_000, piece);
    }
  });
});

describe("fillTemplate", () => {
  it("puts a sample where a value is put in at run time", () => {
    for (const value of [`\${order.id}`, "{id}", "{{id}}", "#{id}", "$id", "%s", ":id", "<id>", "{}"]) {
      assert.equal(fillTemplate(`/orders/${value}/items`), "/orders/0/items", value);
    }
    assert.equal(fillTemplate("http://localhost:3000/a%20b", "x"), "http://localhost:3000/a%20b");
  });
});
