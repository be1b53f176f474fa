import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isAtLeast } from "./findLocalCode.ts";

describe("isAtLeast", () => {
  it("compares by numbers", () => {
    assert.ok(isAtLeast("1.105.0", "1.105.0"));
    assert.ok(isAtLeast("1.139.1", "1.105.0"));
    assert.ok(isAtLeast("2.0.0-insider", "1.105.0"));
    assert.ok(!isAtLeast("1.99.3", "1.105.0"));
    assert.ok(!isAtLeast("1.105.0", "1.105.1"));
  });

  it("takes what is no version for too old", () => {
    assert.ok(!isAtLeast("", "1.105.0"));
    assert.ok(!isAtLeast("command not found", "1.105.0"));
  });
});
