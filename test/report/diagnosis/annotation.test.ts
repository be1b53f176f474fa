import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { annotate } from "../../../src/report/diagnosis/annotation.ts";
import { movedOrder } from "../movedOrder.ts";

const plain = (text: string) => text;

suite("annotation", () => {
  test("says the verdict, its code, and links the routes", () => {
    const annotation = annotate(movedOrder, plain);
    assert.equal(annotation?.message, "Orders are served under v1, not v2. (94 %)");
    assert.equal(annotation?.severity, "error");
    assert.equal(annotation?.code, "route-drift/version-moved");
    assert.deepEqual(
      annotation?.related.map(({ message, location }) => `${message} ${location.file}:${location.line}`),
      [
        "Candidate route: GET /api/v1/orders/{id} service/routes/orders.js:11",
        "Mounted under /api/v1 service/app.js:12",
      ],
    );
  });

  test("says nothing of a request that answers", () => {
    assert.equal(annotate({ ...movedOrder, outcome: "answered" }, plain), null);
  });

  test("warns where the evidence decides nothing", () => {
    const verdict = { cause: null, kind: null, confidence: 0.3, summary: "Undecided." };
    const annotation = annotate({ ...movedOrder, verdict }, plain);
    assert.equal(annotation?.severity, "warning");
    assert.equal(annotation?.code, null);
  });

  test("an undefined variable is certain although nothing was sent", () => {
    const unresolved = [{ name: "id", usedAt: null, defineAt: null, similar: [] }];
    const diagnosis = { ...movedOrder, outcome: "not-sent" as const, request: { ...movedOrder.request, unresolved } };
    assert.equal(annotate(diagnosis, plain)?.severity, "error");
    assert.equal(annotate({ ...movedOrder, outcome: "not-sent" }, plain)?.severity, "warning");
  });

  test("masks the verdict and the labels of its links", () => {
    const mask = (text: string) => text.replaceAll("v1", "***");
    const annotation = annotate(movedOrder, mask);
    assert.ok(!JSON.stringify([annotation?.message, annotation?.related.map((item) => item.message)]).includes("v1"));
  });
});
