import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate, verdictOf } from "../../investigate.ts";

const app = (lookUp: string) => `const express = require("express");
const { findSheet } = require("./store");
const app = express();
app.get("/sheets", (req, res) => res.json(list(req.user)));
app.get("/sheets/:sheet", (req, res) => {
  const sheet = ${lookUp};
  return sheet ? res.json(sheet) : res.status(404).json({ error: "no such sheet" });
});
app.listen(3000);
`;
const store =
  "function findSheet(sheet, person) {\n  return visible(person).find((one) => one.id === sheet);\n}\nmodule.exports = { findSheet };\n";

/** A service that knows `oak-1` and `elm-2` only, whatever its data holds. */
function ask(files: Readonly<Record<string, string>>, lookUp = "findSheet(req.params.sheet)") {
  return investigate({
    files: { "app.js": app(lookUp), "store.js": store, ...files },
    server: ({ url = "" }, response) => {
      const found = { "/sheets": [{ id: "oak-1" }, { id: "elm-2" }], "/sheets/oak-1": {}, "/sheets/elm-2": {} }[url];
      const miss = url.startsWith("/sheets/") ? { error: "no such sheet" } : { error: "no such path" };
      response.writeHead(found ? 200 : 404, { "content-type": "application/json" });
      response.end(JSON.stringify(found ?? miss));
    },
    http: "GET ORIGIN/sheets/ash-3\n",
  });
}

describe("a record that data stores beside those that answer", () => {
  const stores: readonly (readonly [file: string, text: string])[] = [
    ["sheets.json", '[\n  { "id": "oak-1" },\n  { "id": "ash-3" }\n]\n'],
    ["sheets.js", 'const sheets = new Map([\n  ["oak-1", { pages: 2 }],\n  ["ash-3", { pages: 4 }],\n]);\n'],
    ["sheets.py", 'SHEETS = {\n    "oak-1": {"pages": 2},\n    "ash-3": {"pages": 4},\n}\n'],
    [
      "sheets.sql",
      "INSERT INTO sheets (id, pages) VALUES ('oak-1', 2);\nINSERT INTO sheets (id, pages) VALUES ('ash-3', 4);\n",
    ],
    ["sheets.yaml", "- id: oak-1\n- id: ash-3\n"],
    ["sheets.py", 'SHEETS = {\n    "oak-1": Sheet(2),\n    "ash-3": Sheet(4, "rag"),\n}\n'],
    ["sheets.ts", 'const sheets = {\n  "oak-1": new Sheet(2),\n  "ash-3": new Sheet(4),\n};\n'],
    ["sheets.js", 'const stores = {\n  here: { "oak-1": { pages: 2 } },\n  there: { "ash-3": { pages: 4 } },\n};\n'],
    ["sheets.py", 'SHEETS = {\n    "here": {"elm-2": 29.6, "oak-1": 28.1},\n    "there": {"ash-3": 30.0},\n}\n'],
  ];
  for (const [file, text] of stores) {
    it(`${file}: is not said to be missing`, async () => {
      const diagnosis = await ask({ [file]: text });
      assert.equal(verdictOf(diagnosis), "undecided", diagnosis.verdict.summary);
      assert.match(diagnosis.verdict.summary, new RegExp(`^The sheet "ash-3" is stored at ${file}:\\d+ beside others`));
    });
  }

  const alone: readonly (readonly [file: string, text: string])[] = [
    ["north.json", '{ "ash-3": { "pages": 4 } }\n'],
    ["gear.csv", "id;pages\nash-3;4\nfir-9;2\n"],
    ["north.py", 'NORTH = {"ash-3": {"pages": 4}}\n'],
  ];
  for (const [file, text] of alone) {
    it(`${file}: is not surely missing where data holds it apart from those that answer`, async () => {
      const diagnosis = await ask({ [file]: text });
      assert.ok(diagnosis.verdict.confidence <= 0.7, `${diagnosis.verdict.confidence}`);
      assert.ok(diagnosis.evidence.some(({ location }) => location?.file === file));
    });
  }

  it("is not spoken of where no route took the path: nothing was looked up", async () => {
    const diagnosis = await investigate({
      files: { "app.js": app("findSheet(req.params.sheet)"), "store.js": store, "north.json": '{ "ash-3": {} }\n' },
      server: ({ url = "" }, response) => {
        response.writeHead(url === "/sheets/ash-3" ? 200 : 404, {
          "content-type": "text/html",
          "x-powered-by": "Express",
        });
        response.end(`<!DOCTYPE html><html><body><pre>Cannot GET ${url}</pre></body></html>`);
      },
      http: "GET ORIGIN/v2/sheets/ash-3\n",
    });
    assert.ok(diagnosis.verdict.confidence >= 0.9, diagnosis.verdict.summary);
    assert.ok(!diagnosis.evidence.some(({ statement }) => statement.includes("does not find")));
  });

  it("is said to be missing where nothing but another record or a text names it", async () => {
    const files = {
      "loans.json": '[\n  { "loan": 7, "sheets": ["ash-3", "oak-1"] }\n]\n',
      "README.md": "See ash-3 and oak-1.\n",
      "mocks/fixtures/sheets.json": '[\n  { "id": "oak-1" },\n  { "id": "ash-3" }\n]\n',
      "test/sheets.test.js": 'const sheets = [{ id: "oak-1" }, { id: "ash-3" }];\n',
    };
    assert.equal(verdictOf(await ask(files)), "stale-identifier/unknown-id");
  });

  it("is said to be missing where the others stand in another table", async () => {
    const files = {
      "sheets.py": 'PUBLISHED = {"oak-1": {"pages": 2}, "elm-2": {}}\nDRAFTS = {"ash-3": {"pages": 4}, "yew-4": {}}\n',
    };
    assert.equal(verdictOf(await ask(files)), "stale-identifier/unknown-id");
  });

  it("may be its owner's where the lookup is given the caller", async () => {
    const diagnosis = await ask(
      { "sheets.json": '[{ "id": "oak-1" }, { "id": "ash-3" }]\n' },
      "findSheet(req.params.sheet, req.user)",
    );
    assert.equal(verdictOf(diagnosis), "access-masking/masked-resource");
    assert.ok(
      diagnosis.links.some(({ file, line }) => file === "store.js" && line === 1),
      "the lookup is linked",
    );
  });
});

