import type { Scenario } from "../../scenario.ts";

const basic: Scenario = {
  name: "till-report-for-the-owner",
  files: {
    "requirements.txt": "django\ndjangorestframework\n",
    "kiosk/__init__.py": "",
    "kiosk/settings.py": `import os

SECRET_KEY = "kiosk"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "kiosk.urls"
INSTALLED_APPS = ["rest_framework"]
MIDDLEWARE = []
OWNER_TOKEN = os.environ.get("OWNER_TOKEN", "")
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
}
`,
    "kiosk/permissions.py": `from django.conf import settings
from django.http import Http404
from rest_framework.permissions import BasePermission


class OwnerOrNothing(BasePermission):
    def has_permission(self, request, view):
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme != "Token" or token != settings.OWNER_TOKEN:
            raise Http404
        return True
`,
    "kiosk/views.py": `from rest_framework.response import Response
from rest_framework.views import APIView

from kiosk.permissions import OwnerOrNothing


class Opening(APIView):
    def get(self, request):
        return Response({"opens": "06:00"})


class TillReport(APIView):
    permission_classes = [OwnerOrNothing]

    def get(self, request, day):
        return Response({"day": day, "cents": 41250})
`,
    "kiosk/urls.py": `from django.urls import path

from kiosk.views import Opening, TillReport

urlpatterns = [
    path("opening/", Opening.as_view()),
    path("till/<str:day>/", TillReport.as_view()),
]
`,
    "serve.py": `import os
from wsgiref.simple_server import make_server

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kiosk.settings")

from django.core.wsgi import get_wsgi_application  # noqa: E402

make_server("127.0.0.1", int(os.environ.get("PORT", "8000")), get_wsgi_application()).serve_forever()
`,
    "kiosk.http": `@kiosk = http://localhost:PORT_OF_api

### opening
GET {{kiosk}}/opening/

### Saturday
# @name saturday
GET {{kiosk}}/till/2026-11-21/
`,
  },
  servers: [{ name: "api", entry: "serve.py", needs: "rest_framework", env: { OWNER_TOKEN: "ow-5c20" } }],
  ask: ["kiosk.http#saturday"],
  facts: [
    "GET /opening/ 200",
    "GET /till/2026-11-21/ 404",
    "GET /till/2026-11-21/ 200 | Authorization: Token ow-5c20",
    "GET /till/2026-11-20/ 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-endpoint"],
    links: [
      { file: "kiosk/permissions.py", text: "raise Http404" },
      { file: "kiosk/permissions.py", text: 'scheme != "Token"' },
      { file: "kiosk/views.py", text: "permission_classes" },
      { file: "kiosk/urls.py", text: "TillReport.as_view()" },
    ],
  },
};

/** Kiosks: a permission that hides what it guards. */
export const kiosks: readonly Scenario[] = [basic];
