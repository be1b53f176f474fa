import type { Scenario } from "../../scenario.ts";

const call: Scenario = {
  name: "call-of-a-foundation",
  files: {
    "README.md": `# Calls for applications

\`python serve.py\` makes a fresh database from \`calls/fixtures\` and serves it.
`,
    ".gitignore": "*.sqlite3\n__pycache__/\n",
    "requirements.txt": "Django==3.2.*\n",
    "serve.py": `import os

import django
from django.core.management import call_command

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "foundation.settings")
django.setup()

call_command("migrate", run_syncdb=True, verbosity=0)
call_command("loaddata", "calls", verbosity=0)
call_command("runserver", os.environ.get("PORT", "8000"), use_reloader=False)
`,
    "foundation/__init__.py": "",
    "foundation/settings.py": `from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = "local"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "foundation.urls"
INSTALLED_APPS = ["calls"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "foundation.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
USE_TZ = True
`,
    "foundation/urls.py": `from django.urls import include, path

urlpatterns = [
    path("calls/", include(("calls.urls", "calls"))),
]
`,
    "calls/__init__.py": "",
    "calls/apps.py": `from django.apps import AppConfig


class CallsConfig(AppConfig):
    name = "calls"
`,
    "calls/models.py": `from django.db import models


class CurrentManager(models.Manager):
    def get_queryset(self):
        return super().get_queryset().filter(is_archived=False)


class Call(models.Model):
    slug = models.SlugField(unique=True)
    title = models.CharField(max_length=200)
    budget = models.PositiveIntegerField()
    closes_on = models.DateField()
    is_archived = models.BooleanField(default=False)

    objects = CurrentManager()
    every = models.Manager()

    class Meta:
        ordering = ["closes_on"]
        base_manager_name = "every"

    def as_dict(self):
        return {"slug": self.slug, "title": self.title, "budget": self.budget, "closesOn": self.closes_on.isoformat()}
`,
    "calls/urls.py": `from django.urls import path

from calls import views

urlpatterns = [
    path("", views.CallList.as_view(), name="list"),
    path("<slug:slug>/", views.CallDetail.as_view(), name="detail"),
]
`,
    "calls/views.py": `from django.http import JsonResponse
from django.views.generic import DetailView, ListView

from calls.models import Call


class CallList(ListView):
    model = Call

    def render_to_response(self, context, **kwargs):
        return JsonResponse({"calls": [one.as_dict() for one in context["object_list"]]})


class CallDetail(DetailView):
    model = Call

    def render_to_response(self, context, **kwargs):
        return JsonResponse(context["object"].as_dict())
`,
    "calls/fixtures/calls.json": `[
  {
    "model": "calls.call",
    "pk": 41,
    "fields": {
      "slug": "rural-libraries-2025",
      "title": "Rural libraries",
      "budget": 180000,
      "closes_on": "2025-09-30",
      "is_archived": true
    }
  },
  {
    "model": "calls.call",
    "pk": 44,
    "fields": {
      "slug": "night-trains",
      "title": "Night trains for young people",
      "budget": 90000,
      "closes_on": "2026-12-15",
      "is_archived": false
    }
  },
  {
    "model": "calls.call",
    "pk": 45,
    "fields": {
      "slug": "village-choirs",
      "title": "Choirs in villages",
      "budget": 60000,
      "closes_on": "2027-01-31",
      "is_archived": false
    }
  }
]
`,
    "docs/links.md": `# Links we have given out

| where | link |
| --- | --- |
| press release of March 2025 | /calls/rural-libraries-2025/ |
| autumn leaflet | /calls/night-trains/ |
`,
    "calls.http": `@site = http://localhost:PORT_OF_api

### what can be applied for
GET {{site}}/calls/

### in the leaflet
GET {{site}}/calls/night-trains/

### in the press release
# @name press
GET {{site}}/calls/rural-libraries-2025/
`,
  },
  servers: [{ name: "api", entry: "serve.py", needs: "django" }],
  ask: ["calls.http#press"],
  facts: [
    "GET /calls/ 200",
    "GET /calls/night-trains/ 200",
    "GET /calls/rural-libraries-2025/ 404",
    "GET /calls/rural-libraries/ 404",
    "GET /nothing/ 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["archived"],
    links: [
      { file: "calls/models.py", text: "filter(is_archived=False)" },
      { file: "calls/models.py", text: "objects = CurrentManager()" },
      { file: "calls/fixtures/calls.json", text: '"slug": "rural-libraries-2025"' },
      { file: "calls/fixtures/calls.json", text: '"is_archived": true' },
      { file: "calls/views.py", text: "class CallDetail(DetailView)" },
      { file: "calls/urls.py", text: 'path("<slug:slug>/"' },
    ],
  },
};

/** A foundation and its calls for applications. */
export const grants: readonly Scenario[] = [call];
