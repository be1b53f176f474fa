import type { Scenario } from "../../scenario.ts";

const person: Scenario = {
  name: "person-in-two-trees",
  files: {
    "README.md": `# Family trees

People who turn out to be the same person are joined; the younger record goes and \`joined\` keeps its number.
`,
    "requirements.txt": "aiohttp\n",
    "trees/__main__.py": `import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from aiohttp import web

from trees.application import build

web.run_app(build(), host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "trees/__init__.py": "",
    "trees/application.py": `from aiohttp import web

from trees.people import PeopleView, PersonView
from trees.store import Store


def build():
    app = web.Application()
    app["store"] = Store()
    api = web.Application()
    api["store"] = app["store"]
    api.router.add_view("/people", PeopleView)
    api.router.add_view("/people/{number:[0-9]+}", PersonView)
    app.add_subapp("/api/v1/", api)
    return app
`,
    "trees/people.py": `from aiohttp import web


class PeopleView(web.View):
    async def get(self):
        return web.json_response(self.request.app["store"].everybody())


class PersonView(web.View):
    async def get(self):
        number = int(self.request.match_info["number"])
        person = self.request.app["store"].person(number)
        if person is None:
            return web.json_response({"error": {"code": "person_absent", "number": number}}, status=404)
        return web.json_response(person)
`,
    "trees/store.py": `import sqlite3
from pathlib import Path

SCRIPT = Path(__file__).with_name("people.sql")


class Store:
    def __init__(self):
        self.connection = sqlite3.connect(":memory:")
        self.connection.executescript(SCRIPT.read_text())

    def everybody(self):
        rows = self.connection.execute("SELECT number, name FROM person ORDER BY number")
        return [{"number": number, "name": name} for number, name in rows]

    def person(self, number):
        row = self.connection.execute("SELECT number, name, born FROM person WHERE number = ?", (number,)).fetchone()
        return None if row is None else dict(zip(("number", "name", "born"), row))
`,
    "trees/people.sql": `CREATE TABLE person (number INTEGER PRIMARY KEY, name TEXT, born INTEGER);
CREATE TABLE joined (number INTEGER PRIMARY KEY, into_number INTEGER REFERENCES person (number), on_day TEXT);

INSERT INTO person VALUES (118, 'Anna Lindqvist', 1871), (140, 'Per Lindqvist', 1869), (166, 'Maja Ek', 1902);
INSERT INTO joined VALUES (152, 118, '2026-10-03');
`,
    "people.http": `@trees = http://localhost:PORT_OF_api/api/v1

### everybody
GET {{trees}}/people

### Per
GET {{trees}}/people/140

### Anna, from the printed tree
# @name anna
GET {{trees}}/people/152
`,
  },
  servers: [{ name: "api", entry: "trees/__main__.py", needs: "aiohttp" }],
  ask: ["people.http#anna"],
  facts: [
    "GET /api/v1/people 200",
    "GET /api/v1/people/140 200",
    "GET /api/v1/people/152 404",
    "GET /api/v1/people/118 200",
    "GET /api/v1/people/7 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["merged"],
    links: [
      { file: "trees/people.sql", text: "(152, 118," },
      { file: "trees/application.py", text: 'api.router.add_view("/people/{number' },
      { file: "trees/people.py", text: "class PersonView" },
    ],
    fixes: [{ url: "/api/v1/people/118" }],
  },
};

/** Family trees and the people in them. */
export const genealogy: readonly Scenario[] = [person];
