import type { Scenario } from "../../scenario.ts";

const line: Scenario = {
  name: "line-of-the-trams",
  files: {
    "manage.py": `import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trams.settings")

if __name__ == "__main__":
    if len(sys.argv) == 1:
        sys.argv += ["runserver", "--noreload", os.environ.get("PORT", "8000")]
    execute_from_command_line(sys.argv)
`,
    "trams/__init__.py": "",
    "trams/settings.py": `SECRET_KEY = "local-only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "trams.urls"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "rest_framework", "lines"]
REST_FRAMEWORK = {
    "DEFAULT_VERSIONING_CLASS": "rest_framework.versioning.AcceptHeaderVersioning",
    "ALLOWED_VERSIONS": ["2", "3"],
    "DEFAULT_VERSION": "3",
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
}
`,
    "trams/urls.py": `from django.urls import include, path

urlpatterns = [path("api/lines/", include("lines.urls"))]
`,
    "lines/__init__.py": "",
    "lines/urls.py": `from django.urls import path

from lines.views import Line, Lines

urlpatterns = [path("", Lines.as_view()), path("<int:number>/", Line.as_view())]
`,
    "lines/views.py": `from rest_framework.response import Response
from rest_framework.views import APIView

LINES = {1: "Depot to Zoo", 4: "Depot to Harbour"}


class Lines(APIView):
    def get(self, request):
        return Response(LINES)


class Line(APIView):
    def get(self, request, number):
        return Response({"number": number, "name": LINES.get(number), "version": request.version})
`,
    "trams.http": `@trams = http://localhost:PORT_OF_api/api

### all lines
GET {{trams}}/lines/
Accept: application/json; version=3

### line 4
# @name four
GET {{trams}}/lines/4/
Accept: application/json; version=1
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "rest_framework" }],
  ask: ["trams.http#four"],
  facts: [
    "GET /api/lines/ 200 | Accept: application/json; version=3",
    "GET /api/lines/4/ 406 | Accept: application/json; version=1",
    "GET /api/lines/4/ 200 | Accept: application/json; version=3",
  ],
  truth: {
    outcome: "soft-not-found",
    kinds: ["version-selector"],
    links: [
      { file: "trams/settings.py", text: '"ALLOWED_VERSIONS"' },
      { file: "trams/settings.py", text: '"DEFAULT_VERSIONING_CLASS"' },
      { file: "trams.http", text: "version=1" },
      { file: "lines/urls.py", text: 'path("<int:number>/"' },
    ],
  },
};

const faults: Scenario = {
  name: "faults-of-the-trams",
  files: {
    "requirements.txt": "aiohttp\n",
    "depot/__init__.py": "",
    "depot/routing.py": `from aiohttp import web

routes = web.RouteTableDef()
`,
    "depot/trams.py": `from aiohttp import web

from depot.routing import routes


@routes.get("/trams/{number}")
async def tram(request):
    return web.json_response({"number": request.match_info["number"], "at": "Zoo"})
`,
    "depot/shifts.py": `from aiohttp import web

from depot.routing import routes


@routes.get("/shifts/today")
async def today(request):
    return web.json_response([{"driver": "Jo", "line": 4}])
`,
    "depot/faults.py": `from aiohttp import web

from depot.routing import routes


@routes.get("/faults")
async def faults(request):
    return web.json_response([{"tram": 2011, "what": "door"}])


@routes.get("/faults/{id}")
async def fault(request):
    return web.json_response({"id": request.match_info["id"], "what": "door"})
`,
    "depot/app.py": `from aiohttp import web

from depot import shifts, trams
from depot.routing import routes


def create_app():
    app = web.Application()
    app.add_routes(routes)
    return app
`,
    "run.py": `import os

from aiohttp import web

from depot.app import create_app

web.run_app(create_app(), host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "depot.http": `@depot = http://localhost:PORT_OF_api

### where is it
GET {{depot}}/trams/2011

### faults
# @name faults
GET {{depot}}/faults
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "aiohttp" }],
  ask: ["depot.http#faults"],
  facts: ["GET /trams/2011 200", "GET /shifts/today 200", "GET /faults 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [
      { file: "depot/faults.py", text: '@routes.get("/faults")' },
      { file: "depot/app.py", text: "from depot import shifts, trams" },
    ],
    fixes: [{ kind: "register-route" }],
  },
};

const route: Scenario = {
  name: "route-of-a-closed-line",
  files: {
    "requirements.txt": "flask\n",
    "network/__init__.py": `from flask import Flask

from network.routes import bp


def create_app():
    app = Flask(__name__)
    app.register_blueprint(bp, url_prefix="/routes")
    return app
`,
    "network/db.py": `import sqlite3
from pathlib import Path


def connect():
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.row_factory = sqlite3.Row
    connection.executescript(Path(__file__).with_name("routes.sql").read_text())
    return connection


db = connect()
`,
    "network/routes.sql": `CREATE TABLE routes (code TEXT PRIMARY KEY, name TEXT, status TEXT);
INSERT INTO routes VALUES ('T1', 'Zoo', 'active');
INSERT INTO routes VALUES ('T4', 'Harbour', 'active');
INSERT INTO routes VALUES ('T9', 'Exhibition', 'archived');
`,
    "network/routes.py": `from flask import Blueprint, jsonify

from network.db import db

bp = Blueprint("routes", __name__)


@bp.get("/")
def index():
    rows = db.execute("SELECT code, name FROM routes WHERE status <> 'archived' ORDER BY code")
    return jsonify([dict(row) for row in rows])


@bp.get("/<code>")
def show(code):
    row = db.execute("SELECT code, name FROM routes WHERE code = ? AND status <> 'archived'", (code,)).fetchone()
    if row is None:
        return jsonify(message="Route not found"), 404
    return jsonify(dict(row))
`,
    "run.py": `import os

from network import create_app

create_app().run(port=int(os.environ.get("PORT", "5000")))
`,
    "network.http": `@routes = http://localhost:PORT_OF_api/routes

### harbour
GET {{routes}}/T4

### from an old map
# @name old
GET {{routes}}/T9
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "flask" }],
  ask: ["network.http#old"],
  facts: ["GET /routes/T4 200", "GET /routes/T9 404", "GET /routes/T7 404"],
  truth: {
    outcome: "not-found",
    kinds: ["archived"],
    links: [
      { file: "network/routes.sql", text: "'T9'" },
      { file: "network/routes.py", text: "WHERE code = ? AND status <> 'archived'" },
    ],
  },
};

/** In the depot of the trams. */
export const tramDepot: readonly Scenario[] = [line, faults, route];
