import type { Scenario } from "../../scenario.ts";

const plantApp = (rows: string) => `import os

from flask import Flask, abort

app = Flask("plant")
COILS = ${rows}


@app.get("/coils")
def coils():
    return {"coils": sorted(COILS)}


@app.get("/coils/<coil>")
def coil(coil):
    return COILS.get(coil) or abort(404, "coil is not in this plant")


app.run(port=int(os.environ.get("PORT", "5000")))
`;

const coil: Scenario = {
  name: "coil-rolled-in-the-other-plant",
  files: {
    ".env": "PLANT_LINZ=http://localhost:PORT_OF_linz\nPLANT_DONAWITZ=http://localhost:PORT_OF_donawitz\n",
    "README.md": "# Coils\n\nEach plant keeps its own coils. Addresses are in `.env`.\n",
    "label.py": `import os
import sys

import requests
from dotenv import load_dotenv

load_dotenv()
plant, coil = sys.argv[1:]
print(requests.get(f"{os.environ['PLANT_' + plant.upper()]}/coils/{coil}", timeout=5).json()["grade"])
`,
    "coils.http": `@plant = {{$dotenv PLANT_LINZ}}

### ours
GET {{plant}}/coils/L-20411

### on the truck
# @name truck
GET {{plant}}/coils/D-00973
`,
  },
  deployed: {
    "linz.py": plantApp('{"L-20411": {"grade": "DC04"}}'),
    "donawitz.py": plantApp('{"D-00973": {"grade": "R260"}}'),
  },
  servers: [
    { name: "linz", entry: "deployed:linz.py", needs: "flask" },
    { name: "donawitz", entry: "deployed:donawitz.py", needs: "flask" },
  ],
  ask: ["coils.http#truck"],
  facts: [
    "linz:GET /coils/D-00973 404",
    "donawitz:GET /coils/D-00973 200",
    "linz:GET /coils/L-20411 200",
    "donawitz:GET /coils/none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-region", "wrong-environment"],
    links: [
      { file: ".env", text: "PLANT_DONAWITZ" },
      { file: ".env", text: "PLANT_LINZ" },
      { file: "coils.http", text: "@plant =" },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_donawitz/coils/D-00973" }],
  },
};

const leaf: Scenario = {
  name: "leaf-added-to-the-herbarium",
  files: {
    "manage.py": `import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "herbarium.settings")
execute_from_command_line(["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
    "herbarium/__init__.py": "",
    "herbarium/settings.py": `SECRET_KEY = "dev"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "herbarium.urls"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "TIMEOUT": 86400}}
`,
    "herbarium/leaves.py": `LEAVES = {"ginkgo": {"lobes": 2}}
MISSING = "missing"


def load(name):
    return LEAVES.get(name, MISSING)


def add(name):
    LEAVES[name] = {"lobes": 5}
`,
    "herbarium/views.py": `from django.core.cache import cache
from django.http import Http404, HttpResponse, JsonResponse

from herbarium import leaves


def index(request):
    return JsonResponse({"leaves": sorted(leaves.LEAVES)})


def leaf(request, name):
    found = cache.get_or_set(f"leaf:{name}", lambda: leaves.load(name))
    if found == leaves.MISSING:
        raise Http404
    return JsonResponse(found)


def press(request, name):
    leaves.add(name)
    return HttpResponse(status=201)
`,
    "herbarium/urls.py": `from django.urls import path

from herbarium import views

urlpatterns = [
    path("leaves/", views.index),
    path("leaves/<slug:name>/", views.leaf),
    path("leaves/<slug:name>/press", views.press),
]
`,
    "leaves.http": `@herbarium = http://localhost:PORT_OF_herbarium

### all, the maple too
GET {{herbarium}}/leaves/

### the maple
# @name maple
GET {{herbarium}}/leaves/maple/
`,
  },
  servers: [{ name: "herbarium", entry: "manage.py", needs: "django" }],
  before: ["GET /leaves/maple/ 404", "POST /leaves/maple/press 201"],
  ask: ["leaves.http#maple"],
  facts: ["GET /leaves/ 200", "GET /leaves/maple/ 404", "GET /leaves/ginkgo/ 200", "GET /leaves/none/ 404"],
  truth: {
    outcome: "not-found",
    kinds: ["framework-cache"],
    links: [
      { file: "herbarium/views.py", text: "cache.get_or_set(" },
      { file: "herbarium/views.py", text: "def leaf(request, name)" },
      { file: "herbarium/settings.py", text: "CACHES = " },
      { file: "herbarium/urls.py", text: "views.leaf)" },
    ],
  },
};

/** Coils of two plants, leaves kept in a cache. */
export const rollingMills: readonly Scenario[] = [coil, leaf];
