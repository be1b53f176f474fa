import assert from "node:assert/strict";
import { test } from "node:test";
import { mayRedirectTo, reachOf } from "../../../../src/engine/exchange/connect/addresses.ts";
import { isFailure, originOf, readDestination } from "../../../../src/engine/exchange/hops/target.ts";
import { isSafeMethod, mayActOnGet, needsConsent } from "../../../../src/engine/exchange/probes/policy.ts";

test("GET, HEAD and OPTIONS go without asking, everything else and every note asks", () => {
  for (const method of ["GET", "HEAD", "OPTIONS"]) {
    assert.equal(isSafeMethod(method), true);
    assert.equal(needsConsent({ method, directives: {} }), false);
    assert.equal(needsConsent({ method, directives: { note: "" } }), true);
  }
  for (const method of ["POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "get", "Get", "PURGE", ""]) {
    assert.equal(needsConsent({ method, directives: {} }), true, method);
  }
});

test("acting words count as whole segments and parameter names only", () => {
  for (const target of ["/logout", "/a/Delete/7", "/sign_out", "/x?unsubscribe=1", "/x?_method=put"]) {
    assert.equal(mayActOnGet(target), true, target);
  }
  for (const target of ["/", "/deleted-items", "/logouts/7", "/x?q=delete", "/removed", "/x?method=delete"]) {
    assert.equal(mayActOnGet(target), false, target);
  }
});

test("addresses are told apart by how far they reach", () => {
  const cases = {
    "8.8.8.8": "public",
    "2606:4700::1111": "public",
    "10.1.2.3": "private",
    "172.31.0.1": "private",
    "172.32.0.1": "public",
    "192.168.1.1": "private",
    "100.64.0.1": "private",
    "0.0.0.0": "private",
    "fd12::1": "private",
    "127.0.0.1": "loopback",
    "127.9.9.9": "loopback",
    "::1": "loopback",
    "::ffff:127.0.0.1": "loopback",
    "169.254.169.254": "link-local",
    "::ffff:169.254.169.254": "link-local",
    "fe80::1": "link-local",
    "fd00:ec2::254": "link-local",
    "100.100.100.200": "link-local",
  };
  for (const [address, reach] of Object.entries(cases)) assert.equal(reachOf(address), reach, address);
});

test("a redirect leads from the public net to public addresses only, and never to the local link", () => {
  assert.equal(mayRedirectTo("8.8.8.8", "1.1.1.1"), true);
  assert.equal(mayRedirectTo("8.8.8.8", "10.0.0.1"), false);
  assert.equal(mayRedirectTo("8.8.8.8", "127.0.0.1"), false);
  assert.equal(mayRedirectTo("127.0.0.1", "::1"), true);
  assert.equal(mayRedirectTo("127.0.0.1", "8.8.8.8"), true);
  assert.equal(mayRedirectTo("10.0.0.1", "169.254.169.254"), false);
  assert.equal(mayRedirectTo("169.254.1.1", "169.254.169.254"), true);
});

test("origins are equal when scheme, host and port are, however they are written", () => {
  assert.equal(originOf("HTTP://EXAMPLE.com/a"), "http://example.com:80");
  assert.equal(originOf("http://example.com:80"), "http://example.com:80");
  assert.equal(originOf("https://example.com:0443/x"), "https://example.com:443");
  assert.equal(originOf("http://[::1]:8080/"), "http://[::1]:8080");
  assert.equal(originOf("http://bücher.example/"), "http://xn--bcher-kva.example:80");
  assert.equal(originOf("ftp://example.com/"), null);
  assert.equal(originOf("/relative"), null);
});

test("a destination keeps its target as written and its authority as resolved", () => {
  const destination = readDestination("http://u:p@127.1:8080/A/../b;c?d#e");
  assert.ok(!isFailure(destination));
  assert.equal(destination.target, "/A/../b;c?d");
  assert.equal(destination.origin.authority, "127.0.0.1:8080");
  assert.deepEqual(destination.userinfo, { user: "u", password: "p" });
});
