import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isBefore, readRequirements } from "../../../../src/engine/routes/reading/requirements.ts";

describe("what a Python project says of its packages", () => {
  const files: readonly (readonly [file: string, text: string, range: string | undefined])[] = [
    ["requirements.txt", "# web\nFastAPI[standard]>=0.115,<0.120 ; python_version > '3.8'\n", ">=0.115,<0.120"],
    ["requirements.txt", "fastapi\nfastapi-users==14.0\n", undefined],
    ["pyproject.toml", `[project]\ndependencies = ["uvicorn", "fastapi ~= 0.104.0"]\n`, "~= 0.104.0"],
    ["pyproject.toml", `[project]\ndependencies = [\n  "fastapi (>=0.115,<0.116)",\n]\n`, ">=0.115,<0.116)"],
    ["pyproject.toml", `[tool.poetry.dependencies]\nfastapi = "^0.104.1"\n`, "^0.104.1"],
    ["pyproject.toml", `[tool.poetry.dependencies]\nfastapi = {extras = ["all"], version = "^0.95"}\n`, "^0.95"],
    ["Pipfile", `[packages]\nfastapi = "==0.92.0"\nuvicorn = "*"\n`, "==0.92.0"],
    ["api/uv.lock", `[[package]]\nname = "fastapi"\nversion = "0.116.1"\nsource = { registry = "" }\n`, "0.116.1"],
  ];
  for (const [file, text, range] of files) {
    it(`${file}: ${text.trim().split("\n").at(-1)}`, () => {
      assert.equal(readRequirements(file, text)["fastapi"], range);
    });
  }

  const ranges: readonly (readonly [range: string, isBefore: boolean])[] = [
    ["==0.92.0", true],
    ["===0.136.3", true],
    ["==0.137", false],
    ["0.141.1", false],
    ["==0.*", false],
    ["<0.137", true],
    ["<0.137.0", true],
    ["<0.138", false],
    ["<1", false],
    ["<=0.136.9", true],
    [">=0.100,<0.120", true],
    [">=0.100,<1.0", false],
    [">=0.100", false],
    ["!=0.100", false],
    ["~=0.104.0", true],
    ["~=0.104", false],
    ["~0.104", true],
    ["^0.104.1", true],
    ["^0.137", false],
    ["^0", false],
    ["*", false],
  ];
  for (const [range, expected] of ranges) {
    it(`${range} is ${expected ? "" : "not "}before 0.137`, () => assert.equal(isBefore(range, "0.137"), expected));
  }
});
