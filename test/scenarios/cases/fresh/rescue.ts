import type { Scenario } from "../../scenario.ts";

const alerts: Scenario = {
  name: "alert-from-the-browser",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "serve.py": `import os

import uvicorn
from fastapi import FastAPI

from rescue import alerts

app = FastAPI(title="Mountain rescue")
app.include_router(alerts.router, prefix="/v1")

uvicorn.run(app, port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "rescue/__init__.py": "",
    "rescue/alerts.py": `from fastapi import APIRouter

router = APIRouter(prefix="/alerts")
RAISED = []


@router.post("", status_code=202)
def raise_alert(alert: dict):
    RAISED.append(alert)
    return {"position": len(RAISED)}
`,
    "rescue.http": `### as the browser does
# @name browser
OPTIONS http://localhost:PORT_OF_api/v1/alerts
Origin: https://map.rescue.test
Access-Control-Request-Method: POST
Access-Control-Request-Headers: content-type
`,
  },
  servers: [{ name: "api", entry: "serve.py", needs: "fastapi" }],
  ask: ["rescue.http#browser"],
  facts: ["OPTIONS /v1/alerts 405", "GET /v1/alerts 405", "OPTIONS /v1/none 404"],
  truth: {
    outcome: "soft-not-found",
    kinds: ["preflight"],
    links: [{ file: "rescue/alerts.py", text: '@router.post(""' }],
  },
};

const huts: Scenario = {
  name: "hut-by-its-number",
  files: {
    "package.json":
      '{ "name": "huts", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }',
    "client/hut.ts": `export async function readHut(fetcher: typeof fetch, id: string) {
  const response = await fetcher("/huts/:id/beds".replace("{id}", id));
  return (await response.json()) as { free: number };
}
`,
    "huts.http": `@huts = http://localhost:PORT_OF_api

### huts
GET {{huts}}/huts

### beds
# @name beds
GET {{huts}}/huts/:id/beds
`,
    "server.js": `import Router from "@koa/router";
import Koa from "koa";

const huts = { 7: { free: 4 }, 9: { free: 0 } };
const router = new Router();
router.get("/huts", (ctx) => {
  ctx.body = Object.keys(huts);
});
router.get("/huts/:hut/beds", (ctx) => {
  ctx.body = huts[ctx.params.hut] ?? ctx.throw(404);
});
new Koa().use(router.routes()).listen(Number(process.env.PORT ?? 3000));
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["huts.http#beds"],
  facts: ["GET /huts 200", "GET /huts/:id/beds 404", "GET /huts/7/beds 200"],
  truth: {
    outcome: "not-found",
    kinds: ["unresolved-variable"],
    links: [
      { file: "server.js", text: '"/huts/:hut/beds"' },
      { file: "huts.http", text: "/huts/:id/beds" },
      { file: "client/hut.ts", text: "/huts/:id/beds" },
    ],
  },
};

const tours: Scenario = {
  name: "tours-not-yet-open",
  files: {
    "package.json":
      '{ "name": "tours", "type": "module", "dependencies": { "express": "^5.0.0" }, "scripts": { "start": "node --env-file=.env server.js" } }',
    ".env": "ENABLE_TOURS=false\nENABLE_MAPS=true\n",
    "tours.http": `@tours = http://localhost:PORT_OF_api

### maps
GET {{tours}}/maps

### tours of a guide
# @name tours
GET {{tours}}/tours?guide=g-2
`,
    "server.js": `import express from "express";
import { maps } from "./maps.js";
import { settings } from "./settings.js";
import { tours } from "./tours.js";

const app = express();
app.use("/maps", maps);
if (settings.tours) {
  app.use("/tours", tours);
}
app.listen(process.env.PORT ?? 3000);
`,
    "settings.js": `const on = (name) => process.env[name] === "true";

export const settings = { tours: on("ENABLE_TOURS"), maps: on("ENABLE_MAPS") };
`,
    "maps.js": `import { Router } from "express";

export const maps = Router();
maps.get("/", (_req, res) => res.json(["north face"]));
`,
    "tours.js": `import { Router } from "express";

export const tours = Router();
tours.get("/", (req, res) => res.json([{ guide: req.query.guide, to: "summit" }]));
`,
  },
  servers: [{ name: "api", entry: "server.js", env: { ENABLE_TOURS: "false", ENABLE_MAPS: "true" } }],
  ask: ["tours.http#tours"],
  facts: ["GET /maps 200", "GET /tours?guide=g-2 404"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "server.js", text: "if (settings.tours)" },
      { file: "server.js", text: 'app.use("/tours"' },
      { file: ".env", text: "ENABLE_TOURS" },
      { file: "tours.js", text: 'tours.get("/"' },
    ],
  },
};

const weather: Scenario = {
  name: "weather-of-the-pass",
  files: {
    "manage.py": `import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "passes.settings")
execute_from_command_line(["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
    "passes/__init__.py": "",
    "passes/settings.py": `SECRET_KEY = "only-for-development"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "passes.urls"
INSTALLED_APPS = ["roads", "weather"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
`,
    "passes/urls.py": `from django.urls import include, path

urlpatterns = [path("roads/", include("roads.urls"))]
`,
    "roads/__init__.py": "",
    "roads/urls.py": `from django.urls import path

from roads import views

urlpatterns = [path("<slug:road>/", views.road)]
`,
    "roads/views.py": `from django.http import JsonResponse


def road(request, road):
    return JsonResponse({"road": road, "open": True})
`,
    "weather/__init__.py": "",
    "weather/urls.py": `from django.urls import path

from weather import views

urlpatterns = [path("weather/<slug:station>/", views.weather)]
`,
    "weather/views.py": `from django.http import JsonResponse


def weather(request, station):
    return JsonResponse({"station": station, "wind": 40})
`,
    "passes.http": `@passes = http://localhost:PORT_OF_api

### road
GET {{passes}}/roads/stelvio/

### weather
# @name weather
GET {{passes}}/weather/stelvio/
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "django" }],
  ask: ["passes.http#weather"],
  facts: ["GET /roads/stelvio/ 200", "GET /weather/stelvio/ 404", "GET /weather/other/ 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [{ file: "weather/urls.py", text: 'path("weather/<slug:station>/"' }],
  },
};

/** Alerts, huts, tours and weather in the mountains. */
export const rescue: readonly Scenario[] = [alerts, huts, tours, weather];
