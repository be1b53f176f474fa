import type { Scenario } from "../../scenario.ts";

const wards: Scenario = {
  name: "wards-of-the-doll-hospital",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "hospital/__init__.py": "",
    "hospital/spa.py": `from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles


class SPAStaticFiles(StaticFiles):
    async def get_response(self, path, scope):
        try:
            return await super().get_response(path, scope)
        except HTTPException as error:
            if error.status_code == 404:
                return await super().get_response("index.html", scope)
            raise
`,
    "hospital/wards.py": `from fastapi import APIRouter

router = APIRouter(prefix="/wards")


@router.get("")
def wards():
    return [{"name": "porcelain", "beds": 6}]


@router.get("/{name}/patients")
def patients(name: str):
    return [{"ward": name, "doll": "Emmy", "injury": "lost arm"}]
`,
    "hospital/main.py": `from pathlib import Path

from fastapi import FastAPI

from hospital.spa import SPAStaticFiles
from hospital.wards import router as wards

app = FastAPI(title="Doll hospital")
app.include_router(wards, prefix="/api")
app.mount("/", SPAStaticFiles(directory=Path(__file__).parent.parent / "ui" / "dist", html=True), name="ui")
`,
    "ui/dist/index.html":
      '<!doctype html><html><head><title>Dolls</title></head><body><div id="root"></div></body></html>\n',
    "ui/src/patients.js":
      'export const patients = (ward) => fetch("/api/ward/" + ward + "/patients").then((answer) => answer.json());\n',
    "run.py": `import os

import uvicorn

uvicorn.run("hospital.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "dolls.http": `@dolls = http://localhost:PORT_OF_web

### wards
GET {{dolls}}/api/wards

### patients, as the client asks
# @name patients
GET {{dolls}}/api/ward/porcelain/patients
Accept: application/json
`,
  },
  servers: [{ name: "web", entry: "run.py", needs: "fastapi" }],
  ask: ["dolls.http#patients"],
  facts: [
    "GET /api/wards 200",
    "GET /api/ward/porcelain/patients 200",
    "GET /api/wards/porcelain/patients 200",
    "GET /zzz 200",
  ],
  truth: {
    outcome: "soft-not-found",
    kinds: ["path-typo", "spa-fallback"],
    links: [
      { file: "hospital/wards.py", text: '@router.get("/{name}/patients")' },
      { file: "hospital/main.py", text: 'app.mount("/", SPAStaticFiles' },
    ],
    fixes: [{ url: "/api/wards/porcelain/patients" }],
  },
};

const visiting: Scenario = {
  name: "visiting-hours-of-the-doll-hospital",
  files: {
    "requirements.txt": "flask\n",
    "visits/__init__.py": `from flask import Flask

from visits.api import api
from visits.pages import pages


def create_app():
    app = Flask(__name__)
    app.register_blueprint(api, url_prefix="/api")
    app.register_blueprint(pages, url_prefix="/<language>")

    from visits.languages import choose_language

    app.before_request(choose_language)
    return app
`,
    "visits/languages.py": `from flask import redirect, request

LANGUAGES = ("en", "cs")


def choose_language():
    first = request.path.strip("/").split("/")[0]
    if first not in LANGUAGES:
        best = request.accept_languages.best_match(LANGUAGES) or LANGUAGES[0]
        return redirect(f"/{best}{request.full_path.rstrip('?')}")
`,
    "visits/api.py": `from flask import Blueprint, jsonify

api = Blueprint("api", __name__)


@api.get("/visiting-hours")
def visiting_hours():
    return jsonify(sat="14-17", sun="14-17")
`,
    "visits/pages.py": `from flask import Blueprint

pages = Blueprint("pages", __name__)


@pages.get("/")
def home(language):
    return {"en": "<h1>Welcome</h1>", "cs": "<h1>Vítejte</h1>"}[language]


@pages.get("/about")
def about(language):
    return "<h1>About</h1>"
`,
    "run.py": `import os

from visits import create_app

create_app().run(port=int(os.environ.get("PORT", "5000")))
`,
    "visits.http": `### page
GET http://localhost:PORT_OF_web/cs/about

### hours
# @name hours
GET http://localhost:PORT_OF_web/api/visiting-hours
Accept: application/json
`,
  },
  servers: [{ name: "web", entry: "run.py", needs: "flask" }],
  ask: ["visits.http#hours"],
  facts: ["GET /cs/about 200", "GET /api/visiting-hours 302", "GET /en/api/visiting-hours 404"],
  truth: {
    outcome: "not-found",
    kinds: ["redirect-drops-path"],
    links: [
      { file: "visits/languages.py", text: "return redirect(" },
      { file: "visits/languages.py", text: "if first not in LANGUAGES" },
      { file: "visits/__init__.py", text: "app.before_request(choose_language)" },
    ],
  },
};

const repair: Scenario = {
  name: "repair-book-of-the-dolls",
  files: {
    "requirements.txt": "aiohttp\n",
    "book/__init__.py": "",
    "book/settings.py": `import os

BASE_PATH = os.environ.get("BASE_PATH", "/hospital")
PAGE = 50
`,
    "book/server.py": `from aiohttp import web

from book.settings import BASE_PATH

REPAIRS = {"12": {"id": "12", "doll": "Emmy", "done": False}}


async def repairs(request):
    return web.json_response(list(REPAIRS.values()))


async def repair(request):
    found = REPAIRS.get(request.match_info["id"])
    if found is None:
        raise web.HTTPNotFound
    return web.json_response(found)


def create_app():
    app = web.Application()
    app.router.add_get(f"{BASE_PATH}/repairs", repairs)
    app.router.add_get(f"{BASE_PATH}/repairs/{{id}}", repair)
    return app
`,
    "run.py": `import os

from aiohttp import web

from book.server import create_app

web.run_app(create_app(), host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "book.http": `@book = http://localhost:PORT_OF_api

### Emmy
# @name emmy
GET {{book}}/repairs/12
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "aiohttp" }],
  ask: ["book.http#emmy"],
  facts: ["GET /repairs/12 404", "GET /hospital/repairs/12 200"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "book/settings.py", text: "BASE_PATH = os.environ" },
      { file: "book/server.py", text: "/repairs/{{id}}" },
    ],
    fixes: [{ url: "/hospital/repairs/12" }],
  },
};

/** At the hospital for dolls. */
export const dollHospital: readonly Scenario[] = [wards, visiting, repair];
