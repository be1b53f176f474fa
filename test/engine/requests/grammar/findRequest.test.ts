import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findRequestAtLine, findRequestByName } from "../../../../src/engine/requests/grammar/findRequest.ts";
import { parseHttpFile } from "../../../../src/engine/requests/grammar/parseHttpFile.ts";

const text =
  "@a = b\n\n# about the first\nGET http://a\nA: b\n\n{}\n\n### Second one\n# @name two\n\nGET http://b\n\n\nGET http://c\n";
const file = parseHttpFile(text);

describe("findRequestAtLine", () => {
  it("knows every line of a block, its comments and its separator", () => {
    const urls = Array.from({ length: 16 }, (_, index) => findRequestAtLine(file, index + 1)?.url.at(-1) ?? "-");
    assert.equal(urls.join(""), "--aaaaaabbbbbbcc");
  });

  it("finds nothing in an empty file", () => {
    assert.equal(findRequestAtLine(parseHttpFile(""), 1), null);
  });
});

describe("findRequestByName", () => {
  it("finds names exactly, then in any letter case", () => {
    assert.equal(findRequestByName(file, "two")?.url, "http://b");
    assert.equal(findRequestByName(file, "TWO")?.url, "http://b");
    assert.equal(findRequestByName(file, "three"), null);
  });

  it("takes an @name for more than a title of the same text above it", () => {
    const both = parseHttpFile("### refund\nGET http://a\n\n### Ask for one\n# @name refund\nGET http://b\n");
    assert.equal(findRequestByName(both, "refund")?.url, "http://b");
    assert.equal(findRequestByName(both, "Refund")?.url, "http://b");
    assert.equal(findRequestByName(both, "ask for one"), null);
  });
});
