import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { environmentLabel } from "../../../src/report/requests/environmentLabel.ts";

describe("label of an environment", () => {
  for (const name of ["prod", "production", "PROD", "live", "eu-prod", "prodEu", "api_live", "prod2", "prd"]) {
    it(`marks ${name}`, () => {
      const { text, stands, spoken } = environmentLabel(name);
      assert.deepEqual([text, stands], [`$(warning) ${name}`, "production"]);
      assert.match(spoken, /production$/);
    });
  }

  for (const name of ["dev", "staging", "non-prod", "preprod", "pre-production", "delivery", "product", "olive"]) {
    it(`leaves ${name} alone`, () => {
      const { text, stands } = environmentLabel(name);
      assert.deepEqual([text, stands], [`$(globe) ${name}`, "elsewhere"]);
    });
  }

  it("says that there is none", () => {
    assert.equal(environmentLabel(null).text, "$(globe) No environment");
  });
});
