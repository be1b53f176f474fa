import type { Scenario } from "../../scenario.ts";

const stylesheet: Scenario = {
  name: "stylesheet-of-the-pottery",
  files: {
    "requirements.txt": "aiohttp\naiohttp-jinja2\n",
    "pottery/__init__.py": "",
    "pottery/assets.py": `import json
from pathlib import Path

STATIC = Path(__file__).parent.parent / "staticfiles"
MANIFEST = json.loads((STATIC / "staticfiles.json").read_text())["paths"]


def asset(name):
    return f"/static/{MANIFEST[name]}"
`,
    "pottery/app.py": `from aiohttp import web

from pottery.assets import STATIC, asset


async def home(request):
    page = f'<!doctype html><link rel="stylesheet" href="{asset("css/site.css")}"><h1>Pottery</h1>'
    return web.Response(text=page, content_type="text/html")


def create_app():
    app = web.Application()
    app.router.add_get("/", home)
    app.router.add_static("/static/", STATIC)
    return app
`,
    "main.py": `import os

from aiohttp import web

from pottery.app import create_app

web.run_app(create_app(), host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "staticfiles/staticfiles.json": `{
  "paths": {
    "css/site.css": "css/site.3b1f0a9c77de.css",
    "js/kiln.js": "js/kiln.90e2d4c1aa05.js"
  },
  "version": "1.0"
}
`,
    "staticfiles/css/site.3b1f0a9c77de.css": "h1 { color: sienna; }\n",
    "staticfiles/js/kiln.90e2d4c1aa05.js": "console.log('kiln');\n",
    "mail/opening.html": `<html>
  <head><link rel="stylesheet" href="http://localhost:PORT_OF_web/static/css/site.8c52ee7d4410.css"></head>
  <body>The kiln opens on Sunday.</body>
</html>
`,
    "pottery.http": `### page
GET http://localhost:PORT_OF_web/

### what the mail loads
# @name sheet
GET http://localhost:PORT_OF_web/static/css/site.8c52ee7d4410.css
`,
  },
  servers: [{ name: "web", entry: "main.py", needs: "aiohttp" }],
  ask: ["pottery.http#sheet"],
  facts: ["GET / 200", "GET /static/css/site.8c52ee7d4410.css 404", "GET /static/css/site.3b1f0a9c77de.css 200"],
  truth: {
    outcome: "not-found",
    kinds: ["stale-asset"],
    links: [
      { file: "staticfiles/staticfiles.json", text: '"css/site.css":' },
      { file: "staticfiles/css/site.3b1f0a9c77de.css", text: "sienna" },
      { file: "mail/opening.html", text: "site.8c52ee7d4410.css" },
    ],
    fixes: [{ url: "/static/css/site.3b1f0a9c77de.css" }],
  },
};

const firings: Scenario = {
  name: "firings-of-the-kiln",
  files: {
    "manage.py": `import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kiln.settings")

if __name__ == "__main__":
    if len(sys.argv) == 1:
        sys.argv += ["runserver", "--noreload", os.environ.get("PORT", "8000")]
    execute_from_command_line(sys.argv)
`,
    "kiln/__init__.py": "",
    "kiln/settings.py": `from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = "local-only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "kiln.urls"
INSTALLED_APPS = ["django.contrib.staticfiles", "firings"]
STATIC_URL = "/static/"
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": [BASE_DIR / "frontend" / "dist"]}]
`,
    "kiln/urls.py": `from django.urls import include, path, re_path
from django.views.generic import TemplateView

urlpatterns = [
    path("api/", include("firings.urls")),
    re_path(r"^.*$", TemplateView.as_view(template_name="index.html"), name="client"),
]
`,
    "firings/__init__.py": "",
    "firings/urls.py": `from django.urls import path

from firings.views import FiringDetail, FiringList

urlpatterns = [
    path("firings/", FiringList.as_view()),
    path("firings/<int:number>/", FiringDetail.as_view()),
]
`,
    "firings/views.py": `from django.http import Http404, JsonResponse
from django.views import View

FIRINGS = {1: {"glaze": "celadon", "peak": 1260}, 2: {"glaze": "tenmoku", "peak": 1280}}


class FiringList(View):
    def get(self, request):
        return JsonResponse({"firings": FIRINGS})


class FiringDetail(View):
    def get(self, request, number):
        if number not in FIRINGS:
            raise Http404
        return JsonResponse(FIRINGS[number])
`,
    "frontend/dist/index.html": `<!doctype html>
<html>
  <head><title>Kiln</title></head>
  <body><div id="app"></div></body>
</html>
`,
    "frontend/src/api.js": `export async function firing(number) {
  const answer = await fetch(\`/api/firing/\${number}/\`, { headers: { Accept: "application/json" } });
  return answer.json();
}
`,
    "kiln.http": `@kiln = http://localhost:PORT_OF_web

### all
GET {{kiln}}/api/firings/

### one, as the client asks for it
# @name one
GET {{kiln}}/api/firing/2/
Accept: application/json
`,
  },
  servers: [{ name: "web", entry: "manage.py", needs: "django" }],
  ask: ["kiln.http#one"],
  facts: ["GET /api/firings/ 200", "GET /api/firing/2/ 200", "GET /api/firings/2/ 200", "GET /any/thing 200"],
  truth: {
    outcome: "soft-not-found",
    kinds: ["path-typo", "spa-fallback"],
    links: [
      { file: "kiln/urls.py", text: 're_path(r"^.*$"' },
      { file: "firings/urls.py", text: 'path("firings/<int:number>/"' },
    ],
    fixes: [{ url: "/api/firings/2/" }],
  },
};

const glazes: Scenario = {
  name: "glazes-in-development",
  files: {
    "ui/angular.json": `{
  "version": 1,
  "projects": {
    "ui": {
      "projectType": "application",
      "root": "",
      "architect": { "serve": { "builder": "@angular/build:dev-server", "options": { "proxyConfig": "proxy.conf.json" } } }
    }
  }
}
`,
    "ui/proxy.conf.json": `{
  "/api": {
    "target": "http://localhost:PORT_OF_api",
    "secure": false,
    "logLevel": "debug"
  }
}
`,
    "ui/src/app/glazes.service.ts": `import { HttpClient } from "@angular/common/http";
import { Injectable, inject } from "@angular/core";

@Injectable({ providedIn: "root" })
export class GlazesService {
  private readonly http = inject(HttpClient);

  list() {
    return this.http.get<{ name: string }[]>("/api/glazes");
  }
}
`,
    "service/requirements.txt": "flask\n",
    "service/app.py": `import os

from flask import Flask, jsonify

app = Flask(__name__)

GLAZES = [{"name": "celadon", "cone": 9}, {"name": "shino", "cone": 10}]


@app.route("/glazes")
def glazes():
    return jsonify(GLAZES)


@app.route("/cones/<int:cone>")
def cone(cone):
    return jsonify([glaze for glaze in GLAZES if glaze["cone"] == cone])


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "ui/requests/dev.http": `# ng serve
@ui = http://localhost:PORT_OF_dev

### glazes
# @name glazes
GET {{ui}}/api/glazes
Accept: application/json
`,
  },
  servers: [
    { name: "api", entry: "service/app.py", needs: "flask" },
    { name: "dev", entry: "front:devProxy", env: { PREFIX: "/api", UPSTREAM: "PORT_OF_api" } },
  ],
  ask: ["ui/requests/dev.http#glazes"],
  facts: ["dev:GET /api/glazes 404", "api:GET /glazes 200", "dev:GET / 200"],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-keeps-prefix"],
    links: [{ file: "ui/proxy.conf.json", text: '"/api": {' }],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

/** In the pottery. */
export const pottery: readonly Scenario[] = [stylesheet, firings, glazes];
