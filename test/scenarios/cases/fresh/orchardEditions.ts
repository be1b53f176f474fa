import type { Scenario } from "../../scenario.ts";

const accept: Scenario = {
  name: "harvest-in-the-first-edition",
  files: {
    "requirements.txt": "django\ndjangorestframework\n",
    "orchard/__init__.py": "",
    "orchard/settings.py": `SECRET_KEY = "orchard"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "orchard.urls"
INSTALLED_APPS = ["rest_framework"]
MIDDLEWARE = []
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_VERSIONING_CLASS": "rest_framework.versioning.AcceptHeaderVersioning",
    "DEFAULT_VERSION": "2",
    "ALLOWED_VERSIONS": ["2", "3"],
}
`,
    "orchard/urls.py": `from django.urls import path
from rest_framework.decorators import api_view
from rest_framework.response import Response


@api_view(["GET"])
def harvest(request, year):
    return Response({"year": year, "apples": 4100, "edition": request.version})


urlpatterns = [path("harvests/<int:year>", harvest)]
`,
    "serve.py": `import os
from wsgiref.simple_server import make_server

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "orchard.settings")

from django.core.wsgi import get_wsgi_application  # noqa: E402

make_server("127.0.0.1", int(os.environ.get("PORT", "8000")), get_wsgi_application()).serve_forever()
`,
    "orchard.http": `### last year
# @name last
GET http://localhost:PORT_OF_api/harvests/2025
Accept: application/json; version=1
`,
  },
  servers: [{ name: "api", entry: "serve.py", needs: "rest_framework" }],
  ask: ["orchard.http#last"],
  facts: [
    "GET /harvests/2025 406 | Accept: application/json; version=1",
    "GET /harvests/2025 200 | Accept: application/json; version=2",
    "GET /harvests/2025 200",
  ],
  truth: {
    outcome: "soft-not-found",
    kinds: ["version-selector"],
    links: [
      { file: "orchard/settings.py", text: '"ALLOWED_VERSIONS"' },
      { file: "orchard/settings.py", text: "AcceptHeaderVersioning" },
      { file: "orchard.http", text: "version=1" },
      { file: "orchard/urls.py", text: "<int:year>" },
    ],
    fixes: [{ kind: "edit-request" }],
  },
};

/** Orchards: an edition that the framework allows no more. */
export const orchardEditions: readonly Scenario[] = [accept];
