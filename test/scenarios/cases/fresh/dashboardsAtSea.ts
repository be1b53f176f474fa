import type { Scenario } from "../../scenario.ts";

const bundle: Scenario = {
  name: "bundle-of-a-dashboard",
  files: {
    Caddyfile: `:8080 {
	handle_path /dash/* {
		reverse_proxy localhost:PORT_OF_api
	}
}
`,
    "requirements.txt": "aiohttp\n",
    "dash/__init__.py": "",
    "dash/app.py": `from pathlib import Path

from aiohttp import web

PUBLIC = Path(__file__).parent / "public"


async def index(request):
    return web.FileResponse(PUBLIC / "index.html")


async def panels(request):
    return web.json_response([{"title": "Wave height"}])


def create_app():
    app = web.Application()
    app.router.add_get("/", index)
    app.router.add_get("/api/panels", panels)
    app.router.add_static("/public", PUBLIC)
    return app
`,
    "dash/public/index.html": `<!doctype html>
<html>
  <head><script defer src="/public/dash.js"></script></head>
  <body><div id="panels"></div></body>
</html>
`,
    "dash/public/dash.js": 'fetch("api/panels").then((answer) => answer.json()).then(console.log);\n',
    "main.py": `import os

from aiohttp import web

from dash.app import create_app

web.run_app(create_app(), host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "dash.http": `@sea = http://localhost:PORT_OF_edge

### page
GET {{sea}}/dash/

### panels
GET {{sea}}/dash/api/panels

### the script that the page wants
# @name script
GET {{sea}}/public/dash.js
`,
  },
  servers: [
    { name: "api", entry: "main.py", needs: "aiohttp" },
    {
      name: "edge",
      entry: "front:ruleProxy",
      env: { RULES: '[{"from":"^/dash/(.*)$","to":"/$1","port":"PORT_OF_api"}]', SERVER: "Caddy" },
    },
  ],
  ask: ["dash.http#script"],
  facts: [
    "edge:GET /dash/ 200",
    "edge:GET /dash/api/panels 200",
    "edge:GET /public/dash.js 404",
    "edge:GET /dash/public/dash.js 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "Caddyfile", text: "handle_path /dash/*" },
      { file: "dash/public/index.html", text: 'src="/public/dash.js"' },
    ],
    fixes: [{ url: "/dash/public/dash.js" }],
  },
};

const versionBefore = `from fastapi import FastAPI

from buoys import v2

app = FastAPI(title="Buoys")
app.include_router(v2.router, prefix="/api/v2")
`;

const buoyRouter = `from fastapi import APIRouter

router = APIRouter(prefix="/buoys")

BUOYS = {"B1": {"id": "B1", "wave": 1.2}, "B2": {"id": "B2", "wave": 2.0}}


@router.get("/{buoy}")
def buoy(buoy: str):
    return BUOYS.get(buoy, {"id": buoy, "wave": None})
`;

const buoyFiles = {
  "requirements.txt": "fastapi\nuvicorn\n",
  "buoys/__init__.py": "",
  "run.py": `import os

import uvicorn

uvicorn.run("buoys.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
  "app/api.dart": `const base = 'http://localhost:PORT_OF_api/api/v2';

Uri buoy(String id) => Uri.parse('$base/buoys/$id');
`,
  "buoys.http": `@buoys = http://localhost:PORT_OF_api/api/v2/buoys

### B1
# @name first
GET {{buoys}}/B1
`,
};

const upgraded: Scenario = {
  name: "buoy-in-the-old-app",
  history: [
    {
      message: "Buoys, version 2",
      files: { ...buoyFiles, "buoys/main.py": versionBefore, "buoys/v2.py": buoyRouter },
    },
  ],
  files: {
    ...buoyFiles,
    "buoys/main.py": versionBefore.replaceAll("v2", "v3"),
    "buoys/v3.py": buoyRouter.replace('"wave": None', '"wave": None, "sea": "North"'),
    "CHANGELOG.md": "# Changes\n\n## 3.0.0\n\n- Buoys say in which sea they float.\n",
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["buoys.http#first"],
  facts: ["GET /api/v2/buoys/B1 404", "GET /api/v3/buoys/B1 200"],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: "buoys/main.py", text: 'prefix="/api/v3"' },
      { file: "buoys/v3.py", text: '@router.get("/{buoy}")' },
    ],
    fixes: [{ url: "/api/v3/buoys/B1" }],
  },
};

const log: Scenario = {
  name: "log-of-a-voyage",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "voyage/__init__.py": "",
    "voyage/versions.py": `from fastapi import Header, HTTPException


def version(x_api_version: str = Header("1")):
    return x_api_version


def since(first: str):
    def check(x_api_version: str = Header("1")):
        if int(x_api_version) < int(first):
            raise HTTPException(status_code=404, detail="Not Found")

    return check
`,
    "voyage/main.py": `from fastapi import Depends, FastAPI

from voyage.versions import since, version

app = FastAPI(title="Voyages", openapi_url=None)


@app.get("/voyages/{voyage}")
def read(voyage: str, asked: str = Depends(version)):
    return {"voyage": voyage, "version": asked}


@app.get("/voyages/{voyage}/log", dependencies=[Depends(since("3"))])
def log(voyage: str):
    return {"voyage": voyage, "entries": ["cast off", "fog"]}
`,
    "run.py": `import os

import uvicorn

uvicorn.run("voyage.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "voyage.http": `@api = http://localhost:PORT_OF_api

### voyage
GET {{api}}/voyages/nansen
X-Api-Version: 3

### its log
# @name log
GET {{api}}/voyages/nansen/log
X-Api-Version: 2
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["voyage.http#log"],
  facts: [
    "GET /voyages/nansen 200 | X-Api-Version: 3",
    "GET /voyages/nansen/log 404 | X-Api-Version: 2",
    "GET /voyages/nansen/log 200 | X-Api-Version: 3",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-selector"],
    links: [
      { file: "voyage/main.py", text: 'dependencies=[Depends(since("3"))]' },
      { file: "voyage/versions.py", text: "raise HTTPException(" },
      { file: "voyage/versions.py", text: "if int(x_api_version)" },
      { file: "voyage.http", text: "X-Api-Version: 2" },
    ],
  },
};

/** Dashboards at sea. */
export const dashboardsAtSea: readonly Scenario[] = [bundle, upgraded, log];
