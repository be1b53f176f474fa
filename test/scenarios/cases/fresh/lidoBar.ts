import type { Scenario } from "../../scenario.ts";

const tab: Scenario = {
  name: "tab-at-the-lido-bar",
  files: {
    "requirements.txt": "aiohttp\n",
    "deploy/regions.toml": `[regions.eu]
endpoint = "http://localhost:PORT_OF_eu"

[regions.us]
endpoint = "http://localhost:PORT_OF_us"
`,
    "bar/__init__.py": "",
    "bar/app.py": `import os

from aiohttp import web

TABS = {
    "eu": {"tab_20": {"id": "tab_20", "open": 31.5}},
    "us": {"tab_77": {"id": "tab_77", "open": 12.0}},
}


async def tab(request):
    here = TABS[os.environ.get("REGION", "eu")]
    found = here.get(request.match_info["id"])
    if found is None:
        return web.json_response({"error": "tab_not_found"}, status=404)
    return web.json_response(found)


def create_app():
    app = web.Application()
    app.router.add_get("/tabs/{id}", tab)
    return app
`,
    "run.py": `import os

from aiohttp import web

from bar.app import create_app

web.run_app(create_app(), host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "bar.http": `@bar = http://localhost:PORT_OF_us

### mine
GET {{bar}}/tabs/tab_77

### of the guest from Lisbon
# @name guest
GET {{bar}}/tabs/tab_20
`,
  },
  servers: [
    { name: "eu", entry: "run.py", needs: "aiohttp", env: { REGION: "eu" } },
    { name: "us", entry: "run.py", needs: "aiohttp", env: { REGION: "us" } },
  ],
  ask: ["bar.http#guest"],
  facts: ["us:GET /tabs/tab_77 200", "us:GET /tabs/tab_20 404", "eu:GET /tabs/tab_20 200"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-region"],
    links: [
      { file: "deploy/regions.toml", text: "[regions.eu]" },
      { file: "deploy/regions.toml", text: "PORT_OF_eu" },
      { file: "bar.http", text: "@bar =" },
      { file: "bar/app.py", text: '"eu": {"tab_20"' },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_eu/tabs/tab_20" }],
  },
};

const drink: Scenario = {
  name: "drink-of-the-lido-bar",
  files: {
    "requirements.txt": "starlette\nuvicorn\n",
    "drinks.py": `import os

import uvicorn
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route

DRINKS = {"spritz": 8, "tonic": 5}


async def drinks(request):
    return JSONResponse(DRINKS)


async def drink(request):
    name = request.path_params["name"]
    if name not in DRINKS:
        return JSONResponse({"error": f"we do not serve {name}"}, status_code=404)
    return JSONResponse({"name": name, "price": DRINKS[name]})


app = Starlette(routes=[Route("/drinks", drinks), Route("/drinks/{name}", drink)])

if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "drinks.http": `### spritz
GET http://localhost:PORT_OF_api/drinks/spritz

### for the man with the hat
# @name hat
GET http://localhost:PORT_OF_api/drinks/absinthe
`,
  },
  servers: [{ name: "api", entry: "drinks.py", needs: "starlette" }],
  ask: ["drinks.http#hat"],
  facts: ["GET /drinks/spritz 200", "GET /drinks/absinthe 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "drinks.py", text: 'Route("/drinks/{name}", drink)' }],
  },
};

/** At the bar of the lido. */
export const lidoBar: readonly Scenario[] = [tab, drink];
