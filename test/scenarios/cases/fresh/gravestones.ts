import type { Scenario } from "../../scenario.ts";

const page: Scenario = {
  name: "ninth-page-of-the-gravestones",
  files: {
    "requirements.txt": "djangorestframework\n",
    "manage.py": `import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yard.settings")
execute_from_command_line(["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
    "yard/__init__.py": "",
    "yard/settings.py": `SECRET_KEY = "dev"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "yard.urls"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "rest_framework"]
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.PageNumberPagination",
    "PAGE_SIZE": 25,
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
}
`,
    "yard/stones.py": `from rest_framework.generics import ListAPIView
from rest_framework.serializers import CharField, IntegerField, Serializer

STONES = [{"plot": n, "name": f"Family {n}"} for n in range(1, 61)]


class StoneSerializer(Serializer):
    plot = IntegerField()
    name = CharField()


class Stones(ListAPIView):
    serializer_class = StoneSerializer
    filter_backends = []

    def get_queryset(self):
        return STONES
`,
    "yard/urls.py": `from django.urls import path

from yard.stones import Stones

urlpatterns = [path("stones/", Stones.as_view())]
`,
    "harvest/pages.py": `import requests


def pages(base="http://localhost:PORT_OF_yard"):
    for number in range(1, 10):
        reply = requests.get(f"{base}/stones/", params={"page": number}, timeout=5)
        reply.raise_for_status()
        yield reply.json()["results"]
`,
    "harvest/pages.http": `### where it stopped
# @name stopped
GET http://localhost:PORT_OF_yard/stones/?page=4
`,
  },
  servers: [{ name: "yard", entry: "manage.py", needs: "rest_framework" }],
  ask: ["harvest/pages.http#stopped"],
  facts: ["GET /stones/?page=4 404", "GET /stones/?page=3 200", "GET /stones/ 200"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "yard/urls.py", text: "Stones.as_view()" },
      { file: "yard/stones.py", text: "class Stones" },
      { file: "harvest/pages.http", text: "?page=4" },
      { file: "harvest/pages.py", text: "range(1, 10)" },
    ],
    fixes: [{ url: "/stones/?page=3" }, { url: "/stones/?page=1" }, { url: "/stones/" }],
  },
};

const root: Scenario = {
  name: "is-the-beacon-service-up",
  files: {
    "pyproject.toml": `[project]
name = "beacons"
dependencies = ["fastapi", "uvicorn"]
`,
    "beacons/__init__.py": "",
    "beacons/api.py": `from fastapi import FastAPI

from beacons.lights import lights

app = FastAPI(title="Beacons", docs_url=None, redoc_url=None, openapi_url=None)
app.include_router(lights, prefix="/v1")
`,
    "beacons/lights.py": `from fastapi import APIRouter, HTTPException

lights = APIRouter(prefix="/lights")
LIGHTS = {"roter-sand": "Fl W 5s", "alte-weser": "Fl(3) WRG 12s"}


@lights.get("")
def every_light():
    return LIGHTS


@lights.get("/{name}")
def light(name: str):
    if name not in LIGHTS:
        raise HTTPException(404, "unlit")
    return {"character": LIGHTS[name]}
`,
    "run.py": `import os

import uvicorn

uvicorn.run("beacons.api:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="error")
`,
    "docs/start.md": `# Start

\`python run.py\`, then \`curl -i http://localhost:PORT_OF_beacons/\` to see that it is there.
`,
    "start.http": `### is it there?
# @name there
GET http://localhost:PORT_OF_beacons/
`,
  },
  servers: [{ name: "beacons", entry: "run.py", needs: "fastapi" }],
  ask: ["start.http#there"],
  facts: ["GET / 404", "GET /v1/lights 200", "GET /v1/lights/none 404"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-entrypoint"],
    links: [
      { file: "beacons/lights.py", text: '@lights.get("")' },
      { file: "start.http", text: "GET http" },
      { file: "docs/start.md", text: "curl -i" },
    ],
    fixes: [{ url: "/v1/lights" }],
  },
};

/** Pages of a list, a beacon that is asked whether it is up. */
export const gravestones: readonly Scenario[] = [page, root];
