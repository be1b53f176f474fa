import assert from "node:assert/strict";
import { test } from "node:test";
import { rewritePath } from "../../../../src/engine/routes/match/rewritePath.ts";

function apply(from: string, to: string, path: string) {
  const rewritten = rewritePath({ kind: "test", from, to, file: "proxy", line: 1 }, path);
  return rewritten && `${rewritten.origin ?? ""} ${rewritten.path}`.trim();
}

test("a rule hands on the rest of the path where its own star stands", () => {
  assert.equal(apply("/api/*", "http://localhost:3001/*", "/api/orders/7"), "http://localhost:3001 /orders/7");
  assert.equal(apply("/api/*", "http://localhost:3001/api/*", "/api/orders"), "http://localhost:3001 /api/orders");
  assert.equal(apply("/api/*", "/v1/*", "/api"), "/v1/");
  assert.equal(apply("/old", "/new", "/old"), "/new");
  assert.equal(apply("/api/*", "http://up", "/api/x"), "http://up /");
});

test("a rule hands on what its named holes hold, in whatever order it names them", () => {
  assert.equal(apply("/blog/{slug}", "/news/{slug}", "/blog/spring"), "/news/spring");
  assert.equal(
    apply("/{tenant}/files/*", "http://up/store/*?of={tenant}", "/acme/files/a/b"),
    "http://up /store/a/b?of=acme",
  );
});

test("slashes that a rule glues wrongly stay as they are", () => {
  assert.equal(apply("/app/*", "http://up/api*", "/app/users"), "http://up /apiusers");
  assert.equal(apply("/app*", "http://up/*", "/app/users"), "http://up //users");
});

test("a rule leaves alone what is not its own", () => {
  assert.equal(apply("/api/*", "/*", "/apis/7"), null);
  assert.equal(apply("/old", "/new", "/old/7"), null);
  assert.equal(apply("/blog/{slug}", "/news/{slug}", "/blog/2026/spring"), null);
});
