import type { Scenario } from "../../scenario.ts";

const note: Scenario = {
  name: "valuation-of-a-painting",
  files: {
    "manage.py": `import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "collection.settings")

if __name__ == "__main__":
    if len(sys.argv) == 1:
        sys.argv += ["runserver", "--noreload", os.environ.get("PORT", "8000")]
    execute_from_command_line(sys.argv)
`,
    "collection/__init__.py": "",
    "collection/settings.py": `SECRET_KEY = "local-only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "collection.urls"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "rest_framework", "valuations"]
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["collection.auth.KeyAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "UNAUTHENTICATED_USER": None,
}
`,
    "collection/auth.py": `from dataclasses import dataclass

from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed


@dataclass
class Person:
    name: str
    is_authenticated: bool = True


KEYS = {"key-mira-51": Person("mira"), "key-joel-77": Person("joel")}


class KeyAuthentication(BaseAuthentication):
    def authenticate(self, request):
        key = request.headers.get("X-Api-Key")
        if key is None:
            return None
        if key not in KEYS:
            raise AuthenticationFailed("Unknown key")
        return KEYS[key], key

    def authenticate_header(self, request):
        return "X-Api-Key"
`,
    "collection/urls.py": `from django.urls import include, path

urlpatterns = [path("api/", include("valuations.urls"))]
`,
    "valuations/__init__.py": "",
    "valuations/urls.py": `from rest_framework.routers import SimpleRouter

from valuations.views import ValuationViewSet

router = SimpleRouter()
router.register("valuations", ValuationViewSet, basename="valuation")

urlpatterns = router.urls
`,
    "valuations/rows.py": `VALUATIONS = [
    {"id": 301, "work": "Harbour at dusk", "amount": 42000, "owner": "mira"},
    {"id": 302, "work": "Two chairs", "amount": 9500, "owner": "joel"},
    {"id": 303, "work": "Study in grey", "amount": 18000, "owner": "mira"},
]
`,
    "valuations/views.py": `from rest_framework.exceptions import NotFound
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from valuations.rows import VALUATIONS


class ValuationViewSet(ViewSet):
    def get_queryset(self):
        return [row for row in VALUATIONS if row["owner"] == self.request.user.name]

    def list(self, request):
        return Response(self.get_queryset())

    def retrieve(self, request, pk=None):
        for row in self.get_queryset():
            if row["id"] == int(pk):
                return Response(row)
        raise NotFound()
`,
    "http-client.env.json": `{
  "mira": { "key": "key-mira-51" },
  "joel": { "key": "key-joel-77" }
}
`,
    "valuations.http": `@api = http://localhost:PORT_OF_api/api

### two chairs
GET {{api}}/valuations/302/
X-Api-Key: {{key}}

### study in grey
# @name study
GET {{api}}/valuations/303/
X-Api-Key: {{key}}
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "rest_framework" }],
  ask: ["valuations.http#study", "--env", "joel"],
  facts: [
    "GET /api/valuations/302/ 200 | X-Api-Key: key-joel-77",
    "GET /api/valuations/303/ 404 | X-Api-Key: key-joel-77",
    "GET /api/valuations/303/ 200 | X-Api-Key: key-mira-51",
    "GET /api/valuations/999/ 404 | X-Api-Key: key-joel-77",
    "GET /api/valuations/303/ 401",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [
      { file: "valuations/views.py", text: 'row["owner"] == self.request.user.name' },
      { file: "valuations/rows.py", text: '"id": 303' },
    ],
  },
  credentials: [
    { value: "key-joel-77", servers: ["api"] },
    { value: "key-mira-51", servers: ["api"] },
  ],
};

const publish: Scenario = {
  name: "publishing-a-catalogue",
  files: {
    "requirements.txt": "flask\n",
    "registry/__init__.py": `from flask import Flask

from registry.catalogues import catalogues


def create_app():
    app = Flask(__name__)
    app.register_blueprint(catalogues, url_prefix="/catalogues")
    return app
`,
    "registry/access.py": `from functools import wraps

from flask import abort, g, request

CURATORS = {"c-44d0": "inge"}


def curator_only(view):
    @wraps(view)
    def guarded(*args, **kwargs):
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        g.curator = CURATORS.get(token)
        if g.curator is None:
            abort(404)
        return view(*args, **kwargs)

    return guarded
`,
    "registry/catalogues.py": `from flask import Blueprint, abort, g, jsonify, request

from registry.access import curator_only

catalogues = Blueprint("catalogues", __name__)
CATALOGUES = {"prints-2025": {"name": "prints-2025", "pages": 64}}


@catalogues.get("/<name>")
def read(name):
    if name not in CATALOGUES:
        abort(404)
    return jsonify(CATALOGUES[name])


@catalogues.put("/<name>")
@curator_only
def publish(name):
    CATALOGUES[name] = {"name": name, "by": g.curator, **request.get_json()}
    return jsonify(CATALOGUES[name])
`,
    "main.py": `import os

from registry import create_app

create_app().run(port=int(os.environ.get("PORT", "5000")))
`,
    "catalogues.http": `@registry = http://localhost:PORT_OF_api

### what is there
GET {{registry}}/catalogues/prints-2025

### a new edition
# @name publish
PUT {{registry}}/catalogues/prints-2025
Content-Type: application/json

{ "pages": 72 }
`,
  },
  servers: [{ name: "api", entry: "main.py", needs: "flask" }],
  ask: ["catalogues.http#publish", "--allow-unsafe"],
  facts: [
    "GET /catalogues/prints-2025 200",
    "PUT /catalogues/prints-2025 404",
    "PUT /catalogues/prints-2025 404 | Authorization: Bearer stale",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-endpoint"],
    links: [
      { file: "registry/access.py", text: "abort(404)" },
      { file: "registry/access.py", text: "if g.curator is None" },
      { file: "registry/catalogues.py", text: "@curator_only" },
    ],
  },
  consented: ["PUT /catalogues/prints-2025"],
};

/** Collections of art. */
export const artCollections: readonly Scenario[] = [note, publish];
