import type { Scenario } from "../../scenario.ts";

const cargo: Scenario = {
  name: "bargees-cargo-list",
  files: {
    "app.py": `import os

from aiohttp import web

routes = web.RouteTableDef()
CARGO = [{"id": 1, "goods": "gravel", "tonnes": 320}, {"id": 2, "goods": "rape seed", "tonnes": 180}]


@routes.get("/cargo")
async def cargo(request):
    return web.json_response(CARGO)


@routes.get("/berths")
async def berths(request):
    return web.json_response(["A1", "A2", "B1"])


def main():
    api = web.Application()
    api.add_routes(routes)
    root = web.Application()
    root.add_subapp("/api", api)
    web.run_app(root, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")))


if __name__ == "__main__":
    main()
`,
    ".env": "BARGE_API=http://localhost:PORT_OF_api/api\n",
    "barge.http": `@base = {{$dotenv BARGE_API}}

### Berths
GET {{base}}/berths

### Cargo
# @name cargo
GET {{base}}/api/cargo
`,
  },
  servers: [{ name: "api", entry: "app.py", needs: "aiohttp" }],
  ask: ["barge.http#cargo"],
  facts: ["GET /api/berths 200", "GET /api/api/cargo 404", "GET /api/cargo 200"],
  truth: {
    outcome: "not-found",
    kinds: ["duplicated-segment", "base-path"],
    links: [
      { file: "barge.http", text: "{{base}}/api/cargo" },
      { file: ".env", text: "BARGE_API" },
    ],
    fixes: [{ url: "/api/cargo" }],
  },
};

const bundle: Scenario = {
  name: "bargees-timetable-script",
  files: {
    "api/main.py": `from fastapi import FastAPI

app = FastAPI()


@app.get("/api/departures")
def departures():
    return [{"at": "06:20", "to": "Conflans"}, {"at": "14:05", "to": "Rouen"}]
`,
    "web/src/main.js": `const list = document.querySelector("#departures");

for (const { at, to } of await (await fetch("/api/departures")).json()) {
  list.append(Object.assign(document.createElement("li"), { textContent: at + " " + to }));
}
`,
    "web/vite.config.js": `export default { build: { outDir: "../dist", emptyOutDir: true } };
`,
    "dist/index.html": `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Departures</title>
    <script type="module" crossorigin src="/assets/index-Cq7Zt1Lm.js"></script>
    <link rel="stylesheet" crossorigin href="/assets/index-B0x9sKd2.css" />
  </head>
  <body><ul id="departures"></ul></body>
</html>
`,
    "dist/assets/index-Cq7Zt1Lm.js":
      'const e=document.querySelector("#departures");for(const{at:t,to:o}of await(await fetch("/api/departures")).json())e.append(t+" "+o);\n',
    "dist/assets/index-B0x9sKd2.css": "ul{list-style:none}\n",
    "timetable.http": `@site = http://localhost:PORT_OF_site

### page
GET {{site}}/

### script of the page
# @name script
GET {{site}}/assets/index-Dh4Wb8Ra.js
`,
  },
  servers: [{ name: "site", entry: "front:staticHost", env: { ROOT: "dist" } }],
  ask: ["timetable.http#script"],
  facts: ["GET / 200", "GET /assets/index-Dh4Wb8Ra.js 404", "GET /assets/index-Cq7Zt1Lm.js 200"],
  truth: {
    outcome: "not-found",
    kinds: ["stale-asset"],
    links: [
      { file: "dist/index.html", text: "/assets/index-Cq7Zt1Lm.js" },
      { file: "timetable.http", text: "/assets/index-Dh4Wb8Ra.js" },
    ],
    fixes: [{ url: "/assets/index-Cq7Zt1Lm.js" }],
  },
};

const barges: Scenario = {
  name: "bargees-barge-by-number",
  files: {
    "fleet/__init__.py": "",
    "fleet/registry.py": `BARGES = {
    "0413": {"number": "0413", "name": "Marie-Louise", "length_m": 38.5},
    "0587": {"number": "0587", "name": "Zwaan", "length_m": 39.0},
    "1120": {"number": "1120", "name": "Elbe 4", "length_m": 67.0},
}
`,
    "fleet/web.py": `from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse
from starlette.routing import Mount, Route

from fleet.registry import BARGES


async def barges(request):
    return JSONResponse(list(BARGES.values()))


async def barge(request):
    found = BARGES.get(request.path_params["number"])
    if found is None:
        raise HTTPException(status_code=404, detail="Barge not found")
    return JSONResponse(found)


async def on_http_error(request, error):
    return JSONResponse({"detail": error.detail}, status_code=error.status_code)


app = Starlette(
    routes=[Mount("/fleet", routes=[Route("/barges", barges), Route("/barges/{number}", barge)])],
    exception_handlers={HTTPException: on_http_error},
)
`,
    "serve.py": `import os

import uvicorn

from fleet.web import app

if __name__ == "__main__":
    uvicorn.run(app, port=int(os.environ.get("PORT", "8000")))
`,
    "fleet.http": `@host = http://localhost:PORT_OF_api

### all
GET {{host}}/fleet/barges

### Zwaan
GET {{host}}/fleet/barges/0587

### the new one
# @name barge
GET {{host}}/fleet/barges/0932
`,
  },
  servers: [{ name: "api", entry: "serve.py", needs: "starlette" }],
  ask: ["fleet.http#barge"],
  facts: ["GET /fleet/barges 200", "GET /fleet/barges/0587 200", "GET /fleet/barges/0932 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "fleet/web.py", text: "if found is None:" },
      { file: "fleet/web.py", text: "raise HTTPException(status_code=404" },
      { file: "fleet/web.py", text: 'BARGES.get(request.path_params["number"])' },
      { file: "fleet.http", text: "/fleet/barges/0932" },
    ],
  },
};

/** Bargees: their cargo, the timetable and the fleet. */
export const bargees: readonly Scenario[] = [cargo, bundle, barges];
