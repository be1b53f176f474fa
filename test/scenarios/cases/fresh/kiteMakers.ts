import type { Scenario } from "../../scenario.ts";

const manage = `import os
import sys

import django
from django.core.management import call_command, execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kites.settings")

if __name__ == "__main__":
    if len(sys.argv) == 1:
        django.setup()
        call_command("migrate", run_syncdb=True, verbosity=0)
        call_command("loaddata", "demo", verbosity=0)
        sys.argv += ["runserver", "--noreload", os.environ.get("PORT", "8000")]
    execute_from_command_line(sys.argv)
`;

const settings = (app: string) => `from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = "local-only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "kites.urls"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "rest_framework", "${app}"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "db.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
REST_FRAMEWORK = {"DEFAULT_AUTHENTICATION_CLASSES": [], "UNAUTHENTICATED_USER": None}
`;

const page: Scenario = {
  name: "page-of-the-kite-wiki",
  files: {
    "manage.py": manage,
    "kites/__init__.py": "",
    "kites/settings.py": settings("wiki"),
    "kites/urls.py": `from django.urls import path

from wiki.views import page

urlpatterns = [path("wiki/<slug:slug>/", page, name="page")]
`,
    "wiki/__init__.py": "",
    "wiki/models.py": `from django.db import models


class Page(models.Model):
    slug = models.SlugField(unique=True)
    title = models.CharField(max_length=120)


class SlugHistory(models.Model):
    page = models.ForeignKey(Page, related_name="old_slugs", on_delete=models.CASCADE)
    slug = models.SlugField()
`,
    "wiki/views.py": `from django.http import JsonResponse
from django.shortcuts import get_object_or_404

from wiki.models import Page


def page(request, slug):
    found = get_object_or_404(Page, slug=slug)
    return JsonResponse({"id": found.pk, "slug": found.slug, "title": found.title})
`,
    "wiki/fixtures/demo.json": `[
  { "model": "wiki.page", "pk": 4, "fields": { "slug": "box-kites", "title": "Box kites" } },
  { "model": "wiki.page", "pk": 5, "fields": { "slug": "bridle-knots", "title": "Bridle knots" } },
  { "model": "wiki.slughistory", "pk": 1, "fields": { "page": 4, "slug": "cellular-kites" } }
]
`,
    "links.http": `### knots
GET http://localhost:PORT_OF_web/wiki/bridle-knots/

### from the forum
# @name forum
GET http://localhost:PORT_OF_web/wiki/cellular-kites/
`,
  },
  servers: [{ name: "web", entry: "manage.py", needs: "django" }],
  ask: ["links.http#forum"],
  facts: ["GET /wiki/bridle-knots/ 200", "GET /wiki/cellular-kites/ 404", "GET /wiki/box-kites/ 200"],
  truth: {
    outcome: "not-found",
    kinds: ["renamed-slug"],
    links: [
      { file: "wiki/fixtures/demo.json", text: "cellular-kites" },
      { file: "kites/urls.py", text: 'path("wiki/<slug:slug>/"' },
    ],
    fixes: [{ url: "/wiki/box-kites/" }],
  },
};

const sail: Scenario = {
  name: "sail-of-a-kite",
  files: {
    "manage.py": manage,
    "kites/__init__.py": "",
    "kites/settings.py": settings("sails"),
    "kites/urls.py": `from django.urls import path

from sails.views import SailDetail, SailList

urlpatterns = [
    path("api/sails/", SailList.as_view()),
    path("api/sails/<int:pk>/", SailDetail.as_view()),
]
`,
    "sails/__init__.py": "",
    "sails/models.py": `from django.db import models


class Sail(models.Model):
    cloth = models.CharField(max_length=40)
    area = models.FloatField()
`,
    "sails/serializers.py": `from rest_framework.serializers import ModelSerializer

from sails.models import Sail


class SailSerializer(ModelSerializer):
    class Meta:
        model = Sail
        fields = "__all__"
`,
    "sails/views.py": `from rest_framework.generics import ListAPIView, RetrieveAPIView

from sails.models import Sail
from sails.serializers import SailSerializer


class SailList(ListAPIView):
    queryset = Sail.objects.order_by("pk")
    serializer_class = SailSerializer


class SailDetail(RetrieveAPIView):
    queryset = Sail.objects.all()
    serializer_class = SailSerializer
`,
    "sails/fixtures/demo.json": `[
  { "model": "sails.sail", "pk": 1, "fields": { "cloth": "ripstop", "area": 1.4 } },
  { "model": "sails.sail", "pk": 2, "fields": { "cloth": "silk", "area": 0.9 } }
]
`,
    "sails.http": `@sails = http://localhost:PORT_OF_api/api/sails

###
GET {{sails}}/1/

###
# @name third
GET {{sails}}/3/
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "rest_framework" }],
  ask: ["sails.http#third"],
  facts: ["GET /api/sails/1/ 200", "GET /api/sails/3/ 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "kites/urls.py", text: 'path("api/sails/<int:pk>/"' },
      { file: "sails/views.py", text: "class SailDetail" },
    ],
  },
};

const wind: Scenario = {
  name: "wind-for-the-kites",
  files: {
    "requirements.txt": "fastapi\nuvicorn\nwebsockets\n",
    "wind/__init__.py": "",
    "wind/main.py": `from fastapi import FastAPI, WebSocket

app = FastAPI(title="Wind")


@app.get("/stations")
def stations():
    return ["beach", "hill"]


@app.websocket("/ws/stations/{station}")
async def follow(socket: WebSocket, station: str):
    await socket.accept()
    await socket.send_json({"station": station, "knots": 14})
    await socket.close()
`,
    "run.py": `import os

import uvicorn

uvicorn.run("wind.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "wind.http": `@wind = http://localhost:PORT_OF_api

### stations
GET {{wind}}/stations

### the beach, live
# @name beach
GET {{wind}}/ws/stations/beach
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["wind.http#beach"],
  facts: [
    "GET /stations 200",
    "GET /ws/stations/beach 404",
    "GET /ws/stations/beach 101 | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13 | Sec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4PEC==",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["upgrade-lost"],
    links: [{ file: "wind/main.py", text: '@app.websocket("/ws/stations/{station}")' }],
  },
};

/** Makers of kites. */
export const kiteMakers: readonly Scenario[] = [page, sail, wind];
