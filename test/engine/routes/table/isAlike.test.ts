import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { isAlike } from "../../../../src/engine/routes/table/isAlike.ts";

describe("plain values that are alike", () => {
  it("are those that the runtime's own comparison finds equal", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        // Zero has two signs, which JSON writes alike.
        const [first, second] = [one, other].map((each) => JSON.parse(JSON.stringify(each)));
        assert.equal(isAlike(first, second), isDeepStrictEqual(first, second));
        assert.ok(isAlike(first, structuredClone(first)));
      }),
    );
  });

  it("are not those of which one holds more", () => {
    assert.equal(isAlike({ a: 1 }, { a: 1, b: 2 }), false);
    assert.equal(isAlike({ a: 1, b: undefined }, { a: 1, c: 2 }), false);
    assert.equal(isAlike([1], [1, 2]), false);
    assert.equal(isAlike([], {}), false);
    assert.equal(isAlike(null, {}), false);
  });
});
