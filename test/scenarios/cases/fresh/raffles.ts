import type { Scenario } from "../../scenario.ts";

const prizes: Scenario = {
  name: "prizes-of-the-raffle",
  files: {
    "requirements.txt": "flask\n",
    "raffle/__init__.py": `from flask import Flask

from raffle.blueprints import BLUEPRINTS


def create_app():
    app = Flask(__name__)
    for blueprint, prefix in BLUEPRINTS:
        app.register_blueprint(blueprint, url_prefix=prefix)
    return app
`,
    "raffle/blueprints.py": `from raffle.draws import draws
from raffle.prizes import prizes
from raffle.tickets import tickets

BLUEPRINTS = [
    (draws, "/draws"),
    (tickets, "/tickets"),
]
`,
    "raffle/draws.py": `from flask import Blueprint

draws = Blueprint("draws", __name__)


@draws.get("/")
def index():
    return {"draws": ["2026-12-06"]}
`,
    "raffle/tickets.py": `from flask import Blueprint

tickets = Blueprint("tickets", __name__)


@tickets.get("/<int:number>")
def show(number):
    return {"number": number, "sold": number < 300}
`,
    "raffle/prizes.py": `from flask import Blueprint

prizes = Blueprint("prizes", __name__)


@prizes.get("/")
def index():
    return {"prizes": ["bicycle", "basket"]}


@prizes.get("/<int:rank>")
def show(rank):
    return {"rank": rank}
`,
    "main.py": `import os

from raffle import create_app

create_app().run(port=int(os.environ.get("PORT", "5000")))
`,
    "raffle.http": `@raffle = http://localhost:PORT_OF_api

### a ticket
GET {{raffle}}/tickets/212

### first prize
# @name first
GET {{raffle}}/prizes/1
`,
  },
  servers: [{ name: "api", entry: "main.py", needs: "flask" }],
  ask: ["raffle.http#first"],
  facts: ["GET /tickets/212 200", "GET /prizes/1 404", "GET /prizes/ 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [
      { file: "raffle/prizes.py", text: '@prizes.get("/<int:rank>")' },
      { file: "raffle/blueprints.py", text: "BLUEPRINTS = [" },
      { file: "raffle/prizes.py", text: "prizes = Blueprint(" },
    ],
    fixes: [{ kind: "register-route" }],
  },
};

const slot: Scenario = {
  name: "slot-of-a-stall",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "stalls.py": `import os

import uvicorn
from fastapi import FastAPI, HTTPException

app = FastAPI()

SLOTS = {("tombola", "10-12"): "Edda", ("tombola", "12-14"): "Jan", ("cakes", "10-12"): "Mo"}


@app.get("/stalls/{stall}/slots/{slot}")
def slot(stall: str, slot: str):
    if (stall, slot) not in SLOTS:
        raise HTTPException(404, "Slot not found")
    return {"stall": stall, "slot": slot, "who": SLOTS[stall, slot]}


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "stalls.http": `@stalls = http://localhost:PORT_OF_api/stalls

###
GET {{stalls}}/tombola/slots/10-12

###
# @name afternoon
GET {{stalls}}/tombola/slots/16-18
`,
  },
  servers: [{ name: "api", entry: "stalls.py", needs: "fastapi" }],
  ask: ["stalls.http#afternoon"],
  facts: ["GET /stalls/tombola/slots/10-12 200", "GET /stalls/tombola/slots/16-18 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "stalls.py", text: '@app.get("/stalls/{stall}/slots/{slot}")' }],
  },
};

/** At the raffle. */
export const raffles: readonly Scenario[] = [prizes, slot];
