import type { Scenario } from "../../scenario.ts";

const pattern: Scenario = {
  name: "pattern-of-a-sweater",
  files: {
    "README.md": `# Knitting patterns

Short links (\`/p/<number>\`) are printed on the yarn bands; they must never change.
`,
    "requirements.txt": "django==3.2.25\n",
    "manage.py": `import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
execute_from_command_line(["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
    "config/__init__.py": "",
    "config/settings.py": `from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = "local"
DEBUG = False
ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
ROOT_URLCONF = "config.urls"
INSTALLED_APPS = ["patterns"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
LANGUAGE_CODE = "en"
PATTERN_FOLDER = BASE_DIR / "texts"
`,
    "config/urls.py": `from django.urls import include, path
from django.views.generic import RedirectView

urlpatterns = [
    path("p/<int:pk>", RedirectView.as_view(pattern_name="pattern", permanent=True), name="short"),
    path("patterns/", include("patterns.urls")),
]
`,
    "patterns/__init__.py": "",
    "patterns/urls.py": `from django.urls import path

from patterns import views

urlpatterns = [
    path("", views.index, name="patterns"),
    path("<int:pk>/", views.show, name="pattern"),
]
`,
    "patterns/views.py": `from django.conf import settings
from django.http import Http404, JsonResponse

from patterns.texts import find_text, numbers


def index(request):
    return JsonResponse({"patterns": numbers(settings.PATTERN_FOLDER)})


def show(request, pk):
    language = request.GET.get("lang", settings.LANGUAGE_CODE)
    text = find_text(settings.PATTERN_FOLDER, pk, language)
    if text is None:
        raise Http404(f"pattern {pk} has no text in {language}")
    return JsonResponse({"number": pk, "lang": language, "rows": text.splitlines()})
`,
    "patterns/texts.py": `def find_text(folder, number, language):
    file = folder / f"{number}.{language}.txt"
    return file.read_text() if file.is_file() else None


def numbers(folder):
    return [{"number": int(file.name.split(".")[0]), "lang": file.name.split(".")[1]} for file in sorted(folder.glob("*.txt"))]
`,
    "texts/61.en.txt": "Cast on 96.\nRib 6 cm.\n",
    "texts/61.nb.txt": "Legg opp 96 m.\nVrangbord 6 cm.\n",
    "texts/88.nb.txt": "Legg opp 220 m.\nStrikk glattstrikk.\n",
    "docs/bands.md": `| yarn | link on the band |
| --- | --- |
| Alpaca 50 g | /p/61 |
| Rauma 100 g (Norway only) | /p/88?lang=nb |
`,
    "patterns.http": `@site = http://localhost:PORT_OF_api

### patterns there are
GET {{site}}/patterns/

### alpaca
GET {{site}}/p/61

### rauma, from the band
# @name band
GET {{site}}/p/88?lang=nb
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "django" }],
  ask: ["patterns.http#band"],
  facts: [
    "GET /patterns/ 200",
    "GET /p/61 301",
    "GET /p/88?lang=nb 301",
    "GET /patterns/88/ 404",
    "GET /patterns/88/?lang=nb 200",
    "GET /patterns/61/ 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["redirect-drops-path"],
    links: [{ file: "config/urls.py", text: 'path("p/<int:pk>", RedirectView' }],
    fixes: [{ url: "/patterns/88/?lang=nb" }, { kind: "edit-route" }, { kind: "edit-rewrite" }],
  },
};

/** Knitting patterns and the links on yarn bands. */
export const knitting: readonly Scenario[] = [pattern];
