import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type ResponseFacts, readResponseFacts } from "../../../../src/engine/diagnosis/responses/responseFacts.ts";
import { assertLinear } from "../../../growth.ts";
import { makeExchange, makeResponse, noRecordings, readRecordings } from "../recordedResponses.ts";

type Fields = Readonly<Record<string, string>>;

function facts(fields: Fields, body = ""): ResponseFacts {
  return readResponseFacts(makeExchange(makeResponse(404, Object.entries(fields), body)));
}

describe("ids to quote", () => {
  const cases: readonly (readonly [Fields, string, string | null])[] = [
    [{}, "", null],
    [{ "X-Request-Id": "4635e4a8" }, "", "4635e4a8"],
    [{ "cf-ray": "8a1b2c3d4e5f6789-FRA", "x-request-id": "abc" }, "", "abc"],
    [{ "x-amzn-requestid": "a-b" }, "", "a-b"],
    [{}, '{"error":{"request_id":"req_123456"}}', "req_123456"],
    [
      {},
      '{"traceId":"00-0123456789abcdef0123456789abcdef-0123456789abcdef-00"}',
      "00-0123456789abcdef0123456789abcdef-0123456789abcdef-00",
    ],
    [{}, "<Error><Code>NoSuchKey</Code><RequestId>4442587FB7D0A2F9</RequestId></Error>", "4442587FB7D0A2F9"],
    [{}, "Not Found - Request ID: 01HABCDEFGHJKMNPQRSTVWXYZ0", "01HABCDEFGHJKMNPQRSTVWXYZ0"],
    [{}, "<html><!-- Request ID: rP2cCE5MekfJ --></html>", "rP2cCE5MekfJ"],
    [
      { traceparent: "00-0123456789abcdef0123456789abcdef-0123456789abcdef-01" },
      "",
      "0123456789abcdef0123456789abcdef",
    ],
  ];
  for (const [fields, body, id] of cases) {
    test(`${JSON.stringify(fields)} ${body}`, () => assert.equal(facts(fields, body).requestId?.value ?? null, id));
  }

  test("a trace id is read from Server-Timing as well", () => {
    const timing = 'traceparent;desc="00-0123456789abcdef0123456789abcdef-0123456789abcdef-01"';
    assert.equal(facts({ "Server-Timing": timing }).traceId, "0123456789abcdef0123456789abcdef");
  });
});

describe("regions and points of presence", () => {
  const cases: readonly (readonly [Fields, readonly string[]])[] = [
    [{}, []],
    [{ "cf-ray": "8a1b2c3d4e5f6789-FRA" }, ["FRA"]],
    [{ "x-vercel-id": "fra1::iad1::abcde-1700000000000-0123456789ab" }, ["fra1, iad1"]],
    [{ "x-vercel-id": "fra1::abcde-1700000000000-0123456789ab" }, ["fra1"]],
    [{ "fly-request-id": "01HABCDEFGHJKMNPQRSTVWXYZ0-ams" }, ["ams"]],
    [{ "x-amz-bucket-region": "eu-west-1", "x-amz-cf-pop": "FRA56-P1" }, ["eu-west-1", "FRA56-P1"]],
  ];
  for (const [fields, places] of cases) {
    test(JSON.stringify(fields), () =>
      assert.deepEqual(
        facts(fields).places.map(({ value }) => value),
        places,
      ),
    );
  }
});

describe("the cache's verdict", () => {
  const cases: readonly (readonly [Fields, "yes" | "no" | "unknown", number | null])[] = [
    [{}, "unknown", null],
    [{ Age: "0" }, "unknown", 0],
    [{ Age: "7" }, "yes", 7],
    [{ "Cache-Status": "edge; hit; ttl=30" }, "yes", null],
    [{ "Cache-Status": 'origin; hit, "edge, one"; fwd=stale; fwd-status=404' }, "yes", null],
    [{ "Cache-Status": "edge; fwd=uri-miss; fwd-status=404; stored" }, "no", null],
    [{ "X-Cache": "HIT" }, "yes", null],
    [{ "X-Cache": "MISS, HIT" }, "yes", null],
    [{ "X-Cache": "Hit from cloudfront", Age: "3" }, "yes", 3],
    [{ "X-Cache": "Miss from cloudfront" }, "no", null],
    [{ "X-Cache": "Error from cloudfront" }, "unknown", null],
    [{ "X-Cache": "Error from cloudfront", Age: "4" }, "yes", 4],
    [{ "X-Cache": "TCP_MISS from a.example.com" }, "no", null],
    [{ "X-Cache": "TCP_MEM_HIT from a.example.com" }, "yes", null],
    [{ "CF-Cache-Status": "DYNAMIC" }, "no", null],
    [{ "CF-Cache-Status": "HIT", Age: "12" }, "yes", 12],
    [{ "X-Varnish": "32770 3", Age: "1" }, "yes", 1],
    [{ "X-Varnish": "32770", Age: "0" }, "no", 0],
    [{ "x-nextjs-cache": "HIT" }, "yes", null],
    [{ "X-Proxy-Cache": "EXPIRED" }, "no", null],
    [{ "X-Cache-Status": "STALE" }, "yes", null],
    [{ "X-Rack-Cache": "miss, store" }, "no", null],
  ];
  for (const [fields, stored, age] of cases) {
    test(JSON.stringify(fields), () => {
      const { cache } = facts(fields);
      assert.deepEqual([cache.stored, cache.age], [stored, age]);
      assert.notEqual(cache.because, "");
    });
  }

  test("names the cache, says where it lies and how long it may go on", () => {
    const shared = facts({
      "X-Cache": "Hit from cloudfront",
      "Cache-Control": "public, max-age=60, s-maxage=600",
    }).cache;
    assert.deepEqual([shared.by, shared.where, shared.lifetime], ["CloudFront", "shared", 600]);
    const own = facts({ "x-nextjs-cache": "HIT", "Cache-Control": "private, no-store" }).cache;
    assert.deepEqual([own.by, own.where, own.lifetime], ["Next.js", "framework", 0]);
  });
});

