import type { Scenario } from "../../scenario.ts";

const files = {
  "README.md":
    "# Kindergartens\n\nEach house is a tenant of its own (`/t/<house>/...`). Houses: `elm-street`, `riverside`.\n",
  "requirements.txt": "django==3.2.*\n",
  "manage.py": `import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "houses.settings")
execute_from_command_line(["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
  "houses/__init__.py": "",
  "houses/settings.py": `SECRET_KEY = "local"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "houses.urls"
INSTALLED_APPS = ["groups"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
HOUSES = {
    "elm-street": {"hedgehogs": ["Ida", "Emil"], "otters": ["Noor"]},
    "riverside": {"dragonflies": ["Jakub", "Lea"], "otters": []},
}
`,
  "houses/urls.py": `from django.urls import include, path

urlpatterns = [path("t/<str:house>/", include("groups.urls"))]
`,
  "groups/__init__.py": "",
  "groups/urls.py": `from django.urls import path

from groups import views

urlpatterns = [
    path("groups/", views.groups),
    path("groups/<str:name>/children/", views.children),
]
`,
  "groups/views.py": `from django.conf import settings
from django.http import JsonResponse


def missing(what):
    return JsonResponse({"error": f"{what} not found"}, status=404)


def groups(request, house):
    if house not in settings.HOUSES:
        return missing("house")
    return JsonResponse({"groups": [{"name": name} for name in sorted(settings.HOUSES[house])]})


def children(request, house, name):
    group = settings.HOUSES.get(house, {}).get(name)
    return missing("group") if group is None else JsonResponse({"children": group})
`,
};

const tenant: Scenario = {
  name: "children-of-a-group",
  files: {
    ...files,
    "http-client.env.json": `{
  "elm-street": { "server": "http://localhost:PORT_OF_api", "house": "elm-street" },
  "riverside": { "server": "http://localhost:PORT_OF_api", "house": "riverside" }
}
`,
    "groups.http": `### groups of the house
GET {{server}}/t/{{house}}/groups/

### dragonflies
# @name dragonflies
GET {{server}}/t/{{house}}/groups/dragonflies/children/
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "django" }],
  ask: ["groups.http#dragonflies", "--env", "elm-street"],
  facts: [
    "GET /t/elm-street/groups/ 200",
    "GET /t/elm-street/groups/dragonflies/children/ 404",
    "GET /t/riverside/groups/dragonflies/children/ 200",
    "GET /t/riverside/groups/foxes/children/ 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-tenant"],
    links: [
      { file: "http-client.env.json", text: '"elm-street": {' },
      { file: "groups/urls.py", text: 'path("groups/<str:name>/children/"' },
      { file: "houses/settings.py", text: '"riverside": {' },
    ],
    fixes: [{ url: "/t/riverside/groups/dragonflies/children/" }],
  },
};

const pasted: Scenario = {
  name: "children-of-a-pasted-group",
  files: {
    ...files,
    "http-client.env.json": `{
  "elm-street": { "server": "http://localhost:PORT_OF_api", "house": "elm-street", "group": "hedgehogs\u00a0" }
}
`,
    "groups.http": `### groups of the house
GET {{server}}/t/{{house}}/groups/

### children of the group
# @name children
GET {{server}}/t/{{house}}/groups/{{group}}/children/
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "django" }],
  ask: ["groups.http#children", "--env", "elm-street"],
  facts: [
    "GET /t/elm-street/groups/ 200",
    "GET /t/elm-street/groups/hedgehogs%C2%A0/children/ 404",
    "GET /t/elm-street/groups/hedgehogs/children/ 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["stray-characters"],
    links: [{ file: "http-client.env.json", text: '"elm-street": {' }],
    fixes: [{ url: "/t/elm-street/groups/hedgehogs/children/" }],
  },
};

/** Kindergartens and their groups. */
export const kindergartens: readonly Scenario[] = [tenant, pasted];
