import assert from "node:assert/strict";
import { test } from "node:test";
import type { Identifier } from "../../../../src/engine/diagnosis/identifiers/identifiers.ts";
import { findNamedIdentifiers } from "../../../../src/engine/diagnosis/identifiers/successors.ts";

const identifier = (value: string, shape: Identifier["shape"] = "coded"): Identifier => ({
  segment: 1,
  name: "id",
  value,
  shape,
});
const named = (content: unknown, one: Identifier, control: unknown = { error: "unknown" }) =>
  findNamedIdentifiers(JSON.stringify(content), one, JSON.stringify(control));

test("an error that names another identifier of the same pattern names where the thing went", () => {
  assert.deepEqual(named({ code: "GONE_OVER", into: { ref: "SH-4410" } }, identifier("SH-1203")), ["SH-4410"]);
  assert.deepEqual(
    named({ see: "7b0d2c1e-0b5a-4c8e-9a53-0d9f3e6a1f22" }, identifier("1c7a2f10-1111-4222-8333-444455556666", "uuid")),
    ["7b0d2c1e-0b5a-4c8e-9a53-0d9f3e6a1f22"],
  );
});

test("digits with a mark between them have a pattern as well", () => {
  const one = identifier("276-0042");
  assert.deepEqual(named({ error: "closed", continuedOn: "276-0041", since: "2030-11-02" }, one), ["276-0041"]);
  assert.deepEqual(named({ error: "closed", page: 276 }, one), []);
});

test("a number or a word counts only under a field that speaks of a successor", () => {
  assert.deepEqual(named({ error: "merged", survivor: 88 }, identifier("41", "integer")), ["88"]);
  assert.deepEqual(named({ error: "unknown", count: 88 }, identifier("41", "integer")), []);
  assert.deepEqual(named({ canonicalSlug: "blue-sofa" }, identifier("sofa-blue", "slug")), ["blue-sofa"]);
  assert.deepEqual(named({ hint: "blue-sofa" }, identifier("sofa-blue", "slug")), []);
});

test("the asked identifier, ids of the request and what every miss names are none", () => {
  const one = identifier("SH-1203");
  assert.deepEqual(named({ id: "SH-1203", requestId: "QX-9911" }, one), []);
  assert.deepEqual(named({ example: "SH-0001" }, one, { example: "SH-0001" }), []);
  assert.deepEqual(findNamedIdentifiers("<h1>SH-4410</h1>", one, ""), []);
});
