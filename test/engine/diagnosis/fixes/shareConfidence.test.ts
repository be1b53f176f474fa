import assert from "node:assert/strict";
import { it } from "node:test";
import { shareConfidence } from "../../../../src/engine/diagnosis/fixes/shareConfidence.ts";
import type { Fix } from "../../../../src/engine/model/diagnosis.ts";

const fix = (kind: Fix["kind"], path: string): Fix => ({
  kind,
  title: path,
  confidence: 0.96,
  verified: true,
  request: { method: "GET", url: `http://localhost${path}` },
  edit: null,
});
const confidences = (fixes: readonly Fix[]) => shareConfidence(fixes).map(({ confidence }) => confidence);

it("requests that exclude one another share the confidence, and what is mended elsewhere keeps its own", () => {
  const three = [fix("edit-request", "/a"), fix("edit-request", "/b"), fix("edit-variable", "/c")];
  assert.deepEqual(confidences([...three, fix("edit-route", "/a")]), [0.32, 0.32, 0.32, 0.96]);
});

it("a single request keeps it, in whatever places it is edited", () => {
  assert.deepEqual(confidences([fix("edit-request", "/a"), fix("edit-variable", "/a")]), [0.96, 0.96]);
});
