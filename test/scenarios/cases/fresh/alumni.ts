import type { Scenario } from "../../scenario.ts";

const member: Scenario = {
  name: "alumna-by-her-login",
  files: {
    "README.md": `# Alumni directory

Logins are \`first.last\` for everybody who joined since the merger of the two schools, one word for those before.

    python manage.py
`,
    "requirements.txt": "django==3.2.*\ndjangorestframework==3.14.*\n",
    "manage.py": `import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "directory.settings")
execute_from_command_line(["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
    "directory/__init__.py": "",
    "directory/settings.py": `SECRET_KEY = "local"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "directory.urls"
INSTALLED_APPS = ["rest_framework", "members"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
}
`,
    "directory/urls.py": `from django.urls import include, path
from rest_framework.routers import SimpleRouter

from members.api import MemberViewSet

router = SimpleRouter()
router.register(r"members", MemberViewSet, basename="member")

urlpatterns = [path("api/", include(router.urls))]
`,
    "members/__init__.py": "",
    "members/api.py": `from django.http import Http404
from rest_framework import viewsets
from rest_framework.response import Response

from members.people import PEOPLE


class MemberViewSet(viewsets.ViewSet):
    lookup_field = "login"

    def list(self, request):
        return Response([{"login": login, "name": person["name"]} for login, person in PEOPLE.items()])

    def retrieve(self, request, login=None):
        try:
            return Response({"login": login, **PEOPLE[login]})
        except KeyError:
            raise Http404
`,
    "members/people.py": `PEOPLE = {
    "hvarga": {"name": "H. Varga", "year": 1998},
    "okoye": {"name": "C. Okoye", "year": 2003},
    "ines.duarte": {"name": "Inês Duarte", "year": 2017},
    "tom.arden": {"name": "Tom Arden", "year": 2019},
}
`,
    "members/tests.py": `from django.test import SimpleTestCase


class MemberTests(SimpleTestCase):
    def test_member(self):
        self.assertEqual(self.client.get("/api/members/okoye/").json()["year"], 2003)
`,
    "directory.http": `@directory = http://localhost:PORT_OF_api/api

### everybody
GET {{directory}}/members/

### an older member
GET {{directory}}/members/okoye/

### a younger one
# @name younger
GET {{directory}}/members/ines.duarte/
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "rest_framework" }],
  ask: ["directory.http#younger"],
  facts: [
    "GET /api/members/ 200",
    "GET /api/members/okoye/ 200",
    "GET /api/members/ines.duarte/ 404",
    "GET /api/members/tom.arden/ 404",
    "GET /api/members/nobody/ 404",
    "GET /api/none/ 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["id-format"],
    links: [
      { file: "directory/urls.py", text: "router.register(" },
      { file: "members/api.py", text: "class MemberViewSet(" },
      { file: "members/api.py", text: 'lookup_field = "login"' },
      { file: "members/api.py", text: "def retrieve(" },
    ],
    fixes: [{ kind: "edit-route" }],
  },
};

/** The directory of a school's alumni. */
export const alumni: readonly Scenario[] = [member];
