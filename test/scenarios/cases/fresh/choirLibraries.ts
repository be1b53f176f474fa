import type { Scenario } from "../../scenario.ts";

const exporting: Scenario = {
  name: "export-of-the-choir-library",
  files: {
    "requirements.txt": "flask\n",
    "features.toml": `[modules]
scores = true
loans = true
exports = false
`,
    "choir/__init__.py": `import tomllib
from importlib import import_module
from pathlib import Path

from flask import Flask


def create_app(features="features.toml"):
    app = Flask(__name__)
    switches = tomllib.loads(Path(features).read_text())["modules"]
    for name, on in switches.items():
        if on:
            app.register_blueprint(import_module(f"choir.{name}").blueprint, url_prefix=f"/{name}")
    return app
`,
    "choir/scores.py": `from flask import Blueprint, jsonify

blueprint = Blueprint("scores", __name__)


@blueprint.get("/")
def scores():
    return jsonify([{"id": 1, "title": "Ave verum corpus", "copies": 32}])
`,
    "choir/loans.py": `from flask import Blueprint, jsonify

blueprint = Blueprint("loans", __name__)


@blueprint.get("/open")
def open_loans():
    return jsonify([{"score": 1, "singer": "alto 4"}])
`,
    "choir/exports.py": `from flask import Blueprint, Response

blueprint = Blueprint("exports", __name__)


@blueprint.get("/scores.csv")
def scores_csv():
    return Response("id,title,copies\\n1,Ave verum corpus,32\\n", mimetype="text/csv")
`,
    "wsgi.py": `import os

from choir import create_app

create_app().run(port=int(os.environ.get("PORT", "5000")))
`,
    "choir.http": `@choir=http://localhost:PORT_OF_api

### loans
GET {{choir}}/loans/open HTTP/1.1

### sheet for the board
# @name sheet
GET {{choir}}/exports/scores.csv HTTP/1.1
Accept: text/csv
`,
  },
  servers: [{ name: "api", entry: "wsgi.py", needs: "flask" }],
  ask: ["choir.http#sheet"],
  facts: ["GET /loans/open 200", "GET /scores/ 200", "GET /exports/scores.csv 404"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "features.toml", text: "exports = false" },
      { file: "choir/__init__.py", text: "if on:" },
      { file: "choir/__init__.py", text: "register_blueprint" },
      { file: "choir/exports.py", text: '"/scores.csv"' },
    ],
  },
};

/** Choir libraries: modules that a table of switches turns on and off. */
export const choirLibraries: readonly Scenario[] = [exporting];
