import type { Scenario } from "../../scenario.ts";

const confirm: Scenario = {
  name: "find-to-be-confirmed",
  files: {
    "README.md": `# Mushroom finds

Walkers report, experts confirm. The experts get a mail with a link for each find.
`,
    "requirements.txt": "django==3.2.*\ndjangorestframework\n",
    "manage.py": `import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fungi.settings")
execute_from_command_line(["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
    "fungi/__init__.py": "",
    "fungi/settings.py": `SECRET_KEY = "local"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "fungi.urls"
INSTALLED_APPS = ["rest_framework", "finds"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
}
`,
    "fungi/urls.py": `from django.urls import include, path
from rest_framework.routers import DefaultRouter

from finds.views import FindViewSet

router = DefaultRouter()
router.register("finds", FindViewSet, basename="find")
urlpatterns = [path("api/", include(router.urls))]
`,
    "finds/__init__.py": "",
    "finds/views.py": `from rest_framework.decorators import action
from rest_framework.exceptions import NotFound
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

FINDS = {"301": {"species": "Boletus edulis", "confirmed": False}, "302": {"species": "Amanita ?", "confirmed": False}}


class FindViewSet(ViewSet):
    def find(self, pk):
        if pk not in FINDS:
            raise NotFound("This find was not reported.")
        return FINDS[pk]

    def list(self, request):
        return Response([{"id": number, **find} for number, find in FINDS.items()])

    def retrieve(self, request, pk):
        return Response(self.find(pk))

    @action(detail=True, methods=["post"])
    def confirm(self, request, pk):
        self.find(pk)["confirmed"] = True
        return Response(status=204)
`,
    "finds/mail.py": `TEXT = """Dear expert,

somebody has found {species}. If you are sure, follow the link:
{base}/api/finds/{number}/confirm/
"""


def text_for(find, number, base):
    return TEXT.format(species=find["species"], number=number, base=base)
`,
    "finds.http": `@fungi = http://localhost:PORT_OF_api/api

### finds
GET {{fungi}}/finds/

### link of the mail
# @name mail
GET {{fungi}}/finds/302/confirm/
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "rest_framework" }],
  ask: ["finds.http#mail"],
  facts: [
    "GET /api/finds/ 200",
    "GET /api/finds/302/ 200",
    "GET /api/finds/302/confirm/ 405",
    "OPTIONS /api/finds/302/confirm/ 200",
    "GET /api/finds/302/refuse/ 404",
  ],
  truth: {
    outcome: "soft-not-found",
    kinds: ["wrong-method"],
    links: [
      { file: "finds/views.py", text: '@action(detail=True, methods=["post"])' },
      { file: "finds/views.py", text: "def confirm(" },
      { file: "fungi/urls.py", text: 'router.register("finds"' },
    ],
    fixes: [{ method: "POST", url: "/api/finds/302/confirm/" }],
  },
};

/** Mushroom finds and the experts who confirm them. */
export const mushrooms: readonly Scenario[] = [confirm];
