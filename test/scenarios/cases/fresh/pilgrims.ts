import type { Scenario } from "../../scenario.ts";

const soil: Scenario = {
  name: "weather-on-the-way",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "way/__init__.py": "",
    "way/main.py": `from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles

from way.stages import router as stages

DIST = Path(__file__).parent.parent / "client" / "dist"

app = FastAPI(title="The way")
app.include_router(stages, prefix="/api/stages")
app.mount("/assets", StaticFiles(directory=DIST / "assets"))


@app.exception_handler(404)
async def client_routes(request, exc):
    return FileResponse(DIST / "index.html")
`,
    "way/stages.py": `from fastapi import APIRouter

router = APIRouter()

STAGES = {1: {"from": "Roncal", "km": 24}, 2: {"from": "Zubiri", "km": 21}}


@router.get("")
def stages():
    return list(STAGES.values())


@router.get("/{number}")
def stage(number: int):
    return STAGES.get(number, {})
`,
    "client/dist/index.html":
      '<!doctype html><html><head><title>The way</title></head><body><div id="app"></div></body></html>\n',
    "client/dist/assets/app.js": "console.log('way');\n",
    "run.py": `import os

import uvicorn

uvicorn.run("way.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "way.http": `@way = http://localhost:PORT_OF_api

### a stage
GET {{way}}/api/stages/1

### weather there
# @name weather
GET {{way}}/api/weather/zubiri
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["way.http#weather"],
  facts: ["GET /api/stages/1 200", "GET /api/weather/zubiri 200", "GET /any 200"],
  truth: {
    outcome: "soft-not-found",
    kinds: ["spa-fallback"],
    links: [
      { file: "way/main.py", text: "@app.exception_handler(404)" },
      { file: "way/main.py", text: "async def client_routes" },
      { file: "way/main.py", text: "return FileResponse(" },
    ],
  },
};

const inn: Scenario = {
  name: "beds-at-an-inn",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "inns/__init__.py": "",
    "inns/versioning.py": `from fastapi import HTTPException, Query

SUPPORTED = ("2025-06-01", "2026-01-01")


def api_version(version: str = Query("", alias="api-version")):
    if version not in SUPPORTED:
        raise HTTPException(status_code=404, detail="The requested resource was not found for this API version.")
    return version
`,
    "inns/main.py": `from fastapi import Depends, FastAPI

from inns.versioning import api_version

app = FastAPI(title="Inns", dependencies=[Depends(api_version)])

BEDS = {"roncal": 12, "zubiri": 4}


@app.get("/inns")
def inns():
    return sorted(BEDS)


@app.get("/inns/{name}/beds")
def beds(name: str):
    return {"inn": name, "beds": BEDS.get(name, 0)}
`,
    "run.py": `import os

import uvicorn

uvicorn.run("inns.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "inns.http": `@inns = http://localhost:PORT_OF_api

### all
GET {{inns}}/inns?api-version=2026-01-01

### beds in Zubiri
# @name beds
GET {{inns}}/inns/zubiri/beds
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["inns.http#beds"],
  facts: [
    "GET /inns?api-version=2026-01-01 200",
    "GET /inns/zubiri/beds 404",
    "GET /inns/zubiri/beds?api-version=2026-01-01 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-selector"],
    links: [
      { file: "inns/versioning.py", text: "if version not in SUPPORTED" },
      { file: "inns/versioning.py", text: "SUPPORTED = (" },
      { file: "inns/versioning.py", text: "raise HTTPException(" },
      { file: "inns/main.py", text: "dependencies=[Depends(api_version)]" },
      { file: "inns/main.py", text: '@app.get("/inns/{name}/beds")' },
    ],
    fixes: [{ url: "/inns/zubiri/beds?api-version=2026-01-01" }, { url: "/inns/zubiri/beds?api-version=2025-06-01" }],
  },
};

const trending: Scenario = {
  name: "pilgrims-of-the-month",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "community/__init__.py": "",
    "community/people.py": `PEOPLE = {
    "anouk": {"name": "anouk", "km": 512},
    "dario": {"name": "dario", "km": 790},
}
`,
    "community/main.py": `from fastapi import FastAPI, HTTPException

from community.people import PEOPLE

app = FastAPI(title="Community")


@app.get("/profiles/{username}")
def profile(username: str):
    person = PEOPLE.get(username)
    if person is None:
        raise HTTPException(status_code=404, detail=f"User {username} not found")
    return person


@app.get("/profiles/{username}/walks")
def walks(username: str):
    return {"name": username, "walks": []}


@app.get("/profiles/of-the-month")
def of_the_month():
    return sorted(PEOPLE.values(), key=lambda person: -person["km"])[:1]
`,
    "run.py": `import os

import uvicorn

uvicorn.run("community.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "community.http": `@community = http://localhost:PORT_OF_api

### of the month
# @name month
GET {{community}}/profiles/of-the-month
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["community.http#month"],
  facts: ["GET /profiles/anouk 200", "GET /profiles/of-the-month 404"],
  truth: {
    outcome: "not-found",
    kinds: ["shadowed"],
    links: [
      { file: "community/main.py", text: '@app.get("/profiles/{username}")' },
      { file: "community/main.py", text: '@app.get("/profiles/of-the-month")' },
    ],
  },
};

/** On the way. */
export const pilgrims: readonly Scenario[] = [soil, inn, trending];
