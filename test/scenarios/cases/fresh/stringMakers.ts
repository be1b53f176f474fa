import type { Scenario } from "../../scenario.ts";

const supplier: Scenario = {
  name: "gut-string-maker-in-the-catalogue",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "catalogue/__init__.py": "",
    "catalogue/makers.csv": `code,name,town,joined_with
KUR,Kürschner,Ronnenberg,
PIR,Pirastro,Offenbach,
DLM,Damian Dlugolecki,Troutdale,
AQL,Aquila Corde,Vicenza,
AQK,Aquila Kids,Vicenza,AQL
`,
    "catalogue/makers.py": `import csv
from pathlib import Path

with (Path(__file__).parent / "makers.csv").open(encoding="utf-8") as lines:
    MAKERS = {row["code"]: row for row in csv.DictReader(lines)}


def trading(code: str):
    maker = MAKERS.get(code)
    return None if maker is None or maker["joined_with"] else maker
`,
    "catalogue/http.py": `from fastapi import APIRouter, HTTPException

from catalogue.makers import MAKERS, trading

router = APIRouter(prefix="/makers")


@router.get("")
async def makers():
    return [{"code": code, "name": maker["name"]} for code, maker in MAKERS.items() if not maker["joined_with"]]


@router.get("/{code}")
async def maker(code: str):
    found = trading(code)
    if not found:
        raise HTTPException(status_code=404)
    return found
`,
    "serve.py": `import os

import uvicorn
from fastapi import FastAPI

from catalogue import http

app = FastAPI()
app.include_router(http.router)
uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="error")
`,
    "shop/feed.json": `{ "lines": [{ "article": "A-440 set", "maker": "AQL" }, { "article": "Soprano uke set", "maker": "AQK" }] }
`,
    "shop/feed.http": `@catalogue = http://localhost:PORT_OF_api

### maker of the second line
# @name second
GET {{catalogue}}/makers/AQK
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "serve.py", needs: "fastapi" }],
  ask: ["shop/feed.http#second"],
  facts: ["GET /makers/AQK 404", "GET /makers/AQL 200", "GET /makers 200", "GET /makers/ZZZ 404"],
  truth: {
    outcome: "not-found",
    kinds: ["merged"],
    links: [
      { file: "catalogue/makers.csv", text: "AQK,Aquila Kids" },
      { file: "catalogue/makers.py", text: 'maker["joined_with"]' },
      { file: "catalogue/http.py", text: '@router.get("/{code}")' },
      { file: "catalogue/http.py", text: "async def maker(code" },
      { file: "catalogue/http.py", text: "found = trading(code)" },
    ],
    fixes: [{ url: "/makers/AQL" }],
  },
};

const parish: Scenario = {
  name: "parish-of-the-upper-valley",
  files: {
    "manage.py": `import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "diocese.settings")
execute_from_command_line(["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
    "diocese/__init__.py": "",
    "diocese/settings.py": `SECRET_KEY = "dev"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "diocese.urls"
`,
    "diocese/data/parishes.json": `[
  { "slug": "st-martin", "name": "St. Martin", "souls": 812, "part_of": null },
  { "slug": "st-ulrich", "name": "St. Ulrich", "souls": 0, "part_of": "st-martin" },
  { "slug": "hl-geist", "name": "Heilig Geist", "souls": 2204, "part_of": null }
]
`,
    "diocese/views.py": `import json
from pathlib import Path

from django.http import Http404, JsonResponse
from django.views import View

ROWS = json.loads((Path(__file__).parent / "data" / "parishes.json").read_text())
INDEPENDENT = {row["slug"]: row for row in ROWS if row["part_of"] is None}


class Parishes(View):
    def get(self, request):
        return JsonResponse({"parishes": sorted(INDEPENDENT)})


class Parish(View):
    def get(self, request, slug):
        try:
            return JsonResponse(INDEPENDENT[slug])
        except KeyError:
            raise Http404(slug)
`,
    "diocese/urls.py": `from django.urls import path

from diocese.views import Parish, Parishes

urlpatterns = [
    path("parishes/", Parishes.as_view()),
    path("parishes/<slug:slug>/", Parish.as_view()),
]
`,
    "bells/schedule.http": `@diocese = http://localhost:PORT_OF_diocese

### from the schedule of the bell ringers
# @name upper
GET {{diocese}}/parishes/st-ulrich/
`,
  },
  servers: [{ name: "diocese", entry: "manage.py", needs: "django" }],
  ask: ["bells/schedule.http#upper"],
  facts: [
    "GET /parishes/ 200",
    "GET /parishes/st-ulrich/ 404",
    "GET /parishes/st-martin/ 200",
    "GET /parishes/none/ 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["merged"],
    links: [
      { file: "diocese/data/parishes.json", text: '"slug": "st-ulrich"' },
      { file: "diocese/views.py", text: 'if row["part_of"] is None' },
      { file: "diocese/views.py", text: "class Parish(View)" },
      { file: "diocese/views.py", text: "def get(self, request, slug)" },
      { file: "diocese/urls.py", text: 'path("parishes/<slug:slug>/"' },
    ],
    fixes: [{ url: "/parishes/st-martin/" }],
  },
};

/** Makers of gut strings, parishes of a diocese. */
export const stringMakers: readonly Scenario[] = [supplier, parish];
