import type { Scenario } from "../../scenario.ts";

const song: Scenario = {
  name: "shanty-nobody-sings-any-more",
  files: {
    "requirements.txt": "aiohttp\n",
    "schema.sql": `create table shanty (id integer primary key, title text not null, shelf text not null default 'current');

insert into shanty (id, title, shelf) values
  (1, 'Leave her, Johnny', 'current'),
  (2, 'Bully in the alley', 'attic'),
  (3, 'Haul away, Joe', 'current');
`,
    "shanties/__init__.py": "",
    "shanties/db.py": `import sqlite3
from pathlib import Path


def open_database():
    database = sqlite3.connect(":memory:")
    database.row_factory = sqlite3.Row
    database.executescript((Path(__file__).parent.parent / "schema.sql").read_text())
    return database
`,
    "shanties/handlers.py": `from aiohttp import web

routes = web.RouteTableDef()


@routes.get("/shanties")
async def titles(request):
    shelves = ("current", "attic") if "attic" in request.query else ("current",)
    rows = request.app["db"].execute("select id, title, shelf from shanty").fetchall()
    return web.json_response([dict(row) for row in rows if row["shelf"] in shelves])


@routes.view("/shanties/{id:\\\\d+}")
class Shanty(web.View):
    async def get(self):
        query = "select * from shanty where id = ?"
        if "attic" not in self.request.query:
            query += " and shelf = 'current'"
        row = self.request.app["db"].execute(query, [self.request.match_info["id"]]).fetchone()
        if row is None:
            raise web.HTTPNotFound(text="No shanty under this number")
        return web.json_response(dict(row))
`,
    "app.py": `import os

from aiohttp import web

from shanties.db import open_database
from shanties.handlers import routes


async def connect(app):
    app["db"] = open_database()
    yield
    app["db"].close()


def make_app():
    app = web.Application()
    app.cleanup_ctx.append(connect)
    app.add_routes(routes)
    return app


if __name__ == "__main__":
    web.run_app(make_app(), host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "shanties.http": `### for Friday
# @name friday
GET http://localhost:PORT_OF_api/shanties/2
`,
  },
  servers: [{ name: "api", entry: "app.py", needs: "aiohttp" }],
  ask: ["shanties.http#friday"],
  facts: [
    "GET /shanties/2 404",
    "GET /shanties/2?attic 200",
    "GET /shanties/1 200",
    "GET /shanties/77 404",
    "GET /shanties/77?attic 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["archived"],
    links: [
      { file: "schema.sql", text: "(2, 'Bully in the alley', 'attic')" },
      { file: "shanties/handlers.py", text: "and shelf = 'current'" },
      { file: "shanties/handlers.py", text: 'if "attic" not in self.request.query' },
      { file: "shanties/handlers.py", text: "async def get(self)" },
      { file: "shanties/handlers.py", text: "class Shanty" },
      { file: "shanties/handlers.py", text: "@routes.view(" },
    ],
  },
};

const organ: Scenario = {
  name: "barrel-of-the-street-organ",
  files: {
    "requirements.txt": "flask\npyyaml\n",
    "barrels.yaml": `- code: KB-20
  tunes: [Die Fledermaus, Radetzky]
  state: playing
- code: KB-21
  tunes: [La Paloma]
  state: stored
- code: KB-22
  tunes: [Berliner Luft]
  state: playing
`,
    "organ/__init__.py": "",
    "organ/barrels.py": `from pathlib import Path

import yaml

ON_TOUR = {"playing", "lent"}


class Barrels:
    def __init__(self, file):
        rows = yaml.safe_load(Path(file).read_text())
        self._by_code = {row["code"]: row for row in rows}

    def on_tour(self):
        return [row for row in self._by_code.values() if row["state"] in ON_TOUR]

    def get(self, code):
        row = self._by_code.get(code)
        return row if row and row["state"] in ON_TOUR else None
`,
    "organ/web.py": `from flask import Flask, jsonify

from organ.barrels import Barrels


def create_app():
    app = Flask("organ")
    barrels = Barrels("barrels.yaml")

    @app.route("/barrels")
    def index():
        return jsonify([row["code"] for row in barrels.on_tour()])

    @app.route("/barrels/<code>")
    def show(code):
        row = barrels.get(code)
        if row is None:
            return jsonify(error="not found"), 404
        return jsonify(row)

    return app
`,
    "run.py": `import os

from organ.web import create_app

create_app().run(port=int(os.environ.get("PORT", "5000")))
`,
    "organ.http": `### what plays La Paloma
# @name paloma
GET http://localhost:PORT_OF_organ/barrels/KB-21
`,
  },
  servers: [{ name: "organ", entry: "run.py", needs: "yaml" }],
  ask: ["organ.http#paloma"],
  facts: ["GET /barrels 200", "GET /barrels/KB-20 200", "GET /barrels/KB-21 404", "GET /barrels/KB-99 404"],
  truth: {
    outcome: "not-found",
    kinds: ["archived"],
    links: [
      { file: "barrels.yaml", text: "code: KB-21" },
      { file: "barrels.yaml", text: "state: stored" },
      { file: "organ/barrels.py", text: 'return row if row and row["state"] in ON_TOUR' },
      { file: "organ/barrels.py", text: "ON_TOUR = {" },
      { file: "organ/web.py", text: "def show(code)" },
      { file: "organ/web.py", text: "row = barrels.get(code)" },
    ],
  },
};

/** Shanties of a crew and the barrels of a street organ. */
export const shantySingers: readonly Scenario[] = [song, organ];
