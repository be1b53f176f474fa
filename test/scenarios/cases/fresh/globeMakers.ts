import type { Scenario } from "../../scenario.ts";

const globe: Scenario = {
  name: "gore-of-a-globe",
  files: {
    "requirements.txt": "Django\ndjangorestframework\n",
    "manage.py": `import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "globes.settings")
if __name__ == "__main__":
    execute_from_command_line([sys.argv[0], *(sys.argv[1:] or ["runserver", "--noreload", os.environ.get("PORT", "8000")])])
`,
    "globes/__init__.py": "",
    "globes/settings.py": `SECRET_KEY = "dev"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "globes.urls"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "rest_framework", "globes"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "globes.sqlite3"}}
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
}
`,
    "globes/rows.py": `from dataclasses import dataclass


@dataclass
class Gore:
    id: int
    globe: str
    west: int


GORES = [Gore(n, "Coronelli 1688", west=(n - 1) * 30) for n in range(1, 13)]
`,
    "globes/api.py": `from rest_framework import mixins, serializers, viewsets

from globes.rows import GORES


class GoreSerializer(serializers.Serializer):
    id = serializers.IntegerField()
    globe = serializers.CharField()
    west = serializers.IntegerField()


class GoreViewSet(mixins.ListModelMixin, viewsets.GenericViewSet):
    serializer_class = GoreSerializer
    pagination_class = None
    filter_backends = []

    def get_queryset(self):
        return GORES
`,
    "globes/urls.py": `from django.urls import include, path
from rest_framework.routers import SimpleRouter

from globes.api import GoreViewSet

router = SimpleRouter(trailing_slash=False)
router.register("gores", GoreViewSet, basename="gore")

urlpatterns = [path("api/", include(router.urls))]
`,
    "gores.http": `@globes = http://localhost:PORT_OF_globes/api

### all twelve
GET {{globes}}/gores

### the one with the Canaries
# @name canaries
GET {{globes}}/gores/12
`,
  },
  servers: [{ name: "globes", entry: "manage.py", needs: "rest_framework" }],
  ask: ["gores.http#canaries"],
  facts: ["GET /api/gores 200", "GET /api/gores/12 404", "GET /api/gores/1 404"],
  truth: {
    outcome: "not-found",
    kinds: ["missing-handler", "not-registered"],
    links: [
      { file: "globes/api.py", text: "class GoreViewSet" },
      { file: "globes/urls.py", text: 'router.register("gores"' },
    ],
  },
};

const plate: Scenario = {
  name: "plate-of-an-old-atlas",
  files: {
    "requirements.txt": "aiohttp\n",
    "atlas/__init__.py": "",
    "atlas/plates.py": `from aiohttp import web

PLATES = {
    "Blaeu/1662/04": "Moravia",
    "Blaeu/1662/05": "Silesia",
    "Merian-1650": "Prague",
}

plates = web.RouteTableDef()


@plates.get("/plates")
async def index(request: web.Request):
    return web.json_response(sorted(PLATES))


@plates.get("/plates/{shelfmark}")
async def plate(request: web.Request):
    shelfmark = request.match_info["shelfmark"]
    try:
        return web.json_response({"shelfmark": shelfmark, "shows": PLATES[shelfmark]})
    except KeyError:
        raise web.HTTPNotFound(text=f"No plate {shelfmark}") from None
`,
    "serve.py": `import os

from aiohttp import web

from atlas.plates import plates


def application():
    app = web.Application()
    app.add_routes(plates)
    return app


web.run_app(application(), host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "viewer/open.py": `import httpx

ATLAS = "http://localhost:PORT_OF_atlas"


def open_plate(shelfmark: str) -> str:
    reply = httpx.get(f"{ATLAS}/plates/{shelfmark}")
    return reply.raise_for_status().json()["shows"]
`,
    "viewer/plates.http": `@atlas = http://localhost:PORT_OF_atlas
@shelfmark = Blaeu/1662/05

### Prague is fine
GET {{atlas}}/plates/Merian-1650

### Silesia is not
# @name silesia
GET {{atlas}}/plates/{{shelfmark}}
`,
  },
  servers: [{ name: "atlas", entry: "serve.py", needs: "aiohttp" }],
  ask: ["viewer/plates.http#silesia"],
  facts: [
    "GET /plates/Blaeu/1662/05 404",
    "GET /plates/Blaeu%2F1662%2F05 200",
    "GET /plates/Merian-1650 200",
    "GET /plates 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["id-encoding"],
    links: [
      { file: "atlas/plates.py", text: '@plates.get("/plates/{shelfmark}")' },
      { file: "viewer/plates.http", text: "@shelfmark = " },
      { file: "viewer/plates.http", text: "/plates/{{shelfmark}}" },
      { file: "viewer/open.py", text: "/plates/{shelfmark}" },
    ],
    fixes: [{ url: "/plates/Blaeu%2F1662%2F05" }],
  },
};

/** Gores of a globe, plates of an atlas. */
export const globeMakers: readonly Scenario[] = [globe, plate];
