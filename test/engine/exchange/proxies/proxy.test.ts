import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { chooseProxy, readProxy, secretsOfProxies } from "../../../../src/engine/exchange/proxies/proxy.ts";
import { createMask } from "../../../../src/engine/secrets.ts";

const plain = "http://plain.example:3128";
const secure = "http://secure.example:3128";

function chosen(url: string, noProxy: string | null): string | null {
  return chooseProxy(url, { http: plain, https: secure, noProxy });
}

test("the scheme of the target chooses its proxy", () => {
  assert.equal(chosen("http://a.example/x", null), plain);
  assert.equal(chosen("HTTPS://a.example/x", ""), secure);
  assert.equal(chooseProxy("https://a.example/", { http: plain, https: null, noProxy: null }), null);
  assert.equal(chooseProxy("http://a.example/", { http: "  ", https: secure, noProxy: null }), null);
  assert.equal(chosen("no url", null), null);
});

const rules: readonly (readonly [string, string, "proxied" | "direct"])[] = [
  ["*", "http://a.example/", "direct"],
  ["a.example", "http://a.example/", "direct"],
  ["A.Example", "http://a.EXAMPLE/", "direct"],
  ["a.example", "http://sub.a.example/", "direct"],
  ["a.example", "http://nota.example/", "proxied"],
  ["a.example", "http://a.example.org/", "proxied"],
  [".a.example", "http://sub.a.example/", "direct"],
  [".a.example", "http://a.example/", "direct"],
  ["*.a.example", "http://deep.sub.a.example/", "direct"],
  ["*.a.example", "http://nota.example/", "proxied"],
  ["a.example.", "http://a.example/", "direct"],
  ["a.example", "http://a.example./", "direct"],
  ["b.example, a.example", "http://a.example/", "direct"],
  ["b.example a.example", "http://a.example/", "direct"],
  ["a.example:8080", "http://a.example:8080/", "direct"],
  ["a.example:8080", "http://a.example/", "proxied"],
  ["a.example:80", "http://a.example/", "direct"],
  ["a.example:443", "https://a.example/", "direct"],
  ["10.1.2.3", "http://10.1.2.3/", "direct"],
  ["2.3", "http://10.1.2.3/", "proxied"],
  ["10.0.0.0/8", "http://10.255.0.1/", "direct"],
  ["10.0.0.0/8", "http://11.0.0.1/", "proxied"],
  ["10.0.0.0/8:8080", "http://10.0.0.1:8080/", "direct"],
  ["10.0.0.0/8", "http://a.example/", "proxied"],
  ["10.0.0.0/33", "http://10.0.0.1/", "proxied"],
  ["10.0.0.0/", "http://10.0.0.1/", "proxied"],
  ["fd00::/8", "http://[fd12::1]/", "direct"],
  ["fd00::/8", "http://[fe12::1]/", "proxied"],
  ["fd12::1", "http://[fd12::1]/", "direct"],
  ["[fd12::1]", "http://[fd12::1]/", "direct"],
  ["[fd12::1]:81", "http://[fd12::1]:81/", "direct"],
  ["[fd12::1]:81", "http://[fd12::1]/", "proxied"],
  ["[fd00::/8]", "http://[fd12::1]/", "direct"],
  ["0x0a010203", "http://10.1.2.3/", "proxied"],
  ["10.1.2.3", "http://0x0a010203/", "direct"],
  [" , ,,", "http://a.example/", "proxied"],
  [".", "http://a.example/", "proxied"],
  ["*.", "http://a.example/", "proxied"],
];
for (const [rule, url, way] of rules) {
  test(`NO_PROXY ${JSON.stringify(rule)} leaves ${url} ${way}`, () => {
    assert.equal(chosen(url, rule), way === "direct" ? null : url.startsWith("https") ? secure : plain);
  });
}

test("this machine is reached directly, unless it is asked for", () => {
  for (const host of ["localhost", "LOCALHOST.", "app.localhost", "127.0.0.1", "127.9.9.9", "[::1]", "2130706433"]) {
    assert.equal(chosen(`http://${host}:3000/`, null), null, host);
    const asked = { http: plain, https: null, noProxy: null, loopback: "proxied" } as const;
    assert.equal(chooseProxy(`http://${host}:3000/`, asked), plain, host);
    assert.equal(chooseProxy(`http://${host}:3000/`, { ...asked, noProxy: "*" }), null, host);
  }
  assert.equal(chosen("http://localhost.example/", null), plain);
});

test("whatever the rules are, choosing ends with a proxy or without one, and a name in the rules is direct", () => {
  fc.assert(
    fc.property(fc.domain(), fc.string(), (host, rule) => {
      assert.ok([null, plain].includes(chosen(`http://${host}/`, rule)));
      assert.equal(chosen(`http://${host}/`, `${rule},${host}`), null);
    }),
  );
});

const proxies: readonly (readonly [string, string, number, string | null])[] = [
  ["http://p.example:3128", "p.example", 3128, null],
  ["p.example:3128", "p.example", 3128, null],
  ["p.example", "p.example", 80, null],
  ["https://p.example/", "p.example", 443, null],
  ["http://u:p@[::1]:3128", "::1", 3128, "u:p"],
  ["http://us%40er:p%3Aq%2F@p.example:1", "p.example", 1, "us@er:p:q/"],
  ["u:p@p.example:1", "p.example", 1, "u:p"],
  ["http://token@p.example:1", "p.example", 1, "token:"],
];
for (const [written, hostname, port, pair] of proxies) {
  test(`the proxy ${written} is read`, () => {
    const proxy = readProxy(written);
    assert.ok(!("code" in proxy));
    assert.deepEqual([proxy.hostname, proxy.port], [hostname, port]);
    assert.equal(proxy.authorization, pair === null ? null : `Basic ${Buffer.from(pair).toString("base64")}`);
  });
}

test("a proxy that cannot be used is said to be so, without its credentials", () => {
  for (const written of [
    "socks4://u:canary@p.example:1",
    "http://u:canary@:1",
    "http://u:canary@p.example:99999",
    "::",
  ]) {
    const failure = readProxy(written);
    assert.ok("code" in failure, written);
    assert.equal(failure.code, "proxy");
    assert.match(failure.message, /^[A-Z].*; correct .*\.$/);
    assert.doesNotMatch(failure.message, /canary/);
  }
});

test("the credentials of proxies are known to the mask in each of their forms", () => {
  const secrets = secretsOfProxies({
    http: "http://us%20er:can%40ary-1@p.example",
    https: "u2:canary-22@q.example:1",
    noProxy: null,
  });
  const mask = createMask(secrets);
  const forms = ["can%40ary-1", "can@ary-1", "canary-22", Buffer.from("us er:can@ary-1").toString("base64")];
  for (const form of forms) assert.ok(!mask.text(`x ${form} y`).includes(form), form);
  assert.deepEqual(secretsOfProxies({ http: null, https: "http://p.example", noProxy: "a@b" }), []);
});
