import type { Scenario } from "../../scenario.ts";

const stock: Scenario = {
  name: "boots-in-stock",
  files: {
    "README.md": `# Ski rental

One process, two names: \`www.skirental.test\` for the pages, \`api.skirental.test\` for the shops' tills. Both names point to 127.0.0.1 on our machines (see \`ops/hosts\`).
`,
    "requirements.txt": "starlette\nuvicorn\n",
    "ops/hosts": "127.0.0.1 www.skirental.test api.skirental.test\n",
    "serve.py": `import os

import uvicorn

from rental.application import application

uvicorn.run(application, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "rental/__init__.py": "",
    "rental/application.py": `from starlette.applications import Starlette
from starlette.routing import Host, Mount, Router

from rental import pages, tills

application = Starlette(
    routes=[
        Host("api.skirental.test", app=Router(tills.routes), name="api"),
        Mount("/", app=Router(pages.routes), name="www"),
    ]
)
`,
    "rental/pages.py": `from starlette.responses import HTMLResponse
from starlette.routing import Route


async def home(request):
    return HTMLResponse("<!doctype html><title>Ski rental</title><h1>Ski rental</h1>")


async def prices(request):
    return HTMLResponse("<!doctype html><title>Prices</title><p>Boots: 19 a day</p>")


routes = [Route("/", home), Route("/prices", prices)]
`,
    "rental/tills.py": `from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse
from starlette.routing import Mount, Route

STOCK = {"boots": {"41": 12, "42": 7}, "helmets": {"m": 20}}


async def kinds(request):
    return JSONResponse(sorted(STOCK))


async def stock(request):
    kind = request.path_params["kind"]
    if kind not in STOCK:
        raise HTTPException(404, f"we do not rent {kind}")
    return JSONResponse(STOCK[kind])


routes = [Mount("/stock", routes=[Route("/", kinds), Route("/{kind}", stock)])]
`,
    "till/config.ini": `[till]
shop = 14
api = http://api.skirental.test:8000
`,
    "http/till.http": `@api = http://localhost:PORT_OF_api

### price page
GET {{api}}/prices

### boots
# @name boots
GET {{api}}/stock/boots
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "serve.py", needs: "starlette" }],
  ask: ["http/till.http#boots"],
  facts: [
    "GET / 200",
    "GET /prices 200",
    "GET /stock/boots 404",
    "GET /stock/boots 200 | Host: api.skirental.test",
    "GET /prices 404 | Host: api.skirental.test",
    "GET /none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["host-unmatched"],
    links: [
      { file: "rental/application.py", text: 'Host("api.skirental.test"' },
      { file: "http/till.http", text: "@api = " },
    ],
  },
};

/** A ski rental: its pages and the tills of its shops. */
export const skiRental: readonly Scenario[] = [stock];
