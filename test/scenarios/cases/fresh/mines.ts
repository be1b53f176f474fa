import type { Scenario } from "../../scenario.ts";

const level: Scenario = {
  name: "level-of-a-mine",
  files: {
    "README.md":
      "# Air in the show mine\n\nLevels are counted from the entrance: 0, then downwards -1, -2, -3; the tower is +1.\n",
    "requirements.txt": "flask\n",
    "mine/__main__.py": `import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from mine import create_app

create_app().run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
`,
    "mine/__init__.py": `from flask import Flask

from mine.levels import LevelList, LevelReadings


def create_app():
    app = Flask(__name__)
    app.add_url_rule("/levels", view_func=LevelList.as_view("levels"))
    app.add_url_rule("/levels/<int:level>/readings", view_func=LevelReadings.as_view("readings"))
    return app
`,
    "mine/levels.py": `from flask import abort, jsonify
from flask.views import MethodView

READINGS = {
    1: {"co2": 420, "at": "08:00"},
    0: {"co2": 450, "at": "08:00"},
    -1: {"co2": 610, "at": "08:05"},
    -2: {"co2": 870, "at": "08:05"},
}


class LevelList(MethodView):
    def get(self):
        return jsonify([{"level": level} for level in sorted(READINGS, reverse=True)])


class LevelReadings(MethodView):
    def get(self, level):
        if level not in READINGS:
            abort(404, description="no such level")
        return jsonify(READINGS[level])
`,
    "tests/test_levels.py": `from mine import create_app


def test_entrance():
    assert create_app().test_client().get("/levels/0/readings").status_code == 200
`,
    "mine.http": `@mine = http://localhost:PORT_OF_api

### levels
GET {{mine}}/levels

### entrance
GET {{mine}}/levels/0/readings

### where the school class is
# @name class
GET {{mine}}/levels/-2/readings
`,
  },
  servers: [{ name: "api", entry: "mine/__main__.py", needs: "flask" }],
  ask: ["mine.http#class"],
  facts: [
    "GET /levels 200",
    "GET /levels/0/readings 200",
    "GET /levels/-2/readings 404",
    "GET /levels/-1/readings 404",
    "GET /levels/9/readings 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["id-format"],
    links: [{ file: "mine/__init__.py", text: '"/levels/<int:level>/readings"' }],
    fixes: [{ kind: "edit-route" }],
  },
};

/** A show mine and the air on its levels. */
export const mines: readonly Scenario[] = [level];
