import type { Scenario } from "../../scenario.ts";

const albums: Scenario = {
  name: "albums-in-the-old-toolchain",
  files: {
    "web/package.json":
      '{ "name": "album-web", "private": true, "dependencies": { "react": "^18.2.0", "react-scripts": "5.0.1" }, "devDependencies": { "http-proxy-middleware": "^3.0.3" } }',
    "web/src/setupProxy.js": `const { createProxyMiddleware } = require("http-proxy-middleware");

module.exports = function (app) {
  app.use(
    "/api",
    createProxyMiddleware({
      target: "http://localhost:PORT_OF_api",
      changeOrigin: true,
    }),
  );
};
`,
    "web/src/albums.js": 'export const albums = () => fetch("/api/albums").then((answer) => answer.json());\n',
    "server/requirements.txt": "flask\n",
    "server/app.py": `import os

from flask import Flask

from albums import albums

app = Flask(__name__)
app.register_blueprint(albums, url_prefix="/api/albums")

if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "server/albums.py": `from flask import Blueprint, jsonify

albums = Blueprint("albums", __name__)


@albums.get("")
def index():
    return jsonify([{"id": 1, "country": "Helvetia"}])
`,
    "dev.http": `@dev = http://localhost:PORT_OF_dev

### page
GET {{dev}}/

### albums
# @name albums
GET {{dev}}/api/albums
`,
  },
  servers: [
    { name: "api", entry: "server/app.py", needs: "flask" },
    { name: "dev", entry: "front:devProxy", env: { PREFIX: "/api", STRIP: "/api", UPSTREAM: "PORT_OF_api" } },
  ],
  ask: ["dev.http#albums"],
  facts: ["dev:GET / 200", "dev:GET /api/albums 404", "api:GET /api/albums 200"],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-strips-prefix"],
    links: [
      { file: "web/src/setupProxy.js", text: "app.use(" },
      { file: "web/src/setupProxy.js", text: '"/api",' },
      { file: "web/src/setupProxy.js", text: "createProxyMiddleware({" },
      { file: "web/src/setupProxy.js", text: "target:" },
    ],
  },
};

const upload: Scenario = {
  name: "status-of-the-scans",
  files: {
    "requirements.txt": "starlette\nuvicorn\n",
    "scans/__init__.py": "",
    "scans/app.py": `from pathlib import Path

from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

SCANS = Path(__file__).parent.parent / "scanned"


async def status(request):
    return JSONResponse({"scanned": len(list(SCANS.iterdir()))})


async def home(request):
    return JSONResponse({"service": "scans"})


app = Starlette(
    routes=[
        Route("/", home),
        Mount("/scans", app=StaticFiles(directory=SCANS), name="scans"),
        Route("/scans/status", status),
    ]
)
`,
    "scanned/0001.txt": "front\n",
    "scanned/0002.txt": "back\n",
    "run.py": `import os

import uvicorn

uvicorn.run("scans.app:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "scans.http": `@scans = http://localhost:PORT_OF_api/scans

### first
GET {{scans}}/0001.txt

### how far
# @name status
GET {{scans}}/status
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "starlette" }],
  ask: ["scans.http#status"],
  facts: ["GET /scans/0001.txt 200", "GET /scans/status 404"],
  truth: {
    outcome: "not-found",
    kinds: ["shadowed", "after-catch-all"],
    links: [
      { file: "scans/app.py", text: 'Mount("/scans", app=StaticFiles' },
      { file: "scans/app.py", text: 'Route("/scans/status", status)' },
    ],
  },
};

const year: Scenario = {
  name: "issues-of-a-year",
  files: {
    "manage.py": `import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "catalogue.settings")

if __name__ == "__main__":
    if len(sys.argv) == 1:
        sys.argv += ["runserver", "--noreload", os.environ.get("PORT", "8000")]
    execute_from_command_line(sys.argv)
`,
    "catalogue/__init__.py": "",
    "catalogue/settings.py": `SECRET_KEY = "local-only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "catalogue.urls"
INSTALLED_APPS = ["issues"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
`,
    "catalogue/urls.py": `from django.urls import include, path

urlpatterns = [path("issues/", include("issues.urls"))]
`,
    "issues/__init__.py": "",
    "issues/urls.py": `from django.urls import re_path

from issues import views

urlpatterns = [
    re_path(r"^(?P<year>[0-9]{4})/$", views.of_year),
    re_path(r"^(?P<year>[0-9]{4})/(?P<month>[0-9]{2})/$", views.of_month),
]
`,
    "issues/views.py": `from django.http import JsonResponse

ISSUES = {("1908", "03"): ["5c green"], ("1908", "11"): ["10c red"]}


def of_year(request, year):
    return JsonResponse({"issues": [name for (at, _), names in ISSUES.items() if at == year for name in names]})


def of_month(request, year, month):
    return JsonResponse({"issues": ISSUES.get((year, month), [])})
`,
    "issues.http": `@issues = http://localhost:PORT_OF_web/issues

### November
GET {{issues}}/1908/11/

### March
# @name march
GET {{issues}}/1908/3/
`,
  },
  servers: [{ name: "web", entry: "manage.py", needs: "django" }],
  ask: ["issues.http#march"],
  facts: ["GET /issues/1908/11/ 200", "GET /issues/1908/3/ 404", "GET /issues/1908/03/ 200"],
  truth: {
    outcome: "not-found",
    kinds: ["id-format"],
    links: [{ file: "issues/urls.py", text: "(?P<month>[0-9]{2})" }],
  },
};

/** Albums of stamps. */
export const stampAlbums: readonly Scenario[] = [albums, upload, year];
