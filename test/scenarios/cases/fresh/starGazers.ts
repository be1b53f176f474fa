import type { Scenario } from "../../scenario.ts";

const manage = (project: string, app: string) => `import os
import sys

import django
from django.core.management import call_command, execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "${project}.settings")

if __name__ == "__main__":
    if len(sys.argv) == 1:
        django.setup()
        call_command("migrate", run_syncdb=True, verbosity=0)
        call_command("loaddata", "${app}/fixtures/start.json", verbosity=0)
        sys.argv += ["runserver", "--noreload", os.environ.get("PORT", "8000")]
    execute_from_command_line(sys.argv)
`;
const settings = (project: string, app: string) => `from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = "local"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "${project}.urls"
INSTALLED_APPS = ["${app}"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "local.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
`;

const charts: Scenario = {
  name: "birth-chart-of-another-client",
  files: {
    "manage.py": manage("stars", "charts"),
    "stars/__init__.py": "",
    "stars/settings.py": settings("stars", "charts"),
    "stars/urls.py": `from django.urls import path

from charts import views

urlpatterns = [
    path("charts/", views.index),
    path("charts/<int:pk>/", views.show),
]
`,
    "charts/__init__.py": "",
    "charts/models.py": `from django.db import models


class Chart(models.Model):
    client = models.CharField(max_length=40)
    sign = models.CharField(max_length=20)
`,
    "charts/fixtures/start.json": `[
  { "model": "charts.chart", "pk": 41, "fields": { "client": "eva", "sign": "leo" } },
  { "model": "charts.chart", "pk": 42, "fields": { "client": "udo", "sign": "pisces" } }
]
`,
    "charts/views.py": `from django.http import JsonResponse
from django.shortcuts import get_object_or_404

from .models import Chart


def index(request):
    charts = Chart.objects.filter(client=request.headers.get("X-Client", ""))
    return JsonResponse({"charts": list(charts.values("pk", "sign"))})


def show(request, pk):
    chart = get_object_or_404(Chart, pk=pk, client=request.headers.get("X-Client", ""))
    return JsonResponse({"pk": chart.pk, "sign": chart.sign})
`,
    "charts.http": `@stars = http://localhost:PORT_OF_web

###
GET {{stars}}/charts/41/
X-Client: eva

###
# @name pisces
GET {{stars}}/charts/42/
X-Client: eva
`,
  },
  servers: [{ name: "web", entry: "manage.py", needs: "django" }],
  ask: ["charts.http#pisces"],
  facts: [
    "GET /charts/ 200 | X-Client: eva",
    "GET /charts/41/ 200 | X-Client: eva",
    "GET /charts/42/ 404 | X-Client: eva",
    "GET /charts/42/ 200 | X-Client: udo",
    "GET /charts/77/ 404 | X-Client: eva",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [
      { file: "charts/views.py", text: "get_object_or_404(Chart" },
      { file: "charts/fixtures/start.json", text: '"pk": 42' },
      { file: "stars/urls.py", text: '"charts/<int:pk>/"' },
    ],
  },
};

