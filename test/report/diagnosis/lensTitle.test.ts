import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { requestLensTitle, routeLensTitle } from "../../../src/report/diagnosis/lensTitle.ts";
import { movedOrder, orderRoute } from "../movedOrder.ts";

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

  test("a route: its whole path, and how many requests reach it", () => {
    const title = (reaching: number, last: typeof movedOrder | null) =>
      routeLensTitle(orderRoute, { others: 0, reaching, last, role: "registration" });
    assert.equal(title(0, null), "GET /api/v1/orders/{id} · no request reaches this route");
    assert.equal(title(1, null), "GET /api/v1/orders/{id} · 1 request reaches this route");
    assert.equal(
      title(2, movedOrder),
      "GET /api/v1/orders/{id} · 2 requests reach this route · last: 404 · version moved",
    );
  });

  test("a handler that stands apart from its registration says so", () => {
    assert.equal(
      routeLensTitle(orderRoute, { others: 0, reaching: 1, last: null, role: "handler" }),
      "Handles GET /api/v1/orders/{id} · 1 request reaches this route",
    );
    assert.equal(
      routeLensTitle(orderRoute, { others: 4, reaching: 0, last: null, role: "handler" }),
      "Handles GET /api/v1/orders/{id} and 4 more · no request reaches these routes",
    );
  });

  test("a broken or deprecated route: what is wrong follows the path", () => {
    const route = { ...orderRoute, deprecated: true, problems: ["not-registered" as const] };
    assert.equal(
      routeLensTitle(route, { others: 0, reaching: 0, last: null, role: "registration" }),
      "GET /api/v1/orders/{id} · not registered · deprecated · no request reaches this route",
    );
  });
});
