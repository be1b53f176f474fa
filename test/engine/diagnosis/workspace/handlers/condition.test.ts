import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Condition, findCondition } from "../../../../../src/engine/diagnosis/workspace/handlers/condition.ts";
import { readTable } from "../../../routes/workspace.ts";
import { filesOf } from "../../workspaceDiagnosis.ts";

type Texts = Readonly<Record<string, string>>;

async function conditionOf(texts: Texts, path: string): Promise<Condition | null> {
  const { routes } = await readTable(texts);
  const route = routes.find((one) => one.path === path);
  assert.ok(route, `${path} is none of ${routes.map((one) => one.path).join(", ")}`);
  return findCondition(route, filesOf(texts));
}

/** Where the condition stands, and what the workspace says of its switch: `app.js:5 enclosing, flags.json:1 keeps it off`. */
function show(condition: Condition | null): string | null {
  if (!condition) {
    return null;
  }
  const { kind, location, set } = condition;
  const said = set ? `, ${set.location.file}:${set.location.line} ${set.isServed ? "serves it" : "keeps it off"}` : "";
  return `${location.file}:${location.line} ${kind}${said}`;
}

const piers = `import { Router } from "express";
export const piers = Router();
piers.get("/:pier", (req, res) => res.json({ pier: req.params.pier }));
`;
const express = (lines: string, json = "{}"): Texts => ({
  "app.js": `import express from "express";\nimport { flags, isOn } from "./flags.js";\nimport { piers } from "./piers.js";\nconst app = express();\n${lines}\napp.listen(3000);\n`,
  "piers.js": piers,
  "flags.js": `import { readFileSync } from "node:fs";\nexport const flags = JSON.parse(readFileSync("flags.json", "utf8"));\nexport const isOn = (name) => flags[name] === true;\n`,
  "flags.json": json,
});

describe("a route that is registered only while a switch is on", () => {
  const mounts: readonly (readonly [string, number])[] = [
    ['if (isOn("harbour")) {\n  app.use("/piers", piers);\n}', 5],
    ['if (isOn("harbour")) app.use("/piers", piers);', 5],
    ['isOn("harbour") && app.use("/piers", piers);', 5],
    ['flags.harbour && app.use(\n  "/piers",\n  piers,\n);', 5],
    ['app.use("/piers", flags.harbour ? piers : express.Router());', 5],
    [
      'const routers = [...(isOn("harbour") ? [piers] : [])];\nfor (const router of routers) app.use("/piers", router);',
      5,
    ],
    [
      'const routers = [\n  ...(isOn("harbour")\n    ? [piers]\n    : []),\n];\nfor (const router of routers) app.use("/piers", router);',
      6,
    ],
    [
      'const parts = [{ at: "/piers", router: piers, flag: "harbour" }];\nparts.filter((part) => isOn(part.flag)).forEach((part) => app.use(part.at, part.router));',
      5,
    ],
    ['function mount() {\n  if (!isOn("harbour")) return;\n  app.use("/piers", piers);\n}\nmount();', 6],
    ['function mount() {\n  if (!flags.harbour) {\n    return app;\n  }\n  app.use("/piers", piers);\n}\nmount();', 6],
    ['if (!isOn("harbour")) {\n  console.log("closed");\n} else {\n  app.use("/piers", piers);\n}', 5],
  ];
  for (const [lines, line] of mounts) {
    it(lines, async () => {
      const condition = await conditionOf(express(lines, '{ "harbour": false }'), "/piers/{pier}");
      assert.equal(show(condition), `app.js:${line} enclosing, flags.json:1 keeps it off`);
    });
  }

  it("is served as far as the workspace says where the switch is on", async () => {
    const lines =
      'const routers = isOn("harbour") ? [piers] : [];\nfor (const router of routers) app.use("/piers", router);';
    const condition = await conditionOf(express(lines, '{ "harbour": true }'), "/piers/{pier}");
    assert.equal(show(condition), "app.js:5 enclosing, flags.json:1 serves it");
  });

  it("is registered in the other branch where the switch is off", async () => {
    const condition = await conditionOf(
      express('app.use("/piers", flags.closed ? null : piers);', '{ "closed": true }'),
      "/piers/{pier}",
    );
    assert.equal(show(condition), "app.js:5 enclosing, flags.json:1 keeps it off");
  });

  it("is registered where an object of any name has its key, which a settings file of that key says", async () => {
    const app = `from fastapi import FastAPI
from houses import read_house
import piers

app = FastAPI()
offers = read_house()["offers"]
if offers.get("piers", False):
    app.include_router(piers.router, prefix="/v1")
`;
    const texts = {
      "app.py": app,
      "piers.py": `from fastapi import APIRouter
router = APIRouter()
@router.get("/piers")
def piers():
    return []
`,
      "houses/harbour.ini": "[offers]\ntowels = yes\npiers = no\n",
    };
    const condition = await conditionOf(texts, "/v1/piers");
    assert.equal(show(condition), "app.py:7 enclosing, houses/harbour.ini:3 keeps it off");
    const compared = { ...texts, "app.py": app.replace('offers.get("piers", False)', "len(offers) > 3") };
    assert.equal(await conditionOf(compared, "/v1/piers"), null);
  });
});

