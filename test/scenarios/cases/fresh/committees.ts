import type { Scenario } from "../../scenario.ts";

const decorator: Scenario = {
  name: "minutes-for-the-committee-only",
  files: {
    "requirements.txt": "flask\n",
    "society/__init__.py": `from flask import Flask

from society.minutes import minutes
from society.programme import programme


def create_app():
    app = Flask(__name__)
    app.register_blueprint(programme)
    app.register_blueprint(minutes, url_prefix="/minutes")
    return app
`,
    "society/doors.py": `import os
from functools import wraps

from flask import abort, request


def committee_only(view):
    @wraps(view)
    def guarded(*args, **kwargs):
        if request.headers.get("X-Committee-Pass") != os.environ.get("COMMITTEE_PASS", "unset"):
            abort(404)
        return view(*args, **kwargs)

    return guarded
`,
    "society/minutes.py": `from flask import Blueprint, jsonify

from society.doors import committee_only

minutes = Blueprint("minutes", __name__)


@minutes.get("/")
@committee_only
def index():
    return jsonify(["2026-09", "2026-10"])


@minutes.get("/<month>")
@committee_only
def month(month):
    return jsonify(month=month, decisions=["new kettle"])
`,
    "society/programme.py": `from flask import Blueprint, jsonify

programme = Blueprint("programme", __name__)


@programme.get("/programme")
def evenings():
    return jsonify([{"on": "2026-12-02", "talk": "Moss"}])
`,
    "run.py": `import os

from society import create_app

create_app().run(port=int(os.environ.get("PORT", "5000")))
`,
    "society.http": `@society = http://localhost:PORT_OF_api

### programme
GET {{society}}/programme

### October
# @name october
GET {{society}}/minutes/2026-10
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "flask", env: { COMMITTEE_PASS: "cp-4471" } }],
  ask: ["society.http#october"],
  facts: [
    "GET /programme 200",
    "GET /minutes/2026-10 404",
    "GET /minutes/ 404",
    "GET /minutes/2026-10 200 | X-Committee-Pass: cp-4471",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-endpoint"],
    links: [
      { file: "society/doors.py", text: "X-Committee-Pass" },
      { file: "society/doors.py", text: "abort(404)" },
      { file: "society/minutes.py", text: '"/<month>"' },
    ],
  },
};

/** Committees: a door that a pass opens. */
export const committees: readonly Scenario[] = [decorator];
