import type { Scenario } from "../../scenario.ts";

const manage = `import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "garden.settings")

if __name__ == "__main__":
    if len(sys.argv) == 1:
        sys.argv += ["runserver", "--noreload", os.environ.get("PORT", "8000")]
    execute_from_command_line(sys.argv)
`;

const trees: Scenario = {
  name: "tree-of-an-arboretum",
  files: {
    "manage.py": manage,
    "garden/__init__.py": "",
    "garden/settings.py": `SECRET_KEY = "local-only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "garden.urls"
INSTALLED_APPS = ["trees"]
MIDDLEWARE = ["garden.sites.SiteMiddleware", "django.middleware.common.CommonMiddleware"]
`,
    "garden/sites.py": `SITES = {"kew": "Kew", "westonbirt": "Westonbirt"}


class SiteMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        hostname = request.get_host().split(":")[0]
        request.site_slug = hostname.partition(".")[0]
        return self.get_response(request)
`,
    "garden/urls.py": `from django.urls import path

from trees import views

urlpatterns = [
    path("trees/", views.trees),
    path("trees/<int:number>/", views.tree),
]
`,
    "trees/__init__.py": "",
    "trees/inventory.py": `TREES = {
    ("kew", 11): "Ginkgo biloba",
    ("kew", 12): "Sophora japonica",
    ("westonbirt", 40): "Acer palmatum",
}
`,
    "trees/views.py": `from django.http import Http404, JsonResponse

from trees.inventory import TREES


def trees(request):
    found = {number: name for (site, number), name in TREES.items() if site == request.site_slug}
    return JsonResponse({"trees": found})


def tree(request, number):
    name = TREES.get((request.site_slug, number))
    if name is None:
        raise Http404("No such tree")
    return JsonResponse({"number": number, "name": name})
`,
    "trees.http": `### at Kew
GET http://localhost:PORT_OF_web/trees/11/
Host: kew.arboretum.test

### the maple
# @name maple
GET http://localhost:PORT_OF_web/trees/40/
Host: kew.arboretum.test

### a list
GET http://localhost:PORT_OF_web/trees/
Host: westonbirt.arboretum.test
`,
  },
  servers: [{ name: "web", entry: "manage.py", needs: "django" }],
  ask: ["trees.http#maple"],
  facts: [
    "GET /trees/11/ 200 | Host: kew.arboretum.test",
    "GET /trees/40/ 404 | Host: kew.arboretum.test",
    "GET /trees/40/ 200 | Host: westonbirt.arboretum.test",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-tenant"],
    links: [
      { file: "garden/sites.py", text: "hostname = request.get_host()" },
      { file: "garden/sites.py", text: "request.site_slug = " },
      { file: "trees/inventory.py", text: '("westonbirt", 40)' },
      { file: "trees/views.py", text: "TREES.get((request.site_slug" },
    ],
  },
};

const profiler: Scenario = {
  name: "profiler-of-the-arboretum",
  files: {
    "manage.py": manage,
    "garden/__init__.py": "",
    "garden/settings.py": `import os

SECRET_KEY = "local-only"
DEBUG = os.environ.get("DEBUG", "0") == "1"
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "garden.urls"
INSTALLED_APPS = ["visits"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
`,
    "garden/urls.py": `from django.conf import settings
from django.urls import include, path

urlpatterns = [
    path("visits/", include("visits.urls")),
]

if settings.DEBUG:
    urlpatterns += [path("__profile__/", include("visits.profile"))]
`,
    "visits/__init__.py": "",
    "visits/urls.py": `from django.urls import path

from visits.views import visits

urlpatterns = [path("", visits)]
`,
    "visits/profile.py": `from django.urls import path

from visits.views import queries

urlpatterns = [path("queries/", queries)]
`,
    "visits/views.py": `from django.http import JsonResponse


def visits(request):
    return JsonResponse({"today": 412})


def queries(request):
    return JsonResponse({"count": 3, "slowest_ms": 14})
`,
    "visits.http": `@web = http://localhost:PORT_OF_web

### visits
GET {{web}}/visits/

### what is slow
# @name queries
GET {{web}}/__profile__/queries/
`,
  },
  servers: [
    { name: "web", entry: "manage.py", needs: "django" },
    { name: "bench", entry: "manage.py", needs: "django", env: { DEBUG: "1" } },
  ],
  ask: ["visits.http#queries"],
  facts: ["web:GET /visits/ 200", "web:GET /__profile__/queries/ 404", "bench:GET /__profile__/queries/ 200"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "garden/urls.py", text: "if settings.DEBUG:" },
      { file: "garden/urls.py", text: 'urlpatterns += [path("__profile__/"' },
      { file: "garden/settings.py", text: "DEBUG = os.environ.get" },
      { file: "visits/profile.py", text: 'path("queries/", queries)' },
    ],
  },
};

const seeds: Scenario = {
  name: "seed-of-a-rare-tree",
  files: {
    "requirements.txt": "flask\n",
    "seeds.py": `import os

from flask import Flask, abort, jsonify

app = Flask(__name__)

SEEDS = [
    {"id": 70, "tree": "Wollemia", "grams": 4},
    {"id": 71, "tree": "Araucaria", "grams": 120},
]


@app.get("/seeds")
def seeds():
    return jsonify(SEEDS)


@app.get("/seeds/<int:seed_id>")
def seed(seed_id):
    found = next((entry for entry in SEEDS if entry["id"] == seed_id), None)
    if found is None:
        abort(404)
    return jsonify(found)


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "seeds.http": `@seeds = http://localhost:PORT_OF_api/seeds

###
GET {{seeds}}/70

###
# @name rare
GET {{seeds}}/75
`,
  },
  servers: [{ name: "api", entry: "seeds.py", needs: "flask" }],
  ask: ["seeds.http#rare"],
  facts: ["GET /seeds/70 200", "GET /seeds/75 404", "GET /seeds 200"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "seeds.py", text: '@app.get("/seeds/<int:seed_id>")' }],
  },
};

/** Among trees. */
export const arboretum: readonly Scenario[] = [trees, profiler, seeds];
