import type { Scenario } from "../../scenario.ts";

const reports: Scenario = {
  name: "report-on-the-reed-beds",
  files: {
    "requirements.txt": "flask\n",
    "reeds/__init__.py": `from flask import Flask

from reeds.modules import birds, water


def create_app():
    app = Flask(__name__)
    birds.init_app(app)
    water.init_app(app)
    return app
`,
    "reeds/modules/__init__.py": "",
    "reeds/modules/birds.py": `from flask import Blueprint

bp = Blueprint("birds", __name__, url_prefix="/birds")


@bp.route("/")
def index():
    return {"birds": ["bittern", "reed warbler"]}


def init_app(app):
    app.register_blueprint(bp)
`,
    "reeds/modules/water.py": `from flask import Blueprint

bp = Blueprint("water", __name__, url_prefix="/water")


@bp.route("/level")
def level():
    return {"cm": 61}


def init_app(app):
    app.register_blueprint(bp)
`,
    "reeds/modules/reports.py": `from flask import Blueprint

bp = Blueprint("reports", __name__, url_prefix="/reports")


@bp.route("/<int:year>")
def report(year):
    return {"year": year, "pairs": 14}


def init_app(app):
    app.register_blueprint(bp)
`,
    "wsgi.py": `import os

from reeds import create_app

app = create_app()

if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "reeds.http": `@reeds = http://localhost:PORT_OF_api

### level
GET {{reeds}}/water/level

### report
# @name report
GET {{reeds}}/reports/2025
`,
  },
  servers: [{ name: "api", entry: "wsgi.py", needs: "flask" }],
  ask: ["reeds.http#report"],
  facts: ["GET /water/level 200", "GET /reports/2025 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [
      { file: "reeds/modules/reports.py", text: '@bp.route("/<int:year>")' },
      { file: "reeds/modules/reports.py", text: "def init_app(app)" },
      { file: "reeds/modules/reports.py", text: 'bp = Blueprint("reports"' },
      { file: "reeds/__init__.py", text: "water.init_app(app)" },
    ],
    fixes: [{ kind: "register-route" }],
  },
};

const nests: Scenario = {
  name: "nests-in-the-reeds",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "nests/__init__.py": "",
    "nests/main.py": `from fastapi import FastAPI

from nests.routes import router

app = FastAPI(title="Nests", root_path="/api")
app.include_router(router)
`,
    "nests/routes.py": `from fastapi import APIRouter

router = APIRouter(prefix="/nests")


@router.get("")
def nests():
    return [{"id": 5, "eggs": 4}]


@router.get("/{nest}/eggs")
def eggs(nest: int):
    return {"nest": nest, "eggs": 4}
`,
    "run.py": `import os

import uvicorn

uvicorn.run("nests.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "http-client.env.json": '{ "local": { "nests": "http://localhost:PORT_OF_api/api" } }',
    "nests.http": `### eggs
# @name eggs
GET {{nests}}/nests/5/eggs
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["nests.http#eggs", "--env", "local"],
  facts: ["GET /api/nests/5/eggs 404", "GET /nests/5/eggs 200"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "nests/main.py", text: 'root_path="/api"' },
      { file: "nests/routes.py", text: '@router.get("/{nest}/eggs")' },
      { file: "http-client.env.json", text: "/api" },
    ],
    fixes: [{ url: "/nests/5/eggs" }],
  },
};

const ring: Scenario = {
  name: "ring-of-a-bird",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "rings/__init__.py": "",
    "rings/main.py": `from fastapi import FastAPI
from fastapi.responses import JSONResponse

from rings.store import RINGS

app = FastAPI(title="Rings")


@app.get("/rings/{code}")
def ring(code: str):
    found = RINGS.get(code)
    if found is None:
        return JSONResponse({"title": "Unknown ring"}, status_code=404)
    if found.get("withdrawn_at"):
        return JSONResponse({"title": "Ring withdrawn", "withdrawn_at": found["withdrawn_at"]}, status_code=410)
    return {"code": code, "species": found["species"]}
`,
    "rings/store.py": `RINGS = {
    "A-301": {"species": "reed warbler", "withdrawn_at": None},
    "A-302": {"species": "bittern", "withdrawn_at": "2025-08-19"},
}
`,
    "run.py": `import os

import uvicorn

uvicorn.run("rings.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "rings.http": `@rings = http://localhost:PORT_OF_api/rings

### warbler
GET {{rings}}/A-301

### bittern
# @name bittern
GET {{rings}}/A-302
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["rings.http#bittern"],
  facts: ["GET /rings/A-301 200", "GET /rings/A-302 410", "GET /rings/A-999 404"],
  truth: {
    outcome: "not-found",
    kinds: ["deleted"],
    links: [
      { file: "rings/store.py", text: '"A-302":' },
      { file: "rings/main.py", text: "status_code=410" },
      { file: "rings/main.py", text: '@app.get("/rings/{code}")' },
    ],
  },
};

/** In the reed beds. */
export const reedBeds: readonly Scenario[] = [reports, nests, ring];
