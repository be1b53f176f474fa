import type { Scenario } from "../../scenario.ts";

const menus: Scenario = {
  name: "menu-of-the-week",
  files: {
    "package.json": '{ "name": "canteen", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "client/config.js": `export const BASE = "http://localhost:PORT_OF_api/canteen/";
`,
    "client/menus.js": `import { BASE } from "./config.js";

const at = (path) => new URL(path, BASE);

export async function menuOf(week) {
  const response = await fetch(at("/menus/" + week));
  if (!response.ok) throw new Error("No menu: " + response.status);
  return response.json();
}

export async function rate(dish, stars) {
  await fetch(at("ratings/" + dish), { method: "PUT", body: JSON.stringify({ stars }) });
}
`,
    "server/main.js": `import express from "express";
import { menus } from "./menus.js";
import { ratings } from "./ratings.js";

const canteen = express.Router();
canteen.use("/menus", menus);
canteen.use("/ratings", ratings);

express().use("/canteen", canteen).listen(process.env.PORT ?? 3000);
`,
    "server/menus.js": `import { Router } from "express";

const weeks = { "2026-47": ["soup", "dumplings"], "2026-48": ["stew"] };

export const menus = Router();
menus.get("/:week", (req, res) => {
  const menu = weeks[req.params.week];
  return menu ? res.json(menu) : res.status(404).json({ error: "not planned yet" });
});
`,
    "server/ratings.js": `import express, { Router } from "express";

export const ratings = Router();
ratings.put("/:dish", express.json({ type: "*/*" }), (req, res) => res.json({ dish: req.params.dish, ...req.body }));
`,
    "canteen.http": `### as the page asked for it
# @name week
GET http://localhost:PORT_OF_api/menus/2026-47
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "server/main.js" }],
  ask: ["canteen.http#week"],
  facts: ["GET /menus/2026-47 404", "GET /canteen/menus/2026-47 200", "GET /canteen/menus/2026-01 404"],
  truth: {
    outcome: "not-found",
    kinds: ["dropped-segment", "base-path"],
    links: [
      { file: "client/menus.js", text: "new URL(path, BASE)" },
      { file: "client/menus.js", text: '"/menus/" + week' },
      { file: "server/menus.js", text: 'menus.get("/:week"' },
      { file: "server/main.js", text: '"/canteen"' },
    ],
    fixes: [{ url: "/canteen/menus/2026-47" }],
  },
};

const waitlist: Scenario = {
  name: "waiting-for-a-course",
  files: {
    "requirements.txt": "flask\n",
    "features.toml": `[features]
certificates = true
waitlist = false
`,
    "school.py": `import os

from flask import Flask

from courses import courses
from features import features
from waitlist import waitlist

app = Flask(__name__)
app.register_blueprint(courses, url_prefix="/courses")
if features["waitlist"]:
    app.register_blueprint(waitlist, url_prefix="/courses")

if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "features.py": `import tomllib
from pathlib import Path

features = tomllib.loads(Path(__file__).with_name("features.toml").read_text())["features"]
`,
    "courses.py": `from flask import Blueprint, abort, jsonify

courses = Blueprint("courses", __name__)
COURSES = {"bread": {"places": 8}, "knives": {"places": 0}}


@courses.get("/<course>")
def course(course):
    if course not in COURSES:
        abort(404)
    return jsonify(COURSES[course])
`,
    "waitlist.py": `from flask import Blueprint, jsonify

waitlist = Blueprint("waitlist", __name__)
WAITING = {"knives": ["ana", "bo"]}


@waitlist.get("/<course>/waitlist")
def waiting(course):
    return jsonify(WAITING.get(course, []))
`,
    "school.http": `@school = http://localhost:PORT_OF_api

### the course
GET {{school}}/courses/knives

### who waits for it
# @name waiting
GET {{school}}/courses/knives/waitlist
`,
  },
  servers: [{ name: "api", entry: "school.py", needs: "flask" }],
  ask: ["school.http#waiting"],
  facts: ["GET /courses/knives 200", "GET /courses/knives/waitlist 404", "GET /courses/none 404"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "features.toml", text: "waitlist = false" },
      { file: "school.py", text: 'features["waitlist"]' },
      { file: "school.py", text: "register_blueprint(waitlist" },
      { file: "waitlist.py", text: '@waitlist.get("/<course>/waitlist")' },
    ],
  },
};

const deliveries: Scenario = {
  name: "deliveries-of-a-supplier",
  files: {
    "package.json":
      '{ "name": "supply", "type": "module", "main": "dist/server.js", "scripts": { "build": "tsc", "start": "node dist/server.js" }, "dependencies": { "express": "^5.0.0" } }',
    ".gitignore": "dist/\nnode_modules/\n",
    "tsconfig.json":
      '{ "compilerOptions": { "outDir": "dist", "rootDir": "src", "module": "nodenext" }, "include": ["src"] }\n',
    "src/server.ts": `import express from "express";
import { suppliers } from "./suppliers.js";

const app = express();
app.use("/suppliers", suppliers);
app.listen(Number(process.env.PORT ?? 3000));
`,
    "src/suppliers.ts": `import { Router } from "express";

const rows: Record<string, { name: string; deliveries: string[] }> = {
  nm: { name: "Nordmilch", deliveries: ["2026-11-20", "2026-11-23"] },
  as: { name: "Acker & Sohn", deliveries: [] },
};

export const suppliers = Router();
suppliers.get("/", (_req, res) => void res.json(Object.keys(rows)));
suppliers.get("/:supplier", (req, res) => {
  const row = rows[req.params.supplier];
  if (row) res.json({ name: row.name });
  else res.status(404).json({ error: "unknown supplier" });
});
suppliers.get("/:supplier/deliveries", (req, res) => {
  const row = rows[req.params.supplier];
  if (row) res.json(row.deliveries);
  else res.status(404).json({ error: "unknown supplier" });
});
`,
    "dist/server.js": `import express from "express";
import { suppliers } from "./suppliers.js";
const app = express();
app.use("/suppliers", suppliers);
app.listen(Number(process.env.PORT ?? 3000));
`,
    "dist/suppliers.js": `import { Router } from "express";
const rows = {
    nm: { name: "Nordmilch" },
    as: { name: "Acker & Sohn" },
};
export const suppliers = Router();
suppliers.get("/", (_req, res) => void res.json(Object.keys(rows)));
suppliers.get("/:supplier", (req, res) => {
    const row = rows[req.params.supplier];
    if (row)
        res.json({ name: row.name });
    else
        res.status(404).json({ error: "unknown supplier" });
});
`,
    "supply.http": `@supply = http://localhost:PORT_OF_api

### suppliers
GET {{supply}}/suppliers

### when they come
# @name deliveries
GET {{supply}}/suppliers/nm/deliveries
`,
  },
  servers: [{ name: "api", entry: "dist/server.js" }],
  ask: ["supply.http#deliveries"],
  facts: ["GET /suppliers 200", "GET /suppliers/nm 200", "GET /suppliers/nm/deliveries 404", "GET /suppliers/zz 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-deployed"],
    links: [{ file: "src/suppliers.ts", text: 'suppliers.get("/:supplier/deliveries"' }],
  },
};

/** A canteen, its courses and its suppliers. */
export const canteen: readonly Scenario[] = [menus, waitlist, deliveries];
