import type { Scenario } from "../../scenario.ts";

const manage = (tail: string) => `import os
import sys
${tail}
from django.core.management import ${tail === "" ? "" : "call_command, "}execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "brooms.settings")

if __name__ == "__main__":
    if len(sys.argv) == 1:${
      tail === ""
        ? ""
        : `
        django.setup()
        call_command("migrate", run_syncdb=True, verbosity=0)
        call_command("loaddata", "books", verbosity=0)`
    }
        sys.argv += ["runserver", "--noreload", os.environ.get("PORT", "8000")]
    execute_from_command_line(sys.argv)
`;

const sheet: Scenario = {
  name: "stylesheet-of-the-broom-shop",
  files: {
    "manage.py": manage(""),
    "brooms/__init__.py": "",
    "brooms/settings.py": `from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = "local-only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "brooms.urls"
INSTALLED_APPS = ["django.contrib.staticfiles", "shop"]
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "collected"
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
`,
    "brooms/urls.py": `from django.urls import path
from django.views.generic import TemplateView

urlpatterns = [path("", TemplateView.as_view(template_name="shop/home.html"))]
`,
    "shop/__init__.py": "",
    "shop/templates/shop/home.html": `{% load static %}<!doctype html>
<link rel="stylesheet" href="{% static 'shop/site.css' %}">
<h1>Brooms</h1>
`,
    "shop/static/shop/site.css": "h1 { color: olive; }\n",
    "shop.http": `### page
GET http://localhost:PORT_OF_web/

### its style
# @name style
GET http://localhost:PORT_OF_web/static/shop/site.css
Accept: text/css
`,
  },
  servers: [{ name: "web", entry: "manage.py", needs: "django" }],
  ask: ["shop.http#style"],
  facts: ["GET / 200", "GET /static/shop/site.css 404"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off", "not-registered"],
    links: [
      { file: "brooms/settings.py", text: "DEBUG = False" },
      { file: "brooms/settings.py", text: "STATIC_URL" },
      { file: "brooms/settings.py", text: "STATIC_ROOT" },
      { file: "brooms/settings.py", text: '"django.contrib.staticfiles"' },
      { file: "shop/static/shop/site.css", text: "olive" },
    ],
  },
};

const book: Scenario = {
  name: "book-about-brooms",
  files: {
    "manage.py": manage("\nimport django"),
    "brooms/__init__.py": "",
    "brooms/settings.py": `from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = "local-only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "brooms.urls"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "rest_framework", "library"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "db.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
REST_FRAMEWORK = {"DEFAULT_AUTHENTICATION_CLASSES": [], "UNAUTHENTICATED_USER": None}
`,
    "brooms/urls.py": `from django.urls import include, path
from rest_framework.routers import DefaultRouter

from library.views import BookViewSet

router = DefaultRouter()
router.register("books", BookViewSet)

urlpatterns = [path("api/", include(router.urls))]
`,
    "library/__init__.py": "",
    "library/models.py": `from django.db import models


class Book(models.Model):
    slug = models.SlugField(unique=True)
    title = models.CharField(max_length=120)
`,
    "library/views.py": `from rest_framework import serializers, viewsets

from library.models import Book


class BookSerializer(serializers.ModelSerializer):
    class Meta:
        model = Book
        fields = ["id", "slug", "title"]


class BookViewSet(viewsets.ReadOnlyModelViewSet):
    queryset = Book.objects.order_by("pk")
    serializer_class = BookSerializer
    lookup_field = "slug"
`,
    "library/fixtures/books.json": `[
  { "model": "library.book", "pk": 12, "fields": { "slug": "besom-and-birch", "title": "Besom and birch" } },
  { "model": "library.book", "pk": 13, "fields": { "slug": "the-flat-broom", "title": "The flat broom" } }
]
`,
    "books.http": `@books = http://localhost:PORT_OF_api/api/books

### the flat broom
GET {{books}}/the-flat-broom/

### besom and birch
# @name besom
GET {{books}}/12/
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "rest_framework" }],
  ask: ["books.http#besom"],
  facts: ["GET /api/books/the-flat-broom/ 200", "GET /api/books/12/ 404", "GET /api/books/besom-and-birch/ 200"],
  truth: {
    outcome: "not-found",
    kinds: ["id-format", "unknown-id"],
    links: [
      { file: "library/views.py", text: 'lookup_field = "slug"' },
      { file: "library/fixtures/books.json", text: '"pk": 12' },
      { file: "brooms/urls.py", text: 'router.register("books"' },
    ],
    fixes: [{ url: "/api/books/besom-and-birch/" }],
  },
};

/** Makers of brooms. */
export const broomMakers: readonly Scenario[] = [sheet, book];
