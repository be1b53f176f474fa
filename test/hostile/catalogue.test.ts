import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { catalogue } from "./catalogue.ts";

const root = join(import.meta.dirname, "../..");
const source = fileURLToPath(new URL("../../../shared/corpus/robustness/bad-inputs.jsonl", import.meta.url));
const skip = existsSync(source) ? false : "the catalogue of bad inputs is not here";

/** The groups of the catalogue that concern sending, what may be seen of it, and where it is kept. */
const groups = new Set(["url", "hostile-server", "probe", "secrets", "storage"]);

test("every catalogued situation that concerns sending has a test, or a reason why it has none", { skip }, () => {
  const cases: readonly { readonly id: string; readonly group: string }[] = readFileSync(source, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const concerned = cases.filter(({ group }) => groups.has(group)).map(({ id }) => id);
  assert.ok(concerned.length > 60);
  assert.deepEqual(
    concerned.filter((id) => !Object.hasOwn(catalogue, id)),
    [],
  );
  const known = new Set(cases.map(({ id }) => id));
  assert.deepEqual(
    Object.keys(catalogue).filter((id) => !known.has(id)),
    [],
  );
});

for (const [id, entry] of Object.entries(catalogue)) {
  test(`${id} stands where the table says`, () => {
    if ("reason" in entry) {
      assert.match(entry.reason, /^[A-Z].{20,}\.$/);
      return;
    }
    const text = readFileSync(join(root, entry.file), "utf8");
    assert.ok(text.includes(entry.holds), `${entry.file} holds ${entry.holds}`);
  });
}
