import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readYaml } from "../../src/engine/yamlData.ts";
import { assertLinear } from "../growth.ts";

describe("readYaml", () => {
  it("reads data, later keys before earlier ones, and what is whole of a broken text", () => {
    assert.deepEqual(readYaml("a: 1\nb: [x, 'y']\na: 2\n"), { a: 2, b: ["x", "y"] });
    assert.deepEqual(readYaml('{"a": 1, "b": '), { a: 1, b: null });
    assert.equal(readYaml(""), null);
  });

  it("leaves out what no plain data can say, and aliases that would fill the memory", () => {
    assert.deepEqual(readYaml("? [a, b]\n: 1\nc: 2\n"), { c: 2 });
    const bomb = Array.from({ length: 9 }, (_, at) => `b${at + 1}: &b${at + 1} [${`*b${at},`.repeat(9)}]`).join("\n");
    assert.equal(readYaml(`b0: &b0 [x]\n${bomb}`), undefined);
  });

  it("takes as long as the text is, however deep its keys are", () => {
    assertLinear((size) => readYaml(`${"{ ? ".repeat(size)}a${" }".repeat(size)}`), 200);
  });
});
