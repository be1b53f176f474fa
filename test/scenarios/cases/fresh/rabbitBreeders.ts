import type { Scenario } from "../../scenario.ts";

const hutch: Scenario = {
  name: "hutch-of-the-neighbouring-breeder",
  files: {
    "requirements.txt": "aiohttp\n",
    "db/seed.sql": `CREATE TABLE hutches (id INTEGER PRIMARY KEY, keeper TEXT NOT NULL, rabbits INTEGER NOT NULL);
INSERT INTO hutches VALUES (31, 'dorle', 4);
INSERT INTO hutches VALUES (32, 'heinz', 11);
`,
    "hutch/__init__.py": "",
    "hutch/store.py": `import sqlite3
from pathlib import Path

OF_KEEPER = "SELECT id, rabbits FROM hutches WHERE keeper = ?"
ONE = "SELECT id, rabbits FROM hutches WHERE id = ? AND keeper = ?"


class Store:
    def __init__(self):
        self.db = sqlite3.connect(":memory:")
        self.db.executescript(Path("db/seed.sql").read_text())

    def all(self, keeper):
        return [{"id": id, "rabbits": n} for id, n in self.db.execute(OF_KEEPER, (keeper,))]

    def one(self, id, keeper):
        row = self.db.execute(ONE, (id, keeper)).fetchone()
        return row and {"id": row[0], "rabbits": row[1]}
`,
    "hutch/web.py": `import os

from aiohttp import web

from hutch.store import Store

KEYS = {"hk-d0r1": "dorle", "hk-h31n": "heinz"}


@web.middleware
async def keeper(request, handler):
    name = KEYS.get(request.headers.get("Authorization", "").removeprefix("Key "))
    if name is None:
        raise web.HTTPUnauthorized()
    request["keeper"] = name
    return await handler(request)


async def mine(request):
    return web.json_response(request.app["store"].all(request["keeper"]))


async def one(request):
    found = request.app["store"].one(int(request.match_info["id"]), request["keeper"])
    if not found:
        raise web.HTTPNotFound()
    return web.json_response(found)


def main():
    app = web.Application(middlewares=[keeper])
    app["store"] = Store()
    app.router.add_get("/hutches", mine)
    app.router.add_get(r"/hutches/{id:\\d+}", one)
    web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "start.py": "from hutch.web import main\n\nmain()\n",
    "http-client.private.env.json": '{ "dorle": { "key": "hk-d0r1" } }\n',
    "hutches.http": `@hutch = http://localhost:PORT_OF_hutch

### mine
GET {{hutch}}/hutches
Authorization: Key {{key}}

### the one Heinz asked me to feed
# @name heinz
GET {{hutch}}/hutches/32
Authorization: Key {{key}}
`,
  },
  servers: [{ name: "hutch", entry: "start.py", needs: "aiohttp" }],
  ask: ["hutches.http#heinz", "--env", "dorle"],
  facts: [
    "GET /hutches 200 | Authorization: Key hk-d0r1",
    "GET /hutches/32 404 | Authorization: Key hk-d0r1",
    "GET /hutches/32 200 | Authorization: Key hk-h31n",
    "GET /hutches/99 404 | Authorization: Key hk-h31n",
    "GET /hutches/32 401",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [
      { file: "hutch/store.py", text: "ONE = " },
      { file: "hutch/store.py", text: "self.db.execute(ONE" },
      { file: "db/seed.sql", text: "(32, 'heinz', 11)" },
      { file: "hutch/web.py", text: "async def one" },
    ],
  },
  credentials: [{ value: "hk-d0r1", servers: ["hutch"] }],
};

const embargo: Scenario = {
  name: "verdict-of-the-cheese-jury",
  files: {
    "requirements.txt": "flask\n",
    "jury/__init__.py": "",
    "jury/verdicts.json": `[
  { "cheese": "gouda-36", "points": 91, "public_from": "2024-06-01" },
  { "cheese": "tilsiter-2", "points": 88, "public_from": "2024-06-01" },
  { "cheese": "munster-9", "points": 95, "public_from": "2099-09-01" }
]
`,
    "jury/app.py": `import json
import os
from datetime import date
from pathlib import Path

from flask import Flask, abort, jsonify

app = Flask(__name__)
VERDICTS = json.loads((Path(__file__).parent / "verdicts.json").read_text())


def published():
    today = date.today().isoformat()
    return [verdict for verdict in VERDICTS if verdict["public_from"] <= today]


@app.get("/verdicts")
def verdicts():
    return jsonify([verdict["cheese"] for verdict in published()])


@app.get("/verdicts/<cheese>")
def verdict(cheese):
    for row in published():
        if row["cheese"] == cheese:
            return jsonify(row)
    abort(404)


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "jury.http": `@jury = http://localhost:PORT_OF_jury

### everybody waits for this one
# @name munster
GET {{jury}}/verdicts/munster-9
`,
  },
  servers: [{ name: "jury", entry: "jury/app.py", needs: "flask" }],
  ask: ["jury.http#munster"],
  facts: ["GET /verdicts 200", "GET /verdicts/gouda-36 200", "GET /verdicts/munster-9 404", "GET /verdicts/none 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-yet-visible"],
    links: [
      { file: "jury/verdicts.json", text: "munster-9" },
      { file: "jury/app.py", text: 'verdict["public_from"] <= today' },
      { file: "jury/app.py", text: "def published" },
      { file: "jury/app.py", text: "def verdict(cheese)" },
    ],
  },
};

/** Hutches of two keepers, verdicts of a jury. */
export const rabbitBreeders: readonly Scenario[] = [hutch, embargo];
