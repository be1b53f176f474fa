import type { Scenario } from "../../scenario.ts";

const harvest: Scenario = {
  name: "harvest-of-a-plot",
  files: {
    "requirements.txt": "fastapi==0.92.0\nuvicorn==0.17.6\n",
    ".env": "ESTATE_API_ROOT=/estate/v3\nESTATE_CELLAR=main\n",
    "serve.py": `import os

import uvicorn

from estate.main import app

uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "estate/__init__.py": "",
    "estate/settings.py": `from pydantic import BaseSettings


class Settings(BaseSettings):
    api_root: str = "/"
    cellar: str = "main"

    class Config:
        env_prefix = "ESTATE_"


settings = Settings()
`,
    "estate/main.py": `from uuid import uuid4

from fastapi import Depends, FastAPI, Response

from estate.routers import routers
from estate.settings import settings


def mark(response: Response):
    response.headers["X-Request-Id"] = str(uuid4())


app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
for router in routers:
    app.include_router(router, prefix=settings.api_root, dependencies=[Depends(mark)])
`,
    "estate/routers/__init__.py": `from estate.routers import plots, presses

routers = [plots.router, presses.router]
`,
    "estate/routers/plots.py": `from fastapi import APIRouter, HTTPException, Path

router = APIRouter(prefix="/plots", tags=["plots"])

YIELD = {"kirchberg-4": {2023: 4100, 2024: 3650}, "steig-1": {2024: 900}}


@router.get("")
def plots():
    return {"results": [{"plot": plot} for plot in YIELD], "next": None}


@router.get("/{plot}/harvests/{year}")
def harvest(plot: str, year: int = Path(ge=1990)):
    if year not in YIELD.get(plot, {}):
        raise HTTPException(404)
    return {"plot": plot, "year": year, "kilograms": YIELD[plot][year]}
`,
    "estate/routers/presses.py": `from fastapi import APIRouter

router = APIRouter(prefix="/presses")


@router.get("/{press}")
def press(press: str):
    return {"press": press, "litres": 2500}
`,
    "report/yearly.py": `import json
from urllib.request import urlopen


def kilograms(base, plot, year):
    with urlopen(f"{base}/plots/{plot}/harvest/{year}") as answer:
        return json.load(answer)["kilograms"]
`,
    "estate.http": `@estate = http://localhost:PORT_OF_api/estate/v3

### plots
GET {{estate}}/plots

### what came in
# @name harvest
GET {{estate}}/plots/kirchberg-4/harvest/2024
`,
  },
  servers: [{ name: "api", entry: "serve.py", needs: "fastapi", env: { ESTATE_API_ROOT: "/estate/v3" } }],
  ask: ["estate.http#harvest"],
  facts: [
    "GET /estate/v3/plots 200",
    "GET /estate/v3/plots/kirchberg-4/harvest/2024 404",
    "GET /estate/v3/plots/kirchberg-4/harvests/2024 200",
    "GET /plots 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["path-typo"],
    links: [{ file: "estate/routers/plots.py", text: '@router.get("/{plot}/harvests/{year}")' }],
    fixes: [{ url: "/estate/v3/plots/kirchberg-4/harvests/2024" }],
  },
};

const notes: Scenario = {
  name: "notes-of-a-tasting",
  files: {
    "manage.py": `import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tasting.settings")
execute_from_command_line(["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
    "tasting/__init__.py": "",
    "tasting/settings.py": `SECRET_KEY = "only-for-development"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "tasting.urls"
INSTALLED_APPS = ["rest_framework"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "UNAUTHENTICATED_USER": None,
}
`,
    "tasting/routing.py": `from rest_framework.routers import SimpleRouter


class CellarRouter(SimpleRouter):
    def __init__(self):
        super().__init__(trailing_slash=False)
`,
    "tasting/urls.py": `from django.urls import include, path

from tasting.routing import CellarRouter
from tasting.views import TastingViewSet

router = CellarRouter()
router.register("tastings", TastingViewSet, basename="tasting")

urlpatterns = [path("cellar/", include(router.urls))]
`,
    "tasting/views.py": `from rest_framework.decorators import action
from rest_framework.exceptions import NotFound
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

TASTINGS = {"2024-18": ["quince", "flint"], "2024-19": ["pear"]}


class TastingViewSet(ViewSet):
    lookup_value_regex = r"\\d{4}-\\d{2}"

    def list(self, request):
        return Response({"count": len(TASTINGS), "next": None, "results": [{"id": key} for key in TASTINGS]})

    def retrieve(self, request, pk):
        if pk not in TASTINGS:
            raise NotFound()
        return Response({"id": pk})

    @action(detail=True, url_path="notes")
    def notes(self, request, pk):
        if pk not in TASTINGS:
            raise NotFound()
        return Response(TASTINGS[pk])
`,
    "cellar.http": `@cellar = http://localhost:PORT_OF_api/cellar

### what did we write
# @name notes
GET {{cellar}}/tastings/2024-18/notes/
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "django" }],
  ask: ["cellar.http#notes"],
  facts: [
    "GET /cellar/tastings/2024-18/notes/ 404",
    "GET /cellar/tastings/2024-18/notes 200",
    "GET /cellar/tastings 200",
    "GET /cellar/tastings/ 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["trailing-slash"],
    links: [
      { file: "tasting/urls.py", text: 'router.register("tastings"' },
      { file: "tasting/views.py", text: '@action(detail=True, url_path="notes")' },
      { file: "tasting/views.py", text: "def notes(self" },
    ],
    fixes: [{ url: "/cellar/tastings/2024-18/notes" }],
  },
};

const bottle: Scenario = {
  name: "bottle-for-a-guest",
  files: {
    "shop/app.py": `import os

from flask import Flask, jsonify
from werkzeug.exceptions import HTTPException

from catalogue import SlugConverter, make_catalogue
from stock import SPIRITS, WINES

app = Flask(__name__)
app.url_map.converters["slug"] = SlugConverter
app.register_blueprint(make_catalogue("wines", WINES), url_prefix="/shop/wines")
app.register_blueprint(make_catalogue("spirits", SPIRITS), url_prefix="/shop/spirits")


@app.errorhandler(HTTPException)
def problem(error):
    body = jsonify(type="about:blank", title=error.name, status=error.code)
    body.content_type = "application/problem+json"
    return body, error.code


app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
`,
    "shop/catalogue.py": `from flask import Blueprint, abort, jsonify, request
from werkzeug.routing import BaseConverter

PAGE = 2


class SlugConverter(BaseConverter):
    regex = "[a-z0-9]+(?:-[a-z0-9]+)*"


def make_catalogue(name, items):
    blueprint = Blueprint(name, __name__)

    @blueprint.get("/")
    def index():
        page = request.args.get("page", 1, type=int)
        rest = items[PAGE * page :]
        url = f"{request.base_url}?page={page + 1}" if rest else None
        return jsonify(results=items[PAGE * (page - 1) : PAGE * page], next=url)

    @blueprint.get("/<slug:key>")
    def item(key):
        for one in items:
            if one["slug"] == key:
                return jsonify(one)
        abort(404)

    return blueprint
`,
    "shop/stock.py": `WINES = [
    {"slug": "riesling-kabinett-2022", "price": 1490},
    {"slug": "lemberger-alte-reben-2020", "price": 1900},
    {"slug": "silvaner-steillage-2021", "price": 1650},
]
SPIRITS = [{"slug": "quittenbrand-2019", "price": 3200}]
`,
    "shop.http": `@shop = http://localhost:PORT_OF_api/shop

### all wines
GET {{shop}}/wines/

### asked for at table 7
# @name bottle
GET {{shop}}/wines/trollinger-vom-fass-2018
`,
  },
  servers: [{ name: "api", entry: "shop/app.py", needs: "flask" }],
  ask: ["shop.http#bottle"],
  facts: [
    "GET /shop/wines/ 200",
    "GET /shop/wines/trollinger-vom-fass-2018 404",
    "GET /shop/spirits/trollinger-vom-fass-2018 404",
    "GET /shop/wines/riesling-kabinett-2022 200",
    "GET /shop/none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "shop/catalogue.py", text: '@blueprint.get("/<slug:key>")' },
      { file: "shop/catalogue.py", text: "def item(key)" },
      { file: "shop/app.py", text: 'make_catalogue("wines", WINES)' },
    ],
  },
};

/** A vineyard: what is harvested, tasted and sold. */
export const wineries: readonly Scenario[] = [harvest, notes, bottle];
