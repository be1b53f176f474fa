import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseExistenceChecks } from "../../src/engine/diagnosis/checks/readExistenceChecks.ts";

const { default: manifest } = await import("../../package.json", { with: { type: "json" } });
const { default: schema } = await import("../../media/diagnose404.schema.json", { with: { type: "json" } });

const ofFile = schema.properties.existenceChecks.items;
const ofSetting = manifest.contributes.configuration[0]?.properties["diagnose404.existenceChecks"]?.items;

/** A copy without the texts for people, which the manifest keeps elsewhere. */
function withoutTexts(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== "object" || value === null) {
    return value;
  }
  const entries = Object.entries(value).filter(([name, inner]) => name !== "description" || typeof inner !== "string");
  return Object.fromEntries(entries.map(([name, inner]) => [name, withoutTexts(inner)]));
}

describe("the schema of existence checks", () => {
  it("is the same for the file and for the setting", () => {
    assert.deepEqual(withoutTexts(ofSetting), withoutTexts(ofFile));
  });

  it("knows exactly the properties that are read", () => {
    const whole = {
      name: "index",
      route: "/orders/{id}",
      url: "https://index.test/{id}",
      method: "GET",
      headers: { Accept: "application/json" },
      exists: { status: 200, jsonPath: "$.id" },
      deleted: { status: 200, jsonPath: "$.deleted_at" },
    };
    assert.deepEqual(Object.keys(whole).toSorted(), Object.keys(ofFile.properties).toSorted());
    assert.deepEqual(Object.keys(whole.exists), Object.keys(ofFile.properties.exists.properties));
    const { checks, problems } = parseExistenceChecks(JSON.stringify({ list: [whole] }), "f.json", "list");
    assert.deepEqual(problems, []);
    const headers = Object.entries(whole.headers);
    assert.deepEqual(checks, [{ ...whole, headers, location: { file: "f.json", line: 1, column: 10 } }]);
  });
});
