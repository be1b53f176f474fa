import type { Scenario } from "../../scenario.ts";

const reef: Scenario = {
  name: "reading-of-a-reef-buoy",
  files: {
    "pyproject.toml": `[project]
name = "reef"
dependencies = ["fastapi", "uvicorn", "pydantic"]
`,
    "reef/__init__.py": "",
    "reef/oceans.py": `"""Where the buoys of an ocean report to."""

OCEANS = {
    "pacific": "http://localhost:PORT_OF_pacific",
    "indian": "http://localhost:PORT_OF_indian",
}
`,
    "reef/buoys.py": `import os

from fastapi import APIRouter, HTTPException

router = APIRouter()
BUOYS = {
    "pacific": {"bx-0417": 27.9, "bx-0418": 28.3},
    "indian": {"bx-2201": 29.6},
}


def here() -> dict:
    return BUOYS[os.environ.get("OCEAN", "pacific")]


@router.get("/buoys")
def buoys():
    return sorted(here())


@router.get("/buoys/{buoy}/reading")
def reading(buoy: str):
    if buoy not in here():
        raise HTTPException(404, "buoy does not report here")
    return {"buoy": buoy, "celsius": here()[buoy]}
`,
    "main.py": `import os

import uvicorn
from fastapi import FastAPI

from reef.buoys import router

app = FastAPI()
app.include_router(router, prefix="/v1")
uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="error")
`,
    "buoys.http": `@ocean = http://localhost:PORT_OF_pacific/v1

### who reports
GET {{ocean}}/buoys

### off Mauritius
# @name mauritius
GET {{ocean}}/buoys/bx-2201/reading
`,
  },
  servers: [
    { name: "pacific", entry: "main.py", needs: "fastapi", env: { OCEAN: "pacific" } },
    { name: "indian", entry: "main.py", needs: "fastapi", env: { OCEAN: "indian" } },
  ],
  ask: ["buoys.http#mauritius"],
  facts: [
    "pacific:GET /v1/buoys/bx-2201/reading 404",
    "indian:GET /v1/buoys/bx-2201/reading 200",
    "pacific:GET /v1/buoys/bx-0417/reading 200",
    "indian:GET /v1/buoys/none/reading 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-region"],
    links: [
      { file: "reef/oceans.py", text: '"indian":' },
      { file: "buoys.http", text: "@ocean =" },
      { file: "reef/buoys.py", text: '"indian": {' },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_indian/v1/buoys/bx-2201/reading" }],
  },
};

const region: Scenario = {
  name: "wagon-of-the-southern-works",
  files: {
    "requirements.txt": "flask\nrequests\n",
    "wagons/__init__.py": "",
    "wagons/config.py": `from dataclasses import dataclass


@dataclass(frozen=True)
class Works:
    code: str
    url: str


NORTH = Works("N", "http://localhost:PORT_OF_north")
SOUTH = Works("S", "http://localhost:PORT_OF_south")
ALL_WORKS = (NORTH, SOUTH)
`,
    "wagons/app.py": `import json
import os
from pathlib import Path

from flask import Flask

WAGONS = json.loads(Path(f"wagons/{os.environ.get('WORKS', 'north')}.json").read_text())
app = Flask("wagons")


@app.get("/wagons")
def wagons():
    return list(WAGONS)


@app.get("/wagons/<number>")
def wagon(number):
    return WAGONS.get(number) or ({"error": "no wagon of this number in these works"}, 404)


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "wagons/north.json": '{ "N-301": { "axles": 4 }, "N-302": { "axles": 2 } }\n',
    "wagons/south.json": '{ "S-118": { "axles": 4 } }\n',
    "wagons/client.py": `import requests

from wagons.config import ALL_WORKS


def find(number):
    for works in ALL_WORKS:
        reply = requests.get(f"{works.url}/wagons/{number}", timeout=2)
        if reply.ok:
            return reply.json()
    return None
`,
    "wagons.http": `@works = http://localhost:PORT_OF_north

### ours
GET {{works}}/wagons/N-301

### stands on track 4
# @name track
GET {{works}}/wagons/S-118
`,
  },
  servers: [
    { name: "north", entry: "wagons/app.py", needs: "flask", env: { WORKS: "north" } },
    { name: "south", entry: "wagons/app.py", needs: "flask", env: { WORKS: "south" } },
  ],
  ask: ["wagons.http#track"],
  facts: [
    "north:GET /wagons/S-118 404",
    "south:GET /wagons/S-118 200",
    "north:GET /wagons/N-301 200",
    "south:GET /wagons/none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-region", "wrong-environment"],
    links: [
      { file: "wagons/config.py", text: "SOUTH = Works" },
      { file: "wagons/south.json", text: "S-118" },
      { file: "wagons.http", text: "@works =" },
      { file: "wagons.http", text: "/wagons/S-118" },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_south/wagons/S-118" }],
  },
};

/** Buoys of two oceans, wagons of two works. */
export const buoyKeepers: readonly Scenario[] = [reef, region];
