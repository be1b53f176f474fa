import assert from "node:assert/strict";
import { test } from "node:test";
import { compareSegments } from "../../../../src/engine/routes/match/segmentLikeness.ts";

const whatDiffers = (expected: string, actual: string) => compareSegments(expected, actual, true)?.what ?? null;

test("words of one series that differ in their number are versions, whatever the series is called", () => {
  assert.equal(whatDiffers("v2", "v1"), "version");
  assert.equal(whatDiffers("rev-3", "rev-2"), "version");
  assert.equal(whatDiffers("2026b", "2025b"), "version");
  assert.equal(whatDiffers("3", "2"), "version");
  assert.equal(whatDiffers("2026.2", "2025.4"), "version");
  assert.equal(whatDiffers("2024-06-01", "2024-01-01-preview"), "version");
});

test("words that end in a number by chance, or are of two series, are none", () => {
  assert.equal(whatDiffers("berth7", "berth8"), "typo");
  assert.notEqual(whatDiffers("rev-3", "edition-2"), "version");
  assert.notEqual(whatDiffers("2026", "8472"), "version");
  assert.notEqual(whatDiffers("3", "1042"), "version");
});
