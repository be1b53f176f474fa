import type { Scenario } from "../../scenario.ts";

const customer: Scenario = {
  name: "customer-of-the-laundry",
  files: {
    "requirements.txt": "aiohttp\n",
    "laundry/__init__.py": "",
    "laundry/customers.py": `from aiohttp import web

CUSTOMERS = {
    "C-17": {"id": "C-17", "name": "Hotel Anker"},
    "C-88": {"id": "C-88", "name": "Hotel Anker GmbH"},
}
MERGED = {"C-17": "C-88"}

routes = web.RouteTableDef()


@routes.get("/customers/{id}")
async def customer(request):
    number = request.match_info["id"]
    if number in MERGED:
        body = {"error": "customer_merged", "merged_into": MERGED[number]}
        return web.json_response(body, status=404)
    if number not in CUSTOMERS:
        return web.json_response({"error": "customer_unknown"}, status=404)
    return web.json_response(CUSTOMERS[number])
`,
    "serve.py": `import os

from aiohttp import web

from laundry.customers import routes

app = web.Application()
app.add_routes(routes)
web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "export/invoices.csv": "invoice,customer,amount\n2026-041,C-17,310.00\n2026-042,C-88,95.50\n",
    "laundry.http": `### customer of invoice 2026-041
# @name customer
GET http://localhost:PORT_OF_api/customers/C-17
`,
  },
  servers: [{ name: "api", entry: "serve.py", needs: "aiohttp" }],
  ask: ["laundry.http#customer"],
  facts: ["GET /customers/C-17 404", "GET /customers/C-88 200", "GET /customers/C-1 404"],
  truth: {
    outcome: "not-found",
    kinds: ["merged"],
    links: [
      { file: "laundry/customers.py", text: 'MERGED = {"C-17"' },
      { file: "laundry/customers.py", text: '"merged_into": MERGED[number]' },
      { file: "laundry/customers.py", text: '@routes.get("/customers/{id}")' },
    ],
    fixes: [{ url: "/customers/C-88" }],
  },
};

const load: Scenario = {
  name: "load-of-a-washing-plant",
  files: {
    "requirements.txt": "flask\n",
    "plants/__init__.py": "",
    "plants/data.json": `{
  "altona": { "loads": [{ "id": 611, "kg": 48 }, { "id": 612, "kg": 51 }] },
  "bergedorf": { "loads": [{ "id": 701, "kg": 33 }, { "id": 702, "kg": 60 }] }
}
`,
    "plants/views.py": `import json
from pathlib import Path

from flask import Blueprint, jsonify

plants = Blueprint("plants", __name__, url_prefix="/plants")
PLANTS = json.loads(Path(__file__).with_name("data.json").read_text())


def problem(message):
    return jsonify(message=message), 404


@plants.get("/")
def index():
    return jsonify(sorted(PLANTS))


@plants.get("/<plant>/loads")
def loads(plant):
    if plant not in PLANTS:
        return problem("plant not found")
    return jsonify(PLANTS[plant]["loads"])


@plants.get("/<plant>/loads/<int:load>")
def show(plant, load):
    if plant not in PLANTS:
        return problem("plant not found")
    for candidate in PLANTS[plant]["loads"]:
        if candidate["id"] == load:
            return jsonify(candidate)
    return problem("load not found")
`,
    "app.py": `import os

from flask import Flask

from plants.views import plants

app = Flask(__name__)
app.register_blueprint(plants)

if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "plants.http": `@base = http://localhost:PORT_OF_api/plants

### yesterday
GET {{base}}/altona/loads/611

### today
# @name today
GET {{base}}/altona/loads/702
`,
  },
  servers: [{ name: "api", entry: "app.py", needs: "flask" }],
  ask: ["plants.http#today"],
  facts: [
    "GET /plants/altona/loads/611 200",
    "GET /plants/altona/loads/702 404",
    "GET /plants/bergedorf/loads/702 200",
    "GET /plants/ 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-project"],
    links: [
      { file: "plants/data.json", text: '"bergedorf": {' },
      { file: "plants/views.py", text: '@plants.get("/<plant>/loads/<int:load>")' },
      { file: "plants.http", text: "/altona/loads/702" },
    ],
    fixes: [{ url: "/plants/bergedorf/loads/702" }],
  },
};

const machine: Scenario = {
  name: "machine-of-a-branch",
  files: {
    "manage.py": `import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wash.settings")

if __name__ == "__main__":
    if len(sys.argv) == 1:
        sys.argv += ["runserver", "--noreload", os.environ.get("PORT", "8000")]
    execute_from_command_line(sys.argv)
`,
    "wash/__init__.py": "",
    "wash/settings.py": `SECRET_KEY = "local-only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "wash.urls"
INSTALLED_APPS = ["machines"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware", "wash.middleware.TenantMiddleware"]
`,
    "wash/middleware.py": `class TenantMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.tenant = request.headers.get("X-Tenant-Id", "demo")
        return self.get_response(request)
`,
    "wash/urls.py": `from django.urls import include, path

urlpatterns = [path("api/machines/", include("machines.urls"))]
`,
    "machines/__init__.py": "",
    "machines/urls.py": `from django.urls import path

from machines.views import detail, index

urlpatterns = [path("", index), path("<int:pk>/", detail)]
`,
    "machines/views.py": `from django.http import JsonResponse

MACHINES = [
    {"id": 1, "tenant": "demo", "model": "W-100"},
    {"id": 41, "tenant": "sunrise", "model": "W-300"},
    {"id": 42, "tenant": "sunrise", "model": "D-300"},
]


def index(request):
    return JsonResponse({"machines": [machine for machine in MACHINES if machine["tenant"] == request.tenant]})


def detail(request, pk):
    for machine in MACHINES:
        if machine["id"] == pk and machine["tenant"] == request.tenant:
            return JsonResponse(machine)
    return JsonResponse({"detail": "Machine does not exist"}, status=404)
`,
    "machines.http": `@api = http://localhost:PORT_OF_api/api

### washer
GET {{api}}/machines/41/
X-Tenant-Id: sunrise

### dryer
# @name dryer
GET {{api}}/machines/42/
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "django" }],
  ask: ["machines.http#dryer"],
  facts: [
    "GET /api/machines/41/ 200 | X-Tenant-Id: sunrise",
    "GET /api/machines/42/ 404",
    "GET /api/machines/42/ 200 | X-Tenant-Id: sunrise",
    "GET /api/machines/1/ 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-tenant"],
    links: [
      { file: "wash/middleware.py", text: 'request.headers.get("X-Tenant-Id"' },
      { file: "machines/views.py", text: '"id": 42' },
      { file: "machines/views.py", text: 'if machine["id"] == pk and' },
      { file: "machines.http", text: "X-Tenant-Id: sunrise" },
    ],
  },
};

/** At the dry cleaner's. */
export const dryCleaners: readonly Scenario[] = [customer, load, machine];
