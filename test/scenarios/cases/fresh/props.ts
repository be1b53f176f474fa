import type { Scenario } from "../../scenario.ts";

const lendings: Scenario = {
  name: "lendings-of-a-prop-house",
  files: {
    "README.md": `# Prop house

Furniture and weapons (dull ones) for film sets.
`,
    "requirements.txt": "Django~=3.2\ndjangorestframework\n",
    "manage.py": `import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "house.settings")
execute_from_command_line(["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
    "house/__init__.py": "",
    "house/settings.py": `SECRET_KEY = "local"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "house.urls"
INSTALLED_APPS = ["rest_framework", "stock", "lending"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
}
`,
    "house/urls.py": `from django.urls import include, path
from rest_framework.routers import DefaultRouter

from lending.urls import router as lending_router
from stock.urls import router as stock_router

router = DefaultRouter()
router.registry.extend(stock_router.registry)

urlpatterns = [
    path("api/", include(router.urls)),
    path("status/", include("house.status")),
]
`,
    "house/status.py": `from django.http import JsonResponse
from django.urls import path


def status(request):
    return JsonResponse({"up": True})


urlpatterns = [path("", status)]
`,
    "stock/__init__.py": "",
    "stock/urls.py": `from rest_framework.routers import SimpleRouter

from stock.views import ItemViewSet, RoomViewSet

router = SimpleRouter()
router.register("items", ItemViewSet, basename="item")
router.register("rooms", RoomViewSet, basename="room")
`,
    "stock/views.py": `from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

ITEMS = [{"id": 12, "what": "chaise longue", "room": "B"}, {"id": 40, "what": "halberd", "room": "D"}]


class ItemViewSet(ViewSet):
    def list(self, request):
        return Response(ITEMS)


class RoomViewSet(ViewSet):
    def list(self, request):
        return Response(sorted({item["room"] for item in ITEMS}))
`,
    "lending/__init__.py": "",
    "lending/urls.py": `from rest_framework.routers import SimpleRouter

from lending.views import LendingViewSet

router = SimpleRouter()
router.register("lendings", LendingViewSet, basename="lending")
`,
    "lending/views.py": `from django.http import Http404
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

LENDINGS = {"1": {"item": 12, "production": "The Long Gallery", "until": "2026-12-04"}}


class LendingViewSet(ViewSet):
    def list(self, request):
        return Response([{"id": number, **lending} for number, lending in LENDINGS.items()])

    def retrieve(self, request, pk):
        if pk not in LENDINGS:
            raise Http404
        return Response(LENDINGS[pk])
`,
    "props.http": `@house = http://localhost:PORT_OF_api

### root
GET {{house}}/api/

### items
GET {{house}}/api/items/

### what is out
# @name out
GET {{house}}/api/lendings/
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "rest_framework" }],
  ask: ["props.http#out"],
  facts: [
    "GET /api/ 200",
    "GET /api/items/ 200",
    "GET /api/rooms/ 200",
    "GET /api/lendings/ 404",
    "GET /lendings/ 404",
    "GET /status/ 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [
      { file: "house/urls.py", text: "from lending.urls import router as lending_router" },
      { file: "house/urls.py", text: "router.registry.extend(stock_router.registry)" },
      { file: "lending/urls.py", text: 'router.register("lendings"' },
    ],
    fixes: [{ kind: "register-route" }],
  },
};

/** A house that lends props to film productions. */
export const props: readonly Scenario[] = [lendings];
