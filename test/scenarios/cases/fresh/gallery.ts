import type { Scenario } from "../../scenario.ts";

const loans: Scenario = {
  name: "gallery-loans",
  files: {
    "manage.py": `import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gallery.settings")

if __name__ == "__main__":
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv if len(sys.argv) > 1 else ["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
    "gallery/__init__.py": "",
    "gallery/settings.py": `SECRET_KEY = "only-for-development"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "gallery.urls"
INSTALLED_APPS = []
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
`,
    "gallery/urls.py": `from django.urls import include, path

urlpatterns = [
    path("api/v1/", include("loans.urls_v1")),
    path("api/v2/", include("loans.urls_v2")),
]
`,
    "loans/__init__.py": "",
    "loans/urls_v1.py": `from django.urls import path

from loans import views

urlpatterns = [path("loans/", views.list_loans), path("loans/<int:number>/", views.read_loan)]
`,
    "loans/urls_v2.py": `from django.urls import path

from loans import views

urlpatterns = [
    path("loans/", views.list_loans),
    path("loans/<int:number>/", views.read_loan),
    path("loans/<int:number>/lender/", views.read_lender),
]
`,
    "loans/views.py": `from django.http import Http404, JsonResponse

from loans.register import LOANS


def list_loans(request):
    return JsonResponse({"loans": [{"number": number} for number in sorted(LOANS)]})


def read_loan(request, number):
    if number not in LOANS:
        raise Http404
    return JsonResponse({"number": number, **LOANS[number]})


def read_lender(request, number):
    if number not in LOANS:
        raise Http404
    return JsonResponse({"lender": LOANS[number]["lender"]})
`,
    "loans/register.py": `LOANS = {
    402: {"work": "Harbour at dusk", "lender": "Kunsthalle"},
    407: {"work": "Two figures", "lender": "private"},
}
`,
    "http-client.env.json": `{
  "test": { "gallery": "http://127.0.0.1:PORT_OF_api/api/v2" },
  "old": { "gallery": "http://127.0.0.1:PORT_OF_api/api/v1" }
}`,
    "gallery.http": `### all loans
GET {{gallery}}/loans/

### the loan of the letter
# @name loan
GET {{gallery}}/loans/470/
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "django" }],
  ask: ["gallery.http#loan", "--env", "test"],
  facts: [
    "GET /api/v2/loans/ 200",
    "GET /api/v2/loans/407/ 200",
    "GET /api/v2/loans/470/ 404",
    "GET /api/v1/loans/470/ 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "loans/urls_v2.py", text: 'path("loans/<int:number>/", views.read_loan)' },
      { file: "loans/views.py", text: "def read_loan" },
    ],
  },
};

/** What a gallery has borrowed. */
export const gallery: readonly Scenario[] = [loans];
