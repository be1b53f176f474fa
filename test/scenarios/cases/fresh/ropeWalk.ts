import type { Scenario } from "../../scenario.ts";

const manage = `import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "walk.settings")

if __name__ == "__main__":
    if len(sys.argv) == 1:
        sys.argv += ["runserver", "--noreload", os.environ.get("PORT", "8000")]
    execute_from_command_line(sys.argv)
`;

const me: Scenario = {
  name: "my-place-at-the-rope-walk",
  files: {
    "manage.py": manage,
    "walk/__init__.py": "",
    "walk/settings.py": `SECRET_KEY = "local-only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "walk.urls"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "rest_framework", "workers"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
}
`,
    "walk/urls.py": `from django.urls import include, path
from rest_framework.routers import DefaultRouter

from workers.views import MeView, WorkerViewSet

router = DefaultRouter()
router.register("workers", WorkerViewSet, basename="worker")

urlpatterns = [
    path("api/", include(router.urls)),
    path("api/workers/me/", MeView.as_view()),
]
`,
    "workers/__init__.py": "",
    "workers/views.py": `from rest_framework.exceptions import NotFound
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework.viewsets import ViewSet

WORKERS = {"w1": "Piet", "w2": "Saar"}


class WorkerViewSet(ViewSet):
    def list(self, request):
        return Response(WORKERS)

    def retrieve(self, request, pk=None):
        if pk not in WORKERS:
            raise NotFound(f"No worker {pk}")
        return Response({"id": pk, "name": WORKERS[pk]})


class MeView(APIView):
    def get(self, request):
        return Response({"id": "w2", "name": "Saar"})
`,
    "walk.http": `@api = http://localhost:PORT_OF_api/api

### Piet
GET {{api}}/workers/w1/

### me
# @name me
GET {{api}}/workers/me/
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "rest_framework" }],
  ask: ["walk.http#me"],
  facts: ["GET /api/workers/w1/ 200", "GET /api/workers/me/ 404"],
  truth: {
    outcome: "not-found",
    kinds: ["shadowed"],
    links: [
      { file: "walk/urls.py", text: 'path("api/workers/me/"' },
      { file: "walk/urls.py", text: 'path("api/", include(router.urls))' },
      { file: "walk/urls.py", text: 'router.register("workers"' },
    ],
  },
};

const cart: Scenario = {
  name: "cart-of-an-old-customer",
  files: {
    "requirements.txt": "flask\n",
    "shop/__init__.py": `from flask import Flask

from shop.carts import carts


def create_app():
    app = Flask(__name__)
    app.register_blueprint(carts, url_prefix="/carts")
    return app
`,
    "shop/carts.py": `from uuid import UUID

from flask import Blueprint, jsonify

carts = Blueprint("carts", __name__)

CARTS = {UUID("0f0e9a7c-4a51-4d1b-9f0e-3a7c1d2b5e60"): ["hemp rope, 20 m"]}


@carts.get("/<uuid:cart_id>")
def show(cart_id):
    return jsonify(id=str(cart_id), items=CARTS.get(cart_id, []))
`,
    "run.py": `import os

from shop import create_app

create_app().run(port=int(os.environ.get("PORT", "5000")))
`,
    "carts.http": `@carts = http://localhost:PORT_OF_api/carts

### new
GET {{carts}}/0f0e9a7c-4a51-4d1b-9f0e-3a7c1d2b5e60

### from a mail of 2023
# @name mail
GET {{carts}}/48213
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "flask" }],
  ask: ["carts.http#mail"],
  facts: ["GET /carts/0f0e9a7c-4a51-4d1b-9f0e-3a7c1d2b5e60 200", "GET /carts/48213 404"],
  truth: {
    outcome: "not-found",
    kinds: ["id-format"],
    links: [{ file: "shop/carts.py", text: '@carts.get("/<uuid:cart_id>")' }],
  },
};

const coil: Scenario = {
  name: "coil-behind-the-gateway",
  files: {
    "gateway/nginx.conf": `events {}
http {
  server {
    listen 80;
    location /stock/ {
      proxy_pass http://127.0.0.1:PORT_OF_api/;
    }
  }
}
`,
    "requirements.txt": "aiohttp\n",
    "stock.py": `import os

from aiohttp import web

COILS = {"C-20": 20, "C-50": 50}


async def coil(request):
    code = request.match_info["code"]
    if code not in COILS:
        return web.json_response({"message": f"coil {code} is unknown"}, status=404)
    return web.json_response({"code": code, "metres": COILS[code]})


app = web.Application()
app.router.add_get("/coils/{code}", coil)
web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "stock.http": `@stock = http://localhost:PORT_OF_edge/stock

### twenty metres
GET {{stock}}/coils/C-20

### thirty
# @name thirty
GET {{stock}}/coils/C-30
`,
  },
  servers: [
    { name: "api", entry: "stock.py", needs: "aiohttp" },
    {
      name: "edge",
      entry: "front:ruleProxy",
      env: { RULES: '[{"from":"^/stock/(.*)$","to":"/$1","port":"PORT_OF_api"}]' },
    },
  ],
  ask: ["stock.http#thirty"],
  facts: ["edge:GET /stock/coils/C-20 200", "edge:GET /stock/coils/C-30 404", "edge:GET /coils/C-20 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "stock.py", text: 'app.router.add_get("/coils/{code}"' }],
  },
};

/** At the rope walk. */
export const ropeWalk: readonly Scenario[] = [me, cart, coil];
