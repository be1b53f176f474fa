import type { Scenario } from "../../scenario.ts";

const hosts: Scenario = {
  name: "timetable-at-a-new-name",
  files: {
    "manage.py": `import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ferries.settings")
execute_from_command_line(["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
    "ferries/__init__.py": "",
    "ferries/settings.py": `import os

SECRET_KEY = "dev"
DEBUG = False
ALLOWED_HOSTS = os.environ.get("HOSTS", "ferries.island.test").split(",")
ROOT_URLCONF = "ferries.urls"
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
`,
    "ferries/urls.py": `from django.http import JsonResponse
from django.urls import path


def timetable(request, pier):
    return JsonResponse({"pier": pier, "next": "07:40"})


urlpatterns = [path("piers/<slug:pier>/next/", timetable)]
`,
    "ferries.http": `### from the pier
# @name next
GET http://localhost:PORT_OF_ferries/piers/west/next/
`,
  },
  servers: [{ name: "ferries", entry: "manage.py", needs: "django" }],
  ask: ["ferries.http#next"],
  facts: ["GET /piers/west/next/ 400", "GET /piers/west/next/ 200 | Host: ferries.island.test", "GET /none 400"],
  truth: {
    outcome: "soft-not-found",
    kinds: ["host-unmatched"],
    links: [
      { file: "ferries/settings.py", text: "ALLOWED_HOSTS" },
      { file: "ferries/urls.py", text: "piers/<slug:pier>/next/" },
    ],
  },
};

const bucket: Scenario = {
  name: "handbook-of-the-weather-station",
  files: {
    "mkdocs.yml": "site_name: Station\nsite_dir: public\nnav:\n  - index.md\n  - sensors.md\n",
    "public/index.html": '<!doctype html><title>Station</title><a href="sensors/">Sensors</a>\n',
    "public/sensors/index.html": "<!doctype html><title>Sensors</title>\n",
    "deploy/upload.py": `import boto3

s3 = boto3.client("s3")
for key in ("index.html", "sensors/index.html"):
    s3.upload_file(f"public/{key}", "station-handbook", key, ExtraArgs={"ContentType": "text/html"})
`,
    "station/app.py": `import os

from flask import Flask, redirect

app = Flask(__name__)


@app.get("/help/<topic>")
def help_page(topic):
    return redirect(f"{os.environ.get('HANDBOOK', 'http://localhost:PORT_OF_bucket')}/{topic}/")


@app.get("/readings")
def readings():
    return {"hpa": 1013}


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "station.http": `### the question mark beside "sensors"
# @name help
GET http://localhost:PORT_OF_station/help/sensors
`,
  },
  servers: [
    { name: "bucket", entry: "front:staticHost", env: { ROOT: "public" } },
    { name: "station", entry: "station/app.py", needs: "flask", env: { HANDBOOK: "http://localhost:PORT_OF_bucket" } },
  ],
  ask: ["station.http#help"],
  facts: [
    "station:GET /help/sensors 302",
    "bucket:GET /sensors/ 404",
    "bucket:GET /sensors/index.html 200",
    "bucket:GET / 200",
    "station:GET /readings 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["directory-index"],
    links: [
      { file: "public/sensors/index.html", text: "Sensors" },
      { file: "station/app.py", text: "return redirect(" },
      { file: "station/app.py", text: '@app.get("/help/<topic>")' },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_bucket/sensors/index.html" }],
  },
};

const graves: Scenario = {
  name: "lighter-that-was-broken-up",
  files: {
    "requirements.txt": "aiohttp\n",
    "fleet/__init__.py": "",
    "fleet/data/vessels.json": '{ "L-11": { "tons": 80 }, "L-12": { "tons": 95 } }\n',
    "fleet/data/tombstones.json": '[{ "id": "L-07", "gone": "2029-04-30", "why": "broken up" }]\n',
    "fleet/web.py": `import json
import os
from pathlib import Path

from aiohttp import web

DATA = Path(__file__).parent / "data"
VESSELS = json.loads((DATA / "vessels.json").read_text())

routes = web.RouteTableDef()


@routes.get("/vessels")
async def vessels(request):
    return web.json_response(list(VESSELS))


@routes.get("/vessels/{id}")
async def vessel(request):
    found = VESSELS.get(request.match_info["id"])
    if found is None:
        raise web.HTTPNotFound
    return web.json_response(found)


def main():
    app = web.Application()
    app.add_routes(routes)
    web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "run.py": "from fleet.web import main\n\nmain()\n",
    "fleet.http": `### insurance asks
# @name insurance
GET http://localhost:PORT_OF_fleet/vessels/L-07
`,
  },
  servers: [{ name: "fleet", entry: "run.py", needs: "aiohttp" }],
  ask: ["fleet.http#insurance"],
  facts: ["GET /vessels 200", "GET /vessels/L-07 404", "GET /vessels/L-11 200", "GET /vessels/none 404"],
  truth: {
    outcome: "not-found",
    kinds: ["deleted"],
    links: [
      { file: "fleet/data/tombstones.json", text: "L-07" },
      { file: "fleet/web.py", text: "async def vessel(request)" },
      { file: "fleet/web.py", text: '@routes.get("/vessels/{id}")' },
    ],
  },
};

/** A timetable at another name, a handbook in a bucket, a lighter that was broken up. */
export const lightermen: readonly Scenario[] = [hosts, bucket, graves];
