import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isRecordPlace } from "../../../../../src/engine/diagnosis/workspace/records/recordPlace.ts";

describe("a line that only records a name is not to be corrected", () => {
  const cases: readonly (readonly [file: string, line: string, isRecord: boolean])[] = [
    ["src/accounts.ts", '  { id: "old-mill", name: "The mill" },', true],
    ["src/accounts.ts", '  { id: "river-path", joined: "old-mill" },', true],
    ["src/walks.py", '    "old-mill": {"km": 4},', true],
    ["src/walks.ts", '  ["old-mill", { km: 4 }],', true],
    ["web/walks.json", '{ "slug": "river-path", "formerSlugs": ["old-mill"] }', true],
    ["db/seeds/dev.sql", "('old-mill', 4)", true],
    ["data/walks.json", '"old-mill"', true],
    ["redirects.json", '{ "/walks/old-mill": "/walks/river-path" }', true],
    ["rest/http-client.env.json", '"walk": "old-mill"', true],
    ["CHANGELOG.md", "- old-mill is called river-path now", true],
    ["app/walks.mjs", 'const walk = await fetch("/walks/old-mill");', false],
    ["app/walks.mjs", 'show({ walk: "old-mill" });', false],
    ["app/fold.mjs", 'unfold("old-mill");', false],
    ["deploy.yaml", "walk: old-mill", false],
    ["docs/walks.md", "See https://walks.test/walks/old-mill", false],
  ];
  for (const [file, line, isRecord] of cases) {
    it(`${file}: ${line}`, () => assert.equal(isRecordPlace(file, line, "old-mill"), isRecord));
  }
});
