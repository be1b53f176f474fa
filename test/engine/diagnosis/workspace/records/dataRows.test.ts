import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readDataRows } from "../../../../../src/engine/diagnosis/workspace/records/dataRows.ts";

const alder = { table: "songs", cells: { key: "alder", shelf: "hall" } };
const birch = { table: "songs", cells: { key: "birch", shelf: "attic" } };

describe("the records of a data file", () => {
  const files: readonly (readonly [file: string, text: string])[] = [
    ["songs.yaml", "- key: alder\n  shelf: hall\n- key: birch\n  shelf: attic\n"],
    ["songs.yml", "alder:\n  shelf: hall\nbirch:\n  shelf: attic\n"],
    ["all.yaml", "songs:\n  alder: { shelf: hall }\n  birch: { shelf: attic }\nport: 3000\n"],
    ["songs.json", '{ "alder": { "shelf": "hall" }, "birch": { "shelf": "attic" } }'],
    ["songs.ndjson", '{"key":"alder","shelf":"hall"}\n{"key":"birch","shelf":"attic"}\n'],
    ["songs.ini", "; what is sung\n[alder]\nshelf = hall\n\n[birch]\n# rarely\nshelf: attic\n"],
    ["songs.csv", "key,shelf\nalder,hall\nbirch,attic\n"],
  ];
  for (const [file, text] of files) {
    it(file, () => assert.deepEqual(readDataRows({ file, text }, ""), [alder, birch]));
  }

  it("are what Python code makes of a class, by the names that it gives", () => {
    const text = 'SONGS = (Song("Alder", 3), Song("Birch", 4, rests=True))\nprint(SONGS[0])\n';
    assert.deepEqual(readDataRows({ file: "songs.py", text }, ""), [
      { table: "Song", cells: { column0: "Alder", column1: "3" } },
      { table: "Song", cells: { column0: "Birch", column1: "4", rests: "True" } },
    ]);
  });

  it("are none where it cannot be read or holds none", () => {
    for (const [file, text] of [
      ["songs.yaml", "a: [b"],
      ["songs.yaml", "just words"],
      ["songs.json", "{"],
      ["songs.json", '{ "port": 3000 }'],
      ["songs.ini", "shelf = hall"],
    ] as const) {
      assert.deepEqual(readDataRows({ file, text }, ""), [], text);
    }
  });
});
