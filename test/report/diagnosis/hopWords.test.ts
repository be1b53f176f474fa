import assert from "node:assert/strict";
import { test } from "node:test";
import { sayChange, sayMs, sayNote, sayTimings } from "../../../src/report/diagnosis/hopWords.ts";

test("only the parts that took place are told, in their order", () => {
  const none = { dns: null, connect: null, tls: null, sent: null, firstByte: null, content: null };
  assert.equal(sayTimings(none), "");
  assert.equal(sayTimings({ ...none, content: 1, dns: 0.04, tls: 12.5 }), "DNS 0.0 ms, TLS 13 ms, content 1.0 ms");
  assert.deepEqual([0, 9.94, 9.96, 1234.5].map(sayMs), ["0.0 ms", "9.9 ms", "10.0 ms", "1235 ms"]);
});

test("every change of a redirect is told in a few words", () => {
  const told = [
    sayChange({ kind: "scheme", from: "http", to: "https" }),
    sayChange({ kind: "prefix-added", prefix: "/v2" }),
    sayChange({ kind: "locale-dropped", locale: "de" }),
    sayChange({ kind: "segment-changed", from: "a", to: "b", index: 1 }),
    sayChange({ kind: "case", from: "Users", to: "users", index: 0 }),
    sayChange({ kind: "slash-added" }),
    sayChange({ kind: "query-dropped", names: ["a", "b"] }),
    sayChange({ kind: "content-dropped", size: 12 }),
    sayChange({ kind: "credentials-dropped", fields: ["Cookie"] }),
  ];
  assert.deepEqual(told, [
    "changes the scheme from http to https",
    "adds the prefix /v2",
    "drops the locale de",
    "changes the segment a to b",
    "changes the case of Users to users",
    "adds a trailing slash",
    "drops the parameters a, b",
    "drops the content of 12 bytes",
    "leaves out Cookie, because the origin changes",
  ]);
});

test("what leads on without a redirect is told with its way", () => {
  const say = (by: "refresh" | "meta-refresh" | "script") => sayNote({ kind: "soft-redirect", to: "/next", by });
  assert.equal(say("refresh"), "A Refresh field leads to /next; it was not followed.");
  assert.equal(say("meta-refresh"), "A meta refresh of the page leads to /next; it was not followed.");
  assert.equal(say("script"), "A script of the page leads to /next; it was not followed.");
});
