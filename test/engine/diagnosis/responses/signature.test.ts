import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { compareSignatures, signResponse } from "../../../../src/engine/diagnosis/responses/signature.ts";
import type { Response } from "../../../../src/engine/model/exchange.ts";
import { assertLinear } from "../../../growth.ts";
import { makeResponse, noRecordings, type RecordedAnswer, readRecordings } from "../recordedResponses.ts";

const origin = "http://api.example.com:8080";

function json(status: number, value: unknown, more: readonly (readonly [string, string])[] = []): Response {
  return makeResponse(status, [["Content-Type", "application/json"], ...more], JSON.stringify(value));
}

function text(status: number, body: string, more: readonly (readonly [string, string])[] = []): Response {
  return makeResponse(status, [["Content-Type", "text/plain"], ...more], body);
}

function compare(a: Response, pathOfA: string, b: Response, pathOfB: string) {
  return compareSignatures(signResponse(a, origin + pathOfA), signResponse(b, origin + pathOfB));
}

describe("alike", () => {
  const pairs: readonly (readonly [string, Response, string, Response, string])[] = [
    ["the echoed path", text(404, "Cannot GET /a1b2"), "/a1b2", text(404, "Cannot GET /v1/x/9?q=1"), "/v1/x/9?q=1"],
    [
      "the echoed id",
      json(404, { error: "order 42 not found" }),
      "/orders/42",
      json(404, { error: "order 7 not found" }),
      "/orders/7",
    ],
    ["a number as id", json(404, { missing: 42 }), "/orders/42", json(404, { missing: 777 }), "/orders/777"],
    ["a slug", text(404, "no product blue-shirt"), "/p/blue-shirt", text(404, "no product zq91x"), "/p/zq91x"],
    ["a decoded segment", text(404, "no a b"), "/x/a%20b", text(404, "no c7"), "/x/c7"],
    ["a path below a mount", text(404, "no /orders/7"), "/api/orders/7", text(404, "no /orders/88"), "/api/orders/88"],
    [
      "the host",
      text(404, `no http://api.example.com:8080/o/1`),
      "/o/1",
      text(404, `no http://api.example.com:8080/o/2`),
      "/o/2",
    ],
    [
      "request ids and times",
      json(404, { error: "gone", requestId: "8d5e957f", at: "2026-11-22T14:17:18Z", took: "13 ms" }, [
        ["X-Request-Id", "1"],
      ]),
      "/x/1",
      json(404, { error: "gone", requestId: "01aa9c41", at: "2026-11-22T14:19:18.123Z", took: "2 ms" }, [
        ["x-request-id", "2"],
      ]),
      "/x/2",
    ],
    [
      "an id in a sentence",
      text(404, "Not here. Request ID: rP2cCE5MekfJ"),
      "/x/1",
      text(404, "Not here. Request ID: FzzY4PVj61tZ"),
      "/x/2",
    ],
    [
      "volatile fields",
      text(404, "no", [
        ["Age", "3"],
        ["Date", "x"],
      ]),
      "/x/1",
      text(404, "no", [["Server-Timing", "a"]]),
      "/x/2",
    ],
    [
      "a short id that the body also uses otherwise",
      json(404, { code: 1, id: 1, no: "order 1" }),
      "/x/1",
      json(404, { code: 1, id: 7, no: "order 73" }),
      "/x/73",
    ],
    [
      "an id that is the status",
      text(404, "404: no order 404"),
      "/orders/404",
      text(404, "404: no order 90909"),
      "/orders/90909",
    ],
    ["the order of keys", json(404, { a: 1, b: 2 }), "/x/1", json(404, { b: 2, a: 1 }), "/x/2"],
  ];
  for (const [what, a, pathOfA, b, pathOfB] of pairs) {
    test(what, () => assert.deepEqual(compare(a, pathOfA, b, pathOfB), { kind: "alike" }));
  }

  test("a page whose links hold a word of one request's path", () => {
    const page = (echo: string) =>
      makeResponse(
        404,
        [["Content-Type", "text/html"]],
        `<nav><a href="/orders">Orders</a></nav><h1>Not found</h1><!-- ${echo} -->`,
      );
    assert.deepEqual(compare(page("/orders/42"), "/orders/42", page("/zq1"), "/zq1"), { kind: "alike" });
  });
});

