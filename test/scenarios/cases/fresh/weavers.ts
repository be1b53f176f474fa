import type { Scenario } from "../../scenario.ts";

const tolls: Scenario = {
  name: "toll-of-the-upper-bridge",
  files: {
    "manage.py": `import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "roads.settings.dev")
execute_from_command_line(["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
    "roads/__init__.py": "",
    "roads/settings/__init__.py": "",
    "roads/settings/base.py": `SECRET_KEY = "dev"
ROOT_URLCONF = "roads.urls"
LOCAL_APPS = ["bridges"]
INSTALLED_APPS = [*LOCAL_APPS]
`,
    "roads/settings/dev.py": `from roads.settings.base import *  # noqa: F403

DEBUG = False
ALLOWED_HOSTS = ["*"]
`,
    "roads/urls.py": `from django.conf import settings
from django.urls import include, path

urlpatterns = [path(f"{app}/", include(f"{app}.urls")) for app in settings.LOCAL_APPS]
`,
    "bridges/__init__.py": "",
    "bridges/urls.py": `from django.http import JsonResponse
from django.urls import path

urlpatterns = [path("", lambda request: JsonResponse({"bridges": ["upper", "lower"]}))]
`,
    "tolls/__init__.py": "",
    "tolls/urls.py": `from django.urls import path

from tolls.views import toll

urlpatterns = [path("<slug:bridge>/", toll)]
`,
    "tolls/views.py": `from django.http import JsonResponse


def toll(request, bridge):
    return JsonResponse({"bridge": bridge, "cart": 2, "rider": 1})
`,
    "roads.http": `@roads = http://localhost:PORT_OF_roads

GET {{roads}}/bridges/

### what a cart pays
# @name toll
GET {{roads}}/tolls/upper/
`,
  },
  servers: [{ name: "roads", entry: "manage.py", needs: "django" }],
  ask: ["roads.http#toll"],
  facts: ["GET /bridges/ 200", "GET /tolls/upper/ 404", "GET /none/ 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [
      { file: "roads/settings/base.py", text: "LOCAL_APPS = " },
      { file: "roads/urls.py", text: "for app in settings.LOCAL_APPS" },
      { file: "tolls/urls.py", text: 'path("<slug:bridge>/", toll)' },
    ],
  },
};

const successor: Scenario = {
  name: "weaver-who-took-over",
  files: {
    "requirements.txt": "aiohttp\n",
    "weavers.py": `import os

from aiohttp import web

WEAVERS = {4: {"name": "Lund & Daughter", "takes_over": [2]}, 5: {"name": "Ekström"}}
TAKEN_OVER = {old: new for new, row in WEAVERS.items() for old in row.get("takes_over", ())}


async def weavers(request):
    return web.json_response([{"id": id, "name": row["name"]} for id, row in WEAVERS.items()])


async def weaver(request):
    id = int(request.match_info["id"])
    if id in TAKEN_OVER:
        link = f'</weavers/{TAKEN_OVER[id]}>; rel="successor-version"'
        raise web.HTTPGone(headers={"Link": link}, text="This workshop was taken over.")
    if id not in WEAVERS:
        raise web.HTTPNotFound()
    return web.json_response(WEAVERS[id])


app = web.Application()
app.router.add_get("/weavers", weavers)
app.router.add_get(r"/weavers/{id:[0-9]+}", weaver)

if __name__ == "__main__":
    web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "guild/members.csv": "member,weaver\nA. Lund,2\nB. Ekström,5\n",
    "guild/members.http": `### first line of the member list
# @name lund
GET http://localhost:PORT_OF_weavers/weavers/2
`,
  },
  servers: [{ name: "weavers", entry: "weavers.py", needs: "aiohttp" }],
  ask: ["guild/members.http#lund"],
  facts: ["GET /weavers/2 410", "GET /weavers/4 200", "GET /weavers/9 404", "GET /weavers 200"],
  truth: {
    outcome: "not-found",
    kinds: ["merged"],
    links: [
      { file: "weavers.py", text: '"takes_over": [2]' },
      { file: "weavers.py", text: "raise web.HTTPGone" },
      { file: "weavers.py", text: "async def weaver(request)" },
      { file: "weavers.py", text: 'add_get(r"/weavers/{id:[0-9]+}"' },
      { file: "guild/members.http", text: "/weavers/2" },
    ],
    fixes: [{ url: "/weavers/4" }],
  },
};

const shelved: Scenario = {
  name: "season-ticket-of-last-year",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "tickets/__init__.py": "",
    "tickets/store.py": `CURRENT = {"st-3101": {"zone": "A"}, "st-3102": {"zone": "B"}}
PAST = {"st-2988": {"zone": "A", "ended": "2030-12-31"}}
`,
    "tickets/api.py": `from fastapi import APIRouter, FastAPI, HTTPException

from tickets.store import CURRENT, PAST


def shelf(prefix: str, rows: dict) -> APIRouter:
    router = APIRouter(prefix=prefix)

    @router.get("")
    def index():
        return [{"id": id} for id in rows]

    @router.get("/{id}")
    def show(id: str):
        if id not in rows:
            raise HTTPException(404, "no such ticket")
        return rows[id]

    return router


app = FastAPI()
app.include_router(shelf("/tickets", CURRENT))
app.include_router(shelf("/past-tickets", PAST))
`,
    "run.py": `import os

import uvicorn

uvicorn.run("tickets.api:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="error")
`,
    "refunds/refund.http": `@api = http://localhost:PORT_OF_api

### valid ones
GET {{api}}/tickets

### Mrs. Yilmaz asks for a refund
# @name refund
GET {{api}}/tickets/st-2988
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["refunds/refund.http#refund"],
  facts: ["GET /tickets/st-2988 404", "GET /past-tickets/st-2988 200", "GET /tickets 200", "GET /tickets/st-3101 200"],
  truth: {
    outcome: "not-found",
    kinds: ["archived"],
    links: [
      { file: "tickets/store.py", text: "PAST = " },
      { file: "tickets/api.py", text: 'shelf("/past-tickets", PAST)' },
      { file: "tickets/api.py", text: 'shelf("/tickets", CURRENT)' },
      { file: "tickets/api.py", text: "def show(id" },
      { file: "refunds/refund.http", text: "/tickets/st-2988" },
    ],
    fixes: [{ url: "/past-tickets/st-2988" }],
  },
};

/** Tolls of a bridge, a workshop that was taken over, tickets of last year. */
export const weavers: readonly Scenario[] = [tolls, successor, shelved];
