import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import fc from "fast-check";
import { applyCheck } from "../../../src/engine/diagnosis/checks/applyCheck.ts";
import { parseExistenceChecks, readExistenceChecks } from "../../../src/engine/diagnosis/checks/readExistenceChecks.ts";
import { noChecks, resolveChecks } from "../../../src/engine/diagnosis/checks/resolveChecks.ts";
import { shapeOf } from "../../../src/engine/diagnosis/identifiers/identifiers.ts";
import { type Recorder, startRecorder } from "./recorder.ts";
import { diagnoseWorkspace, filesOf, findingsOf, kindOf } from "./workspaceDiagnosis.ts";

const route = "/api/v1/orders/{id}";

describe("a configured existence check", () => {
  let shop: Recorder;
  let index: Recorder;

  before(async () => {
    shop = await startRecorder((_request, response) => {
      response.writeHead(404, { "content-type": "application/json" }).end('{"error":"order not found"}');
    });
    index = await startRecorder(({ url, headers }, response) => {
      if (headers.authorization !== "Bearer index-3c1e77") {
        return void response.writeHead(401).end();
      }
      const found: Readonly<Record<string, object>> = {
        "/orders/8472": { found: true, order: { id: 8472 } },
        "/orders/8473": { found: true, order: { id: 8473, deleted_at: "2026-03-01T09:00:00Z" } },
      };
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify(found[url ?? ""] ?? { found: false }));
    });
  });
  afterEach(() => {
    shop.log.length = 0;
    index.log.length = 0;
  });
  after(async () => {
    await shop.close();
    await index.close();
  });

  const check = {
    name: "search index",
    route,
    url: "{{index}}/orders/{id}",
    headers: { Authorization: "Bearer {{indexToken}}" },
    exists: { jsonPath: "$.found" },
    deleted: { jsonPath: "$.order.deleted_at" },
  };

  function ask(path: string, changes: object = {}) {
    const texts = {
      "api.http": `GET {{shop}}${path}\nAuthorization: Bearer shop-19ab\n`,
      "http-client.env.json": JSON.stringify({
        dev: { shop: shop.origin, index: index.origin, indexToken: "index-3c1e77" },
      }),
      ".diagnose404.json": `{\n  // How else to look an order up.\n  "existenceChecks": [\n    ${JSON.stringify({ ...check, ...changes })}\n  ]\n}\n`,
    };
    return readExistenceChecks(filesOf(texts)).then((checks) =>
      diagnoseWorkspace(texts, "dev", ({ context }) => ({ checks: resolveChecks(checks, context) })),
    );
  }

  it("that finds the thing rules out that it is unknown, says what would decide, and links its line", async () => {
    const diagnosis = await ask("/api/v1/orders/8472");
    assert.notEqual(diagnosis.verdict.kind, "unknown-id");
    assert.match(
      diagnosis.verdict.summary,
      /^The check "search index" finds "8472" of \/api\/v1\/orders, this request does not: .* To decide: send the same request as its owner/,
    );
    const evidence = diagnosis.evidence.find(({ statement }) => /The check "search index" finds/.test(statement));
    assert.deepEqual(evidence?.location, { file: ".diagnose404.json", line: 4, column: 5 });
    assert.ok(diagnosis.probes.some(({ id, url }) => id === evidence?.probe && url === `${index.origin}/orders/8472`));
  });

  it("that finds a mark of deletion proves it", async () => {
    const diagnosis = await ask("/api/v1/orders/8473");
    assert.equal(kindOf(diagnosis), "lifecycle/deleted");
    assert.match(diagnosis.verdict.summary, /marked as deleted \(\$\.order\.deleted_at is 2026-03-01T09:00:00Z\)/);
  });

  it("that finds nothing proves that the identifier is unknown", async () => {
    const diagnosis = await ask("/api/v1/orders/9999");
    assert.equal(kindOf(diagnosis), "stale-identifier/unknown-id");
    assert.match(diagnosis.verdict.summary, /the check "search index" does not find it either/);
  });

  it("carries its own credentials and never the request's", async () => {
    await ask("/api/v1/orders/8472");
    assert.deepEqual(index.credentials(), ["Bearer index-3c1e77"]);
    assert.deepEqual(shop.credentials(), ["Bearer shop-19ab"]);
    assert.deepEqual(
      index.log.map(({ line }) => line),
      ["GET /orders/8472"],
    );
  });

  it("is not asked for other paths, and says why it tells nothing", async () => {
    await ask("/api/v1/customers/8472");
    assert.deepEqual(index.log, []);
    const refused = await ask("/api/v1/orders/8472", { headers: {} });
    assert.match(findingsOf(refused, "existence").join("\n"), /The check "search index" tells nothing: it answers 401/);
    const open = await ask("/api/v1/orders/8472", { url: "{{nowhere}}/orders/{id}" });
    assert.match(findingsOf(open, "existence").join("\n"), /left out: nothing defines \{\{nowhere\}\}/);
  });

  it("is never anything but GET or HEAD", async () => {
    const diagnosis = await ask("/api/v1/orders/8472", { method: "POST" });
    assert.deepEqual(index.log, []);
    assert.match(
      findingsOf(diagnosis, "existence").join("\n"),
      /\.diagnose404\.json:4: .* uses POST; only GET and HEAD/,
    );
  });

  it("sends nothing in an untrusted workspace", async () => {
    const texts = { "api.http": `GET ${shop.origin}/api/v1/orders/8472\n` };
    await diagnoseWorkspace(texts, null, ({ context }) => ({
      sending: "nothing",
      checks: resolveChecks(
        parseExistenceChecks(JSON.stringify({ list: [{ ...check, url: `${index.origin}/orders/{id}` }] }), "x", "list"),
        context,
      ),
    }));
    assert.deepEqual([shop.log, index.log], [[], []]);
  });
});

