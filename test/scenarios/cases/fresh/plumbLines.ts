import type { Scenario } from "../../scenario.ts";

const walls: Scenario = {
  name: "walls-by-curl",
  files: {
    "requirements.txt": "flask\n",
    "walls.py": `import os

from flask import Blueprint, Flask, jsonify

walls = Blueprint("walls", __name__)


@walls.get("/walls/<int:number>/plumb")
def plumb(number):
    return jsonify(wall=number, millimetres=2)


def create_app(prefix="/survey"):
    app = Flask(__name__)
    app.register_blueprint(walls, url_prefix=prefix)
    return app


if __name__ == "__main__":
    create_app().run(port=int(os.environ.get("PORT", "5000")))
`,
    "docs/usage.md": "# Usage\n\n`curl http://localhost:PORT_OF_api/survey/walls/3/plumb`\n",
  },
  servers: [{ name: "api", entry: "walls.py", needs: "flask" }],
  ask: ["--curl", "curl -s -H 'Accept: application/json' http://localhost:PORT_OF_api/walls/3/plumb"],
  facts: ["GET /walls/3/plumb 404", "GET /survey/walls/3/plumb 200"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "walls.py", text: '@walls.get("/walls/<int:number>/plumb")' },
      { file: "walls.py", text: "app.register_blueprint(walls" },
      { file: "walls.py", text: 'def create_app(prefix="/survey")' },
    ],
    fixes: [{ url: "/survey/walls/3/plumb" }],
  },
};

const beams: Scenario = {
  name: "beam-by-its-address",
  files: {
    "requirements.txt": "aiohttp\n",
    "beams.py": `import os

from aiohttp import web

BEAMS = {"b-4": 3.2, "b-5": 4.1}


async def beams(request):
    return web.json_response([{"id": name, "metres": metres} for name, metres in BEAMS.items()])


async def beam(request):
    name = request.match_info["beam"]
    if name not in BEAMS:
        raise web.HTTPNotFound(text="beam not found")
    return web.json_response({"id": name, "metres": BEAMS[name]})


app = web.Application()
app.router.add_get("/beams", beams)
app.router.add_get("/beams/{beam}", beam)
web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
  },
  servers: [{ name: "api", entry: "beams.py", needs: "aiohttp" }],
  ask: ["--url", "http://localhost:PORT_OF_api/beams/b-9"],
  facts: ["GET /beams/b-9 404", "GET /beams/b-4 200", "GET /beams 200"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "beams.py", text: 'app.router.add_get("/beams/{beam}"' }],
  },
};

const site: Scenario = {
  name: "site-of-the-plumb-lines",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "site_api.py": `import os

import uvicorn
from fastapi import FastAPI

app = FastAPI()


@app.get("/site")
def site():
    return {"name": "Canal Street 4"}


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "site.http": "### site\n# @name site\nGET http://localhost:PORT_OF_api/site\n",
  },
  servers: [{ name: "api", entry: "site_api.py", needs: "fastapi" }],
  ask: ["site.http#site"],
  facts: ["GET /site 200"],
  truth: { outcome: "answered", kinds: [] },
};

/** With line and plummet. */
export const plumbLines: readonly Scenario[] = [walls, beams, site];
