import type { Scenario } from "../../scenario.ts";

const reader: Scenario = {
  name: "the-reader-herself",
  files: {
    "requirements.txt": "aiohttp==3.8.4\n",
    "desk/__init__.py": "",
    "desk/store.py": `READERS = {
    "r-1001": {"id": "r-1001", "name": "Amal", "loans": 3},
    "r-1002": {"id": "r-1002", "name": "Bea", "loans": 0},
}
SESSIONS = {"tok-amal": "r-1001"}
`,
    "desk/handlers.py": `from aiohttp import web

from desk.store import READERS, SESSIONS


async def list_readers(request):
    return web.json_response(list(READERS.values()))


async def get_reader(request):
    reader_id = request.match_info["reader_id"]
    if reader_id not in READERS:
        return web.json_response({"message": f"no reader {reader_id}"}, status=404)
    return web.json_response(READERS[reader_id])


async def get_own(request):
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    reader_id = SESSIONS.get(token)
    if reader_id is None:
        return web.json_response({"message": "sign in first"}, status=401)
    return web.json_response(READERS[reader_id])


async def get_loans(request):
    return web.json_response({"reader": request.match_info["reader_id"], "loans": []})
`,
    "desk/routes.py": `from aiohttp import web

from desk import handlers


def setup_routes(app):
    app.add_routes(
        [
            web.get("/readers", handlers.list_readers),
            web.get("/readers/{reader_id}", handlers.get_reader),
            web.get("/readers/{reader_id}/loans", handlers.get_loans),
            web.get("/readers/me", handlers.get_own),
        ]
    )
`,
    "main.py": `import os

from aiohttp import web

from desk.routes import setup_routes


def create_app():
    app = web.Application()
    setup_routes(app)
    return app


if __name__ == "__main__":
    web.run_app(create_app(), host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "desk.http": `@host = http://localhost:PORT_OF_api
@token = tok-amal

### a reader
GET {{host}}/readers/r-1002

### who am I
# @name own
GET {{host}}/readers/me
Authorization: Bearer {{token}}
`,
  },
  servers: [{ name: "api", entry: "main.py", needs: "aiohttp" }],
  ask: ["desk.http#own"],
  facts: ["GET /readers/r-1002 200", "GET /readers/me 404 | Authorization: Bearer tok-amal"],
  truth: {
    outcome: "not-found",
    kinds: ["shadowed"],
    links: [
      { file: "desk/routes.py", text: 'web.get("/readers/{reader_id}", handlers' },
      { file: "desk/routes.py", text: 'web.get("/readers/me"' },
    ],
  },
  credentials: [{ value: "tok-amal", servers: ["api"] }],
};

const runDjango = `import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "office.settings")

if __name__ == "__main__":
    if len(sys.argv) == 1:
        sys.argv += ["runserver", "--noreload", os.environ.get("PORT", "8000")]
    execute_from_command_line(sys.argv)
`;

const damage: Scenario = {
  name: "damage-by-its-reference",
  files: {
    "manage.py": runDjango,
    "office/__init__.py": "",
    "office/settings.py": `import os

SECRET_KEY = os.environ.get("SECRET_KEY", "local-only")
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "office.urls"
INSTALLED_APPS = ["damages"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
`,
    "office/urls.py": `from django.urls import include, path

urlpatterns = [path("damages/", include("damages.urls"))]
`,
    "damages/__init__.py": "",
    "damages/urls.py": `from django.urls import path

from . import views

app_name = "damages"

urlpatterns = [
    path("", views.DamageList.as_view(), name="list"),
    path("<uuid:reference>/", views.DamageDetail.as_view(), name="detail"),
]
`,
    "damages/records.py": `from uuid import UUID

DAMAGES = {
    UUID("6f1c2f0e-58d3-4b57-9c55-0a1f0f6e2c11"): {"what": "windscreen", "paid": 310},
    UUID("b02d7a34-91aa-4e0c-8a3b-7be6f7a0d942"): {"what": "cellar flooded", "paid": 4800},
}
`,
    "damages/views.py": `from django.http import Http404, JsonResponse
from django.views import View

from .records import DAMAGES


class DamageList(View):
    def get(self, request):
        return JsonResponse({"damages": [{"reference": key, **value} for key, value in DAMAGES.items()]})


class DamageDetail(View):
    def get(self, request, reference):
        if reference not in DAMAGES:
            raise Http404
        return JsonResponse({"reference": reference, **DAMAGES[reference]})
`,
    "export/letters.csv": `reference,letter
6f1c2f0e58d34b579c550a1f0f6e2c11,2026-03-02
b02d7a3491aa4e0c8a3b7be6f7a0d942,2026-03-05
`,
    "damages.http": `@base = http://localhost:PORT_OF_api/damages

### windscreen
GET {{base}}/6f1c2f0e-58d3-4b57-9c55-0a1f0f6e2c11/

### the one from the letter
# @name letter
GET {{base}}/b02d7a3491aa4e0c8a3b7be6f7a0d942/
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "django" }],
  ask: ["damages.http#letter"],
  facts: [
    "GET /damages/6f1c2f0e-58d3-4b57-9c55-0a1f0f6e2c11/ 200",
    "GET /damages/b02d7a3491aa4e0c8a3b7be6f7a0d942/ 404",
    "GET /damages/b02d7a34-91aa-4e0c-8a3b-7be6f7a0d942/ 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["id-format"],
    links: [{ file: "damages/urls.py", text: 'path("<uuid:reference>/"' }],
    fixes: [{ url: "/damages/b02d7a34-91aa-4e0c-8a3b-7be6f7a0d942/" }],
  },
};

