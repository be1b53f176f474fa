import type { Scenario } from "../../scenario.ts";

const inspections: Scenario = {
  name: "inspections-of-a-hive",
  files: {
    "README.md": `# Apiary book

Keeps the inspections of all stands. \`python manage.py\` starts it on port 8000.

- \`apiary/\` settings and URLs
- \`hives/\` hives, inspections, treatments
- \`requests/\` what the tablet and the office send
`,
    "requirements.txt": "django>=3.2,<4\ndjangorestframework==3.14.0\n",
    "manage.py": `import os
import sys

from django.core.management import execute_from_command_line


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "apiary.settings")
    if len(sys.argv) == 1:
        sys.argv += ["runserver", "--noreload", os.environ.get("PORT", "8000")]
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
`,
    "apiary/__init__.py": "",
    "apiary/settings.py": `import os

SECRET_KEY = os.environ.get("APIARY_SECRET_KEY", "local")
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "apiary.urls"
INSTALLED_APPS = ["rest_framework", "hives"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
APPEND_SLASH = True
USE_TZ = True

REST_FRAMEWORK = {
    "DEFAULT_VERSIONING_CLASS": "rest_framework.versioning.URLPathVersioning",
    "DEFAULT_VERSION": "v2",
    "ALLOWED_VERSIONS": ["v2"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
}
`,
    "apiary/urls.py": `from django.urls import include, re_path

urlpatterns = [
    re_path(r"^api/(?P<version>v[0-9]+)/", include("hives.urls")),
]
`,
    "hives/__init__.py": "",
    "hives/urls.py": `from django.urls import path
from rest_framework.routers import DefaultRouter

from hives.views import HiveViewSet, TreatmentList

router = DefaultRouter()
router.register("hives", HiveViewSet, basename="hive")

urlpatterns = [
    path("treatments/", TreatmentList.as_view(), name="treatments"),
    *router.urls,
]
`,
    "hives/views.py": `from rest_framework.decorators import action
from rest_framework.exceptions import NotFound
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework.viewsets import ViewSet

from hives.book import HIVES, INSPECTIONS, TREATMENTS


class HiveViewSet(ViewSet):
    lookup_field = "code"
    lookup_value_regex = "H-[0-9]{2}"

    def list(self, request, version=None):
        return Response(list(HIVES.values()))

    def retrieve(self, request, code, version=None):
        if code not in HIVES:
            raise NotFound(f"No hive {code}.")
        return Response(HIVES[code])

    @action(detail=True)
    def inspections(self, request, code, version=None):
        if code not in HIVES:
            raise NotFound(f"No hive {code}.")
        return Response([one for one in INSPECTIONS if one["hive"] == code])


class TreatmentList(APIView):
    def get(self, request, version=None):
        return Response(TREATMENTS)
`,
    "hives/book.py": `HIVES = {
    "H-03": {"code": "H-03", "stand": "Lime avenue", "queen": 2024},
    "H-07": {"code": "H-07", "stand": "Quarry", "queen": 2025},
}
INSPECTIONS = [
    {"hive": "H-07", "on": "2026-05-02", "frames_of_brood": 6},
    {"hive": "H-07", "on": "2026-05-16", "frames_of_brood": 8},
]
TREATMENTS = [{"hive": "H-03", "on": "2025-12-28", "substance": "oxalic acid"}]
`,
    "requests/office.http": `@office = http://localhost:PORT_OF_api/api/v2

### hives of all stands
GET {{office}}/hives/

### treatments, for the veterinary office
GET {{office}}/treatments/
`,
    "requests/tablet.http": `@server = http://localhost:PORT_OF_api
@api = {{server}}/api/v1

### hives
GET {{api}}/hives/

### inspections
# @name inspections
GET {{api}}/hives/H-07/inspections/
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "rest_framework" }],
  ask: ["requests/tablet.http#inspections"],
  facts: [
    "GET /api/v1/hives/H-07/inspections/ 404",
    "GET /api/v1/hives/ 404",
    "GET /api/v2/hives/ 200",
    "GET /api/v2/hives/H-07/inspections/ 200",
    "GET /api/v2/hives/H-09/inspections/ 404",
    "GET /api/v3/hives/ 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: "apiary/settings.py", text: '"ALLOWED_VERSIONS"' },
      { file: "requests/tablet.http", text: "@api = " },
      { file: "hives/views.py", text: "def inspections" },
    ],
    fixes: [{ url: "/api/v2/hives/H-07/inspections/" }],
  },
};

/** Beekeeping: hives, their inspections and treatments. */
export const apiary: readonly Scenario[] = [inspections];
