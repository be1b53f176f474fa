import type { Scenario } from "../../scenario.ts";

const sealed: Scenario = {
  name: "letter-under-seal",
  files: {
    "requirements.txt": "flask\n",
    "archive/__init__.py": `from flask import Flask

from archive.identity import load_reader
from archive.letters import letters


def create_app():
    app = Flask(__name__)
    app.before_request(load_reader)
    app.register_blueprint(letters, url_prefix="/letters")
    return app
`,
    "archive/identity.py": `from flask import g, request

READERS = {"rd-hanna": {"name": "hanna", "level": 1}, "rd-igor": {"name": "igor", "level": 3}}


def load_reader():
    g.reader = READERS.get(request.headers.get("X-Reader-Card"), {"name": None, "level": 0})
`,
    "archive/policy.py": `def can_view(reader, letter):
    return reader["level"] >= letter["level"]
`,
    "archive/letters.py": `from flask import Blueprint, abort, g, jsonify

from archive.policy import can_view

letters = Blueprint("letters", __name__)

LETTERS = {
    "L-7": {"id": "L-7", "to": "the mayor", "level": 1},
    "L-8": {"id": "L-8", "to": "the bishop", "level": 3},
}


@letters.get("/<letter_id>")
def show(letter_id):
    letter = LETTERS.get(letter_id) or abort(404)
    if not can_view(g.reader, letter):
        abort(404)
    return jsonify(letter)
`,
    "run.py": `import os

from archive import create_app

create_app().run(port=int(os.environ.get("PORT", "5000")))
`,
    "letters.http": `@letters = http://localhost:PORT_OF_api/letters
@card = rd-hanna

### to the mayor
GET {{letters}}/L-7
X-Reader-Card: {{card}}

### to the bishop
# @name bishop
GET {{letters}}/L-8
X-Reader-Card: {{card}}
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "flask" }],
  ask: ["letters.http#bishop"],
  facts: [
    "GET /letters/L-7 200 | X-Reader-Card: rd-hanna",
    "GET /letters/L-8 404 | X-Reader-Card: rd-hanna",
    "GET /letters/L-8 200 | X-Reader-Card: rd-igor",
    "GET /letters/L-9 404 | X-Reader-Card: rd-hanna",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [
      { file: "archive/letters.py", text: "if not can_view(g.reader, letter)" },
      { file: "archive/policy.py", text: 'reader["level"] >= letter["level"]' },
      { file: "archive/letters.py", text: '"L-8": {' },
    ],
  },
  credentials: [{ value: "rd-hanna", servers: ["api"] }],
};

const reading: Scenario = {
  name: "requests-of-the-reading-room",
  files: {
    "requirements.txt": "flask\n",
    "room/__init__.py": "",
    "room/app.py": `from flask import Flask

from room.admin import admin
from room.hours import hours

app = Flask(__name__)
app.register_blueprint(hours)
app.register_blueprint(admin, url_prefix="/admin")
`,
    "room/hours.py": `from flask import Blueprint

hours = Blueprint("hours", __name__)


@hours.get("/hours")
def opening():
    return {"tue": "10-17"}
`,
    "room/admin.py": `from flask import Blueprint, abort, request

admin = Blueprint("admin", __name__)

LIBRARIANS = {"lb-karin-5": "karin"}


@admin.before_request
def only_librarians():
    if request.headers.get("X-Librarian") not in LIBRARIANS:
        abort(404)


@admin.get("/requests")
def requests():
    return {"requests": [{"reader": "hanna", "letter": "L-7"}]}


@admin.get("/seats")
def seats():
    return {"free": 3}
`,
    "run.py": `import os

from room.app import app

app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "room.http": `@room = http://localhost:PORT_OF_api

### hours
GET {{room}}/hours

### what was asked for
# @name requests
GET {{room}}/admin/requests
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "flask" }],
  ask: ["room.http#requests"],
  facts: [
    "GET /hours 200",
    "GET /admin/requests 404",
    "GET /admin/requests 200 | X-Librarian: lb-karin-5",
    "GET /admin/seats 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-endpoint"],
    links: [
      { file: "room/admin.py", text: "abort(404)" },
      { file: "room/admin.py", text: 'if request.headers.get("X-Librarian")' },
      { file: "room/admin.py", text: "@admin.before_request" },
    ],
  },
};

const scan: Scenario = {
  name: "scan-of-a-letter",
  files: {
    "requirements.txt": "aiohttp\n",
    "scans/__init__.py": "",
    "scans/config.json": `{
  "features": { "search": true, "scans": false },
  "pageSize": 20
}
`,
    "scans/app.py": `import json
from pathlib import Path

from aiohttp import web


def load_config():
    return json.loads(Path(__file__).with_name("config.json").read_text())


async def search(request):
    return web.json_response({"hits": []})


async def scan(request):
    return web.json_response({"letter": request.match_info["letter"], "pages": 2})


def create_app():
    config = load_config()
    app = web.Application()
    app["config"] = config
    if config["features"]["search"]:
        app.router.add_get("/search", search)
    if config["features"]["scans"]:
        app.router.add_get("/letters/{letter}/scan", scan)
    return app
`,
    "run.py": `import os

from aiohttp import web

from scans.app import create_app

web.run_app(create_app(), host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "scans.http": `@scans = http://localhost:PORT_OF_api

### search
GET {{scans}}/search?q=mayor

### scan
# @name scan
GET {{scans}}/letters/L-7/scan
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "aiohttp" }],
  ask: ["scans.http#scan"],
  facts: ["GET /search?q=mayor 200", "GET /letters/L-7/scan 404"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "scans/app.py", text: 'if config["features"]["scans"]:' },
      { file: "scans/config.json", text: '"scans": false' },
      { file: "scans/app.py", text: 'app.router.add_get("/letters/{letter}/scan"' },
    ],
  },
};

/** The archive of letters. */
export const letterArchive: readonly Scenario[] = [sealed, reading, scan];
