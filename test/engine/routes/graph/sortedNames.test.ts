import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { sortNames } from "../../../../src/engine/routes/graph/sortedNames.ts";

const name = fc.array(fc.constantFrom("a", "a-b", "a.b", "a0", "B", "é", "ab"), { minLength: 1, maxLength: 4 });

describe("the names of files", () => {
  it("are those that begin with the folder, in path order", () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { selector: (parts) => parts.join("/") }), name, (paths, parts) => {
        const files = paths.map((each) => each.join("/"));
        const folder = parts.join("/");
        const names = sortNames(new Set(files), []);
        assert.deepEqual(names.below(folder), files.filter((each) => each.startsWith(`${folder}/`)).sort());
        assert.deepEqual(names.below(""), files.toSorted());
      }),
    );
  });

  it("are the same list for the same files, and hold what is not listed", () => {
    const files = new Set(["src/b.js", "src/a.js"]);
    assert.equal(sortNames(files, ["src/a.js"]).below("src"), sortNames(files, []).below("src"));
    assert.deepEqual(sortNames(files, ["src/.env"]).below("src"), ["src/.env", "src/a.js", "src/b.js"]);
  });
});
