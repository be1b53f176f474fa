import type { Scenario } from "../../scenario.ts";

const passage: Scenario = {
  name: "passages-through-a-lock",
  files: {
    "requirements.txt": "fastapi\nuvicorn\npydantic[dotenv]\n",
    ".env": "DATABASE_URL=sqlite://\nFEATURE_EXPORTS=false\nFEATURE_ALERTS=true\n",
    "locks/__init__.py": "",
    "locks/config.py": `from pydantic import BaseSettings


class Settings(BaseSettings):
    database_url: str = "sqlite://"
    feature_exports: bool = False
    feature_alerts: bool = False

    class Config:
        env_file = ".env"


settings = Settings()
`,
    "locks/features.py": `from fastapi import HTTPException

from locks.config import settings


def require_feature(name: str):
    def check():
        if not getattr(settings, f"feature_{name}"):
            raise HTTPException(status_code=404)

    return check
`,
    "locks/exports.py": `from fastapi import APIRouter, Depends

from locks.features import require_feature

router = APIRouter(prefix="/exports", dependencies=[Depends(require_feature("exports"))])


@router.get("/passages")
def passages():
    return [{"boat": "Wilhelmina", "at": "09:40"}]
`,
    "locks/alerts.py": `from fastapi import APIRouter, Depends

from locks.features import require_feature

router = APIRouter(prefix="/alerts", dependencies=[Depends(require_feature("alerts"))])


@router.get("")
def alerts():
    return []
`,
    "locks/main.py": `from fastapi import FastAPI

from locks import alerts, exports

app = FastAPI(title="Locks")
app.include_router(alerts.router)
app.include_router(exports.router)
`,
    "run.py": `import os

import uvicorn

uvicorn.run("locks.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "locks.http": `@locks = http://localhost:PORT_OF_api

### alerts
GET {{locks}}/alerts

### for the spreadsheet
# @name passages
GET {{locks}}/exports/passages
`,
  },
  servers: [
    { name: "api", entry: "run.py", needs: "fastapi", env: { FEATURE_EXPORTS: "false", FEATURE_ALERTS: "true" } },
    { name: "other", entry: "run.py", needs: "fastapi", env: { FEATURE_EXPORTS: "true", FEATURE_ALERTS: "true" } },
  ],
  ask: ["locks.http#passages"],
  facts: ["api:GET /alerts 200", "api:GET /exports/passages 404", "other:GET /exports/passages 200"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: ".env", text: "FEATURE_EXPORTS=false" },
      { file: "locks/features.py", text: "raise HTTPException(status_code=404)" },
      { file: "locks/features.py", text: "if not getattr(settings" },
      { file: "locks/exports.py", text: 'Depends(require_feature("exports"))' },
      { file: "locks/config.py", text: "feature_exports: bool = False" },
    ],
  },
};

const manage = `import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "canal.settings")

if __name__ == "__main__":
    if len(sys.argv) == 1:
        sys.argv += ["runserver", "--noreload", os.environ.get("PORT", "8000")]
    execute_from_command_line(sys.argv)
`;

const tolls: Scenario = {
  name: "tolls-of-the-canal",
  files: {
    "manage.py": manage,
    "canal/__init__.py": "",
    "canal/settings.py": `SECRET_KEY = "local-only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "canal.urls"
INSTALLED_APPS = ["tolls"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware", "canal.staff.StaffMiddleware"]
`,
    "canal/staff.py": `STAFF = {"keeper-60c1": "joris"}


class StaffMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        request.staff = STAFF.get(token)
        return self.get_response(request)
`,
    "canal/decorators.py": `from functools import wraps

from django.http import Http404


def staff_only(view):
    @wraps(view)
    def wrapped(request, *args, **kwargs):
        if request.staff is None:
            raise Http404
        return view(request, *args, **kwargs)

    return wrapped
`,
    "canal/urls.py": `from django.urls import include, path

urlpatterns = [path("tolls/", include("tolls.urls"))]
`,
    "tolls/__init__.py": "",
    "tolls/urls.py": `from django.urls import path

from tolls import views

urlpatterns = [
    path("rates/", views.rates),
    path("takings/", views.takings),
]
`,
    "tolls/views.py": `from django.http import JsonResponse

from canal.decorators import staff_only


def rates(request):
    return JsonResponse({"barge": 22, "yacht": 9})


@staff_only
def takings(request):
    return JsonResponse({"today": 412})
`,
    "tolls.http": `@canal = http://localhost:PORT_OF_api

### rates
GET {{canal}}/tolls/rates/

### takings of today
# @name takings
GET {{canal}}/tolls/takings/
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "django" }],
  ask: ["tolls.http#takings"],
  facts: [
    "GET /tolls/rates/ 200",
    "GET /tolls/takings/ 404",
    "GET /tolls/takings/ 200 | Authorization: Bearer keeper-60c1",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-endpoint"],
    links: [
      { file: "canal/decorators.py", text: "raise Http404" },
      { file: "canal/decorators.py", text: "if request.staff is None" },
      { file: "tolls/views.py", text: "@staff_only" },
    ],
  },
};

const bridgesBefore = `from django.urls import path

from bridges import views

urlpatterns = [
    path("bridges/", views.bridges),
    path("bridges/<int:number>/", views.bridge),
]
`;

const bridgeViews = `from django.http import Http404, JsonResponse

BRIDGES = {1: "Mill bridge", 2: "Station bridge"}


def bridges(request):
    return JsonResponse({"bridges": BRIDGES})


def bridge(request, number):
    if number not in BRIDGES:
        raise Http404
    return JsonResponse({"number": number, "name": BRIDGES[number]})
`;

const bridgeProject = {
  "manage.py": manage,
  "canal/__init__.py": "",
  "canal/settings.py": `SECRET_KEY = "local-only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "canal.urls"
INSTALLED_APPS = ["bridges"]
`,
  "canal/urls.py": `from django.urls import include, path

urlpatterns = [path("api/", include("bridges.urls"))]
`,
  "bridges/__init__.py": "",
};

const closures: Scenario = {
  name: "closures-of-the-bridges",
  files: {
    ...bridgeProject,
    "bridges/urls.py": bridgesBefore.replace(
      '    path("bridges/", views.bridges),\n',
      '    path("bridges/", views.bridges),\n    path("closures/", views.closures),\n',
    ),
    "bridges/views.py": `${bridgeViews}

def closures(request):
    return JsonResponse({"closures": [{"bridge": 2, "from": "22:00"}]})
`,
    "bridges.http": `@canal = http://localhost:PORT_OF_api/api

### all
GET {{canal}}/bridges/

### closures
# @name closures
GET {{canal}}/closures/
`,
  },
  deployed: { ...bridgeProject, "bridges/urls.py": bridgesBefore, "bridges/views.py": bridgeViews },
  servers: [{ name: "api", entry: "deployed:manage.py", needs: "django" }],
  ask: ["bridges.http#closures"],
  facts: ["GET /api/bridges/ 200", "GET /api/bridges/2/ 200", "GET /api/closures/ 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-deployed"],
    links: [
      { file: "bridges/urls.py", text: 'path("closures/"' },
      { file: "bridges/views.py", text: "def closures(request)" },
    ],
  },
};

/** Along the canal. */
export const lockKeepers: readonly Scenario[] = [passage, tolls, closures];