describe("different", () => {
  const pairs: readonly (readonly [string, Response, Response, readonly string[]])[] = [
    ["status", json(404, {}), json(410, {}), ["status"]],
    ["media type", json(404, {}), text(404, "{}"), ["media type"]],
    ["body shape", json(404, { error: "x" }), json(404, { message: "x" }), ["body shape"]],
    ["body text", json(404, { error: "no such order" }), json(404, { error: "Not Found" }), ["body text"]],
    ["a code", json(404, { code: 40401 }), json(404, { code: 40402 }), ["body text"]],
    ["a field", text(404, "no", [["ETag", '"1"']]), text(404, "no"), ["header ETag"]],
    [
      "a field's value",
      text(404, "no", [["Server", "nginx"]]),
      text(404, "no", [["Server", "gunicorn"]]),
      ["header Server"],
    ],
    ["Allow", text(404, "no", [["Allow", "GET, HEAD"]]), text(404, "no", [["Allow", "POST"]]), ["header Allow"]],
  ];
  for (const [what, a, b, differs] of pairs) {
    test(what, () => assert.deepEqual(compare(a, "/x/1", b, "/x/2"), { kind: "different", in: differs }));
  }

  test("a gateway that asked a server behind it, by the time it says that took", () => {
    const asked = text(404, "", [
      ["server", "envoy"],
      ["x-envoy-upstream-service-time", "4"],
    ]);
    const own = text(404, "", [["server", "envoy"]]);
    assert.deepEqual(compare(asked, "/x/1", own, "/x/2"), {
      kind: "different",
      in: ["header X-Envoy-Upstream-Service-Time"],
    });
  });
});

describe("hostile input", () => {
  test("signing and comparing never throw, and a response is like itself", () => {
    const anyResponse = fc.record({
      status: fc.integer({ min: 100, max: 599 }),
      headers: fc.array(fc.tuple(fc.constantFrom("Content-Type", "Server", "Allow", "X"), fc.string()), {
        maxLength: 5,
      }),
      body: fc.oneof(fc.string({ unit: "binary" }), fc.json(), fc.constant("<a<b<!--<script")),
    });
    fc.assert(
      fc.property(
        anyResponse,
        fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true })),
        ({ status, headers, body }, url) => {
          const signature = signResponse(makeResponse(status, headers, body), url);
          assert.deepEqual(compareSignatures(signature, signature), { kind: "alike" });
        },
      ),
      { numRuns: 500 },
    );
  });

  const large: readonly (readonly [string, (size: number) => string])[] = [
    ["open brackets", (size) => "[".repeat(size)],
    ["open tags", (size) => "<".repeat(size)],
    ["open scripts", (size) => "<script>".repeat(size / 8)],
    ["hex digits", (size) => "a1".repeat(size / 2)],
    ["white space", (size) => `x${" ".repeat(size)}x`],
    ["slashes", (size) => "/a1".repeat(size / 3)],
    ["under_scores", (size) => "a_".repeat(size / 2)],
  ];
  for (const [what, make] of large) {
    test(`megabytes of ${what} are signed in time that grows with them`, () => {
      assertLinear((size) => {
        const url = `${origin}/a1${"/a1".repeat(size / 700)}?q=${"1".repeat(size / 200)}`;
        assert.ok(signResponse(text(404, make(size)), url).body.text.length <= 70_000);
      }, 1_000_000);
    });
  }
});

