import type { Scenario } from "../../scenario.ts";

const booths: Scenario = {
  name: "booth-of-a-fortune-teller",
  files: {
    "requirements.txt": "flask\n",
    "booths/__init__.py": "",
    "booths/config.py": `class Config:
    SERVER_NAME = "fortunes.test:8000"
    TESTING = False
`,
    "booths/app.py": `from flask import Flask

from booths.api import api
from booths.config import Config

app = Flask(__name__, subdomain_matching=True)
app.config.from_object(Config)
app.register_blueprint(api, subdomain="api")
`,
    "booths/api.py": `from flask import Blueprint, jsonify

api = Blueprint("api", __name__)


@api.route("/services")
def services():
    return jsonify(zora=["cards", "palm"], mirko=["tea leaves"])


@api.route("/hours")
def hours():
    return jsonify(opens="16:00")
`,
    "run.py": `import os

from werkzeug.serving import run_simple

from booths.app import app

run_simple("127.0.0.1", int(os.environ.get("PORT", "8000")), app)
`,
    "booths.http": `@booth = http://localhost:PORT_OF_api

### what is offered
# @name services
GET {{booth}}/services
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "flask" }],
  ask: ["booths.http#services"],
  facts: ["GET /services 404", "GET /services 200 | Host: api.fortunes.test:8000"],
  truth: {
    outcome: "not-found",
    kinds: ["host-unmatched"],
    links: [
      { file: "booths/config.py", text: "SERVER_NAME =" },
      { file: "booths/app.py", text: 'app.register_blueprint(api, subdomain="api")' },
      { file: "booths/app.py", text: "subdomain_matching=True" },
    ],
  },
};

const reading: Scenario = {
  name: "reading-of-somebody-else",
  files: {
    "manage.py": `import os
import sys

import django
from django.core.management import call_command, execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fortune.settings")

if __name__ == "__main__":
    if len(sys.argv) == 1:
        django.setup()
        call_command("migrate", run_syncdb=True, verbosity=0)
        call_command("loaddata", "demo", verbosity=0)
        sys.argv += ["runserver", "--noreload", os.environ.get("PORT", "8000")]
    execute_from_command_line(sys.argv)
`,
    "fortune/__init__.py": "",
    "fortune/settings.py": `from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = "local-only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "fortune.urls"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "readings"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware", "readings.auth.KeyMiddleware"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "db.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
`,
    "fortune/urls.py": `from django.urls import include, path

urlpatterns = [path("readings/", include("readings.urls"))]
`,
    "readings/__init__.py": "",
    "readings/auth.py": `from django.contrib.auth.models import AnonymousUser, User


class KeyMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        name = request.headers.get("X-Key", "").removeprefix("key-")
        request.user = User.objects.filter(username=name).first() or AnonymousUser()
        return self.get_response(request)
`,
    "readings/models.py": `from django.contrib.auth.models import User
from django.db import models


class Reading(models.Model):
    client = models.ForeignKey(User, on_delete=models.CASCADE)
    text = models.TextField()
`,
    "readings/urls.py": `from django.urls import path

from readings.views import ReadingDetail

urlpatterns = [path("<int:pk>/", ReadingDetail.as_view(), name="reading")]
`,
    "readings/views.py": `from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.views import View

from readings.models import Reading


class ReadingDetail(View):
    def get(self, request, pk):
        reading = get_object_or_404(Reading, pk=pk, client_id=request.user.pk)
        return JsonResponse({"id": reading.pk, "text": reading.text})
`,
    "readings/fixtures/demo.json": `[
  { "model": "auth.user", "pk": 1, "fields": { "username": "petra", "password": "!" } },
  { "model": "auth.user", "pk": 2, "fields": { "username": "vito", "password": "!" } },
  { "model": "readings.reading", "pk": 61, "fields": { "client": 1, "text": "A long journey." } },
  { "model": "readings.reading", "pk": 62, "fields": { "client": 2, "text": "A letter arrives." } }
]
`,
    "readings.http": `@api = http://localhost:PORT_OF_api

### mine
GET {{api}}/readings/61/
X-Key: key-petra

### from the link in the chat
# @name shared
GET {{api}}/readings/62/
X-Key: key-petra
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "django" }],
  ask: ["readings.http#shared"],
  facts: [
    "GET /readings/61/ 200 | X-Key: key-petra",
    "GET /readings/62/ 404 | X-Key: key-petra",
    "GET /readings/62/ 200 | X-Key: key-vito",
    "GET /readings/99/ 404 | X-Key: key-petra",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [
      { file: "readings/views.py", text: "get_object_or_404(Reading, pk=pk, client_id" },
      { file: "readings/fixtures/demo.json", text: '"pk": 62' },
    ],
  },
  credentials: [{ value: "key-petra", servers: ["api"] }],
};

/** At the fortune teller's. */
export const fortunes: readonly Scenario[] = [booths, reading];
