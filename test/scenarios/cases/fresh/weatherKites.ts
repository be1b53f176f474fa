import type { Scenario } from "../../scenario.ts";

const news: Scenario = {
  name: "news-of-the-weather-kites",
  files: {
    "manage.py": `import os
import sys

import django
from django.core.management import call_command, execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_kites.settings")

if __name__ == "__main__":
    if len(sys.argv) == 1:
        django.setup()
        call_command("migrate", run_syncdb=True, verbosity=0)
        call_command("loaddata", "pages", verbosity=0)
        sys.argv += ["runserver", "--noreload", os.environ.get("PORT", "8000")]
    execute_from_command_line(sys.argv)
`,
    "site_kites/__init__.py": "",
    "site_kites/settings.py": `from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = "local-only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
SITE_ID = 1
ROOT_URLCONF = "site_kites.urls"
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.sites",
    "django.contrib.redirects",
    "news",
]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "db.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
`,
    "site_kites/urls.py": `from django.urls import path

from news.views import article, index

urlpatterns = [path("news/", index), path("news/<slug:slug>/", article)]
`,
    "news/__init__.py": "",
    "news/views.py": `from django.http import Http404, JsonResponse

NEWS = {"record-height": "A record: 4 200 m", "new-line": "A new line of silk"}


def index(request):
    return JsonResponse({"news": NEWS})


def article(request, slug):
    if slug not in NEWS:
        raise Http404
    return JsonResponse({"slug": slug, "title": NEWS[slug]})
`,
    "news/fixtures/pages.json": `[
  { "model": "sites.site", "pk": 1, "fields": { "domain": "kites.test", "name": "Kites" } },
  {
    "model": "redirects.redirect",
    "pk": 1,
    "fields": { "site": 1, "old_path": "/news/4200-metres/", "new_path": "/news/record-height/" }
  }
]
`,
    "news.http": `@news = http://localhost:PORT_OF_web/news

### silk
GET {{news}}/new-line/

### linked from elsewhere
# @name linked
GET {{news}}/4200-metres/
`,
  },
  servers: [{ name: "web", entry: "manage.py", needs: "django" }],
  ask: ["news.http#linked"],
  facts: ["GET /news/new-line/ 200", "GET /news/4200-metres/ 404", "GET /news/record-height/ 200"],
  truth: {
    outcome: "not-found",
    kinds: ["renamed-slug", "path-moved"],
    links: [
      { file: "news/fixtures/pages.json", text: '"/news/4200-metres/"' },
      { file: "site_kites/urls.py", text: 'path("news/<slug:slug>/"' },
    ],
    fixes: [{ url: "/news/record-height/" }],
  },
};

const flight: Scenario = {
  name: "flight-of-a-weather-kite",
  files: {
    "manage.py": `import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "flights.settings")

if __name__ == "__main__":
    if len(sys.argv) == 1:
        sys.argv += ["runserver", "--noreload", os.environ.get("PORT", "8000")]
    execute_from_command_line(sys.argv)
`,
    "flights/__init__.py": "",
    "flights/settings.py": `SECRET_KEY = "local-only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "flights.urls"
INSTALLED_APPS = ["flights"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
`,
    "flights/urls.py": `from django.urls import path

from flights import views

handler404 = "flights.views.not_found"

urlpatterns = [
    path("api/flights/", views.flights),
    path("api/flights/<int:number>/", views.flight),
]
`,
    "flights/views.py": `from django.http import Http404, JsonResponse

FLIGHTS = [{"number": 31, "metres": 2100}, {"number": 32, "metres": 3400}]


def flights(request):
    return JsonResponse({"flights": FLIGHTS})


def flight(request, number):
    for candidate in FLIGHTS:
        if candidate["number"] == number:
            return JsonResponse(candidate)
    raise Http404


def not_found(request, exception):
    return JsonResponse({"error": "not_found"}, status=404)
`,
    "flights.http": `@flights = http://localhost:PORT_OF_api/api/flights

###
GET {{flights}}/31/

###
# @name last
GET {{flights}}/39/
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "django" }],
  ask: ["flights.http#last"],
  facts: ["GET /api/flights/31/ 200", "GET /api/flights/39/ 404", "GET /nothing/ 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "flights/urls.py", text: 'path("api/flights/<int:number>/"' },
      { file: "flights/views.py", text: "def flight(request, number)" },
    ],
  },
};

/** Kites for the weather. */
export const weatherKites: readonly Scenario[] = [news, flight];
