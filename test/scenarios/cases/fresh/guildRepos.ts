import type { Scenario } from "../../scenario.ts";

const pattern: Scenario = {
  name: "pattern-of-a-private-guild",
  files: {
    "requirements.txt": "aiohttp\n",
    "patterns/__init__.py": "",
    "patterns/store.py": `PATTERNS = {
    "herringbone": {"name": "herringbone", "visibility": "public", "members": []},
    "damask": {"name": "damask", "visibility": "private", "members": ["ottilie"]},
}
TOKENS = {"pt-fritz-19": "fritz", "pt-ottilie-20": "ottilie"}
`,
    "patterns/access.py": `from patterns.store import TOKENS


def caller(request):
    return TOKENS.get(request.headers.get("Authorization", "").removeprefix("Bearer "))


def may_read(pattern, person):
    return pattern["visibility"] == "public" or person in pattern["members"]
`,
    "patterns/views.py": `from aiohttp import web

from patterns.access import caller, may_read
from patterns.store import PATTERNS

routes = web.RouteTableDef()


@routes.get("/patterns/{name}")
async def pattern(request):
    found = PATTERNS.get(request.match_info["name"])
    if found is None or not may_read(found, caller(request)):
        raise web.HTTPNotFound(text='{"message": "Not Found"}', content_type="application/json")
    return web.json_response({"name": found["name"], "visibility": found["visibility"]})
`,
    "run.py": `import os

from aiohttp import web

from patterns.views import routes

app = web.Application()
app.add_routes(routes)
web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "patterns.http": `@api = http://localhost:PORT_OF_api
@token = pt-fritz-19

### herringbone
GET {{api}}/patterns/herringbone
Authorization: Bearer {{token}}

### damask
# @name damask
GET {{api}}/patterns/damask
Authorization: Bearer {{token}}
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "aiohttp" }],
  ask: ["patterns.http#damask"],
  facts: [
    "GET /patterns/herringbone 200 | Authorization: Bearer pt-fritz-19",
    "GET /patterns/damask 404 | Authorization: Bearer pt-fritz-19",
    "GET /patterns/damask 200 | Authorization: Bearer pt-ottilie-20",
    "GET /patterns/never 404 | Authorization: Bearer pt-fritz-19",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [
      { file: "patterns/views.py", text: "not may_read(found, caller(request))" },
      { file: "patterns/access.py", text: 'person in pattern["members"]' },
      { file: "patterns/store.py", text: '"damask": {' },
    ],
  },
  credentials: [
    { value: "pt-fritz-19", servers: ["api"] },
    { value: "pt-ottilie-20", servers: [] },
  ],
};

const run: Scenario = {
  name: "run-of-a-loom",
  files: {
    "requirements.txt": "flask\n",
    "looms/__init__.py": "",
    "looms/runs.py": `from flask import Blueprint, jsonify

runs = Blueprint("runs", __name__)

RUNS = {
    "run_101": {"id": "run_101", "metres": 40, "deleted_at": None},
    "run_102": {"id": "run_102", "metres": 12, "deleted_at": "2026-02-20T08:00:00Z"},
}


@runs.route("/<run_id>")
def show(run_id):
    run = RUNS.get(run_id)
    if run is None:
        return jsonify(reason="run not found"), 404
    if run["deleted_at"]:
        return jsonify(reason="run not found", deleted_at=run["deleted_at"]), 404
    return jsonify(run)
`,
    "looms/app.py": `from flask import Flask

from looms.runs import runs

app = Flask(__name__)
app.register_blueprint(runs, url_prefix="/runs")
`,
    "main.py": `import os

from looms.app import app

app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "looms.http": `@runs = http://localhost:PORT_OF_api/runs

### yesterday
GET {{runs}}/run_101

### the one of the report
# @name report
GET {{runs}}/run_102
`,
  },
  servers: [{ name: "api", entry: "main.py", needs: "flask" }],
  ask: ["looms.http#report"],
  facts: ["GET /runs/run_101 200", "GET /runs/run_102 404", "GET /runs/run_999 404"],
  truth: {
    outcome: "not-found",
    kinds: ["deleted"],
    links: [
      { file: "looms/runs.py", text: '"run_102": {' },
      { file: "looms/runs.py", text: 'if run["deleted_at"]' },
    ],
  },
};

/** Patterns and looms. */
export const guildRepos: readonly Scenario[] = [pattern, run];