describe("traces of a former thing", () => {
  const cases: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    ['{"error":"not_found"}', []],
    ['{"error":"not_found","deleted_at":null,"archived":false}', []],
    ['{"error":"not_found","deletedAt":"2026-01-01"}', [["deleted", "deletedAt"]]],
    ['{"error":{"code":"X","details":{"archived":true}}}', [["archived", "archived"]]],
    ['{"merged_into":"org_7"}', [["merged", "merged_into"]]],
    ['{"replacedBy":42}', [["moved", "replacedBy"]]],
    ['{"successor":"/v2/orders"}', [["moved", "successor"]]],
    ['{"message":"Order 7 has been deleted."}', [["deleted", "message"]]],
    ['{"error":"not_found","reason":"deleted"}', [["deleted", "reason"]]],
    ["This project was archived", [["archived", "message"]]],
    ["<html><h1>This page no longer exists</h1></html>", [["gone", "h1"]]],
    ['{"message":"The filter for deleted orders is unknown"}', []],
  ];
  for (const [body, hints] of cases) {
    test(body, () =>
      assert.deepEqual(
        facts({}, body).tombstones.map(({ kind, field }) => [kind, field]),
        hints,
      ),
    );
  }

  test("a delete marker of an object store", () => {
    assert.deepEqual(facts({ "x-amz-delete-marker": "true" }).tombstones[0]?.kind, "deleted");
  });
});