const refunds: Scenario = {
  name: "refunds-of-a-policy",
  files: {
    "manage.py": runDjango,
    "office/__init__.py": "",
    "office/settings.py": `SECRET_KEY = "local-only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "office.urls"
INSTALLED_APPS = ["policies", "refunds"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
`,
    "office/urls.py": `from django.urls import include, path

urlpatterns = [
    path("api/policies/", include("policies.urls")),
]
`,
    "policies/__init__.py": "",
    "policies/urls.py": `from django.urls import path

from policies import views

urlpatterns = [path("", views.policies), path("<int:number>/", views.policy)]
`,
    "policies/views.py": `from django.http import Http404, JsonResponse

POLICIES = {501: "household", 502: "car"}


def policies(request):
    return JsonResponse({"policies": POLICIES})


def policy(request, number):
    if number not in POLICIES:
        raise Http404
    return JsonResponse({"number": number, "kind": POLICIES[number]})
`,
    "refunds/__init__.py": "",
    "refunds/urls.py": `from django.urls import path

from refunds import views

urlpatterns = [
    path("api/refunds/", views.refunds, name="refunds"),
    path("api/refunds/<int:policy>/", views.refunds_of, name="refunds-of"),
]
`,
    "refunds/views.py": `from django.http import JsonResponse

REFUNDS = [{"policy": 501, "amount": 120.0}]


def refunds(request):
    return JsonResponse({"refunds": REFUNDS})


def refunds_of(request, policy):
    return JsonResponse({"refunds": [refund for refund in REFUNDS if refund["policy"] == policy]})
`,
    "office.http": `@office = http://localhost:PORT_OF_api

###
GET {{office}}/api/policies/501/

### refunds of the policy
# @name refunds
GET {{office}}/api/refunds/501/
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "django" }],
  ask: ["office.http#refunds"],
  facts: ["GET /api/policies/501/ 200", "GET /api/refunds/501/ 404", "GET /api/refunds/ 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [
      { file: "refunds/urls.py", text: 'path("api/refunds/<int:policy>/"' },
      { file: "office/urls.py", text: "urlpatterns = [" },
    ],
    fixes: [{ kind: "register-route" }],
  },
};

/** At the lending desk and the insurer's. */
export const lendingDesk: readonly Scenario[] = [reader, damage, refunds];
