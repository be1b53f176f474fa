import type { Scenario } from "../../scenario.ts";

const stock: Scenario = {
  name: "screws-on-a-shelf",
  files: {
    "requirements.txt": "Flask\n",
    "wsgi.py": `import os

from werkzeug.middleware.dispatcher import DispatcherMiddleware
from werkzeug.exceptions import NotFound
from werkzeug.serving import run_simple

from shelves import create_app

app = create_app()
application = DispatcherMiddleware(NotFound(), {app.config["APPLICATION_ROOT"]: app})

if __name__ == "__main__":
    run_simple("127.0.0.1", int(os.environ.get("PORT", "5000")), application)
`,
    "shelves/__init__.py": `from flask import Flask

from .config import Config
from .items import bp as items
from .labels import bp as labels


def create_app():
    app = Flask(__name__)
    app.config.from_object(Config)
    app.register_blueprint(items, url_prefix="/api/items")
    app.register_blueprint(labels, url_prefix="/api/labels")
    return app
`,
    "shelves/config.py": `class Config:
    APPLICATION_ROOT = "/inventory"
    JSON_SORT_KEYS = False
`,
    "shelves/items.py": `from flask import Blueprint, abort, jsonify

bp = Blueprint("items", __name__)

ITEMS = {7: {"id": 7, "name": "M4 screw", "left": 1400}, 8: {"id": 8, "name": "washer", "left": 90}}


@bp.get("/")
def index():
    return jsonify(list(ITEMS.values()))


@bp.get("/<int:item_id>")
def show(item_id):
    if item_id not in ITEMS:
        abort(404)
    return jsonify(ITEMS[item_id])
`,
    "shelves/labels.py": `from flask import Blueprint

bp = Blueprint("labels", __name__)


@bp.get("/<int:item_id>.zpl")
def zpl(item_id):
    return f"^XA^FD{item_id}^XZ", 200, {"Content-Type": "text/plain"}
`,
    "http-client.env.json": '{ "local": { "host": "http://localhost:PORT_OF_api" } }',
    "shelves.http": `### label
GET {{host}}/inventory/api/labels/7.zpl

### what is left of an item
# @name item
GET {{host}}/api/items/7
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "wsgi.py", needs: "flask" }],
  ask: ["shelves.http#item", "--env", "local"],
  facts: ["GET /inventory/api/labels/7.zpl 200", "GET /api/items/7 404", "GET /inventory/api/items/7 200"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "wsgi.py", text: "application = DispatcherMiddleware(" },
      { file: "shelves/config.py", text: 'APPLICATION_ROOT = "/inventory"' },
      { file: "shelves/items.py", text: '@bp.get("/<int:item_id>")' },
    ],
    fixes: [{ url: "/inventory/api/items/7" }],
  },
};

const document: Scenario = {
  name: "document-of-the-fleet",
  files: {
    "README.md": `# Fleet

The gateway serves this service under /fleet. Start it with \`python run.py\`; the interactive documentation is at /fleet/docs.
`,
    "deploy/nginx.conf": `worker_processes 1;
events {}
http {
  upstream fleet {
    server 127.0.0.1:PORT_OF_api;
  }
  server {
    listen 8080;
    location /fleet/ {
      proxy_set_header Host $host;
      proxy_pass http://fleet/;
    }
  }
}
`,
    "run.py": `import os

import uvicorn

if __name__ == "__main__":
    uvicorn.run("fleet.app:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "fleet/__init__.py": "",
    "fleet/app.py": `from fastapi import FastAPI

from fleet import vehicles

app = FastAPI(title="Fleet", version="2.3.0")
app.include_router(vehicles.router)
`,
    "fleet/vehicles.py": `from fastapi import APIRouter, HTTPException

router = APIRouter(prefix="/vehicles")

VEHICLES = {"KL-4410": {"plate": "KL-4410", "seats": 9}, "KL-4411": {"plate": "KL-4411", "seats": 5}}


@router.get("")
async def vehicles():
    return list(VEHICLES.values())


@router.get("/{plate}")
async def vehicle(plate: str):
    if plate not in VEHICLES:
        raise HTTPException(status_code=404, detail="Vehicle not found")
    return VEHICLES[plate]
`,
    "fleet.http": `@gateway = http://localhost:PORT_OF_edge

### all vehicles
GET {{gateway}}/fleet/vehicles

### documentation page
GET {{gateway}}/fleet/docs

### what the documentation page loads
# @name document
GET {{gateway}}/openapi.json
`,
  },
  servers: [
    { name: "api", entry: "run.py", needs: "fastapi" },
    {
      name: "edge",
      entry: "front:ruleProxy",
      env: { RULES: '[{"from":"^/fleet/(.*)$","to":"/$1","port":"PORT_OF_api"}]', SERVER: "nginx/1.26.2" },
    },
  ],
  ask: ["fleet.http#document"],
  facts: [
    "edge:GET /fleet/vehicles 200",
    "edge:GET /fleet/docs 200",
    "edge:GET /openapi.json 404",
    "edge:GET /fleet/openapi.json 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "deploy/nginx.conf", text: "location /fleet/ {" },
      { file: "deploy/nginx.conf", text: "proxy_pass http://fleet/;" },
      { file: "fleet/app.py", text: "app = FastAPI(" },
    ],
    fixes: [{ url: "/fleet/openapi.json" }],
  },
};

const desks: Scenario = {
  name: "desk-bookings-of-a-floor",
  files: {
    "requirements.txt": "flask\n",
    "office/__init__.py": "",
    "office/prefix.py": `class PrefixMiddleware:
    """Serves the application below a path, as the gateway addresses it; probes of the platform come without."""

    def __init__(self, app, prefix):
        self.app = app
        self.prefix = prefix

    def __call__(self, environ, start_response):
        path = environ.get("PATH_INFO", "")
        if path.startswith(self.prefix):
            environ["PATH_INFO"] = path[len(self.prefix):]
            environ["SCRIPT_NAME"] = self.prefix
        return self.app(environ, start_response)
`,
    "office/app.py": `import os

from flask import Flask, jsonify

from office.prefix import PrefixMiddleware

app = Flask(__name__)
app.wsgi_app = PrefixMiddleware(app.wsgi_app, os.environ.get("URL_PREFIX", "/desk"))

FLOORS = {3: ["3.01", "3.02"], 4: ["4.01"]}


@app.route("/healthz")
def healthz():
    return "ok"


@app.route("/floors/<int:floor>")
def floor(floor):
    return jsonify(floor=floor, desks=FLOORS.get(floor, []))


@app.route("/desk-bookings/<int:floor>")
def desk_bookings(floor):
    return jsonify(floor=floor, bookings=[{"desk": desk, "by": "Mia"} for desk in FLOORS.get(floor, [])])
`,
    "run.py": `import os

from office.app import app

app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "office.http": `@office = http://localhost:PORT_OF_api

### a floor
GET {{office}}/floors/3

###
# @name bookings
GET {{office}}/desk-bookings/3
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "flask" }],
  ask: ["office.http#bookings"],
  facts: ["GET /floors/3 200", "GET /desk/floors/3 200", "GET /desk-bookings/3 404", "GET /desk/desk-bookings/3 200"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path", "proxy-strips-prefix", "rewrite-rule"],
    links: [
      { file: "office/prefix.py", text: "if path.startswith(self.prefix)" },
      { file: "office/prefix.py", text: 'environ["PATH_INFO"] = path[' },
      { file: "office/app.py", text: "app.wsgi_app = PrefixMiddleware" },
    ],
  },
};

/** In the store room, the car park and the office. */
export const shelves: readonly Scenario[] = [stock, document, desks];
