import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findEnclosing, findFileNames } from "../../../../../src/engine/diagnosis/workspace/records/enclosing.ts";
import { filesOf } from "../../workspaceDiagnosis.ts";

/** The names under which a text holds a value. */
async function enclose(text: string, value: string, parent = ""): Promise<readonly string[]> {
  const line = text.split("\n").findIndex((one) => one.includes(value));
  const column = (text.split("\n")[line] ?? "").indexOf(value) + 1;
  const location = { file: "data.ts", line: line + 1, column };
  const found = await findEnclosing(
    parent,
    [{ kind: "code", location, isRecord: false }],
    filesOf({ "data.ts": text }),
  );
  return found.map(({ value: name, location: at }) => `${name}:${at.line}`);
}

describe("what data holds a thing under", () => {
  const branches = `export const branches: Record<string, Branch> = {
  station: { ovens: [{ serial: "W-71" }] },
  harbour: { ovens: [{ serial: "W-80" }, { serial: "W-81" }], staff: ["Ada"] },
};`;

  it("is every key of its line that is still open, nearest first, and no type", async () => {
    assert.deepEqual(await enclose(branches, "W-81", "branch"), ["ovens:3", "harbour:3"]);
    assert.deepEqual(await enclose(branches, "Ada", "branch"), ["staff:3", "harbour:3"]);
  });

  it("is a field beside it that is called like its parent", async () => {
    assert.deepEqual(await enclose('{ id: "k3", cup: "autumn-open" }', "k3", "cup_id"), ["autumn-open:1"]);
  });

  it("stands beside the other keys of its file", async () => {
    const location = { file: "data.yaml", line: 2, column: 5 };
    const files = filesOf({ "data.yaml": "east:\n  - Kx-114\nwest:\n  - Lm-002\n" });
    const [found] = await findEnclosing("", [{ kind: "fixture", location, isRecord: false }], files);
    assert.deepEqual([found?.value, found?.beside], ["east", ["east", "west"]]);
  });
});

it("a file that holds a thing is called like another scope where one beside it is called like the request's", async () => {
  const files = filesOf({ "ledgers/florist.json": "{}", "ledgers/optician.json": '{ "B-551": {} }' });
  const location = { file: "ledgers/optician.json", line: 1, column: 3 };
  const holders = [{ kind: "fixture" as const, location, isRecord: false }];
  const [found] = await findFileNames(["florist", "invoices"], holders, files);
  assert.deepEqual([found?.value, found?.beside], ["optician", ["florist"]]);
  assert.deepEqual(await findFileNames(["baker", "optician"], holders, files), []);
});
