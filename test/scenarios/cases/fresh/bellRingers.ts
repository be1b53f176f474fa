import type { Scenario } from "../../scenario.ts";

const bell: Scenario = {
  name: "bell-of-a-tower",
  files: {
    "requirements.txt": "aiohttp\n",
    "tower/__init__.py": "",
    "tower/bells.py": `from aiohttp import web

BELLS = {3: {"note": "E", "kg": 640}, 4: {"note": "D", "kg": 880}}


class Bells:
    def __init__(self, bells):
        self.bells = bells

    def register(self, router):
        router.add_get("/bells", self.index)
        router.add_get(r"/bells/{number:\\d+}", self.show)

    async def index(self, request):
        return web.json_response([{"number": number, **bell} for number, bell in self.bells.items()])

    async def show(self, request):
        number = int(request.match_info["number"])
        if number not in self.bells:
            return web.json_response({"error": "no such bell"}, status=404)
        return web.json_response({"number": number, **self.bells[number]})
`,
    "main.py": `import os

from aiohttp import web

from tower.bells import BELLS, Bells

app = web.Application()
Bells(BELLS).register(app.router)
web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "tower.http": `@tower = http://localhost:PORT_OF_api

### third bell
GET {{tower}}/bells/3

### fourth bell
# @name fourth
GET {{tower}}/bells/No.4
`,
  },
  servers: [{ name: "api", entry: "main.py", needs: "aiohttp" }],
  ask: ["tower.http#fourth"],
  facts: ["GET /bells/3 200", "GET /bells/No.4 404", "GET /bells/4 200"],
  truth: {
    outcome: "not-found",
    kinds: ["id-format"],
    links: [{ file: "tower/bells.py", text: 'router.add_get(r"/bells/{number' }],
    fixes: [{ url: "/bells/4" }],
  },
};

const guild: Scenario = {
  name: "ringers-of-a-guild",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "guild/__init__.py": "",
    "guild/tenants.py": `from fastapi import Header, HTTPException

from guild.store import GUILDS


class Tenant:
    def __init__(self, slug, data):
        self.slug = slug
        self.ringers = data["ringers"]


def current_tenant(x_guild: str = Header(default="central")) -> Tenant:
    if x_guild not in GUILDS:
        raise HTTPException(status_code=400, detail="Unknown guild")
    return Tenant(x_guild, GUILDS[x_guild])
`,
    "guild/store.py": `GUILDS = {
    "central": {"ringers": {"r1": "Agnes"}},
    "fenland": {"ringers": {"r7": "Hugh", "r8": "Moira"}},
}
`,
    "guild/routers.py": `from fastapi import APIRouter, Depends, HTTPException

from guild.tenants import Tenant, current_tenant

router = APIRouter(prefix="/ringers")


@router.get("/{ringer_id}")
def ringer(ringer_id: str, tenant: Tenant = Depends(current_tenant)):
    if ringer_id not in tenant.ringers:
        raise HTTPException(status_code=404, detail="Ringer not found")
    return {"id": ringer_id, "name": tenant.ringers[ringer_id]}
`,
    "guild/main.py": `from fastapi import FastAPI

from guild.routers import router

app = FastAPI()
app.include_router(router)
`,
    "run.py": `import os

import uvicorn

uvicorn.run("guild.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "ringers.http": `@guild = http://localhost:PORT_OF_api

### Hugh
GET {{guild}}/ringers/r7
X-Guild: fenland

### Moira
# @name moira
GET {{guild}}/ringers/r8
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["ringers.http#moira"],
  facts: [
    "GET /ringers/r7 200 | X-Guild: fenland",
    "GET /ringers/r8 404",
    "GET /ringers/r8 200 | X-Guild: fenland",
    "GET /ringers/r1 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-tenant"],
    links: [
      { file: "guild/tenants.py", text: "def current_tenant(x_guild" },
      { file: "guild/store.py", text: '"fenland": {' },
      { file: "ringers.http", text: "X-Guild: fenland" },
      { file: "guild/routers.py", text: "tenant: Tenant = Depends(current_tenant)" },
    ],
  },
};

/** In the bell tower. */
export const bellRingers: readonly Scenario[] = [bell, guild];
