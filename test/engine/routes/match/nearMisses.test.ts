import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Route } from "../../../../src/engine/model/route.ts";
import { matchUrl, matchUrlInTurns } from "../../../../src/engine/routes/match/matchUrl.ts";
import { findNearMisses, rankMisses } from "../../../../src/engine/routes/match/nearMisses.ts";
import { compileRoute } from "../../../../src/engine/routes/match/pathTemplate.ts";
import { matchesPath, subjectOf } from "../../../../src/engine/routes/match/routeAnswers.ts";
import { leadingRuns } from "../../../../src/engine/routes/match/unmounted.ts";

const words = ["api", "v1", "v2", "orders", "order", "Orders", "items", "7", "{id}", "{path*}", "{code}", "{page}"];
const urlWords = ["api", "v1", "v3", "orders", "order", "ORDERS", "itens", "7", "abc", "a%2Fb", "%6Frders", ""];

const pattern = fc.array(fc.constantFrom(...words), { maxLength: 5 });
const url = fc.array(fc.constantFrom(...urlWords), { maxLength: 6 }).map((parts) => `/${parts.join("/")}`);
const route: fc.Arbitrary<Route> = fc
  .record({
    parts: pattern,
    method: fc.constantFrom("GET", "POST", "ANY"),
    framework: fc.constantFrom("express", "fastapi", "fastify", "openapi"),
    caseSensitive: fc.boolean(),
    strictSlash: fc.boolean(),
    slash: fc.boolean(),
    isUnmounted: fc.boolean(),
  })
  .map(({ parts, slash, isUnmounted, ...others }) => ({
    ...others,
    path: `/${parts.join("/")}${slash && parts.length > 0 ? "/" : ""}`,
    file: "routes/orders.js",
    line: 1,
    column: 1,
    handler: null,
    mounts: [],
    problems: isUnmounted ? (["not-registered"] as const) : [],
    culprit: null,
    unresolved: null,
    test: false,
    order: 0,
    parameters: [
      { name: "code", pattern: "\\d+", optional: false },
      { name: "page", pattern: null, optional: true },
    ],
  }));

describe("near misses", () => {
  it("are for each route of a table what they are for the route alone", () => {
    fc.assert(
      fc.property(fc.array(route, { maxLength: 30 }), fc.constantFrom("GET", "PATCH"), url, (routes, method, path) => {
        const runs = leadingRuns(routes);
        const alone = routes.flatMap((each) => findNearMisses([each], method, path, null, runs));
        assert.deepEqual(findNearMisses(routes, method, path, null), rankMisses(alone));
      }),
      { numRuns: 400 },
    );
  });

  it("are the same when they are looked for in turns", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(route, { maxLength: 30 }), url, async (routes, path) => {
        const table = { routes, rewrites: [], stats: { files: 0, parsed: 0, ms: 0 } };
        assert.deepEqual(await matchUrlInTurns(table, "get", path), matchUrl(table, "get", path));
      }),
      { numRuns: 200 },
    );
  });

  it("say that an encoded slash splits an identifier where the framework decodes before it routes, and nowhere else", () => {
    const model: Route = {
      method: "GET",
      path: "/api/models/{key}",
      framework: "fastapi",
      file: "models.py",
      line: 1,
      column: 1,
      handler: null,
      mounts: [],
      problems: [],
      culprit: null,
      unresolved: null,
      test: false,
      caseSensitive: true,
      strictSlash: false,
      order: 0,
    };
    const [near] = findNearMisses([model], "GET", "/api/models/2026%2F11%2Fpart.stl", null);
    assert.deepEqual(near?.differs, [
      { what: "encoding", expected: "{key}", actual: "2026%2F11%2Fpart.stl", segment: 2 },
    ]);
    assert.equal(near?.corrected, "/api/models/2026%2F11%2Fpart.stl");
    const [whole] = findNearMisses([{ ...model, framework: "express" }], "GET", "/api/models/a%2Fb", null);
    assert.deepEqual(whole?.differs, [], "Express decodes a parameter after it has routed");
  });

  it("rule out by fixed segments only what the whole pattern rules out", () => {
    fc.assert(
      fc.property(route, url, (each, asked) => {
        const path = asked.replace(/\/{2,}$/, "/");
        assert.equal(matchesPath(each, path), compileRoute(each).test.test(subjectOf(each, path)));
      }),
      { numRuns: 2_000 },
    );
  });
});
