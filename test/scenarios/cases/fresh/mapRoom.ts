import type { Scenario } from "../../scenario.ts";

const invoice: Scenario = {
  name: "invoice-of-a-map-seller",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "billing/__init__.py": "",
    "billing/tenants.json": '{ "meridian": { "plan": "team" }, "compass": { "plan": "solo" } }\n',
    "billing/store.py": `INVOICES = {
    "meridian": {"2026-014": 120.0, "2026-015": 80.5},
    "compass": {"2026-031": 19.0},
}
`,
    "billing/main.py": `from fastapi import FastAPI, HTTPException

from billing.store import INVOICES

app = FastAPI(title="Billing")


@app.get("/tenants/{tenant}/invoices")
def invoices(tenant: str):
    return sorted(INVOICES.get(tenant, {}))


@app.get("/tenants/{tenant}/invoices/{number}")
def invoice(tenant: str, number: str):
    amount = INVOICES.get(tenant, {}).get(number)
    if amount is None:
        raise HTTPException(status_code=404, detail="Invoice not found")
    return {"tenant": tenant, "number": number, "amount": amount}
`,
    "run.py": `import os

import uvicorn

uvicorn.run("billing.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "billing.http": `@billing = http://localhost:PORT_OF_api
@tenant = meridian

### January
GET {{billing}}/tenants/{{tenant}}/invoices/2026-014

### from the ticket
# @name ticket
GET {{billing}}/tenants/{{tenant}}/invoices/2026-031
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["billing.http#ticket"],
  facts: [
    "GET /tenants/meridian/invoices/2026-014 200",
    "GET /tenants/meridian/invoices/2026-031 404",
    "GET /tenants/compass/invoices/2026-031 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-tenant", "wrong-project"],
    links: [
      { file: "billing.http", text: "@tenant = meridian" },
      { file: "billing/store.py", text: '"compass": {' },
      { file: "billing/main.py", text: '@app.get("/tenants/{tenant}/invoices/{number}")' },
    ],
    fixes: [{ url: "/tenants/compass/invoices/2026-031" }],
  },
};

const tilesBefore = `from flask import Blueprint, jsonify

tiles = Blueprint("tiles", __name__)


@tiles.get("/styles")
def styles():
    return jsonify(["topo", "plain"])


@tiles.get("/styles/<name>/legend")
def legend(name):
    return jsonify(style=name, entries=["road", "river"])
`;

const tileFiles = {
  "requirements.txt": "flask\n",
  "tiles/__init__.py": `from flask import Flask

from tiles.views import tiles


def create_app():
    app = Flask(__name__)
    app.register_blueprint(tiles, url_prefix="/tiles")
    return app
`,
  "run.py": `import os

from tiles import create_app

create_app().run(port=int(os.environ.get("PORT", "5000")))
`,
};

const fonts: Scenario = {
  name: "fonts-of-a-map-style",
  files: {
    ...tileFiles,
    "tiles/views.py": `${tilesBefore}

@tiles.get("/styles/<name>/fonts")
def fonts(name):
    return jsonify(style=name, fonts=["Noto Sans"])
`,
    "tiles.http": `@tiles = http://localhost:PORT_OF_api/tiles

### legend
GET {{tiles}}/styles/topo/legend

### fonts
# @name fonts
GET {{tiles}}/styles/topo/fonts
`,
  },
  deployed: { ...tileFiles, "tiles/views.py": tilesBefore },
  servers: [{ name: "api", entry: "deployed:run.py", needs: "flask" }],
  ask: ["tiles.http#fonts"],
  facts: ["GET /tiles/styles/topo/legend 200", "GET /tiles/styles/topo/fonts 404", "GET /tiles/styles 200"],
  truth: {
    outcome: "not-found",
    kinds: ["not-deployed"],
    links: [
      { file: "tiles/views.py", text: '@tiles.get("/styles/<name>/fonts")' },
      { file: "tiles/views.py", text: "def fonts(name)" },
    ],
  },
};

const status: Scenario = {
  name: "health-of-the-map-room",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "maproom/__init__.py": "",
    "maproom/api.py": `from fastapi import FastAPI

api = FastAPI(title="Maps", version="1.4.0")


@api.get("/maps")
def maps():
    return ["harbour", "coast"]


@api.get("/maps/{name}")
def one(name: str):
    return {"name": name}
`,
    "maproom/health.py": `from fastapi import APIRouter

router = APIRouter()


@router.get("/health")
def health():
    return {"status": "up"}
`,
    "maproom/main.py": `from fastapi import FastAPI

from maproom.api import api
from maproom.health import router as health

app = FastAPI(docs_url=None, openapi_url=None)
app.mount("/api", api)
app.include_router(health, prefix="/api")
`,
    "run.py": `import os

import uvicorn

uvicorn.run("maproom.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "maproom.http": `@maproom = http://localhost:PORT_OF_api/api

### maps
GET {{maproom}}/maps

### health
# @name health
GET {{maproom}}/health
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["maproom.http#health"],
  facts: ["GET /api/maps 200", "GET /api/health 404"],
  truth: {
    outcome: "not-found",
    kinds: ["after-catch-all", "shadowed"],
    links: [
      { file: "maproom/main.py", text: 'app.mount("/api", api)' },
      { file: "maproom/main.py", text: "app.include_router(health" },
      { file: "maproom/health.py", text: '@router.get("/health")' },
    ],
  },
};

/** In the map room. */
export const mapRoom: readonly Scenario[] = [invoice, fonts, status];
