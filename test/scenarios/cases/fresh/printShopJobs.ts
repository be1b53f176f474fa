import type { Scenario } from "../../scenario.ts";

const queue: Scenario = {
  name: "waiting-jobs-of-the-press-room",
  files: {
    "requirements.txt": "aiohttp\n",
    Procfile: "web: python public.py\nback: python back.py\n",
    "compose.yml": `services:
  web:
    command: python public.py
    ports: ["PORT_OF_web:8080"]
  back:
    command: python back.py
    ports: ["PORT_OF_back:8080"]
`,
    "press/__init__.py": "",
    "press/jobs.py": `from aiohttp import web

JOBS = [{"id": 1, "paper": "A3", "state": "waiting"}, {"id": 2, "paper": "A5", "state": "done"}]


async def prices(_):
    return web.json_response({"A3": 0.4, "A5": 0.1})


async def waiting(_):
    return web.json_response([job for job in JOBS if job["state"] == "waiting"])
`,
    "press/run.py": `import os

from aiohttp import web


def serve(*routes):
    app = web.Application()
    app.add_routes(routes)
    web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "public.py": `from aiohttp import web

from press.jobs import prices
from press.run import serve

serve(web.get("/prices", prices))
`,
    "back.py": `from aiohttp import web

from press.jobs import prices, waiting
from press.run import serve

serve(web.get("/prices", prices), web.get("/jobs/waiting", waiting))
`,
    "press.http": `@press = http://localhost:PORT_OF_web

### prices
GET {{press}}/prices

### what is still to be printed
# @name waiting
GET {{press}}/jobs/waiting
`,
  },
  servers: [
    { name: "web", entry: "public.py", needs: "aiohttp" },
    { name: "back", entry: "back.py", needs: "aiohttp" },
  ],
  ask: ["press.http#waiting"],
  facts: ["web:GET /jobs/waiting 404", "back:GET /jobs/waiting 200", "web:GET /prices 200", "back:GET /none 404"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-entrypoint"],
    links: [
      { file: "back.py", text: 'web.get("/jobs/waiting", waiting)' },
      { file: "compose.yml", text: "PORT_OF_back:8080" },
      { file: "press.http", text: "@press =" },
      { file: "public.py", text: "serve(web" },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_back/jobs/waiting" }],
  },
};

const preview: Scenario = {
  name: "mail-as-it-will-look",
  files: {
    "manage.py": `import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gazette.settings")
execute_from_command_line([sys.argv[0], *(sys.argv[1:] or ["runserver", "--noreload", os.environ.get("PORT", "8000")])])
`,
    "gazette/__init__.py": "",
    "gazette/settings.py": `import os

SECRET_KEY = "dev"
DEBUG = os.environ.get("DJANGO_DEBUG") == "1"
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "gazette.urls"
`,
    "gazette/urls.py": `from django.conf import settings
from django.urls import include, path

from gazette import views

urlpatterns = [
    path("issues/<int:number>/", views.issue),
]

if settings.DEBUG:
    urlpatterns += [path("preview/", include("gazette.preview"))]
`,
    "gazette/views.py": `from django.http import Http404, HttpResponse

ISSUES = {112: "Floods in the lower town"}


def issue(request, number):
    if number not in ISSUES:
        raise Http404
    return HttpResponse(f"<h1>{ISSUES[number]}</h1>")
`,
    "gazette/preview.py": `from django.http import HttpResponse
from django.urls import path


def mail(request, name):
    return HttpResponse(f"<p>Dear {name},</p>")


urlpatterns = [path("mail/<str:name>/", mail)]
`,
    "deploy/gazette.service": `[Service]
Environment=DJANGO_DEBUG=0
ExecStart=/srv/gazette/venv/bin/gunicorn gazette.wsgi
`,
    "gazette.http": `@gazette = http://localhost:PORT_OF_gazette

GET {{gazette}}/issues/112/

### how the mail of tonight looks
# @name mail
GET {{gazette}}/preview/mail/Ortrud/
`,
  },
  servers: [{ name: "gazette", entry: "manage.py", needs: "django" }],
  ask: ["gazette.http#mail"],
  facts: ["GET /issues/112/ 200", "GET /preview/mail/Ortrud/ 404", "GET /none/ 404"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "gazette/urls.py", text: "if settings.DEBUG:" },
      { file: "gazette/urls.py", text: "urlpatterns += [" },
      { file: "gazette/settings.py", text: "DEBUG = " },
      { file: "gazette/preview.py", text: 'path("mail/<str:name>/"' },
    ],
  },
};

/** Jobs of a press room, mails of a gazette. */
export const printShopJobs: readonly Scenario[] = [queue, preview];