describe("recorded servers", { skip: noRecordings }, () => {
  const byServer =
    noRecordings === false ? groupByServer(readRecordings()) : new Map<string, Map<string, RecordedAnswer>>();

  test("two unknown paths of one server are alike", (t) => {
    // Behind these, the two paths belong to different servers or to a different kind of path.
    const apart = new Set(["php-builtin"]);
    const differing: string[] = [];
    let pairs = 0;
    for (const [server, answers] of byServer) {
      const result = compareScenarios(answers, "unknown-path", "unknown-path-under-api");
      if (result === null || apart.has(server)) continue;
      pairs++;
      if (result.kind === "different") differing.push(`${server}: ${result.in.join(", ")}`);
    }
    t.diagnostic(`${pairs - differing.length} of ${pairs} alike`);
    assert.ok(pairs >= 95);
    assert.deepEqual(differing, []);
  });

  test("an unknown id is told from an unknown path wherever the bytes allow it, and only there", (t) => {
    let told = 0;
    let erased = 0;
    const wrong: string[] = [];
    for (const [server, answers] of byServer) {
      const id = answers.get("unknown-id");
      const path = answers.get("unknown-path");
      const result = compareScenarios(answers, "unknown-id", "unknown-path");
      if (id === undefined || path === undefined || result === null) continue;
      const sameBytes = writePlainly(id) === writePlainly(path);
      if (sameBytes) erased++;
      else told++;
      if (sameBytes !== (result.kind === "alike"))
        wrong.push(`${server}: ${result.kind}, bytes ${sameBytes ? "equal" : "differ"}`);
    }
    t.diagnostic(
      `${told} told apart, ${erased} erased by the framework's helper or without such a route, ${wrong.length} wrong`,
    );
    assert.ok(told >= 55 && erased >= 35);
    assert.deepEqual(wrong, []);
  });

  test("two unknown ids of one route are alike", (t) => {
    const differing: string[] = [];
    let pairs = 0;
    for (const [server, answers] of byServer) {
      const id = answers.get("unknown-id");
      const other = answers.get("unknown-id-nonnumeric");
      const result = compareScenarios(answers, "unknown-id", "unknown-id-nonnumeric");
      if (id === undefined || other === undefined || result === null) continue;
      // A backend that takes numbers only answers the other id as a path it does not know.
      if (writeForm(id) !== writeForm(other)) continue;
      pairs++;
      if (result.kind === "different") differing.push(`${server}: ${result.in.join(", ")}`);
    }
    t.diagnostic(`${pairs - differing.length} of ${pairs} alike`);
    assert.ok(pairs >= 75);
    assert.deepEqual(differing, []);
  });

  test("success and miss always differ", (t) => {
    let pairs = 0;
    for (const [server, answers] of byServer) {
      const success = answers.get("ok");
      if (success === undefined || success.response.status !== 200) continue;
      for (const scenario of ["unknown-path", "unknown-id"]) {
        if (answers.get(scenario)?.response.status !== 404) continue;
        pairs++;
        assert.equal(compareScenarios(answers, "ok", scenario)?.kind, "different", `${server} ${scenario}`);
      }
    }
    t.diagnostic(`${pairs} of ${pairs} differ`);
    assert.ok(pairs >= 150);
  });
});

function groupByServer(answers: readonly RecordedAnswer[]): Map<string, Map<string, RecordedAnswer>> {
  const servers = new Map<string, Map<string, RecordedAnswer>>();
  for (const answer of answers) {
    const scenarios = servers.get(answer.server) ?? new Map<string, RecordedAnswer>();
    servers.set(answer.server, scenarios.set(answer.scenario, answer));
  }
  return servers;
}

function compareScenarios(answers: ReadonlyMap<string, RecordedAnswer>, one: string, other: string) {
  const a = answers.get(one);
  const b = answers.get(other);
  if (a === undefined || b === undefined) return null;
  return compare(a.response, a.path, b.response, b.path);
}

/** A second, simpler opinion: status, field names and the body with the literal path taken out. */
function writePlainly({ path, response }: RecordedAnswer): string {
  const names = response.headers
    .map(([name]) => name.toLowerCase())
    .filter((name) => !/^(?:date|content-length|transfer-encoding|connection)$/.test(name));
  const body = response.text
    .replace(/http:\/\/[\d.:]+/g, "")
    .replaceAll(path, "")
    .replace(/Request ID: \S+/, "");
  return [response.status, ...names.sort(), body].join("\n");
}

function writeForm({ path, response }: RecordedAnswer): string {
  const last = path.slice(path.lastIndexOf("/") + 1);
  return `${response.status} ${response.text.replaceAll(last, "").slice(0, 30)}`;
}
