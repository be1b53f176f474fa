import type { Scenario } from "../../scenario.ts";

const SETTINGS = `SECRET_KEY = "local"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "config.urls"
USE_TZ = True
`;

const MANAGE = `import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.management import execute_from_command_line

    port = os.environ.get("PORT", "8000")
    execute_from_command_line(sys.argv if len(sys.argv) > 1 else [sys.argv[0], "runserver", "--noreload", port])
`;

const orders: Scenario = {
  name: "saddlers-order-of-a-customer",
  files: {
    "manage.py": MANAGE,
    "config/__init__.py": "",
    "config/settings.py": `${SETTINGS}INSTALLED_APPS = ["rest_framework", "orders"]
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["orders.authentication.BearerAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["orders.authentication.HasUser"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "UNAUTHENTICATED_USER": None,
}
`,
    "config/urls.py": `from django.urls import include, path

urlpatterns = [path("api/", include("orders.urls"))]
`,
    "orders/__init__.py": "",
    "orders/authentication.py": `from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import BasePermission

from orders.data import USERS


class BearerAuthentication(BaseAuthentication):
    def authenticate(self, request):
        header = request.headers.get("Authorization", "")
        if not header.startswith("Bearer "):
            return None
        user = USERS.get(header[7:])
        if user is None:
            raise AuthenticationFailed("Invalid token")
        return user, header[7:]

    def authenticate_header(self, request):
        return "Bearer"


class HasUser(BasePermission):
    def has_permission(self, request, view):
        return request.user is not None
`,
    "orders/data.py": `USERS = {"tok-marin-51": "marin", "tok-osei-88": "osei"}

ORDERS = [
    {"id": 2001, "customer": "marin", "item": "Dressage saddle", "state": "stitching"},
    {"id": 2002, "customer": "osei", "item": "Bridle", "state": "ready"},
    {"id": 2003, "customer": "marin", "item": "Girth", "state": "ready"},
]
`,
    "orders/urls.py": `from django.urls import path

from orders.views import OrderDetail, OrderList

urlpatterns = [
    path("orders/", OrderList.as_view()),
    path("orders/<int:pk>/", OrderDetail.as_view()),
]
`,
    "orders/views.py": `from django.http import Http404
from rest_framework.response import Response
from rest_framework.views import APIView

from orders.data import ORDERS


class OrderViewMixin:
    def get_queryset(self):
        return [order for order in ORDERS if order["customer"] == self.request.user]


class OrderList(OrderViewMixin, APIView):
    def get(self, request):
        return Response(self.get_queryset())


class OrderDetail(OrderViewMixin, APIView):
    def get(self, request, pk):
        for order in self.get_queryset():
            if order["id"] == pk:
                return Response(order)
        raise Http404
`,
    "http-client.env.json": `{
  "marin": { "base": "http://localhost:PORT_OF_api/api", "token": "tok-marin-51" },
  "osei": { "base": "http://localhost:PORT_OF_api/api", "token": "tok-osei-88" }
}
`,
    "orders.http": `### my orders
GET {{base}}/orders/
Authorization: Bearer {{token}}

### the bridle
# @name bridle
GET {{base}}/orders/2002/
Authorization: Bearer {{token}}
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "rest_framework" }],
  ask: ["orders.http#bridle", "--env", "marin"],
  facts: [
    "GET /api/orders/ 401",
    "GET /api/orders/ 200 | Authorization: Bearer tok-marin-51",
    "GET /api/orders/2002/ 404 | Authorization: Bearer tok-marin-51",
    "GET /api/orders/2002/ 200 | Authorization: Bearer tok-osei-88",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [
      { file: "orders/views.py", text: 'order["customer"] == self.request.user' },
      { file: "orders/views.py", text: "for order in self.get_queryset():" },
      { file: "orders/data.py", text: '"id": 2002' },
    ],
  },
  credentials: [
    { value: "tok-marin-51", servers: ["api"] },
    { value: "tok-osei-88", servers: ["api"] },
  ],
};

const journal: Scenario = {
  name: "saddlers-journal-archive",
  files: {
    "manage.py": MANAGE,
    "config/__init__.py": "",
    "config/settings.py": `${SETTINGS}INSTALLED_APPS = ["journal"]
`,
    "config/urls.py": `from django.urls import include, path

urlpatterns = [path("journal/", include("journal.urls"))]
`,
    "journal/__init__.py": "",
    "journal/urls.py": `from django.urls import path

from journal import views

app_name = "journal"
urlpatterns = [
    path("", views.index, name="index"),
    path("<slug:slug>/", views.entry, name="entry"),
    path("archive/", views.archive, name="archive"),
    path("archive/<int:year>/", views.year, name="year"),
]
`,
    "journal/views.py": `from django.http import Http404, JsonResponse

ENTRIES = {
    "oak-bark": {"title": "Tanning with oak bark", "year": 2024},
    "hand-stitch": {"title": "The hand stitch", "year": 2025},
}


def index(request):
    return JsonResponse({"entries": sorted(ENTRIES)})


def entry(request, slug):
    try:
        return JsonResponse(ENTRIES[slug])
    except KeyError:
        raise Http404("No entry of that name")


def archive(request):
    return JsonResponse({"years": sorted({e["year"] for e in ENTRIES.values()})})


def year(request, year):
    return JsonResponse({"entries": [e["title"] for e in ENTRIES.values() if e["year"] == year]})
`,
    "journal.http": `@site = http://localhost:PORT_OF_site

###
GET {{site}}/journal/

###
GET {{site}}/journal/oak-bark/

###
# @name archive
GET {{site}}/journal/archive/
`,
  },
  servers: [{ name: "site", entry: "manage.py", needs: "django" }],
  ask: ["journal.http#archive"],
  facts: [
    "GET /journal/ 200",
    "GET /journal/oak-bark/ 200",
    "GET /journal/archive/ 404",
    "GET /journal/archive/2024/ 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["shadowed"],
    links: [
      { file: "journal/urls.py", text: 'path("<slug:slug>/"' },
      { file: "journal/urls.py", text: 'path("archive/", views.archive' },
    ],
    fixes: [{ kind: "edit-route" }],
  },
};

const leathers: Scenario = {
  name: "saddlers-leather-on-stock",
  files: {
    "manage.py": MANAGE,
    "config/__init__.py": "",
    "config/settings.py": `${SETTINGS}INSTALLED_APPS = ["rest_framework", "stock"]
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "UNAUTHENTICATED_USER": None,
}
`,
    "config/urls.py": `from django.urls import include, path
from rest_framework.routers import DefaultRouter

from stock.views import LeatherViewSet

router = DefaultRouter()
router.register("leathers", LeatherViewSet, basename="leather")

urlpatterns = [path("api/v1/", include(router.urls))]
`,
    "stock/__init__.py": "",
    "stock/views.py": `from django.http import Http404
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

LEATHERS = {"calf": 14, "pigskin": 3, "bridle-butt": 0}


class LeatherViewSet(ViewSet):
    lookup_value_regex = "[a-z-]+"

    def list(self, request):
        return Response([{"name": name, "sides": sides} for name, sides in LEATHERS.items()])

    def retrieve(self, request, pk=None):
        if pk not in LEATHERS:
            raise Http404
        return Response({"name": pk, "sides": LEATHERS[pk]})
`,
    "stock.http": `@api = http://localhost:PORT_OF_api/api/v1

### all
GET {{api}}/leathers/

### one
# @name one
GET {{api}}/leathers/bridle-butt/
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "rest_framework" }],
  ask: ["stock.http#one"],
  facts: ["GET /api/v1/leathers/ 200", "GET /api/v1/leathers/bridle-butt/ 200"],
  truth: { outcome: "answered", kinds: [] },
};

/** A saddler: orders of customers, a journal and the leather on stock. */
export const saddlers: readonly Scenario[] = [orders, journal, leathers];