const planets: Scenario = {
  name: "planet-shared-as-a-link",
  files: {
    "package.json": `{ "name": "planets", "private": true, "type": "module", "scripts": { "build": "vite build", "deploy": "gh-pages -d dist" }, "dependencies": { "vue": "^3.5.0", "vue-router": "^4.5.0" }, "devDependencies": { "gh-pages": "^6.0.0", "vite": "^6.0.0" } }
`,
    "vite.config.js": `import { defineConfig } from "vite";

export default defineConfig({ base: "/planets/" });
`,
    "src/router.js": `import { createRouter, createWebHistory } from "vue-router";
import Planet from "./Planet.vue";
import Sky from "./Sky.vue";

export default createRouter({
  history: createWebHistory("/planets/"),
  routes: [
    { path: "/", component: Sky },
    { path: "/planet/:name", component: Planet },
  ],
});
`,
    "src/Planet.vue": `<template><h1>Planet</h1></template>
`,
    "src/Sky.vue": `<template><RouterLink to="/planet/saturn">Saturn</RouterLink></template>
`,
    "planets.http": `@pages = http://localhost:PORT_OF_pages/planets

### the link
# @name saturn
GET {{pages}}/planet/saturn
Accept: text/html
`,
  },
  deployed: {
    "pages.mjs": `import { createServer } from "node:http";

const index = '<!doctype html><html lang="en"><head><title>Planets</title><script type="module" crossorigin src="/planets/assets/index-aB3dE5fG.js"></script></head><body><div id="app"></div></body></html>';
const missing = '<!DOCTYPE html><html><head><title>Page not found &middot; GitHub Pages</title></head><body><h1>404</h1><p><strong>File not found</strong></p><p>The site configured at this address does not contain the requested file.</p></body></html>';
const files = new Map([["/planets/", index], ["/planets/index.html", index]]);

createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://pages");
  response.writeHead(files.has(pathname) ? 200 : 404, { server: "GitHub.com", "content-type": "text/html; charset=utf-8", "x-github-request-id": "9C1A:3F0B:2D4E" });
  response.end(files.get(pathname) ?? missing);
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "pages", entry: "deployed:pages.mjs" }],
  ask: ["planets.http#saturn"],
  facts: ["GET /planets/ 200", "GET /planets/planet/saturn 404", "GET /planets/x 404", "GET / 404"],
  truth: {
    outcome: "not-found",
    kinds: ["spa-fallback"],
    links: [
      { file: "src/router.js", text: '"/planet/:name"' },
      { file: "src/router.js", text: "createWebHistory(" },
    ],
  },
};

const hoops: Scenario = {
  name: "hoop-joined-by-the-relay",
  files: {
    "requirements.txt": "aiohttp\n",
    "relay/main.py": `import os

from aiohttp import ClientSession, web

COOPERS = os.environ.get("COOPERS", "http://localhost:PORT_OF_coopers/workshop")


async def status(request):
    return web.json_response({"relay": True})


async def relay(request):
    tail = request.match_info["tail"]
    async with ClientSession() as session, session.get(COOPERS + tail) as answer:
        return web.Response(body=await answer.read(), status=answer.status, content_type=answer.content_type)


app = web.Application()
app.router.add_get("/status", status)
app.router.add_get("/coopers/{tail:.*}", relay)
web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "coopers/main.py": `import os

from flask import Flask, abort, jsonify

app = Flask(__name__)
HOOPS = {3: "iron", 4: "willow"}


@app.get("/workshop/hoops/<int:number>")
def hoop(number):
    if number not in HOOPS:
        abort(404)
    return jsonify(number=number, of=HOOPS[number])


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "hoops.http": `### willow
# @name willow
GET http://localhost:PORT_OF_relay/coopers/hoops/4
`,
  },
  servers: [
    { name: "coopers", entry: "coopers/main.py", needs: "flask" },
    {
      name: "relay",
      entry: "relay/main.py",
      env: { COOPERS: "http://localhost:PORT_OF_coopers/workshop" },
      needs: "aiohttp",
      passesOn: true,
    },
  ],
  ask: ["hoops.http#willow"],
  facts: [
    "relay:GET /status 200",
    "relay:GET /coopers/hoops/4 404",
    "coopers:GET /workshop/hoops/4 200",
    "relay:GET /coopers//hoops/4 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-joins-wrong"],
    links: [
      { file: "relay/main.py", text: "COOPERS + tail" },
      { file: "relay/main.py", text: "COOPERS = " },
      { file: "relay/main.py", text: "tail:.*" },
    ],
    fixes: [{ kind: "edit-rewrite" }, { kind: "edit-route" }],
  },
};

/** A birth chart of another client, a planet below a base path of GitHub Pages, a hoop whose relay glues two words. */
export const starGazers: readonly Scenario[] = [charts, planets, hoops];
