import type { Scenario } from "../../scenario.ts";

const openingHours: Scenario = {
  name: "opening-hours-of-the-baths",
  files: {
    "pyproject.toml": `[project]
name = "baths"
version = "1.8.0"
dependencies = ["starlette", "uvicorn"]
`,
    "main.py": `import os

import uvicorn

from baths.app import create_app

if __name__ == "__main__":
    uvicorn.run(create_app(), host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "baths/__init__.py": "",
    "baths/app.py": `from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount, Route

from baths.api import opening_hours, water
from baths.language import LanguageMiddleware
from baths.pages import home, prices


def create_app():
    return Starlette(
        routes=[
            Mount("/api", routes=[Route("/opening-hours", opening_hours), Route("/water", water)]),
            Mount("/{language}", routes=[Route("/", home), Route("/prices", prices)]),
        ],
        middleware=[Middleware(LanguageMiddleware, languages=("en", "de", "fr"))],
    )
`,
    "baths/language.py": `from starlette.middleware.base import BaseHTTPMiddleware
from starlette.responses import RedirectResponse


class LanguageMiddleware(BaseHTTPMiddleware):
    def __init__(self, app, languages):
        super().__init__(app)
        self.languages = languages

    async def dispatch(self, request, call_next):
        first = request.url.path.split("/")[1]
        if first not in self.languages:
            return RedirectResponse(f"/{self.preferred(request)}{request.url.path}", status_code=307)
        return await call_next(request)

    def preferred(self, request):
        wanted = request.headers.get("accept-language", "")[:2]
        return wanted if wanted in self.languages else self.languages[0]
`,
    "baths/pages.py": `from starlette.responses import HTMLResponse


async def home(request):
    return HTMLResponse("<h1>The baths</h1>")


async def prices(request):
    return HTMLResponse("<h1>Prices</h1>")
`,
    "baths/api.py": `from starlette.responses import JSONResponse


async def opening_hours(request):
    return JSONResponse({"mon": "7-21", "sun": "9-18"})


async def water(request):
    return JSONResponse({"celsius": 28.4})
`,
    "baths.http": `GET http://localhost:PORT_OF_web/en/prices

###
# @name hours
GET http://localhost:PORT_OF_web/api/opening-hours
Accept: application/json
`,
  },
  servers: [{ name: "web", entry: "main.py", needs: "starlette" }],
  ask: ["baths.http#hours"],
  facts: ["GET /en/prices 200", "GET /api/opening-hours 307", "GET /en/api/opening-hours 404"],
  truth: {
    outcome: "not-found",
    kinds: ["redirect-drops-path"],
    links: [
      { file: "baths/language.py", text: "return RedirectResponse(" },
      { file: "baths/language.py", text: "if first not in self.languages" },
      { file: "baths/app.py", text: "middleware=[Middleware(LanguageMiddleware" },
    ],
  },
};

const herd: Scenario = {
  name: "herd-by-its-tag",
  files: {
    "requirements.txt": "aiohttp\n",
    "pasture/__init__.py": "",
    "pasture/data.py": `HERDS = {
    "H-201": {"tag": "H-201", "breed": "Highland", "head": 32},
    "H-202": {"tag": "H-202", "breed": "Galloway", "head": 18},
    "H-207": {"tag": "H-207", "breed": "Angus", "head": 44},
}
`,
    "pasture/views.py": `from aiohttp import web

from pasture.data import HERDS

routes = web.RouteTableDef()


@routes.get("/herds")
async def herds(request):
    return web.json_response(list(HERDS.values()))


@routes.get("/herds/{tag}")
async def herd(request):
    found = HERDS.get(request.match_info["tag"])
    if found is None:
        raise web.HTTPNotFound(text='{"error": "herd not found"}', content_type="application/json")
    return web.json_response(found)
`,
    "app.py": `import os

from aiohttp import web

from pasture.views import routes

app = web.Application()
app.add_routes(routes)

if __name__ == "__main__":
    web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "pasture.http": `@base = http://localhost:PORT_OF_api

### Highland cattle
GET {{base}}/herds/H-201

### the new herd
# @name new
GET {{base}}/herds/H-211
`,
  },
  servers: [{ name: "api", entry: "app.py", needs: "aiohttp" }],
  ask: ["pasture.http#new"],
  facts: ["GET /herds/H-201 200", "GET /herds/H-211 404", "GET /herds/H-999 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "pasture/views.py", text: '@routes.get("/herds/{tag}")' }],
  },
};

/** At the baths and on the pasture. */
export const baths: readonly Scenario[] = [openingHours, herd];
