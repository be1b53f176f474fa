import type { Scenario } from "../../scenario.ts";

const status: Scenario = {
  name: "pony-that-went-to-pasture",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "stable/__init__.py": "",
    "stable/ponies.py": `from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    RIDDEN = "ridden"
    RETIRED = "retired"


@dataclass
class Pony:
    name: str
    height: int
    state: State = State.RIDDEN


PONIES = {
    "flicka": Pony("Flicka", 142),
    "bonnie": Pony("Bonnie", 128, State.RETIRED),
    "max": Pony("Max", 136),
}


def ridden():
    return {key: pony for key, pony in PONIES.items() if pony.state is State.RIDDEN}
`,
    "stable/app.py": `from fastapi import FastAPI, HTTPException

from stable.ponies import ridden

app = FastAPI()


@app.get("/ponies")
def ponies():
    return sorted(ridden())


@app.get("/ponies/{key}")
def pony(key: str):
    if (found := ridden().get(key)) is None:
        raise HTTPException(status_code=404, detail="no such pony")
    return found
`,
    "run.py": `import os

import uvicorn

uvicorn.run("stable.app:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "ponies.http": `@stable = http://localhost:PORT_OF_api

###
GET {{stable}}/ponies/max

###
# @name bonnie
GET {{stable}}/ponies/bonnie
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["ponies.http#bonnie"],
  facts: ["GET /ponies 200", "GET /ponies/max 200", "GET /ponies/bonnie 404", "GET /ponies/nobody 404"],
  truth: {
    outcome: "not-found",
    kinds: ["archived"],
    links: [
      { file: "stable/ponies.py", text: '"bonnie":' },
      { file: "stable/ponies.py", text: "pony.state is State.RIDDEN" },
      { file: "stable/app.py", text: '"/ponies/{key}"' },
    ],
  },
};

/** Pony stables: a state that is told by its place. */
export const ponyStables: readonly Scenario[] = [status];
