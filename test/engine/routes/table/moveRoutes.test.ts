import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { SourceFiles } from "../../../../src/engine/ports.ts";
import { createRouteReader } from "../../../../src/engine/routes/reading/routeReader.ts";
import { grammars, showTable } from "../workspace.ts";

const APP = `const express = require("express");
const app = express();
app.use("/api", require("./users"));
`;
const USERS = `const r = require("express").Router();

r.get("/users", (req, res) => { res.json([]); });
r.get("/users/:id", show);
r.get("/users/me", (req, res) => res.end());
function show(req, res) {
  res.json({});
}
module.exports = r;
`;

function lend(texts: Record<string, string>): SourceFiles {
  return {
    read: async (file) => (file in texts ? new TextEncoder().encode(texts[file]) : undefined),
    list: async () => Object.entries(texts).map(([file, text]) => ({ file, size: text.length, modified: 1 })),
  };
}

/** The table after an edit as the reader follows it, and as a reader that knows nothing sees it. */
async function follow(file: string, after: string): Promise<{ followed: string; anew: string; isSame: boolean }> {
  const texts = { "app.js": APP, "users.js": USERS };
  const reader = createRouteReader(lend(texts), grammars);
  await reader.readAll(() => {});
  const before = await reader.table();
  await reader.setText(file, after);
  const table = await reader.table();
  const fresh = createRouteReader(lend({ ...texts, [file]: after }), grammars);
  await fresh.readAll(() => {});
  return { followed: showTable(table), anew: showTable(await fresh.table()), isSame: table === before };
}

const EDITS: readonly (readonly [name: string, file: string, before: string, after: string])[] = [
  ["a comment above everything", "users.js", "const r", "// users\n\n/* all of them */ const r"],
  ["a line in a handler", "users.js", "res.json([]);", "\n  const all = [];\n  res.json(all);\n"],
  ["a handler that moves to a line of its own", "users.js", ", show)", ",\n  show)"],
  ["a space before a route", "users.js", 'r.get("/users/me"', '  r.get("/users/me"'],
  ["a line above a mount", "app.js", "app.use", "\napp.use"],
  ["another path", "users.js", '"/users/me"', '"/users/self"'],
  ["another prefix", "app.js", '"/api"', '"/v2"'],
  ["a route more", "users.js", "module.exports", 'r.post("/users", show);\nmodule.exports'],
  [
    "routes that change places",
    "users.js",
    'r.get("/users/:id", show);\nr.get("/users/me", (req, res) => res.end());',
    'r.get("/users/me", (req, res) => res.end());\nr.get("/users/:id", show);',
  ],
  ["a handler that hands on", "users.js", "(req, res) => res.end()", "(req, res, next) => next()"],
  ["two routes on one line", "users.js", "show);\n", "show); "],
  ["a text that cannot be parsed", "users.js", "module.exports", "r.get(("],
];

describe("a table that follows an edit", () => {
  for (const [name, file, before, after] of EDITS) {
    it(`is the one read anew after ${name}`, async () => {
      const text = (file === "app.js" ? APP : USERS).replace(before, () => after);
      const { followed, anew } = await follow(file, text);
      assert.equal(followed, anew);
    });
  }

  it("follows the prefix that a mount replaces", async () => {
    const texts: Record<string, string> = {
      "app.py": `from flask import Flask
from lessons import lessons
app = Flask(__name__)
app.register_blueprint(lessons, url_prefix="/api")
`,
      "lessons.py": `from flask import Blueprint
lessons = Blueprint("lessons", __name__, url_prefix="/lessons")
@lessons.get("/<int:year>")
def of_year(year):
    return []
`,
    };
    const reader = createRouteReader(lend(texts), grammars);
    await reader.readAll(() => {});
    await reader.table();
    await reader.setText("lessons.py", `# what is taught\n\n${texts["lessons.py"]}`);
    const [route] = (await reader.table()).routes;
    assert.deepEqual(
      route?.mounts.map(({ replaces }) => replaces),
      [{ file: "lessons.py", line: 4, column: 11, prefix: "/lessons" }],
    );
  });

  it("is the same object when nothing concerns it", async () => {
    const { isSame } = await follow("users.js", USERS.replace("res.json({});", "res.json({}); "));
    assert.ok(isSame);
    assert.ok((await follow("notes.ts", "export const limit = 3;")).isSame);
  });
});
