import type { Scenario } from "../../scenario.ts";

const grades: Scenario = {
  name: "grades-of-a-boulder",
  files: {
    "package.json": '{ "name": "boulder-wall", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "src/index.js": `import Fastify from "fastify";
import { boulders } from "./boulders/plugin.js";
import { config } from "./config.js";

const app = Fastify();
await app.register(boulders, { prefix: \`\${config.prefix}/boulders\` });
await app.listen({ port: config.port });
`,
    "src/config.js": `export const config = {
  port: Number(process.env.PORT ?? 3000),
  prefix: process.env.API_PREFIX ?? "/wall",
};
`,
    "src/boulders/plugin.js": `import { gradesOf, holdsOf } from "./handlers.js";

export async function boulders(app) {
  app.get("/", async () => ({ boulders: [{ id: "b-7", colour: "yellow" }], next: null }));
  app.route({ method: "GET", url: "/:id/holds", handler: holdsOf });
  app.route({ method: "GET", url: "/:id/grades", constraints: { version: "2.1.0" }, handler: gradesOf });
}
`,
    "src/boulders/handlers.js": `export const holdsOf = async (request) => ({ id: request.params.id, holds: 14 });

export const gradesOf = async (request) => ({ id: request.params.id, font: "6B+", votes: 31 });
`,
    "app/wall.js": `const wall = "http://localhost:PORT_OF_api/wall";
const headers = { "Accept-Version": "1.x" };

export const gradesOf = (id) => fetch(\`\${wall}/boulders/\${id}/grades\`, { headers }).then((answer) => answer.json());
`,
    "wall.http": `@wall = http://localhost:PORT_OF_api/wall

### all of them
GET {{wall}}/boulders/

### holds
GET {{wall}}/boulders/b-7/holds

### as the app asks
# @name grades
GET {{wall}}/boulders/b-7/grades
Accept-Version: 1.x
`,
  },
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["wall.http#grades"],
  facts: [
    "GET /wall/boulders/ 200",
    "GET /wall/boulders/b-7/holds 200",
    "GET /wall/boulders/b-7/grades 404 | Accept-Version: 1.x",
    "GET /wall/boulders/b-7/grades 404",
    "GET /wall/boulders/b-7/grades 200 | Accept-Version: 2.x",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-selector"],
    links: [{ file: "src/boulders/plugin.js", text: 'url: "/:id/grades"' }],
    fixes: [{ kind: "edit-request", url: "/wall/boulders/b-7/grades" }],
  },
};

const waiver: Scenario = {
  name: "waiver-of-a-climber",
  files: {
    "run.py": `import os

from aiohttp import web

from desk.app import create

web.run_app(create(), host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "desk/__init__.py": "",
    "desk/app.py": `from aiohttp import web

from desk.gyms import of_the_query
from desk.waivers import routes


def create():
    app = web.Application(middlewares=[of_the_query])
    app.add_routes(routes)
    return app
`,
    "desk/gyms.py": `from aiohttp import web

GYMS = ("nord", "sued", "hafen")


@web.middleware
async def of_the_query(request, handler):
    request["gym"] = request.query.get("gym", "")
    if request["gym"] not in GYMS:
        return web.json_response({"error": "Which gym?"}, status=400)
    return await handler(request)
`,
    "desk/waivers.py": `from aiohttp import web

from desk import store

routes = web.RouteTableDef()


@routes.get("/waivers")
async def signed(request):
    found = store.of(request["gym"])
    return web.json_response({"total": len(found), "waivers": [{"id": waiver} for waiver in found]})


@routes.get("/waivers/{waiver}")
async def one(request):
    found = store.of(request["gym"]).get(request.match_info["waiver"])
    if found is None:
        return web.Response(status=404)
    return web.json_response(found)
`,
    "desk/store.py": `import os


def _read():
    table = {}
    for line in os.environ.get("WAIVERS", "").split(";"):
        gym, waiver, signed = line.split(",")
        table.setdefault(gym, {})[waiver] = {"id": waiver, "signed": signed}
    return table


_WAIVERS = _read()


def of(gym):
    return _WAIVERS.get(gym, {})
`,
    "http-client.env.json": `{
  "north": { "desk": "http://localhost:PORT_OF_api", "gym": "nord" },
  "south": { "desk": "http://localhost:PORT_OF_api", "gym": "sued" },
  "harbour": { "desk": "http://localhost:PORT_OF_api", "gym": "hafen" }
}
`,
    "desk.http": `### signed here
GET {{desk}}/waivers?gym={{gym}}

### the man at the counter
# @name counter
GET {{desk}}/waivers/5e0c1f7a-3b52-4c0e-9d4e-7a1b8c2f6d90?gym={{gym}}
`,
  },
  servers: [
    {
      name: "api",
      entry: "run.py",
      needs: "aiohttp",
      env: {
        WAIVERS:
          "nord,1c9a40de-92f1-4e0b-8a77-3d5b6c1e2f08,2026-02-11;hafen,5e0c1f7a-3b52-4c0e-9d4e-7a1b8c2f6d90,2025-12-03;sued,aa31d0c4-5b6e-47f8-b2c9-0e1d2f3a4b5c,2026-06-30",
      },
    },
  ],
  ask: ["desk.http#counter", "--env", "north"],
  facts: [
    "GET /waivers?gym=nord 200",
    "GET /waivers/5e0c1f7a-3b52-4c0e-9d4e-7a1b8c2f6d90?gym=nord 404",
    "GET /waivers/5e0c1f7a-3b52-4c0e-9d4e-7a1b8c2f6d90?gym=sued 404",
    "GET /waivers/5e0c1f7a-3b52-4c0e-9d4e-7a1b8c2f6d90?gym=hafen 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-tenant"],
    links: [
      { file: "desk/waivers.py", text: '@routes.get("/waivers/{waiver}")' },
      { file: "desk/waivers.py", text: "async def one" },
      { file: "http-client.env.json", text: '"harbour"' },
      { file: "http-client.env.json", text: '"north"' },
    ],
    fixes: [{ url: "/waivers/5e0c1f7a-3b52-4c0e-9d4e-7a1b8c2f6d90?gym=hafen" }],
  },
};

const belay: Scenario = {
  name: "belay-tests-of-today",
  files: {
    "main.py": `import uvicorn

from hall.application import build
from hall.settings import settings

uvicorn.run(build(settings), host="127.0.0.1", port=settings.port, log_level="warning")
`,
    "hall/__init__.py": "",
    "hall/settings.py": `import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    port: int
    belay_tests: bool


settings = Settings(
    port=int(os.environ.get("PORT", "8000")),
    belay_tests=os.environ.get("HALL_BELAY_TESTS", "off") == "on",
)
`,
    "hall/application.py": `from fastapi import FastAPI

from hall.api import belay_tests, courses


def build(settings):
    app = FastAPI(title="Hall")
    app.include_router(courses.router, prefix="/hall")
    if settings.belay_tests:
        app.include_router(belay_tests.router, prefix="/hall")
    return app
`,
    "hall/api/__init__.py": "",
    "hall/api/courses.py": `from fastapi import APIRouter

router = APIRouter(prefix="/courses", tags=["courses"])


@router.get("")
def courses():
    return {"items": [{"id": "lead-1", "free": 3}], "next": None}
`,
    "hall/api/belay_tests.py": `from fastapi import APIRouter

router = APIRouter(prefix="/belay-tests", tags=["belay tests"])


@router.get("/today")
def today():
    return {"items": [{"climber": "c-118", "passed": True}]}
`,
    ".env.example": `PORT=8000
HALL_BELAY_TESTS=off
`,
    "hall.http": `@hall = http://localhost:PORT_OF_api/hall

### courses
GET {{hall}}/courses

### for the screen at the door
# @name door
GET {{hall}}/belay-tests/today
`,
  },
  servers: [
    { name: "api", entry: "main.py", needs: "fastapi" },
    { name: "pilot", entry: "main.py", needs: "fastapi", env: { HALL_BELAY_TESTS: "on" } },
  ],
  ask: ["hall.http#door"],
  facts: ["GET /hall/courses 200", "GET /hall/belay-tests/today 404", "pilot:GET /hall/belay-tests/today 200"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "hall/application.py", text: "if settings.belay_tests" },
      { file: "hall/application.py", text: "app.include_router(belay_tests.router" },
      { file: "hall/api/belay_tests.py", text: '@router.get("/today")' },
      { file: "hall/settings.py", text: 'os.environ.get("HALL_BELAY_TESTS"' },
    ],
  },
};

/** A climbing hall: its boulders, the waivers at the desk, and belay tests. */
export const climbing: readonly Scenario[] = [grades, waiver, belay];
