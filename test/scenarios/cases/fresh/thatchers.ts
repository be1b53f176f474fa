import type { Scenario } from "../../scenario.ts";

const roofs: Scenario = {
  name: "thatchers-roof-survey",
  files: {
    "thatch/__init__.py": "",
    "thatch/app.py": `from aiohttp import web

from thatch.handlers import get_roof, health, list_roofs, list_surveys


def build_app() -> web.Application:
    app = web.Application()
    app.router.add_get("/health", health)
    app.add_routes(
        [
            web.get("/api/v2/roofs", list_roofs),
            web.get("/api/v2/roofs/{roof_id}", get_roof),
            web.get("/api/v2/roofs/{roof_id}/surveys", list_surveys),
        ]
    )
    return app
`,
    "thatch/handlers.py": `from aiohttp import web

ROOFS = {"r7": {"id": "r7", "place": "Mill cottage", "material": "reed"}, "r9": {"id": "r9", "place": "Tithe barn", "material": "straw"}}
SURVEYS = {"r7": [{"on": "2026-04-02", "ridge": "worn"}], "r9": []}


async def health(request: web.Request) -> web.Response:
    return web.json_response({"status": "ok"})


async def list_roofs(request: web.Request) -> web.Response:
    return web.json_response(list(ROOFS.values()))


async def get_roof(request: web.Request) -> web.Response:
    roof = ROOFS.get(request.match_info["roof_id"])
    if roof is None:
        raise web.HTTPNotFound(text="no such roof")
    return web.json_response(roof)


async def list_surveys(request: web.Request) -> web.Response:
    return web.json_response(SURVEYS.get(request.match_info["roof_id"], []))
`,
    "run.py": `import os

from aiohttp import web

from thatch.app import build_app

web.run_app(build_app(), host="127.0.0.1", port=int(os.environ.get("PORT", "8080")))
`,
    "client/surveys.py": `import urllib.request


def surveys(base: str, roof: str) -> bytes:
    with urllib.request.urlopen(f"{base}/api/v1/roofs/{roof}/surveys") as answer:
        return answer.read()
`,
    "thatch.http": `@host = http://localhost:PORT_OF_api

### health
GET {{host}}/health

### surveys of the mill cottage
# @name surveys
GET {{host}}/api/v1/roofs/r7/surveys
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "aiohttp" }],
  ask: ["thatch.http#surveys"],
  facts: [
    "GET /health 200",
    "GET /api/v1/roofs/r7/surveys 404",
    "GET /api/v2/roofs/r7/surveys 200",
    "GET /api/v1/roofs 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: "thatch/app.py", text: '/surveys", list_surveys' },
      { file: "thatch.http", text: "/api/v1/roofs/r7/surveys" },
    ],
    fixes: [{ url: "/api/v2/roofs/r7/surveys" }],
  },
};

const reed: Scenario = {
  name: "thatchers-reed-of-the-season",
  files: {
    "app.py": `import os

from flask import Flask, abort, jsonify

app = Flask(__name__)
harvests = {"2024": {"season": "2024", "bundles": 5200}}


@app.get("/harvests")
def index():
    return jsonify(sorted(harvests))


@app.get("/harvests/<season>")
def show(season):
    harvest = harvests.get(season)
    if harvest is None:
        abort(404)
    return jsonify(harvest)


@app.put("/harvests/<season>")
def store(season):
    harvests[season] = {"season": season, "bundles": 0}
    return "", 204


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "requirements.txt": "flask\n",
    "README.md": `# Harvests

The service runs behind the cache of the office: http://localhost:PORT_OF_cache. It listens itself on http://localhost:PORT_OF_api.
`,
    "reed.http": `@site = http://localhost:PORT_OF_cache
@service = http://localhost:PORT_OF_api

### as the office reads it
# @name season
GET {{site}}/harvests/2026

### the service itself
GET {{service}}/harvests
`,
  },
  servers: [
    { name: "api", entry: "app.py", needs: "flask" },
    { name: "cache", entry: "front:cachingProxy", env: { UPSTREAM: "PORT_OF_api" }, passesOn: true },
  ],
  before: ["cache:GET /harvests/2026 404", "api:PUT /harvests/2026 204"],
  ask: ["reed.http#season"],
  facts: ["cache:GET /harvests/2026 404", "api:GET /harvests/2026 200", "cache:GET /harvests/2026?fresh=1 200"],
  truth: {
    outcome: "not-found",
    kinds: ["shared-cache"],
  },
};

const gauge: Scenario = {
  name: "thatchers-straw-gauge",
  files: {
    "settings.py": `import os


class Settings:
    port = int(os.environ.get("PORT", "8000"))
    gauges_enabled = os.environ.get("GAUGES_ENABLED", "false").lower() == "true"


settings = Settings()
`,
    "api/__init__.py": `from fastapi import FastAPI

from api import gauges, straw
from settings import settings


def create_app() -> FastAPI:
    app = FastAPI(title="Straw store")
    app.include_router(straw.router, prefix="/straw")
    if settings.gauges_enabled:
        app.include_router(gauges.router, prefix="/gauges")
    return app
`,
    "api/straw.py": `from fastapi import APIRouter

router = APIRouter()


@router.get("/")
async def straw():
    return [{"sort": "long straw", "bales": 40}, {"sort": "combed wheat", "bales": 12}]
`,
    "api/gauges.py": `from fastapi import APIRouter

router = APIRouter()


@router.get("/humidity")
async def humidity():
    return {"percent": 61}
`,
    "main.py": `import uvicorn

from api import create_app
from settings import settings

app = create_app()

if __name__ == "__main__":
    uvicorn.run(app, port=settings.port)
`,
    ".env.example": "PORT=8000\nGAUGES_ENABLED=false\n",
    "store.http": `@host = http://localhost:PORT_OF_api

### straw
GET {{host}}/straw/

### humidity
# @name humidity
GET {{host}}/gauges/humidity
`,
  },
  servers: [{ name: "api", entry: "main.py", needs: "fastapi" }],
  ask: ["store.http#humidity"],
  facts: ["GET /straw/ 200", "GET /gauges/humidity 404", "GET /humidity 404"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "api/__init__.py", text: "if settings.gauges_enabled:" },
      { file: "api/__init__.py", text: "app.include_router(gauges.router" },
      { file: "settings.py", text: "gauges_enabled =" },
    ],
  },
};

/** Thatchers: the roofs they keep, their reed and straw. */
export const thatchers: readonly Scenario[] = [roofs, reed, gauge];
