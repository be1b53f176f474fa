import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createGlobTest } from "../../src/node/globs.ts";

const cases: readonly (readonly [glob: string, takes: readonly string[], leaves: readonly string[]])[] = [
  ["**/*.js", ["a.js", "a/b/c.js"], ["a.jsx", "a.ts"]],
  ["*.js", ["a.js", "a/b/c.js"], ["js", "a.ts"]],
  [
    "services/*/src",
    ["services/a/src", "services/a/src/x.ts"],
    ["services/src", "services/a/b/src", "my/services/a/src"],
  ],
  ["services/**", ["services/a", "services/a/b.js"], ["services", "other/services/a"]],
  ["**/{test,spec}/**", ["test/a.js", "a/spec/b/c.js"], ["tests/a.js", "spec.js"]],
  ["**/node_modules", ["node_modules/a.js", "a/node_modules/b"], ["a/my_node_modules/b"]],
  ["./legacy/", ["legacy/a.js", "a/legacy/b.js"], ["legacy2/a.js"]],
  ["v[0-9]/**", ["v1/a.js"], ["vx/a.js"]],
  ["v[!0-9].js", ["vx.js"], ["v1.js"]],
  ["a?c.(x).js", ["abc.(x).js"], ["a/c.(x).js", "abc.x.js"]],
  ["[z-a]", [], ["z", "a"]],
  ["{a", [], ["a", "{a"]],
];

describe("globs of settings", () => {
  for (const [glob, takes, leaves] of cases) {
    it(glob, () => {
      const test = createGlobTest([glob]);
      assert.deepEqual([...takes, ...leaves].filter(test), takes);
    });
  }

  it("takes what any of them takes, and nothing without one", () => {
    assert.deepEqual(["a.js", "b.ts", "c.py"].filter(createGlobTest(["*.js", " ", "*.py"])), ["a.js", "c.py"]);
    assert.equal(createGlobTest([])("a.js"), false);
  });
});
