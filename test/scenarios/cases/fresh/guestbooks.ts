import type { Scenario } from "../../scenario.ts";

const entries: Scenario = {
  name: "last-page-of-a-guestbook",
  files: {
    "README.md": `# Guestbook of the hut

Paged by two. \`book/clean.py\` takes spam away every night.
`,
    "requirements.txt": "django==3.2.*\ndjangorestframework\n",
    "manage.py": `import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hut.settings")
execute_from_command_line(["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
    "hut/__init__.py": "",
    "hut/settings.py": `SECRET_KEY = "local"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "hut.urls"
INSTALLED_APPS = ["rest_framework", "book"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
REST_FRAMEWORK = {
    "DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.PageNumberPagination",
    "PAGE_SIZE": 2,
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
}
`,
    "hut/urls.py": `from django.urls import path

from book.views import EntryList

urlpatterns = [path("api/entries/", EntryList.as_view())]
`,
    "book/__init__.py": "",
    "book/views.py": `from rest_framework.generics import GenericAPIView

from book.entries import ENTRIES


class EntryList(GenericAPIView):
    def get(self, request):
        page = self.paginate_queryset(ENTRIES)
        return self.get_paginated_response(page)
`,
    "book/entries.py": `ENTRIES = [
    {"id": 4, "who": "Vera", "text": "Rain, and the best dumplings."},
    {"id": 6, "who": "Jost", "text": "Never so many stars."},
    {"id": 9, "who": "Pia", "text": "We come back."},
]
`,
    "book/clean.py": `from book.entries import ENTRIES

WORDS = ("casino", "loan")
ENTRIES[:] = [entry for entry in ENTRIES if not any(word in entry["text"].lower() for word in WORDS)]
`,
    "book.http": `@hut = http://localhost:PORT_OF_api/api

### newest
GET {{hut}}/entries/

### second page
GET {{hut}}/entries/?page=2

### bookmark of the warden
# @name bookmark
GET {{hut}}/entries/?page=4
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "rest_framework" }],
  ask: ["book.http#bookmark"],
  facts: [
    "GET /api/entries/ 200",
    "GET /api/entries/?page=2 200",
    "GET /api/entries/?page=3 404",
    "GET /api/entries/?page=4 404",
    "GET /api/none/ 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "book/views.py", text: "class EntryList(" },
      { file: "book/views.py", text: "def get(self, request)" },
      { file: "hut/urls.py", text: 'path("api/entries/"' },
      { file: "hut/settings.py", text: '"PAGE_SIZE"' },
    ],
  },
};

/** The guestbook of a mountain hut. */
export const guestbooks: readonly Scenario[] = [entries];