describe("what stands beside a condition and is not under it", () => {
  const mounts = [
    'app.use("/piers", piers);\nif (isOn("harbour")) {\n  app.use("/cranes", express.Router());\n}',
    'const routers = [...(isOn("harbour") ? [express.Router()] : []), piers];\nfor (const router of routers) app.use("/piers", router);',
    'const port = flags.port ? flags.port : 3000;\napp.use("/piers", piers);',
    'if (process.argv.length > 2) {\n  app.use("/piers", piers);\n}',
    'function log() {\n  if (!flags.log) return;\n}\nfunction mount() {\n  app.use("/piers", piers);\n}\nmount();',
    'function mount() {\n  if (flags.banner) console.log("piers");\n  app.use("/piers", piers);\n}\nmount();',
  ];
  for (const lines of mounts) {
    it(lines, async () => {
      assert.equal(show(await conditionOf(express(lines), "/piers/{pier}")), null);
    });
  }
});

describe("a handler that asks a switch", () => {
  const handler = (body: string, extra = ""): Texts => ({
    "app.js": `import express from "express";
import { flags, isOn } from "./flags.js";
const app = express();
${extra}app.get("/piers/:pier", (req, res) => {
${body}
  res.json({ pier: req.params.pier });
});
app.listen(3000);
`,
    "config/flags.json": '{\n  "harbour": { "on": false },\n  "lamps": { "on": true }\n}\n',
  });
  const asking = [
    '  if (!isOn("harbour")) return res.sendStatus(404);',
    "  if (!flags.harbour) {\n    return res.status(404).end();\n  }",
    '  if (process.env.HARBOUR !== "on") return res.status(404).json({ error: "not found", pier: req.params.pier });',
    '  if (isOn("harbour")) {\n    return res.json({});\n  }\n  return res.sendStatus(404);',
    '  return isOn("harbour") ? res.json({}) : res.sendStatus(404);',
    '  requireFeature("harbour");',
  ];
  for (const body of asking) {
    it(body.trim(), async () => {
      const condition = await conditionOf(handler(body), "/piers/{pier}");
      assert.match(show(condition) ?? "", /^app\.js:5 asked(, config\/flags\.json:2 keeps it off)?$/);
    });
  }

  const others = [
    "  const pier = piers.get(req.params.pier);\n  if (!pier) return res.sendStatus(404);",
    "  if (!flags[req.params.pier]) return res.sendStatus(404);",
    "  if (!flags.piers.includes(req.params.pier)) return res.sendStatus(404);",
    "  if (flags.harbour !== req.params.pier) return res.sendStatus(404);",
    '  if (isOn("lamps")) log(req.params.pier);\n  const pier = piers.get(req.params.pier);\n  if (!pier) return res.sendStatus(404);',
  ];
  for (const body of others) {
    it(`${body.trim()} looks something up`, async () => {
      assert.equal(show(await conditionOf(handler(body), "/piers/{pier}")), null);
    });
  }

  it("a guard of its name stands before it", async () => {
    const texts = handler("");
    const guarded = (texts["app.js"] ?? "").replace('"/piers/:pier", ', '"/piers/:pier", requireFeature("harbour"), ');
    const condition = await conditionOf({ ...texts, "app.js": guarded }, "/piers/{pier}");
    assert.equal(show(condition), "app.js:4 guard, config/flags.json:2 keeps it off");
    const all = handler("", 'app.use(requireFeature("harbour"));\n');
    assert.equal(show(await conditionOf(all, "/piers/{pier}")), "app.js:4 guard, config/flags.json:2 keeps it off");
    const checked = (texts["app.js"] ?? "").replace('"/piers/:pier", ', '"/piers/:pier", requireRole("harbour"), ');
    assert.equal(show(await conditionOf({ ...texts, "app.js": checked }, "/piers/{pier}")), null);
  });
});

