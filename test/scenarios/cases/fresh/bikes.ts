import type { Scenario } from "../../scenario.ts";
import { edit } from "./vary.ts";

const ride: Scenario = {
  name: "rides-of-a-rider",
  files: {
    "README.md": `# Bike sharing

Two services, started by \`docker compose up\`: docks (aiohttp) and riders (FastAPI). There is no gateway yet; the app knows both addresses.
`,
    "compose.yaml": `services:
  docks:
    build: ./docks
    environment:
      PORT: "8000"
    ports:
      - "PORT_OF_docks:8000"
  riders:
    build: ./riders
    environment:
      PORT: "8000"
    ports:
      - "PORT_OF_riders:8000"
`,
    "docks/requirements.txt": "aiohttp\n",
    "docks/serve.py": `import os

from aiohttp import web

DOCKS = {"d-5": {"free": 3, "street": "Station Road"}, "d-9": {"free": 0, "street": "Museum"}}
routes = web.RouteTableDef()


@routes.get("/v1/docks")
async def index(request):
    return web.json_response([{"code": code, **dock} for code, dock in DOCKS.items()])


@routes.get(r"/v1/docks/{code:d-\\d+}")
async def show(request):
    code = request.match_info["code"]
    if code not in DOCKS:
        raise web.HTTPNotFound()
    return web.json_response(DOCKS[code])


app = web.Application()
app.add_routes(routes)

if __name__ == "__main__":
    web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), print=None)
`,
    "riders/requirements.txt": "fastapi\nuvicorn\n",
    "riders/serve.py": `import os

import uvicorn
from fastapi import FastAPI

from riders import router

app = FastAPI(title="Riders", docs_url=None)
app.include_router(router, prefix="/v1/riders")

if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "riders/riders.py": `from fastapi import APIRouter, HTTPException

router = APIRouter()
RIDES = {"u-204": [{"from": "d-5", "to": "d-9", "minutes": 14}], "u-311": []}


@router.get("/{rider}")
def rider(rider: str):
    if rider not in RIDES:
        raise HTTPException(404, "Unknown rider")
    return {"rider": rider, "rides": len(RIDES[rider])}


@router.get("/{rider}/rides")
def rides(rider: str):
    if rider not in RIDES:
        raise HTTPException(404, "Unknown rider")
    return RIDES[rider]
`,
    "http/http-client.env.json": `{
  "local": {
    "docks": "http://localhost:PORT_OF_docks/v1",
    "riders": "http://localhost:PORT_OF_docks/v1"
  }
}
`,
    "http/docks.http": `### docks
GET {{docks}}/docks

### at the station
GET {{docks}}/docks/d-5
`,
    "http/riders.http": `### a rider
GET {{riders}}/riders/u-204

### rides of that rider
# @name rides
GET {{riders}}/riders/u-204/rides
Accept: application/json
`,
  },
  servers: [
    { name: "docks", entry: "docks/serve.py", needs: "aiohttp" },
    { name: "riders", entry: "riders/serve.py", needs: "fastapi" },
  ],
  ask: ["http/riders.http#rides", "--env", "local"],
  facts: [
    "docks:GET /v1/docks 200",
    "docks:GET /v1/riders/u-204/rides 404",
    "riders:GET /v1/riders/u-204/rides 200",
    "riders:GET /v1/docks 404",
    "docks:GET /none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-entrypoint"],
    links: [
      { file: "http/http-client.env.json", text: '"riders":' },
      { file: "compose.yaml", text: "PORT_OF_riders:8000" },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_riders/v1/riders/u-204/rides" }],
  },
};

const bothFastApi: Scenario = {
  ...ride,
  name: "rides-asked-of-the-other-service",
  files: {
    ...edit(ride.files, [["docks/requirements.txt", "aiohttp\n", "fastapi\nuvicorn\n"]]),
    "docks/serve.py": `import os

import uvicorn
from fastapi import FastAPI, HTTPException

app = FastAPI(title="Docks")
DOCKS = {"d-5": {"free": 3, "street": "Station Road"}, "d-9": {"free": 0, "street": "Museum"}}


@app.get("/v1/docks")
def index():
    return [{"code": code, **dock} for code, dock in DOCKS.items()]


@app.get("/v1/docks/{code}")
def show(code: str):
    if code not in DOCKS:
        raise HTTPException(404, "Unknown dock")
    return DOCKS[code]


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
  },
  servers: [
    { name: "docks", entry: "docks/serve.py", needs: "fastapi" },
    { name: "riders", entry: "riders/serve.py", needs: "fastapi" },
  ],
};

const strangerAtTheRightPort: Scenario = {
  ...ride,
  name: "rides-of-nobody",
  files: edit(ride.files, [
    [
      "http/http-client.env.json",
      '"riders": "http://localhost:PORT_OF_docks',
      '"riders": "http://localhost:PORT_OF_riders',
    ],
    ["http/riders.http", "u-204", "u-240"],
  ]),
  facts: ["docks:GET /v1/docks 200", "riders:GET /v1/riders/u-240/rides 404", "riders:GET /v1/riders/u-204/rides 200"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "riders/riders.py", text: '@router.get("/{rider}/rides")' },
      { file: "riders/riders.py", text: "def rides(rider" },
    ],
  },
};

/** Bike sharing: docks and riders. */
export const bikes: readonly Scenario[] = [ride, bothFastApi, strangerAtTheRightPort];
