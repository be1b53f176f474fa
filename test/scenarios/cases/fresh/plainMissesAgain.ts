import type { Scenario } from "../../scenario.ts";

const postcard: Scenario = {
  name: "postcard-with-the-feature-on",
  files: {
    "requirements.txt": "flask\n",
    "features.json": '{ "postcards": true, "stickers": false }\n',
    "cards.py": `import json
import os
from functools import wraps
from pathlib import Path

from flask import Flask, abort, jsonify

app = Flask(__name__)
FEATURES = json.loads(Path("features.json").read_text())
CARDS = {"pc-1": "Harbour", "pc-2": "Dunes"}


def feature(name):
    def decorate(view):
        @wraps(view)
        def guarded(**values):
            if not FEATURES.get(name):
                abort(404)
            return view(**values)

        return guarded

    return decorate


@app.get("/postcards/<card_id>")
@feature("postcards")
def postcard(card_id):
    if card_id not in CARDS:
        abort(404, description="There is no such postcard")
    return jsonify(id=card_id, shows=CARDS[card_id])


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "cards.http": `@cards = http://localhost:PORT_OF_api/postcards

### harbour
GET {{cards}}/pc-1

### lighthouse
# @name lighthouse
GET {{cards}}/pc-6
`,
  },
  servers: [{ name: "api", entry: "cards.py", needs: "flask" }],
  ask: ["cards.http#lighthouse"],
  facts: ["GET /postcards/pc-1 200", "GET /postcards/pc-6 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "cards.py", text: '@app.get("/postcards/<card_id>")' }],
  },
};

const ledger: Scenario = {
  name: "ledger-of-the-right-tenant",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "ledgers.py": `import os

import uvicorn
from fastapi import FastAPI, Header, HTTPException

app = FastAPI()
LEDGERS = {"dike": {"2024": 12, "2025": 14}, "polder": {"2024": 3}}


@app.get("/ledgers/{year}")
def ledger(year: str, x_tenant: str = Header()):
    if year not in LEDGERS.get(x_tenant, {}):
        raise HTTPException(status_code=404, detail=f"No ledger for {year}")
    return {"tenant": x_tenant, "year": year, "entries": LEDGERS[x_tenant][year]}


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "ledgers.http": `@ledgers = http://localhost:PORT_OF_api/ledgers

### dike
GET {{ledgers}}/2025
X-Tenant: dike

### polder
GET {{ledgers}}/2024
X-Tenant: polder

### before we kept one
# @name early
GET {{ledgers}}/2019
X-Tenant: dike
`,
  },
  servers: [{ name: "api", entry: "ledgers.py", needs: "fastapi" }],
  ask: ["ledgers.http#early"],
  facts: [
    "GET /ledgers/2025 200 | X-Tenant: dike",
    "GET /ledgers/2019 404 | X-Tenant: dike",
    "GET /ledgers/2019 404 | X-Tenant: polder",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "ledgers.py", text: '@app.get("/ledgers/{year}")' }],
  },
};

const sluice: Scenario = {
  name: "sluice-in-both-versions",
  files: {
    "requirements.txt": "flask\n",
    "sluices.py": `import os

from flask import Blueprint, Flask, jsonify

SLUICES = {"s-11": "North", "s-12": "Mill"}


def make(version):
    blueprint = Blueprint(version, __name__)

    @blueprint.get("/sluices/<sluice>")
    def read(sluice):
        if sluice not in SLUICES:
            return jsonify(code="SLUICE_UNKNOWN"), 404
        return jsonify(id=sluice, name=SLUICES[sluice], version=version)

    return blueprint


app = Flask(__name__)
app.register_blueprint(make("v1"), url_prefix="/v1")
app.register_blueprint(make("v2"), url_prefix="/v2")

if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "sluices.http": `@sluices = http://localhost:PORT_OF_api/v2/sluices

### north
GET {{sluices}}/s-11

### the drained one
# @name drained
GET {{sluices}}/s-19
`,
  },
  servers: [{ name: "api", entry: "sluices.py", needs: "flask" }],
  ask: ["sluices.http#drained"],
  facts: ["GET /v2/sluices/s-11 200", "GET /v2/sluices/s-19 404", "GET /v1/sluices/s-19 404"],
  truth: { outcome: "not-found", kinds: ["unknown-id"] },
};

const dredger: Scenario = {
  name: "dredger-to-be-renamed",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "dredgers.py": `import os

import uvicorn
from fastapi import Body, Depends, FastAPI, Header, HTTPException

app = FastAPI()
DREDGERS = {"dr-1": {"id": "dr-1", "name": "Volharding"}}
KEYS = {"dk-55"}


def keyed(x_key: str = Header("")):
    if x_key not in KEYS:
        raise HTTPException(status_code=403, detail="Key needed")


@app.get("/dredgers/{dredger}")
def read(dredger: str):
    if dredger not in DREDGERS:
        raise HTTPException(status_code=404, detail="Dredger not found")
    return DREDGERS[dredger]


@app.patch("/dredgers/{dredger}", dependencies=[Depends(keyed)])
def rename(dredger: str, body: dict = Body()):
    if dredger not in DREDGERS:
        raise HTTPException(status_code=404, detail="Dredger not found")
    DREDGERS[dredger]["name"] = body["name"]
    return DREDGERS[dredger]


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "dredgers.http": `@dredgers = http://localhost:PORT_OF_api/dredgers

### the old one
GET {{dredgers}}/dr-1

### rename
# @name rename
PATCH {{dredgers}}/dr-4
X-Key: dk-55
Content-Type: application/json

{ "name": "Eendracht" }
`,
  },
  servers: [{ name: "api", entry: "dredgers.py", needs: "fastapi" }],
  ask: ["dredgers.http#rename", "--allow-unsafe"],
  facts: ["GET /dredgers/dr-1 200", "GET /dredgers/dr-4 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "dredgers.py", text: '@app.patch("/dredgers/{dredger}"' }],
  },
  credentials: [{ value: "dk-55", servers: ["api"] }],
  consented: ["PATCH /dredgers/dr-4"],
};

/** Further things that simply are not there. */
export const plainMissesAgain: readonly Scenario[] = [postcard, ledger, sluice, dredger];
