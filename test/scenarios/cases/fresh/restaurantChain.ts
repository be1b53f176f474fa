import type { Scenario } from "../../scenario.ts";

const rota: Scenario = {
  name: "rota-of-a-branch",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "rota/__init__.py": "",
    "rota/tenancy.py": `from fastapi import Header

BRANCHES = {
    "north-quay": {"2026-W18": ["Ada", "Ben"], "2026-W19": ["Ben"]},
    "mill-lane": {"2026-W18": ["Cleo"]},
}


def branch(x_branch: str = Header()):
    return BRANCHES.get(x_branch, {})
`,
    "rota/main.py": `from fastapi import Depends, FastAPI
from fastapi.responses import JSONResponse

from rota.tenancy import branch

app = FastAPI()


@app.get("/rotas/{week}")
def rota(week: str, weeks: dict = Depends(branch)):
    if week not in weeks:
        return JSONResponse({}, status_code=404)
    return {"week": week, "staff": weeks[week]}


@app.get("/rotas")
def rotas(weeks: dict = Depends(branch)):
    return sorted(weeks)
`,
    "run.py": `import os

import uvicorn

uvicorn.run("rota.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "rota.http": `@api = http://localhost:PORT_OF_api

### this week at the quay
GET {{api}}/rotas/2026-W18
X-Branch: north-quay

### next week at the quay
# @name next
GET {{api}}/rotas/2026-W19
X-Branch: northquay
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["rota.http#next"],
  facts: [
    "GET /rotas/2026-W18 200 | X-Branch: north-quay",
    "GET /rotas/2026-W19 404 | X-Branch: northquay",
    "GET /rotas/2026-W19 200 | X-Branch: north-quay",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-tenant"],
    links: [
      { file: "rota.http", text: "X-Branch: northquay" },
      { file: "rota/tenancy.py", text: "return BRANCHES.get(x_branch" },
      { file: "rota/tenancy.py", text: '"north-quay": {' },
    ],
  },
};

const menus: Scenario = {
  name: "menu-of-a-restaurant",
  files: {
    "requirements.txt": "flask\n",
    "menus/__init__.py": "",
    "menus/tenants.py": `from flask import abort, g, request

TENANTS = {
    "luigi": {"name": "Da Luigi", "menu": ["margherita", "calzone"]},
    "saray": {"name": "Saray", "menu": ["lahmacun", "pide"]},
}


def load_tenant():
    subdomain = request.host.split(":")[0].split(".")[0]
    tenant = TENANTS.get(subdomain)
    if tenant is None:
        abort(404)
    g.tenant = tenant
`,
    "menus/app.py": `from flask import Flask, g, jsonify

from menus.tenants import load_tenant

app = Flask(__name__)
app.before_request(load_tenant)


@app.get("/api/menu")
def menu():
    return jsonify(restaurant=g.tenant["name"], dishes=g.tenant["menu"])


@app.get("/api/tables")
def tables():
    return jsonify(free=4)
`,
    "run.py": `import os

from menus.app import app

app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "menus.http": `### on the real name
GET http://localhost:PORT_OF_api/api/tables
Host: luigi.tables.test

### while developing
# @name menu
GET http://localhost:PORT_OF_api/api/menu
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "flask" }],
  ask: ["menus.http#menu"],
  facts: [
    "GET /api/tables 200 | Host: luigi.tables.test",
    "GET /api/menu 404",
    "GET /api/menu 200 | Host: luigi.tables.test",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-tenant"],
    links: [
      { file: "menus/tenants.py", text: 'subdomain = request.host.split(":")' },
      { file: "menus/tenants.py", text: "tenant = TENANTS.get(subdomain)" },
      { file: "menus/tenants.py", text: "abort(404)" },
      { file: "menus/app.py", text: "app.before_request(load_tenant)" },
    ],
  },
};

const voucher: Scenario = {
  name: "voucher-from-overseas",
  files: {
    "requirements.txt": "aiohttp\n",
    "vouchers/__init__.py": "",
    "vouchers/app.py": `import json
import os
from pathlib import Path

from aiohttp import web

REGION = os.environ.get("REGION", "eu")
VOUCHERS = json.loads((Path(__file__).parent.parent / "seed" / f"{REGION}.json").read_text())


async def voucher(request):
    code = request.match_info["code"]
    if code not in VOUCHERS:
        return web.json_response({"code": "VOUCHER_NOT_FOUND"}, status=404, headers={"X-Region": REGION})
    return web.json_response(VOUCHERS[code], headers={"X-Region": REGION})


def create_app():
    app = web.Application()
    app.router.add_get("/vouchers/{code}", voucher)
    return app
`,
    "serve.py": `import os

from aiohttp import web

from vouchers.app import create_app

web.run_app(create_app(), host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "seed/eu.json": '{ "EU-7H2": { "code": "EU-7H2", "worth": 20 }, "EU-9K4": { "code": "EU-9K4", "worth": 50 } }\n',
    "seed/us.json": '{ "US-1A1": { "code": "US-1A1", "worth": 25 } }\n',
    "regions.json": `{
  "eu": "http://localhost:PORT_OF_eu",
  "us": "http://localhost:PORT_OF_us"
}
`,
    "http-client.env.json": `{
  "eu": { "vouchers": "http://localhost:PORT_OF_eu", "region": "eu" },
  "us": { "vouchers": "http://localhost:PORT_OF_us", "region": "us" }
}
`,
    "vouchers.http": `### a guest shows this at the till
# @name voucher
GET {{vouchers}}/vouchers/EU-9K4
Accept: application/json
`,
  },
  servers: [
    { name: "eu", entry: "serve.py", needs: "aiohttp", env: { REGION: "eu" } },
    { name: "us", entry: "serve.py", needs: "aiohttp", env: { REGION: "us" } },
  ],
  ask: ["vouchers.http#voucher", "--env", "us"],
  facts: ["us:GET /vouchers/EU-9K4 404", "us:GET /vouchers/US-1A1 200", "eu:GET /vouchers/EU-9K4 200"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-region", "wrong-environment"],
    links: [
      { file: "http-client.env.json", text: '"eu": {' },
      { file: "http-client.env.json", text: '"us": {' },
      { file: "regions.json", text: '"eu":' },
      { file: "seed/eu.json", text: "EU-9K4" },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_eu/vouchers/EU-9K4" }],
  },
};

/** A chain of restaurants. */
export const restaurantChain: readonly Scenario[] = [rota, menus, voucher];
