import type { Scenario } from "../../scenario.ts";

const export_: Scenario = {
  name: "export-of-a-notebook",
  files: {
    "requirements.txt": "flask\n",
    ".flaskenv": "FLASK_APP=notebooks\n",
    "notebooks/__init__.py": `from flask import Flask

app = Flask(__name__)

from notebooks import views
`,
    "notebooks/views.py": `from notebooks import app
from notebooks.data import NOTEBOOKS


@app.route("/notebooks")
def notebooks():
    return {"notebooks": sorted(NOTEBOOKS)}


@app.route("/notebooks/<name>")
def notebook(name):
    return {"name": name, "pages": NOTEBOOKS.get(name, 0)}
`,
    "notebooks/exports.py": `from notebooks import app
from notebooks.data import NOTEBOOKS


@app.route("/exports/<name>.txt")
def export(name):
    return f"{name}: {NOTEBOOKS.get(name, 0)} pages", 200, {"Content-Type": "text/plain"}


@app.route("/exports")
def exports():
    return {"exports": [f"{name}.txt" for name in NOTEBOOKS]}
`,
    "notebooks/data.py": 'NOTEBOOKS = {"garden": 48, "travel": 120}\n',
    "wsgi.py": `import os

from notebooks import app

if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "notebooks.http": `@nb = http://localhost:PORT_OF_api

### garden
GET {{nb}}/notebooks/garden

### as text
# @name text
GET {{nb}}/exports/garden.txt
`,
  },
  servers: [{ name: "api", entry: "wsgi.py", needs: "flask" }],
  ask: ["notebooks.http#text"],
  facts: ["GET /notebooks/garden 200", "GET /exports/garden.txt 404", "GET /exports 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [
      { file: "notebooks/exports.py", text: '@app.route("/exports/<name>.txt")' },
      { file: "notebooks/__init__.py", text: "from notebooks import views" },
    ],
    fixes: [{ kind: "register-route" }],
  },
};

const pagesBefore = `[
  { "id": 5, "slug": "spring-planting", "title": "Spring planting" },
  { "id": 6, "slug": "pruning-apples", "title": "Pruning apples" }
]
`;

const pageFiles = {
  "requirements.txt": "aiohttp\n",
  "pages/__init__.py": "",
  "pages/app.py": `import json
from pathlib import Path

from aiohttp import web

PAGES = json.loads((Path(__file__).parent / "pages.json").read_text())


async def pages(request):
    return web.json_response(PAGES)


async def page(request):
    slug = request.match_info["slug"]
    for found in PAGES:
        if found["slug"] == slug:
            return web.json_response(found)
    return web.json_response({"error": "page_not_found"}, status=404)


def create_app():
    app = web.Application()
    app.router.add_get("/pages", pages)
    app.router.add_get("/pages/{slug}", page)
    return app
`,
  "run.py": `import os

from aiohttp import web

from pages.app import create_app

web.run_app(create_app(), host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
  "pages.http": `@pages = http://localhost:PORT_OF_web/pages

###
GET {{pages}}/spring-planting

### a bookmark
# @name bookmark
GET {{pages}}/pruning-apples
`,
};

const bookmark: Scenario = {
  name: "bookmark-of-a-notebook-page",
  history: [{ message: "Pages of the notebook", files: { ...pageFiles, "pages/pages.json": pagesBefore } }],
  files: {
    ...pageFiles,
    "pages/pages.json": pagesBefore.replace(
      '"pruning-apples", "title": "Pruning apples"',
      '"pruning-fruit-trees", "title": "Pruning fruit trees"',
    ),
  },
  servers: [{ name: "web", entry: "run.py", needs: "aiohttp" }],
  ask: ["pages.http#bookmark"],
  facts: ["GET /pages/spring-planting 200", "GET /pages/pruning-apples 404", "GET /pages/pruning-fruit-trees 200"],
  truth: {
    outcome: "not-found",
    kinds: ["renamed-slug"],
    links: [
      { file: "pages/pages.json", text: '"id": 6' },
      { file: "pages/app.py", text: 'app.router.add_get("/pages/{slug}"' },
    ],
    fixes: [{ url: "/pages/pruning-fruit-trees" }],
  },
};

const moved: Scenario = {
  name: "index-of-the-notebooks",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "shelf.py": `import os

import uvicorn
from fastapi import APIRouter, FastAPI

router = APIRouter(prefix="/shelf")


@router.get("/")
def shelf():
    return ["garden", "travel"]


app = FastAPI()
app.include_router(router)

if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "shelf.http": `###
# @name shelf
GET http://localhost:PORT_OF_api/shelf
`,
  },
  servers: [{ name: "api", entry: "shelf.py", needs: "fastapi" }],
  ask: ["shelf.http#shelf"],
  facts: ["GET /shelf 307", "GET /shelf/ 200"],
  truth: { outcome: "answered", kinds: [] },
};

/** Notebooks. */
export const notebooks: readonly Scenario[] = [export_, bookmark, moved];
