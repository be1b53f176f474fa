import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findCondition } from "../../../../../src/engine/diagnosis/workspace/handlers/condition.ts";
import { readTable } from "../../../routes/workspace.ts";
import { filesOf } from "../../workspaceDiagnosis.ts";

const blueprint = (name: string) =>
  `from flask import Blueprint\n\nblueprint = Blueprint("${name}", __name__)\n\n\n@blueprint.get("/")\ndef listed():\n    return []\n`;
const python = (asked: string) => ({
  "choir/__init__.py": `import tomllib
from importlib import import_module
from flask import Flask


def create_app():
    app = Flask(__name__)
    for name, on in tomllib.loads(open("features.toml").read()).items():
        ${asked}
            app.register_blueprint(import_module(f"choir.{name}").blueprint, url_prefix=f"/{name}")
    return app


app = create_app()
`,
  "choir/loans.py": blueprint("loans"),
  "choir/exports.py": blueprint("exports"),
  "features.toml": "loans = true\nexports = false\n",
});
const script = (loop: string) => ({
  "app.js": `import express from "express";\nimport { config } from "./config.js";\nimport * as parts from "./parts.js";\nconst app = express();\n${loop}\napp.listen(3000);\n`,
  "parts.js":
    'export function loans(app) {\n  app.get("/loans", (req, res) => res.json([]));\n}\n\nexport function exports_(app) {\n  app.get("/exports", (req, res) => res.json([]));\n}\n',
  "shop.yaml": "switches:\n  loans: true\n  exports_: false\nlimits:\n  exports_: 3\n",
});
const skipping = `for (const [name, register] of Object.entries(parts)) {
  if (!config.switches[name]) continue;
  register(app);
}`;

async function conditionAt(written: Readonly<Record<string, string>>, part: string): Promise<string | null> {
  const { routes } = await readTable(written);
  const route = routes.find(({ path, file }) => path.includes(part) || file.includes(part));
  assert.ok(route, `${part} is none of ${routes.map(({ path }) => path).join(", ")}`);
  const found = await findCondition(route, filesOf(written));
  const set = found?.set ? ` ${found.set.location.file}:${found.set.location.line} ${found.set.isServed}` : "";
  return found && `${found.location.file}:${found.location.line} ${found.isOfKey}${set}`;
}

describe("a loop that asks for each key of a table whether it is on", () => {
  it("decides by the value of the key that names the module", async () => {
    const files = python("if on:");
    assert.equal(await conditionAt(files, "exports"), "choir/__init__.py:9 true features.toml:2 false");
    assert.equal(await conditionAt(files, "loans"), "choir/__init__.py:9 true features.toml:1 true");
  });

  it("decides by what another table holds under the key, be it left out or let in", async () => {
    assert.equal(await conditionAt(script(skipping), "/exports"), "app.js:6 true shop.yaml:3 false");
    const letting =
      "for (const [name, register] of Object.entries(parts)) {\n  if (config.switches[name]) register(app);\n}";
    assert.equal(await conditionAt(script(letting), "/loans"), "app.js:6 true shop.yaml:2 true");
  });

  it("says nothing where no file sets the key, and where nothing is asked", async () => {
    const { "shop.yaml": _, ...unset } = script(skipping);
    assert.equal(await conditionAt(unset, "/exports"), null);
    const all = script("for (const [name, register] of Object.entries(parts)) register(app, name);");
    assert.equal(await conditionAt(all, "/exports"), null);
  });
});
