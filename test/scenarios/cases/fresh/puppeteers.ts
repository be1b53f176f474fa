import type { Scenario } from "../../scenario.ts";

const manage = `import os
import sys

import django
from django.core.management import call_command, execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stage.settings")

if __name__ == "__main__":
    if len(sys.argv) == 1:
        django.setup()
        if os.path.isdir("puppets/fixtures"):
            call_command("migrate", run_syncdb=True, verbosity=0)
            call_command("loaddata", "puppets", verbosity=0)
        sys.argv += ["runserver", "--noreload", os.environ.get("PORT", "8000")]
    execute_from_command_line(sys.argv)
`;

const settings = `from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = "local-only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "stage.urls"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "rest_framework", "puppets"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "db.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
REST_FRAMEWORK = {"DEFAULT_AUTHENTICATION_CLASSES": [], "UNAUTHENTICATED_USER": None}
`;

const shows: Scenario = {
  name: "shows-of-the-puppets",
  files: {
    "manage.py": manage,
    "stage/__init__.py": "",
    "stage/settings.py": settings,
    "stage/urls.py": `from django.urls import include, path

urlpatterns = [
    path("api/", include("puppets.urls")),
]
`,
    "puppets/__init__.py": "",
    "puppets/views.py": `from rest_framework.response import Response
from rest_framework.viewsets import ViewSet


class PuppetViewSet(ViewSet):
    def list(self, request):
        return Response(["Kasper", "Gretel"])


class ShowViewSet(ViewSet):
    def list(self, request):
        return Response([{"title": "The stolen drum", "at": "15:00"}])

    def retrieve(self, request, pk=None):
        return Response({"id": pk, "title": "The stolen drum"})
`,
    "puppets/urls.py": `from django.urls import include, path
from rest_framework.routers import SimpleRouter

from puppets.views import PuppetViewSet, ShowViewSet

puppets = SimpleRouter()
puppets.register("puppets", PuppetViewSet, basename="puppet")

shows = SimpleRouter()
shows.register("shows", ShowViewSet, basename="show")

urlpatterns = [
    path("", include(puppets.urls)),
]
`,
    "stage.http": `@stage = http://localhost:PORT_OF_api/api

### puppets
GET {{stage}}/puppets/

### shows
# @name shows
GET {{stage}}/shows/
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "rest_framework" }],
  ask: ["stage.http#shows"],
  facts: ["GET /api/puppets/ 200", "GET /api/shows/ 404", "GET /api/shows/1/ 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [
      { file: "puppets/urls.py", text: 'shows.register("shows"' },
      { file: "puppets/urls.py", text: "shows = SimpleRouter()" },
      { file: "puppets/urls.py", text: 'path("", include(puppets.urls))' },
    ],
    fixes: [{ kind: "register-route" }],
  },
};

const tickets: Scenario = {
  name: "tickets-for-the-puppets",
  files: {
    "manage.py": manage,
    "stage/__init__.py": "",
    "stage/settings.py": settings,
    "stage/views.py": `from django.http import JsonResponse


def home(request):
    return JsonResponse({"service": "puppets"})


def nothing_here(request, rest):
    return JsonResponse({"error": "not_found", "path": rest}, status=404)
`,
    "stage/urls.py": `from django.urls import include, path

from stage import views

urlpatterns = [
    path("", views.home),
    path("seats/", include("puppets.seats")),
    path("<path:rest>", views.nothing_here),
    path("tickets/", include("puppets.tickets")),
]
`,
    "puppets/__init__.py": "",
    "puppets/seats.py": `from django.http import JsonResponse
from django.urls import path

urlpatterns = [path("", lambda request: JsonResponse({"free": 31}))]
`,
    "puppets/tickets.py": `from django.http import JsonResponse
from django.urls import path


def prices(request):
    return JsonResponse({"child": 4, "adult": 7})


urlpatterns = [path("prices/", prices, name="prices")]
`,
    "stage.http": `### seats
GET http://localhost:PORT_OF_api/seats/

### prices
# @name prices
GET http://localhost:PORT_OF_api/tickets/prices/
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "django" }],
  ask: ["stage.http#prices"],
  facts: ["GET /seats/ 200", "GET /tickets/prices/ 404", "GET /zzz 404"],
  truth: {
    outcome: "not-found",
    kinds: ["after-catch-all"],
    links: [
      { file: "stage/urls.py", text: 'path("<path:rest>"' },
      { file: "stage/urls.py", text: 'path("tickets/"' },
      { file: "puppets/tickets.py", text: 'path("prices/"' },
    ],
  },
};

const drum: Scenario = {
  name: "puppet-by-its-number",
  files: {
    "manage.py": manage,
    "stage/__init__.py": "",
    "stage/settings.py": settings,
    "stage/urls.py": `from django.urls import path

from puppets.views import puppet

urlpatterns = [path("puppets/<int:pk>/", puppet)]
`,
    "puppets/__init__.py": "",
    "puppets/models.py": `from django.db import models


class Puppet(models.Model):
    name = models.CharField(max_length=80)
    carved = models.IntegerField()
`,
    "puppets/views.py": `from django.http import JsonResponse
from django.shortcuts import get_object_or_404

from puppets.models import Puppet


def puppet(request, pk):
    found = get_object_or_404(Puppet, pk=pk)
    return JsonResponse({"id": found.pk, "name": found.name, "carved": found.carved})
`,
    "puppets/fixtures/puppets.json": `[
  { "model": "puppets.puppet", "pk": 1, "fields": { "name": "Kasper", "carved": 1954 } },
  { "model": "puppets.puppet", "pk": 2, "fields": { "name": "Gretel", "carved": 1961 } }
]
`,
    "stage.http": `### Kasper
GET http://localhost:PORT_OF_api/puppets/1/

### the crocodile
# @name crocodile
GET http://localhost:PORT_OF_api/puppets/9/
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "django" }],
  ask: ["stage.http#crocodile"],
  facts: ["GET /puppets/1/ 200", "GET /puppets/9/ 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "stage/urls.py", text: 'path("puppets/<int:pk>/"' }],
  },
};

/** At the puppet theatre. */
export const puppeteers: readonly Scenario[] = [shows, tickets, drum];
