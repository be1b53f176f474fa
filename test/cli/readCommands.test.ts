import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { fieldsOf, listOf } from "./contract.ts";
import { runCli } from "./runCli.ts";
import { openShop, type Shop } from "./shop.ts";

let shop: Shop;

before(async () => {
  shop = await openShop();
});

after(() => shop.close());

const routeFields = "method path framework file line column handler mounts problems";

suite("routes", () => {
  test("the table of the workspace, each route with its mounts", async () => {
    const run = await runCli(shop.folder, "routes", "--json");
    assert.equal(run.status, 0, run.stderr);
    const document = fieldsOf(JSON.parse(run.stdout), "schema routes rewrites stats");
    assert.equal(document["schema"], "diagnose-404/routes@1");
    fieldsOf(document["stats"], "files parsed ms");
    const routes = listOf(document["routes"]).map((route) => fieldsOf(route, routeFields));
    assert.deepEqual(routes.map((route) => `${route["method"]} ${route["path"]} ${route["file"]}`).sort(), [
      "GET /api/v1/orders src/orders.js",
      "GET /api/v1/orders/{id} src/orders.js",
      "POST /api/v1/orders src/orders.js",
    ]);
    assert.deepEqual(routes[0]?.["mounts"], [{ file: "src/app.js", line: 7, prefix: "/api/v1/orders" }]);
  });

  test("a tree for people", async () => {
    const run = await runCli(shop.folder, "routes");
    assert.match(run.stdout, /^express\n {2}src\/app\.js\n {4}GET {3}\/api\/v1\/orders {7}src\/orders\.js:7:\d+\n/);
    assert.ok(!run.stdout.includes("\u001b"));
  });

  test("DIR is the workspace, or a part of the one that is named", async () => {
    const whole = JSON.parse((await runCli("/", "routes", shop.folder, "--json")).stdout);
    assert.equal(listOf(whole.routes).length, 3);
    const part = await runCli(shop.folder, "routes", "requests", "--workspace", ".", "--json");
    assert.deepEqual(JSON.parse(part.stdout).routes, []);
    const outside = await runCli(shop.folder, "routes", "..", "--workspace", ".", "--json");
    assert.equal(outside.status, 2);
  });
});

suite("match", () => {
  test("the route that a URL reaches", async () => {
    const run = await runCli(shop.folder, "match", "get", `${shop.origin}/api/v1/orders/8472`, "--json");
    assert.equal(run.status, 0, run.stderr);
    const document = fieldsOf(JSON.parse(run.stdout), "url method matched near");
    assert.equal(document["method"], "GET");
    assert.equal(fieldsOf(document["matched"], routeFields)["path"], "/api/v1/orders/{id}");
  });

  test("the nearest route and what differs", async () => {
    const run = await runCli(shop.folder, "match", "GET", "/api/v2/orders/8472", "--json");
    assert.equal(run.status, 0, run.stderr);
    const document = fieldsOf(JSON.parse(run.stdout), "url method matched near");
    assert.equal(document["matched"], null);
    const nearest = fieldsOf(listOf(document["near"])[0], "route differs score");
    assert.equal(fieldsOf(nearest["route"], routeFields)["path"], "/api/v1/orders/{id}");
    assert.deepEqual(nearest["differs"], [{ what: "version", expected: "v1", actual: "v2", segment: 1 }]);
    assert.ok(Number(nearest["score"]) > 0.5 && Number(nearest["score"]) <= 1);
  });

  test("nothing is sent", () => assert.deepEqual(shop.log, []));
});

suite("parse", () => {
  test("the requests as written", async () => {
    const run = await runCli(shop.folder, "parse", "api.http", "--json");
    assert.equal(run.status, 0, run.stderr);
    const document = fieldsOf(JSON.parse(run.stdout), "schema files");
    assert.equal(document["schema"], "diagnose-404/requests@1");
    const file = fieldsOf(listOf(document["files"])[0], "file requests variables problems");
    assert.equal(file["file"], "api.http");
    const requests = listOf(file["requests"]).map((request) =>
      fieldsOf(request, "name line endLine method url version headers body bodyFile directives"),
    );
    assert.deepEqual(requests[0], {
      name: "getOrder",
      line: 3,
      endLine: 4,
      method: "GET",
      url: "{{baseUrl}}/api/v1/orders/8472",
      version: null,
      headers: [["Accept", "application/json"]],
      body: null,
      bodyFile: null,
      directives: { name: "getOrder" },
    });
    assert.equal(requests[3]?.["body"], '{ "total": 3 }');
    assert.doesNotMatch(run.stdout, /CANARY/);
  });

  test("paths are relative to the workspace, whatever the current folder", async () => {
    await shop.write("requests/more.http", "GET /x\n");
    const run = await runCli(
      `${shop.folder}/requests`,
      "parse",
      "more.http",
      "../api.http",
      "--workspace",
      "..",
      "--json",
    );
    const files = listOf(JSON.parse(run.stdout).files).map((file) => fieldsOf(file, "file")["file"]);
    assert.deepEqual(files, ["requests/more.http", "api.http"]);
  });

  test("the entries of a HAR file, each by its number", async () => {
    const entry = (url: string) => ({ request: { method: "GET", url, headers: [] }, response: { status: 404 } });
    const entries = [{}, entry("https://a/b"), entry("https://a/c?token=CANARY-1")];
    await shop.write("site.har", JSON.stringify({ log: { entries } }));
    const run = await runCli(shop.folder, "parse", "site.har", "--json");
    const file = fieldsOf(listOf(JSON.parse(run.stdout).files)[0], "requests problems");
    const requests = listOf(file["requests"]).map((request) => fieldsOf(request, "line url"));
    assert.deepEqual(
      requests.map(({ line, url }) => [line, url]),
      [
        [2, "https://a/b"],
        [3, "https://a/c?token=•••"],
      ],
    );
    assert.equal(listOf(file["problems"]).length, 1);
  });

  test("UTF-16, a byte order mark and line breaks of any kind", async () => {
    await shop.write("wide.http", Buffer.from("\ufeffGET http://a/b\r\nAccept: x\r\n", "utf16le"));
    await shop.write("mark.http", "\ufeffGET http://a/c\rAccept: x\r");
    const run = await runCli(shop.folder, "parse", "wide.http", "mark.http", "--json");
    const urls = listOf(JSON.parse(run.stdout).files).map((file) => {
      const request = fieldsOf(listOf(fieldsOf(file, "requests")["requests"])[0], "url headers");
      return [request["url"], request["headers"]];
    });
    assert.deepEqual(urls, [
      ["http://a/b", [["Accept", "x"]]],
      ["http://a/c", [["Accept", "x"]]],
    ]);
  });
});
