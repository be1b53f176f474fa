import type { Scenario } from "../../scenario.ts";

const runDjango = `import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

if __name__ == "__main__":
    if len(sys.argv) == 1:
        sys.argv += ["runserver", "--noreload", os.environ.get("PORT", "8000")]
    execute_from_command_line(sys.argv)
`;

const buoys: Scenario = {
  name: "readings-of-a-buoy",
  files: {
    "manage.py": runDjango,
    "config/__init__.py": "",
    "config/settings.py": `SECRET_KEY = "local-only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "config.urls"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "rest_framework", "buoys"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
}
`,
    "config/urls.py": `from django.urls import include, path

urlpatterns = [
    path("api/v1/", include("buoys.urls")),
]
`,
    "buoys/__init__.py": "",
    "buoys/data.py": `BUOYS = {
    "62103": {"id": "62103", "name": "Channel LV", "wave": 1.9},
    "62305": {"id": "62305", "name": "Greenwich LV", "wave": 0.8},
}
`,
    "buoys/views.py": `from rest_framework.exceptions import NotFound
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from buoys.data import BUOYS


class BuoyViewSet(ViewSet):
    def list(self, request):
        return Response(list(BUOYS.values()))

    def retrieve(self, request, pk=None):
        if pk not in BUOYS:
            raise NotFound("No such buoy")
        return Response(BUOYS[pk])
`,
    "buoys/urls.py": `from rest_framework.routers import DefaultRouter

from buoys.views import BuoyViewSet

router = DefaultRouter()
router.register("buoys", BuoyViewSet, basename="buoy")

urlpatterns = router.urls
`,
    ".env": "BUOYS_API=http://localhost:PORT_OF_api/api/v2\n",
    "scripts/waves.py": `import os
import sys
import urllib.request

url = f"{os.environ['BUOYS_API']}/buoys/{sys.argv[1]}/"
with urllib.request.urlopen(url) as response:
    print(response.read().decode())
`,
    "buoys.http": `### Greenwich
# @name greenwich
GET {{$dotenv BUOYS_API}}/buoys/62305/
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "rest_framework" }],
  ask: ["buoys.http#greenwich"],
  facts: ["GET /api/v1/buoys/62305/ 200", "GET /api/v2/buoys/62305/ 404"],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: "config/urls.py", text: 'path("api/v1/"' },
      { file: "buoys/urls.py", text: 'router.register("buoys"' },
      { file: ".env", text: "BUOYS_API=" },
    ],
    fixes: [{ url: "/api/v1/buoys/62305/" }],
  },
};

const tideTable: Scenario = {
  name: "tide-table-of-a-harbour",
  files: {
    "manage.py": runDjango,
    "config/__init__.py": "",
    "config/settings.py": `SECRET_KEY = "local-only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "config.urls"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "rest_framework", "tables"]
REST_FRAMEWORK = {
    "DEFAULT_VERSIONING_CLASS": "rest_framework.versioning.QueryParameterVersioning",
    "ALLOWED_VERSIONS": ["2.0", "2.1"],
    "VERSION_PARAM": "version",
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
}
`,
    "config/urls.py": `from django.urls import path

from tables.views import Stations, TideTable

urlpatterns = [
    path("api/stations", Stations.as_view()),
    path("api/tides/<slug:station>", TideTable.as_view()),
]
`,
    "tables/__init__.py": "",
    "tables/views.py": `from rest_framework.generics import get_object_or_404
from rest_framework.response import Response
from rest_framework.views import APIView

HIGH_WATER = {"harwich": ["03:12", "15:40"], "dover": ["01:58", "14:21"]}


class Stations(APIView):
    def get(self, request):
        return Response(sorted(HIGH_WATER))


class TideTable(APIView):
    def get(self, request, station):
        if station not in HIGH_WATER:
            return Response({"detail": "Unknown station"}, status=404)
        body = {"station": station, "high": HIGH_WATER[station]}
        if request.version == "2.1":
            body["zone"] = "Europe/London"
        return Response(body)
`,
    "tides.http": `@base = http://localhost:PORT_OF_api/api

### stations
GET {{base}}/stations?version=2.1

### high water at Harwich
# @name harwich
GET {{base}}/tides/harwich
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "rest_framework" }],
  ask: ["tides.http#harwich"],
  facts: [
    "GET /api/stations?version=2.1 200",
    "GET /api/tides/harwich 404",
    "GET /api/tides/harwich?version=2.1 200",
    "GET /api/tides/nowhere?version=2.1 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-selector"],
    links: [
      { file: "config/settings.py", text: '"ALLOWED_VERSIONS"' },
      { file: "config/settings.py", text: '"DEFAULT_VERSIONING_CLASS"' },
      { file: "config/settings.py", text: '"VERSION_PARAM"' },
      { file: "config/urls.py", text: 'path("api/tides/<slug:station>"' },
      { file: "tides.http", text: "GET {{base}}/stations?version=2.1" },
    ],
    fixes: [{ url: "/api/tides/harwich?version=2.1" }, { url: "/api/tides/harwich?version=2.0" }],
  },
};

const station: Scenario = {
  name: "pilot-on-duty",
  files: {
    "manage.py": runDjango,
    "config/__init__.py": "",
    "config/settings.py": `SECRET_KEY = "local-only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "config.urls"
INSTALLED_APPS = ["pilots"]
`,
    "config/urls.py": `from django.urls import include, path

urlpatterns = [path("pilots/", include("pilots.urls"))]
`,
    "pilots/__init__.py": "",
    "pilots/urls.py": `from django.urls import path

from pilots import views

urlpatterns = [path("", views.index), path("<int:number>/", views.detail)]
`,
    "pilots/views.py": `from django.http import Http404, JsonResponse

PILOTS = {1: "Harms", 4: "Lind"}


def index(request):
    return JsonResponse({"pilots": PILOTS})


def detail(request, number):
    if number not in PILOTS:
        raise Http404("No such pilot")
    return JsonResponse({"number": number, "name": PILOTS[number]})
`,
    "pilots.http": `### on duty
# @name duty
GET http://localhost:PORT_OF_api/pilots/4/
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "django" }],
  ask: ["pilots.http#duty"],
  facts: ["GET /pilots/4/ 200"],
  truth: { outcome: "answered", kinds: [] },
};

/** Along the coast. */
export const tides: readonly Scenario[] = [buoys, tideTable, station];
