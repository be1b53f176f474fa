import type { Scenario } from "../../scenario.ts";

const permitFiles = {
  "requirements.txt": "flask\n",
  "app.py": `import os

from flask import Flask

from town.residents import residents
from town.vehicles import vehicles

app = Flask(__name__)
app.register_blueprint(vehicles, url_prefix="/vehicles")
app.register_blueprint(residents, url_prefix="/residents")

if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
  "town/__init__.py": "",
  "town/register.py": `PERMITS = {"HH-KL-204": ["zone B", "zone C"], "HH-AB-7": ["zone A"]}
MODELS = {"HH-KL-204": "estate car", "HH-AB-7": "motorcycle"}
`,
  "permits.http": `@town = http://localhost:PORT_OF_api

### the car
GET {{town}}/vehicles/HH-KL-204

### zones it may park in
# @name zones
GET {{town}}/vehicles/HH-KL-204/permits?on=2026-11-22
`,
};
const vehicleRoutes = `from flask import Blueprint, abort, jsonify

from town.register import MODELS, PERMITS

vehicles = Blueprint("vehicles", __name__)


@vehicles.get("/<plate>")
def vehicle(plate):
    if plate not in MODELS:
        abort(404)
    return jsonify(plate=plate, model=MODELS[plate])
`;
const permitRoute = `

@BLUEPRINT.get("RULE")
def permits_of_vehicle(plate):
    if plate not in PERMITS:
        abort(404)
    return jsonify(PERMITS[plate])
`;
const residentRoutes = `from flask import Blueprint, abort, jsonify

from town.register import PERMITS

residents = Blueprint("residents", __name__)
`;

const permits: Scenario = {
  name: "permits-of-a-car",
  files: {
    ...permitFiles,
    "town/vehicles.py": vehicleRoutes.replace("MODELS, PERMITS", "MODELS"),
    "town/residents.py":
      residentRoutes + permitRoute.replace("BLUEPRINT", "residents").replace("RULE", "/parking/<plate>"),
  },
  history: [
    {
      message: "Vehicles, residents and their permits",
      files: {
        ...permitFiles,
        "town/vehicles.py":
          vehicleRoutes + permitRoute.replace("BLUEPRINT", "vehicles").replace("RULE", "/<plate>/permits"),
        "town/residents.py": residentRoutes,
      },
    },
  ],
  servers: [{ name: "api", entry: "app.py", needs: "flask" }],
  ask: ["permits.http#zones"],
  facts: [
    "GET /vehicles/HH-KL-204 200",
    "GET /vehicles/HH-KL-204/permits?on=2026-11-22 404",
    "GET /residents/parking/HH-KL-204?on=2026-11-22 200",
    "GET /residents/parking/HH-XX-1 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["path-moved"],
    links: [{ file: "town/residents.py", text: '@residents.get("/parking/<plate>")' }],
    fixes: [{ url: "/residents/parking/HH-KL-204?on=2026-11-22" }],
  },
};

const walks: Scenario = {
  name: "guided-walks",
  files: {
    "manage.py": `import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "walks.settings")
execute_from_command_line(sys.argv[1:] and sys.argv or ["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
    "walks/__init__.py": "",
    "walks/settings.py": `SECRET_KEY = "only-for-development"
DEBUG = False
ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
ROOT_URLCONF = "walks.urls"
APPEND_SLASH = False
INSTALLED_APPS = ["walks"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
]
`,
    "walks/urls.py": `from django.urls import include, path

urlpatterns = [path("api/", include("walks.api.urls"))]
`,
    "walks/api/__init__.py": "",
    "walks/api/urls.py": `from django.urls import path

from walks.api import views

app_name = "api"
urlpatterns = [
    path("walks/", views.walk_list, name="walks"),
    path("walks/<int:number>/", views.walk, name="walk"),
    path("walks/<int:number>/stops/", views.stops, name="stops"),
]
`,
    "walks/api/views.py": `from django.http import Http404, JsonResponse

WALKS = {18: {"title": "Old harbour", "stops": ["Crane", "Customs house"]}, 21: {"title": "Canals", "stops": []}}


def walk_list(request):
    return JsonResponse({"walks": [{"number": key, "title": value["title"]} for key, value in WALKS.items()]})


def walk(request, number):
    return JsonResponse({"number": number, **find(number)})


def stops(request, number):
    return JsonResponse({"stops": find(number)["stops"]})


def find(number):
    try:
        return WALKS[number]
    except KeyError:
        raise Http404("no such walk")
`,
    "walks.http": `@api = http://localhost:PORT_OF_api/api

### programme
GET {{api}}/walks/

### stops of the harbour walk
# @name stops
GET {{api}}/walks/18/stops
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "django" }],
  ask: ["walks.http#stops"],
  facts: [
    "GET /api/walks/ 200",
    "GET /api/walks/18/stops 404",
    "GET /api/walks/18/stops/ 200",
    "GET /api/walks/99/stops/ 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["trailing-slash"],
    links: [
      { file: "walks/api/urls.py", text: "views.stops" },
      { file: "walks/settings.py", text: "APPEND_SLASH" },
    ],
    fixes: [{ url: "/api/walks/18/stops/" }],
  },
};

const halls: Scenario = {
  name: "halls-for-rent",
  files: {
    "manage.py": `import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rental.settings")
execute_from_command_line(["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")] if len(sys.argv) < 2 else sys.argv)
`,
    "rental/__init__.py": "",
    "rental/settings.py": `SECRET_KEY = "only-for-development"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "rental.urls"
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
`,
    "rental/urls.py": `from django.urls import path

from rental import views

urlpatterns = [
    path("halls/", views.HallList.as_view()),
    path("halls/<slug:hall>/", views.HallDetail.as_view()),
    path("halls/<slug:hall>/prices/", views.HallPrices.as_view()),
    path("halls/free/", views.FreeHalls.as_view()),
]
`,
    "rental/views.py": `from django.http import Http404, JsonResponse
from django.views import View

HALLS = {"north": {"seats": 120, "booked": True}, "annex": {"seats": 40, "booked": False}}


def hall_or_404(hall):
    if hall not in HALLS:
        raise Http404
    return HALLS[hall]


class HallList(View):
    def get(self, request):
        return JsonResponse({"halls": sorted(HALLS)})


class HallDetail(View):
    def get(self, request, hall):
        return JsonResponse({"hall": hall, "seats": hall_or_404(hall)["seats"]})


class HallPrices(View):
    def get(self, request, hall):
        return JsonResponse({"perHour": hall_or_404(hall)["seats"] * 2})


class FreeHalls(View):
    def get(self, request):
        return JsonResponse({"halls": [name for name, hall in HALLS.items() if not hall["booked"]]})
`,
    "rental.http": `@rental = http://localhost:PORT_OF_api

### one hall
GET {{rental}}/halls/annex/

### what can still be had
# @name free
GET {{rental}}/halls/free/
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "django" }],
  ask: ["rental.http#free"],
  facts: ["GET /halls/annex/ 200", "GET /halls/free/ 404", "GET /halls/ 200"],
  truth: {
    outcome: "not-found",
    kinds: ["shadowed"],
    links: [
      { file: "rental/urls.py", text: 'path("halls/free/"' },
      { file: "rental/urls.py", text: "views.HallDetail" },
    ],
  },
};

/** Permits, guided walks and halls of a town. */
export const town: readonly Scenario[] = [permits, walks, halls];
