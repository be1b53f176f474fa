import assert from "node:assert/strict";
import { Ajv } from "ajv";
import draft6 from "ajv/dist/refs/json-schema-draft-06.json" with { type: "json" };
import formats from "ajv-formats";
import schemas from "har-schema";

// The schema has words of its own beside those of JSON Schema (`optional`, `min`), which say nothing to a validator.
const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addMetaSchema(draft6);
formats.default(ajv);
for (const schema of Object.values(schemas)) ajv.addSchema(schema);

/** Checks a text against the published JSON schema of HAR 1.2, which says less than the specification. */
export function assertHarSchema(text: string): void {
  const isValid = ajv.validate("har.json#", JSON.parse(text));
  assert.ok(isValid, ajv.errorsText());
}
