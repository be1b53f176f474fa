import type { Scenario } from "../../scenario.ts";

const wills: Scenario = {
  name: "will-at-the-other-notary",
  files: {
    "requirements.txt": "flask\n",
    "notary/__init__.py": `from flask import Flask, g, request

from .wills import bp


def create_app():
    app = Flask(__name__)

    @app.before_request
    def who():
        g.office = request.headers.get("X-Office", "")

    app.register_blueprint(bp)
    return app
`,
    "notary/model.py": `from dataclasses import dataclass


@dataclass
class Will:
    id: int
    office: str
    testator: str


WILLS = {
    601: Will(601, "lindau", "A. Berger"),
    602: Will(602, "bregenz", "H. Moosbrugger"),
}
`,
    "notary/wills.py": `from flask import Blueprint, abort, g, jsonify

from .model import WILLS

bp = Blueprint("wills", __name__, url_prefix="/wills")


@bp.get("/")
def index():
    return jsonify([will.id for will in WILLS.values() if will.office == g.office])


@bp.get("/<int:will_id>")
def show(will_id):
    will = WILLS.get(will_id)
    if will is None or will.office != g.office:
        abort(404)
    return jsonify(id=will.id, testator=will.testator)
`,
    "run.py": `import os

from notary import create_app

create_app().run(port=int(os.environ.get("PORT", "5000")))
`,
    "wills.http": `@notary = http://localhost:PORT_OF_api

###
GET {{notary}}/wills/
X-Office: lindau

###
# @name moosbrugger
GET {{notary}}/wills/602
X-Office: lindau
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "flask" }],
  ask: ["wills.http#moosbrugger"],
  facts: [
    "GET /wills/601 200 | X-Office: lindau",
    "GET /wills/602 404 | X-Office: lindau",
    "GET /wills/602 200 | X-Office: bregenz",
    "GET /wills/699 404 | X-Office: lindau",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource", "wrong-tenant"],
    links: [
      { file: "notary/wills.py", text: "will.office != g.office" },
      { file: "notary/wills.py", text: '@bp.get("/<int:will_id>")' },
      { file: "notary/model.py", text: '602: Will(602, "bregenz"' },
    ],
  },
};

const parishes: Scenario = {
  name: "mass-of-a-parish-at-the-desk",
  files: {
    "requirements.txt": "Django\n",
    "manage.py": `import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "diocese.settings")

if __name__ == "__main__":
    if len(sys.argv) == 1:
        sys.argv += ["runserver", "--noreload", os.environ.get("PORT", "8000")]
    execute_from_command_line(sys.argv)
`,
    "diocese/__init__.py": "",
    "diocese/settings.py": `SECRET_KEY = "local"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "diocese.urls"
MIDDLEWARE = ["diocese.middleware.ParishMiddleware"]
PARISH_DOMAINS = {
    "st-anna.bistum.example": "anna",
    "st-georg.bistum.example": "georg",
}
`,
    "diocese/middleware.py": `from django.conf import settings


class ParishMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        domain = request.get_host().partition(":")[0]
        request.parish = settings.PARISH_DOMAINS.get(domain)
        return self.get_response(request)
`,
    "diocese/urls.py": `from django.http import Http404, JsonResponse
from django.urls import path

MASSES = [
    {"id": 9, "parish": "anna", "at": "09:30"},
    {"id": 10, "parish": "georg", "at": "11:00"},
]


def masses(request):
    return JsonResponse({"masses": [m for m in MASSES if m["parish"] == request.parish]})


def mass(request, mass_id):
    for m in MASSES:
        if m["parish"] == request.parish and m["id"] == mass_id:
            return JsonResponse(m)
    raise Http404("no such mass")


urlpatterns = [path("masses", masses), path("masses/<int:mass_id>", mass)]
`,
    "masses.http": `@site = http://localhost:PORT_OF_web

### Sunday at St Anna
# @name sunday
GET {{site}}/masses/9
`,
  },
  servers: [{ name: "web", entry: "manage.py", needs: "django" }],
  ask: ["masses.http#sunday"],
  facts: [
    "GET /masses/9 404",
    "GET /masses/9 200 | Host: st-anna.bistum.example",
    "GET /masses 200",
    "GET /masses/9 404 | Host: st-georg.bistum.example",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-tenant"],
    links: [
      { file: "diocese/middleware.py", text: "request.get_host()" },
      { file: "diocese/middleware.py", text: "settings.PARISH_DOMAINS" },
      { file: "diocese/settings.py", text: '"st-anna.bistum.example"' },
      { file: "diocese/urls.py", text: 'm["id"] == mass_id' },
      { file: "diocese/urls.py", text: 'path("masses/<int:mass_id>"' },
    ],
  },
};

const shelves: Scenario = {
  name: "stocktaking-of-a-tea-shop",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "tea/__init__.py": "",
    "tea/shelves.py": `from fastapi import APIRouter, Body, HTTPException

router = APIRouter(prefix="/shelves")
SHELVES = {"a1": ["assam"], "b2": ["sencha", "gyokuro"]}


@router.get("")
def shelves():
    return sorted(SHELVES)


@router.get("/{code}")
def shelf(code: str):
    if code not in SHELVES:
        raise HTTPException(404, f"no shelf {code}")
    return SHELVES[code]


@router.post("/stocktaking", status_code=202)
def stocktaking(day: str = Body(embed=True)):
    return {"day": day, "shelves": len(SHELVES)}
`,
    "tea/main.py": `from fastapi import FastAPI

from tea.shelves import router

app = FastAPI()
app.include_router(router, prefix="/api")
`,
    "run.py": `import os

import uvicorn

uvicorn.run("tea.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "tea.http": `@tea = http://localhost:PORT_OF_api/api

###
GET {{tea}}/shelves/a1

###
# @name count
GET {{tea}}/shelves/stocktaking
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["tea.http#count"],
  facts: [
    "GET /api/shelves/a1 200",
    "GET /api/shelves/stocktaking 404",
    "POST /api/shelves/stocktaking 422",
    "GET /api/shelves/z9 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-method"],
    links: [{ file: "tea/shelves.py", text: '@router.post("/stocktaking"' }],
    fixes: [{ method: "POST" }],
  },
};

