import type { Scenario } from "../../scenario.ts";

const quilt: Scenario = {
  name: "quilts-that-are-late",
  files: {
    "requirements.txt": "Flask==3.0.3\ngunicorn\n",
    "wsgi.py": `import os

from guild import create_app

app = create_app()

if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "guild/__init__.py": `from flask import Flask


def create_app():
    app = Flask(__name__)
    app.json.sort_keys = False

    from guild.loans import bp as loans
    from guild.blocks import bp as blocks

    app.register_blueprint(loans, url_prefix="/loans")
    app.register_blueprint(blocks, url_prefix="/blocks")
    return app
`,
    "guild/ledger.py": `from datetime import date

LOANS = [
    {"number": 31, "quilt": "Flying geese", "due": date(2031, 3, 1)},
    {"number": 32, "quilt": "Log cabin", "due": date(2024, 11, 15)},
]
`,
    "guild/blocks.py": `from flask import Blueprint, jsonify

bp = Blueprint("blocks", __name__)


@bp.get("/")
def blocks():
    return jsonify(["churn dash", "ohio star"])
`,
    "guild/loans/__init__.py": `from flask import Blueprint

bp = Blueprint("loans", __name__)

from guild.loans import desk  # noqa: E402, F401
`,
    "guild/loans/desk.py": `from flask import abort, jsonify

from guild.ledger import LOANS
from guild.loans import bp


@bp.get("/")
def every_loan():
    return jsonify(LOANS)


@bp.get("/<int:number>")
def loan(number):
    row = next((row for row in LOANS if row["number"] == number), None)
    if row is None:
        abort(404)
    return jsonify(row)
`,
    "guild/loans/reminders.py": `from datetime import date

from flask import jsonify

from guild.ledger import LOANS
from guild.loans import bp


@bp.get("/overdue")
def overdue():
    today = date.today()
    return jsonify([row for row in LOANS if row["due"] < today])
`,
    "loans.http": `@guild = http://localhost:PORT_OF_api

### all
GET {{guild}}/loans/

### who has to bring one back
# @name late
GET {{guild}}/loans/overdue
`,
  },
  servers: [{ name: "api", entry: "wsgi.py", needs: "flask" }],
  ask: ["loans.http#late"],
  facts: ["GET /loans/ 200", "GET /loans/31 200", "GET /loans/overdue 404", "GET /blocks/ 200"],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [
      { file: "guild/loans/reminders.py", text: '@bp.get("/overdue")' },
      { file: "guild/loans/reminders.py", text: "def overdue" },
      { file: "guild/loans/__init__.py", text: "import desk" },
    ],
  },
};

const leak: Scenario = {
  name: "leak-reported-upstairs",
  files: {
    "pyproject.toml": `[project]
name = "coop-repairs"
dependencies = ["fastapi", "uvicorn"]
`,
    "repairs/__init__.py": "",
    "repairs/people.py": `from dataclasses import dataclass

from fastapi import Header, HTTPException


@dataclass(frozen=True)
class Person:
    name: str
    flat: str | None
    caretaker: bool = False


PEOPLE = {
    "r-19f04c": Person("Noor", "2B"),
    "r-77d1e8": Person("Stefan", "3B"),
    "c-5502aa": Person("Wilma", None, caretaker=True),
}


def current(x_door_code: str = Header("")) -> Person:
    person = PEOPLE.get(x_door_code)
    if person is None:
        raise HTTPException(401, "Who are you?")
    return person
`,
    "repairs/tickets.py": `from fastapi import APIRouter, Depends, HTTPException

from repairs.people import Person, current

router = APIRouter(prefix="/tickets")

TICKETS = {
    601: {"id": 601, "flat": "2B", "what": "window handle"},
    602: {"id": 602, "flat": "3B", "what": "leaking trap"},
}


def visible_to(person: Person, ticket: dict) -> bool:
    return person.caretaker or ticket["flat"] == person.flat


@router.get("")
def mine(person: Person = Depends(current)):
    return [ticket for ticket in TICKETS.values() if visible_to(person, ticket)]


@router.get("/{ticket_id}")
def one(ticket_id: int, person: Person = Depends(current)):
    ticket = TICKETS.get(ticket_id)
    if ticket is None or not visible_to(person, ticket):
        raise HTTPException(404, "No such ticket")
    return ticket
`,
    "main.py": `import os

import uvicorn
from fastapi import FastAPI

from repairs.tickets import router

app = FastAPI(title="Repairs")
app.include_router(router)

if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "http-client.env.json": `{
  "noor": { "coop": "http://localhost:PORT_OF_api" },
  "wilma": { "coop": "http://localhost:PORT_OF_api" }
}
`,
    "http-client.private.env.json": `{
  "noor": { "door": "r-19f04c" },
  "wilma": { "door": "c-5502aa" }
}
`,
    "tickets.http": `### my tickets
GET {{coop}}/tickets
X-Door-Code: {{door}}

### the drip from above
# @name drip
GET {{coop}}/tickets/602
X-Door-Code: {{door}}
`,
  },
  servers: [{ name: "api", entry: "main.py", needs: "fastapi" }],
  ask: ["tickets.http#drip", "--env", "noor"],
  facts: [
    "GET /tickets 200 | X-Door-Code: r-19f04c",
    "GET /tickets/602 404 | X-Door-Code: r-19f04c",
    "GET /tickets/602 200 | X-Door-Code: c-5502aa",
    "GET /tickets/999 404 | X-Door-Code: c-5502aa",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [
      { file: "repairs/tickets.py", text: "if ticket is None or not visible_to" },
      { file: "repairs/tickets.py", text: "def visible_to" },
      { file: "repairs/tickets.py", text: "return person.caretaker or" },
      { file: "repairs/tickets.py", text: '@router.get("/{ticket_id}")' },
    ],
  },
  credentials: [
    { value: "r-19f04c", servers: ["api"] },
    { value: "c-5502aa", servers: ["api"] },
  ],
};

/** A guild of quilters and the repairs of a housing cooperative. */
export const quilters: readonly Scenario[] = [quilt, leak];
