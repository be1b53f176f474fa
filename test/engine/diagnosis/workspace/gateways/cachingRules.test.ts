import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findCachingRules } from "../../../../../src/engine/diagnosis/workspace/gateways/cachingRules.ts";
import { investigate, verdictOf } from "../../investigate.ts";

const linesOf = (text: string, file = "a.conf") => findCachingRules([{ file, text }]).map(({ line }) => line);

describe("the rules that let a cache keep a 404", () => {
  const kept: readonly (readonly [string, string])[] = [
    ["a.conf", "proxy_cache_valid any 60m;"],
    ["a.conf", "  proxy_cache_valid 200 404 10m;"],
    ["a.conf", "fastcgi_cache_valid 404 1h;"],
    ["a.vcl", "if (beresp.status == 404) { set beresp.ttl = 1h; }"],
    ["a.tf", "error_caching_min_ttl = 300"],
    ["a.yaml", "ErrorCachingMinTTL: 600"],
    ["a.yaml", "negativeCaching: true"],
  ];
  for (const [file, text] of kept) {
    it(`${text} is one`, () => assert.deepEqual(linesOf(`first\n${text}\n`, file), [2]));
  }
  for (const text of [
    "proxy_cache_valid 10m;",
    "proxy_cache_valid 200 301 10m;",
    "# proxy_cache_valid any 60m;",
    "negative = cachingOf(x)",
  ]) {
    it(`${text} is none`, () => assert.deepEqual(linesOf(text), []));
  }

  it("a field for shared caches is one where errors, or all answers, get it", () => {
    const onError = 'app.use((err, req, res, next) => {\n  res.set("Cache-Control", "public, s-maxage=600");\n});\n';
    const onThing = 'app.get("/a", (req, res) => {\n  res.set("Cache-Control", "s-maxage=600").json({});\n});\n';
    assert.deepEqual(linesOf(onError, "app.js"), [2]);
    assert.deepEqual(linesOf(onThing, "app.js"), []);
  });
});

describe("a stored 404", () => {
  const ask = (files: Readonly<Record<string, string>>) =>
    investigate({
      files,
      server: ({ url = "" }, response) => {
        const isFresh = url.includes("?");
        const isKnown = url.startsWith("/shifts/w48");
        response.writeHead(isKnown && isFresh ? 200 : 404, {
          "content-type": "application/json",
          ...(isKnown && !isFresh ? { "x-cache": "HIT", age: "40" } : {}),
        });
        response.end(isKnown && isFresh ? '{"week":"w48"}' : '{"error":"none"}');
      },
      http: "GET ORIGIN/shifts/w48\n",
    });

  it("brings its rule as a link, and as what to mend behind waiting", async () => {
    const conf = "server {\n  location / {\n    proxy_cache_valid any 60m;\n  }\n}\n";
    const diagnosis = await ask({ "nginx/site.conf": conf });
    assert.equal(verdictOf(diagnosis), "cached-miss/shared-cache", diagnosis.verdict.summary);
    assert.deepEqual(
      diagnosis.fixes.map(({ kind, title }) => [kind, title.split(": ")[1]]),
      [
        ["wait", undefined],
        ["edit-rewrite", "nginx/site.conf:3"],
      ],
    );
    const link = diagnosis.links.find(({ file, line }) => file === "nginx/site.conf" && line === 3);
    assert.equal(link?.role, "rewrite");
  });

  it("is waited for where the workspace holds no such rule", async () => {
    const diagnosis = await ask({});
    assert.deepEqual(
      diagnosis.fixes.map(({ kind }) => kind),
      ["wait"],
    );
  });
});