describe("a table of redirects or former names", () => {
  const tables: readonly (readonly [file: string, text: string])[] = [
    ["redirects.json", '{ "/sheets/ash-3": "/sheets/elm-2" }\n'],
    ["aliases.yaml", "ash-3: elm-2\n"],
    ["moved.js", 'export const moved = [{ from: "ash-3", to: "elm-2" }];\n'],
  ];
  for (const [file, text] of tables) {
    it(`${file}: leads to the present name`, async () => {
      const diagnosis = await ask({ [file]: text });
      assert.equal(verdictOf(diagnosis), "stale-identifier/renamed-slug", diagnosis.verdict.summary);
      assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/sheets\/elm-2$/);
      assert.ok(diagnosis.links.some((link) => link.file === file));
    });
  }

  it("is none where two names only stand side by side", async () => {
    const diagnosis = await ask({ "pairs.js": 'export const pairs = ["ash-3", "elm-2"];\n' });
    assert.notEqual(verdictOf(diagnosis), "stale-identifier/renamed-slug");
  });
});

it("a record with a short key is found under the parent that stores it", async () => {
  const diagnosis = await investigate({
    files: {
      "app.js": `const express = require("express");
const app = express();
app.get("/cellars/:cellar/barrels/:barrel", one);
app.listen(3000);
`,
      "barrels.js": `export const barrels = {
  north: [{ id: "b-12" }, { id: "b-14" }],
  vault: [{ id: "b-31" }],
};
`,
    },
    server: ({ url = "" }, response) => {
      const isServed = url === "/cellars/north/barrels/b-12" || url === "/cellars/vault/barrels/b-31";
      const isBarrel = url.startsWith("/cellars/");
      response.writeHead(isServed ? 200 : 404, { "content-type": "application/json" });
      response.end(isServed ? "{}" : JSON.stringify({ error: isBarrel ? "no such barrel" : "no such path" }));
    },
    http: "GET ORIGIN/cellars/north/barrels/b-31\n\n###\nGET ORIGIN/cellars/north/barrels/b-12\n",
  });
  assert.equal(verdictOf(diagnosis), "wrong-scope/wrong-project", diagnosis.verdict.summary);
  assert.match(diagnosis.verdict.summary, /^The barrel "b-31" does not belong to cellar "north" but to "vault"/);
});

describe("a record that has a number", () => {
  const numbered = `const app = require("express")();
app.get("/wills/:number", (req, res) => {
  const will = WILLS[req.params.number];
  return will && will.office === officeOf(req) ? res.json(will) : res.status(404).json({ error: "no such will" });
});
app.listen(3000);
`;
  const ask = (files: Readonly<Record<string, string>>) =>
    investigate({
      files: { "app.js": numbered, ...files },
      server: ({ url = "" }, response) => {
        const isThere = url === "/wills/601";
        response.writeHead(isThere ? 200 : 404, { "content-type": "application/json" });
        const missed = url.startsWith("/wills/") ? "no such will" : "no such path";
        response.end(isThere ? '{"id":601}' : JSON.stringify({ error: missed }));
      },
      http: "GET ORIGIN/wills/602\n\n###\nGET ORIGIN/wills/601\n",
    });
  const stores: readonly (readonly [name: string, file: string, text: string])[] = [
    ["keys of calls", "model.py", 'WILLS = {\n    601: Will(601, "lindau"),\n    602: Will(602, "bregenz"),\n}\n'],
    [
      "keys of literals",
      "wills.js",
      'const wills = {\n  601: { office: "lindau" },\n  602: { office: "bregenz" },\n};\n',
    ],
    [
      "SQL in code",
      "db.py",
      'S = """\ninsert into wills (id, office) values (601, \'a\');\ninsert into wills (id, office) values (602, \'b\');\n"""\n',
    ],
  ];
  for (const [name, file, text] of stores) {
    it(`is not said to be missing: ${name}`, async () => {
      const { verdict } = await ask({ [file]: text });
      assert.match(verdict.summary, new RegExp(`^"602" of /wills is stored at ${file}:3 beside others`));
    });
    it(`is said to be missing where it is of another table: ${name}`, async () => {
      const diagnosis = await ask({ [file]: text.replace(/wills\b/gi, "deeds").replaceAll("Will(", "Deed(") });
      assert.equal(verdictOf(diagnosis), "stale-identifier/unknown-id");
    });
  }
});
