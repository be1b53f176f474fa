import type { Scenario } from "../../scenario.ts";

const manage = `import os
import sys

import django
from django.core.management import call_command, execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mic.settings")

if __name__ == "__main__":
    if len(sys.argv) == 1:
        django.setup()
        call_command("migrate", run_syncdb=True, verbosity=0)
        call_command("loaddata", "demo", verbosity=0)
        sys.argv += ["runserver", "--noreload", os.environ.get("PORT", "8000")]
    execute_from_command_line(sys.argv)
`;

const settings = `from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = "local-only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "mic.urls"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "rest_framework", "rest_framework.authtoken", "sets"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "db.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
USE_TZ = True
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.TokenAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
}
`;

const fixture = `[
  { "model": "auth.user", "pk": 1, "fields": { "username": "lena", "password": "!" } },
  { "model": "auth.user", "pk": 2, "fields": { "username": "omar", "password": "!" } },
  { "model": "authtoken.token", "pk": "tok-lena-77aa", "fields": { "user": 1, "created": "2026-01-01T00:00:00Z" } },
  { "model": "authtoken.token", "pk": "tok-omar-12bb", "fields": { "user": 2, "created": "2026-01-01T00:00:00Z" } },
  { "model": "sets.set", "pk": 30, "fields": { "performer": 1, "title": "Two songs about rain", "retired": false } },
  { "model": "sets.set", "pk": 31, "fields": { "performer": 2, "title": "Stand-up, first try", "retired": false } },
  { "model": "sets.set", "pk": 32, "fields": { "performer": 1, "title": "Old jokes", "retired": true } }
]
`;

const base = {
  "manage.py": manage,
  "mic/__init__.py": "",
  "mic/settings.py": settings,
  "mic/urls.py": `from django.urls import include, path

urlpatterns = [path("api/", include("sets.urls"))]
`,
  "sets/__init__.py": "",
  "sets/models.py": `from django.conf import settings
from django.db import models


class Set(models.Model):
    performer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    title = models.CharField(max_length=200)
    retired = models.BooleanField(default=False)
`,
  "sets/serializers.py": `from rest_framework import serializers

from sets.models import Set


class SetSerializer(serializers.ModelSerializer):
    class Meta:
        model = Set
        fields = ["id", "title"]
`,
  "sets/urls.py": `from rest_framework.routers import DefaultRouter

from sets.views import SetViewSet

router = DefaultRouter()
router.register("sets", SetViewSet, basename="set")
urlpatterns = router.urls
`,
  "sets/fixtures/demo.json": fixture,
};

const other: Scenario = {
  name: "set-of-another-performer",
  files: {
    ...base,
    "sets/views.py": `from rest_framework.viewsets import ReadOnlyModelViewSet

from sets.models import Set
from sets.serializers import SetSerializer


class SetViewSet(ReadOnlyModelViewSet):
    serializer_class = SetSerializer

    def get_queryset(self):
        return Set.objects.filter(performer=self.request.user)
`,
    "sets.http": `@mic = http://localhost:PORT_OF_api/api
@token = tok-omar-12bb

### mine
GET {{mic}}/sets/31/
Authorization: Token {{token}}

### the one before me
# @name before
GET {{mic}}/sets/30/
Authorization: Token {{token}}
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "rest_framework" }],
  ask: ["sets.http#before"],
  facts: [
    "GET /api/sets/31/ 200 | Authorization: Token tok-omar-12bb",
    "GET /api/sets/30/ 404 | Authorization: Token tok-omar-12bb",
    "GET /api/sets/30/ 200 | Authorization: Token tok-lena-77aa",
    "GET /api/sets/999/ 404 | Authorization: Token tok-omar-12bb",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [
      { file: "sets/views.py", text: "filter(performer=self.request.user)" },
      { file: "sets/fixtures/demo.json", text: '"pk": 30' },
    ],
  },
  credentials: [
    { value: "tok-omar-12bb", servers: ["api"] },
    { value: "tok-lena-77aa", servers: [] },
  ],
};

const retired: Scenario = {
  name: "set-with-old-jokes",
  files: {
    ...base,
    "sets/views.py": `from rest_framework.viewsets import ReadOnlyModelViewSet

from sets.models import Set
from sets.serializers import SetSerializer


class SetViewSet(ReadOnlyModelViewSet):
    serializer_class = SetSerializer
    queryset = Set.objects.exclude(retired=True)
`,
    "sets.http": `@mic = http://localhost:PORT_OF_api/api
@token = tok-lena-77aa

### rain
GET {{mic}}/sets/30/
Authorization: Token {{token}}

### jokes
# @name jokes
GET {{mic}}/sets/32/
Authorization: Token {{token}}
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "rest_framework" }],
  ask: ["sets.http#jokes"],
  facts: [
    "GET /api/sets/30/ 200 | Authorization: Token tok-lena-77aa",
    "GET /api/sets/32/ 404 | Authorization: Token tok-lena-77aa",
    "GET /api/sets/999/ 404 | Authorization: Token tok-lena-77aa",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["archived", "deleted"],
    links: [
      { file: "sets/views.py", text: "exclude(retired=True)" },
      { file: "sets/fixtures/demo.json", text: '"pk": 32' },
    ],
  },
  credentials: [{ value: "tok-lena-77aa", servers: ["api"] }],
};

/** At the open mic. */
export const openMics: readonly Scenario[] = [other, retired];
