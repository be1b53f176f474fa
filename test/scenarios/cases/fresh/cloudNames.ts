import type { Scenario } from "../../scenario.ts";

const atlas: Scenario = {
  name: "atlas-of-clouds",
  files: {
    "netlify.toml": `[build]
  command = "npm run build"
  publish = "dist"

[[redirects]]
  from = "/*"
  to = "/index.html"
  status = 200
`,
    "package.json":
      '{ "name": "clouds", "private": true, "scripts": { "build": "vite build" }, "devDependencies": { "vite": "^6.0.0" } }',
    "index.html": '<!doctype html><div id="app"></div><script type="module" src="/src/main.js"></script>\n',
    "src/main.js": 'document.querySelector("#app").append("cirrus");\n',
    "preview.http": `@preview = http://localhost:PORT_OF_preview

### what the reviewer opened
# @name preview
GET {{preview}}/
Accept: text/html
`,
  },
  deployed: {
    "edge.py": `import os

from aiohttp import web


async def nothing(request):
    headers = {"Server": "Netlify", "X-Nf-Request-Id": "01JQ2V8Z6T3M9Y4N5B7C8D0E1F"}
    return web.Response(text="Not Found - Request ID: 01JQ2V8Z6T3M9Y4N5B7C8D0E1F", status=404, headers=headers)


app = web.Application()
app.router.add_route("*", "/{path:.*}", nothing)
web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
  },
  servers: [{ name: "preview", entry: "deployed:edge.py", needs: "aiohttp" }],
  ask: ["preview.http#preview"],
  facts: ["GET / 404", "GET /index.html 404"],
  truth: { outcome: "not-found", kinds: ["platform-missing"] },
};

const cloudsBefore = `[
  { "id": "cirrus", "level": "high" },
  { "id": "stratus", "level": "low" },
  { "id": "fumulus", "level": "low" }
]
`;

const cloudFiles = {
  "requirements.txt": "aiohttp\n",
  "clouds/__init__.py": "",
  "clouds/api.py": `import json
from pathlib import Path

from aiohttp import web

CLOUDS = {cloud["id"]: cloud for cloud in json.loads((Path(__file__).parent / "clouds.json").read_text())}

routes = web.RouteTableDef()


@routes.get("/clouds/{id}")
async def cloud(request):
    found = CLOUDS.get(request.match_info["id"])
    if found is None:
        return web.json_response({"error": "cloud_not_found"}, status=404)
    return web.json_response(found)
`,
  "run.py": `import os

from aiohttp import web

from clouds.api import routes

app = web.Application()
app.add_routes(routes)
web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
  "clouds.http": `@clouds = http://localhost:PORT_OF_api/clouds

### high
GET {{clouds}}/cirrus

### over chimneys
# @name chimney
GET {{clouds}}/fumulus
`,
};

const fumulus: Scenario = {
  name: "cloud-over-a-chimney",
  history: [{ message: "Clouds", files: { ...cloudFiles, "clouds/clouds.json": cloudsBefore } }],
  files: {
    ...cloudFiles,
    "clouds/clouds.json": cloudsBefore.replace(',\n  { "id": "fumulus", "level": "low" }', ""),
  },
  servers: [{ name: "api", entry: "run.py", needs: "aiohttp" }],
  ask: ["clouds.http#chimney"],
  facts: ["GET /clouds/cirrus 200", "GET /clouds/fumulus 404"],
  truth: {
    outcome: "not-found",
    kinds: ["deleted"],
    links: [
      { file: "clouds/clouds.json", text: '"id": "stratus"' },
      { file: "clouds/clouds.json", text: '"id": "cirrus"' },
      { file: "clouds/api.py", text: '@routes.get("/clouds/{id}")' },
    ],
  },
};

const article: Scenario = {
  name: "article-about-clouds",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "magazine/__init__.py": "",
    "magazine/redirects.csv": `old_slug,new_slug
why-clouds-float,how-clouds-stay-up
storm-names,names-of-storms
`,
    "magazine/articles.py": `ARTICLES = {
    "how-clouds-stay-up": {"slug": "how-clouds-stay-up", "words": 900},
    "names-of-storms": {"slug": "names-of-storms", "words": 640},
    "fog-at-sea": {"slug": "fog-at-sea", "words": 720},
}
`,
    "magazine/site.py": `import csv
from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import RedirectResponse

router = APIRouter()

with (Path(__file__).parent / "redirects.csv").open() as file:
    MOVED = {row["old_slug"]: row["new_slug"] for row in csv.DictReader(file)}


@router.get("/read/{slug}")
def read(slug: str):
    return RedirectResponse(f"/app/{MOVED.get(slug, slug)}", status_code=302)
`,
    "magazine/api.py": `from fastapi import APIRouter, HTTPException

from magazine.articles import ARTICLES

router = APIRouter(prefix="/api/articles")


@router.get("/{slug}")
def article(slug: str):
    if slug not in ARTICLES:
        raise HTTPException(status_code=404, detail="Article not found")
    return ARTICLES[slug]
`,
    "magazine/main.py": `from fastapi import FastAPI

from magazine import api, site

app = FastAPI(title="Magazine")
app.include_router(api.router)
app.include_router(site.router)
`,
    "run.py": `import os

import uvicorn

uvicorn.run("magazine.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "magazine.http": `@api = http://localhost:PORT_OF_api/api

### fog
GET {{api}}/articles/fog-at-sea

### from the old app
# @name old
GET {{api}}/articles/why-clouds-float
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["magazine.http#old"],
  facts: [
    "GET /api/articles/fog-at-sea 200",
    "GET /api/articles/why-clouds-float 404",
    "GET /api/articles/how-clouds-stay-up 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["renamed-slug"],
    links: [
      { file: "magazine/redirects.csv", text: "why-clouds-float,how-clouds-stay-up" },
      { file: "magazine/api.py", text: '@router.get("/{slug}")' },
    ],
    fixes: [{ url: "/api/articles/how-clouds-stay-up" }],
  },
};

/** Names of clouds. */
export const cloudNames: readonly Scenario[] = [atlas, fumulus, article];
