import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { requestLensTitle, routeLensTitle } from "../../src/report/lensTitle.ts";
import { movedOrder, orderRoute } from "./movedOrder.ts";

suite("lens titles", () => {
  test("a request: the command, then how it last ended", () => {
    assert.equal(requestLensTitle(null), "Diagnose 404");
    assert.equal(requestLensTitle(movedOrder), "Diagnose 404 · last: 404 · version moved");
    assert.equal(
      requestLensTitle({ ...movedOrder, outcome: "unreachable", exchange: null }),
      "Diagnose 404 · last: unreachable",
    );
    assert.equal(
      requestLensTitle({ ...movedOrder, outcome: "not-sent", exchange: null }),
      "Diagnose 404 · last: not sent · version moved",
    );
    const undecided = { cause: null, kind: null, confidence: 0, summary: "" };
    assert.equal(requestLensTitle({ ...movedOrder, verdict: undecided }), "Diagnose 404 · last: 404 · inconclusive");
  });

  test("a route: how many requests reach it", () => {
    assert.equal(routeLensTitle(orderRoute, 0, null), "No request reaches this route");
    assert.equal(routeLensTitle(orderRoute, 1, null), "1 request reaches this route");
    assert.equal(routeLensTitle(orderRoute, 2, movedOrder), "2 requests reach this route · last: 404 · version moved");
  });

  test("a broken route: what is wrong comes first", () => {
    const route = { ...orderRoute, problems: ["not-registered" as const] };
    assert.equal(routeLensTitle(route, 0, null), "Not registered · no request reaches this route");
  });
});
