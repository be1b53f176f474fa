import assert from "node:assert/strict";
import type { RequestListener } from "node:http";
import { describe, it } from "node:test";
import { investigate, verdictOf } from "../../investigate.ts";

const app = (filter: string) => `import express from "express";
import { songs } from "./songs.js";
const app = express();
const sung = new Set(["hall"]);
const living = () => songs.filter((song) => ${filter});
app.get("/songs", (req, res) => res.json(living()));
app.get("/songs/:code", (req, res) => {
  const song = living().find((one) => one.code === req.params.code);
  return song ? res.json(song) : res.status(404).json({ error: "no such song" });
});
app.listen(3000);
`;
const loading = `import { readFileSync } from "node:fs";\nexport const songs = JSON.parse(readFileSync("songs.json", "utf8"));\n`;

/** A choir that sings `alder` and `birch`, and whatever is in `more`. */
const serve =
  (more: readonly string[] = []): RequestListener =>
  ({ url = "" }, response) => {
    const codes = ["alder", "birch", ...more];
    const found = url === "/songs" ? codes.map((code) => ({ code })) : codes.find((code) => url === `/songs/${code}`);
    const miss = url.startsWith("/songs/") ? { error: "no such song" } : { error: "no such path" };
    response.writeHead(found ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(found ?? miss));
  };

const rows = (own: object) =>
  JSON.stringify([
    { code: "alder", shelf: "hall", part: null, sings: "2020-01-01", branch: "north" },
    { code: "birch", shelf: "hall", part: null, sings: "2020-01-01", branch: "north" },
    { code: "chestnut", shelf: "hall", part: null, sings: "2020-01-01", branch: "north", ...own },
  ]);

const ask = (filter: string, own: object, more: readonly string[] = []) =>
  investigate({
    files: { "app.js": app(filter), "songs.js": loading, "songs.json": rows(own) },
    server: serve(more),
    http: "GET ORIGIN/songs/chestnut\n",
  });

describe("a record that a filter of the lookup leaves out", () => {
  const cases: readonly (readonly [filter: string, own: object, kind: string])[] = [
    ['song.shelf === "hall"', { shelf: "attic" }, "lifecycle/archived"],
    ["sung.has(song.shelf)", { shelf: "attic" }, "lifecycle/archived"],
    ["new Date(song.sings) <= new Date()", { sings: "2099-09-01" }, "lifecycle/not-yet-visible"],
    ["song.part === null", { part: "birch" }, "lifecycle/merged"],
    ["!song.rests", { rests: true }, "lifecycle/archived"],
  ];
  for (const [filter, own, kind] of cases) {
    it(`${filter}: ${JSON.stringify(own)}`, async () => {
      const diagnosis = await ask(filter, own);
      assert.equal(verdictOf(diagnosis), kind, diagnosis.verdict.summary);
      assert.ok(diagnosis.links.some(({ file }) => file === "songs.json"));
    });
  }

  it("leads to the record that took its place", async () => {
    const { fixes } = await ask("song.part === null", { part: "birch" });
    assert.match(fixes[0]?.request?.url ?? "", /\/songs\/birch$/);
    assert.ok(fixes[0]?.verified);
  });
});

describe("a record that no filter explains", () => {
  const cases: readonly (readonly [what: string, filter: string, own: object, more?: readonly string[]])[] = [
    ["it passes as the others do", 'song.shelf === "hall"', {}],
    ["the filter asks whose it is", 'song.branch === "north"', { branch: "south" }],
    ["the flag is set for it alone and says who may see it", "!song.private", { private: true }],
    ["what it points to holds nothing of that name", "song.part === null", { part: "dogwood" }],
  ];
  for (const [what, filter, own, more] of cases) {
    it(`${what}: ${filter}`, async () => {
      const diagnosis = await ask(filter, own, more);
      assert.doesNotMatch(verdictOf(diagnosis) ?? "", /^lifecycle\//, diagnosis.verdict.summary);
    });
  }

  it("is none that the server leaves out where it serves another that the filter leaves out", async () => {
    const attic = { code: "dogwood", shelf: "attic" };
    const diagnosis = await investigate({
      files: {
        "app.js": app('song.shelf === "hall"'),
        "songs.js": loading,
        "songs.json": JSON.stringify([...JSON.parse(rows({ shelf: "attic" })), attic]),
      },
      server: serve(["dogwood"]),
      http: "GET ORIGIN/songs/chestnut\n",
    });
    assert.doesNotMatch(verdictOf(diagnosis) ?? "", /^lifecycle\//, diagnosis.verdict.summary);
  });
});

it("what lists the pages of a build is no filter of the lookup, whatever it lists", async () => {
  const page = `import { songs } from "../../../songs.js";
export const dynamicParams = false;
export function generateStaticParams() {
  return songs.filter((song) => song.shelf === "hall");
}
export default async function Song({ params }) {
  return songs.find(async ({ code }) => code === (await params).code);
}
`;
  const diagnosis = await investigate({
    files: {
      "package.json": '{ "dependencies": { "next": "16.0.0" } }',
      "app/songs/[code]/page.jsx": page,
      "songs.js": `export const songs = ${rows({ shelf: "attic" })};\n`,
    },
    server: serve(),
    http: "GET ORIGIN/songs/chestnut\n",
  });
  assert.equal(verdictOf(diagnosis), "lifecycle/feature-off", diagnosis.verdict.summary);
});
