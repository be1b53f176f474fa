import type { Scenario } from "../../scenario.ts";

const order: Scenario = {
  name: "order-of-a-cuckoo-clock",
  files: {
    "manage.py": `import os
import sys

import django
from django.core.management import call_command, execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clocks.settings")

if __name__ == "__main__":
    if len(sys.argv) == 1:
        django.setup()
        call_command("migrate", run_syncdb=True, verbosity=0)
        call_command("loaddata", "orders", verbosity=0)
        sys.argv += ["runserver", "--noreload", os.environ.get("PORT", "8000")]
    execute_from_command_line(sys.argv)
`,
    "clocks/__init__.py": "",
    "clocks/settings.py": `from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = "local-only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "clocks.urls"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "rest_framework", "orders"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "db.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
USE_TZ = True
REST_FRAMEWORK = {"DEFAULT_AUTHENTICATION_CLASSES": [], "UNAUTHENTICATED_USER": None}
`,
    "clocks/urls.py": `from django.urls import include, path
from rest_framework.routers import DefaultRouter

from orders.views import OrderViewSet

router = DefaultRouter()
router.register("orders", OrderViewSet)

urlpatterns = [path("api/", include(router.urls))]
`,
    "orders/__init__.py": "",
    "orders/models.py": `from django.db import models


class LiveManager(models.Manager):
    def get_queryset(self):
        return super().get_queryset().filter(deleted_at__isnull=True)


class Order(models.Model):
    clock = models.CharField(max_length=80)
    deleted_at = models.DateTimeField(null=True, blank=True)

    objects = LiveManager()
    all_objects = models.Manager()
`,
    "orders/views.py": `from rest_framework import serializers, viewsets

from orders.models import Order


class OrderSerializer(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = ["id", "clock"]


class OrderViewSet(viewsets.ModelViewSet):
    queryset = Order.objects.all()
    serializer_class = OrderSerializer
`,
    "orders/fixtures/orders.json": `[
  { "model": "orders.order", "pk": 501, "fields": { "clock": "Eight-day", "deleted_at": null } },
  { "model": "orders.order", "pk": 502, "fields": { "clock": "One-day, musical", "deleted_at": "2026-02-14T09:00:00Z" } },
  { "model": "orders.order", "pk": 503, "fields": { "clock": "Quartz", "deleted_at": null } }
]
`,
    "orders.http": `@api = http://localhost:PORT_OF_api/api

### eight-day
GET {{api}}/orders/501/

### musical
# @name musical
GET {{api}}/orders/502/
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "rest_framework" }],
  ask: ["orders.http#musical"],
  facts: ["GET /api/orders/501/ 200", "GET /api/orders/502/ 404", "GET /api/orders/999/ 404"],
  truth: {
    outcome: "not-found",
    kinds: ["deleted"],
    links: [
      { file: "orders/fixtures/orders.json", text: '"pk": 502' },
      { file: "orders/models.py", text: "deleted_at__isnull=True" },
    ],
  },
};

const part: Scenario = {
  name: "part-of-a-cuckoo-clock",
  files: {
    "requirements.txt": "aiohttp\n",
    "parts/__init__.py": "",
    "parts/server.py": `from aiohttp import web

PARTS = {"bellows-75": 18, "chain-8ft": 6, "dial-blank": 11}


async def read(request):
    code = request.match_info["code"]
    if code not in PARTS:
        raise web.HTTPNotFound(reason="Unknown part")
    return web.json_response({"code": code, "price": PARTS[code]})


async def health(request):
    return web.Response(text="ok")


def create_app():
    app = web.Application()
    app.router.add_get("/health", health)
    app.router.add_get("/parts/{code:[a-z0-9-]+}", read)
    return app
`,
    "run.py": `import os

from aiohttp import web

from parts.server import create_app

web.run_app(create_app(), host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "parts.http": `@parts = http://localhost:PORT_OF_api/parts

### chain
GET {{parts}}/chain-8ft

### bellows, from the till
# @name bellows
GET {{parts}}/BELLOWS-75
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "aiohttp" }],
  ask: ["parts.http#bellows"],
  facts: ["GET /parts/chain-8ft 200", "GET /parts/BELLOWS-75 404", "GET /parts/bellows-75 200"],
  truth: {
    outcome: "not-found",
    kinds: ["id-format", "case"],
    links: [
      { file: "parts/server.py", text: 'app.router.add_get("/parts/{code' },
      { file: "parts/server.py", text: '"bellows-75": 18' },
    ],
    fixes: [{ url: "/parts/bellows-75" }],
  },
};

const workshop: Scenario = {
  name: "workshop-of-cuckoo-clocks",
  files: {
    "requirements.txt": "flask\n",
    "workshop/__init__.py": "",
    "workshop/app.py": `from flask import Flask, jsonify

app = Flask(__name__)


@app.route("/benches/")
def benches():
    return jsonify([{"id": 1, "who": "Ute"}])


@app.route("/benches/<int:bench>/tools/")
def tools(bench):
    return jsonify(bench=bench, tools=["lathe", "file"])


@app.route("/benches/<int:bench>/jobs")
def jobs(bench):
    return jsonify(bench=bench, jobs=["bellows"])
`,
    "run.py": `import os

from workshop.app import app

app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "workshop.http": `@workshop = http://localhost:PORT_OF_api

### tools
GET {{workshop}}/benches/1/tools/

### jobs
# @name jobs
GET {{workshop}}/benches/1/job
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "flask" }],
  ask: ["workshop.http#jobs"],
  facts: ["GET /benches/1/tools/ 200", "GET /benches/1/job 404", "GET /benches/1/jobs 200"],
  truth: {
    outcome: "not-found",
    kinds: ["path-typo"],
    links: [{ file: "workshop/app.py", text: '@app.route("/benches/<int:bench>/jobs")' }],
    fixes: [{ url: "/benches/1/jobs" }],
  },
};

/** Clocks with a cuckoo. */
export const cuckooClocks: readonly Scenario[] = [order, part, workshop];
