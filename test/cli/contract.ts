import assert from "node:assert/strict";
import { causes } from "../../src/engine/diagnosis/verdict/causes.ts";

type Fields = Readonly<Record<string, unknown>>;

const enumerations: Readonly<Record<string, readonly string[]>> = {
  outcome: ["not-found", "soft-not-found", "answered", "unreachable", "refused-by-policy", "not-sent"],
  layer: ["edge", "proxy", "static", "router", "application", "cache", "unknown"],
  step: ["capture", "existence", "identifier", "routing", "masking", "comparison"],
  status: ["done", "finding", "inconclusive", "skipped"],
  varies:
    "nothing path version prefix slash case encoding identifier method host scheme tenant region environment credentials negotiation cache".split(
      " ",
    ),
  role: "candidate-route broken-route mount shadowing-route catch-all handler rewrite spec reference variable change".split(
    " ",
  ),
  fix: "edit-request edit-variable edit-route edit-rewrite add-redirect gone-410 register-route ask wait".split(" "),
};

/** Checks a document against the published shape of `diagnose --json`: its fields, their types and its closed vocabularies. */
export function assertDiagnosis(document: unknown): void {
  const diagnosis = fieldsOf(
    document,
    "schema outcome request response lookup responder verdict causes steps evidence probes links fixes avoid verify",
  );
  assert.equal(diagnosis["schema"], "diagnose-404/diagnosis@1");
  assertOneOf("outcome", diagnosis["outcome"]);
  const request = fieldsOf(diagnosis["request"], "method url name file line environment");
  assertStrings(request, "method url");
  if (diagnosis["response"] !== null) {
    const response = fieldsOf(diagnosis["response"], "status hops ms");
    assertNumbers(response, "status ms");
    for (const hop of listOf(response["hops"])) {
      assertNumbers(assertStrings(fieldsOf(hop, "status from to"), "from to"), "status");
    }
  }
  assertLookup(diagnosis["lookup"]);
  if (diagnosis["responder"] !== null) {
    const responder = assertStrings(fieldsOf(diagnosis["responder"], "layer name because"), "name because");
    assertOneOf("layer", responder["layer"]);
  }
  assertJudgement(diagnosis);
  assertObservations(diagnosis);
  listOf(diagnosis["fixes"]).forEach(assertFix);
  for (const text of [...listOf(diagnosis["avoid"]), ...listOf(diagnosis["verify"])]) {
    assert.equal(typeof text, "string");
  }
}

function assertLookup(value: unknown): void {
  const lookup = assertStrings(fieldsOf(value, "path pattern identifiers scope requestId at"), "path at");
  for (const identifier of listOf(lookup["identifiers"])) {
    assertStrings(fieldsOf(identifier, "name value"), "name value");
  }
  fieldsOf(lookup["scope"], "host version tenant region");
}

function assertJudgement(diagnosis: Fields): void {
  const verdict = fieldsOf(diagnosis["verdict"], "cause kind confidence summary");
  assertShare(verdict["confidence"]);
  assert.ok(String(verdict["summary"]).length > 0);
  if (verdict["cause"] !== null) {
    assertCause(verdict);
  }
  const known = new Set(listOf(diagnosis["evidence"]).map((item) => fieldsOf(item, "id")["id"]));
  for (const value of listOf(diagnosis["causes"])) {
    const cause = fieldsOf(value, "cause kind confidence evidence");
    assertCause(cause);
    assertShare(cause["confidence"]);
    assert.ok(listOf(cause["evidence"]).every((id) => known.has(id)));
  }
  const steps = listOf(diagnosis["steps"]).map((step) => fieldsOf(step, "id status findings"));
  assert.deepEqual(
    steps.map((step) => step["id"]),
    enumerations["step"],
  );
  for (const step of steps) {
    assertOneOf("status", step["status"]);
    assert.ok(step["status"] !== "skipped" || listOf(step["findings"]).length > 0, "a skipped step says why");
  }
}

function assertObservations(diagnosis: Fields): void {
  const probes = listOf(diagnosis["probes"]).map((probe) => fieldsOf(probe, "id method url varies status ms"));
  for (const probe of probes) {
    assertOneOf("varies", probe["varies"]);
    assertNumbers(assertStrings(probe, "id method url"), "ms");
  }
  const probeIds = new Set(probes.map((probe) => probe["id"]));
  for (const value of listOf(diagnosis["evidence"])) {
    const evidence = assertStrings(fieldsOf(value, "id step statement probe location"), "id statement");
    assertOneOf("step", evidence["step"]);
    assert.ok(evidence["probe"] === null || probeIds.has(evidence["probe"]), "a cited probe is listed");
    if (evidence["location"] !== null) {
      assertPlace(evidence["location"]);
    }
  }
  for (const value of listOf(diagnosis["links"])) {
    assertOneOf("role", assertStrings(fieldsOf(value, "role label"), "label")["role"]);
    assertPlace(value);
  }
}

function assertFix(value: unknown): void {
  const fix = assertStrings(fieldsOf(value, "kind title confidence verified request edit"), "title");
  assertOneOf("fix", fix["kind"]);
  assertShare(fix["confidence"]);
  assert.equal(typeof fix["verified"], "boolean");
  if (fix["request"] !== null) {
    assertStrings(fieldsOf(fix["request"], "method url"), "method url");
  }
  if (fix["edit"] !== null) {
    assertNumbers(assertStrings(fieldsOf(fix["edit"], "file line newText"), "file newText"), "line");
  }
}

function assertPlace(value: unknown): void {
  const place = assertNumbers(assertStrings(fieldsOf(value, "file line column"), "file"), "line column");
  assert.ok(Number(place["line"]) >= 1 && Number(place["column"]) >= 1, "lines and columns are 1-based");
}

function assertCause(value: Fields): void {
  const kinds: Readonly<Record<string, { readonly kinds: Readonly<Record<string, string>> }>> = causes;
  assert.ok(
    String(value["kind"]) in (kinds[String(value["cause"])]?.kinds ?? {}),
    `${value["cause"]}/${value["kind"]}`,
  );
}

function assertShare(value: unknown): void {
  assert.ok(typeof value === "number" && value >= 0 && value <= 1, `${value} is between 0 and 1`);
}

function assertOneOf(name: string, value: unknown): void {
  assert.ok(enumerations[name]?.includes(String(value)), `${name} is one of its words, not ${value}`);
}

function assertStrings(fields: Fields, names: string): Fields {
  for (const name of names.split(" ")) {
    assert.equal(typeof fields[name], "string", name);
  }
  return fields;
}

function assertNumbers(fields: Fields, names: string): Fields {
  for (const name of names.split(" ")) {
    assert.equal(typeof fields[name], "number", name);
  }
  return fields;
}

/** The value as an object that has every named field. */
export function fieldsOf(value: unknown, names: string): Fields {
  assert.ok(typeof value === "object" && value !== null && !Array.isArray(value), `an object with ${names}`);
  for (const name of names.split(" ")) {
    assert.ok(name in value, `${name} is there`);
  }
  return value as Fields;
}

/** The value as a list. */
export function listOf(value: unknown): readonly unknown[] {
  assert.ok(Array.isArray(value), "a list");
  return value;
}