describe("conditions in Python", () => {
  const flask = (lines: string, more: Texts = {}): Texts => ({
    "app.py": `from flask import Flask, abort\nimport settings\n\napp = Flask(__name__)\n\n\n${lines}`,
    ...more,
  });

  it("a switch that the view asks", async () => {
    const texts = flask(
      '@app.get("/piers/<pier>")\ndef show(pier):\n    if not settings.HARBOUR_ENABLED:\n        abort(404)\n    return {"pier": pier}\n',
      { "settings.py": 'import os\n\nHARBOUR_ENABLED = os.environ.get("HARBOUR_ENABLED", "no") == "yes"\n' },
    );
    assert.equal(show(await conditionOf(texts, "/piers/{pier}")), "app.py:9 asked, settings.py:3 keeps it off");
    const lit = { ...texts, ".env": "HARBOUR_ENABLED=yes\n" };
    assert.equal(show(await conditionOf(lit, "/piers/{pier}")), "app.py:9 asked, .env:1 serves it");
  });

  it("a decorator that is named after switches", async () => {
    const texts = flask(
      '@app.get("/piers/<pier>")\n@feature("harbour")\ndef show(pier):\n    return {"pier": pier}\n',
      {
        "features.toml": "[features]\nharbour = false\n",
      },
    );
    assert.equal(show(await conditionOf(texts, "/piers/{pier}")), "app.py:8 guard, features.toml:2 keeps it off");
  });

  it("what a view looks up by its parameter is no switch", async () => {
    const texts = flask(
      '@app.get("/piers/<pier>")\ndef show(pier):\n    if not settings.PIERS.get(pier):\n        abort(404)\n    return {"pier": pier}\n',
    );
    assert.equal(show(await conditionOf(texts, "/piers/{pier}")), null);
  });

  it("what a request says of itself, compared with a setting, is no switch", async () => {
    const pass = 'os.environ.get("PIERS_PASS", "unset")';
    const sayings = [
      `request.headers.get("X-Pass") != ${pass}`,
      `request.args.get("key") != ${pass}`,
      `authorization != f"Bearer {${pass}}"`,
    ];
    for (const said of sayings) {
      const texts = flask(
        `@app.get("/piers/<pier>")\ndef show(pier):\n    if ${said}:\n        abort(404)\n    return {"pier": pier}\n`,
      );
      assert.equal(show(await conditionOf(texts, "/piers/{pier}")), null, said);
    }
  });

  it("a key is looked for below the key around it", async () => {
    const texts: Texts = {
      "app.py":
        'from fastapi import FastAPI\nfrom harbour import piers\nfrom config import features\n\napp = FastAPI()\nif features["harbour"]["live"]:\n    app.include_router(piers.router, prefix="/piers")\n',
      "harbour/piers.py":
        'from fastapi import APIRouter\n\nrouter = APIRouter()\n\n\n@router.get("/{pier}")\ndef show(pier: str):\n    return {"pier": pier}\n',
      "features.toml": "[lighthouse]\nlive = true\n\n[harbour]\nlive = false\n",
    };
    assert.equal(show(await conditionOf(texts, "/piers/{pier}")), "app.py:6 enclosing, features.toml:5 keeps it off");
  });
});

describe("controllers of a module", () => {
  const nest = (controllers: string, decorators = ""): Texts => ({
    "package.json": '{ "dependencies": { "@nestjs/core": "^11.0.0" } }',
    "main.ts":
      'import { NestFactory } from "@nestjs/core";\nimport { HarbourModule } from "./harbour.module";\nconst app = await NestFactory.create(HarbourModule);\nawait app.listen(3000);\n',
    "harbour.module.ts": `import { Module } from "@nestjs/common";
import { PiersController } from "./piers.controller";
@Module({
  controllers: [${controllers}],
})
export class HarbourModule {}
`,
    "piers.controller.ts": `import { Controller, Get } from "@nestjs/common";
@Controller("piers")
${decorators}export class PiersController {
  @Get()
  all() {
    return [];
  }
}
`,
    ".env": "HARBOUR=off\n",
  });

  it("are under the condition that the module's list holds them by", async () => {
    const condition = await conditionOf(nest('...(process.env.HARBOUR === "on" ? [PiersController] : [])'), "/piers");
    assert.equal(show(condition), "harbour.module.ts:4 enclosing, .env:1 keeps it off");
    assert.equal(show(await conditionOf(nest("PiersController"), "/piers")), null);
  });

  it("are under the guard of their class", async () => {
    const condition = await conditionOf(nest("PiersController", '@FeatureFlag("harbour")\n'), "/piers");
    assert.equal(show(condition), "piers.controller.ts:3 guard, .env:1 keeps it off");
  });
});
