import assert from "node:assert/strict";
import { test } from "node:test";
import { readReceivedPath } from "../../../../src/engine/diagnosis/responses/receivedPath.ts";

function answerOf(text: string, headers: readonly (readonly [string, string])[] = []) {
  return { status: 404, reason: "", headers, body: new Uint8Array(), text, size: text.length, truncated: false };
}

function read(text: string, sent: string, headers: readonly (readonly [string, string])[] = []) {
  const found = readReceivedPath(answerOf(text, headers), `http://shop.test${sent}`);
  return found && `${found.passage} ${found.path}${found.lost === "" ? "" : ` lost ${found.lost}`}`;
}

test("the default answers of frameworks name the path that reached them", () => {
  const answers = [
    "<!DOCTYPE html><pre>Cannot GET /seats/7</pre>",
    '{"message":"Route GET:/seats/7 not found","error":"Not Found","statusCode":404}',
    '{"status":404,"message":"Cannot find any route matching [GET] http://localhost:3000/seats/7"}',
    '{"timestamp":"2026-01-05T10:00:00Z","status":404,"error":"Not Found","path":"/seats/7"}',
    "<p><b>Message</b> The requested resource [/seats/7] is not available</p>",
    '{"message":"The route seats/7 could not be found."}',
    "<p>The current path, <code>seats/7</code>, didn’t match any of these.</p>",
    "<pre>Cannot GET &#x2F;seats&#x2F;7</pre>",
  ];
  for (const answer of answers) {
    assert.equal(read(answer, "/api/seats/7"), "stripped /seats/7 lost /api", answer);
    assert.equal(read(answer, "/seats/7?row=2"), "as-sent /seats/7", answer);
  }
});

test("two pieces glued with no slash, or with two, are told from a prefix that was removed", () => {
  assert.equal(read("<pre>Cannot GET /apiseats/7</pre>", "/app/seats/7"), "glued /apiseats/7 lost /app/seats");
  assert.equal(read("Cannot GET //seats/7", "/app/seats/7"), "glued //seats/7 lost /app");
});

test("another beginning is another place", () => {
  assert.equal(read("Cannot GET /v2/seats/7", "/app/seats/7"), "replaced /v2/seats/7 lost /app");
  assert.equal(read("Cannot GET /v2/app/seats/7", "/app/seats/7"), "prefixed /v2/app/seats/7");
  assert.equal(
    read("", "/app/seats/7", [["x-middleware-rewrite", "http://localhost:3000/en/app/seats/7"]]),
    "prefixed /en/app/seats/7",
  );
});

test("links, documentation and unrelated paths are no echo", () => {
  assert.equal(read('{"message":"Not Found","documentation_url":"https://docs.test/rest/seats"}', "/api/seats"), null);
  assert.equal(read('{"links":{"home":"/","help":"/help/7"}}', "/api/seats/7"), null);
  assert.equal(read("<h1>Not Found</h1><a href='/seats/7'>x</a>", "/"), null);
  assert.equal(read("Not Found", "/api/seats/7"), null);
});

test("an encoded slash that stands decoded in the path that was looked up is told, behind a removed prefix as well", () => {
  const decoded = (text: string, sent: string) =>
    readReceivedPath(answerOf(text), `http://shop.test${sent}`)?.isSlashDecoded === true;
  assert.ok(decoded("Cannot GET /keys/lease/14", "/keys/lease%2F14"));
  assert.ok(decoded("Cannot GET /keys/lease/14", "/archive/keys/lease%2f14"));
  assert.ok(!decoded("Cannot GET /keys/lease%2F14", "/archive/keys/lease%2F14"));
  assert.ok(!decoded("Cannot GET /keys/lease/14", "/archive/keys/lease/14"));
});

test("a slash alone is the path that was looked up only behind a method", () => {
  assert.equal(read('{"message":"Route GET:/ not found"}', "/stock/7"), "replaced / lost /stock/7");
  assert.equal(read("<pre>Cannot GET /</pre>", "/stock/7"), "replaced / lost /stock/7");
  assert.equal(read("<a href=/ >Home</a> or search", "/stock/7"), null);
});
