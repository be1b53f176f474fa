import type { Scenario } from "../../scenario.ts";

const statement: Scenario = {
  name: "statement-of-an-account",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "bank/__init__.py": "",
    "bank/db.py": `import sqlite3
from pathlib import Path

db = sqlite3.connect(":memory:", check_same_thread=False)
db.row_factory = sqlite3.Row
db.executescript((Path(__file__).parent / "demo.sql").read_text())
`,
    "bank/demo.sql": `CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, token TEXT);
CREATE TABLE statements (id INTEGER PRIMARY KEY, user_id INTEGER, month TEXT, balance REAL);

INSERT INTO users VALUES (1, 'sara', 'tk-sara-9e1'), (2, 'milo', 'tk-milo-4c7');

INSERT INTO statements VALUES
  (500, 1, '2026-01', 1204.50),
  (501, 2, '2026-01', 88.10),
  (502, 1, '2026-02', 990.00);
`,
    "bank/auth.py": `from fastapi import Header, HTTPException

from bank.db import db


def current_user(authorization: str = Header("")):
    token = authorization.removeprefix("Bearer ")
    user = db.execute("SELECT id, name FROM users WHERE token = ?", (token,)).fetchone()
    if user is None:
        raise HTTPException(401, "Not signed in")
    return user
`,
    "bank/statements.py": `from fastapi import APIRouter, Depends, HTTPException

from bank.auth import current_user
from bank.db import db

router = APIRouter(prefix="/statements")


@router.get("")
def statements(user=Depends(current_user)):
    rows = db.execute("SELECT id, month FROM statements WHERE user_id = ?", (user["id"],))
    return [dict(row) for row in rows]


@router.get("/{statement_id}")
def statement(statement_id: int, user=Depends(current_user)):
    row = db.execute(
        "SELECT id, month, balance FROM statements WHERE id = ? AND user_id = ?",
        (statement_id, user["id"]),
    ).fetchone()
    if row is None:
        raise HTTPException(status_code=404, detail="Statement not found")
    return dict(row)
`,
    "bank/main.py": `from fastapi import FastAPI

from bank import statements

app = FastAPI()
app.include_router(statements.router)
`,
    "run.py": `import os

import uvicorn

uvicorn.run("bank.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "bank.http": `@bank = http://localhost:PORT_OF_api
@token = tk-milo-4c7

### January
GET {{bank}}/statements/501
Authorization: Bearer {{token}}

### February
# @name february
GET {{bank}}/statements/502
Authorization: Bearer {{token}}
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["bank.http#february"],
  facts: [
    "GET /statements/501 200 | Authorization: Bearer tk-milo-4c7",
    "GET /statements/502 404 | Authorization: Bearer tk-milo-4c7",
    "GET /statements/502 200 | Authorization: Bearer tk-sara-9e1",
    "GET /statements/999 404 | Authorization: Bearer tk-milo-4c7",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [
      { file: "bank/statements.py", text: "WHERE id = ? AND user_id = ?" },
      { file: "bank/demo.sql", text: "(502, 1," },
    ],
  },
  credentials: [
    { value: "tk-milo-4c7", servers: ["api"] },
    { value: "tk-sara-9e1", servers: [] },
  ],
};

