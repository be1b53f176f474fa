import type { Scenario } from "../../scenario.ts";

const helper: Scenario = {
  name: "helper-with-a-badge",
  files: {
    "requirements.txt": `flask==3.0.3
`,
    "README.md": `    pip install -r requirements.txt
    python app.py
`,
    "app.py": `import os

from foodbank import create_app

app = create_app()

if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", 5000)))
`,
    "foodbank/__init__.py": `from flask import Flask, jsonify


def create_app():
    app = Flask(__name__)

    from .views import donations, volunteers

    app.register_blueprint(donations.bp, url_prefix="/api/donations")
    app.register_blueprint(volunteers.bp, url_prefix="/api/volunteers")

    @app.errorhandler(404)
    def missing(error):
        return jsonify(error="not found"), 404

    return app
`,
    "foodbank/views/__init__.py": `"""Blueprints, one a resource."""
`,
    "foodbank/views/donations.py": `from flask import Blueprint, jsonify

bp = Blueprint("donations", __name__)


@bp.get("/")
def index():
    return jsonify([{"id": 1, "kilos": 12}])
`,
    "foodbank/views/volunteers.py": `from flask import Blueprint, abort, jsonify

bp = Blueprint("volunteers", __name__)

VOLUNTEERS = {
    17: {"id": 17, "badge": "v-17", "name": "Pilar"},
    18: {"id": 18, "badge": "v-18", "name": "Anders"},
}


@bp.get("/")
def index():
    return jsonify(list(VOLUNTEERS.values()))


@bp.get("/<int:volunteer_id>")
def show(volunteer_id):
    volunteer = VOLUNTEERS.get(volunteer_id)
    if volunteer is None:
        abort(404)
    return jsonify(volunteer)
`,
    "tests/test_volunteers.py": `from foodbank import create_app


def test_show():
    client = create_app().test_client()
    assert client.get("/api/volunteers/17").json["name"] == "Pilar"
`,
    "scanner.http": `@api = http://localhost:PORT_OF_api/api

### everybody
GET {{api}}/volunteers/

### what the scanner at the door reads
# @name scan
GET {{api}}/volunteers/v-17
`,
  },
  servers: [{ name: "api", entry: "app.py", needs: "flask" }],
  ask: ["scanner.http#scan"],
  facts: [
    "GET /api/volunteers/ 200",
    "GET /api/volunteers/17 200",
    "GET /api/volunteers/v-17 404",
    "GET /api/volunteers/99 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["id-format"],
    links: [{ file: "foodbank/views/volunteers.py", text: "<int:volunteer_id>" }],
    fixes: [{ url: "/api/volunteers/17" }],
  },
};

const shifts: Scenario = {
  name: "shifts-of-a-saturday",
  files: {
    "pyproject.toml": `[project]
name = "shifts"
version = "0.4.0"
dependencies = ["fastapi", "uvicorn"]
`,
    "main.py": `import os

import uvicorn
from fastapi import FastAPI

from shifts.routers import routers

app = FastAPI(title="Shifts")
for router in routers:
    app.include_router(router, prefix="/api")

if __name__ == "__main__":
    uvicorn.run(app, port=int(os.environ.get("PORT", "8000")), log_level="error")
`,
    "shifts/__init__.py": `"""Who works when."""
`,
    "shifts/routers/__init__.py": `from . import sites, swaps, weekends

routers = [sites.router, swaps.router]
`,
    "shifts/routers/sites.py": `from fastapi import APIRouter

router = APIRouter(prefix="/sites", tags=["sites"])


@router.get("")
def list_sites():
    return [{"site": "north", "fridges": 4}]
`,
    "shifts/routers/swaps.py": `from fastapi import APIRouter, HTTPException

router = APIRouter(prefix="/swaps", tags=["swaps"])


@router.get("/{swap_id}")
def get_swap(swap_id: int):
    if swap_id != 5:
        raise HTTPException(status_code=404, detail="No such swap")
    return {"id": 5, "of": "Pilar", "with": "Anders"}
`,
    "shifts/routers/weekends.py": `from datetime import date

from fastapi import APIRouter

router = APIRouter(prefix="/weekends", tags=["weekends"])


@router.get("/{day}")
def get_weekend(day: date):
    return {"day": day, "helpers": ["Pilar"]}
`,
    "shifts.http": `@api = http://localhost:PORT_OF_api/api

### sites
GET {{api}}/sites

### saturday
# @name saturday
GET {{api}}/weekends/2026-11-28
`,
  },
  servers: [{ name: "api", entry: "main.py", needs: "fastapi" }],
  ask: ["shifts.http#saturday"],
  facts: ["GET /api/sites 200", "GET /api/swaps/5 200", "GET /api/weekends/2026-11-28 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [
      { file: "shifts/routers/__init__.py", text: "routers = [" },
      { file: "shifts/routers/weekends.py", text: '@router.get("/{day}")' },
      { file: "shifts/routers/weekends.py", text: "APIRouter(prefix" },
    ],
    fixes: [{ kind: "register-route" }],
  },
};

/** Volunteers of a food bank: who they are, and their shifts. */
export const volunteers: readonly Scenario[] = [helper, shifts];
