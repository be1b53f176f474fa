import type { Scenario } from "../../scenario.ts";

const lodge: Scenario = {
  name: "chapter-of-the-night-watchmen",
  files: {
    "requirements.txt": "aiohttp\n",
    "chapters.ini": `[bern]
seat = Zeughausgasse
members = 41

[thun]
seat = Obere Hauptgasse
members = 0
absorbed_by = bern

[chur]
seat = Kornplatz
members = 12
`,
    "watch/__init__.py": "",
    "watch/chapters.py": `from configparser import ConfigParser


class Chapters:
    def __init__(self, path):
        self.file = ConfigParser()
        self.file.read(path)

    def active(self):
        return [name for name in self.file.sections() if not self.file.has_option(name, "absorbed_by")]

    def find(self, name):
        if name not in self.active():
            return None
        return dict(self.file[name])
`,
    "watch/web.py": `import os

from aiohttp import web

from watch.chapters import Chapters

CHAPTERS = web.AppKey("chapters", Chapters) if hasattr(web, "AppKey") else "chapters"


async def index(request):
    return web.json_response(request.app[CHAPTERS].active())


async def chapter(request):
    found = request.app[CHAPTERS].find(request.match_info["name"])
    if found is None:
        raise web.HTTPNotFound(text="no such chapter")
    return web.json_response(found)


def main():
    app = web.Application()
    app[CHAPTERS] = Chapters("chapters.ini")
    app.add_routes([web.get("/chapters", index), web.get("/chapters/{name}", chapter)])
    web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "run.py": "from watch.web import main\n\nmain()\n",
    "watch.http": `### where does Thun meet
# @name thun
GET http://localhost:PORT_OF_watch/chapters/thun
`,
  },
  servers: [{ name: "watch", entry: "run.py", needs: "aiohttp" }],
  ask: ["watch.http#thun"],
  facts: ["GET /chapters/thun 404", "GET /chapters/bern 200", "GET /chapters 200", "GET /chapters/none 404"],
  truth: {
    outcome: "not-found",
    kinds: ["merged"],
    links: [
      { file: "chapters.ini", text: "absorbed_by = bern" },
      { file: "chapters.ini", text: "[thun]" },
      { file: "watch/chapters.py", text: 'has_option(name, "absorbed_by")' },
      { file: "watch/web.py", text: "async def chapter" },
    ],
    fixes: [{ url: "/chapters/bern" }],
  },
};

const loco: Scenario = {
  name: "locomotive-on-the-siding",
  files: {
    "dev.py": `import os

import django
from django.core.management import call_command, execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shed.settings")
django.setup()
call_command("migrate", run_syncdb=True, verbosity=0)
call_command("loaddata", "roster", verbosity=0)
execute_from_command_line(["dev.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
    "shed/__init__.py": "",
    "shed/settings.py": `from pathlib import Path

SECRET_KEY = "dev"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "shed.urls"
INSTALLED_APPS = ["roster"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": Path(__file__).parent / "roster.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
`,
    "shed/urls.py": `from django.urls import path

from roster.views import EngineDetail, EngineList

urlpatterns = [path("engines/", EngineList.as_view()), path("engines/<str:number>/", EngineDetail.as_view())]
`,
    "roster/__init__.py": "",
    "roster/models.py": `from django.db import models


class Engine(models.Model):
    class Status(models.TextChoices):
        SERVICE = "service"
        MUSEUM = "museum"
        SCRAPPED = "scrapped"

    number = models.CharField(max_length=12, unique=True)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.SERVICE)
`,
    "roster/views.py": `from django.http import Http404, JsonResponse
from django.views.generic import DetailView, ListView

from roster.models import Engine


class InService:
    def get_queryset(self):
        return Engine.objects.filter(status=Engine.Status.SERVICE)


class EngineList(InService, ListView):
    def render_to_response(self, context):
        return JsonResponse([engine.number for engine in context["object_list"]], safe=False)


class EngineDetail(InService, DetailView):
    slug_field = "number"
    slug_url_kwarg = "number"

    def render_to_response(self, context):
        return JsonResponse({"number": context["object"].number})
`,
    "roster/fixtures/roster.json": `[
  { "model": "roster.engine", "pk": 1, "fields": { "number": "38-1182", "status": "service" } },
  { "model": "roster.engine", "pk": 2, "fields": { "number": "52-8055", "status": "museum" } },
  { "model": "roster.engine", "pk": 3, "fields": { "number": "44-1486", "status": "service" } }
]
`,
    "engines.http": `### for the special train
# @name special
GET http://localhost:PORT_OF_shed/engines/52-8055/
`,
  },
  servers: [{ name: "shed", entry: "dev.py", needs: "django" }],
  ask: ["engines.http#special"],
  facts: ["GET /engines/ 200", "GET /engines/38-1182/ 200", "GET /engines/52-8055/ 404", "GET /engines/1/ 404"],
  truth: {
    outcome: "not-found",
    kinds: ["archived"],
    links: [
      { file: "roster/fixtures/roster.json", text: "52-8055" },
      { file: "roster/views.py", text: "filter(status=Engine.Status.SERVICE)" },
      { file: "roster/views.py", text: "class EngineDetail" },
      { file: "roster/views.py", text: "class InService" },
    ],
  },
};

/** Chapters of a guild that were joined, engines of a shed. */
export const nightWatchmen: readonly Scenario[] = [lodge, loco];
