import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { deserialize, serialize } from "node:v8";
import fc from "fast-check";
import type { FileStamp } from "../../src/engine/routes/reading/knownFacts.ts";
import { type PackedStamps, packStamps, unpackStamps } from "../../src/node/packedStamps.ts";

const stamp: fc.Arbitrary<FileStamp> = fc.record(
  {
    size: fc.nat(),
    modified: fc.oneof(fc.constant(null), fc.double({ noNaN: true })),
    digest: fc.stringMatching(/^[0-9a-f]{40}$/),
    concern: fc.constantFrom("routes", "minified", "nothing"),
  },
  { noNullPrototype: true },
);

const path = fc.string({ minLength: 1, unit: "grapheme" }).filter((each) => !each.includes("\0"));

describe("stamps of files, packed", () => {
  it("come back from a file as they were, in their order", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(path, stamp), { maxLength: 20 }), (entries) => {
        const stamps = new Map(entries);
        const stored = deserialize(serialize(packStamps(stamps))) as PackedStamps;
        assert.deepEqual([...unpackStamps(stored)], [...stamps]);
      }),
    );
  });
});
