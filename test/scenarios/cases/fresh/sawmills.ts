import type { Scenario } from "../../scenario.ts";

const logs: Scenario = {
  name: "order-lines-of-the-sawmill",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "mill/__init__.py": "",
    "mill/main.py": `from fastapi import FastAPI

from mill.orders import orders
from mill.planks import planks

app = FastAPI()
app.include_router(orders, prefix="/api/order-lines")
app.include_router(planks, prefix="/api/planks")
`,
    "mill/orders.py": `from fastapi import APIRouter

orders = APIRouter()


@orders.get("/")
def lines():
    return [{"plank": "oak-30", "metres": 12}]


@orders.get("/byCustomer/{customer}")
def of_customer(customer: str):
    return [{"customer": customer, "plank": "oak-30", "metres": 12}]
`,
    "mill/planks.py": `from fastapi import APIRouter

planks = APIRouter()


@planks.get("/")
def all_planks():
    return ["oak-30", "ash-20"]
`,
    "run.py": `import os

import uvicorn

uvicorn.run("mill.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "mill.http": `@mill = http://localhost:PORT_OF_api/api

### planks
GET {{mill}}/planks/

### lines of a customer
# @name lines
GET {{mill}}/order-lines/bycustomer/holm
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["mill.http#lines"],
  facts: ["GET /api/order-lines/bycustomer/holm 404", "GET /api/order-lines/byCustomer/holm 200"],
  truth: {
    outcome: "not-found",
    kinds: ["case"],
    links: [{ file: "mill/orders.py", text: '@orders.get("/byCustomer/{customer}")' }],
    fixes: [{ url: "/api/order-lines/byCustomer/holm" }],
  },
};

const carrier: Scenario = {
  name: "shipment-with-the-carrier",
  files: {
    "scripts/track.sh": `#!/bin/sh
curl -fsS "http://localhost:PORT_OF_carrier/v1/shipments/$1"
`,
    "carrier.http": `@carrier = http://localhost:PORT_OF_carrier/v1

### arrived last week
GET {{carrier}}/shipments/SH-77120

### where is this one
# @name shipment
GET {{carrier}}/shipments/SH-91264
`,
  },
  deployed: {
    "carrier.py": `import os

from flask import Flask, jsonify

app = Flask(__name__)
SHIPMENTS = {"SH-77120": "delivered"}


@app.get("/v1/shipments/<number>")
def shipment(number):
    if number not in SHIPMENTS:
        return jsonify(type="about:blank", title="Shipment not found", status=404), 404
    return jsonify(number=number, state=SHIPMENTS[number])


@app.errorhandler(404)
def nothing(_error):
    return jsonify(type="about:blank", title="No such resource", status=404), 404


app.run(port=int(os.environ.get("PORT", "5000")))
`,
  },
  servers: [{ name: "carrier", entry: "deployed:carrier.py", needs: "flask" }],
  ask: ["carrier.http#shipment"],
  facts: ["GET /v1/shipments/SH-77120 200", "GET /v1/shipments/SH-91264 404", "GET /v1/nothing 404"],
  truth: { outcome: "not-found", kinds: ["unknown-id"] },
};

/** At the sawmill. */
export const sawmills: readonly Scenario[] = [logs, carrier];
