import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate, verdictOf } from "../../investigate.ts";

const menu = (asks: string) => `import express from "express";
import { dishes } from "./dishes.js";
const app = express();
app.get("/dishes", (req, res) => res.json(dishes.filter((one) => ${asks})));
app.get("/dishes/:dish", (req, res) => {
  const dish = dishes.find((one) => one.dish === req.params.dish && ${asks});
  return dish ? res.json(dish) : res.status(404).json({ error: "no such dish" });
});
app.listen(3000);
`;

/** A kitchen that serves `stew`, and knows the route of any dish; the list shows what is served. */
async function ask(files: Readonly<Record<string, string>>, asks: string) {
  return investigate({
    files: { "app.js": menu(asks), ...files },
    server: (request, response) => {
      const path = request.url ?? "";
      const found = { "/dishes": [{ dish: "stew" }, { dish: "soup" }], "/dishes/stew": {}, "/dishes/soup": {} }[path];
      const miss = path.startsWith("/dishes/") ? { error: "no such dish" } : { error: "no such path" };
      response.writeHead(found ? 200 : 404, { "content-type": "application/json" });
      response.end(JSON.stringify(found ?? miss));
    },
    http: "GET ORIGIN/dishes/lamb-supper\n",
  });
}

describe("a record whose state the workspace holds", () => {
  const forms: readonly (readonly [file: string, text: string, line: number])[] = [
    [
      "dishes.js",
      'export const dishes = [{ dish: "stew", active: true }, { dish: "lamb-supper", active: false }];\n',
      1,
    ],
    ["dishes.json", '[\n  {\n    "active": false,\n    "tags": ["hot"],\n    "dish": "lamb-supper"\n  }\n]\n', 3],
    ["dishes.yaml", "- dish: stew\n  active: true\n- dish: lamb-supper\n  name: Lamb\n  active: false\n", 5],
    ["dishes.yaml", "lamb-supper:\n  name: Lamb\n  active: false\nstew:\n  active: true\n", 3],
    [
      "fixtures/dishes.json",
      '[\n  { "model": "menu.dish", "pk": "lamb-supper", "fields": { "name": "Lamb", "active": false } }\n]\n',
      2,
    ],
    ["dishes.csv", "dish,name,active\nstew,Stew,true\nlamb-supper,Lamb,false\n", 3],
    ["dishes.py", 'DISHES = [\n    Dish("stew", active=True),\n    Dish("lamb-supper", active=False),\n]\n', 3],
    [
      "dishes.py",
      'DISHES = {\n    "stew": {"active": True},\n    "lamb-supper": {"name": "Lamb", "active": False},\n}\n',
      3,
    ],
  ];
  for (const [file, text, line] of forms) {
    it(`${file}: ${text}`, async () => {
      const diagnosis = await ask({ [file]: text }, "one.active");
      assert.equal(verdictOf(diagnosis), "lifecycle/archived");
      assert.ok(diagnosis.links.some((link) => link.file === file && link.line === line));
      assert.ok(
        diagnosis.links.some((link) => link.file === "app.js" && link.line === 6),
        "the line that asks is linked",
      );
    });
  }

  it("says the day on which it was deleted", async () => {
    const diagnosis = await ask(
      { "dishes.json": '[\n  { "dish": "lamb-supper", "deleted_at": "2026-10-30T16:02:00Z" }\n]\n' },
      "one.deleted_at === null",
    );
    assert.equal(verdictOf(diagnosis), "lifecycle/deleted");
    assert.match(diagnosis.verdict.summary, /deleted_at 2026-10-30,/);
  });
});

describe("a record whose time is over", () => {
  const files = { "dishes.json": '[\n  { "dish": "lamb-supper", "servedUntil": 3, "validUntil": "2024-09-30" }\n]\n' };

  it("is past where something asks for that day", async () => {
    const diagnosis = await ask(files, "one.validUntil >= today()");
    assert.equal(verdictOf(diagnosis), "lifecycle/archived");
    assert.match(
      diagnosis.verdict.summary,
      /^The time of "lamb-supper" is over: .*validUntil 2024-09-30, and app.js:6/,
    );
  });

  it("is not there yet where its first day has not come", async () => {
    const later = { "dishes.json": '[{ "dish": "lamb-supper", "publishAt": "2999-01-01" }]\n' };
    const diagnosis = await ask(later, "one.publishAt <= today()");
    assert.equal(verdictOf(diagnosis), "lifecycle/not-yet-visible", diagnosis.verdict.summary);
    assert.match(diagnosis.fixes[0]?.title ?? "", /^Wait until 2999-01-01/);
  });

  it("is not past where nothing asks for it", async () => {
    assert.notEqual((await ask(files, "one.price")).verdict.cause, "lifecycle");
  });
});

describe("what stands near an identifier and is not its state", () => {
  const others: readonly (readonly [string, string])[] = [
    ["dishes.js", 'export const dishes = [{ dish: "stew", active: false }, { dish: "lamb-supper", active: true }];\n'],
    ["dishes.js", 'export const dishes = [{ dish: "lamb-supper", mail: { enabled: false }, price: 9 }];\n'],
    ["dishes.json", '[\n  {\n    "dish": "lamb-supper",\n    "mail": {\n      "active": false\n    }\n  }\n]\n'],
    ["dishes.yaml", "- dish: lamb-supper\n  name: Lamb\n- dish: stew\n  active: false\n"],
    ["dishes.csv", "dish,name,active\nlamb-supper,false,true\n"],
    ["test/dishes.test.js", 'const dish = { dish: "lamb-supper", active: false };\n'],
  ];
  for (const [file, text] of others) {
    it(`${file}: ${text}`, async () => {
      assert.notEqual((await ask({ [file]: text }, "one.active")).verdict.cause, "lifecycle");
    });
  }
});

describe("a record that stands in a table of what is past", () => {
  const tables: readonly (readonly [file: string, text: string, verdict: string, table: string])[] = [
    ["data.py", 'DISHES = {"stew": {}}\nARCHIVED = {"lamb-supper"}\n', "lifecycle/archived", "ARCHIVED"],
    ["data.js", 'const dishes = { open: { stew: {} }, deleted: ["lamb-supper"] };\n', "lifecycle/deleted", "deleted"],
    ["data.ts", 'const retiredDishes = new Set(["lamb-supper"]);\n', "lifecycle/archived", "retiredDishes"],
  ];
  for (const [file, text, verdict, table] of tables) {
    it(`${table} says it of all it holds`, async () => {
      const diagnosis = await ask({ [file]: text }, "true");
      assert.equal(verdictOf(diagnosis), verdict, diagnosis.verdict.summary);
      assert.match(diagnosis.verdict.summary, new RegExp(`holds it in ${table}`));
    });
  }

  it("is unknown where the table's name says nothing of its state", async () => {
    const diagnosis = await ask({ "data.py": 'REMOVERS = {"lamb-supper"}\n' }, "true");
    assert.equal(verdictOf(diagnosis), "stale-identifier/unknown-id");
  });
});
