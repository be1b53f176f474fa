import type { Scenario } from "../../scenario.ts";

const ledger: Scenario = {
  name: "entry-of-the-salt-ledger",
  files: {
    "pyproject.toml": `[project]
name = "salt-ledger"
dependencies = ["fastapi", "uvicorn"]
`,
    "ledger/__init__.py": "",
    "ledger/editions.py": `from fastapi import Header, HTTPException

EDITIONS = {"2029-06", "2031-01"}


def edition(ledger_edition: str = Header("2024-01")) -> str:
    if ledger_edition not in EDITIONS:
        raise HTTPException(404, {"type": "edition-not-served", "edition": ledger_edition})
    return ledger_edition
`,
    "ledger/entries.py": `from fastapi import APIRouter, Depends, HTTPException

from ledger.editions import edition

router = APIRouter(prefix="/entries", dependencies=[Depends(edition)])
ENTRIES = {88: {"sacks": 40, "to": "Bergen"}}


@router.get("/{number}")
def entry(number: int):
    if number not in ENTRIES:
        raise HTTPException(404, {"type": "no-such-entry"})
    return ENTRIES[number]
`,
    "run.py": `import os

import uvicorn
from fastapi import FastAPI

from ledger.entries import router

app = FastAPI()
app.include_router(router)
uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="error")
`,
    "CHANGES.md": `# Editions

- **2031-01** weights in sacks
- **2029-06** destination by name
- 2024-01 withdrawn on 1 January 2031

Clients say \`Ledger-Edition: 2031-01\`.
`,
    "ledger.http": `### salt for Bergen
# @name bergen
GET http://localhost:PORT_OF_ledger/entries/88
Accept: application/json
`,
  },
  servers: [{ name: "ledger", entry: "run.py", needs: "fastapi" }],
  ask: ["ledger.http#bergen"],
  facts: [
    "GET /entries/88 404",
    "GET /entries/88 200 | Ledger-Edition: 2031-01",
    "GET /entries/89 404 | Ledger-Edition: 2031-01",
    "GET /entries/88 404 | Ledger-Edition: 2024-01",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-selector"],
    links: [
      { file: "ledger/editions.py", text: "EDITIONS = {" },
      { file: "ledger/editions.py", text: "if ledger_edition not in EDITIONS" },
      { file: "ledger/editions.py", text: 'Header("2024-01")' },
      { file: "ledger/entries.py", text: "Depends(edition)]" },
      { file: "ledger/entries.py", text: '@router.get("/{number}")' },
      { file: "CHANGES.md", text: "Clients say" },
    ],
    fixes: [{ url: "/entries/88", kind: "edit-request" }],
  },
};

const flag: Scenario = {
  name: "night-tariff-for-the-bakers",
  files: {
    "pyproject.toml": `[project]
name = "power-tariffs"
dependencies = ["fastapi", "uvicorn", "pyyaml"]
`,
    "switches.yaml": `solar-feed-in: { open: true }
night-tariff: { open: false, since: 2030-11-01 }
`,
    "tariffs/__init__.py": "",
    "tariffs/switches.py": `from pathlib import Path

import yaml
from fastapi import HTTPException

STATES = yaml.safe_load(Path("switches.yaml").read_text())


def needs(switch: str):
    def check() -> None:
        if not STATES.get(switch, {}).get("open"):
            raise HTTPException(404)

    return check
`,
    "tariffs/api.py": `from fastapi import APIRouter, Depends

from tariffs.switches import needs

router = APIRouter(prefix="/tariffs")


@router.get("/feed-in", dependencies=[Depends(needs("solar-feed-in"))])
def feed_in():
    return {"cents": 8.1}


@router.get("/night", dependencies=[Depends(needs("night-tariff"))])
def night():
    return {"cents": 19.4, "from": "22:00"}
`,
    "run.py": `import os

import uvicorn
from fastapi import FastAPI

from tariffs.api import router

app = FastAPI()
app.include_router(router)
uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="error")
`,
    "tariffs.http": `@power = http://localhost:PORT_OF_power

GET {{power}}/tariffs/feed-in

### bakers ask for it
# @name night
GET {{power}}/tariffs/night
`,
  },
  servers: [{ name: "power", entry: "run.py", needs: "fastapi" }],
  ask: ["tariffs.http#night"],
  facts: ["GET /tariffs/feed-in 200", "GET /tariffs/night 404", "GET /tariffs/none 404"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "switches.yaml", text: "night-tariff: " },
      { file: "tariffs/api.py", text: 'needs("night-tariff")' },
      { file: "tariffs/switches.py", text: "if not STATES.get(switch" },
      { file: "tariffs/api.py", text: "def night" },
    ],
  },
};

const inside: Scenario = {
  name: "boiler-room-from-the-outside",
  files: {
    "requirements.txt": "aiohttp\n",
    "baths/__init__.py": "",
    "baths/net.py": `from ipaddress import ip_address, ip_network

from aiohttp import web

HOUSE = [ip_network("10.20.0.0/16")]


def from_house(request):
    return any(ip_address(request.remote) in network for network in HOUSE)


@web.middleware
async def back_rooms(request, handler):
    if request.path.startswith("/back/") and not from_house(request):
        raise web.HTTPNotFound()
    return await handler(request)
`,
    "baths/rooms.py": `from aiohttp import web


async def pool(request):
    return web.json_response({"celsius": 27.5})


async def boiler(request):
    return web.json_response({"bar": 1.8, "burner": "on"})


def rooms():
    return [web.get("/pool", pool), web.get("/back/boiler", boiler)]
`,
    "main.py": `import os

from aiohttp import web

from baths.net import back_rooms
from baths.rooms import rooms

app = web.Application(middlewares=[back_rooms])
app.add_routes(rooms())

if __name__ == "__main__":
    web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "baths.http": `@baths = http://localhost:PORT_OF_baths

### water
GET {{baths}}/pool

### pressure, from home
# @name boiler
GET {{baths}}/back/boiler
`,
  },
  servers: [{ name: "baths", entry: "main.py", needs: "aiohttp" }],
  ask: ["baths.http#boiler"],
  facts: ["GET /pool 200", "GET /back/boiler 404", "GET /back/none 404", "GET /none 404"],
  truth: {
    outcome: "not-found",
    kinds: ["masked-endpoint"],
    links: [
      { file: "baths/net.py", text: 'request.path.startswith("/back/")' },
      { file: "baths/net.py", text: "HOUSE = " },
      { file: "baths/net.py", text: "raise web.HTTPNotFound()" },
      { file: "baths/rooms.py", text: 'web.get("/back/boiler"' },
    ],
  },
};

/** A ledger in editions, tariffs behind a switch, rooms behind a door. */
export const saltLedgers: readonly Scenario[] = [ledger, flag, inside];
