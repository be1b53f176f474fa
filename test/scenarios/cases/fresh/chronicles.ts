import type { Scenario } from "../../scenario.ts";

const manage = `import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chronicle.settings")

if __name__ == "__main__":
    if len(sys.argv) == 1:
        sys.argv += ["runserver", "--noreload", os.environ.get("PORT", "8000")]
    execute_from_command_line(sys.argv)
`;

const donations: Scenario = {
  name: "donations-to-the-chronicle",
  files: {
    "manage.py": manage,
    "chronicle/__init__.py": "",
    "chronicle/settings.py": `SECRET_KEY = "local-only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
APPEND_SLASH = False
ROOT_URLCONF = "chronicle.urls"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "rest_framework", "donations"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
}
`,
    "chronicle/urls.py": `from django.urls import include, path

urlpatterns = [path("api/", include("donations.urls"))]
`,
    "donations/__init__.py": "",
    "donations/urls.py": `from rest_framework.routers import DefaultRouter

from .views import DonationViewSet, DonorViewSet

router = DefaultRouter()
router.register(r"donations", DonationViewSet, basename="donation")
router.register(r"donors", DonorViewSet, basename="donor")
urlpatterns = router.urls
`,
    "donations/views.py": `from rest_framework import viewsets
from rest_framework.decorators import action
from rest_framework.response import Response

DONATIONS = [{"id": 1, "from": 4, "amount": 50}, {"id": 2, "from": 5, "amount": 15}]


class DonationViewSet(viewsets.ViewSet):
    def list(self, request):
        return Response(DONATIONS)

    @action(detail=False, methods=["get"])
    def total(self, request):
        return Response({"total": sum(donation["amount"] for donation in DONATIONS)})


class DonorViewSet(viewsets.ViewSet):
    def list(self, request):
        return Response([{"id": 4}, {"id": 5}])
`,
    "widget/total.js": `export const total = () =>
  fetch("http://localhost:PORT_OF_api/api/donations/total").then((answer) => answer.json());
`,
    "donations.http": `### donors
GET http://localhost:PORT_OF_api/api/donors/

### total for the widget
# @name total
GET http://localhost:PORT_OF_api/api/donations/total
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "rest_framework" }],
  ask: ["donations.http#total"],
  facts: ["GET /api/donors/ 200", "GET /api/donations/total 404", "GET /api/donations/total/ 200"],
  truth: {
    outcome: "not-found",
    kinds: ["trailing-slash"],
    links: [
      { file: "donations/views.py", text: "def total(self, request)" },
      { file: "donations/views.py", text: "@action(detail=False" },
      { file: "donations/urls.py", text: 'router.register(r"donations"' },
      { file: "chronicle/settings.py", text: "APPEND_SLASH = False" },
    ],
    fixes: [{ url: "/api/donations/total/" }],
  },
};

const archive: Scenario = {
  name: "archive-of-the-chronicle",
  files: {
    "manage.py": manage,
    "chronicle/__init__.py": "",
    "chronicle/settings.py": `SECRET_KEY = "local-only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "chronicle.urls"
INSTALLED_APPS = ["articles"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
`,
    "chronicle/urls.py": `from django.urls import include, path

urlpatterns = [path("articles/", include("articles.urls"))]
`,
    "articles/__init__.py": "",
    "articles/urls.py": `from django.urls import path

from articles import views

urlpatterns = [
    path("", views.index),
    path("<slug:slug>/", views.article),
    path("archive/", views.archive),
    path("<slug:slug>/comments/", views.comments),
]
`,
    "articles/views.py": `from django.http import Http404, JsonResponse

ARTICLES = {
    "flood-of-1953": {"title": "The flood of 1953", "year": 1953},
    "new-bridge": {"title": "The new bridge", "year": 2024},
}


def index(request):
    return JsonResponse({"articles": list(ARTICLES)})


def article(request, slug):
    try:
        return JsonResponse(ARTICLES[slug])
    except KeyError:
        raise Http404("No article matches the given query.")


def archive(request):
    years = sorted({article["year"] for article in ARTICLES.values()})
    return JsonResponse({"years": years})


def comments(request, slug):
    return JsonResponse({"slug": slug, "comments": []})
`,
    "chronicle.http": `@base = http://localhost:PORT_OF_web/articles

### one
GET {{base}}/new-bridge/

### by year
# @name archive
GET {{base}}/archive/
`,
  },
  servers: [{ name: "web", entry: "manage.py", needs: "django" }],
  ask: ["chronicle.http#archive"],
  facts: ["GET /articles/new-bridge/ 200", "GET /articles/archive/ 404", "GET /articles/archive/comments/ 200"],
  truth: {
    outcome: "not-found",
    kinds: ["shadowed"],
    links: [
      { file: "articles/urls.py", text: 'path("<slug:slug>/", views.article)' },
      { file: "articles/urls.py", text: 'path("archive/"' },
    ],
  },
};

const photo: Scenario = {
  name: "photo-for-the-front-page",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "photos/__init__.py": "",
    "photos/main.py": `from uuid import UUID

from fastapi import FastAPI, HTTPException

from photos.store import PHOTOS

app = FastAPI()


@app.get("/photos")
def photos():
    return list(PHOTOS.values())


@app.get("/photos/{photo_id}")
def photo(photo_id: UUID):
    if photo_id not in PHOTOS:
        raise HTTPException(status_code=404, detail="Photo not found")
    return PHOTOS[photo_id]
`,
    "photos/store.py": `from uuid import UUID

PHOTOS = {
    UUID("1d5a3f60-0cc7-4a30-9a55-5c2f1f4f4b01"): {"id": "1d5a3f60-0cc7-4a30-9a55-5c2f1f4f4b01", "title": "Bridge"},
    UUID("7e0b9a2e-6a07-4d0e-8f5a-1f3c9be1a702"): {"id": "7e0b9a2e-6a07-4d0e-8f5a-1f3c9be1a702", "title": "Market"},
}
`,
    "run.py": `import os

import uvicorn

uvicorn.run("photos.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "photos.http": `@photos = http://localhost:PORT_OF_api/photos

### bridge
GET {{photos}}/1d5a3f60-0cc7-4a30-9a55-5c2f1f4f4b01

### front page
# @name front
GET {{photos}}/c4f1d2b8-93a6-4b1c-8e77-2f60ad5be934
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["photos.http#front"],
  facts: [
    "GET /photos/1d5a3f60-0cc7-4a30-9a55-5c2f1f4f4b01 200",
    "GET /photos/c4f1d2b8-93a6-4b1c-8e77-2f60ad5be934 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "photos/main.py", text: '@app.get("/photos/{photo_id}")' }],
  },
};

/** The town's chronicle. */
export const chronicles: readonly Scenario[] = [donations, archive, photo];
