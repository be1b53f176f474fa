import type { Scenario } from "../../scenario.ts";

const weekly: Scenario = {
  name: "weekly-report-of-the-kennels",
  files: {
    "requirements.txt": "flask\n",
    "kennels/__init__.py": `from flask import Flask

from kennels.dispatch import connect
from kennels.routes import ROUTES


def create_app():
    app = Flask(__name__)
    connect(app, ROUTES)
    return app
`,
    "kennels/dispatch.py": `import importlib

from flask import abort


def action(name):
    module_name, _, function_name = name.partition("#")
    module = importlib.import_module(f"kennels.controllers.{module_name}")

    def run(**params):
        function = getattr(module, function_name, None)
        if function is None:
            abort(404)
        return function(**params)

    return run


def connect(app, routes):
    for method, rule, name in routes:
        app.add_url_rule(rule, endpoint=name, view_func=action(name), methods=[method])
`,
    "kennels/routes.py": `ROUTES = [
    ("GET", "/dogs", "dogs#index"),
    ("GET", "/dogs/<int:number>", "dogs#show"),
    ("GET", "/reports/daily", "reports#daily"),
    ("GET", "/reports/weekly", "reports#weekly"),
]
`,
    "kennels/controllers/__init__.py": "",
    "kennels/controllers/dogs.py": `from flask import abort

DOGS = {1: "Rex", 2: "Luna"}


def index():
    return {"dogs": DOGS}


def show(number):
    if number not in DOGS:
        abort(404)
    return {"number": number, "name": DOGS[number]}
`,
    "kennels/controllers/reports.py": `def daily():
    return {"walks": 14, "meals": 22}


def monthly():
    return {"walks": 402, "meals": 640}
`,
    "main.py": `import os

from kennels import create_app

create_app().run(port=int(os.environ.get("PORT", "5000")))
`,
    "kennels.http": `@k = http://localhost:PORT_OF_api

###
GET {{k}}/reports/daily

###
# @name weekly
GET {{k}}/reports/weekly
`,
  },
  servers: [{ name: "api", entry: "main.py", needs: "flask" }],
  ask: ["kennels.http#weekly"],
  facts: ["GET /reports/daily 200", "GET /reports/weekly 404", "GET /dogs/1 200"],
  truth: {
    outcome: "not-found",
    kinds: ["missing-handler"],
    links: [
      { file: "kennels/routes.py", text: '"reports#weekly"' },
      { file: "kennels/dispatch.py", text: "abort(404)" },
    ],
  },
};

const walks: Scenario = {
  name: "walks-of-today",
  files: {
    "backend/requirements.txt": "fastapi\nuvicorn\n",
    "backend/main.py": `from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from api import dogs, walks

app = FastAPI(title="Kennels")

app.mount("/", StaticFiles(directory=Path(__file__).parent.parent / "frontend" / "build", html=True), name="frontend")

app.include_router(dogs.router, prefix="/api")
app.include_router(walks.router, prefix="/api")
`,
    "backend/api/__init__.py": "",
    "backend/api/dogs.py": `from fastapi import APIRouter

router = APIRouter(prefix="/dogs")


@router.get("/")
def dogs():
    return [{"name": "Rex"}, {"name": "Luna"}]
`,
    "backend/api/walks.py": `from fastapi import APIRouter

router = APIRouter(prefix="/walks")


@router.get("/today")
def today():
    return [{"dog": "Rex", "at": "07:30"}, {"dog": "Luna", "at": "08:15"}]
`,
    "backend/run.py": `import os

import uvicorn

uvicorn.run("main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "frontend/build/index.html": '<!doctype html><title>Kennels</title><script src="/app.js"></script>\n',
    "frontend/build/app.js": 'fetch("/api/walks/today").then((answer) => answer.json()).then(console.log);\n',
    "requests.http": `### page
GET http://localhost:PORT_OF_api/

### walks of today
# @name today
GET http://localhost:PORT_OF_api/api/walks/today
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "backend/run.py", needs: "fastapi" }],
  ask: ["requests.http#today"],
  facts: ["GET / 200", "GET /api/walks/today 404", "GET /app.js 200"],
  truth: {
    outcome: "not-found",
    kinds: ["after-catch-all", "shadowed"],
    links: [
      { file: "backend/main.py", text: 'app.mount("/", StaticFiles' },
      { file: "backend/main.py", text: "app.include_router(walks.router" },
      { file: "backend/api/walks.py", text: '@router.get("/today")' },
    ],
  },
};

const vets: Scenario = {
  name: "vet-on-call",
  files: {
    "requirements.txt": "fastapi\nuvicorn\npydantic\n",
    "app/__init__.py": "",
    "app/core.py": `from pydantic import BaseSettings


class Settings(BaseSettings):
    project_name: str = "Kennels"
    api_prefix: str = "/rest"


settings = Settings()
`,
    "app/main.py": `from fastapi import FastAPI

from app.core import settings
from app.routes import api_router

app = FastAPI(title=settings.project_name, openapi_url=f"{settings.api_prefix}/openapi.json")
app.include_router(api_router, prefix=settings.api_prefix)
`,
    "app/routes/__init__.py": `from fastapi import APIRouter

from app.routes import boxes, vets

api_router = APIRouter()
api_router.include_router(boxes.router, prefix="/boxes", tags=["boxes"])
api_router.include_router(vets.router, prefix="/vets", tags=["vets"])
`,
    "app/routes/boxes.py": `from fastapi import APIRouter

router = APIRouter()


@router.get("/")
def boxes():
    return [{"box": 1, "dog": "Rex"}]
`,
    "app/routes/vets.py": `from fastapi import APIRouter

router = APIRouter()


@router.get("/on-call")
def on_call():
    return {"name": "Dr. Oduya", "phone": "555-0199"}
`,
    "run.py": `import os

import uvicorn

uvicorn.run("app.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "client/vets.ts": `const base = "http://localhost:PORT_OF_api";

export async function vetOnCall(): Promise<{ name: string; phone: string }> {
  const response = await fetch(\`\${base}/vets/on-call\`);
  return response.json();
}
`,
    "vets.http": `### who can come tonight
# @name vet
GET http://localhost:PORT_OF_api/vets/on-call
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["vets.http#vet"],
  facts: ["GET /vets/on-call 404", "GET /rest/vets/on-call 200"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "app/core.py", text: 'api_prefix: str = "/rest"' },
      { file: "app/main.py", text: "app.include_router(api_router" },
      { file: "app/routes/vets.py", text: '@router.get("/on-call")' },
    ],
    fixes: [{ url: "/rest/vets/on-call" }],
  },
};

/** At the kennels. */
export const kennels: readonly Scenario[] = [weekly, walks, vets];
