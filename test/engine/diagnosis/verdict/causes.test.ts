import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { causes } from "../../../../src/engine/diagnosis/verdict/causes.ts";

const contract = new URL("../../../../../shared/contract/causes.json", import.meta.url);

test("the vocabulary is the contract's, word for word", {
  skip: !existsSync(contract) && "the contract is not here",
}, () => {
  const document = JSON.parse(readFileSync(contract, "utf8"));
  const told = document.causes.map((cause: { id: string; title: string; kinds: { id: string; proof: string }[] }) => [
    cause.id,
    { title: cause.title, kinds: Object.fromEntries(cause.kinds.map((kind) => [kind.id, kind.proof])) },
  ]);
  assert.deepEqual(causes, Object.fromEntries(told));
});
