import assert from "node:assert/strict";
import { test } from "node:test";
import { describeHopChange, type HopChange } from "../../../../src/engine/exchange/hops/hopChanges.ts";
import type { Hop } from "../../../../src/engine/model/exchange.ts";
import { assertLinear } from "../../../growth.ts";

function hop(url: string, rest: Partial<Hop> = {}): Hop {
  return { method: "GET", url, requestHeaders: [], response: null, failure: null, startedAt: 0, ms: 0, ...rest };
}

const paths: readonly (readonly [string, string, readonly HopChange[]])[] = [
  ["/api/v1/hello/", "/hello", [{ kind: "prefix-dropped", prefix: "/api/v1" }, { kind: "slash-dropped" }]],
  ["/hello", "/api/v1/hello", [{ kind: "prefix-added", prefix: "/api/v1" }]],
  ["/api/x", "/en/api/x", [{ kind: "locale-added", locale: "en" }]],
  ["/pt-BR/shop", "/shop", [{ kind: "locale-dropped", locale: "pt-BR" }]],
  ["/users", "/users/", [{ kind: "slash-added" }]],
  ["/users/", "/users", [{ kind: "slash-dropped" }]],
  ["/Users/A", "/users/A", [{ kind: "case", from: "Users", to: "users", index: 0 }]],
  ["/a/b/c", "/a/c", [{ kind: "segment-dropped", segment: "b", index: 1 }]],
  ["/a/c", "/a/bee/c", [{ kind: "segment-added", segment: "bee", index: 1 }]],
  ["/v1/users/7", "/v2/users/7", [{ kind: "segment-changed", from: "v1", to: "v2", index: 0 }]],
  [
    "/a/b",
    "/login",
    [
      { kind: "segment-changed", from: "a", to: "login", index: 0 },
      { kind: "segment-dropped", segment: "b", index: 1 },
    ],
  ],
  ["/a", "/", [{ kind: "segment-dropped", segment: "a", index: 0 }]],
  [
    "/a?x=1&y=2&z=3",
    "/a?y=2&z=4&w",
    [
      { kind: "query-dropped", names: ["x"] },
      { kind: "query-added", names: ["w"] },
      { kind: "query-changed", names: ["z"] },
    ],
  ],
  [
    "/a%2Fb",
    "/a/b",
    [
      { kind: "segment-changed", from: "a%2Fb", to: "a", index: 0 },
      { kind: "segment-added", segment: "b", index: 1 },
    ],
  ],
  ["/same?x", "/same?x", []],
];
for (const [from, to, changes] of paths) {
  test(`${from} to ${to}`, () => {
    assert.deepEqual(describeHopChange(hop(`http://h${from}`), hop(`http://h${to}`)), changes);
  });
}

test("scheme, host, method, content and credentials are named", () => {
  const from = hop("http://example.com/a", { method: "POST", requestBody: Buffer.from("abc") });
  const to = hop("https://www.example.com/a", { notes: [{ kind: "credentials-dropped", fields: ["Authorization"] }] });
  assert.deepEqual(describeHopChange(from, to), [
    { kind: "scheme", from: "http", to: "https" },
    { kind: "host", from: "example.com", to: "www.example.com" },
    { kind: "method", from: "POST", to: "GET" },
    { kind: "content-dropped", size: 3 },
    { kind: "credentials-dropped", fields: ["Authorization"] },
  ]);
});

test("the time to compare paths grows with their segments and no faster", () => {
  assertLinear((segments) => {
    const long = "/x".repeat(segments);
    describeHopChange(hop(`http://h${long}`), hop(`http://h/y${long}/z`));
  }, 20_000);
});
