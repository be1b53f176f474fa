import type { Scenario } from "../../scenario.ts";

const kilns: Scenario = {
  name: "temperature-of-a-tunnel-kiln",
  files: {
    ".env.example": "URL_PREFIX=ops/\n",
    "manage.py": `import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "works.settings")

if __name__ == "__main__":
    if len(sys.argv) == 1:
        sys.argv += ["runserver", "--noreload", os.environ.get("PORT", "8000")]
    execute_from_command_line(sys.argv)
`,
    "works/__init__.py": "",
    "works/settings.py": `import os

SECRET_KEY = "local-only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "works.urls"
INSTALLED_APPS = ["kilns"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
URL_PREFIX = os.environ.get("URL_PREFIX", "ops/")
`,
    "works/urls.py": `from django.conf import settings
from django.urls import include, path

urlpatterns = [
    path(settings.URL_PREFIX, include("kilns.urls")),
]
`,
    "kilns/__init__.py": "",
    "kilns/urls.py": `from django.urls import path

from . import views

urlpatterns = [
    path("kilns/<int:kiln>/temperature/", views.temperature),
    path("kilns/", views.kilns),
]
`,
    "kilns/views.py": `from django.http import Http404, JsonResponse

KILNS = {1: 1015, 2: 988}


def kilns(request):
    return JsonResponse({"kilns": list(KILNS)})


def temperature(request, kiln):
    if kiln not in KILNS:
        raise Http404
    return JsonResponse({"kiln": kiln, "celsius": KILNS[kiln]})
`,
    "kilns.http": `@works = http://localhost:PORT_OF_api

### temperature
# @name temperature
GET {{works}}/kilns/2/temperature/
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "django" }],
  ask: ["kilns.http#temperature"],
  facts: ["GET /kilns/2/temperature/ 404", "GET /ops/kilns/2/temperature/ 200"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "works/settings.py", text: "URL_PREFIX = os.environ" },
      { file: "works/urls.py", text: "path(settings.URL_PREFIX" },
      { file: "kilns/urls.py", text: 'path("kilns/<int:kiln>/temperature/"' },
    ],
    fixes: [{ url: "/ops/kilns/2/temperature/" }],
  },
};

const pallets: Scenario = {
  name: "pallets-of-bricks",
  files: {
    "requirements.txt": "starlette\nuvicorn\n",
    "yard/__init__.py": "",
    "yard/pallets.py": `from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse
from starlette.routing import Route

PALLETS = {"P40": 480, "P41": 512}


async def pallet(request):
    code = request.path_params["code"]
    if code not in PALLETS:
        raise HTTPException(404, detail="no such pallet")
    return JSONResponse({"code": code, "bricks": PALLETS[code]})


async def pallets(request):
    return JSONResponse(sorted(PALLETS))


app = Starlette(routes=[Route("/pallets", pallets), Route("/pallets/{code}", pallet)])
`,
    "yard/site.py": `from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route

from yard.pallets import app as pallets


async def ping(request):
    return PlainTextResponse("pong")


site = Starlette(routes=[Route("/ping", ping), Mount("/yard", app=pallets)])
`,
    "main.py": `import os

import uvicorn

uvicorn.run("yard.site:site", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "scanner/scan.js": `const origin = process.env.YARD ?? "http://localhost:PORT_OF_api";

export async function scan(code) {
  const answer = await fetch(new URL(\`/pallets/\${code}\`, origin));
  return answer.json();
}
`,
    "yard.http": `# what the scanner sends
# @name scan
curl http://localhost:PORT_OF_api/pallets/P41 -H "Accept: application/json"
`,
  },
  servers: [{ name: "api", entry: "main.py", needs: "starlette" }],
  ask: ["yard.http#scan"],
  facts: ["GET /pallets/P41 404", "GET /yard/pallets/P41 200", "GET /ping 200"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "yard/site.py", text: 'Mount("/yard", app=pallets)' },
      { file: "yard/pallets.py", text: 'Route("/pallets/{code}", pallet)' },
    ],
    fixes: [{ url: "/yard/pallets/P41" }],
  },
};

const shiftsBefore = `from fastapi import APIRouter

router = APIRouter(prefix="/shifts", tags=["shifts"])

SHIFTS = {"early": "06-14", "late": "14-22"}


@router.get("")
def shifts():
    return SHIFTS
`;

const shiftsMain = `from fastapi import FastAPI

from crew.shifts import router

app = FastAPI(title="Crew", version="0.4.0")
app.include_router(router)
`;

const shiftsRun = `import os

import uvicorn

uvicorn.run("crew.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`;

const shift: Scenario = {
  name: "night-shift-of-the-brickworks",
  files: {
    Dockerfile:
      "FROM python:3.12-slim\nWORKDIR /srv\nCOPY . .\nRUN pip install -r requirements.txt\nCMD python run.py\n",
    "requirements.txt": "fastapi\nuvicorn\n",
    "crew/__init__.py": "",
    "crew/main.py": shiftsMain.replace("0.4.0", "0.5.0"),
    "crew/shifts.py": `${shiftsBefore}

@router.get("/swaps")
def swaps():
    return [{"from": "Ali", "to": "Rosa", "shift": "late"}]
`,
    "run.py": shiftsRun,
    "crew.http": `@crew = http://localhost:PORT_OF_api

### all
GET {{crew}}/shifts

### who swaps
# @name swaps
GET {{crew}}/shifts/swaps
`,
  },
  deployed: { "crew/__init__.py": "", "crew/main.py": shiftsMain, "crew/shifts.py": shiftsBefore, "run.py": shiftsRun },
  servers: [{ name: "api", entry: "deployed:run.py", needs: "fastapi" }],
  ask: ["crew.http#swaps"],
  facts: ["GET /shifts 200", "GET /shifts/swaps 404", "GET /openapi.json 200"],
  truth: {
    outcome: "not-found",
    kinds: ["not-deployed"],
    links: [{ file: "crew/shifts.py", text: '@router.get("/swaps")' }],
  },
};

/** In the brickworks. */
export const brickworks: readonly Scenario[] = [kilns, pallets, shift];