describe("reading existence checks", () => {
  it("lets an editor's setting win over the file, by name, and finds its line", async () => {
    const mine = { name: "one", url: "http://a.test/{id}" };
    const files = filesOf({
      ".diagnose404.json": JSON.stringify({
        existenceChecks: [
          { ...mine, url: "http://b.test/{id}" },
          { name: "two", url: "http://b.test" },
        ],
      }),
      ".vscode/settings.json": `{\n  "diagnose404.existenceChecks": [\n    ${JSON.stringify(mine)}\n  ]\n}`,
    });
    const { checks, problems } = await readExistenceChecks(files, [mine]);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      checks.map(({ name, url, location }) => [name, url, `${location?.file}:${location?.line}`]),
      [
        ["one", "http://a.test/{id}", ".vscode/settings.json:3"],
        ["two", "http://b.test", ".diagnose404.json:1"],
      ],
    );
  });

  it("names what is wrong with each and keeps the rest", () => {
    const list = [
      { name: "a" },
      { name: "b", url: "/x", method: "DELETE" },
      { name: "c", url: "/x", method: "HEAD", exists: { jsonPath: "$.a" } },
      { name: "d", url: "/x" },
      7,
    ];
    const { checks, problems } = parseExistenceChecks(JSON.stringify({ list }), "f.json", "list");
    assert.deepEqual(
      checks.map(({ name }) => name),
      ["d"],
    );
    assert.equal(problems.length, 4);
    assert.match(parseExistenceChecks("{", "f.json", "list").problems.join(), /not valid JSON/);
    assert.match(parseExistenceChecks('{"list":{}}', "f.json", "list").problems.join(), /must be a list/);
  });

  it("never throws, whatever stands there", () => {
    const anything = fc.oneof(
      fc.json(),
      fc.string(),
      fc.json().map((json) => `{"list":[${json}]}`),
    );
    fc.assert(
      fc.property(anything, (text) => {
        for (const check of parseExistenceChecks(text, "f.json", "list").checks) {
          assert.ok(check.name !== "" && check.url !== "" && /^(GET|HEAD)$/.test(check.method));
        }
      }),
    );
  });

  it("has no check where nothing is configured", async () => {
    assert.deepEqual(await readExistenceChecks(filesOf({})), { checks: [], problems: [] });
    assert.deepEqual(noChecks, { checks: [], problems: [] });
  });
});

describe("applying a check to a path", () => {
  const { checks } = parseExistenceChecks(
    JSON.stringify({
      list: [
        { name: "shop", url: "http://a.test/{shop}?q={id}", route: "/shops/{shop}/items/{id}" },
        { name: "any", url: "http://a.test/{id}" },
        { name: "rest", url: "http://a.test/{path}", route: "/files/{path*}" },
        { name: "lacks", url: "http://a.test/{tenant}/{id}" },
      ],
    }),
    "f.json",
    "list",
  );
  const apply = (name: string, path: string) => {
    const check = checks.find((one) => one.name === name);
    assert.ok(check);
    const segments = path.split("/").slice(1);
    const identifiers = segments.flatMap((value, segment) => {
      const shape = shapeOf(value);
      return shape === null ? [] : [{ segment, name: "id", value, shape }];
    });
    const request = { method: "GET", url: check.url } as Parameters<typeof applyCheck>[0]["request"];
    return applyCheck({ check, request }, segments, identifiers)?.url ?? null;
  };

  it("fills its parameters in, percent-encoded", () => {
    assert.equal(apply("shop", "/shops/acme/items/7%2F8"), "http://a.test/acme?q=7%2F8");
    assert.equal(apply("any", "/a/b/8472"), "http://a.test/8472");
    assert.equal(apply("rest", "/files/8472"), "http://a.test/8472");
  });

  it("is null for other paths and for a parameter that the path lacks", () => {
    assert.equal(apply("shop", "/shops/acme/things/7"), null);
    assert.equal(apply("lacks", "/a/8472"), null);
    assert.equal(apply("any", "/a/b"), null);
  });
});