const queue: Scenario = {
  name: "queue-at-the-bank-counter",
  files: {
    "requirements.txt": "aiohttp\n",
    "counter/__init__.py": "",
    "counter/security.py": `from aiohttp import web

STAFF_KEYS = {"st-5a21": "ruth"}


@web.middleware
async def staff_only(request, handler):
    if request.path.startswith("/internal/"):
        key = request.headers.get("X-Staff-Key")
        if key not in STAFF_KEYS:
            raise web.HTTPNotFound()
        request["staff"] = STAFF_KEYS[key]
    return await handler(request)
`,
    "counter/views.py": `from aiohttp import web

routes = web.RouteTableDef()


@routes.get("/rates")
async def rates(request):
    return web.json_response({"EUR": 1.0, "CHF": 0.94})


@routes.get("/internal/queue")
async def queue(request):
    return web.json_response({"waiting": 7})


@routes.get("/internal/cash")
async def cash(request):
    return web.json_response({"drawer": 1200})
`,
    "serve.py": `import os

from aiohttp import web

from counter.security import staff_only
from counter.views import routes

app = web.Application(middlewares=[staff_only])
app.add_routes(routes)
web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "counter.http": `@counter = http://localhost:PORT_OF_api

### cash in the drawer
GET {{counter}}/internal/cash
X-Staff-Key: st-5a21

### how many wait
# @name queue
GET {{counter}}/internal/queue
`,
  },
  servers: [{ name: "api", entry: "serve.py", needs: "aiohttp" }],
  ask: ["counter.http#queue"],
  facts: [
    "GET /internal/cash 200 | X-Staff-Key: st-5a21",
    "GET /internal/queue 404",
    "GET /internal/queue 200 | X-Staff-Key: st-5a21",
    "GET /rates 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-endpoint"],
    links: [
      { file: "counter/security.py", text: "raise web.HTTPNotFound()" },
      { file: "counter/security.py", text: "if key not in STAFF_KEYS" },
      { file: "serve.py", text: "middlewares=[staff_only]" },
    ],
  },
  credentials: [{ value: "st-5a21", servers: ["api"] }],
};

const giftCards: Scenario = {
  name: "gift-cards-of-the-bank",
  files: {
    "requirements.txt": "flask\n",
    "cards/__init__.py": `from flask import Flask

from cards.gift import gift
from cards.loyalty import loyalty


def create_app():
    app = Flask(__name__)
    app.register_blueprint(loyalty, url_prefix="/loyalty")
    app.register_blueprint(gift, url_prefix="/gift-cards")
    return app
`,
    "cards/flags.yaml": `flags:
  loyalty_points: true
  gift_cards: false
  dark_theme: true
`,
    "cards/features.py": `from functools import wraps
from pathlib import Path

from flask import abort

FLAGS = {}
for line in (Path(__file__).parent / "flags.yaml").read_text().splitlines()[1:]:
    name, _, value = line.strip().partition(": ")
    FLAGS[name] = value == "true"


def requires(flag):
    def decorate(view):
        @wraps(view)
        def guarded(*args, **kwargs):
            if not FLAGS.get(flag, False):
                abort(404)
            return view(*args, **kwargs)

        return guarded

    return decorate
`,
    "cards/gift.py": `from flask import Blueprint, jsonify

from cards.features import requires

gift = Blueprint("gift", __name__)


@gift.get("/designs")
@requires("gift_cards")
def designs():
    return jsonify(["birthday", "winter"])
`,
    "cards/loyalty.py": `from flask import Blueprint, jsonify

from cards.features import requires

loyalty = Blueprint("loyalty", __name__)


@loyalty.get("/points")
@requires("loyalty_points")
def points():
    return jsonify(points=120)
`,
    "main.py": `import os

from cards import create_app

create_app().run(port=int(os.environ.get("PORT", "5000")))
`,
    "cards.http": `@cards = http://localhost:PORT_OF_api

### points
GET {{cards}}/loyalty/points

### designs
# @name designs
GET {{cards}}/gift-cards/designs
`,
  },
  servers: [{ name: "api", entry: "main.py", needs: "flask" }],
  ask: ["cards.http#designs"],
  facts: ["GET /loyalty/points 200", "GET /gift-cards/designs 404"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "cards/flags.yaml", text: "gift_cards: false" },
      { file: "cards/gift.py", text: '@requires("gift_cards")' },
      { file: "cards/features.py", text: "abort(404)" },
      { file: "cards/features.py", text: "if not FLAGS.get(flag" },
    ],
  },
};

/** At the bank. */
export const bankDesk: readonly Scenario[] = [statement, queue, giftCards];
