import assert from "node:assert/strict";
import { it } from "node:test";
import { findCondition } from "../../../../../src/engine/diagnosis/workspace/handlers/condition.ts";
import { readTable } from "../../../routes/workspace.ts";
import { filesOf } from "../../workspaceDiagnosis.ts";

const flask = (decorator: string, flags: string) => ({
  "app.py": `from flask import Flask
from guards import requires

app = Flask(__name__)

@app.get("/points")
def points():
    return {}

@app.get("/designs")
${decorator}
def designs():
    return {}

app.run()
`,
  "guards.py": `def requires(name):
    def decorate(view):
        def guarded(*args):
            if not FLAGS.get(name, False):
                abort(404)
            return view(*args)
        return guarded
    return decorate
`,
  "flags.yaml": flags,
});

async function conditionOf(files: Readonly<Record<string, string>>, path: string): Promise<string | null> {
  const route = (await readTable(files)).routes.find((one) => one.path === path);
  assert.ok(route);
  const condition = await findCondition(route, filesOf(files));
  const set = condition?.set;
  return condition && `${condition.location.file}:${condition.location.line} ${set?.location.line} ${set?.isServed}`;
}

it("a guard is handed the switch that it asks, by whatever name it has", async () => {
  const files = flask('@requires("gift_cards")', "loyalty: true\ngift_cards: false\n");
  assert.equal(await conditionOf(files, "/designs"), "guards.py:4 2 false");
  assert.equal(await conditionOf(files, "/points"), null, "the decorator of the next route is not its own");
});

it("a switch is set by the one field of its block that is true or false, whatever that is called", async () => {
  const ask = (flags: string) => conditionOf(flask('@requires("gift_cards")', flags), "/designs");
  assert.equal(
    await ask("loyalty: { open: true }\ngift_cards: { open: false, since: 2030-11-01 }\n"),
    "guards.py:4 2 false",
  );
  assert.equal(await ask("gift_cards: { beta: true, visible: false }\n"), null, "two fields do not say which");
});

it("what nothing of the workspace switches is a role, a scope or a name", async () => {
  assert.equal(await conditionOf(flask('@requires("curator")', "gift_cards: false\n"), "/designs"), null);
});

it("a guard that is handed a word of the path asks for a part of the service, unless it speaks of people", async () => {
  const guarded = (name: string) => {
    const files = flask(`@${name}("designs")`, "gift_cards: false\n");
    const rename = (text: string) =>
      text.replace("import requires", `import ${name}`).replace("def requires", `def ${name}`);
    return conditionOf(
      { ...files, "app.py": rename(files["app.py"]), "guards.py": rename(files["guards.py"]) },
      "/designs",
    );
  };
  assert.equal(await guarded("needs"), "guards.py:4 undefined undefined");
  assert.equal(await guarded("needs_role"), null);
});

it("a middleware of Express is handed one as well", async () => {
  const files = {
    "app.js": `const app = require("express")();
const { only } = require("./only");
app.get("/designs", only("gift_cards"), (request, response) => response.json({}));
app.listen(3000);
`,
    "only.js": `const flags = require("./flags.json");
const only = (name) => (request, response, next) => {
  if (!flags[name]) {
    return response.status(404).json({});
  }
  next();
};
module.exports = { only };
`,
    "flags.json": '{\n  "gift_cards": false\n}\n',
  };
  assert.equal(await conditionOf(files, "/designs"), "only.js:3 2 false");
});
