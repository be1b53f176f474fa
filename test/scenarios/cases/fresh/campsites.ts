import type { Scenario } from "../../scenario.ts";

const pitches: Scenario = {
  name: "pitches-of-a-campsite",
  files: {
    "README.md": `# Campsite

English and Czech. \`python manage.py\` starts it.
`,
    "requirements.txt": "django==3.2.*\n",
    "manage.py": `import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "camp.settings")
execute_from_command_line(["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
    "camp/__init__.py": "",
    "camp/settings.py": `from django.utils.translation import gettext_lazy as _

SECRET_KEY = "local"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "camp.urls"
INSTALLED_APPS = ["pitches"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("cs", _("Czech"))]
USE_I18N = True
`,
    "camp/urls.py": `from django.conf.urls.i18n import i18n_patterns
from django.http import JsonResponse
from django.urls import include, path

urlpatterns = [path("ping", lambda request: JsonResponse({"pong": True}))]

urlpatterns += i18n_patterns(
    path("pitches/", include("pitches.urls")),
)
`,
    "pitches/__init__.py": "",
    "pitches/urls.py": `from django.urls import path

from pitches import views

urlpatterns = [
    path("", views.index),
    path("<int:number>/free/", views.free),
]
`,
    "pitches/views.py": `from django.http import Http404, JsonResponse

FREE = {1: ["2027-07-02", "2027-07-03"], 2: [], 17: ["2027-07-02"]}


def index(request):
    return JsonResponse({"pitches": sorted(FREE)})


def free(request, number):
    if number not in FREE:
        raise Http404
    return JsonResponse({"number": number, "days": FREE[number]})
`,
    "kiosk/kiosk.py": `import json
from urllib.request import urlopen

CAMP = "http://localhost:PORT_OF_api"


def free_days(number):
    with urlopen(f"{CAMP}/pitches/{number}/free/") as response:
        return json.load(response)["days"]
`,
    "camp.http": `@camp = http://localhost:PORT_OF_api

### alive
GET {{camp}}/ping

### pitch 17
# @name free
GET {{camp}}/pitches/17/free/
Accept-Language: en
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "django" }],
  ask: ["camp.http#free"],
  facts: [
    "GET /ping 200",
    "GET /pitches/17/free/ 404",
    "GET /en/pitches/17/free/ 200",
    "GET /en/pitches/99/free/ 404",
    "GET /none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "camp/urls.py", text: "urlpatterns += i18n_patterns(" },
      { file: "camp/urls.py", text: 'path("pitches/", include(' },
      { file: "pitches/urls.py", text: 'path("<int:number>/free/"' },
      { file: "kiosk/kiosk.py", text: "/free/" },
    ],
    fixes: [{ url: "/en/pitches/17/free/" }],
  },
};

/** A campsite and its pitches. */
export const campsites: readonly Scenario[] = [pitches];
