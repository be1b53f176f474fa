import type { Scenario } from "../../scenario.ts";

const candidate: Scenario = {
  name: "candidate-on-a-poster",
  files: {
    "manage.py": `import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ballot.settings")
execute_from_command_line(["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
    "ballot/__init__.py": "",
    "ballot/settings.py": `from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = "only-for-development"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "ballot.urls"
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
`,
    "ballot/urls.py": `from django.urls import include, path

from ballot import views

per_election = [
    path("candidates/", views.candidates),
    path("candidates/<int:number>/", views.candidate),
]

urlpatterns = [path("elections/<slug:election>/", include(per_election))]
handler404 = "ballot.views.nothing"
`,
    "ballot/candidates.py": `import json

from django.conf import settings


def standing(election):
    text = (settings.BASE_DIR / "data" / f"{election}.json").read_text()
    return [one for one in json.loads(text) if one["deleted_at"] is None]
`,
    "ballot/views.py": `from django.http import Http404, HttpResponse, JsonResponse

from ballot.candidates import standing


def nothing(request, exception):
    return HttpResponse(status=404)


def candidates(request, election):
    results = [{"number": one["number"], "name": one["name"]} for one in standing(election)]
    return JsonResponse({"count": len(results), "next": None, "results": results})


def candidate(request, election, number):
    for one in standing(election):
        if one["number"] == number:
            return JsonResponse(one)
    raise Http404
`,
    "data/council-2026.json": `[
  { "number": 11, "name": "A. Moser", "deleted_at": null },
  { "number": 12, "name": "R. Adeyemi", "deleted_at": null },
  { "number": 14, "name": "L. Brandt", "deleted_at": "2026-10-30T16:02:00Z" }
]
`,
    "ballot.http": `@election = http://localhost:PORT_OF_api/elections/council-2026

### all of them
GET {{election}}/candidates/

### number on the poster
# @name poster
GET {{election}}/candidates/14/
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "django" }],
  ask: ["ballot.http#poster"],
  facts: [
    "GET /elections/council-2026/candidates/ 200",
    "GET /elections/council-2026/candidates/14/ 404",
    "GET /elections/council-2026/candidates/12/ 200",
    "GET /elections/council-2026/candidates/99/ 404",
    "GET /none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["deleted"],
    links: [
      { file: "data/council-2026.json", text: '"number": 14' },
      { file: "ballot/candidates.py", text: 'if one["deleted_at"] is None' },
      { file: "ballot/urls.py", text: 'path("candidates/<int:number>/"' },
      { file: "ballot/views.py", text: "def candidate(request" },
    ],
  },
};

const station: Scenario = {
  name: "station-on-a-card",
  files: {
    "main.py": `import os

import uvicorn

from stations.application import app

uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "stations/__init__.py": "",
    "stations/application.py": `from fastapi import APIRouter, FastAPI

from stations import lookup

app = FastAPI(openapi_url=None)
districts = APIRouter(prefix="/districts")
districts.include_router(lookup.router, prefix="/{district}/stations")
app.include_router(districts)
`,
    "stations/lookup.py": `from fastapi import APIRouter, HTTPException, Query

from stations.register import REGISTER

router = APIRouter()


@router.get("")
def stations(district: str, after: str = Query("")):
    numbers = sorted(number for place, number in REGISTER if place == district and number > after)
    return {"results": [{"number": number} for number in numbers[:2]], "next": numbers[1] if len(numbers) > 2 else None}


@router.get("/{number}")
def station(district: str, number: str):
    found = REGISTER.get((district, number))
    if found is None or found["closed_on"] is not None:
        raise HTTPException(404, {"code": "STATION_UNKNOWN", "district": district, "number": number})
    return found
`,
    "stations/register.py": `import csv
from pathlib import Path

with open(Path(__file__).parent / "register.csv", newline="") as file:
    REGISTER = {
        (row["district"], row["number"]): {"hall": row["hall"], "closed_on": row["closed_on"] or None}
        for row in csv.DictReader(file)
    }
`,
    "stations/register.csv": `district,number,hall,closed_on
north,0411,Fire brigade,
north,0412,School by the mill,
north,0415,Parish hall,
north,0416,Old gym,2024-06-09
south,0501,Library,
`,
    "cards.http": `@cards = http://localhost:PORT_OF_api

### stations in the north
GET {{cards}}/districts/north/stations

### printed on the card
# @name card
GET {{cards}}/districts/north/stations/0437
`,
  },
  servers: [{ name: "api", entry: "main.py", needs: "fastapi" }],
  ask: ["cards.http#card"],
  facts: [
    "GET /districts/north/stations 200",
    "GET /districts/north/stations/0437 404",
    "GET /districts/south/stations/0437 404",
    "GET /districts/north/stations/0416 404",
    "GET /districts/north/stations/0411 200",
    "GET /none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "stations/lookup.py", text: '@router.get("/{number}")' },
      { file: "stations/lookup.py", text: "def station(district" },
    ],
  },
};

const boardFiles = {
  "app.py": `import os

from board import create_app

create_app("config.Production").run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
`,
  "config.py": `class Base:
    ROOT = "/board"
    SECTIONS = ["counts", "turnout"]


class Production(Base):
    JSON_SORT_KEYS = False
`,
  "board/__init__.py": `from importlib import import_module

from flask import Flask, jsonify


def create_app(settings):
    app = Flask(__name__)
    app.config.from_object(settings)
    for name in app.config["SECTIONS"]:
        section = import_module(f"board.{name}")
        app.register_blueprint(section.bp, url_prefix=f"{app.config['ROOT']}/{name}")
    app.register_error_handler(404, lambda error: (jsonify(error="not_found"), 404))
    return app
`,
  "board/counts.py": `from flask import Blueprint, jsonify

bp = Blueprint("counts", __name__)


@bp.get("/<ward>")
def counts(ward):
    return jsonify(ward=ward, counted=4120)
`,
  "board/turnout.py": `from flask import Blueprint, jsonify

bp = Blueprint("turnout", __name__)


@bp.get("/<ward>")
def turnout(ward):
    return jsonify(ward=ward, turnout=0.61)
`,
  "board/seats.py": `from flask import Blueprint, jsonify

bp = Blueprint("seats", __name__)


@bp.get("/<ward>/projection")
def projection(ward):
    return jsonify(ward=ward, seats=[3, 2, 1])
`,
  "board.http": `@board = http://localhost:PORT_OF_api/board

### counted
GET {{board}}/counts/w-12

### who may sit where
# @name seats
GET {{board}}/seats/w-12/projection
`,
};

const seats: Scenario = {
  name: "seats-of-a-ward",
  files: boardFiles,
  servers: [{ name: "api", entry: "app.py", needs: "flask" }],
  ask: ["board.http#seats"],
  facts: [
    "GET /board/counts/w-12 200",
    "GET /board/turnout/w-12 200",
    "GET /board/seats/w-12/projection 404",
    "GET /none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [
      { file: "board/seats.py", text: '@bp.get("/<ward>/projection")' },
      { file: "board/seats.py", text: 'bp = Blueprint("seats"' },
      { file: "config.py", text: "SECTIONS = [" },
      { file: "board/__init__.py", text: "app.register_blueprint(" },
    ],
  },
};

/** Elections: candidates, polling stations, the board of an evening. */
export const elections: readonly Scenario[] = [candidate, station, seats];
