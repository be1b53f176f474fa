import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { usesText } from "../../../src/report/routes/usesText.ts";
import { orderRoute } from "../movedOrder.ts";

const say = (found: number, extent: Parameters<typeof usesText>[2]) =>
  usesText(orderRoute, found, extent, (text) => text.replace("orders", "•••"));

suite("what is said after a search for uses", () => {
  test("nothing, when all were looked for and some are shown", () => {
    assert.equal(say(3, { kind: "whole" }), null);
  });

  test("that none was found, masked", () => {
    assert.equal(
      say(0, { kind: "whole" }),
      "No request, code or document of this workspace was found to use GET /api/v1/•••/{id}.",
    );
  });

  test("how far it went, when it did not go all the way", () => {
    assert.equal(
      say(2, { kind: "part", files: 4000 }),
      "Uses of GET /api/v1/•••/{id}: only the first 4000 files were searched.",
    );
    assert.equal(
      say(0, { kind: "requests" }),
      "Nothing was found to use GET /api/v1/•••/{id}. Only requests were searched, because its path has no fixed part to look for in code.",
    );
  });
});
