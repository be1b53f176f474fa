import type { Scenario } from "../../scenario.ts";

const delivery: Scenario = {
  name: "delivery-note-of-a-quarry",
  files: {
    "requirements.txt": "flask\n",
    "quarry/__init__.py": "",
    "quarry/app.py": `from flask import Flask, abort, jsonify

from quarry.orders import ORDERS

app = Flask(__name__)


@app.route("/orders")
def orders():
    return jsonify([{"number": number, **order} for number, order in ORDERS.items()])


@app.route("/orders/<int:number>")
def order(number):
    if number not in ORDERS:
        abort(404)
    return jsonify(number=number, **ORDERS[number])


@app.route("/orders/<int:number>/note")
def note(number):
    if number not in ORDERS:
        abort(404)
    return f"Delivery note {number}", 200, {"Content-Type": "text/plain"}
`,
    "quarry/orders.py": `ORDERS = {
    1042: {"stone": "granite", "tons": 14},
    1043: {"stone": "basalt", "tons": 3},
}
`,
    "run.py": `import os

from quarry.app import app

app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "letters/1043.txt": "Please quote ORD-1043 in your reply.\n",
    "quarry.http": `### granite
GET http://localhost:PORT_OF_api/orders/1042

### note for the driver
# @name note
GET http://localhost:PORT_OF_api/orders/ORD-1043/note
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "flask" }],
  ask: ["quarry.http#note"],
  facts: ["GET /orders/1042 200", "GET /orders/ORD-1043/note 404", "GET /orders/1043/note 200"],
  truth: {
    outcome: "not-found",
    kinds: ["id-format"],
    links: [{ file: "quarry/app.py", text: '@app.route("/orders/<int:number>/note")' }],
    fixes: [{ url: "/orders/1043/note" }],
  },
};

const blasts: Scenario = {
  name: "blasts-of-the-week",
  files: {
    "requirements.txt": "aiohttp\n",
    "site/__init__.py": "",
    "site/stones.py": `from aiohttp import web

routes = web.RouteTableDef()


@routes.get("/stones")
async def stones(request):
    return web.json_response(["granite", "basalt"])
`,
    "site/blasts.py": `from aiohttp import web

routes = web.RouteTableDef()

BLASTS = [{"day": "Tue", "at": "11:00", "face": "north"}, {"day": "Fri", "at": "14:30", "face": "east"}]


@routes.get("/blasts")
async def blasts(request):
    return web.json_response(BLASTS)


@routes.get("/blasts/{day}")
async def blast(request):
    day = request.match_info["day"]
    found = [entry for entry in BLASTS if entry["day"] == day]
    return web.json_response(found)
`,
    "site/trucks.py": `from aiohttp import web

routes = web.RouteTableDef()


@routes.get("/trucks")
async def trucks(request):
    return web.json_response([{"plate": "QR-12"}])
`,
    "main.py": `import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)) + "/site")

import stones
import trucks
from aiohttp import web

app = web.Application()
app.add_routes(stones.routes)
app.add_routes(trucks.routes)

if __name__ == "__main__":
    web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "site.http": `@site = http://localhost:PORT_OF_api

### trucks
GET {{site}}/trucks

### blasts
# @name blasts
GET {{site}}/blasts
`,
  },
  servers: [{ name: "api", entry: "main.py", needs: "aiohttp" }],
  ask: ["site.http#blasts"],
  facts: ["GET /trucks 200", "GET /blasts 404", "GET /blasts/Tue 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [
      { file: "site/blasts.py", text: '@routes.get("/blasts")' },
      { file: "main.py", text: "app.add_routes(trucks.routes)" },
      { file: "site/blasts.py", text: "routes = web.RouteTableDef()" },
    ],
    fixes: [{ kind: "register-route" }],
  },
};

const scales: Scenario = {
  name: "scales-at-the-gate",
  files: {
    "requirements.txt": "aiohttp\n",
    "gate.py": `import os

from aiohttp import web

TRUCKS = {"QR-12": 18.4, "QR-15": 21.0}


async def health(request):
    return web.json_response({"ok": True})


async def unknown(request):
    return web.json_response({"error": {"code": 404, "message": f"Nothing at {request.path}"}}, status=404)


async def weigh(request):
    plate = request.match_info["plate"]
    return web.json_response({"plate": plate, "tons": TRUCKS.get(plate, 0)})


async def last(request):
    return web.json_response({"plate": "QR-15"})


def create_app():
    app = web.Application()
    app.router.add_get("/health", health)
    app.router.add_route("*", "/{path:.*}", unknown)
    app.router.add_get("/scales/last", last)
    app.router.add_get("/scales/{plate}", weigh)
    return app


if __name__ == "__main__":
    web.run_app(create_app(), host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "gate.http": `### up
GET http://localhost:PORT_OF_api/health

### weigh
# @name weigh
GET http://localhost:PORT_OF_api/scales/QR-12
`,
  },
  servers: [{ name: "api", entry: "gate.py", needs: "aiohttp" }],
  ask: ["gate.http#weigh"],
  facts: ["GET /health 200", "GET /scales/QR-12 404", "GET /scales/last 404", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["after-catch-all"],
    links: [
      { file: "gate.py", text: 'app.router.add_route("*"' },
      { file: "gate.py", text: 'app.router.add_get("/scales/{plate}"' },
    ],
  },
};

/** In the quarry. */
export const stoneYards: readonly Scenario[] = [delivery, blasts, scales];
