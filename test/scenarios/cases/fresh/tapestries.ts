import type { Scenario } from "../../scenario.ts";

const panels: Scenario = {
  name: "tapestry-panel-of-a-commission",
  files: {
    "app.py": `import os

from flask import Flask, abort, jsonify

from store import COMMISSIONS, PANELS

app = Flask(__name__)


@app.get("/commissions")
def commissions():
    return jsonify([{"id": key, "client": client} for key, client in COMMISSIONS.items()])


@app.get("/commissions/<int:commission_id>/panels")
def panels(commission_id):
    if commission_id not in COMMISSIONS:
        abort(404)
    return jsonify([p for p in PANELS if p["commission_id"] == commission_id])


@app.get("/commissions/<int:commission_id>/panels/<int:panel_id>")
def panel(commission_id, panel_id):
    for p in PANELS:
        if p["id"] == panel_id and p["commission_id"] == commission_id:
            return jsonify(p)
    abort(404)


@app.errorhandler(404)
def not_found(_):
    return jsonify(error="not found"), 404


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "store.py": `COMMISSIONS = {31: "Town hall of Arras", 32: "Abbey of Saint-Vaast"}

PANELS = [
    {"id": 701, "commission_id": 31, "title": "The market", "width_cm": 240},
    {"id": 702, "commission_id": 31, "title": "The belfry", "width_cm": 180},
    {"id": 703, "commission_id": 32, "title": "The choir", "width_cm": 310},
]
`,
    "weaving.http": `@base = http://localhost:PORT_OF_api
@commission = 31

### Panels of the commission
GET {{base}}/commissions/{{commission}}/panels

### The choir
# @name choir
GET {{base}}/commissions/{{commission}}/panels/703
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "app.py", needs: "flask" }],
  ask: ["weaving.http#choir"],
  facts: [
    "GET /commissions/31/panels 200",
    "GET /commissions/31/panels/703 404",
    "GET /commissions/32/panels/703 200",
    "GET /commissions/31/panels/701 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-project"],
    links: [
      { file: "weaving.http", text: "@commission = 31" },
      { file: "weaving.http", text: "/panels/703" },
      { file: "store.py", text: '"id": 703' },
      { file: "app.py", text: 'if p["id"] == panel_id' },
    ],
    fixes: [{ url: "/commissions/32/panels/703" }],
  },
};

const patterns: Scenario = {
  name: "tapestry-pattern-with-another-name",
  files: {
    "main.py": `import os

import uvicorn
from fastapi import FastAPI

from routers import patterns, yarns

app = FastAPI(title="Loom")
app.include_router(patterns.router)
app.include_router(yarns.router)

if __name__ == "__main__":
    uvicorn.run(app, port=int(os.environ.get("PORT", "8000")))
`,
    "routers/__init__.py": "",
    "routers/patterns.py": `import json
from pathlib import Path

from fastapi import APIRouter, HTTPException

router = APIRouter(prefix="/patterns", tags=["patterns"])
DATA = json.loads((Path(__file__).parent.parent / "data" / "patterns.json").read_text())


@router.get("")
def list_patterns():
    return [{"id": p["id"], "slug": p["slug"], "title": p["title"]} for p in DATA]


@router.get("/{slug}")
def get_pattern(slug: str):
    pattern = next((p for p in DATA if p["slug"] == slug), None)
    if pattern is None:
        raise HTTPException(status_code=404, detail="Pattern not found")
    return {key: value for key, value in pattern.items() if key != "previous_slugs"}
`,
    "routers/yarns.py": `from fastapi import APIRouter

router = APIRouter(prefix="/yarns", tags=["yarns"])


@router.get("")
def list_yarns():
    return [{"code": "W-10", "fibre": "wool"}, {"code": "S-02", "fibre": "silk"}]
`,
    "data/patterns.json": `[
  { "id": 1, "slug": "millefleurs", "title": "Millefleurs", "previous_slugs": [] },
  { "id": 2, "slug": "hunt-of-the-unicorn", "title": "The hunt of the unicorn", "previous_slugs": ["unicorn-hunt"] },
  { "id": 3, "slug": "verdure", "title": "Verdure", "previous_slugs": [] }
]
`,
    "loom.http": `@host = http://localhost:PORT_OF_api

### All patterns
GET {{host}}/patterns

### Yarns
GET {{host}}/yarns

### One pattern
# @name pattern
GET {{host}}/patterns/unicorn-hunt
`,
  },
  servers: [{ name: "api", entry: "main.py", needs: "fastapi" }],
  ask: ["loom.http#pattern"],
  facts: ["GET /patterns 200", "GET /patterns/unicorn-hunt 404", "GET /patterns/hunt-of-the-unicorn 200"],
  truth: {
    outcome: "not-found",
    kinds: ["renamed-slug"],
    links: [
      { file: "data/patterns.json", text: '"previous_slugs": ["unicorn-hunt"]' },
      { file: "loom.http", text: "/patterns/unicorn-hunt" },
    ],
    fixes: [{ url: "/patterns/hunt-of-the-unicorn" }],
  },
};

const looms: Scenario = {
  name: "tapestry-looms-in-use",
  files: {
    "server.py": `import os

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route

from endpoints import index, loom_detail, loom_list, nothing_here, shifts

routes = [
    Route("/", index),
    Route("/looms", loom_list),
    Route("/looms/{number:int}", loom_detail),
    Route("/{rest:path}", nothing_here),
    Route("/shifts", shifts),
]

app = Starlette(routes=routes)

if __name__ == "__main__":
    uvicorn.run(app, port=int(os.environ.get("PORT", "8000")))
`,
    "endpoints.py": `from starlette.responses import JSONResponse

LOOMS = {1: "high-warp", 2: "low-warp", 3: "high-warp"}


async def index(request):
    return JSONResponse({"service": "workshop"})


async def loom_list(request):
    return JSONResponse([{"number": n, "kind": kind} for n, kind in LOOMS.items()])


async def loom_detail(request):
    number = request.path_params["number"]
    if number not in LOOMS:
        return JSONResponse({"error": "no such loom"}, status_code=404)
    return JSONResponse({"number": number, "kind": LOOMS[number]})


async def shifts(request):
    return JSONResponse([{"day": "mon", "weaver": "I. Duarte"}, {"day": "tue", "weaver": "P. Loos"}])


async def nothing_here(request):
    return JSONResponse({"error": "nothing here", "path": request.url.path}, status_code=404)
`,
    "requests/workshop.http": `### looms
GET http://localhost:PORT_OF_api/looms

### loom 2
GET http://localhost:PORT_OF_api/looms/2

### shifts
# @name shifts
GET http://localhost:PORT_OF_api/shifts
`,
  },
  servers: [{ name: "api", entry: "server.py", needs: "starlette" }],
  ask: ["requests/workshop.http#shifts"],
  facts: ["GET / 200", "GET /looms 200", "GET /looms/2 200", "GET /shifts 404", "GET /elsewhere 404"],
  truth: {
    outcome: "not-found",
    kinds: ["after-catch-all", "shadowed"],
    links: [
      { file: "server.py", text: 'Route("/{rest:path}", nothing_here)' },
      { file: "server.py", text: 'Route("/shifts", shifts)' },
    ],
    fixes: [{ kind: "edit-route" }],
  },
};

/** A tapestry workshop: its commissions, patterns and looms. */
export const tapestries: readonly Scenario[] = [panels, patterns, looms];
