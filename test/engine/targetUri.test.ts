import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseTargetUri, splitPath, withPath } from "../../src/engine/targetUri.ts";

test("a target URI is split as written, with nothing normalised", () => {
  const target = parseTargetUri("HTTP://me:secret@Example.com:8080/a/../b//%2F/?q=/x#end");
  assert.deepEqual(target, {
    scheme: "http",
    authority: "me:secret@Example.com:8080",
    host: "Example.com:8080",
    origin: "http://example.com:8080",
    path: "/a/../b//%2F/",
    query: "?q=/x",
    segments: ["a", "..", "b", "", "%2F", ""],
  });
});

test("what is no absolute http URI is null", () => {
  for (const text of ["", "/path", "ftp://host/x", "http://", "http:///x", "{{baseUrl}}/x"]) {
    assert.equal(parseTargetUri(text), null, text);
  }
});

test("another path leaves the rest as written", () => {
  assert.equal(withPath("https://Host:1/a?x=1#f", "/b//c"), "https://Host:1/b//c?x=1");
});

test("the segments of any path join to the path again", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z%/.;]*$/), (text) => {
      const path = `/${text}`;
      assert.equal(`/${splitPath(path).join("/")}`, path);
    }),
  );
});