describe("what standards define", () => {
  test("Allow, upper case and split", () => assert.deepEqual(facts({ allow: "get, HEAD" }).allow, ["GET", "HEAD"]));
  test("no Allow is not an empty Allow", () =>
    assert.deepEqual([facts({}).allow, facts({ allow: "" }).allow], [null, []]));

  test("links, with commas in their targets and several relations", () => {
    const link =
      '<https://h/v2/a,b>; rel="successor-version latest-version"; title="a; b", </c>; rel=canonical, <x>; title=y';
    assert.deepEqual(facts({ link }).links, [
      { rel: "successor-version", target: "https://h/v2/a,b" },
      { rel: "latest-version", target: "https://h/v2/a,b" },
      { rel: "canonical", target: "/c" },
    ]);
  });

  test("Deprecation as the RFC writes it and as it was written before", () => {
    assert.deepEqual(facts({ deprecation: "@1688169599" }).deprecation, { since: 1_688_169_599_000 });
    assert.deepEqual(facts({ deprecation: "true" }).deprecation, { since: null });
    assert.deepEqual(facts({ deprecation: "Sun, 22 Nov 2026 14:17:18 GMT" }).deprecation, { since: 1_795_357_038_000 });
    assert.equal(facts({ deprecation: "false" }).deprecation, null);
  });

  test("Sunset, Date and Retry-After", () => {
    const date = "Sun, 22 Nov 2026 14:17:18 GMT";
    const read = facts({ sunset: date, date, "retry-after": "Sun, 22 Nov 2026 14:18:18 GMT" });
    assert.deepEqual([read.sunset, read.serverDate, read.retryAfter], [1_795_357_038_000, 1_795_357_038_000, 60]);
    assert.equal(facts({ "retry-after": "5" }).retryAfter, 5);
    assert.equal(facts({ sunset: "soon" }).sunset, null);
  });

  test("problem details, declared or by their members", () => {
    const body = '{"type":"/errors/no-order","title":"No order","status":404,"detail":"7 is unknown","balance":1}';
    const problem = {
      type: "/errors/no-order",
      title: "No order",
      status: 404,
      detail: "7 is unknown",
      instance: null,
      extensions: ["balance"],
    };
    assert.deepEqual(facts({ "content-type": "application/problem+json" }, body).problem, problem);
    assert.deepEqual(facts({ "content-type": "application/json" }, body).problem, problem);
    assert.equal(facts({ "content-type": "application/json" }, '{"title":"A book"}').problem, null);
  });

  test("challenges, with commas inside and between them", () => {
    const value = 'Bearer realm="a, b", error="insufficient_scope", scope="repo user", Basic realm="x", Negotiate';
    assert.deepEqual(facts({ "www-authenticate": value }).challenges, [
      { scheme: "bearer", error: "insufficient_scope", scope: "repo user" },
      { scheme: "basic", error: null, scope: null },
      { scheme: "negotiate", error: null, scope: null },
    ]);
  });

  test("scopes granted and accepted", () => {
    const fields = { "X-OAuth-Scopes": "gist, read:user", "X-Accepted-OAuth-Scopes": "repo" };
    assert.deepEqual(facts(fields).scopes, { granted: ["gist", "read:user"], accepted: ["repo"] });
    assert.equal(facts({}).scopes, null);
  });

  test("error codes of platforms and bodies", () => {
    const fields = {
      "x-amzn-errortype": "NotFoundException:http://internal.amazon.com/",
      "x-debug-exception": "No%20route",
    };
    assert.deepEqual(
      facts(fields, '{"code":"rest_no_route","message":"x"}').errorCodes.map(({ value }) => value),
      ["NotFoundException", "No route", "rest_no_route"],
    );
  });

  test("whether a gateway asked the server behind it", () => {
    assert.equal(facts({ server: "envoy", "x-envoy-upstream-service-time": "3" }).upstream, "asked");
    assert.equal(facts({ server: "envoy" }).upstream, "not-asked");
    assert.equal(facts({ "X-Kong-Response-Latency": "0" }).upstream, "not-asked");
    assert.equal(facts({ server: "nginx" }).upstream, "unknown");
  });
});

describe("hostile input", () => {
  test("reading never throws", () => {
    const names =
      "Cache-Status Link WWW-Authenticate X-Varnish Age Deprecation X-Vercel-Id Server-Timing X-Debug-Exception".split(
        " ",
      );
    const field = fc.tuple(fc.constantFrom(...names), fc.string());
    fc.assert(
      fc.property(
        fc.array(field, { maxLength: 6 }),
        fc.oneof(fc.string({ unit: "binary" }), fc.json()),
        (fields, body) => {
          readResponseFacts(makeExchange(makeResponse(404, fields, body)));
        },
      ),
      { numRuns: 500 },
    );
  });

  test("an exchange without a response has no facts", () => {
    const failure = { code: "reset", message: "It hung up." } as const;
    const read = readResponseFacts({ hops: [], response: null, failure, ms: 1 });
    assert.deepEqual([read.requestId, read.allow, read.cache.stored, read.tombstones], [null, null, "unknown", []]);
  });

  for (const [what, make] of [
    ["brackets", (size: number) => "<".repeat(size)],
    ["quotes", (size: number) => '"'.repeat(size)],
    ["white space", (size: number) => `a${" ".repeat(size)}b`],
    ["words", (size: number) => "hit_".repeat(size / 4)],
  ] as const) {
    test(`fields and a body full of ${what} are read in time that grows with them`, () => {
      const names = ["link", "www-authenticate", "cache-status", "x-cache", "cache-control"];
      assertLinear((size) => {
        const value = make(size);
        facts(Object.fromEntries(names.map((name) => [name, value])), value);
      }, 250_000);
    });
  }
});

describe("recorded servers", { skip: noRecordings }, () => {
  test("Allow and request ids are found wherever they were sent", () => {
    let allows = 0;
    let ids = 0;
    for (const { response } of readRecordings()) {
      const read = readResponseFacts(makeExchange(response));
      const names = response.headers.map(([name]) => name.toLowerCase());
      assert.equal(read.allow !== null, names.includes("allow"));
      if (names.includes("x-request-id")) assert.equal(read.requestId?.from, "X-Request-Id");
      if (read.allow !== null) allows++;
      if (read.requestId !== null) ids++;
    }
    assert.ok(allows > 100 && ids > 100);
  });

  test("no fresh answer of a server is called stored by a shared cache", () => {
    for (const { server, scenario, response } of readRecordings()) {
      const { cache } = readResponseFacts(makeExchange(response));
      const hit = response.headers.some(([name, value]) => /^x-cache-status$/i.test(name) && value === "HIT");
      assert.equal(cache.stored === "yes" && cache.where === "shared", hit, `${server} ${scenario}: ${cache.because}`);
    }
  });
});
