import type { Scenario } from "../../scenario.ts";

const reservations: Scenario = {
  name: "reservations-of-a-sauna",
  files: {
    "README.md": `# Saunas of the city

One image for all houses. What a house offers is in \`houses/<name>.ini\`; \`HOUSE\` chooses.
`,
    "requirements.txt": "fastapi\nuvicorn\n",
    "serve.py": `import os

import uvicorn

from saunas.factory import make

app = make(os.environ.get("HOUSE", "harbour"))

if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "saunas/__init__.py": "",
    "saunas/factory.py": `from fastapi import FastAPI

from saunas.houses import read_house
from saunas.offers import opening, reservations, towels


def make(name: str) -> FastAPI:
    house = read_house(name)
    app = FastAPI(title=house["title"])
    app.include_router(opening.router, prefix="/v1")
    offers = house["offers"]
    if offers.get("towels", False):
        app.include_router(towels.router, prefix="/v1")
    if offers.get("reservations", False):
        app.include_router(reservations.router, prefix="/v1")
    return app
`,
    "saunas/houses.py": `import configparser
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "houses"


def read_house(name):
    parser = configparser.ConfigParser()
    parser.read(FOLDER / f"{name}.ini")
    return {
        "title": parser["house"]["title"],
        "offers": {key: parser.getboolean("offers", key) for key in parser["offers"]},
    }
`,
    "saunas/offers/__init__.py": "",
    "saunas/offers/opening.py": `from fastapi import APIRouter

router = APIRouter(tags=["opening"])


@router.get("/opening")
def opening():
    return {"from": "14:00", "to": "22:00"}
`,
    "saunas/offers/towels.py": `from fastapi import APIRouter

router = APIRouter(prefix="/towels", tags=["towels"])


@router.get("")
def towels():
    return {"left": 61}
`,
    "saunas/offers/reservations.py": `from fastapi import APIRouter, HTTPException

router = APIRouter(prefix="/reservations", tags=["reservations"])
BY_DAY = {"2026-11-27": [{"at": "18:00", "seats": 4}]}


@router.get("/{day}")
def of_day(day: str):
    if day not in BY_DAY:
        raise HTTPException(404, "no reservations on this day")
    return BY_DAY[day]
`,
    "houses/harbour.ini": `[house]
title = Harbour sauna

[offers]
towels = yes
reservations = no
`,
    "houses/forest.ini": `[house]
title = Forest sauna

[offers]
towels = no
reservations = yes
`,
    "compose.yaml": `services:
  harbour:
    build: .
    environment:
      HOUSE: harbour
    ports:
      - "PORT_OF_api:8000"
`,
    "sauna.http": `@sauna = http://localhost:PORT_OF_api/v1

### when it is open
GET {{sauna}}/opening

### towels
GET {{sauna}}/towels

### Friday
# @name friday
GET {{sauna}}/reservations/2026-11-27
`,
  },
  servers: [{ name: "api", entry: "serve.py", needs: "fastapi", env: { HOUSE: "harbour" } }],
  ask: ["sauna.http#friday"],
  facts: [
    "GET /v1/opening 200",
    "GET /v1/towels 200",
    "GET /v1/reservations/2026-11-27 404",
    "GET /openapi.json 200",
    "GET /none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "saunas/factory.py", text: 'if offers.get("reservations"' },
      { file: "saunas/factory.py", text: "app.include_router(reservations.router" },
      { file: "houses/harbour.ini", text: "reservations = no" },
      { file: "saunas/offers/reservations.py", text: '@router.get("/{day}")' },
    ],
  },
};

/** The saunas of a city. */
export const sauna: readonly Scenario[] = [reservations];