const charts: Scenario = {
  name: "sea-chart-with-a-stroke",
  files: {
    "package.json": `{ "name": "sea-charts", "private": true, "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" } }
`,
    "charts.js": `import Router from "@koa/router";
import Koa from "koa";

const charts = new Map([
  ["INT1045", { scale: 150000 }],
  ["DE/42", { scale: 50000 }],
]);

const router = new Router({ prefix: "/charts" });
router.get("/", (ctx) => {
  ctx.body = [...charts.keys()];
});
router.get("/:chart", (ctx) => {
  const chart = charts.get(ctx.params.chart);
  if (!chart) {
    ctx.throw(404, "chart unknown");
  }
  ctx.body = chart;
});

new Koa().use(router.routes()).listen(process.env.PORT ?? 3000);
`,
    "nginx/charts.conf": `server {
  listen 80;

  location /sea/ {
    proxy_pass http://127.0.0.1:PORT_OF_app/;
    proxy_set_header Host $host;
  }
}
`,
    "charts.http": `@sea = http://localhost:PORT_OF_web/sea
@app = http://localhost:PORT_OF_app

### without nginx
GET {{app}}/charts/DE%2F42

### by number
GET {{sea}}/charts/INT1045

### with a stroke
# @name stroke
GET {{sea}}/charts/DE%2F42
`,
  },
  deployed: {
    "nginx.mjs": `import { createServer, request } from "node:http";

const missing = "<html>\\r\\n<head><title>404 Not Found</title></head>\\r\\n<body>\\r\\n<center><h1>404 Not Found</h1></center>\\r\\n<hr><center>nginx/1.26.2</center>\\r\\n</body>\\r\\n</html>\\r\\n";

createServer((incoming, outgoing) => {
  const [path, query] = (incoming.url ?? "/").split("?");
  const plain = decodeURIComponent(path);
  if (!plain.startsWith("/sea/")) {
    outgoing.writeHead(404, { server: "nginx/1.26.2", "content-type": "text/html" }).end(missing);
    return;
  }
  const rest = "/" + encodeURI(plain.slice("/sea/".length)) + (query === undefined ? "" : "?" + query);
  const upstream = request({ host: "localhost", port: process.env.APP, method: incoming.method, path: rest, headers: incoming.headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, { ...answer.headers, server: "nginx/1.26.2" });
    answer.pipe(outgoing);
  });
  incoming.pipe(upstream);
}).listen(process.env.PORT);
`,
  },
  servers: [
    { name: "app", entry: "charts.js" },
    { name: "web", entry: "deployed:nginx.mjs", env: { APP: "PORT_OF_app" }, passesOn: true },
  ],
  ask: ["charts.http#stroke"],
  facts: [
    "web:GET /sea/charts/INT1045 200",
    "web:GET /sea/charts/DE%2F42 404",
    "app:GET /charts/DE%2F42 200",
    "app:GET /charts/DE/42 404",
    "web:GET /x 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["id-encoding"],
    links: [
      { file: "nginx/charts.conf", text: "proxy_pass" },
      { file: "nginx/charts.conf", text: "location /sea/" },
      { file: "charts.js", text: '"/:chart"' },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

const speech: Scenario = {
  name: "voices-of-a-beta",
  files: {
    "requirements.txt": "httpx\n",
    "radio/voices.py": `import os

import httpx

client = httpx.Client(base_url=os.environ.get("SPEECH_URL", "http://localhost:PORT_OF_speech"))


def voices(language):
    answer = client.get("/v1beta1/voices", params={"language": language})
    answer.raise_for_status()
    return answer.json()["voices"]


def languages():
    return client.get("/v1/languages").json()
`,
    "radio/plan.py": `from radio.voices import voices

for voice in voices("de"):
    print(voice["name"])
`,
    "speech.http": `@speech = http://localhost:PORT_OF_speech

### languages
GET {{speech}}/v1/languages

### voices
# @name voices
GET {{speech}}/v1beta1/voices?language=de
`,
  },
  deployed: {
    "speech.mjs": `import { serve } from "@hono/node-server";
import { Hono } from "hono";

const app = new Hono();
app.get("/v1/languages", (c) => c.json({ languages: ["de", "en"] }));
app.get("/v1/voices", (c) => c.json({ voices: [{ name: "de-1" }] }));
app.notFound((c) => c.json({ error: { code: 404, status: "NOT_FOUND" } }, 404));
serve({ fetch: app.fetch, port: Number(process.env.PORT) });
`,
  },
  servers: [{ name: "speech", entry: "deployed:speech.mjs" }],
  ask: ["speech.http#voices"],
  facts: [
    "GET /v1/languages 200",
    "GET /v1beta1/voices?language=de 404",
    "GET /v1/voices?language=de 200",
    "GET /v1/x 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: "radio/voices.py", text: "/v1beta1/voices" },
      { file: "speech.http", text: "/v1beta1/voices" },
    ],
    fixes: [{ url: "/v1/voices?language=de" }],
  },
};

/** A will of another office, a mass whose parish the host tells, a stocktaking that is posted, a chart whose stroke nginx decodes, voices that left their beta. */
export const notaries: readonly Scenario[] = [wills, parishes, shelves, charts, speech];
